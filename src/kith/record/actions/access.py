"""Who may open a case by name: given, handed over, ended; and which team holds it."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Team, Worker
from kith.record import queries, rules
from kith.record.models import Access, Case

#: Ways in that last: whoever has one may let others in. The others pass by themselves.
LASTING = (Access.Why.ALLOCATED, Access.Why.OPENED, Access.Why.MANAGES, Access.Why.SUPPORTS)


class LastOne(Refusal):
    """Nobody would be left who may open the case."""


class OwnAccess(Refusal):
    """A worker's own access is ended by somebody else, so that the case's own chain can be told of it."""


class NotYours(Refusal):
    """Somebody who only passes through, or does not manage the case, asks for what others decide."""


class CannotBeLetIn(Refusal):
    """A colleague's role, or a conflict of interest, keeps them out; the words are the same for both."""


class LockedOut(Refusal):
    """Whoever asks would no longer be able to open the case."""


def _check_may_give(case: Case) -> None:
    if not queries.may_give(case):
        raise NotYours("You may open this case for a while only. Ask somebody who holds or manages it.")


def _check_can_be_let_in(case: Case, worker: Worker) -> None:
    if not queries.may_be_let_in(case, worker):
        raise CannotBeLetIn("This colleague cannot be given this case. Ask the manager of its team.")


@action
def give_access(
    *, case: Case, worker: Worker, why: str, by: Worker, at: datetime, until_at: datetime | None = None
) -> Access:
    """Let a colleague open the case from now on; one who may already, for good, is left as they are.

    Args:
        until_at: when it ends by itself; None for as long as nobody ends it.

    Raises:
        NotYours: `by` only passes through the case; nothing is written.
        CannotBeLetIn: it may not be this colleague's; nothing is written.
    """
    _check_may_give(case)
    held = Access.objects.filter(case=case, worker=worker, why__in=LASTING, until_at__isnull=True).first()
    if held is not None:
        ledger.nothing_changed()
        return held
    _check_can_be_let_in(case, worker)
    access = Access.objects.create(
        case=case, worker=worker, why=why, from_at=at, until_at=until_at, given_by=by, given_at=at
    )
    facts = {"worker": str(worker.id), "why": why}
    if until_at:
        facts["until"] = until_at.isoformat()
    ledger.note("access.given", case_id=case.id, by=by.id, at=at, about=access, facts=facts)
    return access


@action
def end_access(*, access: Access, by: Worker, at: datetime) -> Access:
    """Stop a colleague opening the case.

    Raises:
        LastOne: nobody else may open it; nothing is written.
        OwnAccess: it is `by`'s own; nothing is written.
        NotYours: `by` only passes through the case; nothing is written.
    """
    others = Access.objects.filter(case_id=access.case_id, until_at__isnull=True, why__in=LASTING)
    if not others.exclude(worker_id=access.worker_id).exists():
        raise LastOne("Nobody else may open this case. Give somebody access first, then end this one.")
    if access.worker_id == by.id:
        raise OwnAccess("Ask a colleague who may open this case to end your own access.")
    _check_may_give(access.case)
    access.until_at = at
    access.save(update_fields=["until_at"])
    facts = {"worker": str(access.worker_id)}
    ledger.note("access.ended", case_id=access.case_id, by=by.id, at=at, about=access, facts=facts)
    return access


@action
def hand_over(*, access: Access, to: Worker, note: str, by: Worker, at: datetime) -> Access:
    """Give a colleague what somebody holds: the one's access ends with this day, the other's begins now.

    The day they share is for handing over; it also lets the case's own chain be told by whoever hands over.

    Raises:
        NotYours: it is not an allocation, or `by` only passes through the case; nothing is written.
        CannotBeLetIn: it may not be this colleague's, or it is theirs; nothing is written.
    """
    case = access.case
    _check_may_give(case)
    if access.why not in (Access.Why.ALLOCATED, Access.Why.OPENED):
        raise NotYours("Only a case that somebody holds is handed over. End this access instead.")
    if access.worker_id == to.id:
        raise CannotBeLetIn(f"{to.name} holds this case already. Name another colleague.")
    _check_can_be_let_in(case, to)
    day_ends = rules.end_of_day(timezone.localdate(at), settings.TIME_ZONE)
    access.until_at = min(access.until_at or day_ends, day_ends)
    access.save(update_fields=["until_at"])
    given = Access.objects.create(
        case=case, worker=to, why=Access.Why.ALLOCATED, note=note, from_at=at, given_by=by, given_at=at
    )
    facts = {"from": str(access.worker_id), "to": str(to.id)}
    ledger.note("case.handed_over", case_id=case.id, by=by.id, at=at, about=given, facts=facts, words={"note": note})
    return given


@action
def place_with_team(*, case: Case, team: Team | None, by: Worker, at: datetime) -> Case:
    """Say which team holds the case: its managers may open it, its members may cover.

    Raises:
        NotYours: `by` only passes through the case; nothing is written.
        LockedOut: `by` opens it as a manager of the team it leaves; nothing is written.
    """
    _check_may_give(case)
    if case.team_id == (team.id if team else None):
        ledger.nothing_changed()
        return case
    before, case.team = case.team, team
    case.save(update_fields=["team"])
    if not queries.may_give(case):
        case.team = before
        raise LockedOut("You open this case as a manager of its team. Give yourself or a colleague access first.")
    facts = {"team": str(team.id) if team else ""}
    ledger.note("case.placed", case_id=case.id, by=by.id, at=at, about=case, facts=facts)
    return case
