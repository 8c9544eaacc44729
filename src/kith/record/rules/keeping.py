"""How long a case is kept, and who may destroy what: plain Python, no database, no clock.

The lengths themselves are reference data (`retention_schedules`); here is only how they are counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from kith.record.rules.words import Wrong

#: From what a schedule may count, and how a page says it.
BIRTHS = ("birth", "birth_of_youngest")
CLOSING = "closure"


class What(StrEnum):
    """What may be erased: a whole case, or one thing in it."""

    CASE = "case"
    ENTRY = "entry"
    PARTICIPANT = "participant"
    QUOTATION = "quotation"
    EXHIBIT = "exhibit"
    DRAFT = "draft"
    LINKS = "links"

    @property
    def label(self) -> str:
        """Say it as a page does."""
        return {
            What.CASE: "The whole case",
            What.ENTRY: "The words of an entry",
            What.PARTICIPANT: "Somebody's details",
            What.QUOTATION: "A quotation",
            What.EXHIBIT: "An exhibit and its file",
            What.DRAFT: "Words not yet saved",
            What.LINKS: "Links with other cases",
        }[self]


#: What a worker may ask for on a page of the case. A case comes due by itself; links go when a case is sealed.
ASKED = (What.ENTRY, What.PARTICIPANT, What.QUOTATION, What.EXHIBIT, What.DRAFT)


class Ground(StrEnum):
    """On what ground something is erased. The code stays; the reasons go with what they were about."""

    TIME_OVER = "time_over"
    RIGHT = "right"
    COURT = "court"
    MISTAKE = "mistake"
    NOT_NEEDED = "not_needed"
    ADOPTION = "adoption"

    @property
    def label(self) -> str:
        """Say it as a page does."""
        return {
            Ground.TIME_OVER: "The time for which it is kept is over",
            Ground.RIGHT: "The person concerned asked, and has the right",
            Ground.COURT: "A court ordered it",
            Ground.MISTAKE: "It came into this case by mistake",
            Ground.NOT_NEEDED: "It was looked at and not relied on",
            Ground.ADOPTION: "Sealed on an adoption",
        }[self]


GROUNDS_ASKED = (Ground.RIGHT, Ground.COURT, Ground.MISTAKE, Ground.NOT_NEEDED)


class Decided(StrEnum):
    """What came of a review."""

    DESTROY = "destroy"
    KEEP = "keep"

    @property
    def label(self) -> str:
        """Say it as a page does."""
        return {Decided.DESTROY: "Destroy", Decided.KEEP: "Keep"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a clock needs to know of a case; `children_born_on` has None for a child whose day of birth is not known."""

    closed_on: date | None
    children_born_on: Sequence[date | None]
    counted_from_on: date | None = None
    keep_until: date | None = None
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """Until when a case is kept. `due_on` None: nobody can say yet, and `missing` is why."""

    from_on: date | None
    due_on: date | None
    missing: str = ""
    is_held: bool = False

    def is_due(self, today: date) -> bool:
        """Tell whether the time is over and nothing holds the case: it may be looked at for destruction."""
        return self.due_on is not None and self.due_on <= today and not self.is_held


def clock(value: Mapping[str, Any], known: Known) -> Clock:
    """Work out until when a case is kept under one schedule.

    An open case is never due, whatever its children's ages. A later day that somebody decided to keep it until wins.

    Args:
        value: of a row of `retention_schedules`: `years` or `days`, and `from`.
    """
    found = replace(_counted(value, known), is_held=known.is_held)
    if known.closed_on is None:
        return replace(found, due_on=None, missing="The case is open: nothing is counted until it is closed.")
    if found.due_on is None:
        return found
    last = max(day for day in (found.due_on, known.closed_on, known.keep_until) if day)
    return replace(found, due_on=last)


def _counted(value: Mapping[str, Any], known: Known) -> Clock:
    begins, missing = _begins(str(value.get("from", "")), known)
    if begins is None:
        return Clock(None, None, missing)
    if value.get("days"):
        return Clock(begins, begins + timedelta(days=int(value["days"])))
    if value.get("years"):
        return Clock(begins, years_after(begins, int(value["years"])))
    return Clock(begins, None, "The schedule does not say how long.")


def _begins(counted_from: str, known: Known) -> tuple[date | None, str]:
    if counted_from in BIRTHS:
        return _youngest(known.children_born_on)
    if counted_from == CLOSING:
        return known.closed_on, "The case is open: nothing is counted until it is closed."
    return known.counted_from_on, "Nobody has said from which day it is counted: choose the schedule again and say so."


def _youngest(born_on: Sequence[date | None]) -> tuple[date | None, str]:
    """Give the youngest child's birth: while one child's is not known, nobody can say who the youngest is."""
    if not born_on:
        return None, "No child is recorded in this case: add the child with their date of birth."
    if any(day is None for day in born_on):
        return None, "A child's date of birth is not known: record it, and the day can be worked out."
    return max(day for day in born_on if day), ""


def years_after(day: date, years: int) -> date:
    """Give the same day so many years on; 1 March for a 29 February that does not come, as a birthday in law is."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def suggested_schedule(kind: str, has_seal: bool = False) -> str:
    """Name the schedule that a case of this kind is usually kept under; a person chooses."""
    if has_seal:
        return "adoption"
    return {"public_law": "looked_after"}.get(kind, kind)


def holds(until_on: date | None, has_ended: bool, today: date) -> bool:
    """Tell whether a legal hold stands. One that begins later holds already: what it will need must still be there."""
    return not has_ended and (until_on is None or until_on >= today)


def check_closing(is_closed: bool, closes: bool, since_on: date, opened_on: date, today: date) -> None:
    """Check that a case can be closed, or opened again.

    Raises:
        Wrong: with the mend.
    """
    if closes and is_closed:
        raise Wrong("This case is closed already.")
    if not closes and not is_closed:
        raise Wrong("This case is open already.")
    if since_on > today:
        raise Wrong("Enter a day that has come.")
    if since_on < opened_on:
        raise Wrong("Enter a day on which the case was open, or later.")


def check_hold(from_on: date, until_on: date | None) -> None:
    """Check the days of a legal hold.

    Raises:
        Wrong: with the mend.
    """
    if until_on is not None and until_on < from_on:
        raise Wrong("The last day of a hold cannot be before its first day.")


def check_decision_to_keep(keep_until: date | None, today: date) -> None:
    """Check that a decision to keep something names a day on which it is looked at again.

    Raises:
        Wrong: with the mend.
    """
    if keep_until is None or keep_until <= today:
        raise Wrong("Enter a day in the future on which this will be looked at again.")


def check_can_destroy(what: What, ground: Ground, case_clock: Clock, today: date) -> None:
    """Check that something may be decided to be destroyed.

    Raises:
        Wrong: with the mend.
    """
    if case_clock.is_held:
        raise Wrong("A legal hold stands on this case. Nothing in it can be destroyed until the hold is ended.")
    if what is What.CASE and ground is Ground.TIME_OVER and not case_clock.is_due(today):
        raise Wrong("The time for which this case is kept is not over.")


def check_second_person(decided_by: UUID | None, by: UUID) -> None:
    """Check that whoever confirms a destruction is not the one who decided it.

    Raises:
        Wrong: with the mend.
    """
    if decided_by is None:
        raise Wrong("Nobody has decided this yet.")
    if decided_by == by:
        raise Wrong("You decided this yourself. A second person must confirm it before anything is destroyed.")
