"""How dates, times, sizes and counts read on a page. Pure: nothing here asks what time it is, `now` is passed in.

Instants are shown in the agency's own zone (`TIME_ZONE`), said by name where a reader could mistake it.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import dateformat, timezone
from django.utils.translation import gettext, ngettext

_UNITS = ("bytes", "KB", "MB", "GB", "TB")


def local(value: datetime) -> datetime:
    """Move an instant to the zone pages are read in.

    Raises:
        ValueError: the instant has no zone, which is a bug where it was made.
    """
    if timezone.is_naive(value):
        raise ValueError(f"{value!r} has no time zone")
    return timezone.localtime(value)


def day(value: date | datetime | None) -> str:
    """Write a date in full: `3 March 2026`. Nothing for None."""
    if value is None:
        return ""
    return dateformat.format(local(value) if isinstance(value, datetime) else value, "j F Y")


def clock(value: time | datetime | None) -> str:
    """Write a time of day on the 24-hour clock: `14:05`. Nothing for None."""
    if value is None:
        return ""
    return (local(value) if isinstance(value, datetime) else value).strftime("%H:%M")


def moment(value: datetime | None) -> str:
    """Write an instant with its zone said: `3 March 2026, 14:05 GMT`. Nothing for None."""
    if value is None:
        return ""
    here = local(value)
    return f"{day(here)}, {clock(here)} {here.tzname()}"


def when(value: datetime | None, *, now: datetime) -> str:
    """Write an instant as near as a reader needs: `today 14:05`, `yesterday 14:05`, `3 March 14:05`, `3 March 2025`.

    The year is left out only within the running year; the time is left out beyond it.
    """
    if value is None:
        return ""
    here, today = local(value), local(now).date()
    at = clock(here)
    if here.date() == today:
        return gettext("today %(time)s") % {"time": at}
    if here.date() == today - timedelta(days=1):
        return gettext("yesterday %(time)s") % {"time": at}
    if here.date() == today + timedelta(days=1):
        return gettext("tomorrow %(time)s") % {"time": at}
    if here.year == today.year:
        return f"{dateformat.format(here, 'j F')} {at}"
    return day(here)


def size(value: int | None) -> str:
    """Write a number of bytes in decimal units, as file managers do: `812 bytes`, `3.4 MB`, `200 MB`."""
    if value is None:
        return ""
    if value < 1000:
        return ngettext("%(n)s byte", "%(n)s bytes", value) % {"n": value}
    amount, unit = Decimal(value), 0
    while amount >= Decimal("999.5") and unit < len(_UNITS) - 1:  # 999.5 KB would round to a thousand
        amount, unit = amount / 1000, unit + 1
    shown = f"{amount:.1f}".removesuffix(".0") if amount < Decimal("9.95") else f"{amount:.0f}"
    return f"{shown} {_UNITS[unit]}"


def number(value: int | None) -> str:
    """Write a whole number with commas: `1,234,567`."""
    return "" if value is None else f"{value:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun: `1 file`, `1,204 files`. `many` defaults to `one` with an s."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def machine(value: date | datetime | time) -> str:
    """Write a date or time for a `<time datetime="">`: ISO 8601, instants with their offset."""
    return (local(value) if isinstance(value, datetime) else value).isoformat()
