"""The pages of statements: find, ask once, answer."""

from kith.court.views.body import arrange, change, choose, write
from kith.court.views.papers import add_court, copy, papers, read_as, released
from kith.court.views.preparing import details, names, start, statement, statements

__all__ = [
    "add_court",
    "arrange",
    "change",
    "choose",
    "copy",
    "details",
    "names",
    "papers",
    "read_as",
    "released",
    "start",
    "statement",
    "statements",
    "write",
]
