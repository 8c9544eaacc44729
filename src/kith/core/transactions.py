"""Transactions in which PostgreSQL itself knows who is asking, and whose last statement is the ledger.

`scoped` opens one. Inside it `kith.worker` (and `kith.case`, when one case is meant) are set for the transaction
alone, and every row-security policy reads them. A nested `scoped` is a savepoint with its own scope; notes for the
ledger gather in the outermost one and are written as its last statement, so that the chain is locked for as short
a time as possible.

`scoped_reader` opens one of the other kind: as the role of the families' door, over a connection of its own, for one
outside reader. Neither role can become the other, and the two are never open at once.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, connections, transaction

from kith.core import ledger


@dataclass(slots=True)
class Scope:
    """Who is asking, and about which case, if about one."""

    worker_id: UUID
    case_id: UUID | None


_current: ContextVar[Scope | None] = ContextVar("kith_scope", default=None)


class NoScope(RuntimeError):
    """Case data was to be touched outside `scoped`: a bug, never a worker's doing."""


def current() -> Scope:
    """Give the scope of the running transaction.

    Raises:
        NoScope: none is open.
    """
    scope = _current.get()
    if scope is None:
        raise NoScope("open a transaction with kith.core.transactions.scoped first")
    return scope


def _tell_database(scope: Scope | None) -> None:
    worker = str(scope.worker_id) if scope else ""
    case = str(scope.case_id) if scope and scope.case_id else ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.worker', %s, true), set_config('kith.case', %s, true)", [worker, case])


@contextmanager
def scoped(*, worker_id: UUID, case_id: UUID | None = None) -> Iterator[Scope]:
    """Run a transaction as this worker, in this case if one is named, and tell the ledger last.

    A job or a stream names the worker on whose behalf it runs: access is judged again, as of now.
    """
    outer = _current.get()
    scope = Scope(worker_id, case_id or (outer.case_id if outer else None))
    told = ledger.Pending()
    scope_token, told_token = _current.set(scope), ledger.pending.set(told)
    is_whole = not connection.in_atomic_block
    try:
        with ExitStack() as ending, transaction.atomic():
            _tell_database(scope)
            yield scope
            if outer is None and told.notes:
                # The last statement and the commit in one journey: a chain is locked no longer than that. Not for much
                # at once: a statement larger than the socket takes leaves libpq's pipeline waiting for ever.
                if is_whole and ledger.is_little(told.notes):
                    ending.enter_context(connection.wrap_database_errors)  # for what only the pipeline's end notices
                    ending.enter_context(connection.connection.pipeline())
                ledger.write(told.notes)
    finally:
        _current.reset(scope_token)
        ledger.pending.reset(told_token)
        if outer is not None and not connection.needs_rollback:
            _tell_database(outer)  # a savepoint rolled back has done so already; saying it twice is safe
    if outer is not None:
        ledger.pass_on(told)


@contextmanager
def unsigned() -> Iterator[None]:
    """Run a transaction in which nobody is signed in: the command line's, for what no page may write (who is in which
    team). A `scoped` inside it is part of it, and tells the ledger.
    """
    require_no_scope()
    with transaction.atomic():
        _tell_database(None)
        yield


#: The name of the connection that is `kith_family`; only the web process is given its address.
FAMILY = "family"


class NoDoor(RuntimeError):
    """This process was not given the address of the families' role, so nobody outside can be answered."""


@contextmanager
def scoped_reader(*, reader_id: UUID) -> Iterator[None]:
    """Run a transaction at the families' door, as this outside reader and nobody else.

    Whoever calls has found out who is asking (the door's sign-in); the database finds out whether they may read now.
    What it does in their name it tells the ledger itself.

    Raises:
        NoScope: a worker's transaction is open.
        NoDoor: there is no connection for the families' role.
    """
    require_no_scope()
    if FAMILY not in connections:
        raise NoDoor("set KITH_FAMILY_DATABASE_URL to the address of kith_family")
    with transaction.atomic(using=FAMILY, durable=True):
        with connections[FAMILY].cursor() as cursor:
            cursor.execute("SELECT set_config('kith.reader', %s, true)", [str(reader_id)])
        yield


@contextmanager
def at_the_door() -> Iterator[None]:
    """Run a transaction as the role of the families' door, for somebody whom nobody knows: no reader is named, so every
    policy shows nothing, and only functions that ask for a secret of their own can be of use.

    Raises:
        NoScope: a worker's transaction is open.
        NoDoor: there is no connection for the families' role.
    """
    require_no_scope()
    if FAMILY not in connections:
        raise NoDoor("set KITH_FAMILY_DATABASE_URL to the address of kith_family")
    with transaction.atomic(using=FAMILY, durable=True):
        yield


def has_door() -> bool:
    """Tell whether anybody outside can be answered here at all."""
    return FAMILY in connections


def require_no_scope() -> None:
    """Refuse to go on inside a transaction: what follows must be kept whatever happens afterwards.

    Raises:
        NoScope: a transaction is open; an access note written in it would be lost if the page failed.
    """
    if _current.get() is not None:
        raise NoScope("an access note must be written before the request's own transaction begins")
