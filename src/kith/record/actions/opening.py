"""Opening a case, and starting a new one."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Team, Worker
from kith.core.permissions import MADE_UP_ONLY
from kith.record.models import Access, Case


class ReferenceTaken(Refusal):
    """Another case has this reference."""


@action
def open_case(*, case_id: UUID, by: Worker, at: datetime, looks: bool = True, page: str = "") -> Case | None:
    """Look at a case: the ledger keeps who and when, even if the page then fails.

    Args:
        looks: False when only access is asked (progress, drafts): nothing is written.
        page: the address's name, kept beside the note; no ids and no words.

    Returns:
        The case, or None for one that is unknown or not this worker's: the answer is the same, and the agency's
        chain keeps that somebody asked.
    """
    case = Case.objects.filter(id=case_id).first()
    if case is None:
        ledger.note("case.refused", by=by.id, at=at, facts={"asked": str(case_id), "page": page})
    elif looks:
        ledger.note("case.opened", case_id=case.id, by=by.id, at=at, about=case, facts={"page": page})
    else:
        ledger.nothing_changed()
    return case


@action
def start_case(
    *,
    reference: str,
    family_name: str,
    kind: str,
    opened_on: date,
    by: Worker,
    at: datetime,
    court_text: str = "",
    court_number: str = "",
    team: Team | None = None,
    is_made_up: bool = False,
) -> Case:
    """Start a case, with its own key; whoever starts it may open it.

    Args:
        team: the team that holds it; None for none.
        is_made_up: for learning; never changed. Whoever learns starts no other, whatever is asked.

    Raises:
        ReferenceTaken: nothing is written.
    """
    case = Case(
        reference=reference.strip(),
        family_name=family_name.strip(),
        kind=kind,
        court_text=court_text,
        court_number=court_number,
        opened_on=opened_on,
        opened_by=by,
        opened_at=at,
        team=team,
        is_made_up=is_made_up or by.role in MADE_UP_ONLY,
    )
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError:
        raise ReferenceTaken(f"There is a case with the reference {reference} already. Enter another.") from None
    Access.objects.create(case_id=case.id, worker=by, why=Access.Why.OPENED, from_at=at, given_by=by, given_at=at)
    files.make_case_key(case.id)
    facts = {"kind": kind, "team": str(team.id) if team else "", "made_up": case.is_made_up}
    ledger.note("case.started", case_id=case.id, by=by.id, at=at, about=case, facts=facts)
    return case
