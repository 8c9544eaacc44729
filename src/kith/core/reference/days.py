"""Counting the days of a limit: plain Python. Which days are bank holidays is data and is given by the caller.

A limit is written as people say it: "45 working days", "26 weeks", "3 months". The day it runs from is not counted.
"""

import calendar
import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

_LIMIT = re.compile(r"(\d{1,4}) (hour|working day|day|week|month|year)s?")
_SATURDAY = 5
ONE_DAY = timedelta(days=1)


class NotALimit(ValueError):
    """Words that are not a number and a unit; the text says how to write them."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many hours, working days, days, weeks, months or years."""

    amount: int
    unit: str

    def after(self, start: date, holidays: Set[date]) -> date:
        """Give the last day of the limit, counted from `start`; hours are counted in whole days, rounded down."""
        match self.unit:
            case "working day":
                return working_days_after(start, self.amount, holidays)
            case "month":
                return months_after(start, self.amount)
            case "year":
                return months_after(start, 12 * self.amount)
            case "week":
                return start + timedelta(weeks=self.amount)
            case "hour":
                return start + timedelta(days=self.amount // 24)
        return start + timedelta(days=self.amount)


def limit_of(text: str) -> Limit:
    """Read a limit: "45 working days".

    Raises:
        NotALimit: it is not a whole number and one of the six units.
    """
    found = _LIMIT.fullmatch(text.strip())
    if found is None:
        raise NotALimit(
            f"'{text}' is not a limit: write a number and hours, working days, days, weeks, months or years"
        )
    return Limit(int(found[1]), found[2])


def is_working_day(day: date, holidays: Set[date]) -> bool:
    """Tell whether a day is one: no Saturday, Sunday or bank holiday."""
    return day.weekday() < _SATURDAY and day not in holidays


def working_days_after(start: date, n: int, holidays: Set[date]) -> date:
    """Give the n-th working day after `start`, which is not itself counted, whether it is a working day or not.

    Args:
        n: 0 gives `start` if it is a working day, else the first one after it.
        holidays: the bank holidays of the nation whose days are counted.

    Raises:
        ValueError: n is negative.
    """
    if n < 0:
        raise ValueError("working days are counted forwards")
    day = start
    while n == 0 and not is_working_day(day, holidays):
        day += ONE_DAY
    for _ in range(n):
        day += ONE_DAY
        while not is_working_day(day, holidays):
            day += ONE_DAY
    return day


def months_after(start: date, months: int) -> date:
    """Give the same day so many months later, or the last of that month where it is shorter (31 January: 28 Feb.)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
