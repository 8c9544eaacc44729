"""Years that are not Gregorian: recognised by their size, and turned only where the turning is exact."""

from datetime import date, timedelta

GREGORIAN, BUDDHIST, PERSIAN, HIJRI = "gregorian", "buddhist", "persian", "hijri"

_BUDDHIST_AHEAD = 543
# 1 Farvardin 1399 was 20 March 2020. The 33-year rule holds from 1178 to 1633.
_NOWRUZ_YEAR, _NOWRUZ = 1399, date(2020, 3, 20)


def calendar_of(least_year: int, most_year: int) -> str:
    """Tell the calendar from four-digit years; WhatsApp began in 2009."""
    if least_year >= 2500 and most_year <= 2650:
        return BUDDHIST
    if least_year >= 1380 and most_year <= 1429:
        return PERSIAN
    if least_year >= 1430 and most_year <= 1500:
        return HIJRI
    return GREGORIAN


def gregorian(calendar: str, year: int, month: int, day: int) -> date | None:
    """Turn a date into a Gregorian one; None where there is no such day, or no exact rule (Hijri months are seen)."""
    try:
        if calendar == GREGORIAN:
            return date(year, month, day)
        if calendar == BUDDHIST:
            return date(year - _BUDDHIST_AHEAD, month, day)
    except ValueError:
        return None
    return _from_persian(year, month, day) if calendar == PERSIAN else None


def _from_persian(year: int, month: int, day: int) -> date | None:
    if not (1178 <= year <= 1633 and 1 <= month <= 12 and 1 <= day <= _month_length(year, month)):
        return None
    days = sum(365 + _is_leap(past) for past in range(_NOWRUZ_YEAR, year))
    days -= sum(365 + _is_leap(past) for past in range(year, _NOWRUZ_YEAR))
    days += sum(_month_length(year, past) for past in range(1, month)) + day - 1
    return _NOWRUZ + timedelta(days=days)


def _month_length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month <= 11 or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8
