"""What a badge may say: what was done and by whose word. Never a choice, a level or a score.

References:
    docs/adr/0029-badges.md
"""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of what was learnt: what it is; what a badge says of it, apart by whose word; what its earner ticks; and
    what stands above its title in the picture.
    """

    says: str
    criteria: str
    own_word: str
    above: str


KINDS = {
    "dilemma": Kind(
        says="A made-up story of practice in which whoever plays chooses what the worker does.",
        criteria="The story was played to an ending in Kith. Whoever has this badge says that they then read how others"
        " lived the same choices, and thought it over. Nothing was marked, and no choice is told.",
        own_word="I read how others lived the same choices, and thought it over",
        above="A dilemma, played to an ending",
    ),
    "bite": Kind(
        says="A short piece to read, with what it means for the child and one thing to do.",
        criteria="Whoever has this badge says that they read the piece and did what it asks. Nothing was marked.",
        own_word="I read it, and did the one thing it asks",
        above="A bite, read",
    ),
}


def achievement(learnt: Learnt, home: str) -> Achievement:
    """Give what a badge says was done."""
    kind = KINDS[learnt.kind]
    return Achievement(place(learnt, home), learnt.title, kind.says, kind.criteria)


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
