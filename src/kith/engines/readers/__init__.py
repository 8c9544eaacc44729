"""Exports that people hand over, read into typed items, each with the bytes it came from.

Serves whoever must quote a message so that it can be traced: nothing is dropped, nothing is guessed, and what the
file cannot settle becomes a question for a person.
"""

from kith.engines.readers.formats import FORMATS, Ending, Format, batches, decode, detect, ending, read
from kith.engines.readers.items import CALL, FILE, KINDS, MESSAGE, SYSTEM, Item, Piece, Stamp, Unread, identity
from kith.engines.readers.limits import Damaged, Limits, NotThisFormat, ReaderError, TooLarge
from kith.engines.readers.source import Source

__all__ = [
    "CALL",
    "FILE",
    "FORMATS",
    "KINDS",
    "MESSAGE",
    "SYSTEM",
    "Damaged",
    "Ending",
    "Format",
    "Item",
    "Limits",
    "NotThisFormat",
    "Piece",
    "ReaderError",
    "Source",
    "Stamp",
    "TooLarge",
    "Unread",
    "batches",
    "decode",
    "detect",
    "ending",
    "identity",
    "read",
]
