"""Sending: released through the one exit, frozen, put in the outbox, asked for; all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
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


@action
def send_message(
    *,
    case: Case,
    reader: Participant,
    subject: str,
    text: str,
    by: Worker,
    at: datetime,
    contact_id: UUID | None = None,
    enclosures: Sequence[Enclosure] = (),
    accept_warnings: bool = False,
    seen: str | None = None,
    purpose: str = "A message by e-mail",
) -> Sent:
    """Release a message to one reader and queue it; if the check stops it, keep that it was stopped and nothing else.

    Args:
        contact_id: which of the reader's addresses; None for the newest that may be used.
        accept_warnings: the worker has seen the warnings and stands by the words.
        seen: what the worker was shown (`rules.seen_as`); None where nobody was shown a page.

    Raises:
        queries.CannotWrite: the reader has no address that may be written to.
        rules.NotSendable: the words, a file or the address cannot be sent as they are.
        Changed: what would leave, or what the check says of it, is not what was shown.
    """
    way = queries.way_to(case, reader, contact_id)
    message_id = uuid4()
    reference = _reference(message_id)
    made = queries.letter(way=way, subject=subject, text=text, enclosures=enclosures, reference=reference, at=at)
    released = record.release(
        case=case,
        reader=reader,
        outgoing=made.outgoing,
        purpose=purpose,
        by=by,
        at=at,
        accept_warnings=accept_warnings,
    )
    if not released.may_leave:
        return Sent(released, None)
    if seen is not None and seen != seen_now(made, released.verdict):
        raise Changed("The words, the files or what is protected have changed since this page was made. Read it again.")
    message = Message.objects.create(
        id=message_id,
        case=case,
        reader=reader,
        contact_id=way.id,
        release_id=released.release.id,
        channel=made.outgoing.channel,
        subject=made.mail.subject,
        text=made.mail.text,
        written_by=by,
        written_at=at,
    )
    _queue(case, message, reference, enclosures, by, at)
    record.use_draft(case=case, place=queries.place_of(reader), by=by, at=at)
    return Sent(released, message)


def _reference(message_id: UUID) -> str:
    """Make the Message-ID: an opaque id at the domain the agency writes from."""
    domain = parseaddr(settings.SMTP_FROM)[1].rpartition("@")[2] or "kith.invalid"
    return f"<{message_id}@{domain}>"


def _queue(
    case: Case, message: Message, reference: str, enclosures: Sequence[Enclosure], by: Worker, at: datetime
) -> None:
    row = Outbox.objects.create(
        case=case, message=message, state=rules.State.QUEUED, reference=reference, queued_at=at, next_try_at=at
    )
    Enclosure.objects.filter(case=case, id__in=[each.id for each in enclosures]).update(message=message)
    record.add_to_timeline(case=case, kind="message", source_id=message.id, at=at, by=by)
    jobs.ask("correspondence.send", once=f"outbox:{row.id}", case_id=case.id, outbox_id=row.id, worker_id=by.id)
    facts = {"reader": str(message.reader_id), "release": str(message.release_id), "files": len(enclosures)}
    ledger.note("message.queued", case_id=case.id, by=by.id, at=at, about=message, facts=facts)
