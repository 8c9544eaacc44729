"""Whether anything is told to a store of the agency's, and what waits to be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from kith.core.models import Worker
from kith.learning.models import Statement, Telling
from kith.learning.rules.telling import Learnt, Store, check_store


@dataclass(frozen=True, slots=True)
class TellingPage:
    """Whether the agency has a store, whether this worker has things told to it, and what was told."""

    title: str
    where: str
    is_on: bool
    since_at: datetime | None
    sent: int
    waiting: int
    refused: int


def store() -> Store | None:
    """Give the agency's store, if it named one rightly."""
    url, home = settings.XAPI_URL, settings.XAPI_HOME
    return Store(url, home) if url and not check_store(url, home) else None


def may_be_told(learnt: Learnt, worker: Worker) -> bool | None:
    """Say whether this worker may have it told that they read something: None if nothing is told, False if it was."""
    if store() is None or not Telling.objects.filter(worker=worker).exists():
        return None
    place = f"/learning/{learnt.kind}/{learnt.key}"
    return not Statement.objects.filter(worker=worker, body__object__id__endswith=place).exists()


def waiting_statement(worker: Worker, statement_id: UUID) -> dict[str, Any] | None:
    """Give a statement of this worker's that was not sent yet, if they still want it sent."""
    if not Telling.objects.filter(worker=worker).exists():
        return None
    row = Statement.objects.filter(worker=worker, id=statement_id, sent_at__isnull=True).first()
    return None if row is None else row.body


def telling_page(worker: Worker) -> TellingPage:
    """Show what is told, to the worker whose it is."""
    to, telling = store(), Telling.objects.filter(worker=worker).first()
    mine = Statement.objects.filter(worker=worker)
    return TellingPage(
        title="Telling your agency's learning store",
        where=to.url if to else "",
        is_on=telling is not None,
        since_at=telling.since_at if telling else None,
        sent=mine.filter(sent_at__isnull=False).count(),
        waiting=mine.filter(sent_at__isnull=True).exclude(problem="refused").count(),
        refused=mine.filter(problem="refused").count(),
    )
