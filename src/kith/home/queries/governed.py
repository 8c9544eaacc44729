"""What those see who decide and confirm what is destroyed: references, days, counts. No name, and no word of a case."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse

from kith.core.errors import NotFound
from kith.core.models import Erasure, Worker
from kith.core.permissions import Permission
from kith.record import queries as record
from kith.record.models import Case, Review
from kith.record.queries import ErasedLine, ScheduleLine
from kith.record.rules import keeping
from kith.record.rules.keeping import Clock, Decided, Ground, What

ERASURES_SHOWN = 200
_COLUMNS = (
    "case_id, reference, kind, closed_on, schedule, counted_from_on, children_born_on, keep_until, is_held, is_sealed"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernedCase:
    """A case by its reference: until when it is kept, and why."""

    id: UUID
    reference: str
    kind: str
    closed_on: date | None
    schedule: ScheduleLine | None
    clock: Clock
    href: str = ""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """Something that waits for a decision, or for its second person."""

    reference: str
    what: str
    ground: str
    asked_by: str
    asked_at: datetime
    decided_by: str
    is_own: bool
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernedPage:
    """All that waits: for a second person, for a decision, and cases whose time is over."""

    title: str
    to_confirm: list[ReviewLine]
    asked: list[ReviewLine]
    due: list[GovernedCase]
    unknown: list[GovernedCase]
    held: list[GovernedCase]
    later: list[GovernedCase]
    may_decide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """One thing before it is destroyed: what would go, counted, what would stay, and who said what so far."""

    title: str
    case: GovernedCase
    what: str
    ground: str
    counts: list[tuple[str, int]]
    stays: tuple[str, ...]
    why: str
    asked_by: str
    asked_at: datetime | None
    decision: str
    decided_why: str
    decided_by: str
    decided_at: datetime | None
    may_decide: bool
    may_confirm: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class ErasuresPage:
    """What was erased, newest first: never what it was."""

    title: str
    lines: list[ErasedLine]


def governed_page(by: Worker, today: date) -> GovernedPage:
    """Show all that waits to be decided or confirmed."""
    cases = _cases(None, today)
    by_id = {case.id: case for case in cases}
    rows = [row for row in _waiting() if row.case_id in by_id]
    decided = {row.case_id for row in rows if row.what == What.CASE and row.decision == Decided.DESTROY}
    closed = [case for case in cases if case.closed_on and case.id not in decided and not case.clock.is_held]
    return GovernedPage(
        title="Keeping and destroying",
        to_confirm=[_line(row, by_id, by) for row in rows if row.decision == Decided.DESTROY],
        asked=[_line(row, by_id, by) for row in rows if not row.decision],
        due=[case for case in closed if case.clock.is_due(today)],
        unknown=[case for case in closed if case.clock.due_on is None],
        held=[case for case in cases if case.clock.is_held],
        later=[case for case in closed if case.clock.due_on and not case.clock.is_due(today)],
        may_decide=by.may(Permission.DECIDE_ERASURE),
    )


def governed_case(case_id: UUID, today: date) -> GovernedCase:
    """Find a case by its id, for those who decide and confirm.

    Raises:
        NotFound: unknown, or this worker neither decides nor confirms.
    """
    found = _cases(case_id, today)
    if not found:
        raise NotFound
    return found[0]


def due_page(case_id: UUID, by: Worker, today: date) -> ReviewPage:
    """Show a case whose time is over, before anybody decided about it.

    Raises:
        NotFound: no such case, or it is not due.
    """
    case = governed_case(case_id, today)
    if not case.clock.is_due(today):
        raise NotFound
    return _review_page(Review(case_id=case_id, what=What.CASE, ground=Ground.TIME_OVER), case, by)


def review_page(review: Review, by: Worker, today: date) -> ReviewPage:
    """Show something that was asked for or decided, and is not carried out."""
    return _review_page(review, governed_case(review.case_id, today), by)


def review_waiting(review_id: UUID) -> Review:
    """Find something that was asked for or decided and is not carried out.

    Raises:
        NotFound: there is no such thing, or it is done.
    """
    found: Review | None = _waiting_rows().filter(id=review_id).first()
    if found is None:
        raise NotFound
    return found


def erasures_page() -> ErasuresPage:
    """List what was erased."""
    rows = Erasure.objects.order_by("-at", "id")[:ERASURES_SHOWN]
    return ErasuresPage("What was erased", [record.erased_line(row) for row in rows])


def _review_page(review: Review, case: GovernedCase, by: Worker) -> ReviewPage:
    what, is_own = What(review.what), review.decided_by_id == by.id
    to_confirm = review.decision == Decided.DESTROY
    return ReviewPage(
        title=f"{case.reference}: {what.label[0].lower()}{what.label[1:]}",
        case=case,
        what=what.label,
        ground=Ground(review.ground).label,
        counts=record.would_erase(case.id, what, review.thing),
        stays=record.STAYS[what],
        why=review.why,
        asked_by=review.asked_by.name if review.asked_by_id else "",
        asked_at=review.asked_at,
        decision=Decided(review.decision).label if review.decision else "",
        decided_why=review.decided_why,
        decided_by=review.decided_by.name if review.decided_by else "",
        decided_at=review.decided_at,
        may_decide=by.may(Permission.DECIDE_ERASURE),
        may_confirm=to_confirm and not is_own and by.may(Permission.CONFIRM_ERASURE),
        is_own=is_own,
    )


def _waiting_rows() -> Any:
    rows = Review.objects.filter(confirmed_at__isnull=True).exclude(decision=Decided.KEEP)
    return rows.select_related("asked_by", "decided_by")


def _waiting() -> list[Review]:
    return list(_waiting_rows().order_by("asked_at", "id"))


def _line(row: Review, cases: dict[UUID, GovernedCase], by: Worker) -> ReviewLine:
    return ReviewLine(
        reference=cases[row.case_id].reference,
        what=What(row.what).label,
        ground=Ground(row.ground).label,
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        decided_by=row.decided_by.name if row.decided_by else "",
        is_own=row.decided_by_id == by.id,
        href=reverse("home:review", args=[row.id]),
    )


def _cases(case_id: UUID | None, today: date) -> list[GovernedCase]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_COLUMNS} FROM kith_governed(%s)", [case_id])
        names = [column.name for column in cursor.description]
        return [_case(dict(zip(names, row, strict=True)), today) for row in cursor.fetchall()]


def _case(row: dict[str, Any], today: date) -> GovernedCase:
    chosen = record.schedule_row(row["schedule"], today) if row["schedule"] else None
    known = keeping.Known(
        closed_on=row["closed_on"],
        children_born_on=row["children_born_on"],
        counted_from_on=row["counted_from_on"],
        keep_until=row["keep_until"],
        is_held=row["is_held"],
    )
    return GovernedCase(
        id=row["case_id"],
        reference=row["reference"],
        kind=str(dict(Case.Kind.choices).get(row["kind"], row["kind"])),
        closed_on=row["closed_on"],
        schedule=record.schedule_line(chosen, None, today),
        clock=record.clock_of(chosen.value if chosen else None, known),
        href=reverse("home:due_case", args=[row["case_id"]]),
    )
