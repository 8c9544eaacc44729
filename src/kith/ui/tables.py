"""Tables that people open in a spreadsheet: every cell is words there, whatever it begins with."""

import csv
import io
from collections.abc import Iterable, Sequence

#: What a spreadsheet takes for a formula when a cell begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(words: str) -> str:
    """Give words for a cell, so that none of them is taken for a formula: an apostrophe goes before what begins one."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table as CSV."""
    made = io.StringIO()
    csv.writer(made).writerows([[cell(words) for words in row] for row in [head, *rows]])
    return made.getvalue()
