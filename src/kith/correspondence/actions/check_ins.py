"""Check-ins: begun because somebody chose them, sent through the one exit each time, stopped the moment they say so."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import queries, rules
from kith.correspondence.actions.sending import send_message
from kith.correspondence.models import CheckIn
from kith.record import queries as record
from kith.record.models import Case, Participant

PURPOSE = "A check-in that they chose"


@action
def start_check_in(
    *, case: Case, reader: Participant, words: Mapping[str, str], days: Mapping[str, Any], by: Worker, at: datetime
) -> CheckIn:
    """Begin a check-in.

    Args:
        words: `subject`, `text`, and `chosen_how`: how they said that they want it.
        days: `every_days` (int), `at_clock` (time), `first_on` and `until_on` (dates).

    Raises:
        rules.NotACheckIn: days that cannot be.
        rules.NotSendable: words that cannot be sent.
        queries.CannotWrite: there is no address that may be written to.
    """
    rules.check_days(days["first_on"], days["until_on"], timezone.localdate(at))
    rules.check_subject(words["subject"])
    rules.check_text(words["text"])
    way = queries.way_to(case, reader)
    row = CheckIn(case=case, reader=reader, contact_id=way.address.id, started_by=by, started_at=at, **words, **days)
    row.next_at = _next(row, at)
    if row.next_at is None:
        raise rules.NotACheckIn("That hour has passed on the last day: choose a later last day.")
    row.save(force_insert=True)
    facts = {"reader": str(reader.id), "every_days": row.every_days, "until": row.until_on.isoformat()}
    ledger.note("check_in.started", case_id=case.id, by=by.id, at=at, about=row, facts=facts)
    return row


@action
def send_check_in(*, check_in_id: UUID, by: Worker, at: datetime) -> None:
    """Send a check-in that is due, once, and say when the next is; where it may not leave, it waits for its worker.

    One that is hours late (Kith was down) is left out rather than sent at an odd hour.
    """
    row = CheckIn.objects.select_for_update().filter(id=check_in_id, next_at__lte=at).first()
    if row is None or row.next_at is None:
        ledger.nothing_changed()
        return
    due, row.next_at = row.next_at, _next(row, at)
    row.waits_because = "" if at - due > rules.STILL_TIMELY else _sent(row, by, at)
    if row.waits_because:
        row.next_at = None
    row.save(update_fields=["next_at", "waits_because"])
    verb = "check_in.waits" if row.waits_because else "check_in.came_round"
    ledger.note(verb, case_id=row.case_id, by=by.id, at=at, about=row)


def _sent(row: CheckIn, by: Worker, at: datetime) -> str:
    """Send it; gives why it could not be sent, or nothing."""
    if record.closed_on(row.case) is not None:
        return "The case is closed."
    try:
        sent = send_message(
            case=row.case,
            reader=row.reader,
            subject=row.subject,
            text=row.text,
            way=row.contact_id,
            purpose=PURPOSE,
            is_draft=False,
            by=by,
            at=at,
        )
    except files.NoAnswer:
        raise  # for a while: the job is tried again
    except Refusal as refusal:
        return str(refusal)
    return "" if sent.message else "The check before sending found something in it. Read it as them, and start it anew."


@action
def stop_check_in(*, check_in: CheckIn, why: str, by: Worker, at: datetime) -> None:
    """Stop a check-in for good; one that was stopped already stays as it is."""
    row = CheckIn.objects.select_for_update().get(case_id=check_in.case_id, id=check_in.id)
    if row.ended_at is not None:
        ledger.nothing_changed()
        return
    row.next_at, row.ended_at, row.ended_by, row.ended_why = None, at, by, why.strip()
    row.save(update_fields=["next_at", "ended_at", "ended_by", "ended_why"])
    ledger.note("check_in.stopped", case_id=row.case_id, by=by.id, at=at, about=row, words={"why": row.ended_why})


def _next(row: CheckIn, after: datetime) -> datetime | None:
    first: date = row.first_on
    clock: time = row.at_clock
    return rules.next_due(
        first_on=first,
        at_clock=clock,
        every_days=row.every_days,
        until_on=row.until_on,
        after=after,
        zone=settings.TIME_ZONE,
    )
