"""Opening a case that is not one's own: on duty, for a colleague, in an emergency; and duty shifts."""

import logging
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import NotFound, Refusal
from kith.core.models import Team, Worker
from kith.core.permissions import Permission
from kith.core.sign_in import limits
from kith.record import queries, rules
from kith.record.actions.access import NotYours
from kith.record.models import BreakGlass, Shift
from kith.record.queries.duty import OpeningPage

log = logging.getLogger(__name__)


class CannotBeOnDuty(Refusal):
    """Somebody's role does not open cases on duty, or they would give the shift to themselves."""


@action
def reach_case(*, reference: str, reason: str, place: str, by: Worker, at: datetime) -> UUID | None:
    """Open a case by its reference: on duty until the shift ends, for a colleague of one's team until the day ends.

    Args:
        reason: one of rules.REACH_REASONS.
        place: where it is asked from (core.sign_in.origins).

    Returns:
        The case, or None for one that is unknown or stays closed: the answer is the same, and the agency's chain keeps
        that somebody asked, and how often in vain.

    Raises:
        limits.TooMany: they guessed, and must wait; nothing is looked up or written.
    """
    limits.wait_for_reference(by.id, place)
    day_ends = rules.end_of_day(timezone.localdate(at), settings.TIME_ZONE)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id, why, access_id FROM kith_reach(%s, %s, %s, %s)", [reference, reason, at, day_ends]
        )
        found = cursor.fetchone()
    if found is None:
        _note_guess("case.not_reached", place, by, at, reference=reference.strip())
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
def break_glass(*, reference: str, why: str, place: str, by: Worker, at: datetime) -> UUID | None:
    """Open a case in an emergency, for three hours; who holds and who manages it are told at once.

    Returns:
        The case, or None for one that is unknown or stays closed: the answer is the same, and the agency's chain keeps
        that somebody asked, and how often in vain.

    Raises:
        rules.Wrong: no sentence says why it cannot wait; nothing is written.
        limits.TooMany: they guessed, and must wait; nothing is looked up or written.
    """
    rules.check_emergency(why)
    limits.wait_for_reference(by.id, place)
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, glass_id FROM kith_break_glass(%s, %s, %s)", [reference, why, at])
        found = cursor.fetchone()
    if found is None:
        _note_guess("glass.not_broken", place, by, at, reference=reference.strip(), why=why)
        return None
    case_id, glass_id = found
    if glass_id is None:
        ledger.nothing_changed()
    else:
        about = f"record.breakglass:{glass_id}"
        ledger.note("glass.broken", case_id=case_id, by=by.id, at=at, about=about, words={"why": why})
    return UUID(str(case_id))


def _note_guess(verb: str, place: str, by: Worker, at: datetime, **words: str) -> None:
    """Count a reference that opened nothing, and tell the agency's chain how many that were."""
    facts = limits.wrong_reference(by.id, place)
    ledger.note(verb, by=by.id, at=at, facts=facts, words=words)
    if facts["wait_seconds"]:
        log.warning("references guessed", extra={"worker": by.id, **facts})


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
def read_opening(*, glass_id: UUID, by: Worker, at: datetime) -> OpeningPage:
    """Read, as a head, an opening that no manager of its case can judge; the agency's chain keeps that it was read.

    Raises:
        NotFound: there is none that falls to `by`; nothing is written.
    """
    shown = queries.opening_page(glass_id)
    ledger.note("glass.read", by=by.id, at=at, about=f"record.breakglass:{glass_id}")
    return shown


@action
def judge_opening(*, glass_id: UUID, was_right: bool, words: str, by: Worker, at: datetime) -> None:
    """Judge, as a head, an opening that no manager of its case can judge.

    The agency's chain keeps it: a case's own is told only by those who may open it.

    Raises:
        NotFound: there is none that falls to `by`, or not any more; nothing is written.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_judge_opening(%s, %s, %s, %s)", [glass_id, was_right, words, at])
        if not cursor.fetchone()[0]:
            raise NotFound
    about, facts = f"record.breakglass:{glass_id}", {"was_right": was_right}
    ledger.note("glass.judged", by=by.id, at=at, about=about, facts=facts, words={"words": words})


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
