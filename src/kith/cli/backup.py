"""`kith backup`: the whole agency, encrypted, while it is in use."""

import argparse
import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from kith.cli import session
from kith.cli.steps import Steps, size
from kith.config.file_store import bucket_in_use, file_store
from kith.core.backup import BackupProblem, make_backup
from kith.core.cluster import Cluster, ClusterError, attached, running
from kith.core.vault import KeyProblem, NoAnswer

OPERATORS = (
    "The database is your own (DATABASE_URL): back it up with PostgreSQL's means first (pg_basebackup or pg_dump as its"
    " owner), then {files}, with erasures.jsonl and sealings.jsonl of {folder}. In that order every row finds its file."
)


def backup(argv: list[str]) -> int:
    """Back the whole agency up into a folder, while it is in use; files that are there already are not copied again."""
    parser = argparse.ArgumentParser(prog="kith backup", description=backup.__doc__)
    parser.add_argument("out", type=Path, metavar="OUT", help="a folder of backups, best on another disk")
    asked = parser.parse_args(argv)
    folder = session.agency()
    if session.has_own_database():
        files = "'kith files copy --to FOLDER', which copies the bucket" if bucket_in_use() else f"copy {folder}/files"
        print(f"kith backup: {OPERATORS.format(folder=folder, files=files)}", file=sys.stderr)
        return 1
    from kith.cli.keys import installation_keys
    from kith.core import clock

    try:
        with _cluster(folder) as cluster, Steps() as steps:
            store, keys = file_store(folder), installation_keys()
            made = make_backup(folder, store, cluster, keys, asked.out, at=clock.now(), said=steps.next)
    except NoAnswer as problem:
        print(f"kith backup: The file store does not answer ({problem.why}). No backup was made.", file=sys.stderr)
        return 1
    except (BackupProblem, ClusterError, KeyProblem) as problem:
        print(f"kith backup: {problem}", file=sys.stderr)
        return 1
    print(f"{made.path}")
    print(
        f"Database {size(made.database_bytes)}; {made.objects:,} files, {size(made.objects_bytes)}, of which"
        f" {made.new_objects:,} are new. Written now: {size(made.new_bytes)}."
    )
    if made.forgotten:
        print(f"{made.forgotten:,} files that no backup names any more were deleted from {asked.out}.")
    return 0


@contextlib.contextmanager
def _cluster(folder: Path) -> Iterator[Cluster]:
    """Reach the database of the Kith that runs, or start it for the while."""
    found = attached(folder / "postgres")
    if found is not None:
        yield found
        return
    if not (folder / "postgres").exists():
        raise BackupProblem(f"There is no Kith in {folder}: nothing to back up.")
    with running(folder / "postgres") as started:
        yield started
