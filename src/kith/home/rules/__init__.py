"""What may be asked of the line of time, and how it is written: plain Python, no database, no clock."""

from kith.home.rules.asked import LONGEST, Term, replaced, terms_of, tsquery, words_to_walk_by
from kith.home.rules.filters import HOURS, Filters, NotTheseHours, day_span, hours_between
from kith.home.rules.marks import Piece, excerpt, pieces
from kith.home.rules.places import Place, Stretch, Window, place_from, window

__all__ = [
    "HOURS",
    "LONGEST",
    "Filters",
    "NotTheseHours",
    "Piece",
    "Place",
    "Stretch",
    "Term",
    "Window",
    "day_span",
    "excerpt",
    "hours_between",
    "pieces",
    "place_from",
    "replaced",
    "terms_of",
    "tsquery",
    "window",
    "words_to_walk_by",
]
