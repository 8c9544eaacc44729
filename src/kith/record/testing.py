"""Makers for tests and for the demonstration borough: everything is made through actions, so it is always legal."""

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core import clock, teams
from kith.core.models import Team, Worker
from kith.core.permissions import Role
from kith.core.transactions import scoped, unsigned
from kith.record import actions
from kith.record.models import Case, ContactDetail, ContactPlan, Participant, ProtectedFact, Reader, Restriction, Shift
from kith.record.queries import contact_plan as plans
from kith.record.rules.contact_plan import Channel, Plan, Way

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_numbers = itertools.count(1)


def at(on: str, clock: str) -> datetime:
    """Give the instant of a day and a wall clock in London: at("2026-11-27", "23:40")."""
    return datetime.fromisoformat(f"{on}T{clock}").replace(tzinfo=ZoneInfo("Europe/London")).astimezone(UTC)


def worker(name: str = "Amal Tester", role: str = Role.LA_SOCIAL_WORKER) -> Worker:
    """Make somebody who works here."""
    number = next(_numbers)
    return Worker.objects.create(email=f"worker{number}@agency.example.org", name=name, role=role)


def team(*members: Worker, name: str = "", managers: Sequence[Worker] = ()) -> Team:
    """Make a team with these members and managers."""
    called = name or f"Team {next(_numbers)}"
    with unsigned():
        Team.objects.get_or_create(name=called, defaults={"made_at": AT})
    for each in (*members, *managers):
        teams.join(worker=each, team=called, manages=each in managers, at=AT)
    return Team.objects.get(name=called)


def shift(on_duty: Worker, by: Worker, *, team: Team | None = None, hours: float = 8) -> Shift:
    """Put somebody on duty from an hour ago; `by` manages the team, or is a manager if it is the whole agency's."""
    now = clock.now()
    return actions.give_shift(
        worker=on_duty,
        team=team,
        from_at=now - timedelta(hours=1),
        until_at=now + timedelta(hours=hours),
        by=by,
        at=now,
    )


def restriction(in_case: Case, by: Worker, *, why: str = "His cousin works in the team.") -> Restriction:
    """Restrict a case to those named."""
    now = clock.now()
    review_on = (now + timedelta(days=90)).date()
    return actions.restrict_case(case=in_case, why=why, review_on=review_on, by=by, at=now)


def case(
    by: Worker, *, reference: str = "", family_name: str = "Marrow", team: Team | None = None, is_made_up: bool = False
) -> Case:
    """Make a case that `by` may open."""
    return actions.start_case(
        reference=reference or f"TB-{next(_numbers):05}",
        family_name=family_name,
        kind=Case.Kind.PRIVATE_LAW,
        opened_on=date(2026, 3, 2),
        team=team,
        is_made_up=is_made_up,
        by=by,
        at=AT,
    )


def participant(in_case: Case, by: Worker, *, known_as: str = "Lena", part: str = "mother") -> Participant:
    """Make a participant."""
    return actions.add_participant(case=in_case, known_as=known_as, part=part, by=by, at=AT)


def email_of(
    person: Participant, by: Worker, value: str = "lena@example.org", *, planned: bool = True
) -> ContactDetail:
    """Make an e-mail address that may be written to, and a plan by which it may be at any hour."""
    return way_of(person, by, "email", value, planned=planned)


def way_of(person: Participant, by: Worker, kind: str, value: str, *, planned: bool = True) -> ContactDetail:
    """Make a contact detail of any kind that may be written to, and a plan by which it may be at any hour."""
    with scoped(worker_id=by.id):
        in_case = Case.objects.get(id=person.case_id)
    detail = actions.add_contact_detail(
        case=in_case, participant=person, kind=kind, value=value, may_write=True, verified_how="said", by=by, at=AT
    )
    if planned:
        contact_plan(person, by)
    return detail


def contact_plan(person: Participant, by: Worker, **said: Any) -> ContactPlan | None:
    """Make a contact plan that names every contact detail in use, at any hour, and holds for good; `said` as they say.

    It is kept as the next version. A blank plan stays unsafe: `said` may be `any_hour=None` or `expires_on=None`.
    """
    with scoped(worker_id=by.id):
        in_case = Case.objects.get(id=person.case_id)
        ways = tuple(
            Way(Channel(key.partition(":")[0]), UUID(key.partition(":")[2]))
            for key, _ in plans.ways_for(in_case, person)
            if not key.startswith(Channel.OTHER)
        )
        after = plans.newest_version(in_case, person)
    plan = Plan(**{"said_by": "They said", "ways": ways, "any_hour": True, "expires_on": date(2099, 12, 31), **said})
    return actions.write_plan(case=in_case, participant=person, plan=plan, after=after, by=by, at=AT)


def protected_address(in_case: Case, by: Worker, *, value: str = "14 Quarry Lane, Fennby, FN1 2QX") -> ProtectedFact:
    """Make a protected address that nobody outside the team may know."""
    return actions.protect_fact(
        case=in_case, kind="address", value=value, why="fled", since_on=date(2026, 3, 1), by=by, at=AT
    )


def outside_reader(in_case: Case, by: Worker, person: Participant, *, until_at: datetime | None = None) -> Reader:
    """Let a participant read what is released to them, from now on."""
    return actions.let_in(case=in_case, participant=person, until_at=until_at, by=by, at=datetime.now(UTC))
