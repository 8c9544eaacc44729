"""Makes a backup: database first, then the objects it may name, then the lists; a manifest makes it whole.

An object is in the store before a row names it, and the lists of erasures and sealings are copied last, so that every
row of the backup finds its object, or a line that says it was erased.
"""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from kith.core import replayed
from kith.core.backup.archive import generation_of
from kith.core.backup.damage import Damaged, room
from kith.core.backup.database import back_up_database
from kith.core.backup.locks import BackupLock, lock_of
from kith.core.backup.manifest import Manifest
from kith.core.backup.objects import LIST, Copied, Kept, copy_new, forget_others, read_list
from kith.core.backup.pieces import Piece, PieceWriter
from kith.core.backup.place import PART, Place, sync_folder
from kith.core.backup.record import LastBackup
from kith.core.cluster import Cluster
from kith.core.vault import Backend, InstallationKeys

_UNTOUCHED = "No backup was made; earlier ones are as they were."


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, and what of it was new."""

    path: Path
    database_bytes: int
    objects: int
    objects_bytes: int
    new_objects: int
    new_bytes: int
    forgotten: int


def make_backup(
    folder: Path,
    store: Backend,
    cluster: Cluster,
    keys: InstallationKeys,
    out: Path,
    *,
    at: datetime,
    said: Callable[[str], None] = lambda words: None,
) -> Made:
    """Back a whole agency up into `out`, which may hold earlier backups of it.

    Args:
        folder: the agency's.
        store: where its files are, on its disk or in a bucket; a backup holds them all.
        said: told what is done now.

    Raises:
        BackupProblem: it could not be made; earlier backups are as they were.
    """
    place, lock = Place(out.absolute()), lock_of(keys.current)
    name = f"{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{secrets.token_hex(4)}"
    with room(out, _UNTOUCHED):
        place.ensure()
        with place.held():
            half = place.folder / f"{PART}{name}"
            half.mkdir(mode=0o700)
            try:
                made = _fill(folder, store, cluster, lock, place, half, name, at, said)
            except BaseException:
                shutil.rmtree(half, ignore_errors=True)
                raise
            LastBackup(at.isoformat(), str(place.folder), lock.key_id).write(folder)
            return made


def _fill(
    folder: Path,
    store: Backend,
    cluster: Cluster,
    lock: BackupLock,
    place: Place,
    half: Path,
    name: str,
    at: datetime,
    said: Callable[[str], None],
) -> Made:
    said("the database")
    database = back_up_database(cluster, half / "database.kith", lock.public, f"{name}/database")
    said("the files")
    copied = copy_new(store, place.objects, _known(place))
    listed = "".join(each.line() for each in copied.kept).encode()
    _write(half / LIST, listed)
    said("the lists of what was erased and sealed")
    lists = _lists(folder, half / "folder.kith", lock, f"{name}/folder")
    Manifest(
        made_at=at.isoformat(),
        kith=version("kith"),
        postgresql=int((cluster.data / "PG_VERSION").read_text()),
        generation=generation_of(folder),
        database=database,
        folder=lists,
        objects=len(copied.kept),
        objects_bytes=sum(each.size_bytes for each in copied.kept),
        objects_sha256=hashlib.sha256(listed).hexdigest(),
    ).write(half, lock, name)
    sync_folder(half)
    half.rename(place.folder / name)
    sync_folder(place.folder)
    return _made(place, name, database, copied)


def _made(place: Place, name: str, database: Piece, copied: Copied) -> Made:
    named = {kept.name for backup in place.whole() for kept in read_list(backup / LIST)}
    return Made(
        path=place.folder / name,
        database_bytes=database.size_bytes,
        objects=len(copied.kept),
        objects_bytes=sum(each.size_bytes for each in copied.kept),
        new_objects=copied.new,
        new_bytes=copied.new_bytes + database.size_bytes,
        forgotten=forget_others(place.objects, named),
    )


def _known(place: Place) -> dict[str, Kept]:
    known: dict[str, Kept] = {}
    for backup in place.whole():
        try:
            known |= {kept.name: kept for kept in read_list(backup / LIST)}
        except Damaged:
            continue  # what it names is copied again
    return known


def _lists(folder: Path, path: Path, lock: BackupLock, about: str) -> Piece:
    found = {name: (folder / name).read_text() for name in replayed.LISTS if (folder / name).exists()}
    with PieceWriter(path, lock.public, about) as writer:
        writer.write(json.dumps(found).encode())
        return writer.finish()


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
