"""Closing a case and opening it again; how long it is kept; what holds it; asking that something be erased."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record import queries
from kith.record.models import Case, Closing, Hold, Keeping, Review
from kith.record.rules import Wrong, keeping


class NotClosed(Refusal):
    """The case cannot be closed, or opened again, as asked; nothing is written."""


class NotHeld(Refusal):
    """A hold cannot be placed or ended as asked; nothing is written."""


class AskedAlready(Refusal):
    """Somebody asked for the same already, and it was not decided."""


class NoDay(Refusal):
    """A schedule is counted from a day that was not given."""


@action
def close_case(*, case: Case, since_on: date, why: str, by: Worker, at: datetime) -> Closing:
    """Close a case: the time for which it is kept is counted from now on.

    Raises:
        NotClosed: it is closed already, or the day is not one on which it could be.
    """
    return _say(case, Closing.State.CLOSED, since_on, why, by, at)


@action
def reopen_case(*, case: Case, since_on: date, why: str, by: Worker, at: datetime) -> Closing:
    """Open a closed case again. The closing stays as it was written.

    Raises:
        NotClosed: it is open already, or the day has not come.
    """
    return _say(case, Closing.State.REOPENED, since_on, why, by, at)


def _say(case: Case, state: Closing.State, since_on: date, why: str, by: Worker, at: datetime) -> Closing:
    is_closed = queries.closed_on(case) is not None
    closes = state == Closing.State.CLOSED
    try:
        keeping.check_closing(is_closed, closes, since_on, case.opened_on, timezone.localdate(at))
    except Wrong as wrong:
        raise NotClosed(str(wrong)) from None
    made = Closing.objects.create(case=case, state=state, since_on=since_on, why=why, said_by=by, said_at=at)
    facts = {"since_on": since_on.isoformat()}
    verb = "case.closed" if closes else "case.reopened"
    ledger.note(verb, case_id=case.id, by=by.id, at=at, about=made, facts=facts, words={"why": why})
    return made


@action
def choose_schedule(
    *, case: Case, schedule: str, why: str, by: Worker, at: datetime, counted_from_on: date | None = None
) -> Keeping:
    """Choose the retention schedule of a case, with the reason; the choices before it stay.

    Raises:
        NoDay: the schedule is counted from a day that only a person knows, and none was given.
    """
    row = queries.schedule_row(schedule, timezone.localdate(at))
    if row is None:
        raise NoDay("This schedule is not in force any more. Choose another.")
    counted_from = str(row.value.get("from", ""))
    if counted_from not in (*keeping.BIRTHS, keeping.CLOSING) and counted_from_on is None:
        raise NoDay("Enter the day from which this schedule is counted.")
    made = Keeping.objects.create(
        case=case, schedule=schedule, counted_from_on=counted_from_on, why=why, chosen_by=by, chosen_at=at
    )
    facts = {"schedule": schedule, "counted_from_on": counted_from_on.isoformat() if counted_from_on else ""}
    ledger.note("schedule.chosen", case_id=case.id, by=by.id, at=at, about=made, facts=facts, words={"why": why})
    return made


@action
def place_hold(
    *,
    case: Case,
    kind: str,
    who: str,
    why: str,
    from_on: date,
    by: Worker,
    at: datetime,
    until_on: date | None = None,
) -> Hold:
    """Place a legal hold: from now on nothing of the case is destroyed, by nobody.

    Raises:
        NotHeld: its days are in the wrong order.
    """
    try:
        keeping.check_hold(from_on, until_on)
    except Wrong as wrong:
        raise NotHeld(str(wrong)) from None
    made = Hold.objects.create(
        case=case, kind=kind, who=who, why=why, from_on=from_on, until_on=until_on, placed_by=by, placed_at=at
    )
    facts = {"kind": kind, "until_on": until_on.isoformat() if until_on else ""}
    words = {"who": who, "why": why}
    ledger.note("hold.placed", case_id=case.id, by=by.id, at=at, about=made, facts=facts, words=words)
    return made


@action
def end_hold(*, hold: Hold, why: str, by: Worker, at: datetime) -> Hold:
    """End a legal hold; its row stays.

    Raises:
        NotHeld: it ended already.
    """
    if hold.ended_at is not None:
        raise NotHeld("This hold has ended already.")
    hold.ended_by, hold.ended_at, hold.ended_why = by, at, why
    hold.save(update_fields=["ended_by", "ended_at", "ended_why"])
    ledger.note("hold.ended", case_id=hold.case_id, by=by.id, at=at, about=hold, words={"why": why})
    return hold


@action
def ask_erasure(*, case: Case, what: str, thing: UUID, ground: str, why: str, by: Worker, at: datetime) -> Review:
    """Ask that one thing in the case be erased. One person decides, a second confirms; until then nothing changes.

    The reason is kept in the review and not beside the ledger: it may repeat what is to be erased, and goes with it.

    Raises:
        AskedAlready: it was asked for and is not decided.
    """
    if Review.objects.filter(case=case, what=what, thing=thing, confirmed_at__isnull=True, decision="").exists():
        raise AskedAlready("Somebody has asked for this already. It waits for the information governance lead.")
    made = Review.objects.create(case=case, what=what, thing=thing, ground=ground, why=why, asked_by=by, asked_at=at)
    facts = {"what": what, "thing": str(thing), "ground": ground}
    ledger.note("erasure.asked", case_id=case.id, by=by.id, at=at, about=made, facts=facts)
    return made
