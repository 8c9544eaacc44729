"""What was sent: the list of messages, and one message with its frozen copy."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.urls import reverse

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.correspondence import channels
from kith.correspondence.models import Message, Outbox, Receipt, Received
from kith.correspondence.queries import costs
from kith.correspondence.queries.letters import lines_of
from kith.correspondence.queries.past_plan import held_in_words
from kith.correspondence.queries.received import received_lines
from kith.correspondence.queries.standing import load_of
from kith.correspondence.rules import DID_NOT_GO, WAITING, State, meaning_of
from kith.record import queries as record
from kith.record.models import Access, Case
from kith.record.queries import CaseHead, leaving
from kith.record.queries.contact_plan import Leave
from kith.record.queries.leaving import AskedToLeave, FrozenCopy, Mail
from kith.ui.formats import moment
from kith.ui.parts import Pager, Tag, TimelineRow

SHOWN = 50
_COLOURS = {
    State.QUEUED: "yellow",
    State.SENDING: "blue",
    State.CREATED: "yellow",
    State.HELD: "purple",
    State.SENT: "green",
    State.DELIVERED: "green",
    State.FAILED: "red",
    State.EXPIRED: "red",
    State.REFUSED: "red",
    State.UNSURE: "orange",
}
#: What a letter and a call are called while and after a person does them.
_BY_HAND = {
    ("letter", State.CREATED): "To be posted",
    ("letter", State.SENT): "Posted",
    ("phone", State.CREATED): "To be called",
    ("phone", State.DELIVERED): "Called",
}
NO_SERVER = "No mail server is set up: messages wait until there is one. Tell whoever looks after Kith."
NOT_SET_UP = "This channel is no longer set up: it waits until it is. Tell whoever looks after Kith."
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


@dataclass(frozen=True, slots=True)
class Told:
    """A receipt in plain words."""

    at: datetime
    says: str
    status: str
    is_late: bool


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
    channel: str
    how: str
    asks: str  # the form its state asks for: "settle", "post", "call" or none
    may_stop: bool
    may_put_away: bool
    not_now: str
    is_sent: bool
    may_write_again: bool
    receipts: list[Told]
    size: str
    useless_after: datetime
    attempts: int
    next_try_at: datetime | None
    ended_at: datetime | None
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
        to_look_at=sum(row.state in {*DID_NOT_GO, State.UNSURE} and not row.settled_by_id for row in found[:SHOWN]),
        stopped=leaving.asked_to_leave(case, channel=list(channels.NAMES), stopped_only=True, newest=10)
        if before is None
        else [],
        received=_newest_received(case) if before is None else [],
        people=[(row.id, row.known_as) for row in record.participants_of(case)],
        notice="" if channels.of("email") else NO_SERVER,
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
    went = row.state in {State.SENT, State.DELIVERED} and moment(row.ended_at) != moment(message.written_at)
    sent = f"{_state_in_words(row)} {moment(row.ended_at)}." if went else ""
    return TimelineRow(
        title=message.subject or channels.NAMES[message.channel],
        at=message.written_at,
        byline=f"{channels.NAMES[message.channel]} to {message.reader.known_as}, by {message.written_by.name}",
        text=f"{sent} {_says(row)}".strip(),
        href=reverse("correspondence:show", args=[row.case_id, message.id]),
        tags=[_tag(row)],
    )


def _tag(row: Any) -> Tag:
    return Tag(_state_in_words(row), _COLOURS[State(row.state)])


def _state_in_words(row: Any) -> str:
    return _BY_HAND.get((row.message.channel, State(row.state)), str(row.get_state_display()))


def _is_orphan(row: Any) -> bool:
    """Tell whether a message waits in the name of somebody who may no longer open the case."""
    return row.state in {State.QUEUED, State.HELD} and not row.is_writers


def _says(row: Any) -> str:
    """Say what a worker should know of the state; nothing where the state says it all."""
    match State(row.state):
        case State.QUEUED | State.HELD if _is_orphan(row):
            return NO_WRITER
        case State.HELD:
            return held_in_words(Leave("held", row.next_try_at, row.says), row.message.written_at)
        case State.SENDING if not row.is_writers:
            return UNSURE
        case State.QUEUED if channels.of(row.message.channel) is None:
            return NO_SERVER if row.message.channel == "email" else NOT_SET_UP
        case State.UNSURE:
            return f"{UNSURE} {row.says}".strip()
        case State.SENT if not row.settled_by_id and row.message.channel == "email":
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


def show_page(case: Case, message_id: UUID, by: Worker, at: datetime) -> ShowPage:
    """Show a message, from its frozen copy: what is shown is what left, not what was typed."""
    rows = Outbox.objects.filter(case=case, message=message_id).select_related("message__reader", "message__written_by")
    row = rows.annotate(is_writers=_writer_may_open()).first()
    if row is None:
        raise NotFound
    message, state, may_send = row.message, State(row.state), by.may(Permission.SEND)
    copy = leaving.frozen_copies(case, message.release_id)[0]
    mail = _read(message, copy) if copy.matches else None
    (asked,) = leaving.asked_to_leave(case, channel=message.channel, ids=[message.release_id])
    return ShowPage(
        title=(mail.subject if mail else "") or (channels.NAMES[message.channel] if mail else "Message"),
        case=record.case_head(case),
        id=message.id,
        reader_id=message.reader_id,
        reader=message.reader.known_as,
        state=_tag(row),
        says=_says(row),
        channel=message.channel,
        how=channels.NAMES[message.channel],
        asks=_asks(row, by),
        may_stop=may_send and state in WAITING,
        may_put_away=may_send and state in DID_NOT_GO and row.settled_by_id is None,
        not_now=_not_now(row, at) if state == State.CREATED else "",
        is_sent=state in {State.SENT, State.DELIVERED},
        may_write_again=may_send and (state in DID_NOT_GO or _is_orphan(row)),
        receipts=_receipts(row),
        size=costs.weighed(message.channel, copy.data, at).size if mail else "",
        useless_after=row.useless_after,
        attempts=row.attempts,
        next_try_at=row.next_try_at if state == State.QUEUED and channels.of(message.channel) else None,
        ended_at=row.ended_at,
        reference=row.reference,
        headers=_headers(case, message, mail) if mail else [],
        text=mail.text if mail else "",
        files=[(each.name, len(each.data)) for each in mail.files] if mail else [],
        sha256=copy.sha256,
        size_bytes=len(copy.data),
        matches=copy.matches,
        asked=asked,
        facts=leaving.facts_in_words(case) if asked.findings else {},
    )


def _read(message: Message, copy: FrozenCopy) -> Mail | None:
    """Read frozen bytes as their reader is shown them; the words of a printed letter are kept beside its PDF."""
    if copy.media_type == leaving.MAIL:
        return leaving.taken_apart(copy.data)
    if copy.media_type == leaving.WORDS:
        return Mail("", copy.data.decode(), (), ())
    return Mail(message.subject, message.text, (), ())


def _headers(case: Case, message: Message, mail: Mail) -> list[tuple[str, str]]:
    """Say from whom and to where: as the e-mail itself does, else as the contact detail stands."""
    if message.channel == "email":
        return [each for each in mail.headers if each[0] in {"From", "To", "Date"}]
    values = [each.value for each in leaving.addresses(case) if each.id == message.contact_id]
    return [("Number" if message.channel == "phone" else "To", ", ".join(lines_of(value))) for value in values]


def _asks(row: Any, by: Worker) -> str:
    """Name the form that a message's state asks of this worker."""
    match State(row.state), row.message.channel:
        case State.UNSURE, _ if by.may(Permission.SEND):
            return "settle"
        case State.CREATED, "letter" if by.may(Permission.POST_LETTERS):
            return "post"
        case State.CREATED, "phone" if by.may(Permission.POST_LETTERS):
            return "call"
    return ""


def _not_now(row: Any, at: datetime) -> str:
    """Say why what waits for a person may not be done now; nothing where it may."""
    found = load_of(row, at)
    if not isinstance(found, Leave):
        return ""
    return held_in_words(found, row.message.written_at) if found.until else found.why


def _receipts(row: Any) -> list[Told]:
    rows = Receipt.objects.filter(case_id=row.case_id, outbox=row).order_by("came_at", "id")
    found = []
    for each in rows:
        meaning = meaning_of(each.status)
        says = meaning.says if meaning else "The service said something that Kith does not know."
        found.append(Told(each.theirs_at or each.came_at, says, each.status, each.is_late))
    return found
