"""What a reader yields: items, the stamps on them, and what it could not read."""

from collections.abc import Iterable

import msgspec

MESSAGE = "message"
"""Something a person sent: words, or a picture, sound, place or card standing for itself."""
SYSTEM = "system"
"""A line the app wrote about the chat. It is never given to a person."""
CALL = "call"
"""A call made, missed or declined."""
FILE = "file"
"""A whole file of the folder or zip that is not the chat's own text."""

KINDS = (MESSAGE, SYSTEM, CALL, FILE)


class Stamp(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A date and time exactly as the file gives them; nothing is guessed.

    `fields` are the three date numbers in the file's own order; `seconds` counts from midnight with 12-hour
    clocks already worked out, and is -1 where the time is missing or impossible.
    """

    text: str
    fields: tuple[int, int, int]
    seconds: int
    has_seconds: bool = False


class Item(msgspec.Struct, array_like=True, tag="i", gc=False):
    """One thing in an export, with the bytes it came from.

    `start` and `end` are byte offsets in `member` (or in the file itself where `member` is None); with the
    SHA-256 of the file they are the item's identity. `line` counts from 1. `sender` has lost only invisible
    characters; the bytes keep them.
    """

    kind: str
    member: str | None
    start: int
    end: int
    line: int
    stamp: Stamp | None
    sender: str | None
    text: str
    flags: tuple[str, ...] = ()
    attachment: str | None = None


class Unread(msgspec.Struct, array_like=True, tag="u", gc=False):
    """Bytes that were kept but not understood, and why, in words for a worker."""

    member: str | None
    start: int
    end: int
    line: int
    why: str


Piece = Item | Unread

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(list[Item | Unread])


def encode(pieces: list[Piece]) -> bytes:
    """Pack a batch so that a child process can hand it to its parent."""
    return _encoder.encode(pieces)


def decode(batch: bytes) -> list[Piece]:
    """Unpack a batch made by `encode` or `batches`.

    Raises:
        msgspec.MsgspecError: the bytes are not such a batch. A batch from a child process is not trusted: every
            field's type is checked here.
    """
    return _decoder.decode(batch)


def in_batches(pieces: Iterable[Piece], size: int) -> Iterable[list[Piece]]:
    """Group pieces, in order, into lists of `size` (the last may be shorter)."""
    batch: list[Piece] = []
    for piece in pieces:
        batch.append(piece)
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def identity(sha256: str, piece: Piece) -> tuple[str, str | None, int, int]:
    """Name a piece for ever: the file's SHA-256, the member and the byte span, and nothing else."""
    return (sha256, piece.member, piece.start, piece.end)
