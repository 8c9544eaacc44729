"""What the walls are there for: a restricted case, a night's duty, an emergency, and a made-up case to learn on."""

from datetime import date, timedelta

from kith.core import clock
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.home.queries.search import case_named
from kith.record import actions, rules
from kith.record.models import Case
from kith.seed import tarnbrook
from kith.seed.staff import team_of
from kith.seed.times import at

RESTRICTED, MADE_UP = "BW-2098", "BW-0001"
_DAYS_UNTIL_REVIEW = 90
_DUTY_HOURS = 16


def make(staff: dict[str, Worker]) -> Case:
    """Make the two cases, the emergency and the shift; give the restricted case."""
    restricted = _restricted(staff["amal"])
    _made_up(staff["hana"])
    # Before he was on duty: so it was by break-glass, and Ben is asked whether that was right.
    actions.break_glass(
        reference=tarnbrook.REFERENCE,
        why="The police have Marnie at the station and ask who may come for her.",
        place="",
        by=staff["gil"],
        at=clock.now(),
    )
    _conflict(staff)
    now = clock.now()
    actions.give_shift(
        worker=staff["gil"],
        team=None,
        from_at=now,
        until_at=now + timedelta(hours=_DUTY_HOURS),
        by=staff["ben"],
        at=now,
    )
    return restricted


def _restricted(amal: Worker) -> Case:
    when = at("2026-03-11", "09:40")
    case = actions.start_case(
        reference=RESTRICTED,
        family_name="Wrenmarsh",
        kind=Case.Kind.CHILD_PROTECTION,
        opened_on=date(2026, 3, 11),
        team=team_of(amal),
        by=amal,
        at=when,
    )
    for known_as, part in (("Cole", "child"), ("Petra", "mother")):
        actions.add_participant(case=case, known_as=known_as, part=part, by=amal, at=when)
    now = clock.now()
    actions.restrict_case(
        case=case,
        why="Petra works for the council, two floors below the team.",
        review_on=(now + timedelta(days=_DAYS_UNTIL_REVIEW)).date(),
        by=amal,
        at=now,
    )
    return case


def _conflict(staff: dict[str, Worker]) -> None:
    with scoped(worker_id=staff["ben"].id):
        case = case_named(tarnbrook.REFERENCE)
    why = "Her mother teaches Marnie."
    actions.record_conflict(case=case, worker=staff["hana"], why=why, by=staff["ben"], at=clock.now())


def _made_up(hana: Worker) -> Case:
    when = at("2026-03-12", "10:00")
    case = actions.start_case(
        reference=MADE_UP,
        family_name="Larkspur",
        kind=Case.Kind.CHILD_IN_NEED,
        opened_on=date(2026, 3, 12),
        is_made_up=True,
        by=hana,
        at=when,
    )
    actions.add_participant(case=case, known_as="Robin", part="child", by=hana, at=when)
    actions.write_entry(
        case=case,
        kind="visit",
        text="Practice visit. Robin is nine and says the tablet is for homework, and for when it gets loud.",
        happened_text="12 March 2026, after school",
        happened=rules.Span(None, None),
        precision="unknown",
        by=hana,
        at=when,
    )
    return case
