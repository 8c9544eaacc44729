"""What reference data is and when it may be relied on: plain Python, no database and no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from kith.core.errors import Refusal

#: How it was found out, as research marked it: seen at its source, from general knowledge, seen only in a summary.
MARKS = {"S": "seen at its source", "G": "general knowledge", "P": "seen only in a summary"}
#: Nobody has opened the source of these: they are never verified as they ship.
UNVERIFIED_MARKS = frozenset({"G", "P"})
FAR_PAST, FAR_FUTURE = date.min, date.max


class PeriodsOverlap(Refusal):
    """Two rows of one key would be in force on the same day."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a set, as it stands: what it says, on whose word, for which days, and when it is checked again."""

    name: str
    key: str
    value: dict[str, Any]
    source: str
    owner: str
    effective_from: date | None
    effective_to: date | None
    next_check_on: date
    is_verified: bool
    mark: str = ""
    line: UUID = field(default=UUID(int=0))
    is_agencys: bool = False

    def is_in_force(self, on: date) -> bool:
        """Tell whether it is in force on a day; both its first and its last day count."""
        return (self.effective_from or FAR_PAST) <= on <= (self.effective_to or FAR_FUTURE)

    def is_stale(self, on: date) -> bool:
        """Tell whether the day on which it should be checked again has come."""
        return self.next_check_on <= on

    def caution(self, on: date) -> str:
        """Say what stands beside the value on a page: one plain sentence, or nothing if it may be relied on."""
        if self.effective_to and self.effective_to < on:
            return f"This has not been in force since {in_words(self.effective_to)}."
        if not self.is_verified:
            return "Nobody has checked this against its source yet: check it before you rely on it."
        if self.is_stale(on):
            return f"This was to be checked again by {in_words(self.next_check_on)}: check it before you rely on it."
        return ""


def in_words(day: date) -> str:
    """Write a day in full: 3 March 2026."""
    return f"{day.day} {day:%B %Y}"


def check_periods(rows: Iterable[Row]) -> None:
    """Refuse rows of one set of which two with the same key would be in force on the same day.

    Raises:
        PeriodsOverlap: names the set, the key and the mend.
    """
    ordered = sorted(rows, key=lambda row: (row.name, row.key, row.effective_from or FAR_PAST))
    for before, after in pairwise(ordered):
        same = (before.name, before.key) == (after.name, after.key)
        if same and (before.effective_to or FAR_FUTURE) >= (after.effective_from or FAR_PAST):
            raise PeriodsOverlap(
                f"{before.name}, key '{before.key}': two rows would be in force on the same day."
                " End the older one (effective_to) before the newer begins (effective_from)."
            )


def agencys_first(rows: Sequence[Row]) -> list[Row]:
    """Leave out what came with Kith where the agency's own row of the same key is in force too: theirs wins."""
    own = {row.key for row in rows if row.is_agencys}
    return [row for row in rows if row.is_agencys or row.key not in own]


def content(row: Row) -> tuple[object, ...]:
    """Give what makes two versions of a row the same; who recorded them and when does not."""
    return (
        row.value,
        row.source,
        row.owner,
        row.effective_from,
        row.effective_to,
        row.next_check_on,
        row.is_verified,
        row.mark,
    )


def changed(before: Row, after: Row) -> Sequence[str]:
    """Name what differs between two versions of a row, in the order of a page: the value's own fields first."""
    names = dict.fromkeys([*before.value, *after.value])
    found = [name for name in names if before.value.get(name) != after.value.get(name)]
    others = ("source", "owner", "effective_from", "effective_to", "next_check_on", "is_verified")
    return [*found, *(name for name in others if getattr(before, name) != getattr(after, name))]


def one_year_on(day: date) -> date:
    """Give the same day next year (28 February for a 29th): what a check is offered as its next."""
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)
