"""What is said of a clean copy."""

from dataclasses import dataclass


class CannotClean(Exception):
    """There is no clean copy of this file; the text says why, and the mend."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something hidden that was taken out or is still there, in plain words: what it is, and where it stood."""

    what: str
    where: str = "the file"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean copy: its bytes, what it is without, and what could not be taken out or could not be read."""

    data: bytes
    removed: tuple[Note, ...]
    left: tuple[Note, ...]
