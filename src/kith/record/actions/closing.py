"""What closes a case: restriction, conflict of interest; and what those concerned are not told for now."""

from datetime import date, datetime

from django.db import connection
from django.utils import timezone

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record import queries, rules
from kith.record.actions.access import LASTING, NotYours
from kith.record.models import Access, Case, Conflict, Restriction, Withholding


class OwnConflict(Refusal):
    """A conflict of one's own is declared on a page that tells nothing of the case."""


def _check_may_give(case: Case) -> None:
    if not queries.may_give(case):
        raise NotYours("You may open this case for a while only. Ask somebody who holds or manages it.")


@action
def restrict_case(*, case: Case, why: str, review_on: date, by: Worker, at: datetime) -> Restriction:
    """Let only those named on the case's list open it; `by` is named too, if they were not.

    Raises:
        NotYours: `by` only passes through the case; nothing is written.
        rules.Wrong: the day to look at it again is not within a year; nothing is written.
    """
    _check_may_give(case)
    rules.check_look_again(review_on, timezone.localdate(at))
    standing = Restriction.objects.filter(case=case, lifted_at__isnull=True).first()
    if standing is not None:
        ledger.nothing_changed()
        return standing
    if not Access.objects.filter(case=case, worker=by, why__in=LASTING, until_at__isnull=True).exists():
        Access.objects.create(case=case, worker=by, why=Access.Why.MANAGES, from_at=at, given_by=by, given_at=at)
    made = Restriction.objects.create(case=case, why=why, restricted_by=by, restricted_at=at, review_on=review_on)
    case.is_restricted = True
    facts = {"review_on": review_on.isoformat()}
    ledger.note("case.restricted", case_id=case.id, by=by.id, at=at, about=made, facts=facts, words={"why": why})
    return made


@action
def lift_restriction(*, restriction: Restriction, why: str, by: Worker, at: datetime) -> Restriction:
    """Open a restricted case to its team and to those on duty again.

    Raises:
        NotYours: `by` neither restricted it nor manages it; nothing is written.
    """
    if restriction.restricted_by_id != by.id and not queries.manages(restriction.case):
        raise NotYours("A restriction is lifted by whoever made it, or by a manager of the case.")
    restriction.lifted_at, restriction.lifted_by, restriction.lifted_why = at, by, why
    restriction.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
    case_id = restriction.case_id
    ledger.note("restriction.lifted", case_id=case_id, by=by.id, at=at, about=restriction, words={"why": why})
    return restriction


@action
def declare_conflict(*, reference: str, why: str, by: Worker, at: datetime) -> None:
    """Say of oneself that one may never open the case of this reference. It answers alike whether there is one or not.

    The agency's chain is told, not the case's: its chain is told only by those who may open it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_declare_conflict(%s, %s, %s)", [reference, why, at])
    ledger.note("conflict.declared", by=by.id, at=at, words={"reference": reference.strip(), "why": why})


@action
def record_conflict(*, case: Case, worker: Worker, why: str, by: Worker, at: datetime) -> Conflict:
    """Say of somebody who works here that they may never open this case, whoever gives them access.

    Raises:
        NotYours: `by` does not manage the case; nothing is written.
        OwnConflict: it is `by`'s own; nothing is written.
    """
    if not queries.manages(case):
        raise NotYours("A conflict of interest of somebody else is recorded by a manager of the case.")
    if worker.id == by.id:
        raise OwnConflict("Declare a conflict of your own from your front page, by the reference of the case.")
    standing = Conflict.objects.filter(case=case, worker=worker, ended_at__isnull=True).first()
    if standing is not None:
        ledger.nothing_changed()
        return standing
    made = Conflict.objects.create(case=case, worker=worker, why=why, declared_by=by, declared_at=at)
    facts = {"worker": str(worker.id)}
    ledger.note("conflict.recorded", case_id=case.id, by=by.id, at=at, about=made, facts=facts, words={"why": why})
    return made


@action
def end_conflict(*, conflict: Conflict, why: str, by: Worker, at: datetime) -> Conflict:
    """Say that a conflict of interest is over, with the reason.

    Raises:
        NotYours: `by` does not manage the case; nothing is written.
    """
    if not queries.manages(conflict.case):
        raise NotYours("A conflict of interest is ended by a manager of the case.")
    conflict.ended_at, conflict.ended_by, conflict.ended_why = at, by, why
    conflict.save(update_fields=["ended_at", "ended_by", "ended_why"])
    facts = {"worker": str(conflict.worker_id)}
    case_id = conflict.case_id
    ledger.note("conflict.ended", case_id=case_id, by=by.id, at=at, about=conflict, facts=facts, words={"why": why})
    return conflict


@action
def withhold_looks(*, case: Case, why: str, look_again_on: date, by: Worker, at: datetime) -> Withholding:
    """Keep from those concerned who looked, for a danger that is written down, until it is looked at again.

    Raises:
        NotYours: `by` only passes through the case; nothing is written.
        rules.Wrong: the day to look at it again is not within a year; nothing is written.
    """
    _check_may_give(case)
    rules.check_look_again(look_again_on, timezone.localdate(at))
    standing = Withholding.objects.filter(case=case, ended_at__isnull=True).first()
    if standing is not None:
        ledger.nothing_changed()
        return standing
    made = Withholding.objects.create(case=case, why=why, withheld_by=by, withheld_at=at, look_again_on=look_again_on)
    facts = {"look_again_on": look_again_on.isoformat()}
    ledger.note("looks.withheld", case_id=case.id, by=by.id, at=at, about=made, facts=facts, words={"why": why})
    return made


@action
def stop_withholding(*, withholding: Withholding, by: Worker, at: datetime) -> Withholding:
    """Let those concerned be told who looked again.

    Raises:
        NotYours: `by` only passes through the case; nothing is written.
    """
    _check_may_give(withholding.case)
    withholding.ended_at, withholding.ended_by = at, by
    withholding.save(update_fields=["ended_at", "ended_by"])
    ledger.note("looks.shown_again", case_id=withholding.case_id, by=by.id, at=at, about=withholding)
    return withholding
