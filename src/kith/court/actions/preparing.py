"""Beginning a statement, and what stands on its first page."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NotRequired, TypedDict, Unpack

from kith.core import ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.court import rules
from kith.court.models import Statement, StatementName
from kith.record.models import Case


class FrontPage(TypedDict):
    """What stands on the first page of a statement; an empty title is made from its number and maker."""

    court_text: str
    court_number: str
    ordinal: int
    filed_for: str
    made_on: date
    role_text: str
    office_text: str
    title: NotRequired[str]
    registration_text: NotRequired[str]


@action
def begin_statement(*, case: Case, by: Worker, at: datetime, **front: Unpack[FrontPage]) -> Statement:
    """Begin a statement made by `by`."""
    statement = Statement(case=case, made_by=by, begun_at=at)
    _set_front(statement, front)
    statement.save(force_insert=True)
    _note("statement.begun", statement, by, at)
    return statement


@action
def change_details(*, statement: Statement, by: Worker, at: datetime, **front: Unpack[FrontPage]) -> Statement:
    """Change what stands on the first page of a statement that is being prepared."""
    _set_front(statement, front)
    statement.save()
    _note("statement.changed", statement, by, at)
    return statement


def _set_front(statement: Statement, front: FrontPage) -> None:
    statement.title = rules.title_text(front.get("title", ""), front["ordinal"], statement.made_by.name)
    statement.court_text, statement.court_number = front["court_text"], front["court_number"]
    statement.ordinal, statement.made_on, statement.filed_for = front["ordinal"], front["made_on"], front["filed_for"]
    statement.role_text, statement.office_text = front["role_text"], front["office_text"]
    statement.registration_text = front.get("registration_text", "")


def _note(verb: str, statement: Statement, by: Worker, at: datetime) -> None:
    facts = {"ordinal": statement.ordinal, "made_on": statement.made_on.isoformat()}
    ledger.note(verb, case_id=statement.case_id, by=by.id, at=at, about=statement, facts=facts)


@action
def name_people(*, statement: Statement, names: Sequence[rules.Name], by: Worker, at: datetime) -> None:
    """Set how the heading names children and parties."""
    for name in names:
        StatementName.objects.update_or_create(
            case_id=statement.case_id,
            statement=statement,
            participant_id=name.participant_id,
            defaults={"shown_as": name.shown_as, "role_text": name.role, "with_birth": name.with_birth},
        )
    facts = {"named": len([name for name in names if name.shown_as])}
    ledger.note("statement.named", case_id=statement.case_id, by=by.id, at=at, about=statement, facts=facts)
