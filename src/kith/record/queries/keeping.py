"""How long a case is kept, what holds it, and what was erased in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.core import reference
from kith.core.errors import NotFound
from kith.core.models import Erasure, Worker
from kith.core.permissions import Permission, Role
from kith.record.models import (
    Access,
    AdoptionSeal,
    Case,
    Citation,
    Closing,
    Draft,
    Entry,
    Hold,
    Keeping,
    Participant,
    Review,
)
from kith.record.queries.heads import CaseHead, case_head, participants_of
from kith.record.rules import keeping
from kith.record.rules.keeping import Clock, Ground, Known, What

SCHEDULES = "retention_schedules"
#: Schedules of other things than a case.
OTHER_SCHEDULES = frozenset({"viewing_capture_not_relied_on", "access_log", "staff_account"})


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """That the case was closed or opened again."""

    state: str
    since_on: date
    why: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HoldLine:
    """A legal hold, standing or ended."""

    id: UUID
    kind: str
    who: str
    why: str
    from_on: date
    until_on: date | None
    placed_by: str
    ended_at: datetime | None
    ended_by: str
    stands: bool


@dataclass(frozen=True, slots=True)
class ErasedLine:
    """That something was erased: never what it was."""

    what: str
    at: datetime
    ground: str
    decided_role: str
    confirmed_role: str


@dataclass(frozen=True, slots=True)
class AskedLine:
    """Something that was asked to be erased, and what came of it so far."""

    what: str
    ground: str
    asked_by: str
    asked_at: datetime
    says: str


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """The schedule a case is kept under, as chosen or only suggested."""

    name: str
    says: str
    source: str
    caution: str
    is_chosen: bool
    why: str = ""
    chosen_by: str = ""
    chosen_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingPage:
    """Open or closed, kept until when and why, held by what, and what was erased."""

    title: str
    case: CaseHead
    closed_on: date | None
    closings: list[ClosingLine]
    schedule: ScheduleLine | None
    clock: Clock
    holds: list[HoldLine]
    asked: list[AskedLine]
    erased: list[ErasedLine]
    is_sealed: bool
    may_close: bool
    may_hold: bool


@dataclass(frozen=True, slots=True)
class AskErasurePage:
    """The page on which somebody asks that one thing be erased: what would go, counted, and what would stay."""

    title: str
    case: CaseHead
    counts: list[tuple[str, int]]
    stays: Sequence[str]


#: What an erasure of one kind leaves, as its page says it.
STAYS: dict[What, tuple[str, ...]] = {
    What.CASE: (
        "A line that says a case was erased, when, on what ground and by which roles.",
        "The chain of the ledger: ids and times, without any words. It still verifies.",
        "What was handed or sent to people: they have their own copies.",
    ),
    What.ENTRY: (
        "That there was an entry, of which kind, and who wrote it when.",
        "Entries that it amends or that amend it: ask for each of them.",
        "Copies of what left already, frozen as they left, and words that somebody typed again elsewhere.",
    ),
    What.PARTICIPANT: (
        "That there was somebody in the case, with their part and side.",
        "Protected facts about them: while anything here might tell one, the guard must know it.",
        "Their name where somebody wrote it in an entry, a message or a document, and in exhibits.",
    ),
    What.QUOTATION: (
        "The line itself in its exhibit: ask for the exhibit to be erased if it must go too.",
        "Copies of what left already, frozen as they left.",
    ),
    What.EXHIBIT: (
        "Its number, and when it was taken in, read and looked at by whom.",
        "The same file where it was handed over a second time, or left with a message.",
        "Words about it that somebody wrote in an entry or a statement.",
    ),
    What.DRAFT: ("An entry, decision or message that was made from these words.",),
    What.LINKS: (),
}


def closed_on(case: Case) -> date | None:
    """Give the day since which the case is closed; None while it is open."""
    newest = Closing.objects.filter(case=case).order_by("-said_at", "id").first()
    return newest.since_on if newest and newest.state == Closing.State.CLOSED else None


def schedule_row(key: str, today: date) -> reference.Row | None:
    """Find a retention schedule that is in force."""
    return reference.one(SCHEDULES, key, on=today)


def schedules(today: date) -> list[tuple[str, str, str]]:
    """List the schedules that a case may be kept under: key, name, and what it says."""
    rows = [row for row in reference.rows(SCHEDULES, on=today) if row.key not in OTHER_SCHEDULES]
    return [(row.key, str(row.value["name"]), str(row.value["says"])) for row in rows]


def suggested_schedule(case: Case) -> str:
    """Name the schedule that such a case is usually kept under."""
    return keeping.suggested_schedule(case.kind, AdoptionSeal.objects.filter(case=case).exists())


def clock_of(value: dict[str, Any] | None, known: Known) -> Clock:
    """Work out until when a case is kept; no schedule, no day."""
    if value is None:
        return Clock(None, None, "Nobody has chosen how long this case is kept.", known.is_held)
    return keeping.clock(value, known)


def keeping_page(case: Case, by: Worker, today: date) -> KeepingPage:
    """Show how long a case is kept and why."""
    holds = [_hold_line(row, today) for row in _holds(case)]
    chosen = Keeping.objects.filter(case=case).select_related("chosen_by").order_by("-chosen_at", "id").first()
    row = schedule_row(chosen.schedule if chosen else suggested_schedule(case), today)
    known = Known(
        closed_on=closed_on(case),
        children_born_on=[one.born_on for one in participants_of(case) if one.part == Participant.Part.CHILD],
        counted_from_on=chosen.counted_from_on if chosen else None,
        keep_until=_keep_until(case),
        is_held=any(line.stands for line in holds),
    )
    return KeepingPage(
        title="Closing and keeping",
        case=case_head(case),
        closed_on=known.closed_on,
        closings=_closings(case),
        schedule=schedule_line(row, chosen, today),
        clock=clock_of(row.value if row and chosen else None, known),
        holds=holds,
        asked=_asked(case),
        erased=erased_in(case.id),
        is_sealed=AdoptionSeal.objects.filter(case=case).exists(),
        may_close=by.may(Permission.CLOSE_CASE),
        may_hold=by.may(Permission.HOLD_CASE),
    )


def schedule_line(row: reference.Row | None, chosen: Keeping | None, today: date) -> ScheduleLine | None:
    """Say a schedule in words, with its source, and whether it may be relied on."""
    if row is None:
        return None
    name, says = str(row.value["name"]), str(row.value["says"])
    if chosen is None:
        return ScheduleLine(name, says, row.source, row.caution(today), False)
    who = (chosen.why, chosen.chosen_by.name, chosen.chosen_at)
    return ScheduleLine(name, says, row.source, row.caution(today), True, *who)


def hold_in(case: Case, hold_id: UUID) -> Hold:
    """Find a legal hold of the case that has not ended.

    Raises:
        NotFound: not of this case, or ended.
    """
    found = Hold.objects.filter(case=case, id=hold_id, ended_at__isnull=True).first()
    if found is None:
        raise NotFound
    return found


def ask_erasure_page(case: Case, what: What, thing: UUID) -> AskErasurePage:
    """Give the page on which the erasure of one thing is asked for.

    Raises:
        NotFound: no such thing in the case, or not one that may be asked for.
    """
    if what not in keeping.ASKED or not any(count for _, count in would_erase(case.id, what, thing)):
        raise NotFound
    title = f"Ask for this to be erased: {_thing_in_words(case, what, thing)}"
    return AskErasurePage(title, case_head(case), would_erase(case.id, what, thing), STAYS[what])


def would_erase(case_id: UUID, what: What, thing: UUID | None) -> list[tuple[str, int]]:
    """Count what an erasure would take. The database answers those who may open the case, and those who confirm."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT says, many FROM kith_would_erase(%s, %s, %s)", [case_id, what.value, thing])
        return [(says, many) for says, many in cursor.fetchall() if many]


def erased_in(case_id: UUID) -> list[ErasedLine]:
    """List what was erased in a case, newest first."""
    return [erased_line(row) for row in Erasure.objects.filter(case_id=case_id).order_by("-at", "id")]


def erased_line(row: Erasure) -> ErasedLine:
    """Say that something was erased."""
    roles = dict(Role.choices)
    return ErasedLine(
        What(row.what).label,
        row.at,
        Ground(row.ground).label,
        str(roles.get(row.decided_role, row.decided_role)),
        str(roles.get(row.confirmed_role, row.confirmed_role)),
    )


def erased_says(case_id: UUID, thing: UUID) -> str:
    """Say that one thing was erased, in one sentence; empty if it was not."""
    row = Erasure.objects.filter(case_id=case_id, thing=thing).order_by("at").first()
    if row is None:
        return ""
    line, on = erased_line(row), timezone.localdate(row.at)
    roles = f"{line.decided_role} decided it, {line.confirmed_role} confirmed it"
    return f"{line.what}: erased on {on.day} {on:%B %Y}. {line.ground}. {roles}."


def keepers(case: Case, by: Worker) -> list[tuple[str, str]]:
    """List the others who may open the case now, for a form: who of them may from now on?"""
    rows = Access.objects.filter(case=case, until_at__isnull=True).exclude(worker=by).select_related("worker")
    return [(str(row.worker_id), f"{row.worker.name}, {row.worker.get_role_display().lower()}") for row in rows]


def _keep_until(case: Case) -> date | None:
    kept = Review.objects.filter(case=case, what=What.CASE, decision=keeping.Decided.KEEP, keep_until__isnull=False)
    return max((day for day in kept.values_list("keep_until", flat=True) if day), default=None)


def _closings(case: Case) -> list[ClosingLine]:
    rows = Closing.objects.filter(case=case).select_related("said_by").order_by("-said_at", "id")
    return [ClosingLine(row.get_state_display(), row.since_on, row.why, row.said_by.name, row.said_at) for row in rows]


def _holds(case: Case) -> list[Hold]:
    return list(Hold.objects.filter(case=case).select_related("placed_by", "ended_by").order_by("-placed_at", "id"))


def _hold_line(row: Hold, today: date) -> HoldLine:
    return HoldLine(
        id=row.id,
        kind=row.get_kind_display(),
        who=row.who,
        why=row.why,
        from_on=row.from_on,
        until_on=row.until_on,
        placed_by=row.placed_by.name,
        ended_at=row.ended_at,
        ended_by=row.ended_by.name if row.ended_by else "",
        stands=keeping.holds(row.until_on, row.ended_at is not None, today),
    )


def _asked(case: Case) -> list[AskedLine]:
    rows = Review.objects.filter(case=case, confirmed_at__isnull=True).select_related("asked_by")
    return [
        AskedLine(What(row.what).label, Ground(row.ground).label, row.asked_by.name, row.asked_at, came_of(row))
        for row in rows.order_by("-asked_at", "id")
    ]


def came_of(row: Review) -> str:
    """Say where a review stands that was not carried out."""
    if row.decision == keeping.Decided.DESTROY:
        return "To be destroyed: a second person must confirm it"
    if row.decision == keeping.Decided.KEEP:
        return f"Kept: {row.decided_why}"
    return "Waits for the information governance lead"


def _thing_in_words(case: Case, what: What, thing: UUID) -> str:
    """Name one thing on a page of its own case.

    Raises:
        NotFound: words that somebody else is writing.
    """
    if what is What.ENTRY:
        entry = Entry.objects.get(case=case, id=thing)
        on = timezone.localdate(entry.recorded_at)
        return f"{entry.get_kind_display().lower()} written on {on.day} {on:%B %Y}"
    if what is What.PARTICIPANT:
        return f"the details of {Participant.objects.get(case=case, id=thing).known_as}"
    if what is What.QUOTATION:
        row = Citation.objects.get(case=case, id=thing)
        return f"quotation [{row.label}, line {row.line}]"
    if what is What.EXHIBIT:
        return "an exhibit and its file"
    if not Draft.objects.filter(case=case, id=thing).exists():
        raise NotFound
    return "words you were writing"
