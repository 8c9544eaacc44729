"""What is allowed in the record: plain Python, no database, no clock."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


class Wrong(Exception):
    """Something typed cannot be kept as it is; the text is written for the worker."""


class NotAnAddress(Wrong):
    """A contact detail has not the shape of its kind."""


_EMAIL = re.compile(r"[^@\s<>,;:\"\\]+@[^@\s<>,;:\"\\]+\.[^@\s<>,;:\"\\]+")


def check_contact_value(kind: str, value: str) -> None:
    """Check that a contact detail has the shape of its kind.

    Raises:
        NotAnAddress: with the mend.
    """
    text = value.strip()
    if not text:
        raise NotAnAddress("Enter the address or number.")
    if kind == "email" and not _EMAIL.fullmatch(text):
        raise NotAnAddress("Enter an e-mail address such as name@example.org.")
    if kind == "phone" and not 7 <= sum(char.isdigit() for char in text) <= 15:
        raise NotAnAddress("Enter a phone number such as 01632 960 001 or +44 7700 900 001.")


@dataclass(frozen=True, slots=True)
class Span:
    """When something happened: a range of instants, `None` where nothing is known."""

    begins: datetime | None
    ends: datetime | None


def happened(precision: str, on: date | None, clock: time | None, until_on: date | None, zone: str) -> Span:
    """Work out the range that "exactly", "approximately" or "not known" means.

    Exactly with a time is that minute; exactly without is that day; approximately runs to the end of `until_on`.

    Raises:
        Wrong: a date is missing, or the range ends before it begins.
    """
    if precision == "unknown":
        return Span(None, None)
    if on is None:
        raise Wrong("Enter the date, or say that it is not known.")
    if until_on is not None and until_on < on:
        raise Wrong("The last day cannot be before the first day.")
    place = ZoneInfo(zone)
    begins = datetime.combine(on, clock or time.min, place)
    if precision == "exact" and clock is not None:
        return Span(begins, begins + timedelta(minutes=1))
    last = until_on if precision == "approximate" and until_on else on
    return Span(begins, datetime.combine(last + timedelta(days=1), time.min, place))


def check_decision(options: Sequence[str], chosen: int, decided_on: date, review_on: date) -> None:
    """Check that a decision chose one of at least two options and will be looked at again.

    Raises:
        Wrong: with the mend.
    """
    if len([option for option in options if option.strip()]) < 2:
        raise Wrong("Enter at least two options: doing nothing, or waiting, is one.")
    if not 0 <= chosen < len(options):
        raise Wrong("Select the option that was chosen.")
    if review_on < decided_on:
        raise Wrong("The review date cannot be before the day of the decision.")


_PROFESSIONAL_PARTS = frozenset({"professional", "solicitor", "court"})


def is_private_reader(part: str) -> bool:
    """Tell whether a reader is a private person: what could not be opened may not go to them."""
    return part not in _PROFESSIONAL_PARTS


def reader_kind(part: str) -> str:
    """Tell which kind of outside reader a participant would be: "family", or "partner" (a professional)."""
    return "family" if is_private_reader(part) else "partner"


def check_reader_until(kind: str, at: datetime, until_at: datetime | None, most_days: int) -> None:
    """Check when an outside reader's view would end.

    Raises:
        Wrong: with the mend.
    """
    if until_at is None:
        if kind == "partner":
            raise Wrong("Enter the last day they may read. A partner always has one.")
        return
    if until_at <= at:
        raise Wrong("The last day must be today or later.")
    if kind == "partner" and until_at > at + timedelta(days=most_days + 1):  # the last day is theirs to its end
        raise Wrong(
            f"The last day must be within {most_days} days. Your agency lets a partner in for that long at once;"
            " then somebody looks again."
        )


MOST_OWN_WORDS = 10_000


def check_own_words(words: str) -> None:
    """Check that what an outside reader wrote can be kept.

    Raises:
        Wrong: with the mend.
    """
    if not words.strip():
        raise Wrong("Write something first.")
    if len(words) > MOST_OWN_WORDS:
        raise Wrong("This is too long to be kept at once. Send it in two parts of up to 10,000 letters each.")
    if "\x00" in words:
        raise Wrong("This holds a sign that cannot be kept. Type it again.")


#: Why a worker opens a case on duty, or for a colleague: one of a few, because it is said in a hurry.
REACH_REASONS = (
    "Somebody rang or wrote",
    "A visit or a meeting in a colleague's place",
    "Worry about somebody's safety",
    "A court, the police, health or a school asked",
)
SHORTEST_EMERGENCY = 20
LONGEST_SHIFT = timedelta(hours=72)
_LONGEST_WITHOUT_LOOKING = timedelta(days=366)


def end_of_day(on: date, zone: str) -> datetime:
    """Give the first moment after a day where the agency is: what is open "until Friday" is open all Friday."""
    return datetime.combine(on + timedelta(days=1), time.min, ZoneInfo(zone))


def check_emergency(words: str) -> None:
    """Check that whoever breaks the glass says why it cannot wait.

    Raises:
        Wrong: fewer than 20 characters.
    """
    if len(words.strip()) < SHORTEST_EMERGENCY:
        raise Wrong("Say in a sentence what has happened and why it cannot wait.")


def check_shift(from_at: datetime, until_at: datetime, at: datetime) -> None:
    """Check that a shift has a length and an end to come.

    Raises:
        Wrong: with the mend.
    """
    if until_at <= from_at:
        raise Wrong("The end must be after the beginning.")
    if until_at <= at:
        raise Wrong("This shift would be over already.")
    if until_at - from_at > LONGEST_SHIFT:
        raise Wrong("A shift lasts 72 hours at most. Give several.")


def check_look_again(on: date, today: date) -> None:
    """Check that what closes something is looked at again, within a year.

    Raises:
        Wrong: with the mend.
    """
    if on <= today:
        raise Wrong("The day to look at it again must be after today.")
    if on - today > _LONGEST_WITHOUT_LOOKING:
        raise Wrong("Look at it again within a year.")


def by_day(looks: Iterable[tuple[date, str]]) -> list[tuple[date, list[str]]]:
    """Put looks together by day, newest first, each role once a day and in the order of the alphabet."""
    days: dict[date, set[str]] = {}
    for on, role in looks:
        days.setdefault(on, set()).add(role)
    return [(on, sorted(roles)) for on, roles in sorted(days.items(), reverse=True)]
