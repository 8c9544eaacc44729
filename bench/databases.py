"""A PostgreSQL for the bench, set as for real work (a commit is on disk), and a migrated database for each row."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from tests import database

from bench.children import below
from kith.cli import session
from kith.core.cluster import APP, OWNER, Cluster, default_folder, running

_LOOK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Ground:
    """A running server with one fresh, migrated database, and the folder of an agency for keys and files."""

    cluster: Cluster
    name: str
    folder: Path

    @property
    def app_url(self) -> str:
        """Give the address for the serving role."""
        return self.cluster.url(APP, self.name)

    @property
    def owner_url(self) -> str:
        """Give the address for the owner role, which no policy binds."""
        return self.cluster.url(OWNER, self.name)

    def owner(self, *, autocommit: bool = True) -> psycopg.Connection:
        """Connect as the owner role."""
        return psycopg.connect(self.owner_url, autocommit=autocommit)

    def environment(self) -> dict[str, str]:
        """Give the environment of a serving process."""
        return session.serving(self.folder, self.app_url)


@contextmanager
def server() -> Iterator[Cluster]:
    """Run the server for as long as the block lasts; its folder is kept between runs."""
    with running(default_folder("bench") / "postgres") as cluster:
        yield cluster


@contextmanager
def ground(name: str) -> Iterator[Ground]:
    """Have a fresh database, with Django ready on it as the serving role; dropped at the end, with all files kept."""
    with server() as cluster:
        database.copy(cluster, name)
        found = Ground(cluster, name, cluster.folder / "agency")
        session.make_keys(found.folder)
        os.environ.update(found.environment())
        _django()
        try:
            yield found
        finally:
            _forget(found)


def _django() -> None:
    import django

    os.environ["KITH_LOG"] = "ERROR"
    django.setup()


def _forget(found: Ground) -> None:
    from django.db import connections

    connections.close_all()
    found.cluster.drop_database(found.name)
    shutil.rmtree(found.folder / "files", ignore_errors=True)


class ServerWatch:
    """Looks now and then at what PostgreSQL's processes hold of their own, in a `with` block; `mb` is the most."""

    def __init__(self, cluster: Cluster) -> None:
        self.mb = 0.0
        self._server, self._over = cluster.pid, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "ServerWatch":
        self._thread.start()
        return self

    def __exit__(self, *left: object) -> None:
        self._over.set()
        self._thread.join()

    def __str__(self) -> str:
        return f"PostgreSQL {self.mb:.0f} MB" if self.mb else "PostgreSQL not measured"

    def _look(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            self.mb = max(self.mb, sum(_own_mb(pid) for pid in below(self._server)))


def _own_mb(pid: int) -> float:
    """Give what a process holds that is not shared, in MB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("RssAnon:")), 0.0)
