"""Jobs by name, asked for in the same transaction as the change that wants them.

An action asks; `jobs.py` of a room holds the function of that name. A rolled-back action leaves no job; the same
`once` twice, while the first waits, is one job. Arguments are ids: never words.
"""

from contextlib import suppress
from uuid import UUID

from django.db import transaction
from procrastinate import exceptions
from procrastinate.contrib.django import app

__all__ = ["app", "ask", "job"]

#: How a room's jobs.py makes a function a job: `@job(name="exhibits.read_export")`.
job = app.task


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
