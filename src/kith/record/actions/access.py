"""Who may open a case: allocation, and its end."""

from datetime import datetime

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record.models import Access, Case


class LastOne(Refusal):
    """Nobody would be left who may open the case."""


class OwnAccess(Refusal):
    """A worker's own access is ended by somebody else, so that the case's own chain can be told of it."""


@action
def give_access(*, case: Case, worker: Worker, why: str, by: Worker, at: datetime) -> Access:
    """Let a colleague open the case from now on; one who may already is left as they are."""
    held = Access.objects.filter(case=case, worker=worker, until_at__isnull=True).first()
    if held is not None:
        ledger.nothing_changed()
        return held
    access = Access.objects.create(case=case, worker=worker, why=why, from_at=at, given_by=by, given_at=at)
    facts = {"worker": str(worker.id), "why": why}
    ledger.note("access.given", case_id=case.id, by=by.id, at=at, about=access, facts=facts)
    return access


@action
def end_access(*, access: Access, by: Worker, at: datetime) -> Access:
    """Stop a colleague opening the case.

    Raises:
        LastOne: nobody else may open it; nothing is written.
        OwnAccess: it is `by`'s own; nothing is written.
    """
    others = Access.objects.filter(case_id=access.case_id, until_at__isnull=True).exclude(worker_id=access.worker_id)
    if not others.exists():
        raise LastOne("Nobody else may open this case. Give somebody access first, then end this one.")
    if access.worker_id == by.id:
        raise OwnAccess("Ask a colleague who may open this case to end your own access.")
    access.until_at = at
    access.save(update_fields=["until_at"])
    facts = {"worker": str(access.worker_id)}
    ledger.note("access.ended", case_id=access.case_id, by=by.id, at=at, about=access, facts=facts)
    return access
