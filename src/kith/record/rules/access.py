"""Who may be let in, by which way and until when."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kith.record.rules.words import Wrong, is_private_reader


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
