"""What is allowed in the record: plain Python, no database, no clock."""

import re
from collections.abc import Sequence
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
