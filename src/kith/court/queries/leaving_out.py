"""One reader's copy of a statement: what it is made without, taken out of the words before anything is printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from kith.core.errors import NotFound
from kith.court.models import Statement, StatementPart
from kith.court.paper import shape
from kith.court.paper.shape import CannotPrint
from kith.record import queries as record
from kith.record import rules as record_rules
from kith.record.models import Participant, Redaction
from kith.record.queries import words_leaving
from kith.record.queries.heads import CaseHead

_GONE = (
    "Words that were to be left out of this copy do not stand in it any more. Look at what is left out, then put it"
    " back in or leave the new words out."
)
_SHOWN = 70
Printed = TypeVar("Printed")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that a reader's copy is made without; no ground yet: a lawyer looks at it, and the copy stays here."""

    id: UUID
    words: str
    ground: str
    why: str
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOutPage:
    """What can be left out of one reader's copy."""

    title: str
    case: CaseHead
    statement_id: UUID
    reader_id: UUID
    reader: str
    pieces: list[tuple[str, str]]
    words: str = ""
    redaction_id: UUID | None = None


def left_out_for(statement: Statement, reader: Participant) -> list[Redaction]:
    """List what this reader's copy is made without, of the pieces that stand in the statement."""
    parts = StatementPart.objects.filter(case_id=statement.case_id, statement=statement, position__isnull=False)
    return words_leaving.left_out(statement.case, reader, parts.values_list("id", flat=True))


def left_out_in(statement: Statement, redaction_id: UUID) -> Redaction:
    """Find something that a copy of this statement is made without.

    Raises:
        NotFound: not of this statement, or undone.
    """
    row = words_leaving.redaction_in(statement.case, redaction_id)
    parts = StatementPart.objects.filter(case_id=statement.case_id, statement=statement, id=row.holder_id)
    if not parts.exists():
        raise NotFound
    return row


def lines_of(rows: Sequence[Redaction], openings: Mapping[str, str]) -> list[LeftOut]:
    """Say what is left out, for the worker: the words, or how the piece begins."""
    return [
        LeftOut(row.id, row.words or _piece(row, openings), row.get_ground_display(), row.why, row.made_by.name)
        for row in rows
    ]


def _piece(row: Redaction, openings: Mapping[str, str]) -> str:
    return f"The whole piece: {openings.get(str(row.holder_id), 'not in the statement any more')}"


def without(paragraphs: tuple[shape.Paragraph, ...], rows: Sequence[Redaction]) -> tuple[shape.Paragraph, ...]:
    """Take words out of printed paragraphs: they are not covered, they are not there.

    Raises:
        CannotPrint: the words are not there to be taken out, so somebody must look.
    """
    for row in (each for each in rows if each.words):
        taken = tuple(_without(each, row.words, record_rules.mark_of(row.ground)) for each in paragraphs)
        if taken == paragraphs:
            raise CannotPrint(_GONE)
        paragraphs = taken
    return paragraphs


def whole_piece(rows: Sequence[Redaction]) -> tuple[shape.Paragraph, ...] | None:
    """Give what is printed where a whole piece is left out; None where it is not."""
    gone = next((row for row in rows if not row.words), None)
    return (shape.Paragraph(record_rules.mark_of(gone.ground)),) if gone else None


def _without(value: Printed, words: str, mark: str) -> Printed:
    found: Any = value
    if type(found) is str:
        found = found.replace(words, mark)
    elif isinstance(value, tuple):
        found = tuple(_without(each, words, mark) for each in value)
    elif is_dataclass(value) and not isinstance(value, type | shape.Citation):
        found = replace(
            value, **{each.name: _without(getattr(value, each.name), words, mark) for each in fields(value)}
        )
    return found  # type: ignore[no-any-return]


def holds(paragraphs: tuple[shape.Paragraph, ...], words: str) -> bool:
    """Tell whether these words stand in a piece as it is printed."""
    return _without(paragraphs, words, "") != paragraphs


def leave_out_page(statement: Statement, reader: Participant, pieces: list[tuple[str, str]]) -> LeaveOutPage:
    """Show the pieces of which something can be left out for a reader."""
    return LeaveOutPage(
        title=f"Leave something out for {reader.known_as}",
        case=record.case_head(statement.case),
        statement_id=statement.id,
        reader_id=reader.id,
        reader=reader.known_as,
        pieces=pieces,
    )


def left_out_page(statement: Statement, row: Redaction) -> LeaveOutPage:
    """Show one thing that is left out, to give its ground or to put it back in."""
    return LeaveOutPage(
        title=f"Left out for {row.reader.known_as}",
        case=record.case_head(statement.case),
        statement_id=statement.id,
        reader_id=row.reader_id,
        reader=row.reader.known_as,
        pieces=[],
        words=row.words or "A whole piece",
        redaction_id=row.id,
    )


def opening_of(paragraphs: tuple[shape.Paragraph, ...]) -> str:
    """Say how a piece begins."""
    first = paragraphs[0]
    words = first.text or (first.decision.question if first.decision else "")
    return f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
