"""A real PostgreSQL for the tests: one server a run, one migrated template, a copy of it for each process.

The server's folder is kept between runs, so that only a changed migration costs a migration.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kith.core.cluster import APP, FAMILY, OWNER, AlreadyRunning, Cluster, default_folder, running

SOURCE = Path(__file__).parent.parent / "src" / "kith"
MOST_RUNS_AT_ONCE = 8


@contextmanager
def server() -> Iterator[Cluster]:
    """Run a server in the first test folder that no other run uses."""
    with ExitStack() as stack:
        for number in range(MOST_RUNS_AT_ONCE):
            try:
                yield stack.enter_context(running(default_folder(f"test-{number}") / "postgres", fast=True))
            except AlreadyRunning:
                continue
            return
        raise RuntimeError("eight test runs are under way already")


def template(cluster: Cluster) -> str:
    """Give the name of a migrated database to copy, made if a migration changed; one for the whole run."""
    if "KITH_TEST_TEMPLATE" not in os.environ:
        os.environ["KITH_TEST_TEMPLATE"] = _made_template(cluster)
    return os.environ["KITH_TEST_TEMPLATE"]


def _made_template(cluster: Cluster) -> str:
    migrations = sorted(
        [
            *SOURCE.glob("*/migrations/*.py"),
            *SOURCE.glob("*/migrations/*.sql"),
            *SOURCE.glob("core/reference/data/*.toml"),
            *SOURCE.glob("learning/stories/*.ink"),
            *SOURCE.glob("learning/built/*.json"),
            SOURCE / "core/row_security.py",
        ]
    )
    lock = SOURCE.parent.parent / "requirements" / "lock.txt"
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in [*migrations, lock])).hexdigest()[:12]
    name = f"template_{digest}"
    half = f"{name}_half"
    if not _exists(cluster, name):
        cluster.drop_database(half)
        cluster.ensure_database(half)
        _migrate(cluster, half)
        _rename(cluster, half, name)
    return name


def copy(cluster: Cluster, name: str) -> None:
    """Make a fresh copy of the template under this name."""
    cluster.drop_database(name)
    cluster.ensure_database(name, template=template(cluster))


def settings_for(cluster: Cluster, name: str, role: str = APP) -> dict[str, str]:
    """Give Django's words for a database and a role."""
    parts = cluster.parts(role, name)
    return {
        "NAME": str(parts["dbname"]),
        "USER": str(parts["user"]),
        "PASSWORD": str(parts["password"]),
        "HOST": str(parts["host"]),
        "PORT": str(parts["port"]),
    }


@contextmanager
def using(cluster: Cluster, name: str) -> Iterator[None]:
    """Work in the database of this name, and then in the one before."""
    from django.db import connections

    keys = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    before = {alias: {key: connections[alias].settings_dict[key] for key in keys} for alias in ("default", "family")}
    now = {
        "default": settings_for(cluster, name),
        "family": settings_for(cluster, name, FAMILY),
    }
    for alias, parts in now.items():
        connections[alias].close()
        connections[alias].settings_dict.update(parts)
    try:
        yield
    finally:
        for alias, parts in before.items():
            connections[alias].close()
            connections[alias].settings_dict.update(parts)


def _exists(cluster: Cluster, name: str) -> bool:
    import psycopg

    with psycopg.connect(cluster.superuser_url("postgres")) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    return found is not None


def _migrate(cluster: Cluster, name: str) -> None:
    environment = {**os.environ, "DATABASE_URL": cluster.url(OWNER, name), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    environment["PYTHONPATH"] = f"{SOURCE.parent}:{SOURCE.parent.parent}"
    command = [sys.executable, "-W", "ignore", "-m", "kith.cli", "manage", "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment, check=True)


def _rename(cluster: Cluster, old: str, new: str) -> None:
    import psycopg

    with psycopg.connect(cluster.superuser_url("postgres"), autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{old}" RENAME TO "{new}"')
