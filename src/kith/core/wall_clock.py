"""Hours of the week as a clock on the wall says them, turned into instants day by day: plain Python.

Where the clocks are changed a time may mean two instants, or none. Whoever asks says which way to err.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
_FORTNIGHT = 14
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Window:
    """Hours on some days of the week (Monday is 0). An end at midnight is the end of that day."""

    days: tuple[int, ...]
    from_at: time
    until_at: time

    @property
    def is_one(self) -> bool:
        """Tell whether it has a day, and ends after it begins."""
        return bool(self.days) and (self.until_at == time.min or self.until_at > self.from_at)


def earliest(on: date, clock: time, zone: str) -> datetime:
    """Give the first instant that a wall clock may mean."""
    return min(_instants(on, clock, zone))


def latest(on: date, clock: time, zone: str) -> datetime:
    """Give the last instant that a wall clock may mean."""
    return max(_instants(on, clock, zone))


def _instants(on: date, clock: time, zone: str) -> tuple[datetime, datetime]:
    local = datetime.combine(on, clock, ZoneInfo(zone))
    return local.replace(fold=0).astimezone(UTC), local.replace(fold=1).astimezone(UTC)


def next_open(windows: Sequence[Window], moment: datetime, zone: str) -> datetime | None:
    """Find the first moment, this one or later, within a window; None if no week has one."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    starts = [max(start, moment) for start, end in _openings(windows, day, zone) if end > moment]
    return min(starts, default=None)


def _openings(windows: Sequence[Window], day: date, zone: str) -> Iterator[tuple[datetime, datetime]]:
    """Give the windows of a fortnight as instants: beginning late and ending soon where in doubt."""
    for ahead in range(-1, _FORTNIGHT):
        on = day + ahead * ONE_DAY
        for window in windows:
            if on.weekday() in window.days:
                start = latest(on, window.from_at, zone)
                end = earliest(on + ONE_DAY if window.until_at == time.min else on, window.until_at, zone)
                if start < end:
                    yield start, end


def said_window(window: Window) -> str:
    """Say hours: "Monday to Friday, 15:30-18:00"."""
    until = "24:00" if window.until_at == time.min else f"{window.until_at:%H:%M}"
    return f"{said_days(window.days)}, {window.from_at:%H:%M}-{until}"


def said_days(days: Sequence[int]) -> str:
    """Say days of the week: a run of three or more as "Monday to Friday"."""
    each = sorted(set(days))
    if len(each) == len(_DAYS):
        return "every day"
    if len(each) > 2 and each[-1] - each[0] == len(each) - 1:
        return f"{_DAYS[each[0]]} to {_DAYS[each[-1]]}"
    return ", ".join(_DAYS[day] for day in each)
