"""Puts a backup back: into a folder beside the agency's, which takes its place only when all of it is there."""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from psycopg import Connection, connect

from kith.core import replayed
from kith.core.backup.archive import Archive, put_log_back
from kith.core.backup.damage import BackupProblem, Damaged, room
from kith.core.backup.database import unpack_database
from kith.core.backup.locks import BackupLock
from kith.core.backup.manifest import Manifest
from kith.core.backup.objects import LIST, bring_in, put_back, read_list
from kith.core.backup.pieces import Piece, PieceReader
from kith.core.backup.place import Place
from kith.core.cluster import SUPERUSER, Cluster, installed, running
from kith.core.cluster.account import server_account
from kith.core.cluster.databases import set_password
from kith.core.cluster.passwords import make_password, password
from kith.core.cluster.places import make_folders
from kith.core.vault import Backend, Bucket, InstallationKeys, ObjectName, store_in, write_key_file

HALF = ".restoring"
_NOTHING = "Nothing was restored."
#: A folder with no more than this in it is an empty machine: the key, and what a restore must do again.
_ALLOWED = {Path("secrets"), Path("secrets/installation-key"), *map(Path, replayed.LISTS)}


@dataclass(frozen=True, slots=True)
class Restoring:
    """One backup being put back. Its methods are steps, in the order in which they stand here."""

    folder: Path
    backup: Path
    place: Place
    manifest: Manifest
    keys: InstallationKeys
    _lock: BackupLock
    _bucket: Bucket | None = None

    @classmethod
    def begin(
        cls, folder: Path, source: Path, keys: InstallationKeys, name: str | None = None, bucket: Bucket | None = None
    ) -> "Restoring":
        """Check that the machine is empty and that the backup is whole and ours.

        Args:
            name: a backup of `source`; unless given, the newest.
            bucket: where the files are put, if not on the disk.

        Raises:
            BackupProblem: the folder is not empty, there is no backup, another key or another PostgreSQL is needed.
            Damaged: the manifest was altered.
        """
        _check_empty(folder)
        place = Place(source.absolute())
        backup = place.newest(name)
        manifest, lock = Manifest.read(backup, keys)
        if manifest.postgresql not in installed():
            raise BackupProblem(
                f"This backup was made by PostgreSQL {manifest.postgresql}, and its programs are not here: install"
                f" Debian's 'postgresql-{manifest.postgresql}' package. {_NOTHING}"
            )
        return cls(folder, backup, place, manifest, keys, lock, bucket)

    @property
    def half(self) -> Path:
        """Give the folder that is being filled."""
        return self.folder.with_name(self.folder.name + HALF)

    @contextlib.contextmanager
    def new_folder(self) -> Iterator[None]:
        """Have the folder that is filled; what an earlier restore that was cut short left there is cleared away."""
        with room(self.half, _NOTHING):
            if self.half.exists():
                shutil.rmtree(self.half)
            make_folders(self.half, server_account())
            try:
                yield
            except Damaged:
                shutil.rmtree(self.half, ignore_errors=True)
                raise

    def put_objects_back(self) -> int:
        """Copy every object, each checked against the list, and the list against the manifest; give the bytes."""
        listed = self.backup / LIST
        kept = list(read_list(listed))
        if hashlib.sha256(listed.read_bytes()).hexdigest() != self.manifest.objects_sha256:
            raise Damaged(f"The piece {LIST} of this backup is not as it was written.")
        return put_back(kept, self.place.objects, self._store)

    @property
    def _store(self) -> Backend:
        return store_in(self.half / "files", self._bucket)

    def put_database_back(self) -> int:
        """Unpack the database; give its bytes."""
        with self._reader(self.manifest.database, "database") as reader:
            return unpack_database(reader, self.half / "postgres", server_account())

    def put_archive_back(self, archive: Path) -> tuple[set[str], int]:
        """Lay the log that was archived since ready to be replayed, and bring the objects.

        Gives the objects' names, and where the log ends.

        Raises:
            BackupProblem: the archive does not begin where the backup ends, or has a gap.
        """
        end = put_log_back(archive, self.half / "postgres", self.manifest.generation, self.keys)
        store, brought = self._store, set()
        for name in Archive(archive).names():
            if not store.exists(ObjectName.parse(name)):
                bring_in(Archive(archive).objects / name[:2] / name, store)
                brought.add(name)
        return brought, end

    def join_lists(self, *others: Path) -> int:
        """Bring the lists of what was erased and sealed back: the backup's, the archive's and this machine's lines."""
        with self._reader(self.manifest.folder, "folder") as reader:
            kept = json.loads(reader.read())
        added = 0
        for name in replayed.LISTS:
            copies = [kept.get(name, "").encode()]
            copies += [(each / name).read_bytes() for each in (self.folder, *others) if (each / name).exists()]
            for copy in copies:
                added += replayed.join(self.half / name, copy.splitlines())
        return added

    def write_key(self) -> None:
        """Put the installation keys where Kith looks for them unless it is told otherwise."""
        write_key_file(self.half / "secrets" / "installation-key", self.keys)

    def new_passwords(self) -> int:
        """Start the database once, closed to everybody else, have it replay its log, and give its roles new passwords.

        Gives where the log ends now.
        """
        data = self.half / "postgres"
        make_password(data, SUPERUSER)
        with running(data, trusting=True) as cluster, _as_superuser(cluster) as connection:
            set_password(connection, SUPERUSER, password(data, SUPERUSER))
            row = connection.execute("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn").fetchone()
            return int(row[0]) if row else 0

    def take_place(self) -> None:
        """Make the filled folder the agency's."""
        if self.folder.exists():
            shutil.rmtree(self.folder)  # empty, or the key alone, which the filled folder holds
        self.half.rename(self.folder)

    def _reader(self, piece: Piece, called: str) -> PieceReader:
        path = self.backup / f"{called}.kith"
        if piece.name != f"{self.backup.name}/{called}" or not path.exists():
            raise Damaged(f"The piece {called} of this backup is not there.")
        return PieceReader(path, self._lock.private, piece.name)


def _as_superuser(cluster: Cluster) -> Connection:
    return connect(cluster.superuser_url("postgres"), autocommit=True)


def _check_empty(folder: Path) -> None:
    if not folder.exists():
        return
    more = [path for path in folder.rglob("*") if path.relative_to(folder) not in _ALLOWED]
    if more:
        raise BackupProblem(
            f"{folder} is not empty ({more[0].relative_to(folder)}): a restore never overwrites a Kith. Move it away,"
            " or choose another folder with KITH_FOLDER."
        )
