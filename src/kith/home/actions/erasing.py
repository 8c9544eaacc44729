"""Deciding what is destroyed, and confirming it. Two people, one after the other; the database holds them to it."""

from datetime import date, datetime
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from kith.core import erasures, jobs, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.home.queries import governed
from kith.record import rules
from kith.record.models import Review
from kith.record.rules import keeping

#: What the database itself refuses, in words (home/migrations/erasing.sql).
_REFUSALS = {
    "KH001": "A legal hold stands on this case. Nothing in it can be destroyed until the hold is ended.",
    "KH002": "This exhibit is being read just now. Confirm it again when the reading has ended.",
    "KH003": "There is nothing to confirm: it was decided otherwise, or was erased already.",
    "KH004": "You decided this yourself. A second person must confirm it before anything is destroyed.",
    "KH005": "The case was opened again, or the time for which it is kept is not over. It stays.",
}


class NotDestroyed(Refusal):
    """Something cannot be decided or confirmed as asked; nothing is destroyed and nothing is written."""


@action
def decide_case(
    *, case_id: UUID, decision: str, why: str, by: Worker, at: datetime, keep_until: date | None = None
) -> Review:
    """Decide what becomes of a case whose time is over: destroy it, or keep it until a day, with the reason.

    Raises:
        NotDestroyed: it is held, or not due; or no day was given until which it is kept.
        kith.core.errors.NotFound: no such case for this worker.
    """
    case = governed.governed_case(case_id, timezone.localdate(at))
    review = Review(
        case_id=case_id,
        what=keeping.What.CASE,
        ground=keeping.Ground.TIME_OVER,
        due_on=case.clock.due_on,
        why=why,
        asked_by=by,
        asked_at=at,
    )
    _decide(review, case, decision, why, keep_until, by, at)
    review.save(force_insert=True)
    return review


@action
def decide_review(
    *, review: Review, decision: str, why: str, by: Worker, at: datetime, keep_until: date | None = None
) -> Review:
    """Decide about something that was asked for; or decide anew, as long as nobody confirmed it.

    Raises:
        NotDestroyed: the case is held; or no day was given until which it is kept.
    """
    case = governed.governed_case(review.case_id, timezone.localdate(at))
    _decide(review, case, decision, why, keep_until, by, at)
    review.save(update_fields=["decision", "keep_until", "decided_why", "decided_by", "decided_at"])
    return review


def _decide(
    review: Review,
    case: governed.GovernedCase,
    decision: str,
    why: str,
    keep_until: date | None,
    by: Worker,
    at: datetime,
) -> None:
    """Check a decision and put it on its review. No reason goes to the ledger: the agency's chain outlasts the case."""
    today = timezone.localdate(at)
    try:
        if decision == keeping.Decided.DESTROY:
            keeping.check_can_destroy(keeping.What(review.what), keeping.Ground(review.ground), case.clock, today)
        else:
            keeping.check_decision_to_keep(keep_until, today)
    except rules.Wrong as wrong:
        raise NotDestroyed(str(wrong)) from None
    review.decision, review.decided_why, review.decided_by, review.decided_at = decision, why, by, at
    review.keep_until = keep_until if decision == keeping.Decided.KEEP else None
    facts = {"case": str(review.case_id), "what": review.what, "decision": decision, "ground": review.ground}
    ledger.note("erasure.decided", by=by.id, at=at, about=review, facts=facts)


@action
def confirm_erasure(*, review: Review, by: Worker, at: datetime) -> UUID:
    """Confirm what somebody else decided: it is erased now, and nobody can bring it back.

    Returns:
        The id of the erasure: what stays.

    Raises:
        NotDestroyed: it is held, or was decided by `by`, or there is nothing to confirm; nothing is erased.
    """
    try:
        keeping.check_second_person(review.decided_by_id, by.id)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT kith_erase(%s, %s)", [review.id, at])
            erasure: UUID = cursor.fetchone()[0]
    except rules.Wrong as wrong:
        raise NotDestroyed(str(wrong)) from None
    except DatabaseError as error:
        raise _refusal(error) from None
    jobs.ask("home.finish_erasing", once="all")
    transaction.on_commit(erasures.finish, robust=True)  # at once; the job is for a process killed in between
    facts = {"case": str(review.case_id), "what": review.what, "erasure": str(erasure), "ground": review.ground}
    ledger.note("erasure.confirmed", by=by.id, at=at, about=review, facts=facts)
    return erasure


def _refusal(error: DatabaseError) -> Exception:
    """Say in words what the database refused; anything else it said is a bug and goes on."""
    says = _REFUSALS.get(getattr(error.__cause__, "sqlstate", "") or "")
    return NotDestroyed(says) if says else error
