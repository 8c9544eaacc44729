"""What follows by itself from what came: one answer at night, and that a message could not be delivered."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from kith.core import ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.core.reference import days
from kith.core.reference import queries as reference
from kith.correspondence import queries, rules
from kith.correspondence.actions.sending import send_message
from kith.correspondence.models import Acknowledged, Outbox
from kith.correspondence.rules import State
from kith.record.models import Case, Participant


@action
def acknowledge(*, case: Case, participant: Participant, address: str, by: Worker, at: datetime) -> Acknowledged | None:
    """Answer somebody who wrote while nobody reads: once a night, in fixed neutral words, through the one exit.

    Args:
        address: where it came from; it is answered only if it is theirs and may be written to.

    Returns:
        that they were answered; None in office hours, or where they were answered this night already.
    """
    local = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    is_working_day = days.is_working_day(local.date(), reference.holidays(on=local.date()))
    night = date.fromisoformat(rules.night_of(local))
    if not rules.is_out_of_hours(local, is_working_day=is_working_day) or _is_answered(case, participant, night):
        ledger.nothing_changed()
        return None
    message_id = None
    try:
        way = queries.way_of_address(case, participant, address)
        sent = send_message(
            case=case,
            reader=participant,
            subject=rules.ACKNOWLEDGED,
            text=rules.acknowledgement(*queries.who_to_ring(local.date())),
            contact_id=way,
            by_itself=True,
            is_draft=False,
            purpose="An answer sent by itself: nobody reads at night",
            by=by,
            at=at,
        )
        message_id = sent.message.id if sent.message else None
    except Refusal:  # they may not be written to: then nothing is sent, and it is not tried again this night
        pass
    row = Acknowledged.objects.create(case=case, participant=participant, night_on=night, message_id=message_id)
    facts = {"sent": message_id is not None}
    ledger.note("received.answered_by_itself", case_id=case.id, by=by.id, at=at, about=row, facts=facts)
    return row


def _is_answered(case: Case, participant: Participant, night: date) -> bool:
    return Acknowledged.objects.filter(case=case, participant=participant, night_on=night).exists()


@action
def note_bounce(*, case: Case, message_id: UUID, says: str, is_final: bool, by: Worker, at: datetime) -> Outbox | None:
    """Note that a message could not be delivered, as a mail server reported (RFC 3464): it did not arrive after all.

    A report that delivery is only delayed changes nothing. What was settled by a person stays as they said.
    """
    row = Outbox.objects.select_for_update().filter(case=case, message_id=message_id).first()
    if row is None or not is_final or row.state not in {State.SENT, State.UNSURE} or row.settled_by_id:
        ledger.nothing_changed()
        return row
    row.state, row.ended_at = State.REFUSED, at
    row.says = f"It could not be delivered: {says or 'the mail server gave no reason'}"
    row.save(update_fields=["state", "says", "ended_at"])
    facts = {"message": str(message_id)}
    words = {"says": row.says}
    ledger.note("message.bounced", case_id=case.id, by=by.id, at=at, about=row, facts=facts, words=words)
    return row
