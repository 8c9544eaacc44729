"""Opens a case as a system without ledger and row security would. For the bench alone: see `bare_settings`."""

from typing import Any
from uuid import UUID

from kith.core import transactions
from kith.record.models import Case


def _tell_nobody(scope: object) -> None:
    pass


transactions._tell_database = _tell_nobody


def open_case(*, case_id: UUID, **rest: Any) -> Case | None:
    """Find a case: no transaction of its own, no note."""
    return Case.objects.filter(id=case_id).first()
