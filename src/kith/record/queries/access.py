"""Who may open a case, by which way, and what closes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from kith.core import teams
from kith.core.errors import NotFound
from kith.core.models import Membership, Worker
from kith.core.permissions import Permission
from kith.record.models import Access, BreakGlass, Case, Conflict, Restriction
from kith.record.queries.heads import CaseHead, case_head
from kith.record.queries.ways import manages, may_give

Row = TypeVar("Row")
_HELD = (Access.Why.ALLOCATED, Access.Why.OPENED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """A worker's way into the case. `until_at` None: it lasts until somebody ends it."""

    id: UUID
    name: str
    role: str
    team: str
    why: str
    note: str
    from_at: datetime
    until_at: datetime | None
    given_by: str
    is_own: bool
    may_hand_over: bool


@dataclass(frozen=True, slots=True)
class Manager:
    """Somebody who may open the case as a manager of its team."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Restricted:
    """That the case is restricted: why, by whom, and when that is looked at again."""

    id: UUID
    why: str
    by: str
    at: datetime
    review_on: date
    is_due: bool


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Somebody who may never open the case."""

    id: UUID
    name: str
    role: str
    why: str
    declared_by: str
    at: datetime
    ended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GlassLine:
    """An opening by break-glass, and what a manager said of it."""

    id: UUID
    name: str
    role: str
    why: str
    at: datetime
    until_at: datetime
    verdict: str
    review: str
    may_review: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPage:
    """Who may open the case now, by which way; who might once; what closes it to whom."""

    title: str
    case: CaseHead
    now: list[AccessLine]
    ended: list[AccessLine]
    team: str
    managers: list[Manager]
    is_made_up: bool
    restricted: Restricted | None
    conflicts: list[ConflictLine]
    glasses: list[GlassLine]
    may_give: bool
    manages: bool


@dataclass(frozen=True, slots=True)
class EndAccessPage:
    """The access that would be ended or handed over."""

    title: str
    case: CaseHead
    access: AccessLine


@dataclass(frozen=True, slots=True)
class GlassPage:
    """The opening that a manager judges."""

    title: str
    case: CaseHead
    glass: GlassLine


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """The conflict that would be ended."""

    title: str
    case: CaseHead
    conflict: ConflictLine


def held_at(rows: QuerySet[Access], at: datetime) -> QuerySet[Access]:
    """Keep the accesses that hold at a time, those that ended with their shift left out."""
    now = rows.filter(Q(until_at__isnull=True) | Q(until_at__gt=at), from_at__lte=at)
    return now.filter(Q(shift__isnull=True) | Q(shift__until_at__gt=at))


def managers_of(case: Case, at: datetime) -> list[Membership]:
    """List who manages the team that holds the case."""
    if case.team_id is None:
        return []
    rows = teams.current(at).filter(team_id=case.team_id, is_manager=True, worker__is_active=True)
    return list(rows.select_related("worker").order_by("worker__name"))


def access_page(case: Case, by: Worker, at: datetime) -> AccessPage:
    """Show who may open the case."""
    rows = Access.objects.filter(case=case).select_related("worker", "given_by", "shift").order_by("-from_at", "id")
    held = set(held_at(rows, at).values_list("id", flat=True))
    names = teams.names_of({row.worker_id for row in rows}, at)
    lines = [_line(row, by, names) for row in rows]
    is_manager = manages(case)
    return AccessPage(
        title="Access",
        case=case_head(case),
        now=[line for line in lines if line.id in held],
        ended=[line for line in lines if line.id not in held],
        team=case.team.name if case.team else "",
        managers=[Manager(row.worker.name, row.worker.get_role_display()) for row in managers_of(case, at)],
        is_made_up=case.is_made_up,
        restricted=_restricted(case, at),
        conflicts=_conflicts(case) if is_manager else [],
        glasses=_glasses(case, by, is_manager=is_manager),
        may_give=by.may(Permission.GIVE_ACCESS) and may_give(case),
        manages=is_manager and by.may(Permission.GIVE_ACCESS),
    )


def access_in(case: Case, access_id: UUID, at: datetime) -> Access:
    """Find an access to the case that holds now.

    Raises:
        NotFound: not of this case, or ended already.
    """
    rows = held_at(Access.objects.filter(case=case, id=access_id), at)
    return _found(rows.select_related("worker", "given_by", "case").first())


def restriction_of(case: Case) -> Restriction:
    """Find the restriction that stands.

    Raises:
        NotFound: the case is not restricted.
    """
    return _found(Restriction.objects.filter(case=case, lifted_at__isnull=True).select_related("case").first())


def conflict_in(case: Case, conflict_id: UUID) -> Conflict:
    """Find a conflict of interest that stands, for a manager of the case.

    Raises:
        NotFound: not of this case, over, or not this worker's to see.
    """
    rows = Conflict.objects.filter(case=case, id=conflict_id, ended_at__isnull=True)
    return _found(rows.select_related("worker", "declared_by", "case").first())


def glass_in(case: Case, glass_id: UUID) -> BreakGlass:
    """Find an opening by break-glass that no manager has judged.

    Raises:
        NotFound: not of this case, or judged already.
    """
    rows = BreakGlass.objects.filter(case=case, id=glass_id, reviewed_at__isnull=True)
    return _found(rows.select_related("worker", "case").first())


def end_access_page(case: Case, access: Access, by: Worker, at: datetime) -> EndAccessPage:
    """Give the page on which an access is ended."""
    line = _line(access, by, teams.names_of({access.worker_id}, at))
    return EndAccessPage(f"End {access.worker.name}'s access", case_head(case), line)


def hand_over_page(case: Case, access: Access, by: Worker, at: datetime) -> EndAccessPage:
    """Give the page on which a colleague is given what somebody holds."""
    line = _line(access, by, teams.names_of({access.worker_id}, at))
    return EndAccessPage("Hand this case over", case_head(case), line)


def glass_page(case: Case, glass: BreakGlass, by: Worker) -> GlassPage:
    """Give the page on which a manager judges an opening by break-glass."""
    return GlassPage("Was this opening right?", case_head(case), _glass(glass, by, is_manager=True))


def conflict_page(case: Case, conflict: Conflict) -> ConflictPage:
    """Give the page on which a conflict of interest is ended."""
    return ConflictPage("End a conflict of interest", case_head(case), _conflict(conflict))


def colleague(email: str) -> Worker | None:
    """Find somebody who works here and may sign in, by e-mail address."""
    return Worker.objects.filter(email__iexact=email.strip(), is_active=True).first()


def _found(row: Row | None) -> Row:
    if row is None:
        raise NotFound
    return row


def _restricted(case: Case, at: datetime) -> Restricted | None:
    rows = Restriction.objects.filter(case=case, lifted_at__isnull=True)
    row = rows.select_related("restricted_by").first() if case.is_restricted else None
    if row is None:
        return None
    due = row.review_on <= timezone.localdate(at)
    return Restricted(row.id, row.why, row.restricted_by.name, row.restricted_at, row.review_on, due)


def _conflicts(case: Case) -> list[ConflictLine]:
    rows = Conflict.objects.filter(case=case).select_related("worker", "declared_by").order_by("-declared_at", "id")
    return [_conflict(row) for row in rows]


def _conflict(row: Conflict) -> ConflictLine:
    return ConflictLine(
        row.id,
        row.worker.name,
        row.worker.get_role_display(),
        row.why,
        row.declared_by.name,
        row.declared_at,
        row.ended_why,
    )


def _glasses(case: Case, by: Worker, *, is_manager: bool) -> list[GlassLine]:
    rows = BreakGlass.objects.filter(case=case).select_related("worker", "reviewed_by").order_by("-at", "id")
    return [_glass(row, by, is_manager=is_manager) for row in rows]


def _glass(row: BreakGlass, by: Worker, *, is_manager: bool) -> GlassLine:
    said = {None: "Not judged yet", True: "Appropriate", False: "Not appropriate"}
    return GlassLine(
        id=row.id,
        name=row.worker.name,
        role=row.worker.get_role_display(),
        why=row.why,
        at=row.at,
        until_at=row.until_at,
        verdict=f"{said[row.was_right]}, says {row.reviewed_by.name}" if row.reviewed_by else said[None],
        review=row.review_text,
        may_review=is_manager and row.reviewed_at is None and row.worker_id != by.id,
    )


def _line(row: Access, by: Worker, teams_by_worker: Mapping[UUID, str]) -> AccessLine:
    ends = [each for each in (row.until_at, row.shift.until_at if row.shift else None) if each]
    return AccessLine(
        id=row.id,
        name=row.worker.name,
        role=row.worker.get_role_display(),
        team=teams_by_worker.get(row.worker_id, ""),
        why=row.get_why_display(),
        note=row.note,
        from_at=row.from_at,
        until_at=min(ends) if ends else None,
        given_by=row.given_by.name,
        is_own=row.worker_id == by.id,
        may_hand_over=row.why in _HELD,
    )
