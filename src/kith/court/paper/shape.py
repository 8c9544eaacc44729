"""What a court statement is made of, as frozen values that both renderings read.

Dates are plain dates; instants arrive as words with their zone (`said_at`, `received_at`), because the paper prints
what was answered about the time and never works a time out for itself. Byte spans are (first, one past the last).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from kith.court.paper.characters import described

_LANGUAGE = re.compile("[a-z]{2,3}")


class CannotPrint(ValueError):
    """The statement would mislead its reader as it stands; the text says what to mend."""


class Kind(StrEnum):
    """What a paragraph of the body is."""

    PLAIN = "plain"
    HEADING = "heading"
    QUOTATION = "quotation"
    DECISION = "decision"


class Standing(StrEnum):
    """How far a claim has been settled; the words are printed as they stand here."""

    ALLEGED = "alleged"
    ADMITTED = "admitted"
    FOUND = "found by the court"
    NOT_FOUND = "not found by the court"
    NOT_DETERMINED = "not determined"


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in an exhibit, followed back to the byte.

    `sha256` is that of the exhibit's file; `member` names a file inside it (or the exhibit's own, where it is a single
    file); `span` counts bytes within the member.
    """

    exhibit: str
    line: int
    member: str
    span: tuple[int, int]
    sha256: str

    @property
    def short(self) -> str:
        """The citation as the body prints it, where nothing else it cites is called the same (see `names_of`)."""
        return f"[{self.exhibit}, line {self.line}]"

    @property
    def of_member(self) -> str:
        """The citation with the file it lies in, told from the same line of another."""
        return f"{self.short[:-1]} of {described(self.member)}]"

    @property
    def of_bytes(self) -> str:
        """The citation with its bytes, told from another that begins in the same line."""
        return f"{self.of_member[:-1]}, bytes {self.span[0]} to {self.span[1]}]"


@dataclass(frozen=True, slots=True)
class Line:
    """One line said before or after a quoted one."""

    line: int
    speaker: str
    said_at: str
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted line with what was said around it.

    `note` is printed under the quotation, and must say why where nothing was said before or after it. `language` is a
    two- or three-letter code where a person has said which language this is; empty where nobody has.
    """

    cited: Citation
    speaker: str
    said_at: str
    text: str
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against a decision."""

    text: str
    cited: Citation | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as the record holds it; `chosen` is one of `options`, or empty where none was taken."""

    question: str
    options: tuple[str, ...]
    chosen: str
    evidence_for: tuple[Evidence, ...]
    evidence_against: tuple[Evidence, ...]
    child_view: str
    reasons: str
    decided_by: str
    decided_on: date
    agreed_by: str = ""
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body; all but headings are numbered.

    `standing` and `source` are printed with the text: a claim is never shown as a fact. For a decision `text` may be
    empty. A short citation written in `text`, such as `[E1, line 214]`, becomes a link where the annex holds it.
    """

    text: str
    kind: Kind = Kind.PLAIN
    quotation: Quotation | None = None
    decision: Decision | None = None
    standing: Standing | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One exhibit as the annex lists it; `received_at` is words with their zone."""

    label: str
    description: str
    handed_over_by: str
    how: str
    received_at: str
    file_name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the caller names it: role ("Applicant", "First Respondent") and name."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Child:
    """A child of the case as the heading shows it, by initials unless the court wants more."""

    shown_as: str
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes the statement; `office` is the professional address, never a home."""

    name: str
    role: str
    office: str
    registration: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole statement for court.

    `number` is as it is printed ("First statement"), `version` that of the draft ("Version 3") and printed only while
    `draft` is true. `times` says whose zone the times are in and who answered so; it stands on every page.
    """

    court: str
    case_number: str
    children: tuple[Child, ...]
    parties: tuple[Party, ...]
    title: str
    filed_for: str
    maker: Maker
    made_on: date
    number: str
    times: str
    body: tuple[Paragraph, ...]
    exhibits: tuple[Exhibit, ...] = ()
    version: str = ""
    draft: bool = False


def citations(statement: Statement) -> tuple[Citation, ...]:
    """Every citation the body makes, each once, in order of first use."""
    found: dict[Citation, None] = {}
    for paragraph in statement.body:
        if paragraph.quotation is not None:
            found.setdefault(paragraph.quotation.cited)
        if paragraph.decision is not None:
            for evidence in (*paragraph.decision.evidence_for, *paragraph.decision.evidence_against):
                if evidence.cited is not None:
                    found.setdefault(evidence.cited)
    return tuple(found)


def names_of(cited: Iterable[Citation]) -> dict[Citation, str]:
    """Name each place by exhibit and line, and by as much more as tells it from the others.

    `[E1, line 214]`, or where two files in E1 are cited at that line `[E1, line 214 of family.txt]`, or where that is
    still two places `[E1, line 214 of family.txt, bytes 10233 to 10301]`.
    """
    names = {each: each.short for each in cited}
    for longer in (attrgetter("of_member"), attrgetter("of_bytes")):
        many = Counter(names.values())
        names = {each: longer(each) if many[name] > 1 else name for each, name in names.items()}
    return names


def check_statement(statement: Statement) -> None:
    """Check that every quotation has its context and every citation its exhibit.

    Raises:
        CannotPrint: naming the paragraph or the citation, and the mend.
    """
    if not statement.title.strip():
        raise CannotPrint("The statement has no title. Give it one.")
    for place, paragraph in enumerate(statement.body, start=1):
        _check_paragraph(place, paragraph)
    labels = [exhibit.label for exhibit in statement.exhibits]
    if len(set(labels)) != len(labels):
        raise CannotPrint("Two exhibits have the same label. Give each exhibit its own.")
    for cited in citations(statement):
        if cited.exhibit not in labels:
            raise CannotPrint(f"{cited.short} is cited but {cited.exhibit} is not in the annex. Add the exhibit.")
    names = names_of(citations(statement))
    if len(set(names.values())) != len(names):
        raise CannotPrint("One short citation stands for two places. Give the exhibits different labels.")


def _check_paragraph(place: int, paragraph: Paragraph) -> None:
    if (paragraph.kind is Kind.QUOTATION) != (paragraph.quotation is not None):
        raise CannotPrint(f"Item {place} of the body must be a quotation exactly when it has one.")
    if (paragraph.kind is Kind.DECISION) != (paragraph.decision is not None):
        raise CannotPrint(f"Item {place} of the body must be a decision exactly when it has one.")
    if paragraph.quotation is not None:
        _check_quotation(place, paragraph.quotation)
    decision = paragraph.decision
    if decision is not None and decision.chosen and decision.chosen not in decision.options:
        raise CannotPrint(f"Item {place} records a choice that is not among its options.")
    if decision is None and not paragraph.text.strip():
        raise CannotPrint(f"Item {place} of the body is empty. Write it or take it out.")


def _check_quotation(place: int, quotation: Quotation) -> None:
    if not (quotation.before or quotation.after or quotation.note):
        raise CannotPrint(f"Item {place} quotes a line alone. Show what was said around it, or note why there is none.")
    if quotation.language and not _LANGUAGE.fullmatch(quotation.language):
        raise CannotPrint(f"Item {place} names a language by {quotation.language!r}. Use its code, such as cy or ar.")
