"""A stored file in the clear for a tool that needs a real file: in memory, without a name, gone when it is closed."""

import fcntl
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from .reader import Reader

Buffer = bytes | bytearray | memoryview

_PIECE_BYTES = 4 << 20
_MEMORY_FOLDER = Path("/dev/shm")


def plaintext_state() -> str:
    """Say where files in the clear are kept for tools: "memory", or "disk: <why>" for `kith doctor` and receipts."""
    if hasattr(os, "memfd_create") or _MEMORY_FOLDER.is_dir():
        return "memory"
    return f"disk: {sys.platform} has no files in memory, so a nameless temporary file is used"


def as_memfd(reader: Reader) -> int:
    """Copy a whole stored file into memory and give an open descriptor of it, at its start.

    Every segment is checked. On Linux the descriptor can no longer be written to, by us or by whom it is given to. It
    takes as much memory as the file; the caller closes it. Where there is no memfd, see `plaintext_state`.

    Raises:
        Tampered: nothing is left behind.
    """
    return memory_of(_pieces(reader))


def memory_of(pieces: Iterable[Buffer]) -> int:
    """Put bytes, one piece after another, into memory; gives an open descriptor as `as_memfd` does."""
    handle = _nameless()
    try:
        for piece in pieces:
            _write(handle, piece)
        os.lseek(handle, 0, os.SEEK_SET)
        if hasattr(os, "memfd_create"):
            shut = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
            fcntl.fcntl(handle, fcntl.F_ADD_SEALS, shut)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _nameless() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create("kith", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    folder = _MEMORY_FOLDER if _MEMORY_FOLDER.is_dir() else None
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.dup(file.fileno())


def _pieces(reader: Reader) -> Iterator[memoryview]:
    piece = memoryview(bytearray(min(_PIECE_BYTES, max(1, reader.size_bytes))))
    reader.seek(0)
    while got := reader.readinto(piece):
        yield piece[:got]


def _write(handle: int, piece: Buffer) -> None:
    with memoryview(piece) as whole:
        done = 0
        while done < len(whole):
            done += os.write(handle, whole[done:])
