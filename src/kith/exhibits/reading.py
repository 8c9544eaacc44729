"""What runs in the isolated child: it is given an original, reads it, and can reach nothing else.

Frames to the parent each begin with one letter: M members of a zip (several frames), P pieces, E the ending, R a
refusal in plain words. The module knows no database and no Django.
"""

from collections.abc import Iterator
from typing import Final

import msgspec

from kith.core import isolation
from kith.engines.readers import Ending, Item, Piece, ReaderError, Source, Unread, detect, items, read

MEMBERS, PIECES, ENDING, REFUSED = b"M", b"P", b"E", b"R"
FIRST_PIECES: Final = 500  # a short first batch, so that a worker has something to read at once
MOST_PIECES: Final = 10_000
_MOST_LETTERS: Final = 4 << 20
_MEMBERS_A_FRAME: Final = 2_000


class About(msgspec.Struct):
    """What the child is told of the file. It comes as a file too: arguments are seen by all who use the machine."""

    name: str
    sha256: str


class Named(msgspec.Struct, array_like=True):
    """A file of a zip: its path, its size in bytes, and why it cannot be opened, if it cannot."""

    path: str
    size: int
    trouble: str = ""


_encoder = msgspec.msgpack.Encoder()
_members = msgspec.msgpack.Decoder(list[Named])
_ending = msgspec.msgpack.Decoder(Ending)


def read_export(work: isolation.Work) -> None:
    """Read the file "original" as "about" says, and send what is in it."""
    about = msgspec.json.decode(work.file("about").read(), type=About)
    try:
        _send(work, Source.of_file(work.file("original"), about.name, sha256=about.sha256))
    except ReaderError as refusal:
        work.send(REFUSED + str(refusal).encode("utf-8", "replace"))


def members_in(frame: bytes) -> list[Named]:
    """Unpack a frame of members (without its letter).

    Raises:
        msgspec.MsgspecError: it is none; frames from a child are not trusted.
    """
    return _members.decode(frame)


def pieces_in(frame: bytes) -> list[Piece]:
    """Unpack a frame of pieces (without its letter). Raises as `members_in`."""
    return items.decode(frame)


def ending_in(frame: bytes) -> Ending:
    """Unpack the ending (without its letter). Raises as `members_in`."""
    return _ending.decode(frame)


def _send(work: isolation.Work, source: Source) -> None:
    listed = [Named(each.path, each.size, each.trouble) for each in source.members() if each.path is not None]
    for at in range(0, len(listed), _MEMBERS_A_FRAME):
        work.send(MEMBERS + _encoder.encode(listed[at : at + _MEMBERS_A_FRAME]))
    reading = read(source)
    for batch in _batches(reading):
        work.send(PIECES + items.encode(batch))
    format_ = detect(source)
    name = format_.id if format_ else ""
    work.send(ENDING + _encoder.encode(Ending(name, source.hashed(), source.size, reading.evidence)))


def _batches(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Group pieces by number and by how much they hold, since a frame has a largest size."""
    batch: list[Piece] = []
    letters, most = 0, FIRST_PIECES
    for piece in pieces:
        batch.append(piece)
        letters += len(piece.text) if isinstance(piece, Item) else len(piece.why)
        if len(batch) >= most or letters >= _MOST_LETTERS:
            yield batch
            batch, letters, most = [], 0, MOST_PIECES
    if batch:
        yield batch


__all__ = ["About", "Named", "Unread", "ending_in", "members_in", "pieces_in", "read_export"]

if __name__ == "__main__":
    isolation.serve(read_export)
