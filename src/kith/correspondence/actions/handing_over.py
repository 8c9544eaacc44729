"""A message's way through the outbox. Each step is its own transaction, committed before the next begins."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from math import ceil
from uuid import UUID

from django.conf import settings

from kith.core import jobs, ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.correspondence import queries, rules
from kith.correspondence.models import Message, Outbox
from kith.correspondence.rules import Answer, State
from kith.record import queries as record_queries
from kith.record.queries import leaving, second_looks, words_leaving
from kith.record.queries.contact_plan import Leave


@dataclass(frozen=True, slots=True)
class Load:
    """What is handed over: the frozen bytes, whom they are from and to, and which try this is."""

    outbox_id: UUID
    sender: str
    to: str
    data: bytes
    attempt: int


@action
def take_up(*, outbox_id: UUID, by: Worker, at: datetime) -> Load | None:
    """Take a message that is due up, to be handed over as soon as this is committed.

    A message is looked at again first: its frozen bytes, its address, and what has been protected since.

    Returns:
        what to hand over; None if it is not due, somebody else has taken it up, there is no mail server, or it may
        not leave any more (then it is refused, visibly).
    """
    row = _locked(outbox_id)
    if row is None or row.state != State.QUEUED or (row.next_try_at and row.next_try_at > at):
        ledger.nothing_changed()
        return None
    if rules.is_too_late(row.queued_at, at):
        _end(row, Answer(State.REFUSED, f"It could not be sent within three days. {row.says}".strip()), by, at)
        return None
    leave = _leave(row, at)
    if leave.may != "now":
        _hold(row, leave, by, at)
        return None
    if not settings.SMTP_HOST:
        ledger.nothing_changed()  # the page says that there is no mail server; the sweep looks again
        return None
    load = _load(row)
    if isinstance(load, str):
        _end(row, Answer(State.REFUSED, load), by, at)
        return None
    row.state, row.attempts, row.taken_at = State.SENDING, load.attempt, at
    row.save(update_fields=["state", "attempts", "taken_at"])
    facts = {"attempt": row.attempts, "message": str(row.message_id)}
    ledger.note("message.taken_up", case_id=row.case_id, by=by.id, at=at, about=row, facts=facts)
    return load


def _leave(row: Outbox, at: datetime) -> Leave:
    """Ask the reader's contact plan again: it may have changed since this was queued."""
    case, message = record_queries.case_in(row.case_id), Message.objects.get(id=row.message_id)
    reader = record_queries.participant_in(case, message.reader_id)
    return queries.still_leaves(case, reader, message, at)


def _hold(row: Outbox, leave: Leave, by: Worker, at: datetime) -> None:
    """Let a message wait for what the plan says now, or, where it says no, refuse it, visibly."""
    if leave.until is None:
        _end(row, Answer(State.REFUSED, f"{leave.why} Nothing was sent."), by, at)
        return
    row.next_try_at, row.says = leave.until, leave.why
    row.save(update_fields=["next_try_at", "says"])
    _ask(row, by, ceil((leave.until - at).total_seconds()))
    facts = {"message": str(row.message_id)}
    ledger.note("message.held", case_id=row.case_id, by=by.id, at=at, about=row, facts=facts)


def _locked(outbox_id: UUID) -> Outbox | None:
    return Outbox.objects.select_for_update().filter(id=outbox_id).first()


def _load(row: Outbox) -> Load | str:
    """Make a message ready to be handed over, or say why it may not leave."""
    message = Message.objects.get(id=row.message_id)
    case = record_queries.case_in(row.case_id)
    copy = leaving.frozen_copies(case, message.release_id)[0]
    if not copy.matches:
        return "The copy that was kept when it was released is not what was released. Nothing was sent. Write it again."
    way = next((each for each in leaving.mail_addresses(case) if each.id == message.contact_id), None)
    if way is None or way.is_ended or not (way.may_write or queries.is_first_contact(case, message.id)):
        return "The address is no longer used, or may no longer be written to. Nothing was sent."
    if not _still_stands(row, message, copy.data):
        return (
            "Since it was written, something in it has been protected from this reader, or marked to be asked about"
            " first. Nothing was sent."
        )
    return Load(row.id, parseaddr(settings.SMTP_FROM)[1], way.value, copy.data, row.attempts + 1)


def _still_stands(row: Outbox, message: Message, data: bytes) -> bool:
    """Judge the frozen bytes again: only what was accepted at the release may be found."""
    case = record_queries.case_in(row.case_id)
    reader = record_queries.participant_in(case, message.reader_id)
    outgoing = leaving.Outgoing(
        channel=message.channel, files=(leaving.OutgoingFile("message.eml", leaving.MAIL, data),)
    )
    verdict = leaving.judge(case=case, reader=reader, outgoing=outgoing, already=message.release_id)
    if words_leaving.to_ask(case, words_leaving.Leaving(outgoing)):
        return False
    return second_looks.still_stands(case, message.release_id, verdict)


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
    if answer.state == State.QUEUED and not rules.is_too_late(row.queued_at, at):
        return _wait(row, answer, by, at)
    if answer.state == State.QUEUED:
        answer = Answer(State.REFUSED, f"It could not be sent within three days. {answer.says}")
    return _end(row, answer, by, at)


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
    row.save(update_fields=["state", "says", "ended_at"])
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
    row = Outbox.objects.filter(id=outbox_id, state=State.QUEUED).first()
    if row is not None:
        _ask(row, by)
    ledger.nothing_changed()


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
def settle(*, message: Message, arrived: bool, how_known: str, by: Worker, at: datetime) -> Outbox:
    """Say what came of a message that may have been sent, as a person found out.

    Args:
        how_known: how it is known, in the worker's words.

    A message that is not unsure stays as it is.
    """
    row = Outbox.objects.select_for_update().get(case_id=message.case_id, message=message)
    if row.state != State.UNSURE:
        ledger.nothing_changed()
        return row
    row.settled_by = by
    row.save(update_fields=["settled_by"])
    found = "It arrived" if arrived else "It did not arrive"
    return _end(row, Answer(State.SENT if arrived else State.REFUSED, f"{found}: {how_known.strip()}"), by, at)
