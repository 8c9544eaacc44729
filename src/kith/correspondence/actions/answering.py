"""What follows by itself from what came: one answer at night, and that a message could not be delivered."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.core.reference import days
from kith.core.reference import queries as reference
from kith.correspondence import queries, rules
from kith.correspondence.actions.ending import take_receipt
from kith.correspondence.actions.sending import send_answer
from kith.correspondence.models import Acknowledged, Outbox, Receipt, Received
from kith.record.models import Case, Participant


@action
def acknowledge(*, received: Received, address: str, by: Worker, at: datetime) -> Acknowledged | None:
    """Answer somebody who wrote while nobody reads: once a night, in fixed neutral words, through the one exit.

    The hours of their contact plan do not keep it where they have just written from that very address, and the mail
    server confirmed that; all else that a plan says does, and a plan that nobody has written.

    Args:
        address: where it came from; it is answered only if it is theirs and may be written to.

    Returns:
        that this night is dealt with; None in office hours, or where it was already.
    """
    case, participant = received.case, received.participant
    local = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    is_working_day = days.is_working_day(local.date(), reference.holidays(on=local.date()))
    night = date.fromisoformat(rules.night_of(local))
    if not rules.is_out_of_hours(local, is_working_day=is_working_day) or _is_answered(case, participant, night):
        ledger.nothing_changed()
        return None
    message_id = None
    try:
        sent = send_answer(
            case=case,
            reader=participant,
            text=rules.acknowledgement(*queries.who_to_ring(local.date())),
            contact_id=queries.way_of_address(case, participant, address),
            why=_why_now(received, at),
            by=by,
            at=at,
        )
        message_id = sent.message.id if sent.message else None
    except files.NoAnswer:
        raise  # for a while: what came is filed, and answered, later
    except Refusal:  # they may not be written to: then nothing is sent, and it is not tried again this night
        pass
    row = Acknowledged.objects.create(case=case, participant=participant, night_on=night, message_id=message_id)
    facts = {"sent": message_id is not None}
    ledger.note("received.answered_by_itself", case_id=case.id, by=by.id, at=at, about=row, facts=facts)
    return row


def _why_now(received: Received, at: datetime) -> str:
    """Say why the hours of a plan need not keep an answer: they are there, at that address, now; blank if not known."""
    is_them = received.check_result == rules.Check.CONFIRMED
    if not is_them or not rules.has_just_written(received.received_at, received.sent_text, at):
        return ""
    return "They have just written from this address themselves."


def _is_answered(case: Case, participant: Participant, night: date) -> bool:
    return Acknowledged.objects.filter(case=case, participant=participant, night_on=night).exists()


@action
def note_bounce(*, case: Case, message_id: UUID, says: str, is_final: bool, by: Worker, at: datetime) -> Receipt | None:
    """Note that a message could not be delivered, as a mail server reported: it did not arrive after all.

    A report that delivery is only delayed changes nothing.

    Args:
        says: the server's status and words, beginning with the status: "5.1.1 smtp; 550 no such user".

    References:
        RFC 3463, 2: a status of class 4 is of a mailbox that may take mail another time, one of class 5 is for good.
    """
    row = Outbox.objects.filter(case=case, message_id=message_id).first()
    if row is None or not is_final:
        ledger.nothing_changed()
        return None
    status = "temporary-failure" if says.startswith("4.") else "permanent-failure"
    return take_receipt(outbox_id=row.id, status=status, by=by, at=at)
