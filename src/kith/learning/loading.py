"""Puts the stories that ship into the table: at each start, as the owner role. Loading again changes nothing."""

import logging
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max

from kith.engines.dilemmas import load
from kith.learning.ink import Shipped, shipped
from kith.learning.models import Dilemma

log = logging.getLogger(__name__)


def load_shipped(*, at: datetime) -> int:
    """Add a version for each story that ships and is new or says something new; gives how many were added.

    A story that does not ship any more is withdrawn: who began it goes on, and nobody begins it. What the agency
    withdrew stays so, whatever its new words. Nobody does this, so no line of the ledger does either: the version
    itself says when it came.
    """
    with transaction.atomic():
        _hold()
        ours = Dilemma.objects.filter(origin=Dilemma.Origin.SHIPPED)
        newest = {each.key: each for each in ours.order_by("key", "-version").distinct("key")}
        stories = list(shipped())
        gone = newest.keys() - {each.key for each in stories}
        ours.filter(key__in=gone, withdrawn_at__isnull=True).update(withdrawn_at=at)
        waiting = [each for each in stories if _is_news(each, newest.get(each.key))]
        last = dict(Dilemma.objects.values_list("key").annotate(Max("version")))
        Dilemma.objects.bulk_create(
            _version(each, newest.get(each.key), last.get(each.key, 0) + 1, at) for each in waiting
        )
    return len(waiting)


def _hold() -> None:
    """Let one process at a time load."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('kith dilemmas'))")


def _is_news(story: Shipped, newest: Dilemma | None) -> bool:
    if not story.compiled:
        log.warning("a story that ships was not built", extra={"story": story.key})
        return False
    if newest is None or newest.ink != story.ink:
        return True
    return newest.withdrawn_at is not None and newest.withdrawn_by_id is None


def _version(story: Shipped, before: Dilemma | None, number: int, at: datetime) -> Dilemma:
    is_unwanted = before is not None and before.withdrawn_by_id is not None
    return Dilemma(
        key=story.key,
        version=number,
        origin=Dilemma.Origin.SHIPPED,
        ink=story.ink,
        compiled=story.compiled,
        at=at,
        published_at=at,
        withdrawn_at=before.withdrawn_at if before and is_unwanted else None,
        withdrawn_by_id=before.withdrawn_by_id if before and is_unwanted else None,
        **facts_of(story.compiled),
    )


def facts_of(compiled: str) -> dict[str, object]:
    """Give what a version keeps of its story's head, by the names of its columns."""
    head = load(compiled).head
    return {
        "title": head.title,
        "says": head.says,
        "theme": head.theme,
        "minutes": head.minutes,
        "standards": list(head.standards),
        "pcf": list(head.pcf),
        "capabilities": list(head.capabilities),
        "laws": list(head.laws),
    }
