"""A case with an exhibit, an allegation, a decision and a kept quotation; nobody in it exists."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from kith.core import files
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.court import testing
from kith.court.models import Statement
from kith.exhibits.models import Exhibit
from kith.record import actions as record
from kith.record import rules
from kith.record.models import Case, Citation, Decision, Entry, Participant
from kith.record.testing import AT, case, participant, worker

FILE = b"04/03/2026, 18:04 - Robin: Back by half six\n"
HASH = hashlib.sha256(FILE).digest()
WRITTEN = datetime(2026, 3, 1, 18, 4, tzinfo=UTC)


@dataclass
class Scene:
    """Everything a test of statements stands on."""

    amal: Worker
    case: Case
    mother: Participant
    father: Participant
    court: Participant
    exhibit: Exhibit
    statement: Statement


def exhibit_in(in_case: Case, by: Worker, *, number: int = 1, says: str = "WhatsApp chat") -> Exhibit:
    """Put an exhibit's row there, as taking in would."""
    with scoped(worker_id=by.id, case_id=in_case.id):
        stored = files.keep_bytes(FILE, case_id=in_case.id, at=AT)
        return Exhibit.objects.create(
            case=in_case,
            number=number,
            name_text="WhatsApp chat.txt",
            file_id=stored.id,
            sha256=HASH,
            size_bytes=len(FILE),
            from_text="Lena Marrow, the mother",
            how=Exhibit.How.EMAIL,
            handed_over_on=date(2026, 3, 4),
            authority="Her consent",
            question="What was agreed about the return",
            taken_in_by=by,
            taken_in_at=AT,
            state=Exhibit.State.READ,
            says=says,
            zone_text="Europe/London, as Lena Marrow answered",
        )


def quotation(
    scene: Scene, text: str, *, line: int = 214, before: str = "Are you bringing her back?", member: tuple = (0, "")
) -> Citation:
    """Keep a quotation with a line before and a line after; `member` is the number and path of a file in a zip."""
    around = {"by": "Lena", "at": "1 March 2026, 18:02 GMT", "text": before, "line": line - 1}
    after = {"by": "Lena", "at": "1 March 2026, 18:05 GMT", "text": "You said six.", "line": line + 1}
    return record.keep_quotation(
        case=scene.case,
        quoted=record.Quoted(
            kind="item",
            source_id=scene.exhibit.id,
            label=scene.exhibit.label,
            sha256=HASH,
            member=member[0],
            member_text=member[1],
            span_start=10_000 + line,
            span_end=10_060 + line,
            line=line,
            said_by_text="Robin",
            said_at_text="1 March 2026, 18:04 GMT",
            text=text,
            before=[around],
            after=[after],
        ),
        by=scene.amal,
        at=AT,
    )


def entry(scene: Scene, text: str, *, allegation: str = "", citations: tuple = (), days: int = 0, **more) -> Entry:
    """Write an entry about something that happened `days` after the first."""
    begins = WRITTEN + timedelta(days=days)
    return record.write_entry(
        case=scene.case,
        kind="visit",
        text=text,
        happened_text="at the visit",
        happened=rules.Span(begins, begins + timedelta(minutes=1)),
        precision="exact",
        allegation=allegation,
        citations=citations,
        by=scene.amal,
        at=AT,
        **more,
    )


def decision(scene: Scene) -> Decision:
    """Record a decision."""
    return record.record_decision(
        case=scene.case,
        question="Should handovers move to the school?",
        options=["Handover at school", "Handover at each home"],
        chosen=0,
        childs_view="She likes going straight from class.",
        reasons="It removes the doorstep, where the arguments happened.",
        evidence_for="Both parents were late in February.\nThe school agrees.",
        decided_on=date(2026, 3, 2),
        review_on=date(2026, 6, 2),
        by=scene.amal,
        at=AT,
    )


@pytest.fixture
def scene(db) -> Scene:
    """A case of Amal's with both parents, a child, the court and a begun statement."""
    amal = worker()
    in_case = case(amal)
    record.add_participant(
        case=in_case,
        known_as="Pip",
        full_name="Pip Marrow",
        part="child",
        born_on=date(2017, 5, 9),
        by=amal,
        at=AT,
    )
    mother = record.add_participant(
        case=in_case, known_as="Lena", full_name="Lena Marrow", part="mother", side="applicant", by=amal, at=AT
    )
    father = record.add_participant(
        case=in_case,
        known_as="Robin",
        full_name="Robin Marrow",
        part="father",
        side="respondent",
        by=amal,
        at=AT + timedelta(seconds=1),
    )
    court = participant(in_case, amal, known_as="Family Court at Tarnbrook", part="court")
    exhibit = exhibit_in(in_case, amal)
    return Scene(amal, in_case, mother, father, court, exhibit, testing.statement(in_case, amal))
