"""A folder that is one export, made into one file: a zip without compression, in which each file's bytes stand as is.

The same folder makes the same zip, so that a folder handed over twice is known. Its last file lists every other with
its SHA-256, size and date, since the zip's own dates are all the same.
"""

import hashlib
import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

MANIFEST = "kith-manifest.sha256"
_BLOCK = 1 << 20


class Takes(Protocol):
    """Something that takes bytes."""

    def write(self, chunk: bytes) -> int:
        """Take some."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed, and what was left out because it is no file: links, sockets."""

    files: int
    size_bytes: int
    left_out: tuple[str, ...]

    @property
    def says(self) -> str:
        """Say plainly what was done, for the custody log."""
        left = f" Left out, being no files: {', '.join(self.left_out[:20])}." if self.left_out else ""
        files = f"{self.files:,} {'file' if self.files == 1 else 'files'}"
        return (
            f"It came as a folder of {files}. Kith packed it into a zip"
            f" without compression, so every file's own bytes stand in it unchanged; {MANIFEST} lists their hashes."
            f"{left}"
        )


def pack_folder(folder: Path, into: Takes) -> Packed:
    """Pack a folder; its files are read once, in the order of their paths, in constant memory.

    Raises:
        OSError: a file cannot be read. What was written so far is to be thrown away.
    """
    lines: list[str] = []
    left_out: list[str] = []
    stream = _Stream(into)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:  # type: ignore[call-overload]
        for path in sorted(_below(folder)):
            name = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "replace")
            details = path.lstat()
            if stat.S_ISREG(details.st_mode):
                lines.append(_add(archive, path, name, details))
            else:
                left_out.append(name)
        archive.writestr(_entry(MANIFEST), "".join(lines))
    return Packed(len(lines), stream.size_bytes, tuple(left_out))


def _add(archive: zipfile.ZipFile, path: Path, name: str, details: os.stat_result) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file, archive.open(_entry(name), "w", force_zip64=True) as member:
        while block := file.read(_BLOCK):
            found.update(block)
            member.write(block)
    changed = datetime.fromtimestamp(details.st_mtime, UTC).isoformat(timespec="seconds")
    return f"{found.hexdigest()}  {details.st_size}  {changed}  {name}\n"


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        else:
            yield path


class _Stream:
    """A file that can only be written to, as the vault takes it."""

    def __init__(self, into: Takes) -> None:
        self._into = into
        self.size_bytes = 0

    def write(self, data: bytes) -> int:
        taken = self._into.write(data)
        self.size_bytes += taken
        return taken

    def flush(self) -> None:
        """Nothing waits here."""
