"""The archive: what was committed since the last backup, as a folder on another disk.

    kith-archive                       says that this is one
    log/<generation>/<number>-<start>  the write-ahead log, encrypted as it came (kith.core.backup.log_file)
    objects/<aa>/<object>              the store's objects
    erasures.jsonl, sealings.jsonl

A generation is one life of a database: a restore begins another, whose log could not be told from the first one's.
"""

import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kith.core.backup.damage import BackupProblem
from kith.core.backup.locks import private_keys
from kith.core.backup.log_file import read_log
from kith.core.vault import InstallationKeys, ObjectName

MARK = "kith-archive"
GENERATION = "generation"
BEGUN = "archive-begun"
SEGMENT_BYTES = 16 << 20
_FILE = re.compile(r"([0-9a-f]{8})-([0-9a-f]{16})")
_SEGMENT = re.compile(r"([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})")
_SEGMENTS_A_LOG = (1 << 32) // SEGMENT_BYTES


class ArchiveGap(BackupProblem):
    """The archive lacks something between the backup and its end."""


def generation_of(folder: Path) -> str:
    """Name this life of the agency's database; made when it is first asked for."""
    place = folder / GENERATION
    if not place.exists():
        half = place.with_name(f"{GENERATION}.{secrets.token_hex(4)}")
        half.write_text(secrets.token_hex(8))
        half.rename(place)
    return place.read_text().strip()


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of an archive."""

    folder: Path

    @property
    def objects(self) -> Path:
        """Give where the copies of the store's objects lie."""
        return self.folder / "objects"

    def log(self, generation: str) -> Path:
        """Give where the log of one life of the database lies."""
        return self.folder / "log" / generation

    def ensure(self, generation: str) -> None:
        """Make the folder, or find that it is one of ours.

        Raises:
            BackupProblem: it holds something else.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark = self.folder / MARK
        if not mark.exists():
            if any(self.folder.iterdir()):
                raise BackupProblem(f"{self.folder} holds something that Kith has not put there: give another folder.")
            mark.write_text("What was committed since the last backup of Kith; see docs/howto/keys-and-backups.md.\n")
        for each in (self.objects, self.log(generation)):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)

    def files(self, generation: str) -> list[Path]:
        """List the files of a log, in the order in which they were written."""
        return sorted(each for each in self.log(generation).glob("*") if _FILE.fullmatch(each.name))

    def new_file(self, generation: str, start: int) -> Path:
        """Name the next file of a log."""
        found = self.files(generation)
        number = int(found[-1].name[:8], 16) + 1 if found else 1
        return self.log(generation) / f"{number:08x}-{start:016x}"

    def names(self) -> Iterator[str]:
        """Name the objects it holds."""
        for path in self.objects.glob("??/*"):
            if not path.name.endswith(".part"):
                yield str(ObjectName.parse(path.name))


def about(generation: str, path: Path) -> str:
    """Name a file of a log, for the lock of its key and for people."""
    return f"log/{generation}/{path.name}"


def put_log_back(folder: Path, data: Path, generation: str, keys: InstallationKeys) -> int:
    """Lay an archived log into an unpacked data folder, to be replayed when the server starts; give where it ends.

    Raises:
        ArchiveGap: it does not begin where the backup ends, or something is missing in it.
        Damaged: a file of it was altered.
    """
    archive = Archive(folder)
    files = archive.files(generation) if (folder / MARK).is_file() else []
    if not files:
        raise ArchiveGap(f"{folder} holds no log that goes with this backup. Nothing was restored.")
    wal, private = _Wal(data / "pg_wal"), private_keys(keys)
    for path in files:
        for start, piece in read_log(path, private, about(generation, path)):
            if start > wal.end:
                raise ArchiveGap(
                    f"The archive lacks {start - wal.end:,} bytes of the log before {path.name}: it was begun after"
                    " this backup, or a file of it is missing. Nothing was restored; without --archive the backup"
                    " alone can be."
                )
            if start + len(piece) > wal.begin:
                wal.write(start, piece)
    return wal.end


class _Wal:
    """The log's segments in a data folder: from `begin` to `end` they hold all of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        found = [match for each in folder.iterdir() if (match := _SEGMENT.fullmatch(each.name))]
        first, last = min(match[0] for match in found), max(match[0] for match in found)
        self._timeline = last[:8]
        self._owner = folder.stat()
        self.begin, self.end = _number(first) * SEGMENT_BYTES, (_number(last) + 1) * SEGMENT_BYTES

    def write(self, start: int, data: bytes) -> None:
        """Lay bytes where they belong."""
        self.end = max(self.end, start + len(data))
        while data:
            number, within = divmod(start, SEGMENT_BYTES)
            piece = data[: SEGMENT_BYTES - within]
            with self._segment(number).open("r+b") as file:
                file.seek(within)
                file.write(piece)
            data, start = data[len(piece) :], start + len(piece)

    def _segment(self, number: int) -> Path:
        high, low = divmod(number, _SEGMENTS_A_LOG)
        path = self._folder / f"{self._timeline}{high:08X}{low:08X}"
        if not path.exists():
            with path.open("xb") as file:
                file.truncate(SEGMENT_BYTES)
            path.chmod(0o600)
            if os.geteuid() == 0:
                os.chown(path, self._owner.st_uid, self._owner.st_gid)
        return path


def _number(segment: str) -> int:
    return int(segment[8:16], 16) * _SEGMENTS_A_LOG + int(segment[16:], 16)
