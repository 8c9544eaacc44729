"""The contact plan of somebody: when something may leave to them, and the pages on which it is read and written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec
from django.conf import settings

from kith.core import files
from kith.core.models import Worker
from kith.record.models import Access, Case, ContactDetail, ContactPlan, Participant, WayThrough
from kith.record.queries.heads import address
from kith.record.rules import contact_plan as rules
from kith.record.rules.contact_plan import Channel, Leave, Plan

__all__ = [
    "Leave",
    "ToAsk",
    "as_text",
    "covers",
    "details_of",
    "has_passed",
    "leave_when",
    "line_of",
    "named_details",
    "newest_version",
    "plan_of",
    "said",
    "to_ask",
    "ways_for",
]

#: Which kind of contact detail a channel uses.
_USES = {
    ContactDetail.Kind.EMAIL: (Channel.EMAIL,),
    ContactDetail.Kind.PHONE: (Channel.SMS, Channel.PHONE),
    ContactDetail.Kind.ADDRESS: (Channel.LETTER,),
}


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A plan whose day to be asked again has come."""

    known_as: str
    on: date
    family_name: str
    reference: str
    href: str


def leave_when(case: Case, reader: Participant, channel: str, at: datetime) -> Leave:
    """Say when something to this reader may leave by a channel: "email", "sms", "letter" or "phone".

    Args:
        at: when it would leave; aware.
    """
    return rules.leave_when(plan_of(case, reader), channel, at, settings.TIME_ZONE, reader.known_as)


def said(leave: Leave, at: datetime) -> str:
    """Say, in the agency's own time, when what is written at a time leaves: "Written 23:40, leaves 08:30"."""
    return rules.said(leave, at, settings.TIME_ZONE)


def line_of(case: Case, reader: Participant, at: datetime) -> str:
    """Say the plan of a reader in one line, for the page on which somebody writes to them."""
    return rules.one_line(plan_of(case, reader), at, settings.TIME_ZONE, reader.known_as)


def plan_of(case: Case, participant: Participant, version: int | None = None) -> Plan | None:
    """Open the newest version of somebody's plan, or the one asked for; None if nobody has asked, or it was erased."""
    rows = ContactPlan.objects.filter(case=case, participant=participant)
    row = (rows if version is None else rows.filter(version=version)).order_by("-version").first()
    if row is None or not bytes(row.plan_sealed):
        return None
    (text,) = files.unlock_texts(case.id, [(f"contactplan.plan:{row.id}", bytes(row.plan_sealed))])
    return msgspec.json.decode(text, type=Plan)


def named_details(case: Case, reader: Participant, channel: str) -> frozenset[UUID]:
    """Give the contact details that somebody's plan names for a channel; none where it names none, or there is none."""
    plan = plan_of(case, reader)
    return (
        frozenset(way.contact_id for way in plan.ways if way.channel == channel and way.contact_id)
        if plan
        else frozenset()
    )


def as_text(plan: Plan) -> str:
    """Give a plan as it is sealed."""
    return msgspec.json.encode(plan).decode()


def newest_version(case: Case, participant: Participant) -> int:
    """Give the number of the newest version; 0 where there is none."""
    rows = ContactPlan.objects.filter(case=case, participant=participant).order_by("-version")
    return rows.values_list("version", flat=True).first() or 0


def has_passed(case: Case, thing: UUID, *kinds: str) -> bool:
    """Tell whether this left, or is to leave, past the plan; by one of these kinds, where any are named."""
    rows = WayThrough.objects.filter(case=case, thing=thing)
    return (rows.filter(kind__in=kinds) if kinds else rows).exists()


def details_of(case: Case, person: Participant, *, also_ended: bool = False) -> list[tuple[UUID, str]]:
    rows = list(_rows_of(case, person, also_ended=also_ended))
    values = files.unlock_texts(case.id, [(f"contactdetail.value:{row.id}", bytes(row.value_sealed)) for row in rows])
    return [
        (row.id, f"{value} (no longer used)" if row.ended_at else value)
        for row, value in zip(rows, values, strict=True)
    ]


def _rows_of(case: Case, person: Participant, *, also_ended: bool) -> Sequence[ContactDetail]:
    rows = ContactDetail.objects.filter(case=case, participant=person).order_by("added_at", "id")
    found = rows if also_ended else rows.filter(ended_at__isnull=True)
    return [row for row in found if bytes(row.value_sealed)]


def ways_for(case: Case, person: Participant) -> list[tuple[str, str]]:
    """List the channels that this person's contact details make possible: "email:<id>" and how a form says it."""
    kinds = {row.id: row.kind for row in _rows_of(case, person, also_ended=False)}
    found = [
        (f"{channel}:{key}", f"{channel.label}: {' '.join(value.split())}")
        for key, value in details_of(case, person)
        for channel in _USES[ContactDetail.Kind(kinds[key])]
    ]
    return [*found, (f"{Channel.OTHER}:", Channel.OTHER.label)]


def covers(by: Worker, at: datetime) -> list[str]:
    """Name the colleagues who may open, by name, a case that this worker was allocated or opened."""
    now = Access.objects.filter(from_at__lte=at).exclude(until_at__lte=at)
    mine = now.filter(worker=by, why__in=[Access.Why.ALLOCATED, Access.Why.OPENED]).values_list("case_id", flat=True)
    others = now.filter(case_id__in=list(mine)).exclude(worker=by)
    return sorted(set(others.values_list("worker__name", flat=True)))


def to_ask(today: date) -> list[ToAsk]:
    """List the plans, in the cases of the running scope, whose day to be asked again has come; soonest first."""
    rows = ContactPlan.objects.order_by("case", "participant", "-version").distinct("case", "participant")
    found = [
        ToAsk(
            row.participant.known_as,
            row.ask_again_on,
            row.case.family_name,
            row.case.reference,
            address("record:plan", row.case_id, row.participant_id),
        )
        for row in rows.select_related("case", "participant")
        if row.ask_again_on and row.ask_again_on <= today
    ]
    return sorted(found, key=lambda each: each.on)
