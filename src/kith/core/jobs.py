"""Jobs by name, asked for in the same transaction as the change that wants them.

An action asks; `jobs.py` of a room holds the function of that name. A rolled-back action leaves no job; the same
`once` twice, while the first waits, is one job. Arguments are ids: never words.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import TypeVar
from uuid import UUID

from django.db import InterfaceError, OperationalError, close_old_connections, transaction
from procrastinate import RetryStrategy, exceptions
from procrastinate.contrib.django import app

__all__ = ["app", "ask", "job", "sweep", "sweeps", "take_up_stalled"]

Run = TypeVar("Run", bound=Callable[..., None])
STALLED_SECONDS = 15.0
_sweeps: list[Callable[[], None]] = []

#: A database that is away for a moment: try again after 2, 4, 8, ... seconds.
_WAIT_FOR_DATABASE = RetryStrategy(
    max_attempts=8, exponential_wait=2, retry_exceptions=[OperationalError, InterfaceError]
)


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

        app.task(name=name, retry=_WAIT_FOR_DATABASE, pass_context=False)(run)
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
    asyncio.run(_take_up_stalled())


async def _take_up_stalled() -> None:
    manager = app.job_manager
    for stalled in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
        await manager.retry_job(stalled)


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
