"""Makers for tests and for the demonstration borough: exhibits come in and are read by the same actions and jobs."""

from datetime import date, datetime
from typing import Any

from kith.core import clock, files
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.exhibits import actions, jobs, queries
from kith.exhibits.models import DropLink, Exhibit
from kith.record.models import Case, Participant
from kith.record.testing import AT

WORD = "Blue kettle"


def incoming(data: bytes, name: str) -> files.Incoming:
    """Make a file as it is when all of it has come."""
    writer = files.Writer(files.store())
    writer.write(data)
    return files.Incoming(writer, name, None, len(data))


def exhibit(
    in_case: Case,
    by: Worker,
    data: bytes,
    name: str = "WhatsApp Chat.txt",
    *,
    giver: Participant | None = None,
    at: datetime = AT,
) -> Exhibit:
    """Take a file in. Its reading is asked for, and waits: see `read`."""
    return actions.take_in(
        case=in_case,
        incoming=incoming(data, name),
        from_participant=giver,
        from_text="" if giver else "Her neighbour",
        how=Exhibit.How.IN_PERSON,
        handed_over_on=date(2026, 3, 2),
        authority="She consents to our keeping it.",
        question="What was agreed about handovers?",
        by=by,
        at=at,
    )


def read(one: Exhibit, by: Worker) -> Exhibit:
    """Read an exhibit and place its items now, as the worker process would later."""
    ids = {"case_id": str(one.case_id), "exhibit_id": str(one.id), "worker_id": str(by.id)}
    jobs.read_export(**ids)
    jobs.place_on_timeline(**ids)
    return found(one, by)


def place(one: Exhibit, by: Worker) -> Exhibit:
    """Work out dates anew, as the worker process would after an answer."""
    jobs.place_on_timeline(case_id=str(one.case_id), exhibit_id=str(one.id), worker_id=str(by.id))
    return found(one, by)


def found(one: Exhibit, by: Worker) -> Exhibit:
    """Find an exhibit as it is now."""
    with scoped(worker_id=by.id, case_id=one.case_id):
        return queries.exhibit_in(one.case_id, one.id)


def link(
    in_case: Case, by: Worker, of: Participant, *, at: datetime | None = None, **said: Any
) -> tuple[DropLink, str]:
    """Make a link by which something is asked for; gives its secret too."""
    asked: dict[str, Any] = {
        "asks": "chat",
        "phone": "unknown",
        "days": 3,
        "code_word": WORD,
        "authority": "She consents.",
    }
    asked |= {"question": "What was agreed about handovers?", **said}
    return actions.make_link(case=in_case, participant=of, by=by, at=at or clock.now(), **asked)


def drop(token: str, data: bytes, name: str = "WhatsApp Chat.txt") -> None:
    """Send a file by a link, as somebody would who knows the word."""
    sitting = actions.give_word(token=token, word=WORD, place="192.0.2.1").sitting
    case_id, key = actions.begin_sending(token=token, sitting=sitting, size_bytes=len(data))
    sent = [incoming(data, name)]
    actions.add_files(token=token, sitting=sitting, case_id=case_id, wrapped_case_key=key, sent=sent)
