"""The bytes a reader is given: a file, a folder or a zip, with limits, and nothing else of the disk."""

import hashlib
import io
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from kith.engines.readers import zips
from kith.engines.readers.limits import Damaged, Limits, ReaderError, TooLarge, sized

BLOCK = 1 << 15
"""Bytes read at a time: small enough that a block and what is made of it stay in the processor's own cache (twice as
quick as 1 MiB, measured)."""

_HASH_BLOCK = 1 << 20


class Member(msgspec.Struct):
    """One file of a folder or zip (or the file itself, with no path)."""

    path: str | None
    size: int
    opened: Callable[[], BinaryIO] | None
    trouble: str = ""
    depth: int = 0


class Source:
    """What was handed over, opened as often as needed and never written to."""

    def __init__(
        self, name: str, kind: str, size: int, members: tuple[Member, ...], *, limits: Limits, sha256: str | None = None
    ) -> None:
        self.name = name
        self.kind = kind
        self.size = size
        self.limits = limits
        self.sha256 = sha256
        self.trouble = ""
        self.notebook: dict[str | None, object] = {}
        """What readers noted about each member, so that nothing is looked at twice."""
        self._members = members
        self._whole: Callable[[], BinaryIO] | None = None

    @classmethod
    def of_path(cls, path: str | Path, *, limits: Limits | None = None, sha256: str | None = None) -> "Source":
        """Take a file, a zip or a folder from disk.

        Args:
            sha256: the file's hash if the caller has it; else it is worked out while reading.

        Raises:
            FileNotFoundError: there is nothing there.
            TooLarge, Damaged: see `of_file`.
        """
        where = Path(path)
        limits = limits or Limits()
        if where.is_dir():
            members = _folder(where, limits)
            return cls(where.name, "folder", sum(m.size for m in members), members, limits=limits, sha256=sha256)
        return cls._of_opener(lambda: where.open("rb"), where.name, where.stat().st_size, limits, sha256)

    @classmethod
    def of_file(cls, file: BinaryIO, name: str, *, limits: Limits | None = None, sha256: str | None = None) -> "Source":
        """Take an open, seekable binary file; it is left open.

        Raises:
            TooLarge: a zip holds too many members, or would grow beyond all reason.
            Damaged: a zip is locked with a password, or nothing of it can be read.
        """
        size = file.seek(0, io.SEEK_END)

        def again() -> BinaryIO:
            return cast(BinaryIO, _Window(file))

        return cls._of_opener(again, name, size, limits or Limits(), sha256)

    @classmethod
    def of_bytes(cls, data: bytes, name: str, *, limits: Limits | None = None) -> "Source":
        """Take bytes already in memory."""
        return cls.of_file(io.BytesIO(data), name, limits=limits)

    @classmethod
    def _of_opener(
        cls, opened: Callable[[], BinaryIO], name: str, size: int, limits: Limits, sha256: str | None
    ) -> "Source":
        with opened() as file:
            is_zip = file.read(4) in zips.BEGINNINGS
        if not is_zip:
            source = cls(name, "file", size, (Member(None, size, opened),), limits=limits, sha256=sha256)
        else:
            contents = zips.contents(opened, name, size, limits)
            members = tuple(Member(m.path, m.size, m.opened, m.trouble, m.depth) for m in contents.members)
            source = cls(name, "zip", size, members, limits=limits, sha256=sha256)
            source.trouble = contents.trouble
        source._whole = opened
        return source

    def members(self) -> tuple[Member, ...]:
        """List the files, in the order of the zip, or sorted by path in a folder."""
        return self._members

    def open(self, member: Member | None = None) -> BinaryIO:
        """Open one member, or the whole file, for reading from its beginning."""
        if member is None:
            if self._whole is None:
                raise Damaged(f"{self.name} is a folder: open one of its files.")
            return self._whole()
        if member.opened is None:
            raise Damaged(f"{member.path} in {self.name} cannot be opened: {member.trouble}")
        return member.opened()

    def check_size(self, member: Member) -> None:
        """Refuse a text that is beyond the limit.

        Raises:
            TooLarge: with what to do about it.
        """
        if member.size > self.limits.text_bytes:
            raise TooLarge(
                f"{member.path or self.name} holds {sized(member.size)} of text; the most that is read in one go is "
                f"{sized(self.limits.text_bytes)}. Ask for the chat to be exported in parts."
            )

    def blocks(self, member: Member, size: int = BLOCK) -> Iterator[bytes]:
        """Stream one member; the SHA-256 of a plain file is worked out on the way.

        Raises:
            Damaged: after the last block that could be read.
            TooLarge: more came out of a zip than it declared, beyond the limit.
        """
        hasher = hashlib.sha256() if self.kind == "file" and self.sha256 is None else None
        total = 0
        with self.open(member) as file:
            while block := _next_block(file, size, member.path or self.name, total):
                total += len(block)
                if total > self.limits.text_bytes:
                    raise TooLarge(f"{member.path or self.name} holds more text than {sized(self.limits.text_bytes)}.")
                if hasher is not None:
                    hasher.update(block)
                yield block
        if hasher is not None:
            self.sha256 = hasher.hexdigest()

    def hashed(self) -> str:
        """Give the SHA-256: of the file or zip as it stands; of a folder, of its sorted list of paths and hashes.

        A folder's list has one line for each file, `<sha256>  <path>`, each ended by a newline, as sha256sum
        prints it.
        """
        if self.sha256 is None:
            self.sha256 = self._hash_folder() if self.kind == "folder" else _hash_of(self.open())
        return self.sha256

    def _hash_folder(self) -> str:
        lines = []
        for member in sorted(self._members, key=lambda m: m.path or ""):
            if member.opened is not None:
                lines.append(f"{_hash_of(member.opened())}  {member.path}\n")
        return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _next_block(file: BinaryIO, size: int, name: str, total: int) -> bytes:
    try:
        return file.read(size)
    except zips.BROKEN as broken:
        raise Damaged(f"{name} is damaged after {total} bytes ({broken}); what came before was read.") from broken


def _hash_of(file: BinaryIO) -> str:
    hasher = hashlib.sha256()
    with file:
        while block := file.read(_HASH_BLOCK):
            hasher.update(block)
    return hasher.hexdigest()


def _folder(where: Path, limits: Limits) -> tuple[Member, ...]:
    found: list[Member] = []
    for path in sorted(_below(where)):
        if len(found) >= limits.members:
            raise TooLarge(
                f"{where.name} holds more than {limits.members} files. Give the folder of one chat at a time."
            )
        found.append(_member_on_disk(where, path))
    return tuple(found)


def _below(where: Path) -> Iterator[Path]:
    for path in where.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        else:
            yield path


def _member_on_disk(where: Path, path: Path) -> Member:
    name = path.relative_to(where).as_posix()
    if path.is_symlink():
        return Member(name, 0, None, "it is a link to another place, which is not followed")
    details = path.stat()
    if not stat.S_ISREG(details.st_mode):
        return Member(name, 0, None, "it is not an ordinary file")
    return Member(name, details.st_size, lambda: path.open("rb"))


class _Window(io.RawIOBase):
    """A second reading place in a file somebody else has open; closing it leaves theirs open."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_CUR:
            offset += self._at
        elif whence == io.SEEK_END:
            offset += self._file.seek(0, io.SEEK_END)
        self._at = max(0, offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        self._file.seek(self._at)
        data = self._file.read(size)
        self._at += len(data)
        return data

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


__all__ = ["BLOCK", "Damaged", "Limits", "Member", "ReaderError", "Source", "TooLarge"]
