"""The contact plan of somebody, written and checked; what left past it, and what a manager said of that."""

import base64
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from django.utils import timezone

from kith.core import files, ledger
from kith.core.actions import action
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.record import queries
from kith.record.actions.access import NotYours
from kith.record.models import Case, ContactDetail, ContactPlan, Participant, WayThrough
from kith.record.queries import contact_plan as plans
from kith.record.rules import contact_plan as rules
from kith.record.rules.contact_plan import Leave, Plan
from kith.record.rules.words import Wrong


class PlanChanged(Refusal):
    """Somebody wrote another version meanwhile; nothing was kept."""


@action
def write_plan(
    *, case: Case, participant: Participant, plan: Plan, after: int, by: Worker, at: datetime
) -> ContactPlan | None:
    """Keep a new version of somebody's contact plan; the versions before stay.

    Args:
        after: the version that was changed; 0 for the first.

    Returns:
        the version, or None where it says what the newest says already.

    Raises:
        PlanChanged: another version was kept meanwhile.
        Wrong: a line of it cannot be kept; nothing is written.
    """
    _check(case, participant, plan)
    Participant.objects.select_for_update().get(case=case, id=participant.id)  # one version after another
    version = plans.newest_version(case, participant)
    if version != after:
        raise PlanChanged("Somebody else changed this contact plan meanwhile. Read it again, then make your change.")
    if plan == plans.plan_of(case, participant):
        ledger.nothing_changed()
        return None
    return _keep(case, participant, plan, version + 1, by, at)


def _check(case: Case, participant: Participant, plan: Plan) -> None:
    for window in plan.windows:
        rules.check_window(window)
    for away in plan.away or ():
        rules.check_away(away)
    for order in plan.orders or ():
        rules.check_order(order)
    used = {way.contact_id for way in plan.ways if way.contact_id}
    own = ContactDetail.objects.filter(case=case, participant=participant, id__in=used).count()
    if own != len(used):
        raise Wrong("A way to reach them in this plan is not theirs. Choose it again.")


def _keep(case: Case, participant: Participant, plan: Plan, version: int, by: Worker, at: datetime) -> ContactPlan:
    row = ContactPlan(
        id=uuid4(),
        case=case,
        participant=participant,
        version=version,
        ask_again_on=plan.ask_again_on,
        written_by=by,
        written_at=at,
    )
    row.plan_sealed = files.lock_text(case.id, f"contactplan.plan:{row.id}", plans.as_text(plan))
    row.save(force_insert=True)
    facts = {"participant": str(participant.id), "version": version}
    words = {"plan_sealed": base64.b64encode(row.plan_sealed).decode()}
    ledger.note("contact_plan.written", case_id=case.id, by=by.id, at=at, about=row, facts=facts, words=words)
    return row


@action
def check_plan(
    *, case: Case, participant: Participant, verified_how: str, expires_on: date, by: Worker, at: datetime
) -> ContactPlan:
    """Say that somebody was asked again and their plan still stands, and until when that is good.

    Raises:
        Wrong: there is no plan to check, or the day is not one; nothing is written.
    """
    today = timezone.localdate(at)
    rules.check_until(expires_on, today)
    plan = plans.plan_of(case, participant)
    if plan is None:
        raise Wrong("There is no contact plan yet. Write one.")
    ask_again_on = max(today, expires_on - rules.ASKED_BEFORE)
    checked = replace(
        plan, verified_how=verified_how, verified_on=today, expires_on=expires_on, ask_again_on=ask_again_on
    )
    return _keep(case, participant, checked, plans.newest_version(case, participant) + 1, by, at)


@action
def go_through(
    *,
    case: Case,
    participant: Participant,
    kind: str,
    channel: str,
    thing: UUID,
    leave: Leave,
    why: str,
    by: Worker,
    at: datetime,
) -> WayThrough:
    """Note that something leaves although the plan says otherwise; a manager looks at what was urgent.

    Args:
        thing: what leaves.
        leave: what the plan said.
        why: the worker's reason; for a first contact, where the address comes from.

    Raises:
        Wrong: the plan leaves no such way through, or no reason is given; nothing is written.
    """
    if kind not in leave.way_through:
        raise Wrong(f"{leave.why} This cannot be sent past the plan.")
    if not why.strip():
        raise Wrong("Say why this cannot wait.")
    row = WayThrough.objects.create(
        case=case,
        participant=participant,
        kind=kind,
        channel=channel,
        thing=thing,
        why=why.strip(),
        plan_said=leave.why,
        sent_by=by,
        sent_at=at,
    )
    facts = {"participant": str(participant.id), "kind": kind, "channel": channel, "thing": str(thing)}
    words = {"why": row.why, "plan_said": row.plan_said}
    ledger.note("contact_plan.passed", case_id=case.id, by=by.id, at=at, about=row, facts=facts, words=words)
    return row


@action
def review_way_through(*, way: WayThrough, was_right: bool, words: str, by: Worker, at: datetime) -> WayThrough:
    """Say, as a manager of the case, whether it was right to send something past the plan.

    Raises:
        NotYours: `by` does not manage the case, or sent it; nothing is written.
    """
    if way.sent_by_id == by.id or not queries.manages(way.case):
        raise NotYours("Another manager of the case says whether this was right.")
    way.reviewed_at, way.reviewed_by, way.was_right, way.review_text = at, by, was_right, words
    way.save(update_fields=["reviewed_at", "reviewed_by", "was_right", "review_text"])
    facts = {"was_right": was_right}
    case_id = way.case_id
    verb = "contact_plan.pass_reviewed"
    ledger.note(verb, case_id=case_id, by=by.id, at=at, about=way, facts=facts, words={"words": words})
    return way
