"""When somebody who works here works. Outside it Kith sends them nothing, and what comes in is told the duty number.

Said by each for themselves, in versions; the newest holds. Whoever has said nothing works when most offices do.

References:
    docs/adr/0020-contact-plan.md
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec
from django.conf import settings

from kith.core import ledger, wall_clock
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker, WorkingHours
from kith.core.reference import queries as reference
from kith.core.wall_clock import ONE_DAY, Window

USUAL = (Window((0, 1, 2, 3, 4), time(8, 30), time(18)),)
#: Nobody is away for longer at once; then whoever holds their cases is somebody else.
_LOOKED_AHEAD = timedelta(days=366)
#: The row of "Who can help" that an agency fills in with its duty or out-of-hours team.
DUTY_KEY = "out_of_hours"


class NotHours(Refusal):
    """Hours or days off that cannot be kept; nothing is written."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Days on which somebody does not work, the first and the last included."""

    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class Hours:
    """A week's working hours, and days off. `is_said` is False where they are the usual ones."""

    windows: tuple[Window, ...]
    leave: tuple[Leave, ...] = ()
    is_said: bool = True


def hours_of(worker: Worker) -> Hours:
    """Give somebody's working hours; the usual ones where they said none."""
    row = WorkingHours.objects.filter(worker=worker).order_by("-set_at", "-id").first()
    if row is None:
        return Hours(USUAL, is_said=False)
    return Hours(
        msgspec.convert(row.windows, tuple[Window, ...]),
        msgspec.convert(row.leave, tuple[Leave, ...]),
    )


def is_working(worker: Worker, at: datetime) -> bool:
    """Tell whether somebody is within their working hours, and neither on leave nor on a bank holiday."""
    return next_working(worker, at) == at


def next_working(worker: Worker, at: datetime) -> datetime | None:
    """Find the first moment, `at` or later, at which somebody works.

    Returns:
        None if they do not within a year, or do not work here any more.
    """
    if not worker.is_active:
        return None
    zone = settings.TIME_ZONE
    hours, holidays = hours_of(worker), reference.holidays(on=at.astimezone(ZoneInfo(zone)).date())
    moment, last = at, at + _LOOKED_AHEAD
    while moment <= last:
        opens = wall_clock.next_open(hours.windows, moment, zone)
        if opens is None:
            return None
        day = opens.astimezone(ZoneInfo(zone)).date()
        if not _is_off(hours, day, holidays):
            return opens
        moment = wall_clock.earliest(day + ONE_DAY, time.min, zone)
    return None


def _is_off(hours: Hours, day: date, holidays: frozenset[date]) -> bool:
    is_holiday = day in holidays and not hours.is_said
    return is_holiday or any(each.first_on <= day <= each.last_on for each in hours.leave)


def duty_words(on: date) -> str:
    """Say whom to ring instead, as the agency wrote it under "Who can help"; empty while it has not."""
    row = reference.one("help_directory", DUTY_KEY, on=on)
    if row is None:
        return ""
    return ", ".join(filter(None, (row.value["name"], row.value.get("phone", ""), row.value["when"])))


def away_words(worker: Worker, at: datetime) -> str:
    """Say to somebody who wrote out of hours when they will be read, and whom to ring; empty while it is working time.

    It names nobody and nothing of a case: it may be seen by whoever holds the telephone.
    """
    back = next_working(worker, at)
    if back == at:
        return ""
    local = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    duty = duty_words(local.date())
    urgent = f" If it cannot wait, ring: {duty}." if duty else ""
    if back is None:
        return f"Thank you. I am away; a colleague will read this.{urgent} In danger, ring 999."
    when = back.astimezone(ZoneInfo(settings.TIME_ZONE))
    day = "" if when.date() == local.date() else f"{when:%A} {when.day} {when:%B} at "
    return f"Thank you. I am not at work now and will read this from {day}{when:%H:%M}.{urgent} In danger, ring 999."


@action
def set_hours(*, windows: Sequence[Window], leave: Sequence[Leave], by: Worker, at: datetime) -> WorkingHours:
    """Keep somebody's own working hours and days off, as they say them.

    Raises:
        NotHours: with the mend; nothing is written.
    """
    if not windows:
        raise NotHours("Enter at least one day and its hours.")
    if not all(each.is_one for each in windows):
        raise NotHours("The hours must end after they begin.")
    if any(each.last_on < each.first_on for each in leave):
        raise NotHours("The last day off cannot be before the first.")
    row = WorkingHours.objects.create(
        worker=by, windows=msgspec.to_builtins(windows), leave=msgspec.to_builtins(leave), set_at=at
    )
    ledger.note("worker.set_hours", by=by.id, at=at, about=row, facts={"days_off": len(leave)})
    return row
