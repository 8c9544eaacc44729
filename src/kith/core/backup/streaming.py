"""Archives while Kith serves: PostgreSQL sends its log as it is written, and a commit waits until the archive has it.

Before a piece of the log is confirmed, the objects that are in the store by then are copied too: a row is written
after its object, so whatever a confirmed commit names is in the archive. psycopg's own layer over libpq speaks the
replication protocol; PostgreSQL's `pg_receivewal` would leave the log unencrypted on the archive's disk.

References:
    https://www.postgresql.org/docs/15/protocol-replication.html
"""

import os
import select
import struct
import time
from dataclasses import dataclass, field
from pathlib import Path

from psycopg import pq
from psycopg.conninfo import make_conninfo
from psycopg.pq.abc import PGconn

from kith.core import replayed
from kith.core.backup.archive import BEGUN, Archive, about
from kith.core.backup.damage import BackupProblem
from kith.core.backup.log_file import LogWriter
from kith.core.backup.objects import copy_object
from kith.core.backup.place import sync_folder
from kith.core.cluster import ARCHIVE, Cluster
from kith.core.vault import Disk

LARGEST_FILE_BYTES = 64 << 20
_DATA, _ALIVE = ord("w"), ord("k")
_HEAD = struct.Struct(">cQQQ")
_KEEPALIVE = struct.Struct(">cQQB")
_REPLY = struct.Struct(">cQQQqB")
_EPOCH = 946_684_800  # PostgreSQL's clock begins with the year 2000
#: A folder whose time is as new as this may change again within the same tick of the file system's clock.
_TICK_SECONDS = 0.1


class Objects:
    """The store's objects and the lists, mirrored into an archive.

    Args:
        store: None where the files lie in a bucket: they are not lost with this machine, and the archive has the log.
    """

    def __init__(self, store: Disk | None, folder: Path, archive: Archive) -> None:
        self._files = store.path_of_files() if store else None
        self._folder, self._archive = folder, archive
        self._have = set(archive.names())
        self._seen: dict[Path, int] = {}

    def copy(self) -> int:
        """Copy what is new; give how many objects. It looks at 256 folders' times, and into those that changed."""
        copied = 0
        for folder in self._files.glob("??") if self._files else ():
            if self._changed(folder):
                copied += sum(self._copy(each) for each in folder.iterdir() if each.name not in self._have)
        for name in replayed.LISTS:
            if (self._folder / name).exists() and self._changed(self._folder / name):
                _copy_list(self._folder / name, self._archive.folder / name)
        return copied

    def _copy(self, path: Path) -> int:
        try:
            copy_object(path, self._archive.objects)
        except FileNotFoundError:
            return 0  # erased since it was listed
        self._have.add(path.name)
        return 1

    def _changed(self, path: Path) -> bool:
        now, changed_ns = time.time(), path.stat().st_mtime_ns
        if self._seen.get(path) == changed_ns:
            return False
        if now - changed_ns / 1e9 > _TICK_SECONDS:
            self._seen[path] = changed_ns
        return True


@dataclass(slots=True)
class Receiver:
    """Receives the log of one server into an archive until the server ends the stream.

    `public_key` is the file of the key it is sealed to: after a rotation the next piece begins a new file.
    """

    cluster: Cluster
    archive: Archive
    generation: str
    public_key: Path
    objects: Objects
    _sealed_to: str = ""
    _confirmed: int = 0
    _file: LogWriter | None = None
    _connection: PGconn | None = field(default=None, repr=False)

    def run(self) -> None:
        """Receive until the server stops.

        Raises:
            BackupProblem: it will not send.
        """
        self.objects.copy()
        connection = self._connection = _connect(self.cluster)
        self._confirmed = _begin(connection, self.cluster.folder / BEGUN)
        self._reply()
        while self._take_all():
            select.select([connection.socket], [], [], 5.0)
            connection.consume_input()

    def _take_all(self) -> bool:
        """Take what has come, put it on the disk, confirm it; tell whether more may come."""
        assert self._connection is not None
        new, asked, more = False, False, True
        while True:
            count, data = self._connection.get_copy_data(1)
            if count <= 0:
                more = count == 0
                break
            message = bytes(data)
            if message[0] == _DATA:
                self._take(message)
                new = True
            elif message[0] == _ALIVE:
                asked |= bool(_KEEPALIVE.unpack(message[: _KEEPALIVE.size])[3])
        if new:
            assert self._file is not None
            self._file.sync()
            self.objects.copy()
        if more and (new or asked):
            self._reply()
        return more

    def _take(self, message: bytes) -> None:
        _, start, _, _ = _HEAD.unpack(message[: _HEAD.size])
        data = message[_HEAD.size :]
        key = self.public_key.read_text()
        if self._file is None or self._file.written_bytes > LARGEST_FILE_BYTES or key != self._sealed_to:
            self._next_file(start, key)
        assert self._file is not None
        self._file.add(start, data)
        self._confirmed = start + len(data)

    def _next_file(self, start: int, key: str) -> None:
        if self._file is not None:
            self._file.sync()
            self._file.close()
        path = self.archive.new_file(self.generation, start)
        self._file, self._sealed_to = LogWriter(path, bytes.fromhex(key), about(self.generation, path)), key
        sync_folder(path.parent)

    def _reply(self) -> None:
        assert self._connection is not None
        at, here = self._confirmed, int((time.time() - _EPOCH) * 1e6)
        self._connection.put_copy_data(_REPLY.pack(b"r", at, at, at, here, 0))
        self._connection.flush()


def _copy_list(source: Path, target: Path) -> None:
    half = target.with_name(f"{target.name}.part")
    with half.open("wb") as file:
        file.write(source.read_bytes())
        file.flush()
        os.fsync(file.fileno())
    half.replace(target)
    sync_folder(target.parent)


def _connect(cluster: Cluster) -> PGconn:
    words = make_conninfo(
        "", **(cluster.parts(ARCHIVE, "replication") | {"replication": "true", "application_name": ARCHIVE})
    )
    connection = pq.PGconn.connect(words.encode())
    if connection.status != pq.ConnStatus.OK:
        raise BackupProblem(f"PostgreSQL does not send its log: {connection.get_error_message()}")
    return connection


def _begin(connection: PGconn, begun: Path) -> int:
    """Start the stream where the slot stands; PostgreSQL keeps what the archive has not confirmed. Gives that place.

    Args:
        begun: touched when the archive begins anew, so that `kith doctor` can say that a backup is due.
    """
    slot = _ask(connection, f"READ_REPLICATION_SLOT {ARCHIVE}")
    if slot[0] is None:
        _ask(connection, f"CREATE_REPLICATION_SLOT {ARCHIVE} PHYSICAL RESERVE_WAL")
        begun.touch()
        slot = _ask(connection, f"READ_REPLICATION_SLOT {ARCHIVE}")
    timeline = _ask(connection, "IDENTIFY_SYSTEM")[1]
    place = (slot[1] or b"0/0").decode()
    result = connection.exec_(f"START_REPLICATION SLOT {ARCHIVE} PHYSICAL {place} TIMELINE {_text(timeline)}".encode())
    if result.status != pq.ExecStatus.COPY_BOTH:
        raise BackupProblem(f"PostgreSQL does not send its log: {result.get_error_message()}")
    high, low = place.split("/")
    return (int(high, 16) << 32) + int(low, 16)


def _ask(connection: PGconn, command: str) -> list[bytes | None]:
    result = connection.exec_(command.encode())
    if result.status != pq.ExecStatus.TUPLES_OK:
        raise BackupProblem(f"PostgreSQL does not send its log: {result.get_error_message()}")
    return [result.get_value(0, column) for column in range(result.nfields)]


def _text(value: bytes | None) -> str:
    return (value or b"").decode()
