"""How people of the borough may be reached: plans that hold, one with a contact calendar, one to be asked again."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core import clock
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.core.wall_clock import Window
from kith.record import actions
from kith.record.models import Case, Participant
from kith.record.queries.contact_plan import ways_for
from kith.record.rules import contact_plan as rules
from kith.record.rules.contact_plan import Away, Channel, Layout, Plan, Way
from kith.seed.quillfeather import Family
from kith.seed.times import ZONE

_WEEKDAYS = (0, 1, 2, 3, 4)
_FRIDAY = 4


def plan_family(family: Family, amal: Worker) -> None:
    """Plan how Callum, Lena and the court may be reached: he at any hour, she while the children are at school."""
    keep_plan(
        family.case, family.father, amal, "email sms phone", said_by="Callum himself", any_hour=True, away=(), orders=()
    )
    keep_plan(
        family.case,
        family.mother,
        amal,
        "email phone",
        said_by="Lena herself, alone, on the telephone",
        any_hour=False,
        windows=(Window(_WEEKDAYS, time(9, 30), time(14, 30)),),
        away=(),
        voicemail=False,
        seen_by="Iris plays on the telephone after school",
        if_answered="Say that it is about the library book",
        sender_name="Amal",
        code_word="bluebell",
        language="English",
        layout=Layout.STANDARD,
    )
    keep_plan(
        family.case, family.court, amal, "email letter", said_by="The court office", any_hour=True, away=(), orders=()
    )


def plan_marnie(case: Case, marnie: Participant, mother: Participant, amal: Worker) -> None:
    """Plan how Marnie may be reached: after school, and not at her mother's; her mother's plan is to be asked again."""
    when = clock.now()
    for person, number in ((marnie, "07700 900 518"), (mother, "07700 900 266")):
        actions.add_contact_detail(
            case=case,
            participant=person,
            kind="phone",
            value=number,
            may_write=True,
            verified_how="Rang it at the visit",
            by=amal,
            at=when,
        )
    friday = _next_friday(when)
    weekend = Away(friday, time(16), friday + timedelta(days=2), time(18), 14, "at her mother's")
    keep_plan(
        case,
        marnie,
        amal,
        "sms phone",
        Way(Channel.OTHER, words="WhatsApp, which she likes best; we do not use it"),
        said_by="Marnie herself",
        any_hour=False,
        windows=(Window(_WEEKDAYS, time(15, 30), time(18)),),
        away=(weekend,),
        voicemail=False,
        seen_by="Her mother knows the code of the telephone",
        sender_name="Amal",
    )
    keep_plan(case, mother, amal, "phone", said_by="Sal herself", any_hour=True, good_for=timedelta(days=12))


def _next_friday(at: datetime) -> date:
    today = at.astimezone(ZoneInfo(ZONE)).date()
    return today + timedelta(days=(_FRIDAY - today.weekday()) % 7)


def keep_plan(
    case: Case,
    person: Participant,
    amal: Worker,
    channels: str,
    *more: Way,
    good_for: timedelta = rules.HOLDS_FOR,
    **said: Any,
) -> None:
    """Write the plan of somebody: these channels, in this order."""
    now = clock.now()
    today = now.astimezone(ZoneInfo(ZONE)).date()
    plan = Plan(
        said_on=today,
        verified_how="Read back on the telephone",
        verified_on=today,
        expires_on=today + good_for,
        ask_again_on=max(today, today + good_for - rules.ASKED_BEFORE),
        **said,
    )
    ways = (*_ways(case, person, amal, channels.split()), *more)
    actions.write_plan(case=case, participant=person, plan=replace(plan, ways=ways), after=0, by=amal, at=now)


def _ways(case: Case, person: Participant, amal: Worker, channels: list[str]) -> list[Way]:
    """Find the contact detail of each channel, in the order asked for."""
    with scoped(worker_id=amal.id, case_id=case.id):
        found = [key.partition(":") for key, _ in ways_for(case, person)]
    known = {channel: contact for channel, _, contact in found}
    return [Way(Channel(each), UUID(known[each])) for each in channels if each in known]
