"""Jobs by name, asked for in the same transaction as the change that wants them.

An action asks; `jobs.py` of a room holds the function of that name. A rolled-back action leaves no job; the same
`once` twice, while the first waits, is one job. Arguments are ids: never words. A job may run twice: the process that
ran it may be killed, or lose the database, before it has said that it is done.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import TypeVar
from uuid import UUID

from django.db import InterfaceError, OperationalError, close_old_connections, connection, transaction
from procrastinate import RetryDecision, RetryStrategy, exceptions, jobs, utils
from procrastinate.contrib.django import app

from kith.core.vault import NoAnswer

__all__ = ["Rest", "app", "ask", "job", "sweep", "sweeps", "take_up_stalled"]

log = logging.getLogger(__name__)

Run = TypeVar("Run", bound=Callable[..., None])
STALLED_SECONDS = 10.0
MOST_ATTEMPTS = 10
LOOK_SECONDS = 60.0
LONGEST_REST_SECONDS = 3600.0
_sweeps: list[Callable[[], None]] = []

LONGEST_WAIT_SECONDS = 300


class _Waiting(RetryStrategy):
    """A database that is away for a moment: try again after 2, 4, 8, ... seconds. A file store may be away for days."""

    def get_retry_decision(self, *, exception: BaseException, job: jobs.Job) -> RetryDecision | None:
        if isinstance(exception, NoAnswer):
            return RetryDecision(retry_in={"seconds": min(2 ** min(job.attempts + 1, 10), LONGEST_WAIT_SECONDS)})
        return super().get_retry_decision(exception=exception, job=job)


_WAIT_FOR_STORES = _Waiting(max_attempts=8, exponential_wait=2, retry_exceptions=[OperationalError, InterfaceError])

_LEFT_LYING = """
    SELECT job.id, job.attempts FROM procrastinate_jobs job
    LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
    WHERE job.status = 'doing'
      AND (worker.id IS NULL OR worker.last_heartbeat < now() - make_interval(secs => %s))
    ORDER BY job.id
"""


class Rest:
    """When a sweep does its work again: after a while, or, when it fails again and again, less and less often."""

    def __init__(self, seconds: float = LOOK_SECONDS) -> None:
        self._not_before = 0.0
        self._usual = self._seconds = seconds

    def is_over(self) -> bool:
        """Tell whether it is time; at once after the process began."""
        return time.monotonic() >= self._not_before

    def after_success(self) -> None:
        """Look again after the usual time."""
        self._seconds = self._usual
        self._not_before = time.monotonic() + self._usual

    def after_failure(self) -> None:
        """Look again later, and each time later still, up to an hour."""
        self._not_before = time.monotonic() + self._seconds
        self._seconds = min(self._seconds * 2, LONGEST_REST_SECONDS)


def job(*, name: str) -> Callable[[Run], Run]:
    """Make a function of a room's jobs.py a job of this name ("exhibits.read_export"). It may run twice."""

    def wrap(function: Run) -> Run:
        @wraps(function)
        def run(**ids: str | int) -> None:
            close_old_connections()
            try:
                function(**ids)
            finally:
                close_old_connections()

        app.task(name=name, retry=_WAIT_FOR_STORES, pass_context=False)(run)
        return function

    return wrap


def sweep(function: Callable[[], None]) -> Callable[[], None]:
    """Have the worker process call a function now and then: it takes up what was left lying."""
    _sweeps.append(function)
    return function


def sweeps() -> tuple[Callable[[], None], ...]:
    """List what `sweep` has named."""
    return tuple(_sweeps)


def take_up_stalled() -> None:
    """Give the jobs of a worker process that was killed back to the queue."""
    with connection.cursor() as cursor:
        cursor.execute(_LEFT_LYING, [STALLED_SECONDS])
        left = cursor.fetchall()
    for job_id, attempts in left:
        if attempts < MOST_ATTEMPTS:
            _take_up(job_id)
        else:
            log.error("job given up: every process that ran it ended", extra={"job": job_id})
            _end(job_id, jobs.Status.FAILED)


def _take_up(job_id: int) -> None:
    try:
        with transaction.atomic():
            app.job_manager.retry_job_by_id(job_id, retry_at=utils.utcnow())
        log.info("job taken up again", extra={"job": job_id})
    except exceptions.UniqueViolation:  # the same job was asked for meanwhile, and waits
        _end(job_id, jobs.Status.ABORTED)
    except exceptions.ConnectorException:
        log.info("job taken up elsewhere", extra={"job": job_id})


#: Another process may have ended or taken it up meanwhile: the row is held and looked at again before it is ended.
_END = """
    WITH held AS (SELECT id FROM procrastinate_jobs WHERE id = %s AND status = 'doing' FOR UPDATE)
    SELECT procrastinate_finish_job_v1(id, %s, false) FROM held
"""


def _end(job_id: int, status: jobs.Status) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_END, [job_id, status.value])


def ask(name: str, *, once: str, after_seconds: int = 0, **ids: UUID | str | int) -> None:
    """Have a worker process run a job soon, unless the same one is waiting already.

    Args:
        name: room and function: "exhibits.read_export".
        once: what makes it the same job; two such wait never.
        ids: the job's arguments.
    """
    schedule = {"seconds": after_seconds} if after_seconds else None
    deferrer = app.configure_task(
        name, queueing_lock=f"{name}:{once}", lock=f"{name}:{once}", schedule_in=schedule, allow_unknown=True
    )
    with suppress(exceptions.AlreadyEnqueued), transaction.atomic():  # a refused row must not end the transaction
        deferrer.defer(**{key: str(value) if isinstance(value, UUID) else value for key, value in ids.items()})
