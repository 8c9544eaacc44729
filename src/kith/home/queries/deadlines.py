"""How long each step of a case's kind may take, counted from a day. The rules are reference data, never constants."""

from dataclasses import dataclass
from datetime import date

from kith.core import reference
from kith.core.reference.days import limit_of
from kith.core.reference.rules import in_words
from kith.record.models import Case
from kith.record.queries.heads import CaseHead, address, case_head


@dataclass(frozen=True, slots=True)
class Deadline:
    """One step: what must have happened by when, and what to know before relying on it."""

    name: str
    says: str
    runs_from: str
    limit: str
    last_day: date
    not_before: date | None
    caution: str
    href: str


@dataclass(frozen=True, slots=True)
class DeadlinesPage:
    """The steps of a case's kind, counted from one day."""

    title: str
    case: CaseHead
    counted_from: date
    is_opening: bool
    rows: list[Deadline]


def deadlines_page(case: Case, counted_from: date | None, today: date) -> DeadlinesPage:
    """Show the limits for this kind of case; counted from the day it was opened unless another is given."""
    start = counted_from or case.opened_on
    holidays = reference.holidays(on=today)
    rules = [row for row in reference.rows("deadline_rules", on=today) if case.kind in row.value.get("case_kinds", [])]
    return DeadlinesPage(
        title="Time limits",
        case=case_head(case),
        counted_from=start,
        is_opening=start == case.opened_on,
        rows=[_deadline(row, start, holidays, today) for row in rules if row.value.get("limits")],
    )


def _deadline(row: reference.Row, start: date, holidays: frozenset[date], today: date) -> Deadline:
    limit, not_before = row.value["limits"][0], row.value.get("not_before")
    last_day = limit_of(limit).after(start, holidays)
    return Deadline(
        name=row.value["name"],
        says=row.value["says"],
        runs_from=row.value["runs_from"],
        limit=limit,
        last_day=last_day,
        not_before=limit_of(not_before).after(start, holidays) if not_before else None,
        caution=" ".join(each for each in (row.caution(today), _beyond(limit, last_day, holidays)) if each),
        href=address("home:reference_row", row.name, row.line),
    )


def _beyond(limit: str, last_day: date, holidays: frozenset[date]) -> str:
    """Say where working days were counted past the last bank holiday that is known."""
    last = max(holidays, default=date.min)
    if "working" not in limit or last_day <= last:
        return ""
    return f"Bank holidays after {in_words(last)} are not known here, so the day may be later."
