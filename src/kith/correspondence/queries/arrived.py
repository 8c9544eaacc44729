"""The tray: what came and is of no case yet, for those who place it; and where what came belongs, by ids alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from kith.core import files
from kith.core.errors import NotFound
from kith.core.reference import queries as reference
from kith.correspondence import apart, rules
from kith.correspondence.models import Arrived
from kith.correspondence.rules.heard import Heard
from kith.record import queries as record
from kith.record.models import Case
from kith.record.queries import CaseHead

SHOWN = 100
NOT_SET_UP = "Kith fetches no mail and takes no texts: neither is set up. Tell whoever looks after it."
WHY_HERE = {
    "unknown": "It answers none of our messages.",
    "no number": "Nobody was written to at this number.",
    "shared number": "More than one person was written to at this number.",
    "nobody": "It answers a message of a case that nobody may open now.",
    "not opened": "It could not be opened.",
    "stopped": "Filing it by itself did not work.",
}


@dataclass(frozen=True, slots=True)
class Thread:
    """What something answers: case, message, whom that was written to, and who acts (None: nobody may open it now)."""

    case_id: UUID
    participant_id: UUID
    worker_id: UUID | None
    message_id: UUID | None
    filed: str


@dataclass(frozen=True, slots=True)
class Belongs:
    """Something that was opened: what it answers, or why it is for the tray."""

    opened: apart.Opened
    thread: Thread | None
    why_here: str


@dataclass(frozen=True, slots=True)
class TrayLine:
    """One thing in the tray: who it says it is from, its subject, and nothing else of what it says."""

    id: UUID
    channel: str
    sender: str
    subject: str
    arrived_at: datetime
    why_here: str
    check_says: str
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class TrayPage:
    """What waits to be placed: what may be urgent first, then oldest first."""

    title: str
    lines: list[TrayLine]
    waits_to_be_opened: int
    notice: str


@dataclass(frozen=True, slots=True)
class PlacePage:
    """One thing from the tray, to be placed."""

    title: str
    line: TrayLine


@dataclass(frozen=True, slots=True)
class PlaceInPage:
    """Who on a case wrote it."""

    title: str
    case: CaseHead
    line: TrayLine
    people: list[tuple[UUID, str]]


def reply_key() -> bytes:
    """Give the key that signs reply addresses."""
    return files.keyed("reply address", b"")


def reply_to(message_id: UUID) -> str:
    """Give the address that answers to a message go to; empty where the agency names none."""
    if not settings.MAIL_REPLY_TO:
        return ""
    return rules.reply_address(settings.MAIL_REPLY_TO, message_id, reply_key())


def number_as_written(number: str) -> str:
    """Give a telephone number in one form: figures with the country's code (44 where none is said)."""
    figures = re.sub(r"\D", "", number)
    return figures.removeprefix("00") if figures.startswith("00") else re.sub("^0", "44", figures)


def fingerprint_of(number: str) -> bytes:
    """Give the keyed hash by which a number is known again."""
    return files.keyed("known way", number_as_written(number).encode())


def answered(heard: Heard) -> Thread | None:
    """Find the message that a mail answers: by its reply address first, then by what its headers name."""
    key = reply_key()
    ids = [found for address in heard.to if (found := rules.read_reply_address(address, key))]
    refs = list(heard.bounce_of or heard.answers)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id, reader_id, worker_id, message_id FROM kith_answered(%s::uuid[], %s::text[])", [ids, refs]
        )
        row = cursor.fetchone()
    if row is None:
        return None
    case_id, reader_id, worker_id, message_id = row
    return Thread(case_id, reader_id, worker_id, message_id, "address" if message_id in ids else "thread")


def known_by_number(number: str) -> list[Thread]:
    """Find whom a number was written to; more than one where several people use it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, participant_id, worker_id FROM kith_known_way(%s)", [fingerprint_of(number)])
        return [Thread(case_id, who, worker_id, None, "number") for case_id, who, worker_id in cursor]


def bytes_of(row: Arrived) -> bytes:
    """Give the exact bytes of something in the tray."""
    with files.open_in_tray(file_id=row.file_id, address=row.address, wrapped_key=bytes(row.wrapped_key)) as reader:
        return reader.read()


def opened(row: Arrived) -> apart.Opened:
    """Open something in the tray, in a child that can reach nothing."""
    data = bytes_of(row)
    if row.channel == "text":
        return apart.open_text(data)
    return apart.open_apart(data, believed=settings.MAIL_AUTHSERV_ID)


def belongs(arrived_id: UUID) -> Belongs | None:
    """Open something that was kept, and say where it belongs; None if it is filed or in the tray already."""
    row = Arrived.objects.filter(id=arrived_id, state=Arrived.State.NEW).first()
    if row is None:
        return None
    mail = opened(row)
    thread, why_here = _thread_of(row.channel, mail.heard)
    return Belongs(mail, thread if thread and thread.worker_id else None, "nobody" if thread else why_here)


def _thread_of(channel: str, heard: Heard) -> tuple[Thread | None, str]:
    if channel == "text":
        found = known_by_number(heard.sender) if heard.sender else []
        return (found[0], "") if len(found) == 1 else (None, "shared number" if found else "no number")
    return answered(heard), "not opened" if heard.trouble == apart.NOT_OPENED else "unknown"


def urgent_in(words: str, on: date) -> list[list[str | int]]:
    """Find the words of the agency's lists in a text: kind, first letter, letter after the last."""
    lists = [(str(row.value["name"]), list(row.value["phrases"])) for row in reference.rows("urgent_words", on=on)]
    return [[each.kind, each.start, each.end] for each in rules.find_urgent(words, lists)]


def new_arrivals() -> list[UUID]:
    """List what was kept and not opened yet, oldest first."""
    rows = Arrived.objects.filter(state=Arrived.State.NEW).order_by("arrived_at", "id")
    return list(rows.values_list("id", flat=True)[:500])


def to_clear() -> list[UUID]:
    """List what is filed and whose bytes still lie in the tray."""
    rows = Arrived.objects.filter(state=Arrived.State.FILED, is_kept_here=True)
    return list(rows.values_list("id", flat=True)[:500])


def arrived_at(place: str) -> Arrived | None:
    """Find what was taken from a place of a mailbox."""
    return Arrived.objects.filter(place=place).first()


def in_tray(arrived_id: UUID) -> Arrived:
    """Find something that waits to be placed.

    Raises:
        NotFound: there is none, or it is placed.
    """
    row = Arrived.objects.filter(id=arrived_id, state=Arrived.State.TRAY).first()
    if row is None:
        raise NotFound
    return row


def tray_page() -> TrayPage:
    """Show the tray."""
    rows = Arrived.objects.filter(state=Arrived.State.TRAY).order_by("-is_urgent", "arrived_at", "id")[:SHOWN]
    waiting = Arrived.objects.filter(state=Arrived.State.NEW).count()
    is_set_up = bool(settings.IMAP_HOST or settings.TEXT_IN_TOKEN)
    notice = "" if is_set_up else NOT_SET_UP
    return TrayPage("What came in", lines_of(rows), waiting, notice)


def place_page(arrived_id: UUID) -> PlacePage:
    """Show one thing to be placed."""
    return PlacePage("Where does this belong?", lines_of([in_tray(arrived_id)])[0])


def place_in_page(case: Case, arrived_id: UUID) -> PlaceInPage:
    """Show who on a case may have written it."""
    people = [(row.id, f"{row.known_as} ({row.get_part_display().lower()})") for row in record.participants_of(case)]
    line = lines_of([in_tray(arrived_id)])[0]
    return PlaceInPage("Who wrote this?", record.case_head(case), line, people)


def lines_of(rows: Iterable[Arrived]) -> list[TrayLine]:
    """Give the lines of the tray, with sender and subject opened."""
    return [
        TrayLine(
            row.id,
            "Text message" if row.channel == "text" else "E-mail",
            _unlocked(row, "sender", row.sender_sealed) or "Nobody is named",
            _unlocked(row, "subject", row.subject_sealed) or "No subject",
            row.arrived_at,
            WHY_HERE.get(row.why_here, ""),
            rules.CHECK_SAYS.get(row.check_result, "") if row.channel == "email" else "",  # type: ignore[call-overload]
            row.is_urgent,
        )
        for row in rows
    ]


def _unlocked(row: Arrived, what: str, locked: bytes | memoryview) -> str:
    if not bytes(locked):
        return ""
    return files.tray_key().unlock_value(bytes(locked), f"arrived.{what}:{row.id}").decode()


def cases_by_reference(reference_text: str) -> Case | None:
    """Find a case that this worker may open, by its reference; None if there is none, or it is not theirs to open."""
    return Case.objects.filter(reference__iexact=reference_text.strip()).first()
