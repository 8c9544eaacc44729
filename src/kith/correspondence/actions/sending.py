"""Sending: released through the one exit, frozen, put in the outbox, asked for; all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID, uuid4

from django.conf import settings

from kith.core import jobs, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import queries, rules
from kith.correspondence.models import Enclosure, Message, Outbox
from kith.correspondence.queries.writing import seen as seen_now
from kith.engines import guard
from kith.record import actions as record
from kith.record.actions import Released
from kith.record.models import Case, Participant
from kith.record.queries.leaving import MailAddress


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
    """What is to be sent, and to which of the reader's addresses: without `contact_id`, the newest that may be used."""

    subject: str
    text: str
    contact_id: NotRequired[UUID | None]
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
    purpose: str = "A message by e-mail",
    is_draft: bool = True,
    **written: Unpack[Written],
) -> Sent:
    """Release a message to one reader and queue it; if the check stops it, keep that it was stopped and nothing else.

    Args:
        accept_warnings: the worker has seen the warnings and stands by the words.
        is_draft: these are the words that its worker has been writing to this reader; they are used up.
        seen: what the worker was shown (`rules.seen_as`); None where nobody was shown a page.

    Raises:
        queries.CannotWrite: the reader has no address that may be written to.
        rules.NotSendable: the words, a file or the address cannot be sent as they are.
        Changed: what would leave, or what the check says of it, is not what was shown.
    """
    way = queries.way_to(case, reader, written.get("contact_id"))
    message = Message(id=uuid4(), case=case, reader=reader, contact_id=way.id, written_by=by, written_at=at)
    made = _letter(way, message, written)
    released = record.release(
        case=case, reader=reader, outgoing=made.outgoing, purpose=purpose, by=by, at=at, accept_warnings=accept_warnings
    )
    if not released.may_leave:
        return Sent(released, None)
    if seen is not None and seen != seen_now(made, released.verdict):
        raise Changed("The words, the files or what is protected have changed since this page was made. Read it again.")
    message.release_id, message.channel = released.release.id, made.outgoing.channel
    message.subject, message.text = made.mail.subject, made.mail.text
    message.save(force_insert=True)
    _queue(message, written.get("enclosures", ()), by, at)
    if is_draft:
        record.use_draft(case=case, place=queries.place_of(reader), by=by, at=at)
    return Sent(released, message)


def _reference(message_id: UUID) -> str:
    """Make the Message-ID: an opaque id at the domain the agency writes from."""
    domain = parseaddr(settings.SMTP_FROM)[1].rpartition("@")[2] or "kith.invalid"
    return f"<{message_id}@{domain}>"


def _letter(way: MailAddress, message: Message, written: Written) -> queries.Letter:
    return queries.letter(
        way=way,
        subject=written["subject"],
        text=written["text"],
        enclosures=written.get("enclosures", ()),
        reference=_reference(message.id),
        at=message.written_at,
        reply_to=queries.reply_to(message.id),
        by_itself=written.get("by_itself", False),
    )


def _queue(message: Message, enclosures: Sequence[Enclosure], by: Worker, at: datetime) -> None:
    case, reference = message.case, _reference(message.id)
    row = Outbox.objects.create(
        case=case, message=message, state=rules.State.QUEUED, reference=reference, queued_at=at, next_try_at=at
    )
    Enclosure.objects.filter(case=case, id__in=[each.id for each in enclosures]).update(message=message)
    record.add_to_timeline(case=case, kind="message", source_id=message.id, at=at, by=by)
    jobs.ask("correspondence.send", once=f"outbox:{row.id}", case_id=case.id, outbox_id=row.id, worker_id=by.id)
    facts = {"reader": str(message.reader_id), "release": str(message.release_id), "files": len(enclosures)}
    ledger.note("message.queued", case_id=case.id, by=by.id, at=at, about=message, facts=facts)
