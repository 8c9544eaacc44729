"""The cases a worker may open, with what is in them counted: one query, however many cases."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from kith.record.models import Case, Decision
from kith.record.queries.writing import standing_decisions

SHOWN_CASES = 200

#: Row security leaves the asking worker's own cases. Each count walks one case's part of an index that leads with it.
_CASES = """
    SELECT c.id, c.reference, c.family_name, c.kind,
           (SELECT count(*) FROM record_participant p WHERE p.case_id = c.id),
           e.number, d.number,
           greatest(c.opened_at, e.newest, d.newest) AS newest
    FROM record_case c
    CROSS JOIN LATERAL (SELECT count(*), max(recorded_at) FROM record_entry WHERE case_id = c.id) e (number, newest)
    CROSS JOIN LATERAL (SELECT count(*), max(decided_at) FROM record_decision WHERE case_id = c.id) d (number, newest)
    ORDER BY newest DESC, c.id
    LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case in a worker's list. `newest` is when something was last written in it."""

    id: UUID
    reference: str
    family_name: str
    kind: str
    people: int
    entries: int
    decisions: int
    newest: datetime


@dataclass(frozen=True, slots=True)
class DueReview:
    """A decision whose day to be looked at again has come."""

    case_id: UUID
    reference: str
    family_name: str
    decision_id: UUID
    question: str
    review_on: date


def caseload() -> list[CaseLine]:
    """List the cases of the worker in whose scope this runs, where something was written last first."""
    kinds = dict(Case.Kind.choices)
    with connection.cursor() as cursor:
        cursor.execute(_CASES, [SHOWN_CASES])
        rows = cursor.fetchall()
    return [
        CaseLine(
            id=row[0],
            reference=row[1],
            family_name=row[2],
            kind=str(kinds[row[3]]),
            people=row[4],
            entries=row[5],
            decisions=row[6],
            newest=row[7],
        )
        for row in rows
    ]


def due_reviews(today: date) -> list[DueReview]:
    """List the decisions of all these cases whose day to be looked at again has come, longest due first."""
    rows = standing_decisions().filter(review_on__lte=today).select_related("case").order_by("review_on", "id")
    return [_due(row) for row in rows[:SHOWN_CASES]]


def _due(row: Decision) -> DueReview:
    return DueReview(row.case_id, row.case.reference, row.case.family_name, row.id, row.question, row.review_on)
