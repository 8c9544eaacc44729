"""A real PostgreSQL for the tests: one server a run, one migrated template, a copy of it for each process.

The server's folder is kept between runs, so that only a changed migration costs a migration; what runs is a copy of it
in memory, where there is room.
"""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from kith.core.cluster import APP, FAMILY, OWNER, AlreadyRunning, Cluster, attached, default_folder, running
from kith.core.cluster.lock import held

SOURCE = Path(__file__).parent.parent / "src" / "kith"
MOST_RUNS_AT_ONCE = 8
MOST_TEMPLATES = 4
#: Where Linux keeps files in memory, and how much must be free there.
MEMORY, ROOM_BYTES = Path("/dev/shm"), 2 << 30
PREFIX, AN_HOUR_SECONDS = "kith-test-", 3600


@contextmanager
def server() -> Iterator[Cluster]:
    """Run a server that no other run uses: in memory where there is room, else in its folder."""
    with ExitStack() as stack:
        yield _first_free(stack)


def _first_free(stack: ExitStack) -> Cluster:
    for number in range(MOST_RUNS_AT_ONCE):
        kept = default_folder(f"test-{number}") / "postgres"
        try:
            return stack.enter_context(_in_memory(kept) if _has_room() else running(kept, fast=True))
        except AlreadyRunning:
            continue
    raise RuntimeError("eight test runs are under way already")


def _has_room() -> bool:
    return os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES


@contextmanager
def _in_memory(kept: Path) -> Iterator[Cluster]:
    """Run a copy of the kept server: a database is hundreds of files, and every test that commits makes one."""
    known = kept.parent / "templates" / template_name()
    if not known.exists():
        with running(kept, fast=True) as cluster:
            template(cluster)
            _drop_older_templates(cluster)
        known.parent.mkdir(exist_ok=True)
        known.touch()
    _clear_away_what_was_killed()
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=MEMORY) as place:
        Path(place).chmod(0o755)  # the server has an account of its own where root runs the tests
        with held(kept.parent):
            subprocess.run(["cp", "-a", kept, kept.parent / "secrets", place], check=True)
        with running(Path(place) / "postgres", fast=True) as cluster:
            yield cluster


def _clear_away_what_was_killed() -> None:
    for place in MEMORY.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if attached(place / "postgres") is None and time.time() - place.stat().st_mtime > AN_HOUR_SECONDS:
                shutil.rmtree(place)


def template(cluster: Cluster) -> str:
    """Give the name of a migrated database to copy, made if a migration changed; one for the whole run."""
    if "KITH_TEST_TEMPLATE" not in os.environ:
        os.environ["KITH_TEST_TEMPLATE"] = _made_template(cluster)
    return os.environ["KITH_TEST_TEMPLATE"]


def template_name() -> str:
    """Give the name that says what a template was made from: migrations, what they load, and the locked packages."""
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
    return f"template_{digest}"


def _made_template(cluster: Cluster) -> str:
    name = template_name()
    half = f"{name}_half"
    if name not in _templates(cluster):
        cluster.drop_database(half)
        cluster.ensure_database(half)
        _migrate(cluster, half)
        _rename(cluster, half, name)
    return name


def _drop_older_templates(cluster: Cluster) -> None:
    """Keep the newest few: other branches have theirs here too."""
    for name in _templates(cluster)[:-MOST_TEMPLATES]:
        cluster.drop_database(name)
        (cluster.folder / "templates" / name).unlink(missing_ok=True)


def _templates(cluster: Cluster) -> list[str]:
    """List the templates there are, the newest last."""
    with psycopg.connect(cluster.superuser_url("postgres")) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%' ORDER BY oid")
        return [name for (name,) in rows]


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


def _migrate(cluster: Cluster, name: str) -> None:
    environment = {**os.environ, "DATABASE_URL": cluster.url(OWNER, name), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    environment["PYTHONPATH"] = f"{SOURCE.parent}:{SOURCE.parent.parent}"
    command = [sys.executable, "-W", "ignore", "-m", "kith.cli", "manage", "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment, check=True)


def _rename(cluster: Cluster, old: str, new: str) -> None:
    with psycopg.connect(cluster.superuser_url("postgres"), autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{old}" RENAME TO "{new}"')
