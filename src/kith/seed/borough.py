"""The whole borough, in the order in which it happened."""

from dataclasses import dataclass

from kith.core.models import Worker
from kith.seed import (
    begun,
    drafting,
    growing,
    handed_over,
    keeping,
    osterwick,
    quillfeather,
    quoted,
    reached,
    released,
    staff,
    tarnbrook,
    walls,
)
from kith.seed.handed_over import HandedOver
from kith.seed.quillfeather import Family
from kith.seed.quoted import Written
from kith.seed.released import Left


@dataclass(frozen=True, slots=True)
class Story:
    """The main job, done on the Quillfeather case."""

    family: Family
    handed_over: HandedOver
    written: Written
    left: Left


def make_borough() -> Story:
    """Make staff and six families through actions. A worker process must be running jobs.

    Raises:
        handed_over.NotRead: none is.
    """
    people = staff.make_staff()
    story = make_quillfeather(people["amal"], quillfeather.make(people))
    begun.make(tarnbrook.make(people), people["amal"])
    osterwick.make(people)
    walls.make(people)
    keeping.make(people)
    growing.make(people, staff.make_colleagues())
    drafting.make(people["ben"])
    return story


def make_quillfeather(amal: Worker, family: Family) -> Story:
    """Do the main job on one case: exports taken in, read and answered; quoted; decided; sent; put to the court."""
    reached.plan_family(family, amal)
    taken = handed_over.make(family, amal)
    written = quoted.make(family, taken, amal)
    return Story(family, taken, written, released.make(family, written, amal))
