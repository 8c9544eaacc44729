"""The statements of a case, and one of them while it is prepared."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.court import rules
from kith.court.models import Statement, StatementPart, StatementRelease
from kith.court.paper import shape, templates
from kith.court.paper.layout import Block, Layout, laid_out
from kith.court.paper.shape import CannotPrint
from kith.court.queries.whole import Piece, Whole, whole
from kith.record import queries as record
from kith.record.models import Case
from kith.record.queries.drafts import Begun, begun
from kith.record.queries.heads import CaseHead
from kith.ui.parts import Row

_OPENING_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement in the list; `readers` are those it was released to."""

    id: UUID
    title: str
    court: str
    filed_for: str
    made_on: date
    pieces: int
    readers: list[str]


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """The statements of a case, newest first."""

    title: str
    case: CaseHead
    statements: list[StatementLine]
    may_write: bool


@dataclass(frozen=True, slots=True)
class DetailsPage:
    """The page on which a statement is begun, or its front page changed."""

    title: str
    case: CaseHead
    statement_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PartRow:
    """A piece of the body as it will be printed, with what can be done with it."""

    id: UUID
    kind: str
    says: str
    blocks: tuple[Block, ...]
    href: str
    can_edit: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class OutPart:
    """A piece that was taken out, and how it begins."""

    id: UUID
    kind: str
    opening: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """A statement being prepared. `layout` is None where it cannot be printed; `trouble` then says why."""

    title: str
    case: CaseHead
    id: UUID
    front: list[Row]
    layout: Layout | None
    trouble: str
    parts: list[PartRow]
    out: list[OutPart]
    notices: list[str]
    words_notices: tuple[templates.Notice, ...]
    readers: list[str]
    may_write: bool


@dataclass(frozen=True, slots=True)
class WordsPage:
    """A form for a heading or a paragraph, with its draft; `places` are the pieces it may follow."""

    title: str
    case: CaseHead
    statement_id: UUID
    draft: Begun
    places: list[tuple[str, str]]


def statement_in(case: Case, statement_id: UUID) -> Statement:
    """Find a statement of the case, with who makes it.

    Raises:
        NotFound: not of this case.
    """
    found = Statement.objects.filter(case=case, id=statement_id).select_related("case", "made_by").first()
    if found is None:
        raise NotFound
    return found


def part_in(statement: Statement, part_id: UUID) -> StatementPart:
    """Find a piece of a statement, taken out or not.

    Raises:
        NotFound: not of this statement.
    """
    found = StatementPart.objects.filter(case_id=statement.case_id, statement=statement, id=part_id).first()
    if found is None:
        raise NotFound
    return found


def statements_page(case: Case, by: Worker) -> StatementsPage:
    """List the statements of a case: five queries, however many."""
    rows = list(Statement.objects.filter(case=case).order_by("-begun_at", "id"))
    standing = StatementPart.objects.filter(case=case, position__isnull=False).values_list("statement_id", flat=True)
    held = list(standing)
    readers = _readers(case)
    lines = [
        StatementLine(
            id=row.id,
            title=row.title,
            court=row.court_text,
            filed_for=row.filed_for,
            made_on=row.made_on,
            pieces=held.count(row.id),
            readers=readers.get(row.id, []),
        )
        for row in rows
    ]
    return StatementsPage("Statements", record.case_head(case), lines, by.may(Permission.MAKE_STATEMENT))


def _readers(case: Case) -> dict[UUID, list[str]]:
    """Give, for each statement of the case, those it was released to, each once, in the order it was."""
    rows = StatementRelease.objects.filter(case=case, release__state="released").order_by("release__released_at")
    found: dict[UUID, list[str]] = {}
    for statement_id, name in rows.values_list("statement_id", "release__reader__known_as"):
        names = found.setdefault(statement_id, [])
        if name not in names:
            names.append(name)
    return found


def begin_page(case: Case) -> DetailsPage:
    """Give the page on which a statement is begun."""
    return DetailsPage("Prepare a statement", record.case_head(case))


def begun_with(case: Case, by: Worker, on: date) -> dict[str, Any]:
    """Give what the form opens with: the case's court and number, the worker's role and office, the next number."""
    earlier = Statement.objects.filter(case=case, made_by=by).order_by("-ordinal").first()
    return {
        "court_text": case.court_text,
        "court_number": case.court_number,
        "ordinal": earlier.ordinal + 1 if earlier else 1,
        "filed_for": earlier.filed_for if earlier else rules.usual_filing(by.role),
        "made_on": on,
        "role_text": by.get_role_display(),
        "office_text": earlier.office_text if earlier else by.office_text,
        "registration_text": earlier.registration_text if earlier else "",
    }


def details_page(statement: Statement) -> DetailsPage:
    """Give the page on which a statement's front page is changed."""
    return DetailsPage("Front page", record.case_head(statement.case), statement.id)


def details_of(statement: Statement) -> dict[str, Any]:
    """Give the front page as the form shows it; a title that was made from the number is left to be made again."""
    usual = rules.title_text("", statement.ordinal, statement.made_by.name)
    return {
        "title": "" if statement.title == usual else statement.title,
        "court_text": statement.court_text,
        "court_number": statement.court_number,
        "ordinal": statement.ordinal,
        "filed_for": statement.filed_for,
        "made_on": statement.made_on,
        "role_text": statement.role_text,
        "office_text": statement.office_text,
        "registration_text": statement.registration_text,
    }


def statement_page(statement: Statement, by: Worker, today: date) -> StatementPage:
    """Show a statement as it will be printed, piece by piece."""
    made, layout, trouble = None, None, ""
    words_notices: tuple[templates.Notice, ...] = ()
    try:
        made = whole(statement)
        template = templates.template_on(statement.made_on)
        words_notices = templates.notices(template, today=today)
        layout = laid_out(made.statement, template)
    except CannotPrint as refusal:
        trouble = str(refusal)
    case_id = statement.case_id
    out = StatementPart.objects.filter(case_id=case_id, statement=statement, position__isnull=True)
    return StatementPage(
        title=statement.title,
        case=record.case_head(statement.case),
        id=statement.id,
        front=_front(statement),
        layout=layout,
        trouble=trouble,
        parts=_rows(made.pieces, layout) if made else _bare_rows(statement),
        out=[
            OutPart(row.id, str(row.get_kind_display()), _opening(row.text)) for row in out.order_by("added_at", "id")
        ],
        notices=_notices(made, layout) if made else [],
        words_notices=words_notices,
        readers=_readers(statement.case).get(statement.id, []),
        may_write=by.may(Permission.MAKE_STATEMENT),
    )


def _front(statement: Statement) -> list[Row]:
    maker = ", ".join(filter(None, (statement.made_by.name, statement.role_text, statement.registration_text)))
    return [
        Row("Court", ", ".join(filter(None, (statement.court_text, statement.court_number or "no case number yet")))),
        Row("Made by", maker, hint=statement.office_text),
        Row("Filed for", statement.filed_for),
    ]


def _rows(pieces: tuple[Piece, ...], layout: Layout | None) -> list[PartRow]:
    rows, done = [], 0
    for place, piece in enumerate(pieces):
        blocks = layout.body[done : done + len(piece.paragraphs)] if layout else ()
        done += len(piece.paragraphs)
        rows.append(_row(piece.part, blocks, piece.href, place == 0, place == len(pieces) - 1))
    return rows


def _bare_rows(statement: Statement) -> list[PartRow]:
    """List the pieces of a statement that cannot be put together, so that they can be mended or taken out."""
    parts = StatementPart.objects.filter(case_id=statement.case_id, statement=statement, position__isnull=False)
    rows = list(parts.order_by("position"))
    return [_row(part, (), "", place == 0, place == len(rows) - 1) for place, part in enumerate(rows)]


def _row(part: StatementPart, blocks: tuple[Block, ...], href: str, is_first: bool, is_last: bool) -> PartRow:
    can_edit = part.kind not in (StatementPart.Kind.ENTRY, StatementPart.Kind.DECISION)
    says = _place_words(blocks, part)
    return PartRow(part.id, str(part.get_kind_display()), says, blocks, href, can_edit, is_first, is_last)


def _place_words(blocks: tuple[Block, ...], part: StatementPart) -> str:
    numbers = [block.number for block in blocks if block.number]
    if not numbers:
        return f"heading “{_opening(part.text)}”" if part.text else str(part.get_kind_display()).lower()
    return f"paragraph {numbers[0]}" if len(numbers) == 1 else f"paragraphs {numbers[0]} to {numbers[-1]}"


def _notices(made: Whole, layout: Layout | None) -> list[str]:
    """Say what a person should look at before this is filed; none of it stops the papers."""
    said = []
    if not made.statement.children:
        said.append("The heading names no child.")
    if not made.statement.parties:
        said.append("The heading names no party. Say who applies and who responds, under “Children and parties”.")
    for row in _rows(made.pieces, layout):
        if next(piece.is_amended for piece in made.pieces if piece.part.id == row.id):
            where = row.says[0].upper() + row.says[1:]
            said.append(f"{where} was amended in the record after this. Take it out and choose the newer one.")
    return said + _typed_notices(made.statement)


def _typed_notices(statement: shape.Statement) -> list[str]:
    """Say which lines are cited in words that lead nowhere: not quoted here, or quoted from several places."""
    names = shape.names_of(shape.citations(statement))
    words = "\n".join(each.text for each in statement.body)
    for name in names.values():
        words = words.replace(name, "")
    said = []
    for typed in sorted(rules.lines_named(words)):
        meant = [name for cited, name in names.items() if cited.short == typed]
        if meant:
            said.append(f"{typed} is cited in words, and could be {' or '.join(meant)}. Write out which.")
        else:
            said.append(f"{typed} is cited in words, and no quotation here holds it: the annex cannot show its bytes.")
    return said


def words_page(statement: Statement, by: Worker) -> WordsPage:
    """Give the page on which a heading or a paragraph is written."""
    draft = begun(statement.case, f"statement_words:{statement.id}", by)
    return WordsPage("Write in the statement", record.case_head(statement.case), statement.id, draft, places(statement))


def part_page(statement: Statement, part: StatementPart, by: Worker) -> WordsPage:
    """Give the page on which own words are changed."""
    title = "Words before the quotation" if part.kind == StatementPart.Kind.CITATION else "Change the words"
    draft = begun(statement.case, f"statement_part:{part.id}", by)
    return WordsPage(title, record.case_head(statement.case), statement.id, draft, [])


def places(statement: Statement) -> list[tuple[str, str]]:
    """List the pieces that something new may follow, for a form; the first choice is the end."""
    try:
        made = whole(statement)
        rows = _rows(made.pieces, laid_out(made.statement, templates.template_on(statement.made_on)))
    except CannotPrint:
        rows = _bare_rows(statement)
    said = [(str(row.id), f"After {row.says}") for row in rows]
    return [("", "At the end"), ("first", "At the beginning"), *said]


def _opening(text: str) -> str:
    return text if len(text) <= _OPENING_CHARACTERS else text[:_OPENING_CHARACTERS] + "…"
