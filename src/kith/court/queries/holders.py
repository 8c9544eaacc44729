"""Who has a statement, and who of those entitled to it has not: a paper held from somebody is a fault too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.court.models import Statement, StatementRelease
from kith.record import queries as record
from kith.record.models import Participant

_SIDES = frozenset({"applicant", "respondent", "local_authority", "court"})
_PARTS = frozenset({"court", "solicitor"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody on the case and whether they have the statement: "has", "draft", "stopped" or "not".

    `is_entitled`: a party, a solicitor or the court; where they have nothing, somebody should say why.
    """

    id: UUID
    name: str
    part: str
    state: str
    at: datetime | None
    is_entitled: bool

    @property
    def is_missing(self) -> bool:
        """Tell whether they should have it and do not."""
        return self.is_entitled and self.state != "has"


def holders_of(statement: Statement) -> list[Holder]:
    """List everybody who has the statement, and those entitled to it who have not; these first."""
    rows = StatementRelease.objects.filter(case_id=statement.case_id, statement=statement).select_related("release")
    asked = list(rows.order_by("-release__released_at", "-id"))
    found = [_holder(person, asked) for person in record.participants_of(statement.case)]
    return sorted(
        (each for each in found if each.is_entitled or each.state != "not"), key=lambda each: not each.is_missing
    )


def _holder(person: Participant, asked: Sequence[StatementRelease]) -> Holder:
    own = [row for row in asked if row.release.reader_id == person.id]
    left = [row for row in own if row.release.state == "released"]
    final = next((row for row in left if not row.is_draft), None)
    row = final or next(iter(left or own), None)
    state = "has" if final else "draft" if left else "stopped" if own else "not"
    is_entitled = person.side in _SIDES or person.part in _PARTS
    at = row.release.released_at if row else None
    return Holder(person.id, person.known_as, str(person.get_part_display()), state, at, is_entitled)
