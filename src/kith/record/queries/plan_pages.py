"""The pages on which a contact plan is read, part by part, and written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from kith.core import wall_clock
from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.permissions import Permission
from kith.record.models import Case, ContactPlan, Participant
from kith.record.queries.contact_plan import details_of, newest_version, plan_of, ways_for
from kith.record.queries.heads import CaseHead, address, case_head
from kith.record.queries.past_plan import PassedLine, passed_of
from kith.record.rules import contact_plan as rules
from kith.record.rules.contact_plan import Channel, Plan

NOT_ASKED = "Not asked yet"

#: The parts of a plan, in the order in which they are asked: the word of the address, and the page's heading.
SECTIONS = (
    ("said", "Who said so"),
    ("ways", "How to reach them"),
    ("hours", "Safe hours"),
    ("calendar", "Contact calendar"),
    ("safety", "Who else sees it"),
    ("words", "Language and format"),
    ("orders", "Orders that forbid it"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a plan as its page shows it: rows of what was asked and what was said; `href` is where it changes."""

    heading: str
    rows: Sequence[tuple[str, str]]
    href: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a plan."""

    version: int
    by: str
    at: datetime
    href: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class NowLine:
    """What the plan says of one channel at this moment."""

    channel: str
    may: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """One version of a plan, what it says now, its versions, and what left past it."""

    title: str
    case: CaseHead
    person_id: UUID
    known_as: str
    line: str
    is_there: bool
    is_newest: bool
    is_to_ask: bool
    now: Sequence[NowLine]
    parts: Sequence[Part]
    versions: Sequence[VersionLine]
    passed: Sequence[PassedLine]
    may_write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPage:
    """The page on which one part of a plan is written."""

    title: str
    case: CaseHead
    person_id: UUID
    known_as: str
    section: str
    plan: Plan
    version: int
    following: str
    ways: Sequence[tuple[str, str]]
    today: date


def plan_page(case: Case, participant: Participant, by: Worker, at: datetime, version: int | None = None) -> PlanPage:
    """Show a plan: the newest, or the version asked for.

    Raises:
        NotFound: there is no such version.
    """
    newest = newest_version(case, participant)
    if version is not None and not 0 < version <= newest:
        raise NotFound
    plan = plan_of(case, participant, version)
    is_newest = version in (None, newest)
    may_write = by.may(Permission.WRITE_RECORD)
    today = timezone.localdate(at)
    return PlanPage(
        title=f"How to reach {participant.known_as}",
        case=case_head(case),
        person_id=participant.id,
        known_as=participant.known_as,
        line=rules.one_line(plan, at, settings.TIME_ZONE, participant.known_as),
        is_there=plan is not None,
        is_newest=is_newest,
        is_to_ask=bool(plan and plan.ask_again_on and plan.ask_again_on <= today),
        now=_now(plan, participant, at) if is_newest else [],
        parts=_parts(case, participant, plan or Plan(), editable=is_newest and may_write),
        versions=_versions(case, participant, version or newest),
        passed=passed_of(case, participant),
        may_write=may_write,
    )


def _now(plan: Plan | None, person: Participant, at: datetime) -> list[NowLine]:
    says = {"now": "May be used now", "held": "Waits", "no": "Nothing is sent"}
    found = []
    for channel in plan.channels() if plan else ():
        if channel is not Channel.OTHER:
            leave = rules.leave_when(plan, channel, at, settings.TIME_ZONE, person.known_as)
            found.append(NowLine(channel.label, says[leave.may], leave.why))
    return found


def _versions(case: Case, person: Participant, shown: int) -> list[VersionLine]:
    rows = ContactPlan.objects.filter(case=case, participant=person).select_related("written_by").order_by("-version")
    page = address("record:plan", case.id, person.id)
    return [
        VersionLine(
            row.version, row.written_by.name, row.written_at, f"{page}?version={row.version}", row.version == shown
        )
        for row in rows
    ]


def _parts(case: Case, person: Participant, plan: Plan, *, editable: bool) -> list[Part]:
    values = dict(details_of(case, person, also_ended=True))
    rows = {
        "said": [
            ("Said by", plan.said_by),
            ("On", rules.said_day(plan.said_on)),
            ("Checked", _checked(plan)),
            ("Good until", rules.said_day(plan.expires_on)),
            ("Ask again", rules.said_day(plan.ask_again_on)),
        ],
        "ways": [
            (words, _way(way, values)) for words, way in zip(("First", "Then", "Then", "Then"), plan.ways, strict=False)
        ]
        or [("First", "")],
        "hours": [("Safe to reach them", _hours(plan))],
        "calendar": [("Nothing is sent", _each(plan.away, rules.said_away, "There is no such time"))],
        "safety": [
            ("Voicemail", _yes_no(plan.voicemail, "May be left", "Leave none")),
            ("Who else sees it", plan.seen_by),
            ("If somebody else answers", plan.if_answered),
            ("Sender's name", plan.sender_name),
            ("Code word", plan.code_word),
        ],
        "words": [
            ("Language", plan.language),
            ("Format", plan.layout.label if plan.layout else ""),
            ("Interpreter", plan.interpreter),
        ],
        "orders": [("By order", _each(plan.orders, said_order, "There is none"))],
    }
    return [
        Part(
            heading,
            [(key, value or NOT_ASKED) for key, value in rows[section]],
            address("record:write_plan", case.id, person.id, section) if editable else "",
        )
        for section, heading in SECTIONS
    ]


def _checked(plan: Plan) -> str:
    if not plan.verified_how:
        return ""
    return f"{rules.said_day(plan.verified_on)}: {plan.verified_how}" if plan.verified_on else plan.verified_how


def _way(way: rules.Way, values: dict[UUID, str]) -> str:
    detail = values.get(way.contact_id, "a detail that was erased") if way.contact_id else ""
    return ": ".join(filter(None, (way.channel.label, detail or way.words)))


def _hours(plan: Plan) -> str:
    if plan.any_hour is None:
        return ""
    return "At any hour" if plan.any_hour else "\n".join(wall_clock.said_window(each) for each in plan.windows)


def _each(found: Sequence[Any] | None, says: Callable[[Any], str], none: str) -> str:
    if found is None:
        return ""
    return "\n".join(says(each) for each in found) or none


def _yes_no(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else (yes if value else no)


def said_order(order: rules.Order) -> str:
    """Say an order: what it is, its days, what it forbids."""
    until = f" until {rules.said_day(order.until_on)}" if order.until_on else ", without an end"
    named = ", ".join(each.label.lower() for each in order.channels)
    return f"{order.what}: from {rules.said_day(order.from_on)}{until}{f' ({named} only)' if named else ''}"


def part_page(case: Case, participant: Participant, section: str, at: datetime) -> PartPage:
    """Give the page on which one part of the plan is written.

    Raises:
        NotFound: a plan has no such part.
    """
    names = [name for name, _ in SECTIONS]
    if section not in names:
        raise NotFound
    after = names.index(section) + 1
    return PartPage(
        title=dict(SECTIONS)[section],
        case=case_head(case),
        person_id=participant.id,
        known_as=participant.known_as,
        section=section,
        plan=plan_of(case, participant) or Plan(),
        version=newest_version(case, participant),
        following=names[after] if after < len(names) else "",
        ways=ways_for(case, participant) if section == "ways" else [],
        today=timezone.localdate(at),
    )


def check_page(case: Case, participant: Participant, at: datetime) -> PartPage:
    """Give the page on which somebody says that the plan still stands.

    Raises:
        NotFound: there is no plan.
    """
    found = part_page(case, participant, "said", at)
    if not found.version:
        raise NotFound
    return replace(found, title=f"Is this still right for {participant.known_as}?")
