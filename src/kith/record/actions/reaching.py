"""Opening a case that is not one's own: on duty, for a colleague, in an emergency; and duty shifts."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Team, Worker
from kith.core.permissions import Permission
from kith.record import queries, rules
from kith.record.actions.access import NotYours
from kith.record.models import BreakGlass, Shift


class CannotBeOnDuty(Refusal):
    """Somebody's role does not open cases on duty, or they would give the shift to themselves."""


@action
def reach_case(*, reference: str, reason: str, by: Worker, at: datetime) -> UUID | None:
    """Open a case by its reference: on duty until the shift ends, for a colleague of one's team until the day ends.

    Args:
        reason: one of rules.REACH_REASONS.

    Returns:
        The case, or None for one that is unknown or stays closed: the answer is the same, and the agency's chain keeps
        that somebody asked.
    """
    day_ends = rules.end_of_day(timezone.localdate(at), settings.TIME_ZONE)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id, why, access_id FROM kith_reach(%s, %s, %s, %s)", [reference, reason, at, day_ends]
        )
        found = cursor.fetchone()
    if found is None:
        ledger.note("case.not_reached", by=by.id, at=at, words={"reference": reference.strip()})
        return None
    case_id, why, access_id = found
    if access_id is None:
        ledger.nothing_changed()
    else:
        about, facts = f"record.access:{access_id}", {"why": why}
        ledger.note(
            "case.reached", case_id=case_id, by=by.id, at=at, about=about, facts=facts, words={"reason": reason}
        )
    return UUID(str(case_id))


@action
def break_glass(*, reference: str, why: str, by: Worker, at: datetime) -> UUID | None:
    """Open a case in an emergency, for three hours; who holds and who manages it are told at once.

    Returns:
        The case, or None for one that is unknown or stays closed: the answer is the same, and the agency's chain keeps
        that somebody asked.

    Raises:
        rules.Wrong: no sentence says why it cannot wait; nothing is written.
    """
    rules.check_emergency(why)
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, glass_id FROM kith_break_glass(%s, %s, %s)", [reference, why, at])
        found = cursor.fetchone()
    if found is None:
        ledger.note("glass.not_broken", by=by.id, at=at, words={"reference": reference.strip(), "why": why})
        return None
    case_id, glass_id = found
    if glass_id is None:
        ledger.nothing_changed()
    else:
        about = f"record.breakglass:{glass_id}"
        ledger.note("glass.broken", case_id=case_id, by=by.id, at=at, about=about, words={"why": why})
    return UUID(str(case_id))


@action
def review_break_glass(*, glass: BreakGlass, was_right: bool, words: str, by: Worker, at: datetime) -> BreakGlass:
    """Judge, as a manager, whether a case was rightly opened by break-glass.

    Raises:
        NotYours: `by` does not manage the case, or opened it so themselves; nothing is written.
    """
    if glass.worker_id == by.id or not queries.manages(glass.case):
        raise NotYours("Another manager of the case says whether this was right.")
    glass.reviewed_at, glass.reviewed_by, glass.was_right, glass.review_text = at, by, was_right, words
    glass.save(update_fields=["reviewed_at", "reviewed_by", "was_right", "review_text"])
    facts = {"was_right": was_right}
    case_id = glass.case_id
    ledger.note("glass.reviewed", case_id=case_id, by=by.id, at=at, about=glass, facts=facts, words={"words": words})
    return glass


@action
def give_shift(
    *, worker: Worker, team: Team | None, from_at: datetime, until_at: datetime, by: Worker, at: datetime
) -> Shift:
    """Put a colleague on duty, for one team or (None) for the whole agency.

    Raises:
        NotYours: `by` does not manage the team; nothing is written.
        CannotBeOnDuty: the colleague's role does not open cases on duty, or is `by`; nothing is written.
        rules.Wrong: the times make no shift; nothing is written.
    """
    rules.check_shift(from_at, until_at, at)
    if not queries.may_give_shift(team):
        raise NotYours("A shift is given by a manager of the team; one for the whole agency by any team manager.")
    if worker.id == by.id:
        raise CannotBeOnDuty("Ask another manager to put you on duty.")
    if not worker.may(Permission.REACH_CASE):
        raise CannotBeOnDuty(f"{worker.name} is a {worker.get_role_display().lower()}: that role is not put on duty.")
    shift = Shift.objects.create(worker=worker, team=team, from_at=from_at, until_at=until_at, given_by=by, given_at=at)
    facts = {"worker": str(worker.id), "team": str(team.id) if team else "", "until": until_at.isoformat()}
    ledger.note("shift.given", by=by.id, at=at, about=shift, facts=facts)
    return shift


@action
def end_shift(*, shift: Shift, by: Worker, at: datetime) -> Shift:
    """End a shift early; what was opened on it closes with it.

    Raises:
        NotYours: `by` does not manage the team, or is on this shift; nothing is written.
    """
    if shift.worker_id == by.id or not queries.may_give_shift(shift.team):
        raise NotYours("A shift is ended by a manager of the team who is not on it.")
    shift.until_at = max(at, shift.from_at)
    shift.save(update_fields=["until_at"])
    ledger.note("shift.ended", by=by.id, at=at, about=shift, facts={"worker": str(shift.worker_id)})
    return shift
