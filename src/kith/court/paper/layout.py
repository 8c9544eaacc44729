"""The statement set out as blocks in reading order, which the PDF and the Word document both follow.

One order and one set of words for both, so that the two can never say different things. Anchors: `p4` is paragraph 4,
`c2` the second citation of the annex, `x1` its first exhibit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kith.court.paper import characters
from kith.court.paper.shape import (
    Citation,
    Decision,
    Evidence,
    Exhibit,
    Kind,
    Line,
    Paragraph,
    Quotation,
    Statement,
    check_statement,
    citations,
    names_of,
)
from kith.court.paper.templates import Template

# Not strftime: a paper must not change with the locale of the machine that prints it.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words with one look; `link` is an anchor or empty."""

    text: str
    strong: bool = False
    mono: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the page.

    `kind` is heading, numbered, words, label, item, quoted_from, said, said_words, quoted, quoted_words, note, annex,
    annex_words, exhibit, field or cited. A numbered block holds its own blocks in `inside`, a said or quoted one the
    words that were said. `place` is where a reader would find it ("paragraph 4").
    """

    kind: str
    runs: tuple[Run, ...]
    place: str
    number: int = 0
    anchor: str = ""
    right_to_left: bool = False
    language: str = ""
    inside: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole statement, ready to be drawn; pairs are (label, value)."""

    corner: tuple[tuple[str, str], ...]
    court: str
    case_number: str
    matter: tuple[str, ...]
    between: str
    conjunction: str
    parties: tuple[tuple[str, str], ...]
    title: str
    opening: str
    body: tuple[Block, ...]
    truth_heading: str
    truth: str
    signing: tuple[tuple[str, str], ...]
    annex: tuple[Block, ...]
    running_left: str
    running_right: str
    footing: str
    document_title: str
    author: str
    made_on: date


@dataclass(frozen=True, slots=True)
class _Places:
    """What words can point at: the names of the places cited, and the anchor that each name in brackets leads to."""

    names: dict[Citation, str]
    links: dict[str, str]

    def run(self, cited: Citation) -> Run:
        return Run(self.names[cited], link=self.links[self.names[cited]])


def laid_out(statement: Statement, template: Template) -> Layout:
    """Set a statement out in the wording of a template.

    Raises:
        CannotPrint: as `check_statement`.
    """
    check_statement(statement)
    places = _places(statement)
    said = characters.described
    return Layout(
        corner=tuple((label, said(value)) for label, value in _corner(statement)),
        court=said(template.in_court.replace("{court}", statement.court)),
        case_number=said(template.case_number.replace("{case_number}", statement.case_number)),
        matter=tuple(map(said, _matter(statement, template))),
        between=template.between,
        conjunction=template.conjunction,
        parties=tuple((said(party.role), said(party.name)) for party in statement.parties),
        title=said(statement.title),
        opening=said(_opening(statement)),
        body=tuple(_body(statement, places)),
        truth_heading=template.truth_heading,
        truth=template.truth,
        signing=_signing(statement),
        annex=tuple(_annex(statement, places)),
        running_left=said(template.case_number.replace("{case_number}", statement.case_number)),
        running_right=said(_running_right(statement)),
        footing=said(statement.times),
        document_title=said(f"Statement in case {statement.case_number}, {day(statement.made_on)}"),
        author=said(statement.maker.name),
        made_on=statement.made_on,
    )


def day(on: date) -> str:
    """A date as a person writes it: 3 March 2026."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def _corner(statement: Statement) -> Iterator[tuple[str, str]]:
    yield "Filed on behalf of", statement.filed_for
    yield "Made by", statement.maker.name
    yield "Statement", statement.number
    if statement.exhibits:
        yield "Exhibits", ", ".join(exhibit.label for exhibit in statement.exhibits)
    yield "Made on", day(statement.made_on)
    if statement.draft:
        yield "Draft", " ".join(filter(None, (statement.version, "not signed")))


def _matter(statement: Statement, template: Template) -> Iterator[str]:
    yield from template.matter
    if statement.children:
        shown = [_child(child.shown_as, child.born_on) for child in statement.children]
        yield template.children.replace("{children}", "; ".join(shown))


def _child(shown_as: str, born_on: date | None) -> str:
    return f"{shown_as} (born {day(born_on)})" if born_on else shown_as


def _opening(statement: Statement) -> str:
    maker = statement.maker
    number = f", registration {maker.registration}" if maker.registration else ""
    office = ", ".join(line.strip(" ,") for line in maker.office.splitlines() if line.strip(" ,"))
    return f"I, {maker.name}, {maker.role}{number}, of {office}, say:"


def _running_right(statement: Statement) -> str:
    draft = f" (draft{', ' + statement.version if statement.version else ''})" if statement.draft else ""
    return f"{statement.number} of {statement.maker.name}{draft}"


def _signing(statement: Statement) -> tuple[tuple[str, str], ...]:
    maker = statement.maker
    said = characters.described
    return (("Signed", ""), ("Name", said(maker.name)), ("Role", said(maker.role)), ("Date", ""))


def _places(statement: Statement) -> _Places:
    names = names_of(citations(statement))
    links = {f"[{exhibit.label}]": f"x{place}" for place, exhibit in enumerate(statement.exhibits, start=1)}
    links |= {name: f"c{place}" for place, name in enumerate(names.values(), start=1)}
    return _Places(names, links)


def _words(text: str, links: dict[str, str]) -> tuple[Run, ...]:
    """Split at the short citations the annex holds, each a run that links there."""
    if not links:
        return (Run(characters.described(text)),)
    parts = re.split("(" + "|".join(map(re.escape, links)) + ")", text)
    return tuple(Run(characters.described(part), link=links.get(part, "")) for part in parts if part)


def _body(statement: Statement, places: _Places) -> Iterator[Block]:
    number = 1
    for paragraph in statement.body:
        if paragraph.kind is Kind.HEADING:
            yield Block("heading", _words(paragraph.text, {}), f"the heading before paragraph {number}")
        else:
            yield _numbered(paragraph, number, places)
            number += 1


def _numbered(paragraph: Paragraph, number: int, places: _Places) -> Block:
    place = f"paragraph {number}"
    standing: tuple[Run, ...] = ()
    if paragraph.standing is not None:
        standing = (Run(f"{paragraph.standing.value.capitalize()}: ", strong=True),)
    text = paragraph.text or (paragraph.decision.question if paragraph.decision else "")
    return Block(
        kind="numbered",
        runs=(*standing, *_words(text, places.links)),
        place=place,
        number=number,
        anchor=f"p{number}",
        right_to_left=characters.reads_right_to_left(text),
        inside=tuple(_inside(paragraph, place, places)),
    )


def _inside(paragraph: Paragraph, place: str, places: _Places) -> Iterator[Block]:
    if paragraph.quotation is not None:
        yield from _quotation(paragraph.quotation, place, places)
    if paragraph.decision is not None:
        yield from _decision(paragraph.decision, bool(paragraph.text), place, places)
    if paragraph.source:
        yield Block("note", (Run("Source: ", strong=True), *_words(paragraph.source, places.links)), place)


def _quotation(quotation: Quotation, place: str, places: _Places) -> Iterator[Block]:
    cited = quotation.cited
    yield Block("quoted_from", (Run("Quoted from "), places.run(cited)), place)
    for line in quotation.before:
        yield from _said(line, place, quotation.language)
    itself = Line(cited.line, quotation.speaker, quotation.said_at, quotation.text)
    yield from _said(itself, place, quotation.language, quoted=True)
    for line in quotation.after:
        yield from _said(line, place, quotation.language)
    if quotation.note:
        yield Block("note", (Run("Note: ", strong=True), *_words(quotation.note, places.links)), place)


def _said(line: Line, place: str, language: str, *, quoted: bool = False) -> Iterator[Block]:
    words = characters.described(line.text)
    head = Run(f"Line {line.line}. {characters.described(line.speaker)}, {characters.described(line.said_at)}")
    runs = (Run("Quoted line. ", strong=True), head) if quoted else (head,)
    ways = characters.reads_right_to_left(words)
    where = f"{place}, line {line.line}"
    kind = "quoted" if quoted else "said"
    text = Block(f"{kind}_words", (Run(words, strong=quoted),), where, right_to_left=ways, language=language)
    yield Block(kind, runs, where, inside=(text,))


def _decision(decision: Decision, titled: bool, place: str, places: _Places) -> Iterator[Block]:
    def labelled(label: str, text: str) -> Block:
        return Block("words", (Run(f"{label}: ", strong=True), *_words(text, places.links)), place)

    if titled:
        yield labelled("The question", decision.question)
    yield Block("label", (Run("Options considered", strong=True),), place)
    for option in decision.options:
        chosen = (Run("Chosen: ", strong=True),) if option == decision.chosen else ()
        yield Block("item", (*chosen, *_words(option, places.links)), place)
    yield from _evidence("Evidence for", decision.evidence_for, place, places)
    yield from _evidence("Evidence against", decision.evidence_against, place, places)
    yield labelled("The child's view", decision.child_view or "not recorded")
    yield labelled("Reasons", decision.reasons)
    agreed = f", agreed by {decision.agreed_by}" if decision.agreed_by else ""
    yield labelled("Decided by", f"{decision.decided_by} on {day(decision.decided_on)}{agreed}")
    yield labelled("To be reviewed on", day(decision.review_on) if decision.review_on else "no date set")


def _evidence(label: str, given: tuple[Evidence, ...], place: str, places: _Places) -> Iterator[Block]:
    yield Block("label", (Run(label if given else f"{label}: none recorded", strong=True),), place)
    for evidence in given:
        cited: tuple[Run, ...] = ()
        if evidence.cited and places.names[evidence.cited] not in evidence.text:
            cited = (Run(" "), places.run(evidence.cited))
        yield Block("item", (*_words(evidence.text, places.links), *cited), place)


def _annex(statement: Statement, places: _Places) -> Iterator[Block]:
    if not statement.exhibits:
        return
    yield Block("annex", (Run("Annex: exhibits and citations"),), "the annex")
    explained = (
        "Each exhibit is a file kept as it was received. A citation names a line of an exhibit; here are the bytes it "
        "stands on, so that anyone who holds the file can check it. Words in square brackets that begin with "
        '"emoji" describe a picture character; they are not words that were written.'
    )
    yield Block("annex_words", (Run(explained),), "the annex")
    cited_in = _cited_in(statement, places.names)
    for exhibit in statement.exhibits:
        yield from _exhibit(exhibit, places.links[f"[{exhibit.label}]"])
        for cited in places.names:
            if cited.exhibit == exhibit.label:
                yield from _cited(cited, places.run(cited), cited_in[cited])


def _exhibit(exhibit: Exhibit, anchor: str) -> Iterator[Block]:
    place = f"exhibit {exhibit.label}"
    title = characters.described(f"{exhibit.label}: {exhibit.description}")
    yield Block("exhibit", (Run(title),), place, anchor=anchor)
    yield _field("Handed over by", exhibit.handed_over_by, place)
    yield _field("How", exhibit.how, place)
    yield _field("Received", exhibit.received_at, place)
    yield _field("File", exhibit.file_name, place)
    yield _field("Size", f"{exhibit.size_bytes:,} bytes", place)
    yield _field("SHA-256", exhibit.sha256, place, mono=True)


def _cited(cited: Citation, named: Run, paragraphs: tuple[int, ...]) -> Iterator[Block]:
    (first, end), place = cited.span, named.text
    yield Block("cited", (Run(place),), place, anchor=named.link)
    joined = tuple(
        run
        for count, number in enumerate(paragraphs)
        for run in (*((Run(", "),) if count else ()), Run(str(number), link=f"p{number}"))
    )
    several = "paragraphs " if len(paragraphs) > 1 else "paragraph "
    yield Block("field", (Run("Cited in"), Run(several), *joined), place)
    yield _field("Member", cited.member, place)
    yield _field("Bytes", f"{first:,} up to, not including, {end:,}", place)
    yield _field(f"SHA-256 of {cited.exhibit}", cited.sha256, place, mono=True)


def _field(label: str, value: str, place: str, *, mono: bool = False) -> Block:
    return Block("field", (Run(label), Run(characters.described(value), mono=mono)), place)


def _cited_in(statement: Statement, names: dict[Citation, str]) -> dict[Citation, tuple[int, ...]]:
    """The numbers of the paragraphs that cite each place, whether as a quotation, as evidence or in their words."""
    numbered = [paragraph for paragraph in statement.body if paragraph.kind is not Kind.HEADING]
    return {
        cited: tuple(number for number, paragraph in enumerate(numbered, start=1) if _cites(paragraph, cited, name))
        for cited, name in names.items()
    }


def _cites(paragraph: Paragraph, cited: Citation, name: str) -> bool:
    if paragraph.quotation is not None and paragraph.quotation.cited == cited:
        return True
    if paragraph.decision is not None:
        given = (*paragraph.decision.evidence_for, *paragraph.decision.evidence_against)
        if any(evidence.cited == cited for evidence in given):
            return True
    return name in paragraph.text or name in paragraph.source
