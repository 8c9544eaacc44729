"""What the page for taking something in shows."""

from dataclasses import dataclass

from django.conf import settings

from kith.core import room
from kith.exhibits.models import Exhibit
from kith.record.models import Case
from kith.record.queries import CaseHead, case_head, participants_of

#: The ways a thing is handed over that a worker may say: what came through a link says so by itself.
HOW: list[tuple[str, str]] = [(value, str(words)) for value, words in Exhibit.How.choices if value != Exhibit.How.LINK]
SOMEBODY_ELSE = "else"


@dataclass(frozen=True, slots=True)
class TakeInPage:
    """The page where a file is taken in."""

    title: str
    case: CaseHead
    largest_bytes: int
    nearly_full: str


def take_in_page(case: Case) -> TakeInPage:
    """Give the page where a file is taken in."""
    return TakeInPage("Take something in", case_head(case), settings.LARGEST_FILE_BYTES, room.warning(case.id))


def giver_choices(case: Case) -> list[tuple[str, str]]:
    """List who may have handed something over: each participant, or somebody else."""
    people = [(str(person.id), f"{person.known_as} ({person.get_part_display()})") for person in participants_of(case)]
    return [*people, (SOMEBODY_ELSE, "Somebody else")]
