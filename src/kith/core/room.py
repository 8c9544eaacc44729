"""How much a case, and the whole agency, may keep: said before it is reached, refused beyond. None is set by itself.

What is checked is what uploads would add; papers and released copies made here are always kept. Uploads that come at
the same moment are each checked against what stood before them.
"""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Sum

from kith.core.files import NoRoom
from kith.core.models import StoredFile

#: From so much of a limit on, whoever takes something in is told.
NEARLY = 0.8


class Full(NoRoom):
    """A file would take a case, or the agency, beyond what it may keep; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Room:
    """What is kept of what may be; `mend` is what to do when it is not enough."""

    whose: str
    held_bytes: int
    most_bytes: int
    mend: str

    @property
    def words(self) -> str:
        """Say how much is kept."""
        return f"{self.whose} holds {_in_words(self.held_bytes)} of {_in_words(self.most_bytes)}"


def check(*, case_id: UUID, size_bytes: int) -> None:
    """Check that there is room for a file in a case.

    Raises:
        Full: the file is too large for what is left; says of what, and the mend.
    """
    for each in _rooms(case_id):
        if each.held_bytes + size_bytes > each.most_bytes:
            raise Full(f"{each.words}, and this file has {_in_words(size_bytes)}. Nothing was kept. {each.mend}")


def warning(case_id: UUID) -> str:
    """Say what is nearly full, in a sentence; empty where nothing is."""
    nearly = [each for each in _rooms(case_id) if each.held_bytes >= NEARLY * each.most_bytes]
    return " ".join(f"{each.words}. {each.mend}" for each in nearly)


def of_agency() -> Room | None:
    """Give what the agency keeps, where it has a limit."""
    if not settings.AGENCY_BYTES:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_stored_bytes()")
        held = cursor.fetchone()[0]
    return Room("Kith", held, settings.AGENCY_BYTES, "Ask whoever looks after Kith for more room.")


def _rooms(case_id: UUID) -> list[Room]:
    agency = of_agency()
    rooms = [agency] if agency else []
    if settings.CASE_BYTES:
        held = StoredFile.objects.filter(case_id=case_id).aggregate(held=Sum("size_bytes"))["held"] or 0
        mend = "Take in the part that matters, or ask whoever looks after Kith to let a case hold more."
        rooms.append(Room("This case", held, settings.CASE_BYTES, mend))
    return rooms


def _in_words(size_bytes: int) -> str:
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size_bytes >= size:
            return f"{size_bytes / size:.1f} {unit}"
    return f"{size_bytes} bytes"
