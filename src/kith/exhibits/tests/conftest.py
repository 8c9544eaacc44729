"""Amal's case, and a way to look at its rows as she may."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from kith.core.models import LedgerRow, Worker
from kith.core.transactions import scoped
from kith.record import testing as make
from kith.record.models import Case


@pytest.fixture
def amal(db: None) -> Worker:
    """The allocated worker."""
    return make.worker()


@pytest.fixture
def cara(db: None) -> Worker:
    """Somebody of another team, with a case of her own."""
    worker = make.worker("Cara Elsewhere")
    make.case(worker)
    return worker


@pytest.fixture
def case(amal: Worker) -> Case:
    """Amal's case."""
    return make.case(amal)


@pytest.fixture
def rows(case: Case, amal: Worker) -> Callable[..., list[Any]]:
    """Give the rows of a table in Amal's case, as she may see them."""

    def fetch(model: Any, **filters: Any) -> list[Any]:
        with scoped(worker_id=amal.id, case_id=case.id):
            return list(model.objects.filter(case_id=case.id, **filters))

    return fetch


@pytest.fixture
def verbs(case: Case, amal: Worker) -> Callable[[], list[str]]:
    """Give what the ledger of Amal's case tells, in order."""
    import json

    def fetch() -> list[str]:
        with scoped(worker_id=amal.id):
            bodies = LedgerRow.objects.filter(chain=case.id).order_by("seq").values_list("body", flat=True)
            return [json.loads(body)["verb"] for body in bodies]

    return fetch


@pytest.fixture
def counted_anew(case: Case, amal: Worker) -> Callable[[], dict[str, int]]:
    """Count the words of Amal's case from its items, as the lexicon must have them."""

    def fetch() -> dict[str, int]:
        with scoped(worker_id=amal.id, case_id=case.id), connection.cursor() as cursor:
            cursor.execute(
                "SELECT word, count(*) FROM exhibits_item, unnest(tsvector_to_array(words)) word"
                " WHERE case_id = %s GROUP BY word",
                [case.id],
            )
            return dict(cursor.fetchall())

    return fetch
