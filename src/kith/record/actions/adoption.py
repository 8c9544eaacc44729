"""Sealing a case on an adoption: nothing links it with any other, and few may open it.

The child's new identity is a new case, started as any other is. Nothing here names it; it names nothing of this one.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from kith.core import erasures, jobs, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record import queries
from kith.record.actions.access import end_access
from kith.record.actions.closing import restrict_case
from kith.record.actions.keeping import choose_schedule, close_case
from kith.record.models import Access, AdoptionSeal, Case

_WHY_RESTRICTED = "Sealed on an adoption"
_LOOK_AGAIN = timedelta(days=365)


class SealedAlready(Refusal):
    """The case was sealed before."""


class NotYet(Refusal):
    """The day of the order has not come."""


@action
def seal_for_adoption(
    *, case: Case, ordered_on: date, why: str, keep_access: Collection[UUID], by: Worker, at: datetime
) -> AdoptionSeal:
    """Seal a case: its links with other cases go for good, it is closed, and only those named may open it.

    Args:
        keep_access: the workers who may open it from now on; `by` among them in any case.

    Raises:
        SealedAlready: nothing is written.
        NotYet: nothing is written.
    """
    today = timezone.localdate(at)
    if AdoptionSeal.objects.filter(case=case).exists():
        raise SealedAlready("This case was sealed already.")
    if ordered_on > today:
        raise NotYet("Enter the day of the adoption order: it cannot be in the future.")
    seal = AdoptionSeal.objects.create(case=case, ordered_on=ordered_on, why=why, sealed_by=by, sealed_at=at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_erase_links(%s, %s)", [case.id, at])
    jobs.ask("home.finish_erasing", once="all")
    transaction.on_commit(erasures.finish, robust=True)
    if queries.closed_on(case) is None:
        close_case(case=case, since_on=today, why=why, by=by, at=at)
    choose_schedule(case=case, schedule="adoption", counted_from_on=ordered_on, why=why, by=by, at=at)
    _restrict(case, keep_access, by, at)
    facts = {"ordered_on": ordered_on.isoformat()}
    ledger.note("case.sealed_on_adoption", case_id=case.id, by=by.id, at=at, about=seal, facts=facts)
    return seal


def _restrict(case: Case, keep_access: Collection[UUID], by: Worker, at: datetime) -> None:
    """Restrict the case to those named, and end every access but theirs."""
    restrict_case(case=case, why=_WHY_RESTRICTED, review_on=timezone.localdate(at) + _LOOK_AGAIN, by=by, at=at)
    others = Access.objects.filter(case=case, until_at__isnull=True).exclude(worker_id__in={*keep_access, by.id})
    for access in others:
        end_access(access=access, by=by, at=at)
