"""What a receipt means: a channel's own word for what became of a message, put into a state and a sentence."""

from dataclasses import dataclass

from kith.correspondence.rules.outbox import State, may_move


@dataclass(frozen=True, slots=True)
class Meaning:
    """The state a receipt speaks of, and what it says in plain words."""

    state: State
    says: str


_UNDER_WAY = Meaning(State.SENT, "It is on its way.")
_ARRIVED = Meaning(State.DELIVERED, "It was delivered. That does not say that it was read.")
_MEANINGS = {
    "created": _UNDER_WAY,
    "sending": _UNDER_WAY,
    "pending": _UNDER_WAY,
    "sent": Meaning(State.SENT, "It was handed on to a network abroad, which does not say whether it arrived."),
    "accepted": Meaning(State.SENT, "The letter will be printed."),
    "received": Meaning(State.SENT, "The letter was printed and posted."),
    "delivered": _ARRIVED,
    "permanent-failure": Meaning(State.FAILED, "It could not be delivered: there is no such number or address."),
    "temporary-failure": Meaning(
        State.FAILED, "It could not be delivered: the phone or mailbox was off, full or out of reach."
    ),
    "technical-failure": Meaning(State.FAILED, "It was not delivered: something failed between the services."),
    "cancelled": Meaning(State.FAILED, "The letter was cancelled before it was printed."),
    "virus-scan-failed": Meaning(State.FAILED, "The letter was not printed: its file did not pass a virus scan."),
    "validation-failed": Meaning(State.FAILED, "The letter was not printed: it does not lie as a letter must."),
}


def meaning_of(status: str) -> Meaning | None:
    """Read a status word; None for one that moves nothing (a check of a letter's file is still going on, or unknown).

    References:
        docs.notifications.service.gov.uk, "Status descriptions" (words of our own).
    """
    return _MEANINGS.get(status)


def steps_to(old: State, new: State) -> tuple[State, ...] | None:
    """Say by which states a receipt takes a message on; None where the message is there already, or past it.

    A message that waits for another try may turn out to have been taken after all: it goes by way of "sending".
    """
    if may_move(old, new):
        return (new,)
    if old in {State.QUEUED, State.HELD} and may_move(State.SENDING, new):
        return (State.SENDING, new)
    return None
