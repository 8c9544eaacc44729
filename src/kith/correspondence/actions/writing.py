"""Words and files that wait to be sent."""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from kith.core import files, ledger, opening, room
from kith.core.actions import action, draft
from kith.core.errors import Refusal
from kith.core.models import StoredFile, Worker
from kith.correspondence import queries, rules
from kith.correspondence.models import Enclosure, Message, Outbox
from kith.record import actions as record
from kith.record import queries as record_queries
from kith.record.models import Case, Draft, Participant


class TooLate(Refusal):
    """What was asked for is past: the message left, or the file waits no more."""


class NotCleaned(Refusal):
    """There is no clean copy of a file; the text says why, and the mend."""


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """A file without what nobody sees; what was taken out, and what may still tell, in words of ours."""

    enclosure: Enclosure
    taken_out: list[str]
    left: list[str]


@draft
def keep_words(*, case: Case, reader: Participant, words: Mapping[str, str], by: Worker, at: datetime) -> Draft | None:
    """Keep the words of a form that was sent, as the newest version of its draft; the versions before stay.

    Returns:
        the draft, or None if these are the newest words already.
    """
    place = queries.place_of(reader)
    begun = record_queries.begun(case, place, by)
    if dict(begun.words) == dict(words):
        return None
    return record.save_draft(case=case, place=place, words=words, version=begun.version, by=by, at=at)


@action
def attach_upload(*, case: Case, reader: Participant, upload: files.Incoming, by: Worker, at: datetime) -> Enclosure:
    """Keep an uploaded file of the case and put it with the words being written.

    Raises:
        rules.NotSendable: its name cannot stand in an e-mail, or the files are too large together; nothing is kept.
        room.Full: the case or the agency may keep no more; nothing is kept.
    """
    name = PurePosixPath(upload.name or "").name
    try:
        _check(case, reader, by, name, upload.size or 0)
        room.check(case_id=case.id, size_bytes=upload.size or 0)
    except (rules.NotSendable, room.Full):
        upload.writer.abandon()
        raise
    stored = files.keep(upload.writer, case_id=case.id, at=at)
    return _enclose(case, reader, stored, name, mimetypes.guess_type(name)[0] or "application/octet-stream", by, at)


@action
def attach_stored(
    *, case: Case, reader: Participant, stored: StoredFile, name: str, media_type: str, by: Worker, at: datetime
) -> Enclosure:
    """Put a file that the case holds already (a document made here) with the words being written.

    Raises:
        rules.NotSendable: as for an upload.
    """
    _check(case, reader, by, name, stored.size_bytes)
    return _enclose(case, reader, stored, name, media_type, by, at)


def _check(case: Case, reader: Participant, by: Worker, name: str, size_bytes: int) -> None:
    rules.check_file_name(name)
    waiting = queries.enclosures_of(case, reader, by)
    rules.check_size([*(each.size_bytes for each in waiting), size_bytes])


def _enclose(
    case: Case, reader: Participant, stored: StoredFile, name: str, media_type: str, by: Worker, at: datetime
) -> Enclosure:
    enclosure = Enclosure.objects.create(
        case=case,
        reader_id=reader.id,
        name_text=name,
        media_type=media_type[:100],
        file_id=stored.id,
        sha256=stored.sha256,
        size_bytes=stored.size_bytes,
        added_by=by,
        added_at=at,
    )
    facts = {"reader": str(reader.id), "sha256": bytes(stored.sha256).hex(), "bytes": stored.size_bytes}
    ledger.note("message.file_attached", case_id=case.id, by=by.id, at=at, about=enclosure, facts=facts)
    return enclosure


@action
def make_clean_copy(*, case: Case, reader: Participant, enclosure: Enclosure, by: Worker, at: datetime) -> CleanCopy:
    """Put a clean copy of a file that waits in its place; the case keeps the original.

    Raises:
        NotCleaned: this file cannot be cleaned; it still waits as it is.
    """
    made = opening.clean(enclosure.name_text, queries.content_of(enclosure))
    if made.why_not:
        raise NotCleaned(made.why_not)
    copy = put_in_place(case=case, reader=reader, enclosure=enclosure, data=made.data, by=by, at=at)
    taken_out = list(dict.fromkeys(what for what, _ in made.removed))
    facts = {"of": bytes(enclosure.sha256).hex(), "sha256": bytes(copy.sha256).hex(), "taken_out": taken_out}
    ledger.note("message.file_cleaned", case_id=case.id, by=by.id, at=at, about=copy, facts=facts)
    return CleanCopy(copy, taken_out, list(dict.fromkeys(what for what, _ in made.left)))


@action
def put_in_place(
    *, case: Case, reader: Participant, enclosure: Enclosure, data: bytes, by: Worker, at: datetime
) -> Enclosure:
    """Have a copy of a file wait in its place; the case keeps the file."""
    stored = files.keep_bytes(data, case_id=case.id, at=at)
    enclosure.removed_at = at
    enclosure.save(update_fields=["removed_at"])
    return _enclose(case, reader, stored, enclosure.name_text, enclosure.media_type, by, at)


@action
def take_off(*, enclosure: Enclosure, by: Worker, at: datetime) -> None:
    """Take a file off the words being written; the case keeps it."""
    enclosure.removed_at = at
    enclosure.save(update_fields=["removed_at"])
    ledger.note("message.file_taken_off", case_id=enclosure.case_id, by=by.id, at=at, about=enclosure)


@action
def write_again(*, case: Case, message: Message, by: Worker, at: datetime) -> Participant:
    """Begin a new message with the words and files of one that was not sent; it is checked and released anew.

    Raises:
        TooLate: the message is on its way, was sent, or may have been.
    """
    state = Outbox.objects.filter(case=case, message=message).values_list("state", flat=True).get()
    if state not in {*rules.DID_NOT_GO, rules.State.QUEUED, rules.State.HELD}:
        raise TooLate("This message was sent, or may have been. Say first what came of it.")
    reader = record_queries.participant_in(case, message.reader_id)
    words = {"subject": message.subject, "text": message.text, "contact": f"{message.channel}:{message.contact_id}"}
    keep_words(case=case, reader=reader, words=words, by=by, at=at)
    waiting = {bytes(each.sha256) for each in queries.enclosures_of(case, reader, by)}
    for each in Enclosure.objects.filter(case=case, message=message).order_by("added_at", "id"):
        if bytes(each.sha256) not in waiting:
            stored = files.stored_in(case.id, each.file_id)
            _enclose(case, reader, stored, each.name_text, each.media_type, by, at)
    Outbox.objects.filter(case=case, message=message, state__in=rules.DID_NOT_GO).update(settled_by=by)
    ledger.note("message.written_again", case_id=case.id, by=by.id, at=at, about=message)
    return reader
