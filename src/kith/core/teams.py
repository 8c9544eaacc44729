"""Teams and who works in them. Written at the command line alone: the database refuses it to whoever is signed in."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core import ledger, transactions
from kith.core.errors import Refusal
from kith.core.models import Membership, Team, Worker
from kith.core.permissions import MADE_UP_ONLY, NO_CASES, Role

NEVER_MANAGE = MADE_UP_ONLY | NO_CASES


class NotInATeam(Refusal):
    """Somebody cannot join or leave a team as asked; nothing is written."""


def check_can_join(role: str, team: str, *, manages: bool) -> None:
    """Check that somebody of this role may stand in a team as asked.

    Raises:
        NotInATeam: with the mend.
    """
    if manages and not team.strip():
        raise NotInATeam("Name the team that they manage.")
    if manages and role in NEVER_MANAGE:
        raise NotInATeam(f"{Role(role).label} is a role that does not manage a team's cases.")


def join(*, worker: Worker, team: str, at: datetime, manages: bool = False) -> None:
    """Put somebody into a team, made if it is new; one who is there already becomes its manager, or ceases to be."""
    check_can_join(worker.role, team, manages=manages)
    with transactions.unsigned():
        row = write_membership(worker=worker, team=team, at=at, manages=manages)
        with transactions.scoped(worker_id=worker.id):
            note_joined(row, at=at)


def write_membership(*, worker: Worker, team: str, at: datetime, manages: bool) -> Membership:
    """Write that somebody works in a team, inside `transactions.unsigned`; an earlier row for it ends."""
    found, _ = Team.objects.get_or_create(name=team.strip(), defaults={"made_at": at})
    Membership.objects.filter(team=found, worker_id=worker.id, until_at__isnull=True).update(until_at=at)
    return Membership.objects.create(team=found, worker_id=worker.id, is_manager=manages, from_at=at)


def note_joined(row: Membership, *, at: datetime) -> None:
    """Tell the agency's chain, in the scope of whom it concerns."""
    facts = {"team": str(row.team_id), "manages": row.is_manager, "by_command": True}
    ledger.note("team.joined", by=row.worker_id, at=at, about=row, facts=facts)


def leave(*, worker: Worker, team: str, at: datetime) -> None:
    """End somebody's membership of a team.

    Raises:
        NotInATeam: they are not in it.
    """
    with transactions.unsigned():
        row = current(at).filter(worker=worker, team__name__iexact=team.strip()).first()
        if row is None:
            raise NotInATeam(f"{worker.name} is not in a team called {team}.")
        row.until_at = at
        row.save(update_fields=["until_at"])
        with transactions.scoped(worker_id=worker.id):
            facts = {"team": str(row.team_id), "by_command": True}
            ledger.note("team.left", by=worker.id, at=at, about=row, facts=facts)


def current(at: datetime) -> QuerySet[Membership]:
    """Give the memberships that hold at a time."""
    return Membership.objects.filter(Q(until_at__isnull=True) | Q(until_at__gt=at), from_at__lte=at)


def names_of(workers: Iterable[UUID], at: datetime) -> dict[UUID, str]:
    """Give the names of the teams of several workers, in one query; who is in none is not in the answer."""
    rows = current(at).filter(worker_id__in=set(workers)).order_by("team__name")
    found: dict[UUID, str] = {}
    for worker_id, name in rows.values_list("worker_id", "team__name"):
        found[worker_id] = f"{found[worker_id]}, {name}" if worker_id in found else name
    return found


def own_team(worker: Worker, at: datetime) -> Team | None:
    """Give the team somebody works in, if it is one and no more."""
    rows = list(current(at).filter(worker=worker).select_related("team")[:2])
    return rows[0].team if len(rows) == 1 else None


def all_teams() -> list[Team]:
    """List the agency's teams by name."""
    return list(Team.objects.order_by("name"))
