"""When the next check-in is due: the same hour by the clock on the wall, every so many days."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kith.core.errors import Refusal

#: Then somebody asks again whether it is still wanted.
MOST_DAYS = 184
EVERY_DAYS = (1, 2, 7, 14, 28)
#: A check-in that could not leave within this long of its hour is not sent late: the next one is.
STILL_TIMELY = timedelta(hours=3)


class NotACheckIn(Refusal):
    """Days that cannot be; the text says which, and the mend."""


def is_stop(text: str) -> bool:
    """Tell whether words say "stop" and nothing else; what a program adds or quotes below them is not theirs."""
    first, _, below = text.strip().partition("\n")
    below = below.partition("\n")[0].strip()
    stands_alone = not below or below.startswith(">") or below.endswith(":")
    return stands_alone and first.strip(" \t\r.!\"'“”‘’").casefold() == "stop"


def check_days(first_on: date, until_on: date, today: date) -> None:
    """Check the first and the last day.

    Raises:
        NotACheckIn: with the mend.
    """
    if first_on < today:
        raise NotACheckIn("The first day must be today or later.")
    if until_on < first_on:
        raise NotACheckIn("The last day must not be before the first.")
    if until_on - first_on > timedelta(days=MOST_DAYS):
        raise NotACheckIn("The last day must be within six months: ask then whether it is still wanted.")


def next_due(
    *, first_on: date, at_clock: time, every_days: int, until_on: date, after: datetime, zone: str
) -> datetime | None:
    """Give the first time after an instant, in the agency's zone; None if there is none by the last day."""
    local = ZoneInfo(zone)
    gone = max((after.astimezone(local).date() - first_on).days, 0) // every_days
    for turn in (gone, gone + 1):
        day = first_on + timedelta(days=turn * every_days)
        due = datetime.combine(day, at_clock, local)
        if due > after and day <= until_on:
            return due
    return None
