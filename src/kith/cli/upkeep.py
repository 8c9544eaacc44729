"""Brings a database and the page assets up to date, `python -m kith.cli.upkeep`: the only process with owner rights.

Its environment names the owner role's DATABASE_URL; it ends before anything serves.
"""

import hashlib
import sys
from pathlib import Path

PENDING = 3
UNREACHABLE = 4


def main(words: list[str]) -> int:
    """Migrate and collect assets.

    Args:
        words: `look` only says whether migrations wait (exit PENDING); `alone` says that nobody else can be using this
            database yet, so that what a killed Kith was at can be taken up at once.
    """
    import django

    django.setup()
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError as problem:
        print(str(problem).strip().splitlines()[0], file=sys.stderr)
        return UNREACHABLE
    if _pending():
        if "look" in words:
            return PENDING
        _run("migrate")
    if "look" not in words:
        _load_what_ships()
    if "alone" in words:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_workers")  # its jobs have no worker now: they are taken up
    _collect()
    return 0


def _pending() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _load_what_ships() -> None:
    """Put what ships into its tables; the owner role alone may say that something came with Kith."""
    from kith.core import clock
    from kith.core.reference.loading import load_shipped
    from kith.learning import loading as dilemmas

    load_shipped(at=clock.now())
    dilemmas.load_shipped(at=clock.now())


def _collect() -> None:
    """Copy style sheets and scripts to where they are served from, hashed and compressed, if they changed."""
    from django.conf import settings

    source, target = Path(settings.STATICFILES_DIRS[0][1]), Path(settings.STATIC_ROOT)
    digest = hashlib.sha256()
    for path in sorted(source.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(source)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    mark = target / ".collected"
    if not mark.exists() or mark.read_text() != digest.hexdigest():
        _run("collectstatic", interactive=False)
        mark.write_text(digest.hexdigest())


def _run(command: str, **options: bool) -> None:
    from django.core.management import call_command

    call_command(command, verbosity=0, **options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
