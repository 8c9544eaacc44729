"""What is being written and is no object yet: an encrypted file on this machine's own disk, in the folder `incoming`.

It is locked for as long as it is being written, so that no sweep takes it, and left unlocked by a crash.
"""

import contextlib
import errno
import fcntl
import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from .backend import NoRoom
from .keys import Buffer

_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextlib.contextmanager
def room() -> Iterator[None]:
    """Say plainly that the disk is full, if that is what went wrong."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom(
                "There is no room left where Kith keeps its files. Nothing was kept of this file: "
                "free some space, then hand it over again."
            ) from None
        raise


class Half:
    """One file of `incoming`, open and locked."""

    def __init__(self, incoming: Path) -> None:
        self.path = incoming / f"{secrets.token_hex(16)}.part"
        with room():
            self._handle: int | None = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._handle, fcntl.LOCK_EX)

    def write(self, data: Buffer) -> None:
        """Add bytes, all of them."""
        rest = memoryview(data)
        with room():
            while rest:
                rest = rest[os.write(self.handle, rest) :]

    @property
    def handle(self) -> int:
        """Give the open file."""
        if self._handle is None:
            raise ValueError("This object was already kept or dropped.")
        return self._handle

    def drop(self) -> None:
        """Delete the unfinished file."""
        if self._handle is not None:
            self.path.unlink(missing_ok=True)
            self.close()

    def close(self) -> None:
        """Let go of it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def sweep_halves(incoming: Path, before: datetime) -> int:
    """Delete what a crash left before this instant; what is still being written, however old, stays."""
    return sum(_sweep_one(path, before.timestamp()) for path in incoming.glob("*.part"))


def _sweep_one(path: Path, before: float) -> bool:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_mtime >= before:
            return False
        path.unlink(missing_ok=True)
        return True
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
