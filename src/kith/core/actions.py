"""`@action`, `@draft` and `@own`: every change is one transaction, scoped to its actor, that the ledger knows of."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from kith.core import ledger, transactions
from kith.core.models import Worker

P = ParamSpec("P")
T = TypeVar("T")


class Silent(RuntimeError):
    """An action changed something and told the ledger nothing: a bug."""


def action(function: Callable[P, T]) -> Callable[P, T]:
    """Run a change in one transaction as its actor `by`, and fail if the ledger was told nothing.

    Raises:
        Silent: no note was written and the action did not say `ledger.nothing_changed()`.
    """

    @wraps(function)
    def change(*args: P.args, **kwargs: P.kwargs) -> T:
        with transactions.scoped(worker_id=_actor(kwargs).id):
            result = function(*args, **kwargs)
            told = ledger.pending.get()
            if not (told and (told.notes or told.quiet)):
                raise Silent(f"{function.__module__}.{function.__name__} told the ledger nothing")
            return result

    change.writes = "ledger"  # type: ignore[attr-defined]
    return change


def draft(function: Callable[P, T]) -> Callable[P, T]:
    """Run a save of unfinished words: one transaction as its actor `by`, without a note."""

    @wraps(function)
    def save(*args: P.args, **kwargs: P.kwargs) -> T:
        with transactions.scoped(worker_id=_actor(kwargs).id):
            return function(*args, **kwargs)

    save.writes = "draft"  # type: ignore[attr-defined]
    return save


def own(function: Callable[P, T]) -> Callable[P, T]:
    """Run a change of what is its actor's alone (what they play, learn or think of themselves): one transaction as its
    actor `by`, and no note, because a line of the ledger would tell others of it.
    """

    @wraps(function)
    def keep(*args: P.args, **kwargs: P.kwargs) -> T:
        with transactions.scoped(worker_id=_actor(kwargs).id):
            return function(*args, **kwargs)

    keep.writes = "own"  # type: ignore[attr-defined]
    return keep


def outside(function: Callable[P, T]) -> Callable[P, T]:
    """Run what an outside reader does, in one transaction of the families' role as `reader_id`.

    The database's own functions tell the ledger in the reader's name, in the same statement that does it.
    """

    @wraps(function)
    def answer(*args: P.args, **kwargs: P.kwargs) -> T:
        reader_id = kwargs.get("reader_id")
        if not isinstance(reader_id, UUID):
            raise TypeError("what an outside reader does is given who they are: reader_id=reader")
        with transactions.scoped_reader(reader_id=reader_id):
            return function(*args, **kwargs)

    answer.writes = "ledger"  # type: ignore[attr-defined]
    return answer


def at_the_door(function: Callable[P, T]) -> Callable[P, T]:
    """Run what somebody does whom nobody knows, in one transaction of the families' role.

    They are known to the database by a secret alone, and its own functions tell the ledger what they change in a case.
    """

    @wraps(function)
    def answer(*args: P.args, **kwargs: P.kwargs) -> T:
        with transactions.at_the_door():
            return function(*args, **kwargs)

    answer.writes = "ledger"  # type: ignore[attr-defined]
    return answer


def _actor(kwargs: dict[str, Any]) -> Worker:
    by = kwargs.get("by")
    if not isinstance(by, Worker):
        raise TypeError("an action is given its actor: by=worker")
    return by
