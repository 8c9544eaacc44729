"""The body of a statement: own words and pieces of the record, in order."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.court import rules
from kith.court.models import Statement, StatementPart
from kith.record import actions as record
from kith.record.queries import for_court

#: Where something new goes: the id of the piece it follows, "first", or "" for the end.
Place = str


class Gone(Refusal):
    """Something that was to be used is not there."""


@action
def write_words(
    *, statement: Statement, kind: str, text: str, by: Worker, at: datetime, after: Place = ""
) -> StatementPart:
    """Write a heading or a paragraph of one's own.

    Raises:
        rules.Wrong: there are no words; nothing is written.
    """
    part = _new(statement, kind, by, at, text=rules.check_words(text))
    _insert(statement, [part], after)
    facts = {"statement": str(statement.id), "kind": kind}
    ledger.note(
        "statement.written", case_id=statement.case_id, by=by.id, at=at, about=part, facts=facts, words={"text": text}
    )
    return part


@action
def add_pieces(
    *, statement: Statement, pieces: Sequence[tuple[str, UUID]], by: Worker, at: datetime, after: Place = ""
) -> list[StatementPart]:
    """Take entries, decisions and quotations of the record into a statement, in the order given.

    A quotation is copied for this statement, with what was said around it, so that nothing can take it away again.

    Raises:
        Gone: one of them is not of this case; nothing is taken.
    """
    _check_there(statement, pieces)
    parts = [_new(statement, kind, by, at, source_id=source_id) for kind, source_id in pieces]
    _insert(statement, parts, after)
    for part in parts:
        if part.kind == StatementPart.Kind.CITATION and part.source_id:
            record.use_quotations(
                case=statement.case, citations=[part.source_id], holder=rules.HOLDER, holder_id=part.id, by=by
            )
    facts = {"pieces": [{"kind": kind, "source": str(source_id)} for kind, source_id in pieces]}
    ledger.note("statement.pieces_added", case_id=statement.case_id, by=by.id, at=at, about=statement, facts=facts)
    return parts


@action
def change_words(*, part: StatementPart, text: str, by: Worker, at: datetime) -> StatementPart:
    """Change one's own words in a statement that is being prepared; what the record says is never changed here.

    Raises:
        rules.Wrong: a heading or a paragraph would be empty.
        Gone: the piece is an entry or a decision.
    """
    if part.kind in (StatementPart.Kind.ENTRY, StatementPart.Kind.DECISION):
        raise Gone("What the record says cannot be changed here. Amend it in the record, then choose the newer one.")
    is_own = part.kind != StatementPart.Kind.CITATION
    part.text = rules.check_words(text) if is_own else text.replace("\x00", "").strip()
    part.save(update_fields=["text"])
    ledger.note("statement.rewritten", case_id=part.case_id, by=by.id, at=at, about=part, words={"text": part.text})
    return part


@action
def move_part(*, part: StatementPart, step: int, by: Worker, at: datetime) -> None:
    """Move a piece `step` places further on (or back, below zero); at an end it stays."""
    statement = _locked(part.statement_id)
    order = _standing(statement)
    place = next((number for number, each in enumerate(order) if each.id == part.id), None)
    new = rules.moved(order, place, step) if place is not None else order
    if [id(each) for each in new] == [id(each) for each in order]:
        return ledger.nothing_changed()
    _place([each for each in new if isinstance(each, StatementPart)])
    ledger.note("statement.part_moved", case_id=part.case_id, by=by.id, at=at, about=part, facts={"step": step})
    return None


@action
def take_part_out(*, part: StatementPart, by: Worker, at: datetime) -> None:
    """Take a piece out of the body; its words are kept and can be put back."""
    _locked(part.statement_id)
    part.position = None
    part.save(update_fields=["position"])
    ledger.note("statement.part_out", case_id=part.case_id, by=by.id, at=at, about=part)


@action
def put_part_back(*, part: StatementPart, by: Worker, at: datetime) -> None:
    """Put a piece that was taken out back, at the end."""
    if part.position is not None:
        return ledger.nothing_changed()
    _insert(part.statement, [part], "")
    ledger.note("statement.part_back", case_id=part.case_id, by=by.id, at=at, about=part)
    return None


def _new(
    statement: Statement, kind: str, by: Worker, at: datetime, *, text: str = "", source_id: UUID | None = None
) -> StatementPart:
    part = StatementPart(statement=statement, kind=kind, text=text, source_id=source_id, added_by=by, added_at=at)
    part.case_id = statement.case_id
    part.save(force_insert=True)
    return part


def _check_there(statement: Statement, pieces: Sequence[tuple[str, UUID]]) -> None:
    def ids(kind: str) -> set[UUID]:
        return {source_id for each, source_id in pieces if each == kind}

    found = for_court.sources_of(statement.case, entries=ids("entry"), decisions=ids("decision"))
    if len(found.entries) != len(ids("entry")) or len(found.decisions) != len(ids("decision")):
        raise Gone("One of the pieces is no longer in the record. Choose them again.")


def _locked(statement_id: UUID) -> Statement:
    """Hold the statement until the transaction ends, so that two windows cannot both give out a place."""
    return Statement.objects.select_for_update(of=("self",)).get(id=statement_id)


def _standing(statement: Statement) -> list[StatementPart]:
    rows = StatementPart.objects.filter(case_id=statement.case_id, statement=statement, position__isnull=False)
    return list(rows.order_by("position"))


def _insert(statement: Statement, parts: Sequence[StatementPart], after: Place) -> None:
    order = _standing(_locked(statement.id))
    places = {str(part.id): number for number, part in enumerate(order, start=1)}
    place = 0 if after == "first" else places.get(after, len(order))
    _place([*order[:place], *parts, *order[place:]])


def _place(order: Sequence[StatementPart]) -> None:
    changed = []
    for number, part in enumerate(order, start=1):
        if part.position != number:
            part.position = number
            changed.append(part)
    StatementPart.objects.bulk_update(changed, ["position"])
