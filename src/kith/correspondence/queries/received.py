"""What came to a case: one message received, the thread with one person, and what should be read at once."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse

from kith.core import files
from kith.core.errors import NotFound
from kith.core.reference import queries as reference
from kith.core.vault import Missing, Tampered, WrongKey
from kith.correspondence import rules
from kith.correspondence.models import Disowned, Message, Outbox, ReadNow, Received, ReceivedFile
from kith.correspondence.queries.letters import CannotWrite
from kith.correspondence.queries.pointing import Piece
from kith.exhibits.models import Exhibit
from kith.record import queries as record
from kith.record.models import Case, Participant
from kith.record.queries import CaseHead, leaving
from kith.ui.parts import Pager, Tag, TimelineRow

SHOWN = 50
#: Whom the answer at night names, beside the agency's own duty line (help directory).
NAMED_AT_NIGHT = ("childline", "samaritans")
DUTY = "edt"
NOT_WATCHED = (
    "Kith finds words, not meaning, and only words of its lists. Nobody watches at night: whoever is on duty sees this"
    " when they look."
)


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that came with it: the exhibit it became, or why it stays locked."""

    name: str
    size_bytes: int
    href: str
    label: str
    locked_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPage:
    """One message received: who it is from, what it says, how it was filed, and what should be done."""

    title: str
    case: CaseHead
    id: UUID
    participant_id: UUID
    participant: str
    tags: list[Tag]
    sender: str
    sender_name: str
    subject: str
    words: list[Piece]
    was_html: bool
    received_at: datetime
    sent_text: str
    check_says: str
    is_confirmed: bool
    trouble: str
    files: list[FileLine]
    kinds: list[str]
    task: ReadNow | None
    read_by: str
    disowned: Disowned | None
    disowned_by: str
    may_be_disowned: bool
    filed_says: str
    filed_why: str
    filed_by: str
    answers_url: str
    reference: str
    sha256: str
    size_bytes: int
    not_watched: str
    ring: list[str]
    may_copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPage:
    """What was sent to one person and what came from them, oldest first."""

    title: str
    case: CaseHead
    participant_id: UUID
    participant: str
    lines: list[TimelineRow]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ToRead:
    """Something that should be read at once, in a case of the running scope."""

    reference: str
    family_name: str
    at: datetime
    href: str


def as_read(subject: str, text: str) -> str:
    """Give subject and words as one text: what the places of words that were found are counted in."""
    return f"{subject}\n\n{text}" if subject else text


def way_of_address(case: Case, participant: Participant, address: str) -> UUID:
    """Find the contact detail of this person that is this address.

    Raises:
        CannotWrite: it is none of theirs that is in use.
    """
    for each in leaving.mail_addresses(case):
        is_theirs = each.participant_id == participant.id and not each.is_ended
        if is_theirs and each.value.casefold() == address.casefold():
            return each.id
    raise CannotWrite("This address is none of theirs that may be written to.")


def who_to_ring(on: date) -> tuple[str, list[str]]:
    """Give the duty number, as the agency's help directory says it, and lines of others who can help."""
    found = {row.key: row.value for row in reference.rows("help_directory", on=on)}
    duty = str(found.get(DUTY, {}).get("phone") or "")
    named = [found[key] for key in NAMED_AT_NIGHT if key in found]
    return duty, [f"{each['name']}: {each['phone']}" for each in named if each.get("phone")]


def received_in(case: Case, received_id: UUID) -> Received:
    """Find something that came to the case.

    Raises:
        NotFound: not of this case.
    """
    found = Received.objects.filter(case=case, id=received_id).select_related("participant", "filed_by").first()
    if found is None:
        raise NotFound
    return found


def received_copy(received: Received) -> bytes | None:
    """Give the exact bytes as they came; None where they do not match their hash any more."""
    try:
        with files.open_stored(files.stored_in(received.case_id, received.file_id)) as reader:
            data = reader.read()
    except (Missing, Tampered, WrongKey):
        return None
    return data if hashlib.sha256(data).digest() == bytes(received.sha256) else None


def has_locked(received: Received) -> bool:
    """Tell whether anything in it is locked: then its bytes are not given out either."""
    return ReceivedFile.objects.filter(case_id=received.case_id, received=received, exhibit_id__isnull=True).exists()


def received_page(case: Case, received_id: UUID, on: date) -> ReceivedPage:
    """Show one message received."""
    row = received_in(case, received_id)
    (sender,) = files.unlock_texts(case.id, [(f"received.sender:{row.id}", bytes(row.sender_sealed))])
    task = ReadNow.objects.filter(case=case, received=row).select_related("read_by").first()
    disowned = Disowned.objects.filter(case=case, received=row).select_related("said_by").first()
    lines = _files(row)
    return ReceivedPage(
        title=_title(row, disowned is not None),
        case=record.case_head(case),
        id=row.id,
        participant_id=row.participant_id,
        participant=row.participant.known_as,
        tags=tags_of(row, disowned is not None, task is not None and task.read_at is None),
        sender=sender,
        sender_name=row.sender_name,
        subject=row.subject,
        words=_marked(row),
        was_html=row.was_html,
        received_at=row.received_at,
        sent_text=row.sent_text,
        check_says=rules.CHECK_SAYS[rules.Check(row.check_result)] if row.kind != Received.Kind.TEXT else "",
        is_confirmed=row.check_result == rules.Check.CONFIRMED,
        trouble=row.trouble,
        files=lines,
        kinds=sorted({str(kind) for kind, _, _ in row.urgent}),
        task=task,
        read_by=task.read_by.name if task and task.read_by else "",
        disowned=disowned,
        disowned_by=disowned.said_by.name if disowned else "",
        may_be_disowned=disowned is None and row.kind != Received.Kind.BOUNCE,
        filed_says=row.get_filed_display(),
        filed_why=row.filed_why,
        filed_by=row.filed_by.name if row.filed == Received.Filed.PLACED else "",
        answers_url=reverse("correspondence:show", args=[case.id, row.message_id]) if row.message_id else "",
        reference=row.reference,
        sha256=bytes(row.sha256).hex(),
        size_bytes=row.size_bytes,
        not_watched=NOT_WATCHED,
        ring=_ring(on),
        may_copy=all(not each.locked_why for each in lines),
    )


def _ring(on: date) -> list[str]:
    duty, helps = who_to_ring(on)
    return [*([f"Duty desk: {duty}"] if duty else []), "Somebody in danger now: 999", *helps]


def _title(row: Received, is_disowned: bool) -> str:
    if row.kind == Received.Kind.BOUNCE:
        return "Could not be delivered"
    if is_disowned or row.whose != rules.Writer.THEIRS:
        return "Message from somebody else"
    return f"Message from {row.participant.known_as}"


def tags_of(row: Received, is_disowned: bool, waits: bool) -> list[Tag]:
    """Give the tags of something that came."""
    found = [Tag("Read this now", "red")] if waits else []
    if row.kind == Received.Kind.BOUNCE:
        return [*found, Tag("Could not be delivered", "red")]
    if is_disowned:
        found.append(Tag("Not written by them", "orange"))
    elif row.whose != rules.Writer.THEIRS:
        found.append(Tag("From somebody else", "orange"))
    if row.check_result == rules.Check.NOT_CONFIRMED:
        found.append(Tag("Sender not confirmed", "yellow"))
    if row.is_automatic:
        found.append(Tag("Sent by a machine", "grey"))
    return found


def _marked(row: Received) -> list[Piece]:
    """Give the words with those that somebody should read at once marked; the subject stands apart."""
    whole, pieces, done = as_read(row.subject, row.text), [], 0
    for _, start, end in row.urgent:
        pieces += [Piece(whole[done:start], False), Piece(whole[start:end], True)]
        done = end
    pieces.append(Piece(whole[done:], False))
    return [piece for piece in pieces if piece.text]


def _files(row: Received) -> list[FileLine]:
    rows = list(ReceivedFile.objects.filter(case_id=row.case_id, received=row).order_by("name_text", "id"))
    wanted = [each.exhibit_id for each in rows if each.exhibit_id]
    labels = {each.id: each.label for each in Exhibit.objects.filter(case_id=row.case_id, id__in=wanted)}
    return [
        FileLine(
            each.name_text,
            each.size_bytes,
            reverse("exhibits:show", args=[row.case_id, each.exhibit_id]) if each.exhibit_id else "",
            labels.get(each.exhibit_id, "") if each.exhibit_id else "",
            each.locked_why,
        )
        for each in rows
    ]


def thread_page(case: Case, participant: Participant, after: tuple[datetime, UUID] | None) -> ThreadPage:
    """Show what was sent to one person and what came, oldest first, after a place in that order."""
    found = [*_sent(case, participant, after), *_came(case, participant, after)]
    lines = sorted(found, key=lambda each: (each[0], each[1]))
    shown, address = lines[:SHOWN], reverse("correspondence:thread", args=[case.id, participant.id])
    at, last = (shown[-1][0], shown[-1][1]) if len(lines) > SHOWN else (None, None)
    newer = f"{address}?after={at:%Y-%m-%dT%H:%M:%S.%fZ}_{last}" if at else ""
    return ThreadPage(
        title=f"Messages with {participant.known_as}",
        case=record.case_head(case),
        participant_id=participant.id,
        participant=participant.known_as,
        lines=[line for _, _, line in shown],
        pager=Pager(older=address if after else "", newer=newer, older_text="From the beginning", newer_text="Later"),
    )


def _after(rows: Any, name: str, after: tuple[datetime, UUID] | None) -> list[Any]:
    """Take what stands after a place, in order: by key, so that a page costs the same however long the thread."""
    if after is not None:
        at, last = after
        later = rows.filter(**{f"{name}__gt": at}) | rows.filter(**{name: at, "id__gt": last})
        rows = later
    return list(rows.order_by(name, "id")[: SHOWN + 1])


def _sent(case: Case, reader: Participant, after: Any) -> list[tuple[datetime, UUID, TimelineRow]]:
    rows = Message.objects.filter(case=case, reader=reader).select_related("written_by")
    found = _after(rows, "written_at", after)
    states = dict(
        Outbox.objects.filter(case=case, message__in=[row.id for row in found]).values_list("message", "state")
    )
    shown = dict(Outbox.STATES)
    return [
        (
            row.written_at,
            row.id,
            TimelineRow(
                title=row.subject,
                at=row.written_at,
                byline=f"to {reader.known_as}, by {row.written_by.name}",
                text=row.text,
                href=reverse("correspondence:show", args=[case.id, row.id]),
                tags=[Tag(shown[states[row.id]], "grey")] if row.id in states else [],
            ),
        )
        for row in found
    ]


def _came(case: Case, participant: Participant, after: Any) -> list[tuple[datetime, UUID, TimelineRow]]:
    found = _after(_rows_with(case, participant), "received_at", after)
    return [(row.received_at, row.id, line) for row, line in zip(found, received_lines(case, found), strict=True)]


def _rows_with(case: Case, participant: Participant) -> Any:
    return Received.objects.filter(case=case, participant=participant).select_related("participant")


def received_lines(case: Case, rows: Sequence[Received]) -> list[TimelineRow]:
    """Give the lines of what came, with who wrote it as far as that is known."""
    ids = [row.id for row in rows]
    not_theirs = set(Disowned.objects.filter(case=case, received__in=ids).values_list("received", flat=True))
    waits = set(ReadNow.objects.filter(case=case, received__in=ids, read_at=None).values_list("received", flat=True))
    return [
        TimelineRow(
            title=row.subject or row.get_kind_display(),
            at=row.received_at,
            byline=byline_of(row, row.participant.known_as, row.id in not_theirs),
            text=row.text,
            href=reverse("correspondence:received", args=[case.id, row.id]),
            tags=tags_of(row, row.id in not_theirs, row.id in waits),
        )
        for row in rows
    ]


def byline_of(row: Received, known_as: str, is_disowned: bool) -> str:
    """Say who wrote something, as far as that is known: never a name where it may not be theirs."""
    if row.kind == Received.Kind.BOUNCE:
        return "from the mail server"
    if is_disowned:
        return f"kept with {known_as}; not written by them"
    if row.whose != rules.Writer.THEIRS:
        return f"from somebody else, to the thread with {known_as}"
    return f"from {known_as}"


def to_read_now() -> list[ToRead]:
    """List, in the cases of the running scope, what should be read at once, oldest first."""
    rows = ReadNow.objects.filter(read_at__isnull=True).order_by("asked_at")[:50]
    found = rows.values_list("case_id", "case__reference", "case__family_name", "received_id", "asked_at")
    return [
        ToRead(reference, family, at, reverse("correspondence:received", args=[case_id, received_id]))
        for case_id, reference, family, received_id, at in found
    ]


def to_read_on_duty() -> list[ToRead]:
    """List, for whoever is on duty, cases of their shift in which something should be read at once; no word of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reference, asked_at FROM kith_read_now_on_duty()")
        return [ToRead(found, "", at, reverse("record:reach")) for found, at in cursor]
