"""Whether a message that waits may still leave: asked again each time it is taken up, and each time it is looked at."""

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings

from kith.correspondence.models import Message, Outbox
from kith.correspondence.queries.letters import PDF, Way, destination
from kith.correspondence.queries.past_plan import is_first_contact, still_leaves
from kith.correspondence.rules import Load, NotSendable
from kith.record import queries as record
from kith.record.models import Case, Participant
from kith.record.queries import leaving, second_looks, words_leaving
from kith.record.queries.contact_plan import Leave
from kith.record.queries.leaving import FrozenCopy, Outgoing, OutgoingFile

NOT_THE_COPY = "The copy that was kept when it was released is not what was released. Nothing was sent. Write it again."
NO_ADDRESS = "The address is no longer used, or may no longer be written to. Nothing was sent."
PROTECTED_SINCE = (
    "Since it was written, something in it has been protected from this reader, or marked to be asked about first."
    " Nothing was sent."
)


def load_of(row: Outbox, at: datetime) -> Load | Leave:
    """Make a message ready to be handed over; or say that it may not leave ("no"), or not yet ("held")."""
    message = Message.objects.get(id=row.message_id)
    case = record.case_in(row.case_id)
    reader = record.participant_in(case, message.reader_id)
    copy = leaving.frozen_copies(case, message.release_id)[0]
    if not copy.matches:
        return Leave("no", None, NOT_THE_COPY)
    to = _to(case, message)
    if to is None:
        return Leave("no", None, NO_ADDRESS)
    if not _still_stands(case, reader, message, copy):
        return Leave("no", None, PROTECTED_SINCE)
    leave = still_leaves(case, reader, message, at)
    if leave.may == "no":
        return Leave("no", None, f"{leave.why} Nothing was sent.")
    if leave.may == "held":
        return leave
    return Load(row.id, message.channel, _sender(message.channel), to, copy.data, row.reference, row.attempts + 1)


def _to(case: Case, message: Message) -> str | None:
    way = next((each for each in leaving.addresses(case) if each.id == message.contact_id), None)
    if way is None or way.is_ended or not (way.may_write or is_first_contact(case, message.id)):
        return None
    try:
        return destination(Way(message.channel, way))
    except NotSendable:
        return None


def _sender(channel: str) -> str:
    return parseaddr(settings.SMTP_FROM)[1] if channel == "email" else str(settings.SMS_FROM)


def _still_stands(case: Case, reader: Participant, message: Message, copy: FrozenCopy) -> bool:
    """Judge the frozen bytes again: only what was accepted or passed at the release may be found."""
    outgoing = outgoing_of(message, copy)
    verdict = leaving.judge(case=case, reader=reader, outgoing=outgoing, already=message.release_id)
    if words_leaving.to_ask(case, words_leaving.Leaving(outgoing)):
        return False
    return second_looks.still_stands(case, message.release_id, verdict)


def outgoing_of(message: Message, copy: FrozenCopy) -> Outgoing:
    """Give frozen bytes as what is judged."""
    assert copy.media_type in {leaving.MAIL, leaving.WORDS, PDF}
    return Outgoing(channel=message.channel, files=(OutgoingFile(copy.name, copy.media_type, copy.data),))
