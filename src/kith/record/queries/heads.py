"""What every page of a case begins with."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.errors import NotFound
from kith.record.models import Case, Participant


@dataclass(frozen=True, slots=True)
class CaseHead:
    """The identity bar of a case."""

    id: UUID
    reference: str
    family_name: str
    kind: str


def case_head(case: Case) -> CaseHead:
    """Give what stands above every page of a case."""
    return CaseHead(case.id, case.reference, case.family_name, case.get_kind_display())


def case_in(case_id: UUID) -> Case:
    """Find a case that the running scope allows.

    Raises:
        NotFound: unknown, or not this worker's.
    """
    found = Case.objects.filter(id=case_id).first()
    if found is None:
        raise NotFound
    return found


def participants_of(case: Case) -> list[Participant]:
    """List the participants: children first, then as they were added."""
    rows = Participant.objects.filter(case=case).order_by("added_at", "id")
    return sorted(rows, key=lambda row: row.part != Participant.Part.CHILD)


def participant_in(case: Case, participant_id: UUID) -> Participant:
    """Find a participant of the case.

    Raises:
        NotFound: not of this case.
    """
    found = Participant.objects.filter(case=case, id=participant_id).first()
    if found is None:
        raise NotFound
    return found
