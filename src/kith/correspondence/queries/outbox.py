"""What waits in the outbox, and making sure that one process alone hands a message over."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import OperationalError, connection
from django.db.models import QuerySet

from kith.correspondence.models import Outbox
from kith.correspondence.rules import DID_NOT_GO, State


@dataclass(frozen=True, slots=True)
class Due:
    """A message that something must be done about, and the worker on whose behalf."""

    case_id: UUID
    outbox_id: UUID
    worker_id: UUID
    state: State


@dataclass(frozen=True, slots=True)
class Look:
    """A message that a person must look at, or do something about."""

    case_id: UUID
    reference: str
    family_name: str
    message_id: UUID
    channel: str
    reader: str
    state: str
    at: datetime | None

    @property
    def says(self) -> str:
        """Say what it is, in the words of its state."""
        return dict(Outbox.STATES)[self.state]


@dataclass(frozen=True, slots=True)
class Sending:
    """A message whose handing over was cut off."""

    channel: str
    reference: str
    taken_at: datetime


def due(at: datetime) -> list[Due]:
    """List, over all cases, what is due to be tried and what is being handed over; ids alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, outbox_id, written_by, state FROM kith_outbox_due(%s)", [at])
        return [Due(case_id, outbox_id, worker, State(state)) for case_id, outbox_id, worker, state in cursor]


def asked_for(outbox_ids: Sequence[UUID]) -> set[UUID]:
    """Tell which of these messages a job waits for already: asking again would change nothing, thousands of times."""
    locks = {f"correspondence.send:outbox:{each}": each for each in outbox_ids}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT queueing_lock FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock = ANY (%s)",
            [list(locks)],
        )
        return {locks[lock] for (lock,) in cursor}


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
    """List, in the cases of the running scope, what did not reach its reader or may not have, newest first."""
    states = [*DID_NOT_GO, State.UNSURE]
    return _looks(Outbox.objects.filter(state__in=states, settled_by__isnull=True).order_by("-ended_at"))


def by_hand(at: datetime) -> list[Look]:
    """List, in the cases of the running scope, letters to post and calls to make now, the oldest first."""
    return _looks(Outbox.objects.filter(state=State.CREATED, next_try_at__lte=at).order_by("queued_at"))


def _looks(rows: QuerySet[Outbox]) -> list[Look]:
    found = rows.values_list(
        "case_id",
        "case__reference",
        "case__family_name",
        "message_id",
        "message__channel",
        "message__reader__known_as",
        "state",
        "ended_at",
    )
    return [Look(*row) for row in found[:50]]


def left_sending(outbox_id: UUID) -> Sending | None:
    """Find a message that was being handed over when its process ended; None if it is not."""
    rows = Outbox.objects.filter(id=outbox_id, state=State.SENDING)
    found = rows.values_list("message__channel", "reference", "taken_at", "queued_at").first()
    return Sending(found[0], found[1], found[2] or found[3]) if found else None


def receipt_for(reference: str) -> Due | None:
    """Find whose message a receipt is about, and in whose name it is noted; None if it is nobody's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, outbox_id, worker_id FROM kith_outbox_of(%s)", [reference])
        found = cursor.fetchone()
    return Due(found[0], found[1], found[2], State.SENT) if found else None
