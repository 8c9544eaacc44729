"""Taking in what somebody hands over."""

from datetime import date, datetime

from django.conf import settings

from kith.core import files, jobs, ledger, room
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import StoredFile, Worker
from kith.exhibits import rules
from kith.exhibits.models import Exhibit
from kith.record import actions as record
from kith.record.models import Case, Participant


class NotTaken(Refusal):
    """A file was not taken in; nothing of it was kept."""


class NotAgain(Refusal):
    """An exhibit cannot be read again."""


@action
def take_in(
    *,
    case: Case,
    incoming: files.Incoming,
    how: str,
    handed_over_on: date,
    authority: str,
    question: str,
    by: Worker,
    at: datetime,
    from_participant: Participant | None = None,
    from_text: str = "",
    packed_text: str = "",
) -> Exhibit:
    """Take a file in: keep it for good, number it, begin its custody log, and have it read.

    The same content again in this case is a new exhibit that names the first; its items stand on the timeline once.

    Args:
        incoming: all that came, with its name; committed here, or abandoned with the refusal.
        from_participant: who handed it over, if they are of the case; else `from_text` names them.
        packed_text: what was done to it here before it was kept: "" for a file, a sentence for a packed folder.

    Raises:
        NotTaken: it is empty or too large, or its date lies ahead.
        NoRoom: the disk is full, or what the case or the agency may keep (core.room).
    """
    _check(case, incoming, handed_over_on, at)
    return enter(
        case=case,
        stored=files.keep(incoming.writer, case_id=case.id, at=at),
        name=incoming.name or "",
        from_participant=from_participant,
        from_text=from_text,
        how=how,
        handed_over_on=handed_over_on,
        authority=authority,
        question=question,
        packed_text=packed_text,
        by=by,
        at=at,
    )


@action
def enter(
    *,
    case: Case,
    stored: StoredFile,
    name: str,
    how: str,
    handed_over_on: date,
    authority: str,
    question: str,
    by: Worker,
    at: datetime,
    from_participant: Participant | None = None,
    from_text: str = "",
    packed_text: str = "",
) -> Exhibit:
    """Number a file that the case keeps already as its next exhibit, begin its custody log, and have it read."""
    exhibit = Exhibit(
        case=case,
        number=record.give_exhibit_number(case=case, by=by),
        name_text=rules.name_kept(name),
        file_id=stored.id,
        sha256=stored.sha256,
        size_bytes=stored.size_bytes,
        from_participant=from_participant.id if from_participant else None,
        from_text=(from_participant.known_as if from_participant else from_text)[:200],
        how=how,
        handed_over_on=handed_over_on,
        authority=authority,
        question=question,
        taken_in_by=by,
        taken_in_at=at,
        packed_text=packed_text,
    )
    _settle(exhibit)
    exhibit.save(force_insert=True)
    _tell(exhibit, by, at)
    if exhibit.same_as is None:
        _ask_to_read(exhibit, by)
    return exhibit


@action
def ask_to_read(*, exhibit: Exhibit, by: Worker, at: datetime) -> Exhibit:
    """Have an exhibit read whose reading was cut short or failed, on behalf of `by`.

    Raises:
        NotAgain: it was read, or is another exhibit's copy.
    """
    try:
        rules.check_can_ask_again(exhibit.state, exhibit.same_as)
    except rules.Wrong as wrong:
        raise NotAgain(str(wrong)) from None
    if exhibit.file_id is None:
        raise NotAgain("This exhibit was erased with its file.")
    exhibit.state, exhibit.says = Exhibit.State.RECEIVED, ""
    exhibit.save(update_fields=["state", "says"])
    _ask_to_read(exhibit, by)
    ledger.note("exhibit.reading_asked", case_id=exhibit.case_id, by=by.id, at=at, about=exhibit)
    return exhibit


def _check(case: Case, incoming: files.Incoming, handed_over_on: date, at: datetime) -> None:
    size_bytes = incoming.size or 0
    try:
        rules.check_handed_over(handed_over_on, at.date())
        rules.check_size(rules.name_kept(incoming.name or ""), size_bytes, settings.LARGEST_FILE_BYTES)
        room.check(case_id=case.id, size_bytes=size_bytes)
    except (rules.Wrong, room.Full) as wrong:
        incoming.writer.abandon()
        raise wrong if isinstance(wrong, room.Full) else NotTaken(str(wrong)) from None


def _settle(exhibit: Exhibit) -> None:
    """Say whether the case holds this file already. Taking a number has locked the case, so no other is being added."""
    same = Exhibit.objects.filter(case_id=exhibit.case_id, sha256=exhibit.sha256, same_as__isnull=True)
    first = same.order_by("number").first()
    if first is None:
        exhibit.state = Exhibit.State.RECEIVED
    else:
        exhibit.state, exhibit.same_as = Exhibit.State.KEPT, first.id
        exhibit.says = f"This is the same file as {first.label}, byte for byte. It is read there, once."


def _tell(exhibit: Exhibit, by: Worker, at: datetime) -> None:
    facts: dict[str, ledger.Plain] = {
        "number": exhibit.number,
        "sha256": bytes(exhibit.sha256).hex(),
        "size": exhibit.size_bytes,
        "how": str(exhibit.how),
        "same_as": str(exhibit.same_as or ""),
        "packed": bool(exhibit.packed_text),
    }
    words = {"from": exhibit.from_text, "authority": exhibit.authority, "question": exhibit.question}
    ledger.note("exhibit.taken_in", case_id=exhibit.case_id, by=by.id, at=at, about=exhibit, facts=facts, words=words)


def _ask_to_read(exhibit: Exhibit, by: Worker) -> None:
    jobs.ask(
        "exhibits.read_export", once=str(exhibit.id), case_id=exhibit.case_id, exhibit_id=exhibit.id, worker_id=by.id
    )
