"""Makers for tests and for the demonstration borough: everything is made through actions, so it is always legal."""

from datetime import date
from uuid import UUID

from kith.core.models import Worker
from kith.court import actions
from kith.court.models import Statement, StatementPart
from kith.record.models import Case
from kith.record.testing import AT


def statement(in_case: Case, by: Worker, *, made_on: date = date(2026, 3, 16)) -> Statement:
    """Begin a first statement."""
    return actions.begin_statement(
        case=in_case,
        court_text="Family Court at Tarnbrook",
        court_number="ZZ26P00123",
        ordinal=1,
        filed_for="The local authority",
        made_on=made_on,
        role_text="Social worker",
        office_text="Children's Services, 1 Quay Street, Tarnbrook TB1 1AA",
        by=by,
        at=AT,
    )


def paragraph(of: Statement, by: Worker, text: str, *, kind: str = "paragraph", after: str = "") -> StatementPart:
    """Write a paragraph or a heading."""
    return actions.write_words(statement=of, kind=kind, text=text, after=after, by=by, at=AT)


def piece(of: Statement, by: Worker, kind: str, source_id: UUID, *, after: str = "") -> StatementPart:
    """Take an entry, a decision or a quotation in."""
    return actions.add_pieces(statement=of, pieces=[(kind, source_id)], after=after, by=by, at=AT)[0]
