"""The front page: this worker's cases, and what waits for them. A fixed number of queries, however many cases."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.correspondence import queries as correspondence
from kith.correspondence.queries import Look
from kith.correspondence.queries.received import ToRead
from kith.exhibits import queries as exhibits
from kith.exhibits.queries import LinkNews
from kith.record import queries as record
from kith.record.queries import CaseLine, DueReview, Duties, Unfinished
from kith.record.queries.heads import address
from kith.ui.parts import Link


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """An exhibit that asks something its file cannot settle."""

    case_id: UUID
    family_name: str
    label: str
    questions: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """The worker's own cases, and what waits for them."""

    title: str
    cases: list[CaseLine]
    drafts: list[Unfinished]
    reviews: list[DueReview]
    questions: list[OpenQuestions]
    links: list[LinkNews]
    start: Link | None
    search_url: str
    duties: Duties
    read_now: list[ToRead]
    read_on_duty: list[ToRead]
    looks: list[Look]
    by_hand: list[Look]

    @property
    def waits(self) -> bool:
        """Tell whether anything waits for this worker."""
        ours = self.drafts or self.reviews or self.questions or self.links or self.duties.waits
        return bool(self.read_now or self.read_on_duty or ours or self.looks or self.by_hand)


def front_page(by: Worker, at: datetime) -> FrontPage:
    """Show the front page of this worker."""
    today = timezone.localdate(at)
    may_start = by.may(Permission.START_CASE)
    return FrontPage(
        title="Your cases",
        cases=record.caseload(),
        drafts=record.unfinished_drafts(by),
        reviews=record.due_reviews(today),
        questions=_open_questions(),
        links=exhibits.link_news(by),
        start=Link("Start a case", address("record:start")) if may_start else None,
        search_url=address("home:search"),
        duties=record.duties(by, at),
        read_now=correspondence.to_read_now(),
        read_on_duty=correspondence.to_read_on_duty(),
        looks=correspondence.needing_a_look() if by.may(Permission.SEND) else [],
        by_hand=correspondence.by_hand(at) if by.may(Permission.POST_LETTERS) else [],
    )


def _open_questions() -> list[OpenQuestions]:
    """List the exhibits that ask something their file cannot settle; what was assumed and said is no question here."""
    waiting = exhibits.Question.objects.filter(answer__isnull=True, is_assumed=False)
    rows = waiting.values_list("case_id", "case__family_name", "exhibit_id", "exhibit__number").annotate(Count("id"))
    return [
        OpenQuestions(case_id, family_name, f"E{number}", count, address("exhibits:questions", case_id, exhibit_id))
        for case_id, family_name, exhibit_id, number, count in rows.order_by("case__family_name", "exhibit__number")
    ]
