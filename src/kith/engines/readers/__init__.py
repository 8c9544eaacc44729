"""Exports that people hand over, read into typed items, each with the bytes it came from.

Serves whoever must quote a message so that it can be traced: nothing is dropped, nothing is guessed, and what the
file cannot settle becomes a question for a person.
"""

from kith.engines.readers.describe import Description, describe, examine
from kith.engines.readers.evidence import Evidence, Line
from kith.engines.readers.formats import FORMATS, Ending, Format, batches, decode, detect, ending, read
from kith.engines.readers.items import CALL, FILE, KINDS, MESSAGE, SYSTEM, Item, Piece, Stamp, Unread, identity
from kith.engines.readers.limits import Damaged, Limits, NotThisFormat, ReaderError, TooLarge
from kith.engines.readers.questions import BadAnswer, Choice, Question
from kith.engines.readers.resolve import Resolution, resolve
from kith.engines.readers.source import Source

__all__ = [
    "CALL",
    "FILE",
    "FORMATS",
    "KINDS",
    "MESSAGE",
    "SYSTEM",
    "BadAnswer",
    "Choice",
    "Damaged",
    "Description",
    "Ending",
    "Evidence",
    "Format",
    "Item",
    "Limits",
    "Line",
    "NotThisFormat",
    "Piece",
    "Question",
    "ReaderError",
    "Resolution",
    "Source",
    "Stamp",
    "TooLarge",
    "Unread",
    "batches",
    "decode",
    "describe",
    "detect",
    "ending",
    "examine",
    "identity",
    "read",
    "resolve",
]
