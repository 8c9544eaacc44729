"""What a place that holds objects must do: a folder (`disk`), or a bucket of an S3-compatible store (`s3`).

All of it may raise NoAnswer where the store is another machine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kith.core.errors import Refusal

from .keys import Buffer
from .names import ObjectName


class NoRoom(Refusal):
    """The store is full: nothing was kept."""


class NoAnswer(Refusal):
    """The store cannot be reached, or does not do what it is asked: nothing was changed, and it can be tried again.

    `why` is for whoever runs Kith: no word of a file.
    """

    def __init__(self, why: str = "") -> None:
        super().__init__(
            "The file store does not answer just now. Nothing was kept or changed: try again in a few minutes."
            " Pages that need no file still open."
        )
        self.why = why


class NotAllowed(NoAnswer):
    """The store answers, and will not do it: keys without the right, a lock against deletion."""


class Missing(Exception):
    """The store does not hold this object."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One object, as the store lists it; `stored_at` is when its last byte was written."""

    name: ObjectName
    object_bytes: int
    stored_at: datetime


class Part(Protocol):
    """An object that is being written and that no reader can see yet."""

    def write(self, data: Buffer) -> None:
        """Add bytes. Raises NoRoom."""

    def keep(self, name: ObjectName) -> None:
        """Make it an object for good: when this returns it outlasts a power cut. Raises NoRoom."""

    def drop(self) -> None:
        """Forget it. Does nothing after `keep`."""


class Blob(Protocol):
    """An object that is being read."""

    @property
    def object_bytes(self) -> int:
        """Its size as stored."""

    def read_into(self, start: int, into: Buffer) -> int:
        """Fill `into` from byte `start`; give how many bytes there were, fewer only at the end."""

    def close(self) -> None:
        """Let go of it."""


class Backend(Protocol):
    """A place that holds objects. An object is written once and never altered."""

    def where(self, name: ObjectName) -> str:
        """Say where an object lies, for whoever runs Kith."""

    def begin(self) -> Part:
        """Begin an object. Raises NoRoom."""

    def open(self, name: ObjectName) -> Blob:
        """Open an object. Raises Missing."""

    def exists(self, name: ObjectName) -> bool:
        """Tell whether the object is there."""

    def delete(self, name: ObjectName) -> bool:
        """Delete an object; tell whether it was there."""

    def listing(self) -> Iterator[Listed]:
        """Give every object, in no order."""

    def sweep(self, before: datetime) -> int:
        """Delete what was begun, left and last written before this instant; give how many."""
