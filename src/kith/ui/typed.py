"""Dates and times as people type them, read into values. Pure; every refusal is a sentence for the person typing.

`subject` starts the sentence: "Date of birth must be a real date".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?\s*(?P<half>[ap]m)?", re.IGNORECASE)
_WORDS = {"midday": time(12), "noon": time(12), "midnight": time(0)}


@dataclass(frozen=True, slots=True)
class DateText:
    """The three boxes of a date, as typed."""

    day: str = ""
    month: str = ""
    year: str = ""

    @property
    def empty(self) -> bool:
        return not (self.day or self.month or self.year)


def read_number(typed: str, *, digits: int = 9) -> int | None:
    """Read a whole number of at most so many digits, as an address carries it; None for anything else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= digits else None


class Unreadable(ValueError):
    """What was typed cannot be read. `part` names the box at fault: day, month, year, time, or empty for all."""

    def __init__(self, says: str, part: str = "") -> None:
        super().__init__(says)
        self.part = part


def read_date(typed: DateText, subject: str) -> date:
    """Read three boxes as a date. Months may be numbers or names: 3, 03, Mar, March.

    Raises:
        Unreadable: a box is empty or wrong, or there is no such day.
    """
    missing = [part for part in ("day", "month", "year") if not getattr(typed, part)]
    if missing:
        raise Unreadable(f"{subject} must include a {' and '.join(missing)}", missing[0])
    if not re.fullmatch(r"\d{4}", typed.year):
        raise Unreadable("Year must include 4 numbers", "year")
    try:
        return date(int(typed.year), _month(typed.month), int(typed.day))
    except ValueError:
        raise Unreadable(f"{subject} must be a real date") from None


def _month(typed: str) -> int:
    if typed.isascii() and typed.isdigit():
        return int(typed)
    if len(typed) >= 3 and typed[:3].lower() in _MONTHS:
        return _MONTHS.index(typed[:3].lower()) + 1
    raise ValueError(typed)


def read_time(typed: str, subject: str) -> time:
    """Read a time of day: 14:05, 2:05pm, 2pm, 1405, midday.

    Raises:
        Unreadable: it is none of these, or a bare number such as 7, which may be morning or evening.
    """
    text = typed.strip().lower().replace(" ", "")
    if text in _WORDS:
        return _WORDS[text]
    found = _CLOCK.fullmatch(text)
    if not found or not (found["minute"] or found["half"]):
        raise Unreadable(f"{subject} must be a time, like 14:05 or 2:05pm", "time")
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half and not 1 <= hour <= 12:
        raise Unreadable(f"{subject} must be a real time", "time")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise Unreadable(f"{subject} must be a real time", "time")
    return time(hour, minute)


def read_moment(on: date, typed: str, zone: tzinfo, subject: str) -> datetime:
    """Read a time on a day as an instant in `zone`; `GMT` or `BST` after the time settles an hour that came twice.

    Raises:
        Unreadable: no such time, an hour the clocks skipped, or an hour that came twice with no zone said.
    """
    text, _, said = typed.strip().partition(" ")
    if said.upper() not in ("GMT", "BST"):
        text, said = typed, ""
    at = datetime.combine(on, read_time(text, subject), zone)
    if not _exists(at):
        raise Unreadable(f"{subject}: the clocks went forward that night, so {at:%H:%M} did not happen", "time")
    first, second = at.replace(fold=0), at.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return at
    for choice in (first, second):
        if choice.tzname() == said.upper():
            return choice
    raise Unreadable(
        f"{subject}: the clocks went back that night, so {at:%H:%M} came twice. "
        f"Add {first.tzname()} or {second.tzname()} after the time",
        "time",
    )


def _exists(at: datetime) -> bool:
    """Tell whether the clock showed this time: one the clocks skipped does not survive a trip through UTC."""
    utc = (at.replace(tzinfo=None) - (at.utcoffset() or timedelta())).replace(tzinfo=at.tzinfo)
    if at.tzinfo is None:
        return True
    back = at.tzinfo.fromutc(utc)
    return back.replace(tzinfo=None) == at.replace(tzinfo=None)
