"""What leaves the Quillfeather case, and what is stopped: two messages to Callum, and a statement for the court."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.core import clock
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.correspondence import actions as correspondence
from kith.correspondence import testing as coming
from kith.correspondence.actions import Sent
from kith.court import actions as court
from kith.court import queries
from kith.court.models import Statement, StatementRelease
from kith.court.queries import Papers
from kith.record import actions as record
from kith.record.models import Case, Citation, Decision, Entry
from kith.seed.quillfeather import Family
from kith.seed.quoted import Written
from kith.seed.staff import OFFICE
from kith.seed.times import at

SUBJECT = "Seeing Iris and Jonah"
#: A kind message, written in a hurry: it names the school that he must not know, in two words instead of one.
SLIP = """Dear Callum,

Iris is doing well. She has made friends at Lark Rise already and reads every evening. You can see both
children on Saturday 14 March from 10 until 12.

Amal Idris"""
MENDED = """Dear Callum,

You can see Iris and Jonah on Saturday 14 March from 10 until 12, at the contact centre in Mill Street, Tidebank.
A worker will be in the room. Please do not ask the children where they live or about the evening of 9 February.

Amal Idris"""


ANSWER = """He says he will be there at ten. I drive him, his telephone is broken.

His mother"""


@dataclass(frozen=True, slots=True)
class Left:
    """What left, and what did not."""

    stopped: Sent
    sent: Sent
    statement: Statement
    papers: Papers
    released: StatementRelease


def make(family: Family, written: Written, amal: Worker) -> Left:
    """Write to Callum, once with a slip in it, and release a statement to the court."""
    stopped = _write(family, SLIP, amal)
    sent = _write(family, MENDED, amal)
    _come_in(sent, amal)
    statement = _statement(family, written, amal)
    papers, released = _release(family, statement, amal)
    _let_in(family, amal)
    return Left(stopped, sent, statement, papers, released)


def _let_in(family: Family, amal: Worker) -> None:
    """Let Callum read what is released to him, and the court for two months."""
    now = clock.now()
    for person, until_at in ((family.father, None), (family.court, now + timedelta(days=60))):
        record.let_in(case=family.case, participant=person, until_at=until_at, by=amal, at=now)


def _write(family: Family, text: str, amal: Worker) -> Sent:
    """Send a message now: what has waited for months is not sent any more."""
    return correspondence.send_message(
        case=family.case,
        reader=family.father,
        subject=SUBJECT,
        text=text,
        purpose="When and where he can see the children",
        by=amal,
        at=clock.now(),
    )


def _come_in(sent: Sent, amal: Worker) -> None:
    """Have somebody answer from an address that is not known to be Callum's, and a stranger write."""
    assert sent.message is not None
    row = coming.row_of(sent.message.case, amal, message=sent.message)
    coming.reply(row, amal, text=ANSWER, subject=f"Re: {SUBJECT}", sender="quill.gran@example.net", file=b"10 to 12\n")
    coming.stray(text="I teach at a school near Fennby. Whom may I speak to?", subject="A worry about a pupil")


def _statement(family: Family, written: Written, amal: Worker) -> Statement:
    when = at("2026-03-16", "14:00")
    statement = court.begin_statement(
        case=_case(family.case, amal),
        court_text=family.case.court_text,
        court_number=family.case.court_number,
        ordinal=1,
        filed_for="The family court adviser",
        made_on=date(2026, 3, 16),
        role_text="Family court adviser",
        office_text=OFFICE,
        by=amal,
        at=when,
    )

    def write(kind: str, text: str) -> None:
        court.write_words(statement=statement, kind=kind, text=text, by=amal, at=when)

    def take(kind: str, source: Entry | Decision | Citation) -> None:
        court.add_pieces(statement=statement, pieces=[(kind, source.id)], by=amal, at=when)

    write("heading", "What I was asked")
    write("paragraph", "I am asked how Iris and Jonah should see their father until the final hearing.")
    write("heading", "What I read")
    write("paragraph", "Each parent gave me an export of the same conversation from their own telephone.")
    take("citation", written.fell)
    take("citation", written.tell_her)
    take("entry", written.entry)
    write("heading", "What I decided, and why")
    take("decision", written.decision)
    return statement


def _release(family: Family, statement: Statement, amal: Worker) -> tuple[Papers, StatementRelease]:
    """Make the papers, read them as the court, and release those."""
    with scoped(worker_id=amal.id, case_id=family.case.id):
        papers = queries.papers_of(statement)
    released = court.release_papers(
        statement=statement,
        reader=family.court,
        papers=papers,
        read_sha256=papers.sha256,
        purpose="To be filed by 18 March 2026",
        by=amal,
        at=at("2026-03-17", "09:30"),
    )
    return papers, released


def _case(case: Case, amal: Worker) -> Case:
    with scoped(worker_id=amal.id, case_id=case.id):
        return Case.objects.get(id=case.id)
