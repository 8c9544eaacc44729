"""What waits in the outbox, and making sure that one process alone hands a message over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import OperationalError, connection

from kith.correspondence.models import Outbox
from kith.correspondence.rules import State


@dataclass(frozen=True, slots=True)
class Due:
    """A message that something must be done about, and the worker on whose behalf."""

    case_id: UUID
    outbox_id: UUID
    worker_id: UUID
    state: State


@dataclass(frozen=True, slots=True)
class Look:
    """A message that a person must look at: it was refused, or may have been sent."""

    case_id: UUID
    reference: str
    family_name: str
    message_id: UUID
    state: str
    at: datetime | None


def due(at: datetime) -> list[Due]:
    """List, over all cases, what is due to be tried and what is being handed over; ids alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, outbox_id, written_by, state FROM kith_outbox_due(%s)", [at])
        return [Due(case_id, outbox_id, worker, State(state)) for case_id, outbox_id, worker, state in cursor]


@contextmanager
def alone(outbox_id: UUID) -> Iterator[bool]:
    """Hold a message for this process alone while the block lasts; gives False if another process holds it.

    The database keeps the hold for as long as the connection lives: a process that is killed lets go at once, which
    is how a sweep tells a message that is being handed over from one whose process has died.
    """
    key = f"kith outbox {outbox_id}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [key])
        (held,) = cursor.fetchone()
    try:
        yield held
    finally:
        if held:
            _let_go(key)


def _let_go(key: str) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [key])
    except OperationalError:
        connection.close()  # the hold ended with its connection


def needing_a_look() -> list[Look]:
    """List, in the cases of the running scope, what was not sent or may have been sent, newest first."""
    rows = Outbox.objects.filter(state__in=[State.REFUSED, State.UNSURE], settled_by__isnull=True)
    found = rows.order_by("-ended_at").values_list(
        "case_id", "case__reference", "case__family_name", "message_id", "state", "ended_at"
    )
    return [Look(*row) for row in found[:50]]
