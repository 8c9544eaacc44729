"""Closed long ago: a case whose time is over, and one entry in it that somebody asked to have erased."""

from datetime import date

from kith.core.models import Worker
from kith.record import actions, rules
from kith.record.models import Case, Entry
from kith.seed.times import ZONE, at

REFERENCE = "BW-0207"


def make(staff: dict[str, Worker]) -> Case:
    """Make the case: Cara's, closed in 2014. Dee decides about it, and Esme is the second person."""
    cara, when = staff["cara"], at("2013-05-13", "11:00")
    case = actions.start_case(
        reference=REFERENCE,
        family_name="Larkrise",
        kind=Case.Kind.PRIVATE_LAW,
        opened_on=date(2013, 5, 13),
        by=cara,
        at=when,
    )
    jude = actions.add_participant(
        case=case, known_as="Jude", part="child", born_on=date(1998, 9, 30), by=cara, at=when
    )
    actions.add_participant(case=case, known_as="Petra", part="mother", by=cara, at=when)
    entry = actions.write_entry(
        case=case,
        kind="call",
        text="Petra rang: Jude is settled at his new school, and both parents keep to the arrangements.",
        happened_text="14 January 2014, by telephone",
        happened=rules.happened("approximate", date(2014, 1, 14), None, None, ZONE),
        precision="approximate",
        about=[jude],
        by=cara,
        at=at("2014-01-14", "15:30"),
    )
    _close(case, entry, cara)
    return case


def _close(case: Case, entry: Entry, cara: Worker) -> None:
    """Close it, and ask twelve years later for its entry to be erased."""
    closed = at("2014-02-03", "09:30")
    actions.close_case(
        case=case, since_on=date(2014, 2, 3), why="The order works; nobody asks for more.", by=cara, at=closed
    )
    actions.choose_schedule(
        case=case, schedule="private_law", why="Private law, nothing else open.", by=cara, at=closed
    )
    actions.ask_erasure(
        case=case,
        what="entry",
        thing=entry.id,
        ground="right",
        why="The young person asked us in writing; the call told us nothing that we relied on.",
        by=cara,
        at=at("2026-03-02", "14:00"),
    )
