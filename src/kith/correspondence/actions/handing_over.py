"""A message's way through the outbox. Each step is its own transaction, committed before the next begins."""

from datetime import datetime
from math import ceil
from uuid import UUID

from kith.core import jobs, ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.correspondence import channels, queries, rules
from kith.correspondence.actions.receiving import know_way
from kith.correspondence.models import Message, Outbox
from kith.correspondence.rules import Answer, Load, State
from kith.record.queries.contact_plan import Leave


@action
def take_up(*, outbox_id: UUID, by: Worker, at: datetime) -> Load | None:
    """Take a message that is due up, to be handed over as soon as this is committed.

    A message is looked at again first: its frozen bytes, its address, what has been protected since, and whether its
    reader may be written to at this hour.

    Returns:
        what to hand over; None if it is not due, somebody else has taken it up, its channel is not set up, it is held,
        or it may not leave any more (then it is refused or too late, visibly).
    """
    row = _locked(outbox_id)
    if row is None or row.state not in {State.QUEUED, State.HELD} or (row.next_try_at and row.next_try_at > at):
        ledger.nothing_changed()
        return None
    if rules.is_useless(row.useless_after, at):
        _end(row, _too_late(row.says), by, at)
        return None
    if not _is_set_up(row):
        ledger.nothing_changed()  # the page says that it is not set up; the sweep looks again
        return None
    load = queries.load_of(row, at)
    if isinstance(load, Leave):
        _stay(row, load, by, at)
        return None
    row.state, row.attempts, row.taken_at = State.SENDING, load.attempt, at
    row.save(update_fields=["state", "attempts", "taken_at"])
    _know_numbers(row, load, by, at)
    facts = {"attempt": row.attempts, "message": str(row.message_id)}
    ledger.note("message.taken_up", case_id=row.case_id, by=by.id, at=at, about=row, facts=facts)
    return load


def _know_numbers(row: Outbox, load: Load, by: Worker, at: datetime) -> None:
    """Know the numbers of whoever is written to, before it goes: they may answer at once, and by text."""
    message = Message.objects.select_related("reader").get(id=row.message_id)
    numbers = queries.numbers_of(message.case, message.reader)
    for number in dict.fromkeys([*([load.to] if load.channel == "sms" else []), *numbers]):
        know_way(case=message.case, participant=message.reader, value=number, by=by, at=at)


def _locked(outbox_id: UUID) -> Outbox | None:
    return Outbox.objects.select_for_update().filter(id=outbox_id).first()


def _too_late(says: str) -> Answer:
    return Answer(State.EXPIRED, f"It could not be sent while it was of use. {says}".strip())


def _stay(row: Outbox, leave: Leave, by: Worker, at: datetime) -> None:
    """Hold a message until its reader may be written to, or refuse it where they may not be at all."""
    if leave.may != "held" or leave.until is None:
        _end(row, Answer(State.REFUSED, leave.why), by, at)
        return
    row.state, row.says, row.next_try_at = State.HELD, leave.why, leave.until
    row.save(update_fields=["state", "says", "next_try_at"])
    _ask(row, by, max(ceil((leave.until - at).total_seconds()), 0))
    facts = {"until": leave.until.isoformat(), "message": str(row.message_id)}
    ledger.note("message.held", case_id=row.case_id, by=by.id, at=at, about=row, facts=facts)


@action
def note_answer(*, outbox_id: UUID, answer: Answer, by: Worker, at: datetime) -> Outbox | None:
    """Note what came of handing a message over; what was not taken waits and is asked for again.

    A sweep may have marked the message unsure meanwhile: an answer that came after all settles it.
    """
    row = _locked(outbox_id)
    if row is None or row.state not in {State.SENDING, State.UNSURE}:
        ledger.nothing_changed()
        return row
    if row.state == State.UNSURE and answer.state not in {State.SENT, State.REFUSED}:
        ledger.nothing_changed()
        return row
    if answer.state == State.QUEUED and not rules.is_useless(row.useless_after, at):
        return _wait(row, answer, by, at)
    return _end(row, _too_late(answer.says) if answer.state == State.QUEUED else answer, by, at)


def _wait(row: Outbox, answer: Answer, by: Worker, at: datetime) -> Outbox:
    pause = rules.wait_after(row.attempts)
    row.state, row.says, row.next_try_at = State.QUEUED, answer.says, at + pause
    row.save(update_fields=["state", "says", "next_try_at"])
    _ask(row, by, int(pause.total_seconds()))
    facts = {"attempt": row.attempts, "again_in_seconds": int(pause.total_seconds())}
    ledger.note("message.waits", case_id=row.case_id, by=by.id, at=at, about=row, facts=facts)
    return row


def _end(row: Outbox, answer: Answer, by: Worker, at: datetime) -> Outbox:
    row.state, row.says, row.ended_at = answer.state, answer.says, at
    row.their_reference = answer.their_reference or row.their_reference
    row.save(update_fields=["state", "says", "ended_at", "their_reference"])
    facts = {"attempt": row.attempts, "message": str(row.message_id)}
    verb = f"message.{row.state}"
    ledger.note(verb, case_id=row.case_id, by=by.id, at=at, about=row, facts=facts, words={"says": answer.says})
    return row


def _ask(row: Outbox, by: Worker, after_seconds: int = 0) -> None:
    jobs.ask(
        "correspondence.send",
        once=f"outbox:{row.id}",
        after_seconds=after_seconds,
        case_id=row.case_id,
        outbox_id=row.id,
        worker_id=by.id,
    )


@action
def ask_again(*, outbox_id: UUID, by: Worker, at: datetime) -> None:
    """Ask for a message that is due to be sent; one that is asked for already is not asked for twice."""
    row = Outbox.objects.filter(id=outbox_id, state__in=[State.QUEUED, State.HELD]).first()
    if row is not None and (_is_set_up(row) or rules.is_useless(row.useless_after, at)):
        _ask(row, by)  # else it waits until its channel is set up; asking every while would change nothing
    ledger.nothing_changed()


def _is_set_up(row: Outbox) -> bool:
    return channels.of(Message.objects.values_list("channel", flat=True).get(id=row.message_id)) is not None


@action
def mark_unsure(*, outbox_id: UUID, by: Worker, at: datetime) -> Outbox | None:
    """Mark a message as unsure whose handing over was cut off: it may have been sent, and is not sent again.

    For a process that holds the message alone (`queries.alone`): then nobody is handing it over.
    """
    row = _locked(outbox_id)
    if row is None or row.state != State.SENDING:
        ledger.nothing_changed()
        return row
    return _end(row, Answer(State.UNSURE, ""), by, at)


@action
def expire(*, outbox_id: UUID, by: Worker, at: datetime) -> Outbox | None:
    """End what waits for a person (a letter, a call) and is of no use any more."""
    row = _locked(outbox_id)
    if row is None or row.state != State.CREATED or not rules.is_useless(row.useless_after, at):
        ledger.nothing_changed()
        return row
    return _end(row, Answer(State.EXPIRED, "Nobody noted that it was done while it was of use."), by, at)
