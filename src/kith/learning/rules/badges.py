"""What a badge may say: what was done and by whose word. Never a choice, a level or a score.

References:
    docs/adr/0029-badges.md
"""

from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from kith.engines.badges import Achievement
from kith.learning.rules.telling import Learnt, place

#: Within two years the law, life online and what ships about both have changed, and what was not used is forgotten.
GOOD_FOR = timedelta(days=2 * 365)


class As(StrEnum):
    """How somebody takes a badge out."""

    PICTURE = "svg"
    WORDS = "jwt"


#: kind of what was learnt -> a sentence on what it is; by whose word it was done; what its reader or player ticks
_KINDS = {
    "dilemma": (
        "A made-up story of practice in which whoever plays chooses what the worker does.",
        "The story was played to an ending in Kith. By their own word, whoever has this badge then read how others"
        " lived the same choices, and thought it over. Nothing was marked, and no choice is told.",
        "I read how others lived the same choices, and thought it over",
    ),
    "bite": (
        "A short piece to read, with what it means for the child and one thing to do.",
        "By their own word, whoever has this badge read the piece and did what it asks. Nothing was marked.",
        "I read it, and did the one thing it asks",
    ),
}


def achievement(learnt: Learnt, home: str) -> Achievement:
    """Give what a badge says was done."""
    description, criteria, _ = _KINDS[learnt.kind]
    return Achievement(place(learnt, home), learnt.title, description, criteria)


def own_word(kind: str) -> str:
    """Give what somebody says of themselves before they take a badge out."""
    return _KINDS[kind][2]


def good_until(at: datetime) -> datetime:
    """Give when a badge's time is over."""
    return at + GOOD_FOR


def check_issuer(name: str, home: str) -> str:
    """Say what is wrong with the settings of the issuer, with the mend; empty if nothing is."""
    page = urlsplit(home)
    if not name.strip():
        return "Set KITH_BADGE_ISSUER to your agency's name: whose badges they are."
    if page.scheme not in ("https", "http") or not page.hostname:
        return "Set KITH_XAPI_HOME to your agency's home page: https://www.example.org."
    return ""
