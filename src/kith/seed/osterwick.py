"""Child in need: a young carer, held by another team. Amal must never learn that it exists."""

from datetime import date

from kith.core.models import Worker
from kith.record import actions, rules
from kith.record.models import Case
from kith.seed.staff import team_of
from kith.seed.times import ZONE, at

REFERENCE = "BW-1990"


def make(staff: dict[str, Worker]) -> Case:
    """Make the case, which is Cara's alone."""
    cara, when = staff["cara"], at("2026-01-12", "13:00")
    case = actions.start_case(
        reference=REFERENCE,
        family_name="Osterwick",
        kind=Case.Kind.CHILD_IN_NEED,
        opened_on=date(2026, 1, 12),
        team=team_of(cara),
        by=cara,
        at=when,
    )
    tom = actions.add_participant(case=case, known_as="Tom", part="child", by=cara, at=when)
    actions.add_participant(case=case, known_as="Hettie", part="mother", by=cara, at=when)
    actions.write_entry(
        case=case,
        kind="visit",
        text="Home visit. Tom, 12, does the shopping by telephone and answers his mother's messages from the surgery."
        " He said he is good at it. He would like one evening a week that is his.",
        happened_text="20 January 2026, after school",
        happened=rules.happened("approximate", date(2026, 1, 20), None, None, ZONE),
        precision="approximate",
        about=[tom],
        by=cara,
        at=at("2026-01-20", "18:00"),
    )
    _decide(case, cara)
    return case


def _decide(case: Case, cara: Worker) -> None:
    actions.record_decision(
        case=case,
        question="How is Tom to have time of his own?",
        options=[
            "Leave things as they are",
            "A young carers' evening, with a sitter for his mother",
            "Respite weekends",
        ],
        chosen=1,
        evidence_for="Tom asked for it. The young carers' project has a place from February.",
        evidence_against="His mother fears that nobody will hear her fall.",
        childs_view='"One evening a week that is mine."',
        reasons="It is what he asked for, and the smallest change that answers his mother's fear.",
        decided_on=date(2026, 1, 22),
        review_on=date(2026, 4, 22),
        by=cara,
        at=at("2026-01-22", "11:00"),
    )
