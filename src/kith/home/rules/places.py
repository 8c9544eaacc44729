"""Pages by key: where a page of the line of time ends, and how the next one goes on from there, either way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, Protocol, TypeVar
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands on the line of time; `at` None among those without a date."""

    at: datetime | None
    source_id: UUID
    member: int
    position: int

    def __str__(self) -> str:
        """Write the place for an address: times and ids, no words."""
        when = "-" if self.at is None else str((self.at - _EPOCH) // _MICROSECOND)
        return f"{when}.{self.source_id.hex}.{self.member}.{self.position}"


def place_from(written: str) -> Place | None:
    """Read a place from an address; None for what is none (somebody cut the address short)."""
    try:
        when, source, member, position = written.split(".")
        at = None if when == "-" else _EPOCH + int(when) * _MICROSECOND
        found = Place(at, UUID(source), int(member), int(position))
    except (ValueError, OverflowError):
        return None
    return found if 0 <= found.member < 2**31 and 0 <= found.position <= _LARGEST else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a list that one query gives in order: the things with a date, or those without."""

    dated: bool
    descending: bool

    @property
    def back(self) -> "Stretch":
        """Give the same stretch read the other way."""
        return Stretch(self.dated, not self.descending)


class Placed(Protocol):
    """A row that knows its place."""

    @property
    def place(self) -> Place: ...


Row = TypeVar("Row", bound=Placed)
Fetch = Callable[[Stretch, Place | None, int], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Window(Generic[Row]):
    """One page of rows, and the places from which the pages before and after it are reached (None: there is none)."""

    rows: Sequence[Row]
    before: Place | None
    after: Place | None


def window(
    fetch: Fetch[Row], stretches: Sequence[Stretch], *, after: Place | None, before: Place | None, size: int
) -> Window[Row]:
    """Give the page after a place, or the one before it; without a place, the first.

    Args:
        fetch: gives at most so many rows of a stretch, from a place on.
        stretches: the list, in order.
    """
    if before is not None:
        found = _read(fetch, [stretch.back for stretch in reversed(stretches)], before, size + 1)
        if found:
            rows = list(reversed(found[:size]))
            return Window(rows, rows[0].place if len(found) > size else None, rows[-1].place)
        after = None  # what stood before it is gone
    rows = _read(fetch, stretches, after, size + 1)
    is_more, rows = len(rows) > size, rows[:size]
    earlier = (rows[0].place if rows else None) if after is not None else None
    return Window(rows, earlier, rows[-1].place if is_more else None)


def _read(fetch: Fetch[Row], stretches: Sequence[Stretch], place: Place | None, most: int) -> list[Row]:
    rows: list[Row] = []
    for stretch in stretches:
        if place is not None and stretch.dated != (place.at is not None):
            continue  # passed already
        rows += fetch(stretch, place, most - len(rows))
        place = None
        if len(rows) >= most:
            break
    return rows
