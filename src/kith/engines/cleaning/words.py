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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a redacted copy is made without: words, or all that stands in an area of a page; one of the two.

    Attributes:
        words: as they are read, in capitals or not; empty where an area is meant.
        page: from 0; None is every page.
        area: left, top, right, bottom as parts of the page as it is seen, each from 0 to 1.
    """

    words: str = ""
    page: int | None = None
    area: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it is seen: a PNG, its words where it has any as text, and how many pages there are."""

    picture: bytes
    words: str
    pages: int
