"""What must not be told: one fact of a case, and who outside the team may know it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The sorts of fact, each matched by a rule of its own."""

    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    SCHOOL = "school"
    WORKPLACE = "workplace"
    NEW_NAME = "new_name"
    PERSON = "person"
    VEHICLE = "vehicle"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Geo:
    """A point (degrees, WGS 84) and how near to it gives the place away, in metres."""

    lat: float
    lon: float
    radius_m: float = 500.0


@dataclass(frozen=True, slots=True)
class Fact:
    """One protected fact. An empty `may_know` means nobody outside the team.

    For a `NEW_NAME` give only what is new: a first name kept from before would block every letter about the child.
    """

    id: str
    kind: Kind
    value: str
    aliases: tuple[str, ...] = ()
    geo: Geo | None = None
    may_know: frozenset[str] = frozenset()

    def is_kept_from(self, audience: str) -> bool:
        """Tell whether this reader is outside the circle that may know the fact."""
        return _label(audience) not in {_label(reader) for reader in self.may_know}


def _label(reader: str) -> str:
    return " ".join(reader.split()).casefold()
