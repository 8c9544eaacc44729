"""`kith restore`: a backup is put back on an empty machine, and all of it verified."""

import argparse
import os
import sys
from pathlib import Path

from kith.cli import session
from kith.cli.steps import Steps, size
from kith.config.file_store import bucket_in_use
from kith.core.backup import BackupProblem, Restoring
from kith.core.cluster import OWNER, ClusterError, running
from kith.core.vault import InstallationKeys, KeyProblem, NoAnswer

UNFINISHED_BYTES = 1 << 20


def restore(argv: list[str]) -> int:
    """Put a backup back on an empty machine: files, database, what was erased or sealed since; then verify all of it.

    Ends 0 only if everything is there and holds.
    """
    asked = _arguments(argv)
    if session.has_own_database():
        print(
            "kith restore: unset DATABASE_URL. A restore brings a database of Kith's own; your own database is restored"
            " with PostgreSQL's means.",
            file=sys.stderr,
        )
        return 1
    folder = session.agency()
    try:
        with Steps() as steps:
            faults = _restore(folder, asked, steps)
    except NoAnswer as problem:
        print(f"kith restore: The file store does not answer ({problem.why}). Nothing was restored.", file=sys.stderr)
        return 1
    except (BackupProblem, ClusterError, KeyProblem, session.NotReady) as problem:
        print(f"kith restore: {problem}", file=sys.stderr)
        return 1
    for fault in faults:
        print(f"DOES NOT HOLD: {fault}")
    print(f"Restored into {folder}. " + ("All hold." if not faults else f"{len(faults)} faults."))
    print("Make a new backup once Kith serves; an archive begins anew.")
    return 1 if faults else 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kith restore", description=restore.__doc__)
    parser.add_argument("source", type=Path, metavar="IN", help="a folder of backups")
    parser.add_argument("--backup", metavar="NAME", help="one of the dated folders in it; unless given, the newest")
    parser.add_argument(
        "--archive", type=Path, metavar="FOLDER", help="what was archived since ('kith serve --archive')"
    )
    parser.add_argument("--key", type=Path, metavar="FILE", help="the installation key; unless given, where Kith looks")
    return parser.parse_args(argv)


def _restore(folder: Path, asked: argparse.Namespace, steps: Steps) -> list[str]:
    keys = _keys(asked.key)
    steps.next("looking at the backup")
    restoring = Restoring.begin(folder, asked.source, keys, asked.backup, bucket_in_use())
    with restoring.new_folder():
        steps.next("files, each against its hash")
        print(f"  Backup of {restoring.manifest.made_at}, {size(restoring.put_objects_back())} of files", flush=True)
        steps.next("database")
        restoring.put_database_back()
        archived: tuple[set[str], int] = (set(), 0)
        if asked.archive:
            steps.next("what was archived since")
            archived = restoring.put_archive_back(asked.archive)
        restoring.join_lists(*([asked.archive] if asked.archive else []))
        if not _is_kept_elsewhere(asked.key):
            restoring.write_key()
            os.environ["KITH_KEY_FILE"] = str(restoring.half / "secrets" / "installation-key")
        steps.next("replaying the database's log, new passwords")
        faults = _not_replayed(archived[1] - restoring.new_passwords())
        faults += _verify(restoring.half, archived[0], steps)
        steps.next("taking its place")
        restoring.take_place()
    return faults


def _keys(file: Path | None) -> InstallationKeys:
    from kith.cli.keys import installation_keys

    return InstallationKeys.load(file) if file else installation_keys()


def _is_kept_elsewhere(file: Path | None) -> bool:
    """Tell whether the operator keeps the key where only they put it: it is not written to this disk then."""
    return file is None and any(os.environ.get(name) for name in ("KITH_KEY", "KITH_KEY_FILE"))


def _not_replayed(left_bytes: int) -> list[str]:
    # The record that was being written when the machine failed is not replayed: nobody was told that it is kept.
    if left_bytes < UNFINISHED_BYTES:
        return []
    return [f"the last {size(left_bytes)} of the archived log could not be replayed"]


def _verify(half: Path, archived: set[str], steps: Steps) -> list[str]:
    """Start what was restored, do again what was erased and sealed, and look at all of it."""
    with running(half / "postgres") as cluster:
        steps.next("bringing the database up to date")
        session.make_keys(half)
        session.prepare(half, cluster)
        os.environ |= session.serving(half, cluster.url(OWNER, session.DATABASE)) | {"KITH_LOG": "WARNING"}
        import django

        django.setup()
        from kith.cli import restored

        steps.next("doing again what was erased and sealed")
        restored.replay(half)
        steps.next("verifying the ledger")
        faults = restored.ledger_faults()
        steps.next("opening every file that the database names")
        faults += restored.file_faults(archived)
        restored.close()
    return faults
