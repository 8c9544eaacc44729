"""Telling statements to the agency's own store, and forgetting votes."""

import base64
import logging
from uuid import UUID

import msgspec
from django.conf import settings

from kith.core import clock, transactions
from kith.core.asking import NoAnswer, NotReached, ask
from kith.core.jobs import job, sweep
from kith.core.models import Worker
from kith.learning import actions, queries
from kith.learning.queries import votes
from kith.learning.rules.telling import VERSION, Told, address_of, judged

log = logging.getLogger(__name__)


@job(name="learning.tell")
def tell(*, statement_id: str, worker_id: str) -> None:
    """Put one statement to the store under its own id, so that telling it twice leaves one. May run twice."""
    which, worker = UUID(statement_id), Worker.objects.get(id=worker_id)
    with transactions.scoped(worker_id=worker.id):
        body = queries.waiting_statement(worker, which)
    if body is None or queries.store() is None:
        return
    told = _told(address_of(settings.XAPI_URL, statement_id), msgspec.json.encode(body))
    log.info("statement told", extra={"statement": which, "told": str(told)})
    with transactions.scoped(worker_id=worker.id):
        actions.note_told(statement_id=which, told=told, by=worker, at=clock.now())


def _told(address: str, data: bytes) -> Told:
    headers = {"X-Experience-API-Version": VERSION, "Content-Type": "application/json"}
    if settings.XAPI_KEY:
        headers["Authorization"] = "Basic " + base64.b64encode(settings.XAPI_KEY.encode()).decode()
    try:
        return judged(ask("PUT", address, headers=headers, data=data).status)
    except (NotReached, NoAnswer):
        return Told.AGAIN


@sweep
def forget_votes() -> None:
    """End votes that ran out, and forget the counts of those that ended a day ago."""
    votes.forget_old()
