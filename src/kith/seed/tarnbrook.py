"""Public law: a teenager, her telephone, and a local authority that has applied for a care order."""

from datetime import date

from kith.core.models import Worker
from kith.record import actions, rules
from kith.record.models import Case
from kith.seed.reached import plan_marnie
from kith.seed.staff import team_of
from kith.seed.times import ZONE, at

REFERENCE = "BW-2077"


def make(staff: dict[str, Worker]) -> Case:
    """Make the case; its guardian is Amal."""
    amal, when = staff["amal"], at("2026-03-09", "09:00")
    case = actions.start_case(
        reference=REFERENCE,
        family_name="Tarnbrook",
        kind=Case.Kind.PUBLIC_LAW,
        opened_on=date(2026, 3, 9),
        court_text="Family Court at Fennby",
        court_number="FN26C00108",
        team=team_of(amal),
        by=amal,
        at=when,
    )
    actions.give_access(case=case, worker=staff["ben"], why="manages", by=amal, at=when)
    marnie, sal, _ = (
        actions.add_participant(case=case, known_as=known_as, part=part, side=side, by=amal, at=when)
        for known_as, part, side in (
            ("Marnie", "child", "child"),
            ("Sal", "mother", "respondent"),
            ("Brackwater Council", "professional", "local_authority"),
        )
    )
    plan_marnie(case, marnie, sal, amal)
    actions.write_entry(
        case=case,
        kind="meeting",
        text="Case management hearing. The council asks for Marnie's telephone to be examined. The court asked what"
        " question it goes to, and whether Marnie would show the messages herself. Marnie's solicitor will ask her.",
        happened_text="the morning of 16 March",
        happened=rules.happened("approximate", date(2026, 3, 16), None, None, ZONE),
        precision="approximate",
        by=amal,
        at=at("2026-03-16", "14:30"),
    )
    return case
