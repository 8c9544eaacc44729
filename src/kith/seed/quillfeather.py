"""Private law, with a mother who fled: what her children's father must not learn, and what his export leaves out."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from kith.core.models import Worker
from kith.record import actions, rules
from kith.record.models import Case, Participant
from kith.seed.staff import team_of
from kith.seed.times import ZONE, at

REFERENCE = "BW-2041"
HIDDEN_ADDRESS = "14 Quarry Lane, Fennby, FN1 2QX"
HIDDEN_PHONE = "07700 900 142"
HIDDEN_SCHOOL = "Larkrise Primary School"
FATHER_EMAIL = "callum.quillfeather@example.net"
MOTHER_EMAIL = "lena.safe@example.org"


@dataclass(frozen=True, slots=True)
class Family:
    """The case and the people of it that other parts of the story need."""

    case: Case
    iris: Participant
    jonah: Participant
    mother: Participant
    father: Participant
    court: Participant
    kinds: dict[str, str]  # fact id -> what kind of fact is protected


def make(staff: dict[str, Worker]) -> Family:
    """Make the case as its allocated worker would have."""
    amal = staff["amal"]
    case = actions.start_case(
        reference=REFERENCE,
        family_name="Quillfeather",
        kind=Case.Kind.PRIVATE_LAW,
        opened_on=date(2026, 2, 16),
        court_text="Family Court at Fennby",
        court_number="FN26P00417",
        team=team_of(amal),
        by=amal,
        at=at("2026-02-16", "09:10"),
    )
    actions.give_access(case=case, worker=staff["ben"], why="manages", by=amal, at=at("2026-02-16", "09:15"))
    family = _people(case, amal)
    _reach(family, amal)
    family.kinds.update(_protect(family, amal))
    _write(family, amal)
    return family


def _people(case: Case, amal: Worker) -> Family:
    def add(known_as: str, part: str, side: str, full_name: str = "", born_on: date | None = None) -> Participant:
        return actions.add_participant(
            case=case,
            known_as=known_as,
            part=part,
            side=side,
            full_name=full_name,
            born_on=born_on,
            by=amal,
            at=at("2026-02-16", "09:20"),
        )

    return Family(
        case=case,
        iris=add("Iris", "child", "child", "Iris Quillfeather", date(2017, 8, 30)),
        jonah=add("Jonah", "child", "child", "Jonah Quillfeather", date(2020, 11, 12)),
        mother=add("Lena", "mother", "respondent", "Lena Quillfeather"),
        father=add("Callum", "father", "applicant", "Callum Quillfeather"),
        court=add("Family Court at Fennby", "court", "court"),
        kinds={},
    )


def _reach(family: Family, amal: Worker) -> None:
    when = at("2026-02-17", "11:00")
    for person, kind, value, private in (
        (family.father, "email", FATHER_EMAIL, False),
        (family.father, "phone", "07700 900 377", False),
        (family.mother, "email", MOTHER_EMAIL, True),
        (family.mother, "phone", HIDDEN_PHONE, True),
        (family.court, "email", "office@fennby-court.example.org", False),
    ):
        actions.add_contact_detail(
            case=family.case,
            participant=person,
            kind=kind,
            value=value,
            is_confidential=private,
            may_write=kind == "email" or person is family.father,
            verified_how="Read back on the telephone",
            by=amal,
            at=when,
        )


def _protect(family: Family, amal: Worker) -> dict[str, str]:
    kinds = {}
    for kind, value, aliases, may_know in (
        ("address", HIDDEN_ADDRESS, ["Quarry Lane flats"], [family.mother, family.court]),
        ("phone", HIDDEN_PHONE, [], [family.mother]),
        ("school", HIDDEN_SCHOOL, ["Larkrise"], [family.mother, family.court]),
    ):
        fact = actions.protect_fact(
            case=family.case,
            kind=kind,
            value=value,
            aliases=aliases,
            may_know=may_know,
            about=family.mother,
            why="She left after the assault of 9 February and says he would come. Form C8 was filed on 13 February.",
            since_on=date(2026, 2, 13),
            by=amal,
            at=at("2026-02-17", "11:20"),
        )
        kinds[str(fact.id)] = kind
    return kinds


def _write(family: Family, amal: Worker) -> None:
    def entry(kind: str, on: str, clock: str, text: str, about: list[Participant], allegation: str = "") -> None:
        _entry(family, kind, on, clock, text, about, allegation, amal)

    entry(
        "call",
        "2026-02-18",
        "10:30",
        "I spoke with Lena by telephone, alone. She said that Callum pushed her against the kitchen door on 9 February"
        " while both children were upstairs, and that Iris came down and saw her on the floor.",
        [family.mother, family.iris],
        "alleged",
    )
    entry(
        "call",
        "2026-02-19",
        "15:00",
        "I spoke with Callum by telephone. He denies pushing Lena. He said that they argued about money, that she"
        " slipped, and that he has not been told where the children are. He wants to see them every weekend.",
        [family.father],
    )
    entry(
        "childs_words",
        "2026-03-03",
        "15:40",
        'Iris, at school, with her class teacher near. She drew two houses. She said: "I like my new bedroom. I want'
        " to see Daddy at Nana's, not at the old house. When they shout on the phone my tummy goes funny.\"",
        [family.iris],
    )


def _entry(
    family: Family, kind: str, on: str, clock: str, text: str, about: list[Participant], allegation: str, amal: Worker
) -> None:
    begins = at(on, clock)
    local = begins.astimezone(ZoneInfo(ZONE))
    actions.write_entry(
        case=family.case,
        kind=kind,
        text=text,
        happened_text=f"{local:%-d %B %Y}, {clock}",
        happened=rules.happened("exact", local.date(), local.time(), None, ZONE),
        precision="exact",
        about=about,
        allegation=allegation,
        by=amal,
        at=at(on, "17:05"),
    )
