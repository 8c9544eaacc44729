"""A message on its way: its states, what a mail server's answer means, and when to try again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class State(StrEnum):
    """Where a message stands. It moves only forward; back to waiting only where it certainly was not taken."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNSURE = "unsure"


#: The database refuses every other move too (migration 0002). An unsure message is never queued again by itself.
_MOVES = {
    State.QUEUED: {State.SENDING, State.REFUSED},
    State.SENDING: {State.SENT, State.REFUSED, State.QUEUED, State.UNSURE},
    State.UNSURE: {State.SENT, State.REFUSED},
    State.SENT: set(),
    State.REFUSED: set(),
}

_WAITS_MINUTES = (1, 2, 5, 10, 20, 40)
_LONGEST_WAIT = timedelta(hours=1)
TRIED_FOR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of handing a message over: the state that follows, and the answer in plain words."""

    state: State
    says: str


def may_move(old: State, new: State) -> bool:
    """Tell whether a message may go from one state to another."""
    return new in _MOVES[old]


def wait_after(attempts: int) -> timedelta:
    """Say how long to wait after this many tries: a minute at first, then longer, an hour at most."""
    if attempts > len(_WAITS_MINUTES):
        return _LONGEST_WAIT
    return timedelta(minutes=_WAITS_MINUTES[max(attempts, 1) - 1])


def is_too_late(queued_at: datetime, at: datetime) -> bool:
    """Tell whether a message has waited so long that a person should read it again before it leaves."""
    return at - queued_at > TRIED_FOR


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
