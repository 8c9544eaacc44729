"""One Kith a folder: a lock on a file, held for as long as the process lives and let go by its death."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kith.core.cluster.errors import AlreadyRunning

_held: set[int] = set()


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder's lock.

    Raises:
        AlreadyRunning: another process holds it.
    """
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        other = os.read(handle, 20).decode("ascii", "replace").strip() or "not known"
        os.close(handle)
        raise AlreadyRunning(
            f"Kith is already running on {folder} (process {other}). Stop that one first, or choose another folder "
            "with KITH_DATA."
        ) from None
    _held.add(handle)
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        if handle in _held:
            _held.discard(handle)
            os.close(handle)


def _let_go_in_fork() -> None:
    # A forked copy would hold the lock on after the first process was killed.
    for handle in _held:
        os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_let_go_in_fork)
