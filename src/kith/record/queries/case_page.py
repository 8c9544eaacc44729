"""The case page: what is newest, who is in it, what comes next. Its queries do not grow with the case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.record.models import Case, Decision, Entry
from kith.record.queries.drafts import Unfinished, unfinished_drafts
from kith.record.queries.heads import CaseHead, address, case_head, participants_of
from kith.record.queries.quotations import Kept, basket_of
from kith.record.queries.writing import newest_decisions, newest_entries, standing_decisions
from kith.ui.parts import Link, Tag, TimelineRow

SHOWN_ROWS = 10
SHOWN_REVIEWS = 5
_OPENING_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Person:
    """A participant at a glance."""

    id: UUID
    known_as: str
    part: str
    side: str


@dataclass(frozen=True, slots=True)
class Review:
    """A decision and the day it will be looked at again."""

    id: UUID
    question: str
    review_on: date
    is_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A case at a glance."""

    title: str
    case: CaseHead
    court: str
    opened_on: date
    latest: list[TimelineRow]
    people: list[Person]
    reviews: list[Review]
    kept: list[Kept]
    drafts: list[Unfinished]
    doings: list[Link]
    limits: Link | None
    may_write: bool


def case_page(case: Case, by: Worker, today: date) -> CasePage:
    """Show a case: six queries, however large it is."""
    return CasePage(
        title="Record",
        case=case_head(case),
        court=" ".join(words for words in (case.court_text, case.court_number) if words),
        opened_on=case.opened_on,
        latest=_latest(newest_entries(case, SHOWN_ROWS), newest_decisions(case, SHOWN_ROWS)),
        people=[
            Person(row.id, row.known_as, row.get_part_display(), row.get_side_display() if row.side else "")
            for row in participants_of(case)
        ],
        reviews=[
            Review(row.id, row.question, row.review_on, row.review_on <= today)
            for row in standing_decisions().filter(case=case).order_by("review_on", "id")[:SHOWN_REVIEWS]
        ],
        kept=basket_of(case, by),
        drafts=unfinished_drafts(by, case),
        doings=_doings(case, by),
        limits=Link("Time limits of this kind of case", limits)
        if (limits := address("home:deadlines", case.id))
        else None,
        may_write=by.may(Permission.WRITE_RECORD),
    )


def _doings(case: Case, by: Worker) -> list[Link]:
    """List what this worker may begin here; a room that is not installed offers nothing."""
    offered = (
        (Permission.WRITE_RECORD, "Write an entry", "record:write_entry"),
        (Permission.WRITE_RECORD, "Record a decision", "record:record_decision"),
        (Permission.TAKE_IN, "Take in an exhibit", "exhibits:take_in"),
        (Permission.SEND, "Send a message", "correspondence:write"),
        (Permission.MAKE_STATEMENT, "Prepare a statement", "court:start"),
    )
    found = [Link(words, address(name, case.id)) for needs, words, name in offered if by.may(needs)]
    return [link for link in found if link.href]


def _latest(entries: Sequence[Entry], decisions: Sequence[Decision]) -> list[TimelineRow]:
    """Merge what was written last, newest first."""
    rows = [(entry.recorded_at, _entry_row(entry)) for entry in entries]
    rows += [(decision.decided_at, _decision_row(decision)) for decision in decisions]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0], reverse=True)[:SHOWN_ROWS]]


def _entry_row(entry: Entry) -> TimelineRow:
    tags = [Tag("Amended later", "yellow")] if getattr(entry, "is_amended", False) else []
    tags += [Tag("Amends an earlier entry", "blue")] if entry.amends_id else []
    tags += [Tag(entry.get_allegation_display(), "purple")] if entry.allegation else []
    return TimelineRow(
        title=entry.get_kind_display(),
        when_text=entry.happened_text,
        byline=f"by {entry.recorded_by.name}",
        text=_opening(entry.text),
        href=address("record:entry", entry.case_id, entry.id),
        tags=tags,
    )


def _decision_row(decision: Decision) -> TimelineRow:
    return TimelineRow(
        title=f"Decision: {_opening(decision.question)}",
        at=decision.decided_at,
        byline=f"by {decision.decided_by.name}",
        text=_opening(decision.options[decision.chosen]),
        href=address("record:decision", decision.case_id, decision.id),
    )


def _opening(text: str) -> str:
    return text if len(text) <= _OPENING_CHARACTERS else text[:_OPENING_CHARACTERS] + "…"


@dataclass(frozen=True, slots=True)
class StartPage:
    """The page on which a case is started."""

    title: str
