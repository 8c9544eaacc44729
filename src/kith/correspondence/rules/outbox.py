"""A message on its way: its states, what an answer or a receipt means, when to try again and when to stop."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID


class State(StrEnum):
    """Where a message stands. It moves only forward; back to waiting only where it certainly was not taken."""

    CREATED = "created"
    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    EXPIRED = "expired"
    REFUSED = "refused"
    UNSURE = "unsure"


#: The database refuses every other move too (migration 0006). An unsure message is never queued again by itself.
_MOVES = {
    State.CREATED: {State.SENT, State.DELIVERED, State.FAILED, State.REFUSED, State.EXPIRED},
    State.HELD: {State.QUEUED, State.SENDING, State.REFUSED, State.EXPIRED},
    State.QUEUED: {State.HELD, State.SENDING, State.REFUSED, State.EXPIRED},
    State.SENDING: {
        State.SENT,
        State.DELIVERED,
        State.FAILED,
        State.REFUSED,
        State.EXPIRED,
        State.QUEUED,
        State.UNSURE,
    },
    State.UNSURE: {State.SENT, State.DELIVERED, State.FAILED, State.REFUSED},
    State.SENT: {State.DELIVERED, State.FAILED},
    State.DELIVERED: {State.FAILED},  # a bounce that came after all
    State.FAILED: set(),
    State.EXPIRED: set(),
    State.REFUSED: set(),
}

#: It waits for a moment or for a try: nobody has it yet.
WAITING = frozenset({State.CREATED, State.HELD, State.QUEUED})
#: It did not reach its reader, and a person should know.
DID_NOT_GO = frozenset({State.REFUSED, State.FAILED, State.EXPIRED})

_WAITS_MINUTES = (1, 2, 5, 10, 20, 40)
_LONGEST_WAIT = timedelta(hours=1)
#: Hours for which a message is of use, unless its writer says less.
USEFUL_HOURS = {"email": 72, "sms": 72, "letter": 14 * 24, "phone": 7 * 24}


@dataclass(frozen=True, slots=True)
class Load:
    """What is handed over: the frozen bytes, whom they are from and to, and which try this is."""

    outbox_id: UUID
    channel: str
    sender: str
    to: str
    data: bytes = field(repr=False)
    reference: str
    attempt: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of handing a message over: the state that follows, the answer in plain words, the channel's own id."""

    state: State
    says: str
    their_reference: str = ""


def may_move(old: State, new: State) -> bool:
    """Tell whether a message may go from one state to another."""
    return new in _MOVES[old]


def wait_after(attempts: int) -> timedelta:
    """Say how long to wait after this many tries: a minute at first, then longer, an hour at most."""
    if attempts > len(_WAITS_MINUTES):
        return _LONGEST_WAIT
    return timedelta(minutes=_WAITS_MINUTES[max(attempts, 1) - 1])


def useless_after(channel: str, leaves_at: datetime, hours: int | None) -> datetime:
    """Say after which moment a message is of no use any more, so that it is not tried again.

    Args:
        leaves_at: when it may leave: a message that is held loses nothing by waiting.
        hours: what its writer chose; None for what is usual for the channel.
    """
    return leaves_at + timedelta(hours=hours or USEFUL_HOURS[channel])


def is_useless(useless_after: datetime, at: datetime) -> bool:
    """Tell whether a message's time is over: a person should read it again before it leaves."""
    return at > useless_after


def answer_of(code: int, says: str) -> Answer:
    """Read a mail server's answer: 2xx taken, 4xx try again, 5xx refused; anything else leaves it unsure.

    References:
        RFC 5321, 4.2.1.
    """
    said = " ".join(says.split())[:300]
    if 200 <= code < 300:
        return Answer(State.SENT, "The mail server took it.")
    if 400 <= code < 500:
        return Answer(State.QUEUED, f"The mail server asked to try later: {code} {said}")
    if 500 <= code < 600:
        return Answer(State.REFUSED, f"The mail server refused it: {code} {said}")
    return Answer(State.UNSURE, "The mail server's answer was not understood. It may have been sent.")
