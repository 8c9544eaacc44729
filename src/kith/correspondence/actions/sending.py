"""Sending: released through the one exit, frozen, put in the outbox, asked for; all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from math import ceil
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID, uuid4

from django.conf import settings

from kith.core import jobs, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import channels, queries, rules
from kith.correspondence.models import Enclosure, Message, Outbox
from kith.correspondence.queries.writing import letter_begun
from kith.correspondence.queries.writing import seen as seen_now
from kith.correspondence.rules import State
from kith.engines import guard
from kith.record import actions as record
from kith.record.actions import Released
from kith.record.models import Case, Participant, SecondLook
from kith.record.queries.contact_plan import Leave

#: For so long an answer at night may wait for the mail server.
OF_USE_HOURS = 2


class Changed(Refusal):
    """What would leave is not what the worker was shown; nothing was sent."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of sending: the message, or None with the verdict that stopped it."""

    released: Released
    message: Message | None

    @property
    def verdict(self) -> guard.Verdict:
        """Give the verdict, with the words found."""
        return self.released.verdict


class Written(TypedDict):
    """What is to be sent, by which way (`Way.key`; else the newest e-mail address), and for how long it is of use.

    `hours` runs from when it may leave; without it, what is usual for the channel.
    """

    subject: str
    text: str
    way: NotRequired[str | UUID | None]
    hours: NotRequired[int | None]
    enclosures: NotRequired[Sequence[Enclosure]]
    by_itself: NotRequired[bool]  # no person wrote it: fixed words, sent by Kith


@action
def send_message(
    *,
    case: Case,
    reader: Participant,
    by: Worker,
    at: datetime,
    accept_warnings: bool = False,
    seen: str | None = None,
    purpose: str = "",
    is_draft: bool = True,
    urgent: str = "",
    **written: Unpack[Written],
) -> Sent:
    """Release a message to one reader and queue it; if the check stops it, keep that it was stopped and nothing else.

    Args:
        accept_warnings: the worker has seen the warnings and stands by the words.
        is_draft: these are the words that its worker has been writing to this reader; they are used up.
        seen: what the worker was shown (`rules.seen_as`); None where nobody was shown a page.
        urgent: why it cannot wait for what the reader's contact plan says; a manager looks at it afterwards.

    Raises:
        queries.NotNow: the reader's contact plan does not let it leave, and no way past it was taken.
        queries.CannotWrite: the reader has no address that may be written to.
        rules.NotSendable: the words, a file or the address cannot be sent as they are.
        Changed: what would leave, or what the check says of it, is not what was shown.
    """
    way = queries.way_to(case, reader, written.get("way"))
    past = queries.Past(queries.URGENT, urgent) if urgent.strip() else None
    asked = _Asked(case, reader, by, at, accept_warnings, seen, purpose, past)
    sent = _send(asked, way, written)
    if is_draft and sent.message is not None:
        record.use_draft(case=case, place=queries.place_of(reader), by=by, at=at)
    return sent


@action
def send_first_contact(
    *, case: Case, reader: Participant, why: str, by: Worker, at: datetime, way: str | UUID | None = None
) -> Sent:
    """Send the fixed, neutral first words to somebody whom nobody has asked yet, to ask how they may be reached.

    Args:
        why: where the address comes from, in the worker's words.
        way: `Way.key`; without it their e-mail address, or else their mobile number.

    Raises:
        queries.NotNow: they have a plan, or one that forbids it now.
        queries.CannotWrite: they have no address or mobile number of their own.
    """
    past = queries.Past(queries.FIRST_CONTACT, why)
    asked = _Asked(case, reader, by, at, False, None, "To ask how they may be reached", past)
    words = Written(subject=rules.FIRST_SUBJECT, text=rules.first_words(by.name))
    return _send(asked, queries.first_way(case, reader, way), words)


@action
def send_answer(
    *, case: Case, reader: Participant, text: str, contact_id: UUID, why: str, by: Worker, at: datetime
) -> Sent:
    """Send the fixed answer that Kith sends by itself at night to an address that somebody wrote from.

    Args:
        why: why the hours of their contact plan need not keep it; blank: it leaves only if their plan allows it now.

    Raises:
        queries.NotNow: their plan does not let it leave now. It never waits: it would say by day that it is night.
        queries.CannotWrite: that address may not be written to.
    """
    past = queries.Past(queries.ANSWER, why)
    asked = _Asked(case, reader, by, at, False, None, "An answer sent by itself: nobody reads at night", past)
    words = Written(subject=rules.ACKNOWLEDGED, text=text, by_itself=True, hours=OF_USE_HOURS)
    return _send(asked, queries.way_to(case, reader, contact_id), words)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who sends what to whom, and what they saw and said."""

    case: Case
    reader: Participant
    by: Worker
    at: datetime
    accept_warnings: bool
    seen: str | None
    purpose: str
    past: queries.Past | None


def _send(asked: _Asked, way: queries.Way, written: Written) -> Sent:
    case, reader, by, at = asked.case, asked.reader, asked.by, asked.at
    leave = queries.may_leave(case, reader, way.channel, at, asked.past)
    message = Message(id=uuid4(), case=case, reader=reader, contact_id=way.address.id, written_by=by, written_at=at)
    made = _letter(way, message, written)
    released = record.release(
        case=case,
        reader=reader,
        outgoing=made.outgoing,
        purpose=asked.purpose or f"A message ({channels.NAMES[way.channel].lower()})",
        by=by,
        at=at,
        accept_warnings=asked.accept_warnings,
    )
    if not released.may_leave:
        return Sent(released, None)
    if asked.seen is not None and asked.seen != seen_now(made, released.verdict):
        raise Changed("The words, the files or what is protected have changed since this page was made. Read it again.")
    message.release_id, message.channel = released.release.id, made.outgoing.channel
    message.subject, message.text = made.mail.subject, made.mail.text
    message.save(force_insert=True)
    if asked.past is not None and leave.may != "now":
        _note_past(message, asked.past, leave, by, at)
        leave = Leave("now", None, leave.why)
    _queue(message, leave, written, by)
    return Sent(released, message)


def _note_past(message: Message, past: queries.Past, leave: Leave, by: Worker, at: datetime) -> None:
    record.go_through(
        case=message.case,
        participant=message.reader,
        kind=past.kind,
        channel=message.channel,
        thing=message.id,
        leave=leave,
        why=past.why,
        by=by,
        at=at,
    )


@action
def ask_about_message(*, case: Case, reader: Participant, why: str, by: Worker, at: datetime) -> SecondLook:
    """Ask a second person about the words begun to a reader, exactly as they would leave.

    Raises:
        queries.CannotWrite, rules.NotSendable: as for sending.
        record.NobodyMayPass: nothing stops them, or nobody may pass them; nothing is kept.
    """
    made = letter_begun(case, reader, by, at)
    return record.ask_second_person(case=case, reader=reader, outgoing=made.outgoing, why=why, by=by, at=at)


def _reference(message_id: UUID, channel: str) -> str:
    """Make the reference: for an e-mail its Message-ID at the domain the agency writes from, else an opaque id."""
    if channel != "email":
        return str(message_id)
    domain = parseaddr(settings.SMTP_FROM)[1].rpartition("@")[2] or "kith.invalid"
    return f"<{message_id}@{domain}>"


def _letter(way: queries.Way, message: Message, written: Written) -> queries.Letter:
    return queries.letter(
        reader=message.reader,
        way=way,
        words=queries.Words(
            written["subject"],
            written["text"],
            written.get("enclosures", ()),
            reply_to=queries.reply_to(message.id),
            by_itself=written.get("by_itself", False),
        ),
        reference=_reference(message.id, way.channel),
        at=message.written_at,
    )


def _queue(message: Message, leave: Leave, written: Written, by: Worker) -> None:
    """Put a message in the outbox; how long it is of use is counted from when it may leave."""
    case, at, enclosures = message.case, message.written_at, written.get("enclosures", ())
    leaves_at = max(leave.until or at, at)
    row = Outbox.objects.create(
        case=case,
        message=message,
        state=_first_state(message.channel, leave),
        reference=_reference(message.id, message.channel),
        queued_at=at,
        next_try_at=leaves_at,
        useless_after=rules.useless_after(message.channel, leaves_at, written.get("hours")),
        says=leave.why if leave.may == "held" else "",
    )
    Enclosure.objects.filter(case=case, id__in=[each.id for each in enclosures]).update(message=message)
    record.add_to_timeline(case=case, kind="message", source_id=message.id, at=at, by=by)
    if row.state != State.CREATED:
        jobs.ask(
            "correspondence.send",
            once=f"outbox:{row.id}",
            after_seconds=ceil((leaves_at - at).total_seconds()),
            case_id=case.id,
            outbox_id=row.id,
            worker_id=by.id,
        )
    facts = {"reader": str(message.reader_id), "release": str(message.release_id), "files": len(enclosures)}
    ledger.note(f"message.{row.state}", case_id=case.id, by=by.id, at=at, about=message, facts=facts)


def _first_state(channel: str, leave: Leave) -> State:
    if channels.is_by_hand(channel):
        return State.CREATED
    return State.HELD if leave.may == "held" else State.QUEUED
