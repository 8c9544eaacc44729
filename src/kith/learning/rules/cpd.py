"""The registration year, and what it still asks for. Plain numbers from reference data, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day that comes every year."""

    month: int
    day: int

    def on_or_before(self, on: date) -> date:
        """Give the last such day that is not after `on`."""
        this = date(on.year, self.month, self.day)
        return this if this <= on else date(on.year - 1, self.month, self.day)

    def on_or_after(self, on: date) -> date:
        """Give the next such day that is not before `on`."""
        this = date(on.year, self.month, self.day)
        return this if this >= on else date(on.year + 1, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Year:
    """One registration year, its first and last day included."""

    first_on: date
    last_on: date

    def __contains__(self, on: date) -> bool:
        return self.first_on <= on <= self.last_on


def year_of(on: date, begins: DayOfYear, ends: DayOfYear) -> Year:
    """Give the registration year that a day lies in."""
    first = begins.on_or_before(on)
    return Year(first, ends.on_or_after(first))


@dataclass(frozen=True, slots=True)
class Done:
    """One finished piece: whether a peer had a part in it."""

    with_peer: bool


def still_needed(done: Sequence[Done], pieces: int, with_peer: int) -> str:
    """Say in one sentence what a year still asks for: "One more piece, with a peer." Empty for nothing."""
    peers = max(with_peer - sum(each.with_peer for each in done), 0)
    more = max(pieces - len(done), 0)
    if not more:
        return f"{_many(peers)} of the pieces must be talked over with a peer." if peers else ""
    piece = "piece" if more == 1 else "pieces"
    if not peers:
        return f"{_many(more)} more {piece}."
    return f"{_many(more)} more {piece}, {'with a peer' if peers >= more else f'{_many(peers).lower()} with a peer'}."


_NUMBERS = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def _many(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
