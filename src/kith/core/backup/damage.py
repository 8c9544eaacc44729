"""What can go wrong with a backup, each with a sentence that says what to do."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT}


class BackupProblem(Exception):
    """A backup cannot be made or put back; the text is written for the person at the keyboard."""


class Damaged(BackupProblem):
    """A piece of a backup is not as it was written; the text names the piece."""


@contextlib.contextmanager
def room(where: Path, after: str) -> Iterator[None]:
    """Say plainly that a disk is full or cannot be written to, and what became of what was begun."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            raise BackupProblem(f"There is no room left on the disk of {where}. {after}") from None
        if problem.errno in {errno.EACCES, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EIO}:
            raise BackupProblem(f"{problem.filename or where}: {problem.strerror}. {after}") from None
        raise
