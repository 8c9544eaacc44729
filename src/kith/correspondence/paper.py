"""A letter as a PDF: one reader, the address in the window of its envelope, and the words as they were typed."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import resources

import pypdfium2
import typst

from kith.correspondence.rules import NotSendable

#: Arial, what measures the same as Arial, what is always inside the wheel.
_WANTED = ("Arial", "Liberation Sans", "Arimo")
_ALWAYS = "Libertinus Serif"
_ODD = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed|contains the codepoint `"((?:[^"\\]|\\.)*)"`')
#: Five sheets printed on both sides is the most that a posting service takes.
MOST_PAGES = 10
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def letter(*, sender: Sequence[str], to: Sequence[str], subject: str, text: str, on: date) -> bytes:
    """Print a letter as a tagged PDF: the same bytes for the same words on the same machine.

    Args:
        sender: the agency's name and address, line by line.
        to: the reader's name and address, line by line: at most seven.

    Raises:
        NotSendable: it has characters that cannot be printed, too many lines of address, or too many pages.
    """
    if len(to) > 7:
        raise NotSendable("The name and address must fit seven lines of an envelope. Shorten the address under People.")
    day = f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    paragraphs = [part.split("\n") for part in re.split(r"\n{2,}", text)]
    words = {"sender": list(sender), "to": list(to), "day": day, "subject": subject, "paragraphs": paragraphs}
    try:
        made = typst.compile(
            resources.files(__package__).joinpath("letter.typ").read_bytes(),
            sys_inputs={"letter": json.dumps({**words, "fonts": _fonts()})},
            pdf_standards=["a-3a", "ua-1"],
            timestamp=datetime.combine(on, time(), UTC),
        )
    except typst.TypstError as problem:
        if not _ODD.search(problem.diagnostic):
            raise
        raise NotSendable(
            "Some signs in this letter cannot be printed (pictures, or a rare script). Type it without."
        ) from None
    if pages(made) > MOST_PAGES:
        raise NotSendable(f"This letter has more than {MOST_PAGES} pages. Shorten it.")
    return bytes(made)


def pages(made: bytes) -> int:
    """Count the pages of a PDF."""
    document = pypdfium2.PdfDocument(made)
    try:
        return len(document)
    finally:
        document.close()


@cache
def _fonts() -> list[str]:
    held = frozenset(typst.Fonts(include_system_fonts=True).families())
    face = next((family for family in _WANTED if family in held), _ALWAYS)
    return [face] if face == _ALWAYS else [face, _ALWAYS]
