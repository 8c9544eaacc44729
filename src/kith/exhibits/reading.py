"""What runs in the isolated child: it is given an original, reads it, and can reach nothing else.

Frames to the parent each begin with one letter: M members of a zip (several frames), P pieces, E the ending, R a
refusal in plain words, S a span of bytes. The module knows no database and no Django.
"""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

from kith.core import isolation
from kith.engines.readers import Damaged, Ending, Item, NotThisFormat, Piece, ReaderError, Source, detect, items, read
from kith.engines.readers.survey import encoding_of

MEMBERS, PIECES, ENDING, REFUSED, SPAN = b"M", b"P", b"E", b"R", b"S"
FIRST_PIECES: Final = 500  # a short first batch, so that a worker has something to read at once
MOST_PIECES: Final = 10_000
_MOST_LETTERS: Final = 4 << 20
_MEMBERS_A_FRAME: Final = 2_000
_BLOCK: Final = 1 << 20
_LOOKED_AT: Final = 4_096
MOST_SHOWN: Final = 64 << 10  # bytes of an original that a page shows


class About(msgspec.Struct):
    """What the child is told of the file. It comes as a file too: arguments are seen by all who use the machine."""

    name: str
    sha256: str
    span: tuple[str, int, int] | None = None  # member, start, end: only these bytes are asked for


class Span(msgspec.Struct, array_like=True):
    """Some bytes of a member of a zip: their beginning, the SHA-256 of all of them, and the member's encoding."""

    beginning: bytes
    sha256: str
    encoding: str


class Named(msgspec.Struct, array_like=True):
    """A file of a zip: its path, its size in bytes, and why it cannot be opened, if it cannot."""

    path: str
    size: int
    trouble: str = ""


_encoder = msgspec.msgpack.Encoder()
_members = msgspec.msgpack.Decoder(list[Named])
_ending = msgspec.msgpack.Decoder(Ending)
_span = msgspec.msgpack.Decoder(Span)


def read_export(work: isolation.Work) -> None:
    """Read the file "original" as "about" says, and send what is in it."""
    about = msgspec.json.decode(work.file("about").read(), type=About)
    trouble = ""
    try:
        source = Source.of_file(work.file("original"), about.name, sha256=about.sha256)
        trouble = source.trouble
        if about.span is None:
            _send(work, source)
        else:
            work.send(SPAN + _encoder.encode(_cut(source, *about.span)))
    except NotThisFormat as refusal:
        work.send(REFUSED + f"{trouble} {_not_read(source, refusal)}".strip().encode("utf-8", "replace"))
    except ReaderError as refusal:
        work.send(REFUSED + f"{trouble} {refusal}".strip().encode("utf-8", "replace"))


def _not_read(source: Source, refusal: NotThisFormat) -> str:
    """Say why there are no items; of what is no text (a photograph) no letters are shown."""
    if source.kind != "file":
        return str(refusal)
    with source.open() as file:
        beginning = file.read(_LOOKED_AT)
    encoding, _ = encoding_of(beginning)
    text = beginning.decode(encoding, "replace")
    odd = sum(letter == "\ufffd" or (letter < " " and letter not in "\t\r\n") for letter in text)
    if odd * 50 <= len(text):
        return str(refusal)
    return f"{source.name} is no exported chat, and not text. It is kept whole, exactly as it came."


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


def span_in(frame: bytes) -> Span:
    """Unpack a span (without its letter). Raises as `members_in`."""
    return _span.decode(frame)


def beginning_and_hash(file: BinaryIO, start: int, end: int) -> tuple[bytes, str]:
    """Give the first bytes of a span, at most `MOST_SHOWN`, and the SHA-256 of all of it."""
    file.seek(start)
    found, beginning = hashlib.sha256(), b""
    left = end - start
    while left > 0 and (piece := file.read(min(left, _BLOCK))):
        found.update(piece)
        if len(beginning) < MOST_SHOWN:
            beginning += piece[: MOST_SHOWN - len(beginning)]
        left -= len(piece)
    return beginning, found.hexdigest()


def _cut(source: Source, path: str, start: int, end: int) -> Span:
    member = next((each for each in source.members() if each.path == path), None)
    if member is None:
        raise Damaged(f"{path} is not in {source.name}.")
    with source.open(member) as file:
        encoding, _ = encoding_of(file.read(4))
        return Span(*beginning_and_hash(file, start, end), encoding)


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


if __name__ == "__main__":
    isolation.serve(read_export)
