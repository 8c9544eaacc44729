"""Zip files as strangers hand them over: locked, cut short, boastful, or with paths that climb out."""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

import msgspec

from kith.engines.readers import salvage
from kith.engines.readers.limits import Damaged, Limits, TooLarge, sized

BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)

_SMALL = 1 << 20  # below this a high ratio is harmless
_drive = re.compile(r"^[A-Za-z]:")


class Inside(msgspec.Struct):
    """One file of a zip; `trouble` says why it cannot be opened, or what is wrong with it."""

    path: str
    size: int
    opened: Callable[[], BinaryIO] | None
    trouble: str = ""
    depth: int = 0


class Contents(msgspec.Struct):
    """The files of a zip, and what is wrong with the zip itself."""

    members: list[Inside]
    trouble: str = ""


def contents(opened: Callable[[], BinaryIO], name: str, size: int, limits: Limits) -> Contents:
    """List a zip without unpacking it; a zip cut short is searched from its beginning for what is left.

    Raises:
        TooLarge: too many members, or the zip claims to grow beyond all reason.
        Damaged: it is locked with a password, or nothing is left of it.
    """
    try:
        found = _listed(opened, name, limits, "", 0)
    except BROKEN as broken:
        rescued = salvage.members(opened, limits)
        if not any(left.opened for left in rescued):
            raise Damaged(
                f"{name} is a damaged zip and nothing in it can be read ({broken}). Ask for it to be sent again."
            ) from broken
        inside = [
            Inside(left.path, left.size, left.opened, left.trouble or _path_trouble(left.path)) for left in rescued
        ]
        cut = f"{name} is a damaged zip: its list of contents is missing, so it was searched for what is left."
        return Contents(inside, cut)
    _check_growth(found, name, size, limits)
    return Contents(found)


def _listed(opened: Callable[[], BinaryIO], name: str, limits: Limits, prefix: str, depth: int) -> list[Inside]:
    with opened() as file, zipfile.ZipFile(file) as archive:
        entries = [info for info in archive.infolist() if not info.is_dir()]
    if len(entries) > limits.members:
        raise TooLarge(f"{name} holds {len(entries)} files; the most that is taken is {limits.members}.")
    if any(info.flag_bits & 0x1 for info in entries):
        raise Damaged(f"{name} is locked with a password. Ask for it without one, or unlock it and give it again.")
    found: list[Inside] = []
    seen: set[str] = set()
    for info in entries:
        inside = _inside(opened, info, prefix, depth, limits)
        if inside.path in seen:
            inside = Inside(
                f"{inside.path}#{len(found) + 1}", info.file_size, None, "two files in the zip have this name"
            )
        seen.add(inside.path)
        found.append(inside)
    return _with_inner_zip(found, name, limits, depth)


def _inside(opened: Callable[[], BinaryIO], info: zipfile.ZipInfo, prefix: str, depth: int, limits: Limits) -> Inside:
    trouble = _path_trouble(info.filename) or _kind_trouble(info)
    boast = info.file_size > _SMALL and info.file_size > limits.expansion_ratio * max(info.compress_size, 1)
    if boast and not trouble:
        trouble = f"it claims to grow from {sized(info.compress_size)} to {sized(info.file_size)}, as a trap would"

    def open_it() -> BinaryIO:
        return cast(BinaryIO, _Entry(opened(), info))

    return Inside(prefix + info.filename, info.file_size, None if trouble else open_it, trouble, depth)


def _path_trouble(path: str) -> str:
    parts = path.replace("\\", "/").split("/")
    if path.startswith(("/", "\\")) or _drive.match(path):
        return "its path begins at the root of a disk, which no export does"
    if ".." in parts:
        return "its path climbs out of the zip, which no export does"
    if any(ord(char) < 32 for char in path):
        return "its name holds control characters"
    return ""


def _kind_trouble(info: zipfile.ZipInfo) -> str:
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "it is a link to another place, which is not followed"
    return ""


def _with_inner_zip(found: list[Inside], name: str, limits: Limits, depth: int) -> list[Inside]:
    """Look into a lone inner zip: people zip the zip."""
    inner = [member for member in found if member.path.lower().endswith(".zip") and member.opened is not None]
    if len(inner) != 1 or any(member.path.lower().endswith(".txt") for member in found):
        return found
    member = inner[0]
    if depth + 1 >= limits.depth or member.opened is None:
        return found
    try:
        deeper = _listed(member.opened, f"{member.path} in {name}", limits, member.path + "/", depth + 1)
    except BROKEN:
        return found
    return [other for other in found if other is not member] + deeper


def _check_growth(found: list[Inside], name: str, size: int, limits: Limits) -> None:
    total = sum(member.size for member in found)
    if total > limits.expanded_bytes or total > max(size, _SMALL) * limits.expansion_ratio:
        raise TooLarge(
            f"{name} is {sized(size)} but claims to grow to {sized(total)}. No real export does: it was not opened."
        )


class _Entry(io.RawIOBase):
    """One compressed file, which closes the zip with itself."""

    def __init__(self, file: BinaryIO, info: zipfile.ZipInfo) -> None:
        self._file = file
        self._archive = zipfile.ZipFile(file)
        self._stream = self._archive.open(info)
        # zipfile would keep back the last bytes when the check number is wrong; they are given, and then it is said.
        self._stream._expected_crc = None  # type: ignore[attr-defined]
        self._wanted = info.CRC
        self._crc: int | None = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._crc = None
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        if self._crc is not None:
            self._crc = zlib.crc32(data, self._crc)
            if not data and size and self._crc != self._wanted:
                raise zipfile.BadZipFile("its check number is wrong")
        return data

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._archive.close()
            self._file.close()
        super().close()
