"""The pages of statements: find, ask once, answer."""

from kith.court.views.body import arrange, change, choose, write
from kith.court.views.leaving_out import leave_out, left_out
from kith.court.views.papers import add_court, copy, papers, read_as, released
from kith.court.views.preparing import details, names, start, statement, statements

__all__ = [
    "add_court",
    "arrange",
    "change",
    "choose",
    "copy",
    "details",
    "leave_out",
    "left_out",
    "names",
    "papers",
    "read_as",
    "released",
    "start",
    "statement",
    "statements",
    "write",
]
