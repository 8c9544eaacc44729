"""What Amal does with the exports: two lines quoted, an entry, a decision."""

from dataclasses import dataclass
from datetime import date

from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.exhibits import actions as exhibits
from kith.exhibits.models import Exhibit
from kith.exhibits.queries import items
from kith.record import actions, rules
from kith.record.models import Citation, Decision, Entry
from kith.seed.handed_over import HandedOver
from kith.seed.quillfeather import Family
from kith.seed.times import ZONE, at

MOST_ITEMS = 200
FELL = "You fell. You know you fell"
TELL_HER = "Tell her you fell"
NOT_WHERE = "Iris cried after. Please do not ask her where we are going to live"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and what it quotes."""

    fell: Citation
    tell_her: Citation
    not_where: Citation
    entry: Entry
    decision: Decision


def make(family: Family, handed_over: HandedOver, amal: Worker) -> Written:
    """Quote three lines of Lena's export and use them."""
    fell, tell_her, not_where = (_quote(family, handed_over.lenas, text, amal) for text in (FELL, TELL_HER, NOT_WHERE))
    entry = _entry(family, [fell, tell_her], amal)
    decision = _decision(family, [tell_her, not_where], amal)
    return Written(fell, tell_her, not_where, entry, decision)


def _quote(family: Family, exhibit: Exhibit, text: str, amal: Worker) -> Citation:
    with scoped(worker_id=amal.id, case_id=family.case.id):
        found = next(each for each in items.items_after(exhibit, 0, -1, MOST_ITEMS) if each.text == text)
    return exhibits.quote_item(
        case=family.case,
        exhibit=exhibit,
        member=found.member,
        start=found.start,
        by=amal,
        at=at("2026-03-09", "11:00"),
    )


def _entry(family: Family, quoted: list[Citation], amal: Worker) -> Entry:
    return actions.write_entry(
        case=family.case,
        kind="note",
        text="I read both exports side by side. In Lena's, Callum tells her on the evening of 9 February that she fell,"
        " and that Iris is to be told so. Of that evening his own export holds one message, Lena's last. I have not"
        " asked him why yet; I will, with his solicitor present.",
        happened_text="9 March 2026",
        happened=rules.happened("exact", date(2026, 3, 9), None, None, ZONE),
        precision="exact",
        about=[family.mother, family.father],
        citations=[each.id for each in quoted],
        by=amal,
        at=at("2026-03-09", "11:20"),
    )


def _decision(family: Family, quoted: list[Citation], amal: Worker) -> Decision:
    return actions.record_decision(
        case=family.case,
        question="How are Iris and Jonah to see their father until the hearing?",
        options=[
            "Not at all until the hearing",
            "On Saturdays at his mother's, as he asks",
            "Every second Saturday at the contact centre, with a worker in the room",
        ],
        chosen=2,
        evidence_for="Iris wants to see him, and not at the old house. The centre is in the middle of town and tells"
        " neither parent where the other lives. A worker can end a visit.",
        evidence_against="A room with strangers in it is not what Iris asked for. Two hours in a fortnight is little.",
        childs_view='Iris: "I want to see Daddy at Nana\'s, not at the old house." Jonah is five and drew his father'
        " with a football.",
        reasons="He asked Iris to carry a story about that night, and asked her where they were going to live. At his"
        " mother's nobody could stop that. It can be widened when he has shown that he leaves both alone.",
        decided_on=date(2026, 3, 10),
        review_on=date(2026, 5, 11),
        citations=[each.id for each in quoted],
        by=amal,
        at=at("2026-03-10", "15:30"),
    )
