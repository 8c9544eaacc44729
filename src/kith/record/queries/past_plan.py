"""What left past somebody's contact plan: neutral first words, and what was urgent, for a manager to look at."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.record.models import Case, Participant, WayThrough
from kith.record.queries.heads import CaseHead, address, case_head
from kith.record.queries.ways import manages
from kith.record.rules.contact_plan import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedLine:
    """Something that left past a plan, and what a manager said of it."""

    id: UUID
    kind: str
    channel: str
    why: str
    plan_said: str
    by: str
    at: datetime
    review: str
    href: str


@dataclass(frozen=True, slots=True)
class PassedPage:
    """What left past a plan, for a manager to judge."""

    title: str
    case: CaseHead
    person_id: UUID
    known_as: str
    passed: PassedLine


@dataclass(frozen=True, slots=True)
class ToReview:
    """Something urgent that left past a plan and waits for this manager."""

    by: str
    at: datetime
    family_name: str
    reference: str
    href: str


def passed_of(case: Case, person: Participant) -> list[PassedLine]:
    rows = WayThrough.objects.filter(case=case, participant=person).select_related("sent_by", "reviewed_by")
    return [_passed_line(row) for row in rows.order_by("-sent_at", "-id")]


def _passed_line(row: WayThrough) -> PassedLine:
    review = ""
    if row.reviewed_by:
        review = f"{'Right' if row.was_right else 'Not right'}, {row.reviewed_by.name}: {row.review_text}"
    return PassedLine(
        id=row.id,
        kind=row.get_kind_display(),
        channel=Channel(row.channel).label,
        why=row.why,
        plan_said=row.plan_said,
        by=row.sent_by.name,
        at=row.sent_at,
        review=review,
        href=address("correspondence:show", row.case_id, row.thing),
    )


def passed_in(case: Case, way_id: UUID) -> WayThrough:
    """Find something urgent that left past a plan and that no manager has judged.

    Raises:
        NotFound: not of this case, not urgent, or judged already.
    """
    rows = WayThrough.objects.filter(case=case, id=way_id, kind=WayThrough.Kind.URGENT, reviewed_at__isnull=True)
    found = rows.select_related("sent_by", "participant", "case").first()
    if found is None:
        raise NotFound
    return found


def passed_page(case: Case, way: WayThrough) -> PassedPage:
    """Give the page on which a manager judges something urgent that left past a plan."""
    person = way.participant
    return PassedPage("Was this rightly urgent?", case_head(case), person.id, person.known_as, _passed_line(way))


def to_review(by: Worker) -> list[ToReview]:
    """List what left past a plan, in cases that this worker manages, and waits to be looked at; oldest first."""
    if not by.may(Permission.GIVE_SHIFT):
        return []
    rows = WayThrough.objects.filter(kind=WayThrough.Kind.URGENT, reviewed_at__isnull=True).exclude(sent_by=by)
    found = list(rows.select_related("case", "sent_by").order_by("sent_at", "id")[:50])
    managed = {case.id: manages(case) for case in {row.case for row in found}}
    return [
        ToReview(
            row.sent_by.name,
            row.sent_at,
            row.case.family_name,
            row.case.reference,
            address("record:review_way_through", row.case_id, row.id),
        )
        for row in found
        if managed[row.case_id]
    ]
