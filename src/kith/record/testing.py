"""Makers for tests and for the demonstration borough: everything is made through actions, so it is always legal."""

import itertools
from datetime import UTC, date, datetime

from kith.core.models import Worker
from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.record import actions
from kith.record.models import Case, ContactDetail, Participant, ProtectedFact, Reader

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_numbers = itertools.count(1)


def worker(name: str = "Amal Tester", role: str = Role.LA_SOCIAL_WORKER) -> Worker:
    """Make somebody who works here."""
    number = next(_numbers)
    return Worker.objects.create(email=f"worker{number}@agency.example.org", name=name, role=role)


def case(by: Worker, *, reference: str = "", family_name: str = "Marrow") -> Case:
    """Make a case that `by` may open."""
    return actions.start_case(
        reference=reference or f"TB-{next(_numbers):05}",
        family_name=family_name,
        kind=Case.Kind.PRIVATE_LAW,
        opened_on=date(2026, 3, 2),
        by=by,
        at=AT,
    )


def participant(in_case: Case, by: Worker, *, known_as: str = "Lena", part: str = "mother") -> Participant:
    """Make a participant."""
    return actions.add_participant(case=in_case, known_as=known_as, part=part, by=by, at=AT)


def email_of(person: Participant, by: Worker, value: str = "lena@example.org") -> ContactDetail:
    """Make an e-mail address that may be written to."""
    with scoped(worker_id=by.id):
        in_case = Case.objects.get(id=person.case_id)
    return actions.add_contact_detail(
        case=in_case, participant=person, kind="email", value=value, may_write=True, verified_how="said", by=by, at=AT
    )


def protected_address(in_case: Case, by: Worker, *, value: str = "14 Quarry Lane, Fennby, FN1 2QX") -> ProtectedFact:
    """Make a protected address that nobody outside the team may know."""
    return actions.protect_fact(
        case=in_case, kind="address", value=value, why="fled", since_on=date(2026, 3, 1), by=by, at=AT
    )


def outside_reader(in_case: Case, by: Worker, person: Participant, *, until_at: datetime | None = None) -> Reader:
    """Let a participant read what is released to them, from now on."""
    return actions.let_in(case=in_case, participant=person, until_at=until_at, by=by, at=datetime.now(UTC))
