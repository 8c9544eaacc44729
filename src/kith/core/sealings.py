"""Seals a stored file off: its key is kept only in a form that a key held elsewhere opens, never Kith."""

from datetime import datetime
from pathlib import Path

import psycopg
from django.conf import settings

from kith.core import files, ledger, replayed
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import StoredFile, Worker
from kith.core.rewriting import write_anew
from kith.core.vault import ObjectName, seal_key, sealed_to

LIST = "sealings.jsonl"


class AlreadySealed(Refusal):
    """The file was sealed before; nothing is written."""


@action
def seal_file(*, file: StoredFile, public_key: bytes, by: Worker, at: datetime, why: str) -> StoredFile:
    """Put a file out of Kith's own reach: only the holder of the private key can open it from now on.

    The list of sealings is written first, so that a crash in between errs on the sealed side. The row's old version
    lasts until `forget_old_keys`.

    Args:
        public_key: of the pair whose private key is kept elsewhere.
        why: the worker's words, kept by the ledger.

    Raises:
        AlreadySealed: nothing is written.

    References:
        docs/adr/0010-keys-and-backups.md
    """
    locked = StoredFile.objects.select_for_update().get(case_id=file.case_id, id=file.id)
    if locked.is_sealed:
        raise AlreadySealed("This file is sealed already.")
    name = ObjectName(locked.address, locked.id)
    sealed = seal_key(files.file_key(locked), public_key, name=name)
    replayed.append(_list(), {"object": str(name), "sealed_key": sealed.hex(), "at": at.isoformat()})
    locked.wrapped_key = sealed
    locked.save(update_fields=["wrapped_key"])
    facts = {"sealed_to": sealed_to(sealed).hex()}
    ledger.note(
        "file.sealed", case_id=file.case_id, by=by.id, at=at, about=locked, facts=facts, words={"why": why.strip()}
    )
    return locked


def forget_old_keys(owner: psycopg.Connection) -> None:
    """Have PostgreSQL forget the wrapped keys that sealing has replaced. `owner` is in autocommit."""
    write_anew(owner, [StoredFile._meta.db_table])


def replay(folder: Path) -> int:
    """Seal again what the list names and a restored database holds unsealed; give how many. Runs as the owner role."""
    done = 0
    for line in replayed.lines(folder / LIST):
        name = ObjectName.parse(line["object"])
        for file in StoredFile.objects.filter(id=name.file_id, address=name.address):
            if not file.is_sealed:
                file.wrapped_key = bytes.fromhex(line["sealed_key"])
                file.save(update_fields=["wrapped_key"])
                done += 1
    return done


def _list() -> Path:
    return Path(settings.DATA_FOLDER) / LIST
