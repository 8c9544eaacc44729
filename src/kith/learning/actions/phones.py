"""What a phone does in a meeting. Nobody is signed in: a code, and a token of this meeting's, are all that is known.

Each asks one function of the owner's over the families' connection (docs/adr/0028); no table is touched.
"""

from django.db import connections

from kith.core.actions import at_the_door
from kith.core.transactions import FAMILY
from kith.learning.queries.votes import Shown
from kith.learning.rules.votes import NothingCounted

__all__ = ["NothingCounted", "look", "vote"]

_NOT_COUNTED = {
    "moved": "That question was closed before your answer came. It was not counted. This is what is asked now.",
    "full": "Two hundred phones have answered, which is as many as a vote takes. Your answer was not counted.",
    "none": "This vote has ended. Your answer was not counted.",
}


@at_the_door
def look(*, code: str, phone: bytes, place: bytes, known: bool) -> Shown:
    """Say what is asked under a code, and what this phone chose.

    Args:
        known: it has a token of this meeting, or scanned the screen, and so it guesses nothing.
    """
    with connections[FAMILY].cursor() as cursor:
        cursor.execute(
            "SELECT answer, turn, offered, mine FROM kith_vote_shows(%s, %s, %s, %s)",
            [code, phone, place, known],
        )
        answer, turn, offered, mine = cursor.fetchone()
    return Shown(answer, turn or 0, offered or (), mine)


@at_the_door
def vote(*, code: str, phone: bytes, turn: int | None, chosen: int | None) -> None:
    """Give or change this phone's vote on what is asked.

    Raises:
        NothingCounted: another question is asked now, it is full, or it is over.
    """
    with connections[FAMILY].cursor() as cursor:
        cursor.execute("SELECT kith_vote(%s, %s, %s, %s)", [code, phone, turn or 0, -1 if chosen is None else chosen])
        (answer,) = cursor.fetchone()
    if answer != "kept":
        raise NothingCounted(_NOT_COUNTED[answer])
