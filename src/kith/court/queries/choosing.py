"""Choosing what a statement takes from the record."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from kith.core.models import Worker
from kith.court.models import Statement, StatementPart
from kith.court.queries.statements import places
from kith.record import queries as record
from kith.record.queries import for_court
from kith.record.queries.for_court import Asked
from kith.record.queries.heads import CaseHead
from kith.ui import formats
from kith.ui.parts import Pager

SHOWN = 100
_OPENING_CHARACTERS = 600
KINDS = (("entry", "Entries"), ("decision", "Decisions"), ("citation", "Quotations"))


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of the record is listed: `asked` filters it, `start` is where this page of the list begins."""

    asked: Asked
    start: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosePage:
    """Pieces of the record in the order they happened, as choices of a form: value, label, hint."""

    title: str
    case: CaseHead
    statement_id: UUID
    choices: list[tuple[str, str, str]]
    places: list[tuple[str, str]]
    says: str
    is_filtered: bool
    pager: Pager


def choose_page(statement: Statement, by: Worker, chosen: Chosen) -> ChoosePage:
    """List what may be chosen, 100 at a time."""
    found, total = for_court.pieces(statement.case, by, chosen.asked, start=chosen.start, most=SHOWN)
    rows = StatementPart.objects.filter(case_id=statement.case_id, statement=statement, position__isnull=False)
    taken = set(rows.values_list("source_id", flat=True))
    last = chosen.start + len(found)
    return ChoosePage(
        title="Choose from the record",
        case=record.case_head(statement.case),
        statement_id=statement.id,
        choices=[(f"{each.kind}:{each.id}", _label(each), _hint(each, taken)) for each in found],
        places=places(statement),
        says=f"{chosen.start + 1:,} to {last:,} of {total:,}" if total > SHOWN else "",
        is_filtered=chosen.asked != Asked(),
        pager=_pager(chosen, last, total),
    )


def _label(piece: for_court.Piece) -> str:
    """Say when and what; the day once, and no hour that nobody gave."""
    if piece.kind == "citation":
        return piece.title
    day = formats.day(piece.at) if piece.at else "No date known"
    return piece.title if day in piece.title else f"{day}: {piece.title}"


def _hint(piece: for_court.Piece, taken: set[UUID | None]) -> str:
    said = [
        piece.status,
        "Amended later" if piece.is_amended else "",
        "In the statement already" if piece.id in taken else "",
    ]
    text = piece.text if len(piece.text) <= _OPENING_CHARACTERS else piece.text[:_OPENING_CHARACTERS] + "…"
    marks = ". ".join(filter(None, said))
    return f"{marks}. {text}" if marks else text


def _pager(chosen: Chosen, last: int, total: int) -> Pager:
    asked = chosen.asked
    kept: list[tuple[str, str]] = [("words", asked.words)] if asked.words else []
    kept += [("kinds", kind) for kind in sorted(asked.kinds)]
    for name, on in (("from_on", asked.from_on), ("until_on", asked.until_on)):
        if on:
            kept += [(f"{name}-day", str(on.day)), (f"{name}-month", str(on.month)), (f"{name}-year", str(on.year))]

    def at(start: int) -> str:
        return "?" + urlencode([*kept, ("start", str(start))])

    return Pager(
        older=at(last) if last < total else "",
        newer=at(max(chosen.start - SHOWN, 0)) if chosen.start else "",
        older_text="Later",
        newer_text="Earlier",
    )
