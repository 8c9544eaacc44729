"""What the annex of a statement says of an exhibit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from kith.exhibits.models import Exhibit
from kith.record.models import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitForCourt:
    """An exhibit as it was received: what it is, by whom, how and when it came, and its bytes' hash in hex."""

    id: UUID
    label: str
    says: str
    handed_over_by: str
    how: str
    handed_over_on: date
    taken_in_at: datetime
    taken_in_by: str
    file_name: str
    sha256: str
    size_bytes: int
    zone: str


def exhibits_for_court(case: Case, *, ids: Collection[UUID], numbers: Collection[int] = ()) -> list[ExhibitForCourt]:
    """List the exhibits with these ids or these numbers, by number. One query."""
    rows = Exhibit.objects.filter(Q(id__in=ids) | Q(number__in=numbers), case=case).select_related("taken_in_by")
    return [
        ExhibitForCourt(
            id=row.id,
            label=row.label,
            says=row.says,
            handed_over_by=row.from_text,
            how=str(row.get_how_display()),
            handed_over_on=row.handed_over_on,
            taken_in_at=row.taken_in_at,
            taken_in_by=row.taken_in_by.name,
            file_name=row.name_text,
            sha256=bytes(row.sha256).hex(),
            size_bytes=row.size_bytes,
            zone=row.zone_text,
        )
        for row in rows.order_by("number")
    ]
