"""Beginning a statement, and what stands on its first page."""

from collections.abc import Sequence
from datetime import date, datetime

from kith.core import ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.court import rules
from kith.court.models import Statement, StatementName
from kith.record.models import Case


@action
def begin_statement(
    *,
    case: Case,
    court_text: str,
    court_number: str,
    ordinal: int,
    filed_for: str,
    made_on: date,
    role_text: str,
    office_text: str,
    by: Worker,
    at: datetime,
    title: str = "",
    registration_text: str = "",
) -> Statement:
    """Begin a statement made by `by`; an empty title is made from its number and maker."""
    statement = Statement.objects.create(
        case=case,
        title=rules.title_text(title, ordinal, by.name),
        court_text=court_text,
        court_number=court_number,
        ordinal=ordinal,
        filed_for=filed_for,
        made_by=by,
        role_text=role_text,
        office_text=office_text,
        registration_text=registration_text,
        made_on=made_on,
        begun_at=at,
    )
    facts = {"ordinal": ordinal, "made_on": made_on.isoformat()}
    ledger.note("statement.begun", case_id=case.id, by=by.id, at=at, about=statement, facts=facts)
    return statement


@action
def change_details(
    *,
    statement: Statement,
    court_text: str,
    court_number: str,
    ordinal: int,
    filed_for: str,
    made_on: date,
    role_text: str,
    office_text: str,
    by: Worker,
    at: datetime,
    title: str = "",
    registration_text: str = "",
) -> Statement:
    """Change what stands on the first page of a statement that is being prepared."""
    statement.title = rules.title_text(title, ordinal, statement.made_by.name)
    statement.court_text, statement.court_number = court_text, court_number
    statement.ordinal, statement.made_on, statement.filed_for = ordinal, made_on, filed_for
    statement.role_text, statement.office_text = role_text, office_text
    statement.registration_text = registration_text
    statement.save()
    facts = {"ordinal": ordinal, "made_on": made_on.isoformat()}
    ledger.note("statement.changed", case_id=statement.case_id, by=by.id, at=at, about=statement, facts=facts)
    return statement


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
