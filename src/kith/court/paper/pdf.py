"""The PDF of a statement: PDF/A-3a and PDF/UA-1 by Typst, tagged, with its fonts inside."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import resources
from itertools import chain

import pypdfium2
import typst

from kith.court.paper import characters
from kith.court.paper.layout import Block, Layout, Run, laid_out
from kith.court.paper.shape import CannotPrint, Statement
from kith.court.paper.templates import Template, template_on

# Arial, what measures the same as Arial, what is always inside the wheel (a Times-like face).
_WANTED = ("Arial", "Liberation Sans", "Arimo", "Libertinus Serif")
_ALWAYS = "Libertinus Serif"
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_FORBIDDEN = re.compile(r'contains the codepoint `"((?:[^"\\]|\\.)*)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_TRIES = 4

Put = Callable[[str, str], str]  # (text, where it stands) -> the text to print


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Characters no font here can draw: where they stand, the characters, and the writing they belong to."""

    where: str
    characters: str
    writing: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished PDF, with everything its reader cannot see on it, its length and the face it is set in."""

    pdf: bytes
    unprintable: tuple[Unprintable, ...]
    pages: int
    font: str


def pdf(statement: Statement, template: Template | None = None) -> bytes:
    """Print a statement as a tagged PDF; `paper` also says what could not be drawn.

    Raises:
        CannotPrint: as `paper`.
    """
    return paper(statement, template).pdf


def paper(statement: Statement, template: Template | None = None, *, system_fonts: bool = True) -> Paper:
    """Print a statement as a tagged PDF, PDF/A-3a and PDF/UA-1 together.

    Args:
        template: the wording; that of the day the statement was made where it is left out.
        system_fonts: False prints with the fonts that come with Typst alone, the same on every machine.

    Returns:
        The same bytes for the same statement and fonts. Characters without a glyph are replaced by words in square
        brackets, listed by number in the annex, and reported; they never become boxes and never vanish.

    Raises:
        CannotPrint: the statement would mislead as it stands, or no wording is known for its day.
    """
    layout = laid_out(statement, template or template_on(statement.made_on))
    fonts = _fonts(system_fonts)
    missing: set[str] = set()
    for _ in range(_TRIES):
        shown, unprintable = _without(layout, missing)
        try:
            made = _compiled(shown, fonts, system_fonts)
        except typst.TypstError as error:
            found = _missing(error.diagnostic) - missing
            if not found:
                raise
            missing |= found
        else:
            return Paper(made, unprintable, _pages(made), fonts[0])
    raise CannotPrint("Characters of this statement could not be drawn: " + characters.code_points("".join(missing)))


def paper_text(made: bytes) -> str:
    """The words of a PDF, page after page, as a reader's software extracts them."""
    return "\n".join(page_texts(made))


def page_texts(made: bytes) -> list[str]:
    """The words of each page of a PDF, as a reader's software extracts them."""
    document = pypdfium2.PdfDocument(made)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def _pages(made: bytes) -> int:
    document = pypdfium2.PdfDocument(made)
    try:
        return len(document)
    finally:
        document.close()


def _compiled(layout: Layout, fonts: list[str], system_fonts: bool) -> bytes:
    data = asdict(layout) | {"made_on": _parts(layout.made_on), "fonts": fonts}
    return typst.compile(
        resources.files(__package__).joinpath("statement.typ").read_bytes(),
        sys_inputs={"statement": json.dumps(data)},
        pdf_standards=["a-3a", "ua-1"],
        ignore_system_fonts=not system_fonts,
        timestamp=datetime.combine(layout.made_on, time(), UTC),
    )


def _parts(on: date) -> dict[str, int]:
    return {"year": on.year, "month": on.month, "day": on.day}


@cache
def _families(system_fonts: bool) -> frozenset[str]:
    return frozenset(typst.Fonts(include_system_fonts=system_fonts).families())


def _fonts(system_fonts: bool) -> list[str]:
    held = _families(system_fonts)
    face = next((family for family in _WANTED if family in held), _ALWAYS)
    return [face] if face == _ALWAYS else [face, _ALWAYS]


def _missing(diagnostic: str) -> set[str]:
    """The characters the writer refused for want of a glyph, read from its complaint."""
    found = chain(_NO_GLYPH.findall(diagnostic), _FORBIDDEN.findall(diagnostic))
    return {_ESCAPE.sub(lambda mark: chr(int(mark[1], 16)) if mark[1] else mark[2], text) for text in found}


def _without(layout: Layout, missing: set[str]) -> tuple[Layout, tuple[Unprintable, ...]]:
    """Put words for the missing characters, and list them in the annex."""
    if not missing:
        return layout, ()
    found: list[Unprintable] = []
    pattern = _pattern(missing)

    def put(text: str, where: str) -> str:
        found.extend(
            Unprintable(where, run.strip(), characters.writing_of(run)) for run in pattern.findall(text) if run.strip()
        )
        return pattern.sub(_in_words, text)

    shown = _mapped(layout, put)
    return replace(shown, annex=(*shown.annex, *_listed(found))), tuple(found)


def _pattern(missing: set[str]) -> re.Pattern[str]:
    one = "|".join(re.escape(text) for text in sorted(missing, key=lambda text: (-len(text), text)))
    return re.compile(f"(?:{one})(?:[ ]*(?:{one}))*")


def _in_words(run: re.Match[str]) -> str:
    amount = len(run[0].replace(" ", ""))
    return f"[{amount} {characters.writing_of(run[0])} character{'s' * (amount != 1)} not printed: see the annex]"


def _mapped(layout: Layout, put: Put) -> Layout:
    def pairs(given: tuple[tuple[str, str], ...], where: str) -> tuple[tuple[str, str], ...]:
        return tuple((put(label, where), put(value, where)) for label, value in given)

    return replace(
        layout,
        corner=pairs(layout.corner, "the corner of the first page"),
        court=put(layout.court, "the heading"),
        case_number=put(layout.case_number, "the heading"),
        matter=tuple(put(words, "the heading") for words in layout.matter),
        parties=pairs(layout.parties, "the parties"),
        title=put(layout.title, "the title"),
        opening=put(layout.opening, "the opening words"),
        body=tuple(_block(block, put) for block in layout.body),
        signing=pairs(layout.signing, "the signature"),
        annex=tuple(_block(block, put) for block in layout.annex),
        running_left=put(layout.running_left, "the top of each page"),
        running_right=put(layout.running_right, "the top of each page"),
        footing=put(layout.footing, "the foot of each page"),
    )


def _block(block: Block, put: Put) -> Block:
    runs = tuple(replace(run, text=put(run.text, block.place)) for run in block.runs)
    inside = tuple(_block(held, put) for held in block.inside)
    words = "".join(run.text for run in runs)
    return replace(block, runs=runs, inside=inside, right_to_left=characters.reads_right_to_left(words))


def _listed(found: list[Unprintable]) -> Iterator[Block]:
    place = "the annex"
    yield Block("heading", (Run("Annex: characters not printed"),), place)
    explained = "No typeface here can draw these characters. Each is given by its Unicode number, in the order written."
    yield Block("annex_words", (Run(explained),), place)
    for one in found:
        where = one.where[0].upper() + one.where[1:]
        yield Block("field", (Run(where), Run(f"{one.writing}: {characters.code_points(one.characters)}")), place)
