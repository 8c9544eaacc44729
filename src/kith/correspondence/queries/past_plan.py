"""What a contact plan says to a message about to leave, and the ways past it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.correspondence import channels, rules
from kith.correspondence.models import Message
from kith.correspondence.queries import letters
from kith.record import queries as record
from kith.record.models import Case, Participant
from kith.record.queries import CaseHead, contact_plan, heads, leaving
from kith.record.queries.contact_plan import Leave

FIRST_CONTACT, URGENT, ANSWER = "first_contact", "urgent", "answer"


class NotNow(Refusal):
    """The reader's contact plan does not let this leave; the text says why, and what may be done. It may name them."""


@dataclass(frozen=True, slots=True)
class Past:
    """A way past the plan, with the worker's reason."""

    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class PlanSays:
    """What the plan says to somebody who writes now: in one line, when it would leave, and which ways are past it."""

    line: str
    may: str
    why: str
    said: str
    may_be_urgent: bool
    first_contact_url: str
    plan_url: str


@dataclass(frozen=True, slots=True)
class FirstContactPage:
    """The neutral first words to somebody whom nobody has asked yet."""

    title: str
    case: CaseHead
    reader_id: UUID
    reader: str
    why_not: str
    ways: Sequence[tuple[str, str]]
    subject: str
    text: str


def may_leave(case: Case, reader: Participant, channel: str, at: datetime, past: Past | None = None) -> Leave:
    """Say when a message to this reader leaves: now or later by their plan, or now by a way past it.

    Raises:
        NotNow: it may not leave, or not by that way past the plan.
    """
    leave = contact_plan.leave_when(case, reader, channel, at)
    if past is not None and leave.may != "now":
        if past.kind not in leave.way_through:
            raise NotNow(f"{leave.why} It cannot be sent past the plan.")
        if not past.why.strip():
            raise NotNow("Say why.")
        return leave
    if past is not None and past.kind == FIRST_CONTACT:
        raise NotNow(f"{leave.why} Write to them as usual.")
    if leave.may == "no":
        raise NotNow(" ".join([leave.why, *_WAYS[leave.way_through]]))
    return leave


_WAYS: dict[tuple[str, ...], tuple[str, ...]] = {
    (): (),
    (URGENT,): ("If it cannot wait, say why, and a manager looks at it afterwards.",),
    (FIRST_CONTACT, URGENT): (
        "Send a neutral first word and ask them, or, if it cannot wait, say why, and a manager looks at it afterwards.",
    ),
}


def still_leaves(case: Case, reader: Participant, message: Message, at: datetime) -> Leave:
    """Ask the plan again just before a message is handed over; what was sent past it is stopped only by an order.

    An answer sent by itself leaves only while the hour alone is in its way.
    """
    leave = contact_plan.leave_when(case, reader, message.channel, at)
    kinds = {FIRST_CONTACT, URGENT} | {ANSWER} & set(leave.way_through)
    if leave.way_through and contact_plan.has_passed(case, message.id, *kinds):
        return Leave("now", None, "It was sent past the plan, with a reason.")
    named = contact_plan.named_details(case, reader, message.channel)
    if named and message.contact_id not in named:
        return Leave("no", None, "Their contact plan names another address now.")
    return leave


def is_first_contact(case: Case, message_id: UUID) -> bool:
    """Tell whether a message is the neutral first words: they go to an address that nobody has called safe yet."""
    return contact_plan.has_passed(case, message_id, FIRST_CONTACT)


def plan_says(case: Case, reader: Participant, channel: str, at: datetime) -> PlanSays:
    """Say what the plan says to somebody who writes now."""
    leave = contact_plan.leave_when(case, reader, channel, at)
    first = heads.address("correspondence:first_contact", case.id, reader.id)
    return PlanSays(
        line=contact_plan.line_of(case, reader, at),
        may=leave.may,
        why=leave.why,
        said=contact_plan.said(leave, at),
        may_be_urgent=leave.may != "now" and URGENT in leave.way_through,
        first_contact_url=first if FIRST_CONTACT in leave.way_through else "",
        plan_url=heads.address("record:plan", case.id, reader.id),
    )


def held_in_words(leave: Leave, at: datetime) -> str:
    """Say when what is written at a time, and may not leave then, leaves, and why: "Written 23:40, leaves 08:30"."""
    return f"{contact_plan.said(leave, at)}. {leave.why}".strip()


def hint(case: Case, reader: Participant, channel: str, at: datetime) -> str:
    """Say beside a way that it is not open now, and when it will be; nothing where it is."""
    leave = contact_plan.leave_when(case, reader, channel, at)
    return {"now": "", "held": held_in_words(leave, at), "no": leave.why}[leave.may]


def first_way(case: Case, reader: Participant, chosen: str | UUID | None = None) -> letters.Way:
    """Find where the first words go: an address or mobile number in use, though nobody has said yet that it is safe.

    Args:
        chosen: `Way.key`, or the id of a contact detail; without it, the newest e-mail address, or else number.

    Raises:
        letters.CannotWrite: there is none, or somebody else on the case uses it too.
    """
    usable = _first_ways(case, reader)
    fitting = [each for each in usable if str(chosen) in (each.key, str(each.address.id))] if chosen else usable
    if not fitting:
        raise letters.CannotWrite("The address that was chosen may no longer be used. Choose another.")
    letters.destination(fitting[0])
    return fitting[0]


def _first_ways(case: Case, reader: Participant) -> list[letters.Way]:
    """List e-mail addresses, then mobile numbers, of this reader alone; the newest of each first."""
    known = leaving.addresses(case)
    own = [each for each in reversed(known) if each.participant_id == reader.id and not each.is_ended]
    apart = [each for each in own if not letters.is_shared(each, known)]
    found = [letters.Way("email", each) for each in apart if each.kind == "email"]
    if channels.is_on("sms"):
        found += [letters.Way("sms", each) for each in apart if each.kind == "phone" and rules.is_mobile(each.value)]
    if not found:
        raise letters.CannotWrite(
            f"No e-mail address or mobile number of {reader.known_as} alone is recorded. Add the one on the application"
            " under People."
        )
    return found


def first_contact_page(case: Case, reader: Participant, by: Worker, at: datetime) -> FirstContactPage:
    """Give the page on which the first words are sent, by each way that the plan, or that there is none, leaves."""
    why_not, ways = "", list[tuple[str, str]]()
    try:
        for each in _first_ways(case, reader):
            why_not = _why_not_first(case, reader, each, at)
            if not why_not:
                ways.append((each.key, f"{each.says}, from {_sender(each.channel)}"))
    except Refusal as refusal:
        why_not = str(refusal)
    return FirstContactPage(
        title=f"A first word to {reader.known_as}",
        case=record.case_head(case),
        reader_id=reader.id,
        reader=reader.known_as,
        why_not="" if ways else why_not,
        ways=ways,
        subject=rules.FIRST_SUBJECT,
        text=rules.first_words(by.name),
    )


def _why_not_first(case: Case, reader: Participant, way: letters.Way, at: datetime) -> str:
    try:
        may_leave(case, reader, way.channel, at, Past(FIRST_CONTACT, "asked"))
    except NotNow as refusal:
        return str(refusal)
    return ""


def _sender(channel: str) -> str:
    """Say who it will seem to come from: the words name no agency, and this may."""
    return str(settings.SMS_FROM or "your gateway") if channel == "sms" else str(settings.SMTP_FROM)
