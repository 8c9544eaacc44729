"""Looks at a restored database as its owner: does again what was erased and sealed, then verifies. Django is ready."""

from pathlib import Path

from django.db import connection

from kith.core import clock, erasures, files, ledger, sealings
from kith.core.models import StoredFile
from kith.core.vault import Missing, ObjectName, Tampered, WrongKey, open_file

_PIECE_BYTES = 1 << 20


def replay(folder: Path) -> int:
    """Erase and seal again what the lists name; give how many rows that changed."""
    done = erasures.replay(folder, at=clock.now())
    sealed = sealings.replay(folder)
    if sealed:
        with connection.cursor():
            sealings.forget_old_keys(connection.connection)
    return done + sealed


def ledger_faults() -> list[str]:
    """Walk every chain; give what does not hold."""
    from django.db import transaction

    with transaction.atomic():
        return [f"chain {fault.chain}, line {fault.seq}: {fault.why}" for fault in ledger.verify()]


def file_faults(archived: set[str]) -> list[str]:
    """Open every file that the database names; give those that are missing or do not open.

    Args:
        archived: objects that came from an archive, which has no list of hashes: these are read to the end. The
            others were compared with the backup's list, so that their first and last segment are enough.
    """
    return [fault for file in StoredFile.objects.iterator() if (fault := _fault(file, archived))]


def _fault(file: StoredFile, archived: set[str]) -> str:
    name = ObjectName(file.address, file.id)
    try:
        if file.is_sealed:
            return "" if files.store().exists(name) else f"the sealed object {name} is not there"
        with open_file(files.store(), name, files.file_key(file)) as reader:
            while str(name) in archived and reader.read(_PIECE_BYTES):
                pass
    except (Missing, Tampered, WrongKey) as problem:
        return str(problem)
    return ""


def close() -> None:
    """Let go of the database before it is stopped."""
    connection.close()
