"""What PostgreSQL answers about the asking worker's own ways in; it decides, nothing here does."""

from uuid import UUID

from django.db import connection

from kith.core.models import Team, Worker
from kith.record.models import Case


def may_give(case: Case) -> bool:
    """Tell whether the asking worker holds or manages the case, and so may let others in."""
    return _answer("SELECT kith_may_give(%s)", case.id)


def manages(case: Case) -> bool:
    """Tell whether the asking worker manages the case, by its team or by name."""
    return _answer("SELECT kith_manages(%s)", case.id)


def may_be_let_in(case: Case, worker: Worker) -> bool:
    """Tell whether a colleague may be let in: their role may hold such a case, and no conflict stands."""
    return _answer("SELECT kith_may_be_let_in(%s, %s)", worker.id, case.id)


def may_give_shift(team: Team | None) -> bool:
    """Tell whether the asking worker may put somebody on duty for a team, or (None) for the whole agency."""
    return _answer("SELECT kith_may_give_shift(%s)", team.id if team else None)


def _answer(statement: str, *asked: UUID | None) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return bool(cursor.fetchone()[0])
