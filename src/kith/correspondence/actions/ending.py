"""What became of a message, as a person or a receipt says; and putting away what needs no look any more."""

import hashlib
import json
from datetime import date, datetime
from uuid import UUID

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import rules
from kith.correspondence.models import Message, Outbox, Receipt
from kith.correspondence.rules import State


class NotByHand(Refusal):
    """What was noted as done by hand is past, or is not done by hand."""


def _row_of(message: Message) -> Outbox:
    return Outbox.objects.select_for_update().get(case_id=message.case_id, message=message)


def _move(row: Outbox, state: State, says: str, by: Worker, at: datetime) -> Outbox:
    row.state, row.says, row.ended_at = state, says, at
    row.save(update_fields=["state", "says", "ended_at", "settled_by"])
    facts = {"attempt": row.attempts, "message": str(row.message_id)}
    verb = f"message.{row.state}"
    ledger.note(verb, case_id=row.case_id, by=by.id, at=at, about=row, facts=facts, words={"says": says})
    return row


@action
def settle(*, message: Message, arrived: bool, how_known: str, by: Worker, at: datetime) -> Outbox:
    """Say what came of a message that may have been sent, as a person found out.

    Args:
        how_known: how it is known, in the worker's words.

    A message that is not unsure stays as it is.
    """
    row = _row_of(message)
    if row.state != State.UNSURE:
        ledger.nothing_changed()
        return row
    row.settled_by = by
    found = "It arrived" if arrived else "It did not arrive"
    return _move(row, State.SENT if arrived else State.REFUSED, f"{found}: {how_known.strip()}", by, at)


@action
def note_posted(*, message: Message, posted_on: date, by: Worker, at: datetime) -> Outbox:
    """Note that a letter was printed and posted.

    Raises:
        NotByHand: it is no letter that waits to be posted.
    """
    row = _by_hand(message, "letter")
    row.settled_by = by
    return _move(row, State.SENT, f"Posted on {posted_on.day} {posted_on:%B %Y}.", by, at)


@action
def note_call(*, message: Message, reached: bool, outcome: str, by: Worker, at: datetime) -> Outbox:
    """Note how a call went; one that reached nobody stays to be made.

    Raises:
        NotByHand: it is no call that waits to be made.
    """
    row = _by_hand(message, "phone")
    words = outcome.strip()
    if reached:
        row.settled_by = by
        return _move(row, State.DELIVERED, f"Reached: {words}" if words else "Reached.", by, at)
    row.attempts, row.says = row.attempts + 1, f"Not reached: {words}" if words else "Not reached."
    row.save(update_fields=["attempts", "says"])
    facts = {"attempt": row.attempts, "message": str(row.message_id)}
    ledger.note(
        "message.not_reached", case_id=row.case_id, by=by.id, at=at, about=row, facts=facts, words={"says": row.says}
    )
    return row


def _by_hand(message: Message, channel: str) -> Outbox:
    row = _row_of(message)
    if row.state != State.CREATED or message.channel != channel:
        raise NotByHand("This has been noted already, or its time is over. Nothing was changed.")
    return row


@action
def stop(*, message: Message, by: Worker, at: datetime) -> Outbox:
    """Stop a message that nobody has yet; one that is on its way, or gone, stays as it is."""
    row = _row_of(message)
    if row.state not in rules.WAITING:
        ledger.nothing_changed()
        return row
    row.settled_by = by
    return _move(row, State.REFUSED, "It was stopped before it left.", by, at)


@action
def put_away(*, message: Message, by: Worker, at: datetime) -> None:
    """Say that a message which did not go has been seen: it waits for nobody any more."""
    row = _row_of(message)
    if row.state not in rules.DID_NOT_GO or row.settled_by_id:
        ledger.nothing_changed()
        return
    row.settled_by = by
    row.save(update_fields=["settled_by"])
    ledger.note("message.put_away", case_id=row.case_id, by=by.id, at=at, about=row)


@action
def take_receipt(
    *,
    outbox_id: UUID,
    status: str,
    by: Worker,
    at: datetime,
    their_reference: str = "",
    theirs_at: datetime | None = None,
) -> Receipt | None:
    """Keep what a channel says of a message, once, and move the message on if that is news.

    Receipts come late, twice and in any order: one that speaks of a state the message is past moves nothing, and a
    bounce is the one thing that may follow a delivery.

    Args:
        status: the channel's own word.
        theirs_at: when it happened, as the channel says.
        by: in whose name it is noted: who wrote the message.

    Returns:
        the receipt; None if the same came before.
    """
    row = Outbox.objects.select_for_update().get(id=outbox_id)
    mark = hashlib.sha256(json.dumps([status, their_reference, str(theirs_at)]).encode()).digest()
    if Receipt.objects.filter(case_id=row.case_id, outbox=row, mark=mark).exists():
        ledger.nothing_changed()
        return None
    meaning = rules.meaning_of(status)
    steps = rules.steps_to(State(row.state), meaning.state) if meaning else None
    kept = Receipt.objects.create(
        case_id=row.case_id,
        outbox=row,
        status=status[:40],
        mark=mark,
        came_at=at,
        theirs_at=theirs_at,
        is_late=steps is None,
    )
    facts = {"status": status[:40], "message": str(row.message_id)}
    ledger.note("message.receipt", case_id=row.case_id, by=by.id, at=at, about=row, facts=facts)
    if meaning and steps:
        _carry(row, steps, meaning.says, by, at)
    return kept


def _carry(row: Outbox, steps: tuple[State, ...], says: str, by: Worker, at: datetime) -> None:
    *through, last = steps
    for state in through:
        row.state = state
        row.save(update_fields=["state"])
    row.settled_by = None  # what is known now is new to whoever looked before
    _move(row, last, says, by, at)
