"""What a worker has told to the agency's own learning store: off unless it named one and they switched it on."""

import uuid
from datetime import datetime

from kith.core import jobs
from kith.core.actions import own
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.learning.models import Statement, Telling
from kith.learning.queries.telling import store
from kith.learning.rules.telling import Learnt, Told, Verb, statement

MOST_TRIES = 12
_FIRST_WAIT_SECONDS, _LONGEST_WAIT_SECONDS = 60, 6 * 3600


class NoStore(Refusal):
    """The agency has named no store, so nothing can be told to it."""


@own
def switch_on(*, by: Worker, at: datetime) -> None:
    """Have what this worker learns told to the agency's store from now on.

    Raises:
        NoStore: the agency has named none.
    """
    if store() is None:
        raise NoStore("Your agency has no learning store, so nothing is told to anybody.")
    Telling.objects.get_or_create(worker=by, defaults={"since_at": at})


@own
def switch_off(*, by: Worker, at: datetime) -> None:
    """Tell nothing more; what waits is deleted. What was sent is the agency's to delete."""
    Telling.objects.filter(worker=by).delete()
    Statement.objects.filter(worker=by).delete()


@own
def tell(
    *, verb: Verb, learnt: Learnt, by: Worker, at: datetime, once_since: datetime | None = None
) -> Statement | None:
    """Have one statement told, if the agency has a store and this worker switched it on; else do nothing.

    Args:
        once_since: not told if the same was told since: how often somebody came to an end is nobody's business.
    """
    to = store()
    if to is None or not Telling.objects.filter(worker=by).exists():
        return None
    made = uuid.uuid4()
    body = statement(id=made, verb=verb, learnt=learnt, account=str(by.id), store=to, at=at)
    same = Statement.objects.filter(worker=by, body__verb=body["verb"], body__object=body["object"])
    if once_since is not None and same.filter(made_at__gte=once_since).exists():
        return None
    row = Statement.objects.create(id=made, worker=by, body=body, made_at=at)
    _ask(row)
    return row


@own
def say_read(*, learnt: Learnt, by: Worker, at: datetime) -> Statement | None:
    """Have it told that somebody read something, once: how often they did is nobody's business."""
    telling = Telling.objects.filter(worker=by).first()
    if telling is None:
        return None
    return tell(verb=Verb.EXPERIENCED, learnt=learnt, by=by, at=at, once_since=telling.since_at)


@own
def note_told(*, statement_id: uuid.UUID, told: Told, by: Worker, at: datetime) -> None:
    """Note what became of a try: what failed is tried again later and less often."""
    row = Statement.objects.select_for_update().filter(id=statement_id, worker=by, sent_at__isnull=True).first()
    if row is None:
        return
    row.tries, row.problem = row.tries + 1, "" if told == Told.KEPT else str(told)
    row.sent_at = at if told == Told.KEPT else None
    row.save(update_fields=["tries", "problem", "sent_at"])
    if told == Told.AGAIN and row.tries < MOST_TRIES:
        _ask(row, after_seconds=min(_FIRST_WAIT_SECONDS * 2 ** (row.tries - 1), _LONGEST_WAIT_SECONDS))


def _ask(row: Statement, after_seconds: int = 0) -> None:
    ids = {"statement_id": row.id, "worker_id": row.worker_id}
    jobs.ask("learning.tell", once=f"statement:{row.id}", after_seconds=after_seconds, **ids)
