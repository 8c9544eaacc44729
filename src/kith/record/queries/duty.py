"""What waits for a worker besides their cases: openings they are told of, what is to be looked at again, duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.record.models import Restriction, Shift, Withholding
from kith.record.queries import contact_plan, past_plan
from kith.record.queries.heads import address
from kith.record.queries.second_looks import LookLine, looks_waiting
from kith.record.queries.ways import may_give_shift
from kith.ui.parts import Link

SHOWN_SHIFTS = 200


@dataclass(frozen=True, slots=True)
class Told:
    """An opening by break-glass that nobody has judged. No word of the case; `href` empty where it is closed to them.

    Attributes:
        falls_to_head: no manager of the case can judge it, so this worker does.
    """

    name: str
    role: str
    at: datetime
    href: str
    to_judge: bool
    falls_to_head: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """An opening in an emergency that falls to a head: who, when, and their sentence. Nothing else of the case."""

    name: str
    role: str
    at: datetime
    until_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """The opening that a head judges."""

    title: str
    opening: Opening


@dataclass(frozen=True, slots=True)
class LookAgain:
    """A restriction or a withholding whose day to be looked at again has come."""

    what: str
    on: date
    family_name: str
    reference: str
    href: str


@dataclass(frozen=True, slots=True)
class OnDuty:
    """That somebody is on duty now."""

    team: str
    until_at: datetime


@dataclass(frozen=True, slots=True)
class Duties:
    """What the front page says besides the cases."""

    told: Sequence[Told]
    again: Sequence[LookAgain]
    on_duty: Sequence[OnDuty]
    looks: Sequence[LookLine]
    doings: Sequence[Link]
    passed: Sequence[past_plan.ToReview] = ()
    to_ask: Sequence[contact_plan.ToAsk] = ()

    @property
    def waits(self) -> bool:
        """Tell whether anything of it waits for somebody."""
        return bool(self.told or self.again or self.looks or self.passed or self.to_ask)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLine:
    """A duty shift."""

    id: UUID
    name: str
    role: str
    team: str
    from_at: datetime
    until_at: datetime
    given_by: str
    may_end: bool


@dataclass(frozen=True, slots=True)
class ShiftsPage:
    """Who is on duty, and who will be."""

    title: str
    shifts: Sequence[ShiftLine]


@dataclass(frozen=True, slots=True)
class ShiftPage:
    """The shift that would be ended."""

    title: str
    shift: ShiftLine


@dataclass(frozen=True, slots=True)
class ByReferencePage:
    """A page on which a case is named by its reference; it knows none."""

    title: str
    on_duty: Sequence[OnDuty] = ()


def duties(by: Worker, at: datetime) -> Duties:
    """Show what waits for this worker besides their cases: seven queries; for a manager one more, and one a case."""
    return Duties(
        told=_told(),
        again=_again(at),
        on_duty=on_duty(by, at),
        looks=looks_waiting(by, at),
        doings=_doings(by),
        passed=past_plan.to_review(by),
        to_ask=contact_plan.to_ask(timezone.localdate(at)),
    )


def opening_page(glass_id: UUID) -> OpeningPage:
    """Show an opening that falls to the asking worker as a head.

    Raises:
        NotFound: there is none, it was judged, or a manager of the case judges it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT worker_id, at, until_at, why FROM kith_opening_to_judge(%s)", [glass_id])
        found = cursor.fetchone()
    if found is None:
        raise NotFound
    who, at, until_at, why = found
    worker = Worker.objects.get(id=who)
    shown = Opening(worker.name, worker.get_role_display(), at, until_at, why)
    return OpeningPage("Was this opening right?", shown)


def on_duty(by: Worker, at: datetime) -> list[OnDuty]:
    """List the shifts that somebody is on now."""
    rows = Shift.objects.filter(worker=by, from_at__lte=at, until_at__gt=at).select_related("team").order_by("until_at")
    return [OnDuty(row.team.name if row.team else "", row.until_at) for row in rows]


def shifts_page(by: Worker, at: datetime) -> ShiftsPage:
    """Show who is on duty and who will be, soonest first."""
    rows = Shift.objects.filter(until_at__gt=at).select_related("worker", "team", "given_by").order_by("from_at", "id")
    given = {key for key, _ in teams_for_shifts()}
    lines = [
        _shift(row, may_end=str(row.team_id or "") in given and row.worker_id != by.id) for row in rows[:SHOWN_SHIFTS]
    ]
    return ShiftsPage("Duty shifts", lines)


def shift_to_end(shift_id: UUID, at: datetime) -> Shift:
    """Find a shift that is not over.

    Raises:
        NotFound: there is none, or it is over.
    """
    rows = Shift.objects.filter(id=shift_id, until_at__gt=at)
    found = rows.select_related("worker", "team", "given_by").first()
    if found is None or not may_give_shift(found.team):
        raise NotFound
    return found


def shift_page(shift: Shift) -> ShiftPage:
    """Give the page on which a shift is ended."""
    return ShiftPage(f"End {shift.worker.name}'s shift", _shift(shift, may_end=True))


def teams_for_shifts() -> list[tuple[str, str]]:
    """List the teams that the asking worker may put somebody on duty for; an empty id is the whole agency."""
    found = [("", "The whole agency")] if may_give_shift(None) else []
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM core_team WHERE kith_may_give_shift(id) ORDER BY name")
        return found + [(str(team_id), name) for team_id, name in cursor.fetchall()]


def _told() -> list[Told]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT glass_id, case_id, worker_id, at, to_judge FROM kith_told()")
        rows = cursor.fetchall()
    workers = Worker.objects.in_bulk({UUID(str(row[2])) for row in rows})
    return [_line_of(row, workers[UUID(str(row[2]))]) for row in rows]


def _line_of(row: Sequence[object], worker: Worker) -> Told:
    glass_id, case_id, _, at, to_judge = row
    href = address("record:access", case_id) if case_id else ""
    falls_to_head = bool(to_judge and not case_id)
    if falls_to_head:
        href = address("record:judge_opening", glass_id)
    elif to_judge:
        href = address("record:review_break_glass", case_id, glass_id)
    return Told(worker.name, worker.get_role_display(), at, href, bool(to_judge), falls_to_head)  # type: ignore[arg-type]


def _again(at: datetime) -> list[LookAgain]:
    today = timezone.localdate(at)
    restrictions = Restriction.objects.filter(lifted_at__isnull=True, review_on__lte=today).select_related("case")
    withheld = Withholding.objects.filter(ended_at__isnull=True, look_again_on__lte=today).select_related("case")
    found = [("Restricted", row.review_on, row.case, "record:access") for row in restrictions]
    found += [("Looks withheld", row.look_again_on, row.case, "record:plain") for row in withheld]
    return [
        LookAgain(what, on, case.family_name, case.reference, address(name, case.id))
        for what, on, case, name in sorted(found, key=lambda each: each[1])
    ]


def _doings(by: Worker) -> list[Link]:
    found = []
    if by.may(Permission.REACH_CASE):
        found.append(Link("Open a case by its reference", address("record:reach")))
    if by.may(Permission.OPEN_CASE):
        found.append(Link("Declare a conflict of interest", address("record:declare_conflict")))
    if by.may(Permission.GIVE_SHIFT):
        found.append(Link("Duty shifts", address("record:shifts")))
    return found


def _shift(row: Shift, *, may_end: bool) -> ShiftLine:
    return ShiftLine(
        id=row.id,
        name=row.worker.name,
        role=row.worker.get_role_display(),
        team=row.team.name if row.team else "",
        from_at=row.from_at,
        until_at=row.until_at,
        given_by=row.given_by.name,
        may_end=may_end,
    )
