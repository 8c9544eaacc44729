"""The parent's side of a reading: what a child is given, and what proves each piece it gives back. No database."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import msgspec

from kith.core.vault import Reader, as_memfd
from kith.engines.readers import Item, Piece
from kith.exhibits.reading import About
from kith.exhibits.rules import UNREAD

CHILD = "kith.exhibits.reading"


@contextmanager
def given_to_child(reader: Reader, about: About) -> Iterator[Mapping[str, int]]:
    """Give a child the original, in the clear in memory only, and what it must know of it, for as long as the block."""
    original = as_memfd(reader)
    try:
        told = _piped(msgspec.json.encode(about))
        try:
            yield {"original": original, "about": told}
        finally:
            os.close(told)
    finally:
        os.close(original)


def _piped(data: bytes) -> int:
    """Put bytes where only a child that is given the descriptor can read them."""
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb") as file:
        file.write(data)  # far less than a pipe holds (64 KiB): a name and a path
    return read_end


def leaf(piece: Piece) -> bytes:
    """Give the canonical bytes of one piece, as the ledger's Merkle root takes them.

    A JSON list as RFC 8785 would write it: member, start, end, kind, sender, stamp and text as found.
    """
    if not isinstance(piece, Item):
        return msgspec.json.encode((piece.member, piece.start, piece.end, UNREAD, None, None, piece.why))
    stamp = None if piece.stamp is None else piece.stamp.text
    return msgspec.json.encode((piece.member, piece.start, piece.end, piece.kind, piece.sender, stamp, piece.text))
