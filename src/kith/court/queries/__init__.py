"""What pages of statements show, and the statement as the paper prints it."""

from kith.court.paper.shape import CannotPrint
from kith.court.queries.choosing import Chosen, choose_page
from kith.court.queries.names import NameLine, names_of, names_page
from kith.court.queries.papers import (
    Papers,
    copy_of,
    papers_of,
    papers_page,
    pieces_of,
    read_as_page,
    release_in,
    released_page,
)
from kith.court.queries.statements import (
    begin_page,
    begun_with,
    details_of,
    details_page,
    part_in,
    part_page,
    statement_in,
    statement_page,
    statements_page,
    words_page,
)
from kith.court.queries.whole import whole

__all__ = [
    "CannotPrint",
    "Chosen",
    "NameLine",
    "Papers",
    "begin_page",
    "begun_with",
    "choose_page",
    "copy_of",
    "details_of",
    "details_page",
    "names_of",
    "names_page",
    "papers_of",
    "papers_page",
    "part_in",
    "part_page",
    "pieces_of",
    "read_as_page",
    "release_in",
    "released_page",
    "statement_in",
    "statement_page",
    "statements_page",
    "whole",
    "words_page",
]
