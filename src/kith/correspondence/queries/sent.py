"""What was sent: the list of messages, and one message with its frozen copy."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.urls import reverse

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.correspondence.models import Message, Outbox, Received
from kith.correspondence.queries.received import received_lines
from kith.correspondence.rules import State
from kith.record import queries as record
from kith.record.models import Access, Case
from kith.record.queries import CaseHead, leaving
from kith.record.queries.leaving import AskedToLeave, FrozenCopy
from kith.ui.formats import moment
from kith.ui.parts import Pager, Tag, TimelineRow

SHOWN = 50
_COLOURS = {
    State.QUEUED: "yellow",
    State.SENDING: "blue",
    State.SENT: "green",
    State.REFUSED: "red",
    State.UNSURE: "orange",
}
NO_SERVER = "No mail server is set up: messages wait until there is one. Tell whoever looks after Kith."
NO_WRITER = (
    "Whoever wrote this may no longer open the case, so Kith does not send it in their name."
    " Read it, and write it yourself if it should go."
)
UNSURE = (
    "It was being handed over when Kith was interrupted, so it may have been sent."
    " Look before sending it again: ask the reader, or whoever looks after the mail server."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """The messages of a case, newest first, and what was stopped before it left."""

    title: str
    case: CaseHead
    lines: list[TimelineRow]
    pager: Pager
    to_look_at: int
    stopped: list[AskedToLeave]
    received: list[TimelineRow]
    people: list[tuple[UUID, str]]
    notice: str
    may_send: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPage:
    """One message: its state, what left, and how it was released."""

    title: str
    case: CaseHead
    id: UUID
    reader_id: UUID
    reader: str
    state: Tag
    says: str
    is_sent: bool
    is_unsure: bool
    may_write_again: bool
    attempts: int
    next_try_at: datetime | None
    ended_at: datetime | None
    queued_at: datetime
    written_by: str
    reference: str
    headers: list[tuple[str, str]]
    text: str
    files: list[tuple[str, int]]
    sha256: str
    size_bytes: int
    matches: bool
    asked: AskedToLeave
    facts: dict[str, tuple[str, str]]


def list_page(case: Case, by: Worker, before: datetime | None) -> ListPage:
    """List the messages of a case that were written before an instant, newest first."""
    rows = Outbox.objects.filter(case=case).select_related("message__reader", "message__written_by")
    rows = rows.annotate(is_writers=_writer_may_open())
    if before is not None:
        rows = rows.filter(message__written_at__lt=before)
    found = list(rows.order_by("-message__written_at", "-id")[: SHOWN + 1])
    address = reverse("correspondence:list", args=[case.id])
    last = found[SHOWN - 1].message.written_at if len(found) > SHOWN else None
    older = f"{address}?before={last:%Y-%m-%dT%H:%M:%S.%fZ}" if last else ""
    return ListPage(
        title="Messages",
        case=record.case_head(case),
        lines=[_line(row) for row in found[:SHOWN]],
        pager=Pager(older=older, newer=address if before else ""),
        to_look_at=sum(row.state in {State.REFUSED, State.UNSURE} and not row.settled_by_id for row in found[:SHOWN]),
        stopped=leaving.asked_to_leave(case, channel="email", stopped_only=True, newest=10) if before is None else [],
        received=_newest_received(case) if before is None else [],
        people=[(row.id, row.known_as) for row in record.participants_of(case)],
        notice="" if settings.SMTP_HOST else NO_SERVER,
        may_send=by.may(Permission.SEND),
    )


def _newest_received(case: Case) -> list[TimelineRow]:
    """Give the newest that came in; all of it stands with its person."""
    rows = Received.objects.filter(case=case).select_related("participant").order_by("-received_at", "-id")
    return received_lines(case, list(rows[:10]))


def _writer_may_open() -> Exists:
    lasting = Q(until_at__isnull=True) | Q(until_at__gt=Now())
    return Exists(Access.objects.filter(lasting, case=OuterRef("case"), worker=OuterRef("message__written_by")))


def _line(row: Any) -> TimelineRow:
    message = row.message
    sent = f"Sent {moment(row.ended_at)}." if row.state == State.SENT else ""
    return TimelineRow(
        title=message.subject,
        at=message.written_at,
        byline=f"to {message.reader.known_as}, by {message.written_by.name}",
        text=f"{sent} {_says(row)}".strip(),
        href=reverse("correspondence:show", args=[row.case_id, message.id]),
        tags=[_tag(row)],
    )


def _tag(row: Any) -> Tag:
    return Tag(row.get_state_display(), _COLOURS[State(row.state)])


def _is_orphan(row: Any) -> bool:
    """Tell whether a message waits in the name of somebody who may no longer open the case."""
    return row.state == State.QUEUED and not row.is_writers


def _says(row: Any) -> str:
    """Say what a worker should know of the state; nothing where the state says it all."""
    match State(row.state):
        case State.QUEUED if _is_orphan(row):
            return NO_WRITER
        case State.SENDING if not row.is_writers:
            return UNSURE
        case State.QUEUED if not settings.SMTP_HOST:
            return NO_SERVER
        case State.UNSURE:
            return f"{UNSURE} {row.says}".strip()
        case State.SENT if not row.settled_by_id:
            return ""
    return str(row.says)


def message_in(case: Case, message_id: UUID) -> Message:
    """Find a message of the case.

    Raises:
        NotFound: not of this case.
    """
    found = Message.objects.filter(case=case, id=message_id).first()
    if found is None:
        raise NotFound
    return found


def copy_of(case: Case, message_id: UUID) -> FrozenCopy:
    """Give the frozen copy of a message, read back from the vault.

    Raises:
        NotFound: not of this case.
    """
    message = message_in(case, message_id)
    return leaving.frozen_copies(case, message.release_id)[0]


def show_page(case: Case, message_id: UUID, by: Worker) -> ShowPage:
    """Show a message, from its frozen copy: what is shown is what left, not what was typed."""
    rows = Outbox.objects.filter(case=case, message=message_id).select_related("message__reader", "message__written_by")
    row = rows.annotate(is_writers=_writer_may_open()).first()
    if row is None:
        raise NotFound
    message = row.message
    copy = leaving.frozen_copies(case, message.release_id)[0]
    mail = leaving.taken_apart(copy.data) if copy.matches else None
    (asked,) = leaving.asked_to_leave(case, channel="email", ids=[message.release_id])
    return ShowPage(
        title=mail.subject if mail else "Message",
        case=record.case_head(case),
        id=message.id,
        reader_id=message.reader_id,
        reader=message.reader.known_as,
        state=_tag(row),
        says=_says(row),
        is_sent=row.state == State.SENT,
        is_unsure=row.state == State.UNSURE,
        may_write_again=by.may(Permission.SEND) and (row.state == State.REFUSED or _is_orphan(row)),
        attempts=row.attempts,
        next_try_at=row.next_try_at if row.state == State.QUEUED and settings.SMTP_HOST else None,
        ended_at=row.ended_at,
        queued_at=row.queued_at,
        written_by=message.written_by.name,
        reference=row.reference,
        headers=[each for each in mail.headers if each[0] in {"From", "To", "Date"}] if mail else [],
        text=mail.text if mail else "",
        files=[(each.name, len(each.data)) for each in mail.files] if mail else [],
        sha256=copy.sha256,
        size_bytes=len(copy.data),
        matches=copy.matches,
        asked=asked,
        facts=leaving.facts_in_words(case) if asked.findings else {},
    )
