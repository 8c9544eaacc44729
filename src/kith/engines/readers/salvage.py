"""What is left of a zip that was cut short: each file still carries its own small header before its bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

import msgspec

from kith.engines.readers.limits import Limits

_HEADER = struct.Struct("<4sHHHHHIIIHH")
_STORED, _DEFLATED = 0, 8
_STEP = 1 << 16


class Left(msgspec.Struct):
    """One file found; `size` counts the bytes that can still be read."""

    path: str
    size: int
    opened: Callable[[], BinaryIO] | None
    trouble: str = ""


class _Header(msgspec.Struct):
    path: str
    method: int
    locked: bool
    packed: int  # 0 where the header does not say
    at: int


def members(opened: Callable[[], BinaryIO], limits: Limits) -> list[Left]:
    """Walk a broken zip from its beginning, file by file, until nothing more can be made out."""
    found: list[Left] = []
    with opened() as file:
        end = file.seek(0, io.SEEK_END)
        at = 0
        while len(found) < limits.members and (header := _header_at(file, at)) is not None:
            if header.path.endswith("/"):
                at = header.at + header.packed
                continue
            left, at = _one(file, header, end, opened, limits)
            found.append(left)
    return found


def _header_at(file: BinaryIO, at: int) -> _Header | None:
    file.seek(at)
    raw = file.read(_HEADER.size)
    if len(raw) < _HEADER.size:
        return None
    magic, _, flags, method, _, _, _, packed, _, name_size, extra_size = _HEADER.unpack(raw)
    if magic != b"PK\x03\x04":
        return None
    name = file.read(name_size)
    path = name.decode("utf-8" if flags & 0x800 else "cp437", "replace")
    return _Header(
        path, method, bool(flags & 1), 0 if flags & 8 else packed, at + _HEADER.size + name_size + extra_size
    )


def _one(file: BinaryIO, header: _Header, end: int, opened: Callable[[], BinaryIO], limits: Limits) -> tuple[Left, int]:
    if header.locked or header.method not in (_STORED, _DEFLATED):
        return Left(header.path, 0, None, "it is locked, or packed in a way that cannot be read"), end
    if header.method == _STORED:
        size = min(header.packed, end - header.at)
        trouble = "the zip ends before this file does" if size < header.packed or not header.packed else ""
        stored = Left(header.path, size, lambda: cast(BinaryIO, _Stored(opened(), header.at, size)), trouble)
        return stored, _after(file, header.at + size)
    size, used, whole = _inflated(file, header.at, limits.text_bytes)
    trouble = "" if whole else "the zip ends or breaks before this file does"

    def open_it() -> BinaryIO:
        return cast(BinaryIO, _Inflated(opened(), header.at, size))

    return Left(header.path, size, open_it, trouble), _after(file, header.at + used)


def _after(file: BinaryIO, at: int) -> int:
    """Step over the note of sizes that may follow a file."""
    file.seek(at)
    following = file.read(16)
    if following[:4] == b"PK\x07\x08":
        return at + 16
    if following[12:16] == b"PK\x03\x04":
        return at + 12
    return at


def _inflated(file: BinaryIO, at: int, most: int) -> tuple[int, int, bool]:
    """Count the bytes that still unpack, the packed bytes used, and whether the end was reached."""
    unpacker = zlib.decompressobj(-15)
    file.seek(at)
    size = used = 0
    while size < most and (block := file.read(_STEP)):
        try:
            out = unpacker.decompress(block)
        except zlib.error:
            return size, used, False
        size += len(out)
        used += len(block) - len(unpacker.unused_data)
        if unpacker.eof:
            return size, used, True
    return size, used, False


class _Stored(io.RawIOBase):
    """Bytes that lie in the zip as they are."""

    def __init__(self, file: BinaryIO, at: int, size: int) -> None:
        self._file = file
        self._left = size
        file.seek(at)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._file.read(wanted)
        self._left -= len(data)
        return data

    def close(self) -> None:
        self._file.close()
        super().close()


class _Inflated(io.RawIOBase):
    """Bytes unpacked as far as they go, and not one byte beyond what was counted."""

    def __init__(self, file: BinaryIO, at: int, size: int) -> None:
        self._file = file
        self._left = size
        self._ready = b""
        self._unpacker = zlib.decompressobj(-15)
        file.seek(at)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        while len(self._ready) < wanted and (block := self._file.read(_STEP)):
            try:
                self._ready += self._unpacker.decompress(block)
            except zlib.error as broken:
                raise zipfile.BadZipFile(str(broken)) from broken
        data, self._ready = self._ready[:wanted], self._ready[wanted:]
        self._left -= len(data)
        return data

    def close(self) -> None:
        self._file.close()
        super().close()
