"""One Kith a folder: a lock on a file, held for as long as the process lives and let go by its death."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kith.core.cluster.errors import AlreadyRunning

PATIENCE_SECONDS = 1.0  # a Kith that was just killed holds the lock until the system has cleared it away

_held: set[int] = set()


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder's lock.

    Raises:
        AlreadyRunning: another process holds it.
    """
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    if not _locked(handle):
        other = os.read(handle, 20).decode("ascii", "replace").strip() or "not known"
        os.close(handle)
        raise AlreadyRunning(
            f"Kith is already running on {folder} (process {other}). Stop that one first, or choose another folder "
            "with KITH_DATA."
        )
    _held.add(handle)
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        if handle in _held:
            _held.discard(handle)
            os.close(handle)


def _locked(handle: int) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)


def _let_go_in_fork() -> None:
    # A forked copy would hold the lock on after the first process was killed.
    for handle in _held:
        os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_let_go_in_fork)
