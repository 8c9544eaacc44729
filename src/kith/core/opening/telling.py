"""What the child is told and what it tells. Frames come from a process that may have been taken over: strict types."""

from enum import StrEnum
from typing import Final

import msgspec

from kith.engines.cleaning import LeftOut
from kith.engines.guard import opening

MOST_FRAME_BYTES: Final = 128 << 20


class Task(StrEnum):
    """Tell what is in it, make a clean copy, say what that would be without, make or draw one without something."""

    OPEN = "open"
    CLEAN = "clean"
    LOOK = "look"
    REDACT = "redact"
    DRAW = "draw"


class About(msgspec.Struct):
    """One file among those that are given one after another."""

    name: str
    size: int


class Orders(msgspec.Struct):
    """What to do with each file; what is left out of it, and which page is drawn, from 0."""

    files: list[About]
    task: Task = Task.OPEN
    left_out: list[LeftOut] = msgspec.field(default_factory=list)
    page: int = 0
    ruled: bool = False


class Told(msgspec.Struct, array_like=True):
    """What was gathered from one file."""

    passages: list[tuple[str, str]]
    points: list[tuple[str, float, float]]
    unopened: list[tuple[str, str]]


class Cleaned(msgspec.Struct, array_like=True):
    """A clean copy and what came of it; `data` is empty where none could be made, and `why_not` says why."""

    data: bytes
    removed: list[tuple[str, str]]
    left: list[tuple[str, str]]
    why_not: str


class Drawn(msgspec.Struct, array_like=True):
    """A page of a copy without something: a PNG and its words; where there is no such copy, of the file itself."""

    picture: bytes
    words: str
    pages: int
    why_not: str


told = msgspec.msgpack.Decoder(Told)
hidden = msgspec.msgpack.Decoder(list[str])
cleaned = msgspec.msgpack.Decoder(Cleaned)
drawn = msgspec.msgpack.Decoder(Drawn)
orders = msgspec.msgpack.Decoder(Orders)
encode = msgspec.msgpack.Encoder().encode


def told_of(gathering: opening.Gathering) -> Told:
    """Pack what was gathered; half of a letter (a lone surrogate) becomes a question mark."""
    return Told(
        [(_whole(each.where), _whole(each.text)) for each in gathering.passages],
        [(_whole(each.where), each.lat, each.lon) for each in gathering.points],
        [(_whole(each.where), _whole(each.why)) for each in gathering.unopened],
    )


def gathered(found: Told) -> opening.Gathering:
    """Unpack what was gathered."""
    gathering = opening.Gathering.closed()
    gathering.passages = [opening.Passage(*each) for each in found.passages]
    gathering.points = [opening.Point(*each) for each in found.points]
    for where, why in found.unopened:
        gathering.cannot(where, why)
    return gathering


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
