"""Runs a PostgreSQL of our own for as long as a `with` block lasts."""

import contextlib
import os
import signal
import socket as sockets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from kith.core.cluster import databases, places
from kith.core.cluster.account import server_account
from kith.core.cluster.binaries import binaries_for, for_account
from kith.core.cluster.errors import ClusterError, WouldNotStart
from kith.core.cluster.keeper import Keeper, Server, pid_in
from kith.core.cluster.lock import held
from kith.core.cluster.making import last_words, make_data, write_access
from kith.core.cluster.options import server_options
from kith.core.cluster.passwords import password

START_SECONDS = 90.0
#: What is done before an archive listens must not wait for it.
NOT_WAITING = "-c synchronous_commit=local"
FAILURES_TO_BELIEVE = 3  # a first failure may only mean that the server before has not quite gone


@dataclass(frozen=True)
class Cluster:
    """A running PostgreSQL: where it is, and how each role reaches it."""

    data: Path
    socket: Path
    port: int = 5432
    _keeper: Keeper | None = field(default=None, repr=False, compare=False)

    @property
    def folder(self) -> Path:
        """Give the folder of this Kith, with `postgres/`, `secrets/`, `logs/` and `files/` in it."""
        return self.data.parent

    @property
    def pid(self) -> int:
        """Give the server's process number now; it changes when the server has been started again."""
        found = pid_in(self.data)
        if found is None:
            raise WouldNotStart(f"PostgreSQL is not running on {self.data}.")
        return found

    def parts(self, role: str, database: str) -> dict[str, str | int]:
        """Give `host`, `port`, `user`, `password` and `dbname`, for psycopg or Django's settings."""
        words = password(self.data, role)
        return {"host": str(self.socket), "port": self.port, "user": role, "password": words, "dbname": database}

    def url(self, role: str, database: str) -> str:
        """Give the address of a database for a role, with its password: a secret, not for logs or command lines."""
        words, host = quote(password(self.data, role), safe=""), quote(str(self.socket), safe="")
        return f"postgresql://{role}:{words}@/{quote(database, safe='')}?host={host}&port={self.port}"

    def superuser_url(self, database: str) -> str:
        """Give the address for the launcher's own superuser, which row-level security does not bind."""
        return self.url(databases.SUPERUSER, database)

    def ensure_database(self, name: str, template: str | None = None) -> None:
        """Make a database if it is missing (a copy of `template` if given), open to the three roles alone."""
        with self._as_superuser("postgres") as connection:
            databases.create_database(connection, name, template)
        with self._as_superuser(name) as connection:
            databases.grant_database(connection, name)

    def drop_database(self, name: str) -> None:
        """Drop a database if it is there, ending the sessions in it."""
        with self._as_superuser("postgres") as connection:
            databases.drop_database(connection, name)

    def forget_archive(self) -> None:
        """Stop keeping the log for an archive that nobody writes any more: it would fill the disk."""
        with self._as_superuser("postgres") as connection:
            databases.drop_slot(connection, databases.ARCHIVE)

    def check(self) -> None:
        """Say whether the server still stands.

        Raises:
            WouldNotStart: it died again and again, and is still being started.
        """
        if self._keeper is not None and self._keeper.quick_deaths >= FAILURES_TO_BELIEVE:
            raise WouldNotStart(last_words(self.data))

    def _as_superuser(self, database: str) -> psycopg.Connection:
        return psycopg.connect(self.superuser_url(database), autocommit=True, options=NOT_WAITING)


@contextlib.contextmanager
def running(
    data: Path,
    *,
    port: int = 5432,
    fast: bool = False,
    binaries: Path | None = None,
    archived: bool = False,
    trusting: bool = False,
) -> Iterator[Cluster]:
    """Run PostgreSQL on a data folder, made if it is new, and stop it in order at the end.

    Should the server die meanwhile it is started again; should this process be killed, the server ends by itself.

    Args:
        data: a folder named `postgres`; `secrets/`, `logs/` and `lock` are beside it.
        port: only part of the socket's name: nothing listens on the network.
        fast: for tests; a power cut may cost the data.
        binaries: a folder of PostgreSQL programs, in place of what `binaries_for` chooses.
        archived: a commit waits until the archive has it (`kith serve --archive`).
        trusting: let the superuser, and only it, in without a password (a restore).

    Raises:
        AlreadyRunning: another process runs a server here.
        ClusterError: NoBinaries, UnsafeFolder or WouldNotStart; the text says what to do.
    """
    data = data.expanduser().resolve()
    places.check_name(data)
    account = server_account()
    places.make_folders(data.parent, account)
    with held(data.parent):
        programs = for_account(account, binaries or binaries_for(data))
        socket = places.socket_folder(data, account)
        if not data.exists():
            make_data(data, account, programs, socket, sync=not fast)
        places.check_owner(data, account)
        _end_orphan(data)
        write_access(data, trusting=trusting)
        command: list[str | Path] = [
            programs / "postgres",
            "-D",
            data,
            *server_options(socket, port, fast=fast, archived=archived),
        ]
        keeper = Keeper(Server(data, socket, data.parent / "logs" / "postgres.log", account, command))
        keeper.start()
        try:
            cluster = Cluster(data, socket, port, keeper)
            with _first_connection(cluster, keeper) as connection:
                databases.ensure_roles(connection, data)
            yield cluster
        finally:
            keeper.stop()
            places.remove_if_empty(socket)


def attached(data: Path) -> Cluster | None:
    """Find the PostgreSQL that another process runs on a data folder; None if none answers."""
    data = data.expanduser().resolve()
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8").split("\n")
        cluster = Cluster(data, Path(lines[4]), int(lines[3]))
        with sockets.socket(sockets.AF_UNIX) as probe:
            probe.connect(str(cluster.socket / f".s.PGSQL.{cluster.port}"))
    except (FileNotFoundError, ConnectionRefusedError, IndexError, ValueError):
        return None
    return cluster


def _first_connection(cluster: Cluster, keeper: Keeper) -> psycopg.Connection:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if keeper.quick_deaths >= FAILURES_TO_BELIEVE and not (cluster.data / "postmaster.pid").exists():
            break
        child = keeper.child
        # Only our own child counts: a server that is on its way out may still answer.
        if child is not None and child.poll() is None and pid_in(cluster.data) == child.pid:
            try:
                return psycopg.connect(cluster.superuser_url("postgres"), autocommit=True, options=NOT_WAITING)
            except psycopg.OperationalError as failure:
                if "password authentication failed" in str(failure):
                    raise ClusterError(
                        f"The passwords in {cluster.folder / 'secrets'} are not those of the data in {cluster.data}: "
                        "put both back from the same backup."
                    ) from None
        time.sleep(0.03)
    raise WouldNotStart(last_words(cluster.data))


def _end_orphan(data: Path) -> None:
    # Where the system does not end the server of a killed Kith (only Linux does), it is asked to stop now. The
    # lock is ours, so whatever answers here has nobody.
    orphan = attached(data)
    if orphan is not None:
        with contextlib.suppress(ProcessLookupError, WouldNotStart):
            os.kill(orphan.pid, signal.SIGINT)
