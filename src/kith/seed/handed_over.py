"""What the parents of the Quillfeather case hand over: the same weeks, from either telephone."""

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PIL import Image

from kith.core import files
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.exhibits import actions, queries
from kith.exhibits.models import Exhibit
from kith.record.models import Case, Participant
from kith.seed.quillfeather import Family
from kith.seed.times import at

EXPORTS = Path(__file__).parent / "exports"
CHAT = "WhatsApp Chat with Callum Q"
PICTURE = "IMG-20260114-WA0003.jpg"
READ_SECONDS = 60.0
_ZIPPED_AT = (2026, 2, 26, 16, 30, 0)


class NotRead(Exception):
    """The job worker has not read an exhibit in time."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The two exports, read, with what could be answered answered."""

    lenas: Exhibit
    callums: Exhibit


def make(family: Family, amal: Worker) -> HandedOver:
    """Take both exports in, have the worker process read them, and answer what Amal could find out.

    Raises:
        NotRead: no worker process runs jobs.
    """
    lenas = _take_in(
        family.case,
        _lenas_zip(),
        f"{CHAT}.zip",
        giver=family.mother,
        on=date(2026, 2, 26),
        how="in_person",
        authority="Lena exported the chat herself, beside me, and consents to our keeping it and to its use in court.",
        question="What was said between the parents before and after 9 February?",
        amal=amal,
    )
    callums = _take_in(
        family.case,
        (EXPORTS / "callum-iphone.txt").read_bytes(),
        "WhatsApp Chat - Lena.txt",
        giver=family.father,
        on=date(2026, 3, 5),
        how="email",
        authority="Callum sent it with his account, and consents to our keeping it and to its use in court.",
        question="What does Callum's own telephone hold of the same weeks?",
        amal=amal,
    )
    for exhibit in (lenas, callums):
        _wait(lambda exhibit=exhibit: _now(exhibit, amal).read_at is not None)  # type: ignore[misc]
    _settle(lenas, {"Callum Q": family.father, "Lena": family.mother}, {"zone": "Europe/London"}, amal)
    # The same lines stand in Lena's export under 8 February, which settles the order. The zone of Callum's telephone
    # nobody has asked him yet: it stays assumed, and says so.
    _settle(callums, {"Me": family.father, "Lena": family.mother}, {"order": "mdy"}, amal)
    return HandedOver(_now(lenas, amal), _now(callums, amal))


def _take_in(
    case: Case,
    data: bytes,
    name: str,
    *,
    giver: Participant,
    on: date,
    how: str,
    authority: str,
    question: str,
    amal: Worker,
) -> Exhibit:
    writer = files.Writer(files.store())
    writer.write(data)
    return actions.take_in(
        case=case,
        incoming=files.Incoming(writer, name, None, len(data)),
        from_participant=giver,
        how=how,
        handed_over_on=on,
        authority=authority,
        question=question,
        by=amal,
        at=at(on.isoformat(), "16:45"),
    )


def _settle(exhibit: Exhibit, who: dict[str, Participant], answers: dict[str, str], amal: Worker) -> None:
    """Say who writes, answer questions, and wait until the items stand where the answers put them."""
    with scoped(worker_id=amal.id, case_id=exhibit.case_id):
        shown = queries.questions_page(exhibit.case, exhibit).questions
        asked = {row.key: row for row in (queries.question_in(exhibit, str(each.id)) for each in shown)}
        names = {row.name_text: number for number, row in queries.speaker_rows(exhibit).items()}
    people = {names[name]: str(person.id) for name, person in who.items()}
    when = at("2026-03-06", "10:15")
    actions.say_who_all(exhibit=exhibit, who=people, by=amal, at=when)
    for key, answer in answers.items():
        actions.answer_question(question=asked[key], answer=answer, by=amal, at=when)
    _wait(lambda: _now(exhibit, amal).placed_at is not None)


def _now(exhibit: Exhibit, amal: Worker) -> Exhibit:
    with scoped(worker_id=amal.id, case_id=exhibit.case_id):
        return queries.exhibit_in(exhibit.case_id, UUID(str(exhibit.id)))


def _wait(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + READ_SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise NotRead("The job process has not read an exhibit within a minute; what it says stands above.")
        time.sleep(0.1)


def _lenas_zip() -> bytes:
    """Pack Lena's export as her telephone does: the chat and the picture she sent. The same bytes each time."""
    picture = io.BytesIO()
    Image.new("RGB", (480, 360), (104, 122, 110)).save(picture, "JPEG", quality=60)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (
            (f"{CHAT}.txt", (EXPORTS / "lena-android.txt").read_bytes()),
            (PICTURE, picture.getvalue()),
        ):
            archive.writestr(zipfile.ZipInfo(name, _ZIPPED_AT), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
