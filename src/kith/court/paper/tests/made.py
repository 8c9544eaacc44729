"""A made-up statement; nobody in it exists."""

from datetime import date

from kith.court.paper.shape import (
    Child,
    Citation,
    Decision,
    Evidence,
    Exhibit,
    Kind,
    Line,
    Maker,
    Paragraph,
    Party,
    Quotation,
    Standing,
    Statement,
)

HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
OTHER_HASH = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"
CITED = Citation("E1", 214, "_chat.txt", (10233, 10301), OTHER_HASH)
FILE = Exhibit(
    label="E1",
    description="WhatsApp chat exported from a phone",
    handed_over_by="Marian Oakshott, the mother",
    how="By e-mail to the allocated worker, as a zip file",
    received_at="4 March 2026, 10:12 (Europe/London)",
    file_name="WhatsApp Chat with Robin.zip",
    sha256=OTHER_HASH,
    size_bytes=48213,
)
PICTURE = Exhibit(
    label="E2",
    description="Photograph of a calendar",
    handed_over_by="Robin Oakshott, the father",
    how="In person, on a memory stick",
    received_at="6 March 2026, 15:40 (Europe/London)",
    file_name="calendar.jpg",
    sha256=HASH,
    size_bytes=1048576,
)


def quotation(text: str, *, before: str = "Are you bringing her back at six?", language: str = "") -> Quotation:
    """One quoted line, 214, with a line before and two after."""
    return Quotation(
        cited=CITED,
        speaker="Robin",
        said_at="1 March 2026, 18:04 (Europe/London)",
        text=text,
        before=(Line(213, "Marian", "1 March 2026, 18:02 (Europe/London)", before),),
        after=(
            Line(215, "Marian", "1 March 2026, 18:05 (Europe/London)", "You said six. She has school."),
            Line(216, "Robin", "1 March 2026, 18:11 (Europe/London)", "Traffic. Half past. Sorry 🙏🏽"),
        ),
        note="Both parents' exports hold these lines in the same order.",
        language=language,
    )


def quoted(text: str, **around: str) -> Paragraph:
    """A paragraph that quotes one line."""
    return Paragraph(
        "On 1 March 2026 the parents wrote to each other about the return.",
        kind=Kind.QUOTATION,
        quotation=quotation(text, **around),
    )


DECISION = Decision(
    question="Whether handovers should move to the school",
    options=("Handover at school", "Handover at each home", "A third person hands over"),
    chosen="Handover at school",
    evidence_for=(Evidence("Both parents were late three times in February.", CITED), Evidence("The school agrees.")),
    evidence_against=(Evidence("There is no school in the holidays."),),
    child_view="A. said she likes going straight from class and does not want to wait in the car.",
    reasons="It removes the doorstep, where the arguments happened, and keeps A.'s week the same.",
    decided_by="Tessa Brightwater",
    decided_on=date(2026, 3, 12),
    agreed_by="Idris Penhallow, team manager",
    review_on=date(2026, 6, 12),
)
BODY = (
    Paragraph("Background", kind=Kind.HEADING),
    Paragraph("I have been the allocated social worker since 5 January 2026 and have met A. four times."),
    Paragraph(
        "The father sent more than forty messages in one night.",
        standing=Standing.ALLEGED,
        source="The mother, by telephone, 3 March 2026, 09:30 (Europe/London); see [E1, line 214].",
    ),
    Paragraph("What was written", kind=Kind.HEADING),
    quoted("Running late 😂😂, back by half six at the latest. Tell her I'm sorry."),
    Paragraph("The father showed me his own calendar [E2], which gives six o'clock."),
    Paragraph("Decision", kind=Kind.HEADING),
    Paragraph("", kind=Kind.DECISION, decision=DECISION),
)


def statement(body: tuple[Paragraph, ...] = BODY, **others: object) -> Statement:
    """A first statement for the local authority, with two exhibits."""
    held: dict[str, object] = {
        "court": "Family Court at Tarnbrook",
        "case_number": "ZZ26P00123",
        "children": (Child("A.O.", date(2017, 5, 9)), Child("B.O.")),
        "parties": (
            Party("Applicant", "Tarnbrook Borough Council"),
            Party("First Respondent", "Marian Oakshott"),
            Party("Second Respondent", "Robin Oakshott"),
        ),
        "title": "First statement of Tessa Brightwater",
        "filed_for": "The Applicant",
        "maker": Maker(
            "Tessa Brightwater", "social worker", "Children's Services, 1 Quay Street, Tarnbrook TB1 1AA", "SW00000"
        ),
        "made_on": date(2026, 3, 16),
        "number": "First statement",
        "times": "Times are Europe/London, as answered by Marian Oakshott on 4 March 2026 for E1; "
        "the time zone of E2 is as assumed.",
        "body": body,
        "exhibits": (FILE, PICTURE),
    }
    return Statement(**held | others)  # type: ignore[arg-type]
