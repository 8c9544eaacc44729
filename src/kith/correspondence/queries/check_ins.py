"""The check-ins of a case, and which are due in any."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.correspondence import rules
from kith.correspondence.models import Acknowledged, CheckIn, Message, Received
from kith.record import queries as record
from kith.record.models import Case
from kith.record.queries import CaseHead
from kith.ui.formats import moment
from kith.ui.parts import Tag

_EVERY = {1: "Every day", 2: "Every second day", 7: "Every week", 14: "Every second week", 28: "Every four weeks"}


@dataclass(frozen=True, slots=True)
class Line:
    """One check-in as its page shows it: to whom, what, how often, how they chose it, and how it stands."""

    id: UUID
    reader: str
    subject: str
    text: str
    rhythm: str
    chosen_how: str
    state: Tag
    says: str
    may_stop: bool


@dataclass(frozen=True, slots=True)
class CheckInsPage:
    """The check-ins of a case: those that go on first, then the newest that ended."""

    title: str
    case: CaseHead
    lines: list[Line]
    may_send: bool


def check_ins_page(case: Case, worker: Worker) -> CheckInsPage:
    """List them."""
    rows = CheckIn.objects.filter(case=case).select_related("reader", "started_by", "ended_by").order_by("-started_at")
    listed = sorted(rows, key=lambda row: row.ended_at is not None)
    may_send = worker.may(Permission.SEND)
    return CheckInsPage("Check-ins", record.case_head(case), [_line(row, may_send) for row in listed], may_send)


def _line(row: CheckIn, may_send: bool) -> Line:
    rhythm = f"{_EVERY[row.every_days]} at {row.at_clock:%H:%M}, until {row.until_on.day} {row.until_on:%B %Y}"
    state, says = _standing(row)
    return Line(
        row.id,
        row.reader.known_as,
        row.subject,
        row.text,
        rhythm,
        row.chosen_how,
        state,
        says,
        may_send and row.ended_at is None,
    )


def _standing(row: CheckIn) -> tuple[Tag, str]:
    if row.ended_at and row.ended_by:
        return Tag("Stopped", "grey"), f"Stopped {moment(row.ended_at)} by {row.ended_by.name}: {row.ended_why}"
    if row.waits_because:
        return Tag("Waits for you", "red"), row.waits_because
    if row.next_at:
        return Tag("Goes on", "green"), f"The next is due {moment(row.next_at)}."
    return Tag("Over", "grey"), "Its last day has passed. Ask whether it is still wanted."


def check_in_in(case: Case, check_in_id: UUID) -> CheckIn:
    """Find a check-in of a case.

    Raises:
        NotFound: it has none of this id.
    """
    found = CheckIn.objects.filter(case=case, id=check_in_id).first()
    if found is None:
        raise NotFound
    return found


def check_ins_answered(received: Received) -> list[CheckIn]:
    """List the check-ins, not ended, whose words were what something answers, or the newest that they were sent.

    The answer that Kith sends by itself at night is not counted: nobody chose it.
    """
    case, reader = received.case, received.participant
    sent = Message.objects.filter(case=case, reader=reader, written_at__lte=received.received_at)
    by_itself = Acknowledged.objects.filter(case=case, participant=reader, message__isnull=False)
    newest = sent.exclude(id__in=by_itself.values("message_id")).order_by("-written_at", "-id").first()
    answered = [received.message_id] if received.message_id else []
    named = Message.objects.filter(case=case, reader=reader, id__in=answered).first()
    words = {(each.contact_id, each.text.strip()) for each in (newest, named) if each is not None}
    going_on = CheckIn.objects.filter(case=case, reader=reader, ended_at__isnull=True).order_by("started_at", "id")
    return [row for row in going_on if (row.contact_id, rules.tidy(row.text).strip()) in words]


def check_ins_due(at: datetime) -> list[tuple[UUID, UUID, UUID]]:
    """List, over all cases, the check-ins that are due: case, check-in, worker."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, check_in_id, started_by FROM kith_check_ins_due(%s)", [at])
        return list(cursor)
