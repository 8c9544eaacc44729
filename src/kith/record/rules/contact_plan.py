"""How somebody may safely be reached, and when something to them may leave: plain Python, no database, no clock.

Hours and calendars are said as the clock on the wall says them where the agency is; each is turned into instants day by
day, so that a change of the clocks never lets anything leave sooner than was said to be safe.

References:
    docs/adr/0020-contact-plan.md
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core import wall_clock
from kith.core.wall_clock import ONE_DAY, Window
from kith.record.rules.words import Wrong

#: How far ahead a time to leave is looked for: what cannot leave within it should not wait for it.
HORIZON = timedelta(days=92)
#: For how long a plan holds unless somebody says a sooner day; asked again a month before.
HOLDS_FOR = timedelta(days=182)
ASKED_BEFORE = timedelta(days=30)
_WEEK, _FORTNIGHT = 7, 14
_FIRST_CONTACT, _URGENT, _ANSWER = "first_contact", "urgent", "answer"


class Channel(StrEnum):
    """A way to reach somebody. Nothing is sent by "other": it is there as words, for the worker to know."""

    EMAIL = "email"
    SMS = "sms"
    LETTER = "letter"
    PHONE = "phone"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Say it as a page does."""
        return {
            Channel.EMAIL: "E-mail",
            Channel.SMS: "Text message",
            Channel.LETTER: "Letter",
            Channel.PHONE: "Telephone",
            Channel.OTHER: "WhatsApp or another way",
        }[self]


class Layout(StrEnum):
    """The form in which somebody reads."""

    STANDARD = "standard"
    LARGE_PRINT = "large_print"
    EASY_READ = "easy_read"
    AUDIO = "audio"
    BSL = "bsl"

    @property
    def label(self) -> str:
        """Say it as a page does."""
        return {
            Layout.STANDARD: "Standard",
            Layout.LARGE_PRINT: "Large print",
            Layout.EASY_READ: "Easy read",
            Layout.AUDIO: "Audio",
            Layout.BSL: "British Sign Language",
        }[self]


_NAMED = {
    Channel.EMAIL: "e-mail",
    Channel.SMS: "text messages",
    Channel.LETTER: "letters",
    Channel.PHONE: "the telephone",
    Channel.OTHER: "another way",
}
#: Channels that ring, buzz or light up: they wait for the safe hours. A letter arrives when the post does.
_INSTANT = frozenset({Channel.EMAIL, Channel.SMS, Channel.PHONE})


@dataclass(frozen=True, slots=True)
class Leave:
    """Whether something may leave by a channel: now, held until a time, or not at all.

    Args:
        until: aware, UTC; given only where it is held.
        why: a plain sentence for the worker.
        way_through: of "first_contact" and "urgent", what a worker may do all the same; "answer" where only the hour is
            in the way, and a fixed answer may leave to somebody who has just written themselves.
    """

    may: Literal["now", "held", "no"]
    until: datetime | None
    why: str
    way_through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One channel of a plan, with the contact detail it uses; `words` say the rest, or all of it for "other"."""

    channel: Channel
    contact_id: UUID | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Away:
    """A stay of the telephone, the post or the person with somebody else, once or every so many days; nothing is sent.

    Args:
        every_days: 0 for once, 7 or 14 for one that comes again.
        where: how the worker calls it: "at Tom's".
    """

    first_on: date
    from_at: time
    last_on: date
    until_at: time
    every_days: int = 0
    where: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """An order, bail condition or undertaking by which we may not write; no channel named is every channel."""

    what: str
    from_on: date
    until_on: date | None = None
    channels: tuple[Channel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How one person may safely be reached, as they or somebody for them said. None, or empty words, is "not asked".

    Args:
        any_hour: True where every hour was said to be safe, False where only `windows` are.
        away: None where nobody asked; empty where there is no such time.
    """

    said_by: str = ""
    said_on: date | None = None
    verified_how: str = ""
    verified_on: date | None = None
    ways: tuple[Way, ...] = ()
    any_hour: bool | None = None
    windows: tuple[Window, ...] = ()
    away: tuple[Away, ...] | None = None
    voicemail: bool | None = None
    seen_by: str = ""
    if_answered: str = ""
    sender_name: str = ""
    code_word: str = ""
    language: str = ""
    layout: Layout | None = None
    interpreter: str = ""
    orders: tuple[Order, ...] | None = None
    expires_on: date | None = None
    ask_again_on: date | None = None

    def channels(self) -> tuple[Channel, ...]:
        """List the channels in their order, each once."""
        return tuple(dict.fromkeys(way.channel for way in self.ways))


def leave_when(plan: Plan | None, channel: str, at: datetime, zone: str, known_as: str = "them") -> Leave:
    """Say when something may leave by a channel. Blank is unsafe: what nobody asked about is answered "no".

    Args:
        at: aware.
        zone: the agency's time zone, by its name.
    """
    by = Channel(channel)
    if plan is None:
        why = f"Nobody has asked yet how {known_as} may safely be reached."
        return Leave("no", None, why, (_FIRST_CONTACT, _URGENT))
    today = at.astimezone(ZoneInfo(zone)).date()
    order = _forbids(plan, by, today)
    if order:
        until = f" until {said_day(order.until_on)}" if order.until_on else ""
        return Leave("no", None, f"An order forbids it{until}: {order.what}. Ask your legal adviser.")
    found = _by_plan(plan, by, at, zone, known_as)
    if plan.expires_on is not None and plan.expires_on >= today:
        return found
    ways = (_FIRST_CONTACT, _URGENT) if found.may == "now" else (_URGENT,)
    until = f"was good until {said_day(plan.expires_on)}" if plan.expires_on else "does not say until when it is good"
    return Leave("no", None, f"The contact plan of {known_as} {until}. Ask them again.", ways)


def _by_plan(plan: Plan, by: Channel, at: datetime, zone: str, known_as: str) -> Leave:
    if by is Channel.OTHER or by not in plan.channels():
        return Leave("no", None, _not_this_way(plan, by, known_as), (_URGENT,))
    if by in _INSTANT and plan.any_hour is None:
        return Leave("no", None, f"Nobody has asked yet at which hours it is safe to reach {known_as}.", (_URGENT,))
    until = next_safe(plan, by, at, zone)
    if until is None:
        return Leave("no", None, f"The contact plan of {known_as} leaves no time in the next three months.", (_URGENT,))
    day = at.astimezone(ZoneInfo(zone)).date()
    again = _forbids(plan, by, until.astimezone(ZoneInfo(zone)).date())
    if again:
        return Leave("no", None, f"An order forbids it from {said_day(again.from_on)}: {again.what}.")
    if until <= at:
        return Leave("now", None, f"The contact plan of {known_as} allows it now.")
    local = until.astimezone(ZoneInfo(zone))
    when = f"{local:%H:%M}" if local.date() == day else f"{said_day(local.date())} at {local:%H:%M}"
    ways = (_URGENT,) if _stay_at(plan, at, zone) else (_URGENT, _ANSWER)
    return Leave("held", until.astimezone(UTC), f"{_why_held(plan, by, at, zone)}. It leaves {when}.", ways)


def _not_this_way(plan: Plan, by: Channel, known_as: str) -> str:
    named = ", then ".join(_NAMED[each] for each in plan.channels())
    if not named:
        return f"The contact plan of {known_as} names no way to reach them yet."
    return f"The contact plan of {known_as} does not name {_NAMED[by]}. It names {named}."


def _why_held(plan: Plan, by: Channel, at: datetime, zone: str) -> str:
    away = _stay_at(plan, at, zone)
    return f"Nothing is sent while {away.where or 'away'}" if away else "It is not a safe hour"


def _forbids(plan: Plan, by: Channel, on: date) -> Order | None:
    return next(
        (
            order
            for order in plan.orders or ()
            if order.from_on <= on
            and (order.until_on is None or on <= order.until_on)
            and (not order.channels or by in order.channels)
        ),
        None,
    )


def next_safe(plan: Plan, by: Channel, at: datetime, zone: str) -> datetime | None:
    """Find the first moment, `at` or later, that is a safe hour and in no stay of the contact calendar.

    Returns:
        None if there is none within `HORIZON`.
    """
    moment, last = at, at + HORIZON
    while moment <= last:
        stay = _stay_at(plan, moment, zone)
        if stay is not None:
            moment = _end_of_stay(stay, moment, zone)
            continue
        opens = wall_clock.next_open(plan.windows, moment, zone) if by in _INSTANT and not plan.any_hour else moment
        if opens is None:
            return None
        if opens <= moment:
            return moment
        moment = opens
    return None


def _stay_at(plan: Plan, moment: datetime, zone: str) -> Away | None:
    for away in plan.away or ():
        if any(start <= moment < end for start, end, _, _ in _stays(away, moment, zone)):
            return away
    return None


def _end_of_stay(away: Away, moment: datetime, zone: str) -> datetime:
    return max(end for start, end, _, _ in _stays(away, moment, zone) if start <= moment < end)


def _stays(away: Away, moment: datetime, zone: str) -> Iterator[tuple[datetime, datetime, date, date]]:
    """Give the stays around a moment as instants, and their days: beginning soon and ending late where in doubt."""
    for times in _times_around(away, moment.astimezone(ZoneInfo(zone)).date()):
        first, last = away.first_on + times * ONE_DAY, away.last_on + times * ONE_DAY
        yield wall_clock.earliest(first, away.from_at, zone), wall_clock.latest(last, away.until_at, zone), first, last


def _times_around(away: Away, day: date) -> list[int]:
    """List the shifts, in days, of the stay before this day, the one around it and the next."""
    if not away.every_days:
        return [0]
    nearest = (day - away.first_on).days // away.every_days
    return [each * away.every_days for each in range(max(nearest - 1, 0), max(nearest, 0) + 2)]


def said(leave: Leave, at: datetime, zone: str) -> str:
    """Say in a few words when what is written at a time leaves: "Written 23:40, leaves 08:30"."""
    written, here = at.astimezone(ZoneInfo(zone)), ZoneInfo(zone)
    if leave.may == "no":
        return f"Written {written:%H:%M}, does not leave"
    if leave.until is None:
        return f"Written {written:%H:%M}, leaves now"
    leaves = leave.until.astimezone(here)
    is_same = leaves.date() in (written.date(), written.date() + ONE_DAY) and leaves - written < ONE_DAY
    day = "" if is_same else f" on {said_day(leaves.date())}"
    return f"Written {written:%H:%M}, leaves {leaves:%H:%M}{day}"


def said_day(on: date | None) -> str:
    """Say a day: "Friday 27 November"; with the year only where nobody would know it."""
    return f"{on:%A} {on.day} {on:%B %Y}" if on else ""


def said_away(away: Away) -> str:
    """Say a stay as it was typed: where, from when until when, how often."""
    often = {0: "", _WEEK: ", every week", _FORTNIGHT: ", every second week"}[away.every_days]
    name = f"{away.where}: " if away.where else ""
    from_, until = said_day(away.first_on), said_day(away.last_on)
    return f"{name}{from_} {away.from_at:%H:%M} until {until} {away.until_at:%H:%M}{often}"


def next_stay(plan: Plan, at: datetime, zone: str) -> tuple[Away, date, date] | None:
    """Find the stay that is under way or comes next, with its first and last day."""
    coming = [
        (start, away, first, last)
        for away in plan.away or ()
        for start, end, first, last in _stays(away, at, zone)
        if end > at
    ]
    soonest = min(coming, key=lambda each: each[0], default=None)
    return soonest[1:] if soonest else None


def one_line(plan: Plan | None, at: datetime, zone: str, known_as: str) -> str:
    """Say a plan in one line, for the page on which somebody writes: the way, the hours, and the next stay."""
    if plan is None:
        return f"{known_as}: not asked yet how they may be reached"
    ways = [f"by {each.label.lower()}" for each in plan.channels() if each is not Channel.OTHER]
    parts = [", then ".join(ways) or "no way named yet"]
    parts += ["at any hour"] if plan.any_hour else [wall_clock.said_window(each) for each in plan.windows]
    if plan.any_hour is None:
        parts.append("hours not asked yet")
    stay = next_stay(plan, at, zone)
    if stay is None:
        return f"{known_as}: {', '.join(parts)}"
    away, first, last = stay
    is_one_month = (first.year, first.month) == (last.year, last.month)
    until = f"{last.day} {last:%B}"
    days = until if first == last else f"{first.day}{'' if is_one_month else f' {first:%B}'}-{until}"
    return f"{known_as}: {', '.join(parts)}; not while {away.where or 'away'}, next {days}"


def check_window(window: Window) -> None:
    """Check safe hours.

    Raises:
        Wrong: with the mend.
    """
    if not window.days:
        raise Wrong("Select at least one day of the week")
    if not window.is_one:
        raise Wrong("The hours must end after they begin; for a night, enter two lines with midnight between")


def check_away(away: Away) -> None:
    """Check a stay of the contact calendar.

    Raises:
        Wrong: with the mend.
    """
    first, last = datetime.combine(away.first_on, away.from_at), datetime.combine(away.last_on, away.until_at)
    if last <= first:
        raise Wrong("It must end after it begins")
    if away.every_days and last - first >= away.every_days * ONE_DAY:
        raise Wrong("It must be over before it comes again")


def check_order(order: Order) -> None:
    """Check the days of an order.

    Raises:
        Wrong: with the mend.
    """
    if order.until_on is not None and order.until_on < order.from_on:
        raise Wrong("The last day of an order cannot be before its first")


def check_until(expires_on: date, today: date) -> None:
    """Check for how long a plan is good.

    Raises:
        Wrong: with the mend.
    """
    if expires_on <= today:
        raise Wrong("Enter a day in the future until which this is good")
    if expires_on > today + 2 * HOLDS_FOR:
        raise Wrong("Ask again within a year: enter an earlier day")
