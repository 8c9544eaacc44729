"""Filing what came: to the thread it answers, or into the tray, or where somebody places it. All of it or nothing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.conf import settings

from kith.core import files, ledger, transactions
from kith.core.actions import action
from kith.core.errors import NotFound, Refusal
from kith.core.models import Worker
from kith.correspondence import queries, rules, scanning
from kith.correspondence.actions.answering import acknowledge, note_bounce
from kith.correspondence.actions.arriving import POST_ROOM
from kith.correspondence.actions.check_ins import stop_check_in
from kith.correspondence.apart import Opened
from kith.correspondence.models import Arrived, ReadNow, Received, ReceivedFile
from kith.correspondence.rules.heard import HeardFile
from kith.exhibits import actions as exhibits
from kith.exhibits.models import Exhibit
from kith.record import actions as record
from kith.record import queries as record_queries
from kith.record.models import Case, Participant
from kith.record.queries import leaving

TOO_LARGE = "It is larger than is taken out of a message, so it stays locked within it. It is kept whole."
OF_A_REPORT = "It came with a report of the mail server, and stays within it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where something goes, and how that is known."""

    participant: Participant
    message_id: UUID | None
    filed: str
    why: str = ""
    said_theirs: bool = False  # whoever placed it says that it is this person's


@action
def put_in_tray(*, arrived_id: UUID, opened: Opened | None, why_here: str, by: Worker, at: datetime) -> None:
    """Put something into the tray: it answers nothing of ours, or (`opened` None) filing it by itself did not work."""
    row = _new(arrived_id)
    if row is None:
        ledger.nothing_changed()
        return
    row.state, row.why_here = Arrived.State.TRAY, why_here
    if opened is not None:
        _describe(row, opened, at)
    row.save()
    ledger.note("mail.in_tray", by=by.id, at=at, about=row, facts={"why": why_here, "urgent": row.is_urgent})


def _new(arrived_id: UUID) -> Arrived | None:
    return Arrived.objects.select_for_update().filter(id=arrived_id, state=Arrived.State.NEW).first()


def _describe(row: Arrived, opened: Opened, at: datetime) -> None:
    """Keep what those who place it may see: who it says it is from, and its subject; nothing of its words."""
    heard, key = opened.heard, files.tray_key()
    sender = f"{heard.sender_name} <{heard.sender}>" if heard.sender_name else heard.sender
    row.sender_sealed = key.lock_value(sender.encode(), f"arrived.sender:{row.id}")
    row.subject_sealed = key.lock_value(heard.subject.encode(), f"arrived.subject:{row.id}")
    row.check_result = _check(row.channel, opened)
    row.is_urgent = bool(queries.urgent_in(queries.as_read(heard.subject, heard.text), at.date()))


def _filed(row: Arrived, by: Worker, at: datetime, *, is_placed: bool) -> None:
    """Have the tray keep nothing of what it says: it is its case's now."""
    row.state, row.sender_sealed, row.subject_sealed = Arrived.State.FILED, b"", b""
    if is_placed:
        row.settled_by, row.settled_at = by, at
    row.save()
    ledger.note("mail.filed", by=by.id, at=at, about=row)


@action
def place_arrived(
    *, arrived_id: UUID, case: Case, participant: Participant, is_theirs: bool, why: str, by: Worker, at: datetime
) -> Received:
    """Place something from the tray on a case and a person of it, as somebody who may open that case.

    Args:
        is_theirs: whether it was written by this person, or by somebody else about them or for them.
        why: how they know, in their words.

    Raises:
        NotFound: it is not in the tray any more.
    """
    row = Arrived.objects.select_for_update().filter(id=arrived_id, state=Arrived.State.TRAY).first()
    if row is None:
        raise NotFound
    filing = Filing(
        participant=participant, message_id=None, filed=Received.Filed.PLACED, why=why.strip(), said_theirs=is_theirs
    )
    received = _file(case, row, queries.opened(row), filing, by, at)
    _filed(row, by, at, is_placed=True)
    return received


@action
def set_aside(*, arrived_id: UUID, by: Worker, at: datetime) -> None:
    """Set something in the tray aside that concerns no family (advertising, a wrong address). It is kept.

    Raises:
        NotFound: it is not in the tray.
    """
    row = Arrived.objects.select_for_update().filter(id=arrived_id, state=Arrived.State.TRAY).first()
    if row is None:
        raise NotFound
    row.state, row.settled_by, row.settled_at = Arrived.State.SET_ASIDE, by, at
    row.save(update_fields=["state", "settled_by", "settled_at"])
    ledger.note("mail.set_aside", by=by.id, at=at, about=row)


@action
def file_to_case(
    *, arrived_id: UUID, opened: Opened, thread: queries.Thread, by: Worker, at: datetime
) -> Received | None:
    """File something to the thread it answers, on behalf of whoever wrote that or holds the case now.

    Returns:
        what was filed, or None if that was done already.
    """
    with transactions.scoped(worker_id=POST_ROOM.id):  # the tray is not this worker's to see
        row = _new(arrived_id)
        if row is not None:
            _filed(row, by, at, is_placed=False)
    if row is None:
        ledger.nothing_changed()
        return None
    case = record_queries.case_in(thread.case_id)
    participant = record_queries.participant_in(case, thread.participant_id)
    filing = Filing(participant=participant, message_id=thread.message_id, filed=thread.filed)
    received = _file(case, row, opened, filing, by, at)
    _go_on(case, received, opened, by, at)
    return received


def _go_on(case: Case, received: Received, opened: Opened, by: Worker, at: datetime) -> None:
    """Do what follows by itself: a report moves its message, "stop" stops a check-in, at night there is an answer."""
    heard, is_them = opened.heard, received.whose == rules.Writer.THEIRS and not received.is_automatic
    if is_them and rules.is_stop(received.text):
        for check_in in queries.check_ins_answered(received):
            stop_check_in(check_in=check_in, why="They answered STOP.", by=by, at=at)
    if received.kind == Received.Kind.BOUNCE and received.message_id:
        note_bounce(
            case=case,
            message_id=received.message_id,
            says=heard.bounce_says,
            is_final=heard.bounce_is_final,
            by=by,
            at=at,
        )
    elif received.kind == Received.Kind.EMAIL and is_them:
        acknowledge(received=received, address=heard.sender, by=by, at=at)


def _file(case: Case, row: Arrived, opened: Opened, filing: Filing, by: Worker, at: datetime) -> Received:
    received = _received(case, row, opened, filing, by, at)
    received.save(force_insert=True)
    _keep_files(case, received, opened, filing, by, at)
    if received.kind != Received.Kind.BOUNCE:
        record.add_to_timeline(case=case, kind="received", source_id=received.id, at=received.received_at, by=by)
    facts: dict[str, ledger.Plain] = {
        "kind": str(received.kind),
        "participant": str(filing.participant.id),
        "whose": received.whose,
        "filed": str(received.filed),
        "sha256": bytes(received.sha256).hex(),
        "size": received.size_bytes,
        "files": len(opened.files),
    }
    words = {"why": filing.why} if filing.why else {}
    ledger.note("received.filed", case_id=case.id, by=by.id, at=at, about=received, facts=facts, words=words)
    if received.urgent:
        task = ReadNow.objects.create(case=case, received=received, asked_at=at)
        ledger.note("received.read_now", case_id=case.id, by=by.id, at=at, about=task)
    return received


def _received(case: Case, row: Arrived, opened: Opened, filing: Filing, by: Worker, at: datetime) -> Received:
    heard, new_id = opened.heard, uuid4()
    kind = Received.Kind.TEXT if row.channel == "text" else Received.Kind.EMAIL
    if heard.bounce_of:
        kind = Received.Kind.BOUNCE
    stored = files.keep_bytes(opened.data, case_id=case.id, at=at)
    is_bounce = kind == Received.Kind.BOUNCE
    return Received(
        id=new_id,
        case=case,
        kind=kind,
        participant=filing.participant,
        whose=_whose(case, row, opened, filing) if not is_bounce else rules.Writer.SOMEBODY_ELSE,
        message_id=filing.message_id,
        sender_sealed=files.lock_text(case.id, f"received.sender:{new_id}", heard.sender),
        sender_name=heard.sender_name,
        subject=heard.subject,
        text=heard.text,
        was_html=heard.was_html,
        sent_text=heard.sent_text,
        reference=heard.message_id[:255],
        is_automatic=heard.is_automatic or is_bounce,
        check_result=_check(row.channel, opened),
        trouble=heard.trouble,
        urgent=[] if is_bounce else queries.urgent_in(queries.as_read(heard.subject, heard.text), at.date()),
        file_id=stored.id,
        sha256=stored.sha256,
        size_bytes=stored.size_bytes,
        received_at=row.arrived_at,
        filed=filing.filed,
        filed_why=filing.why,
        filed_by=by,
        filed_at=at,
    )


def _whose(case: Case, row: Arrived, opened: Opened, filing: Filing) -> str:
    """Say whose words it is taken to be: whoever placed it says so, or its sender's address is known to be theirs."""
    if filing.filed == Received.Filed.PLACED:
        return rules.Writer.THEIRS if filing.said_theirs else rules.Writer.SOMEBODY_ELSE
    if row.channel == "text":
        return rules.Writer.THEIRS  # it came from the number that was written to
    known = [each.value for each in leaving.mail_addresses(case) if each.participant_id == filing.participant.id]
    return rules.whose(opened.heard.sender, known)


def _check(channel: str, opened: Opened) -> str:
    if channel == "text":
        return rules.Check.NOT_ASKED
    return rules.checked(opened.heard.results, is_set_up=bool(settings.MAIL_AUTHSERV_ID))


def _keep_files(case: Case, received: Received, opened: Opened, filing: Filing, by: Worker, at: datetime) -> None:
    """Take each file in as an exhibit with its custody, or say why it stays locked within the message."""
    sender = opened.heard.sender or "nobody named"
    local = received.received_at.astimezone(ZoneInfo(settings.TIME_ZONE))
    how = f"Received by e-mail from {sender} at {local:%H:%M on %-d %B %Y}."
    for each in opened.files:
        exhibit, why = _taken_in(case, received, each, how, filing, by, at)
        ReceivedFile.objects.create(
            case=case,
            received=received,
            name_text=each.name,
            size_bytes=each.size_bytes,
            exhibit_id=exhibit.id if exhibit else None,
            locked_why=why,
        )


def _taken_in(
    case: Case, received: Received, file: HeardFile, how: str, filing: Filing, by: Worker, at: datetime
) -> tuple[Exhibit | None, str]:
    if received.kind == Received.Kind.BOUNCE:
        return None, OF_A_REPORT
    if file.data is None:
        return None, TOO_LARGE
    if why := scanning.why_locked(settings.CLAMD, file.data):
        return None, why
    is_theirs = received.whose == rules.Writer.THEIRS
    writer = files.Writer(files.store())
    writer.write(file.data)
    try:
        exhibit = exhibits.take_in(
            case=case,
            incoming=files.Incoming(writer, file.name, file.media_type, len(file.data)),
            how=Exhibit.How.EMAIL,
            handed_over_on=received.received_at.astimezone(ZoneInfo(settings.TIME_ZONE)).date(),
            authority=how,
            question=f"It came with a message: {received.subject}"[:500].strip(),
            from_participant=filing.participant if is_theirs else None,
            from_text="" if is_theirs else f"Somebody else than {filing.participant.known_as}",
            by=by,
            at=at,
        )
    except files.NoAnswer:
        writer.abandon()
        raise  # for a while: all of it is filed later
    except Refusal as refusal:
        writer.abandon()
        return None, str(refusal)[:300]
    return exhibit, ""
