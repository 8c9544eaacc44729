"""What is gathered from a file while it is opened, and the limits on doing so."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from email.errors import MessageError

import pikepdf
import pypdfium2
from lxml import etree
from PIL import Image

from kith.engines.guard.verdict import Unopened

# Everything the libraries raise for a file that is not what it says; a bug of ours would look the same for one file
# only, and even then the file is named as unread and the message is not let through unlooked-at.
DAMAGE: tuple[type[BaseException], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    Warning,
    Image.DecompressionBombError,
    MessageError,
    etree.LxmlError,
    pikepdf.PikepdfError,
    pypdfium2.PdfiumError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


class PictureUnread(Exception):
    """The words in a picture could not be read; the text says why, in plain words."""


#: Gives the words seen in a picture, whichever way up it is; raises PictureUnread. It comes from whoever opens:
#: an engine starts no program.
PictureReader = Callable[[Image.Image], str]


@dataclass(frozen=True, slots=True)
class Limits:
    """How far to go into one attachment: pieces within pieces, pieces in all, bytes in all after unpacking.

    `letters` are all words that are kept, `pixels` those of one picture.
    """

    depth: int = 3
    pieces: int = 2_000
    bytes_in_all: int = 200_000_000
    letters: int = 10_000_000
    pixels: int = 50_000_000


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words and where they stand."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map and where it is written."""

    where: str
    lat: float
    lon: float


@dataclass(slots=True)
class Gathering:
    """The words, points and unread pieces of one attachment, in the order they were come upon."""

    open_piece: Callable[["Gathering", str, bytes, str], None]
    limits: Limits
    read_picture: PictureReader | None = None
    passages: list[Passage] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    unopened: list[Unopened] = field(default_factory=list)
    _depth: int = 0
    _pieces: int = 0
    _bytes: int = 0
    _letters: int = 0

    @classmethod
    def closed(cls) -> "Gathering":
        """Make a gathering for words alone, which opens nothing."""
        return cls(lambda gathering, name, data, where: None, Limits())

    def words(self, where: str, text: str) -> None:
        """Keep some words, unless they are blank."""
        if not text or text.isspace():
            return
        left = self.limits.letters - self._letters
        if len(text) > left:
            self.cannot(where, "the attachment holds more words than may be read")
        if text := text[:left]:
            self._letters += len(text)
            self.passages.append(Passage(where, text))

    def point(self, where: str, lat: float, lon: float) -> None:
        """Keep a place on the map."""
        self.points.append(Point(where, lat, lon))

    def cannot(self, where: str, why: str) -> None:
        """Name something that was not read."""
        unread = Unopened(where, why)
        if unread not in self.unopened:
            self.unopened.append(unread)

    def room_for(self, size_bytes: int) -> bool:
        """Tell whether this many more bytes may be unpacked."""
        return self._bytes + size_bytes <= self.limits.bytes_in_all and self._pieces < self.limits.pieces

    def piece(self, name: str, data: bytes, where: str) -> None:
        """Open a piece found inside (or the attachment itself), as deep as the limits allow."""
        if self._depth > self.limits.depth:
            return self.cannot(where, "it is packed too deep inside other files")
        if not self.room_for(len(data)):
            return self.cannot(where, "the attachment unpacks to more than may be read")
        self._depth, self._pieces, self._bytes = self._depth + 1, self._pieces + 1, self._bytes + len(data)
        try:
            self.open_piece(self, name, data, where)
        except DAMAGE as damage:
            self.cannot(where, f"it is damaged or not what its name says ({type(damage).__name__})")
        finally:
            self._depth -= 1
        return None
