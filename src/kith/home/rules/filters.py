"""What a timeline is narrowed to, and how an address says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

HOURS = 24


class NotTheseHours(ValueError):
    """The hours asked for are no hours; the text is written for the worker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked of a timeline. The names are those of the form's fields and of the address.

    `person` is "p-" and a participant's id, or "s-" with an exhibit's id and the number of a speaker in it.
    """

    words: str = ""
    person: str = ""
    kind: tuple[str, ...] = ()
    source: str = ""
    from_on: date | None = None
    until_on: date | None = None
    from_hour: int | None = None
    until_hour: int | None = None
    order: str = ""
    undated: bool = False

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return self != Filters(order=self.order, undated=self.undated)

    def but(self, **values: Any) -> "Filters":
        """Give the same with other values."""
        return changed(self, **values)

    def pairs(self) -> list[tuple[str, str]]:
        """Give what an address says, as the form's own fields read it; what is not asked is left out."""
        found = [("words", self.words), ("person", self.person), *(("kind", kind) for kind in self.kind)]
        found += [("source", self.source), *_boxes("from_on", self.from_on), *_boxes("until_on", self.until_on)]
        found += [(name, _number(getattr(self, name))) for name in ("from_hour", "until_hour")]
        found += [("order", self.order), ("undated", "1" if self.undated else "")]
        return [(name, value) for name, value in found if value]

    def address(self, path: str, *more: tuple[str, object]) -> str:
        """Give the address of the timeline at `path` so narrowed."""
        asked = urlencode([*self.pairs(), *more])
        return f"{path}?{asked}" if asked else path


def _boxes(name: str, day: date | None) -> Sequence[tuple[str, str]]:
    if day is None:
        return []
    return [(f"{name}-day", str(day.day)), (f"{name}-month", str(day.month)), (f"{name}-year", f"{day.year:04}")]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def hours_between(from_hour: int | None, until_hour: int | None) -> tuple[int, ...] | None:
    """List the hours of the day from one (it included) until another (it not); past midnight where that is meant.

    22 until 6 is ten at night to six in the morning. With one end alone, the day begins or ends at midnight.

    Raises:
        NotTheseHours: both are the same.
    """
    if from_hour is None and until_hour is None:
        return None
    begins, ends = from_hour or 0, HOURS if until_hour is None else until_hour
    if begins == ends:
        raise NotTheseHours("The two hours must differ: 22 until 6 is ten at night to six in the morning")
    if begins < ends:
        return tuple(range(begins, ends))
    return (*range(begins, HOURS), *range(ends))


def day_span(from_on: date | None, until_on: date | None, zone: str) -> tuple[datetime | None, datetime | None]:
    """Give the instants at which the first day begins and the last day is over, by the clocks of a zone."""
    place = ZoneInfo(zone)
    begins = datetime.combine(from_on, time.min, place) if from_on else None
    if until_on is None or until_on == date.max:
        return begins, None
    return begins, datetime.combine(until_on + timedelta(days=1), time.min, place)
