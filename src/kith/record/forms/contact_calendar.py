"""The parts of a contact plan that are lists: stays during which nothing is sent, and orders. One more a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from django.utils import timezone

from kith.record.forms.plan_part import PlanPart
from kith.record.rules import contact_plan as rules
from kith.record.rules.contact_plan import Away, Channel, Order, Plan
from kith.ui import fields

_OFTEN = (("0", "Once"), ("7", "Every week"), ("14", "Every second week"))
#: Those by which something can be sent or rung; an order may forbid one of them.
_SENT = [(each.value, each.label) for each in Channel if each is not Channel.OTHER]


class Calendar(PlanPart):
    """Times during which nothing is sent: those kept, and one more."""

    take_off = fields.MultiChoice("No longer so", required=False, say_optional=False)
    is_none = fields.Bool("They said that there is no such time", required=False)
    where = fields.Text(
        "Where is it then?",
        hint="As you would say it: at Tom's.",
        required=False,
        say_optional=False,
        max_length=100,
        width=20,
    )
    from_moment = fields.DateTime("From", required=False, say_optional=False)
    until_moment = fields.DateTime("Until", required=False, say_optional=False)
    every = fields.Choice("How often?", _OFTEN, required=False, say_optional=False, inline=True)

    def offer(self, ways: Sequence[tuple[str, str]]) -> None:
        """Name each stay that is kept."""
        kept = [(str(place), rules.said_away(away)) for place, away in enumerate(self.plan.away or ())]
        _offer_kept(self, kept)
        if kept:
            del self.fields["is_none"]

    def typed(self, plan: Plan) -> dict[str, Any]:
        """A new stay is once unless it is said to come again."""
        return {"is_none": plan.away == (), "every": "0"}

    def clean(self) -> dict[str, Any]:
        """A stay has both ends; nothing typed is nothing added."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        ends = [found.get("from_moment"), found.get("until_moment")]
        if not self.errors and (any(ends) or found.get("where")):
            for name, end in zip(("from_moment", "until_moment"), ends, strict=True):
                if end is None:
                    self.add_error(name, "Enter the day and the time")
            if all(ends):
                self.check("until_moment", rules.check_away, self._added())
        return found

    def _added(self) -> Away:
        typed = self.cleaned_data
        first, last = timezone.localtime(typed["from_moment"]), timezone.localtime(typed["until_moment"])
        every = int(typed.get("every") or 0)
        return Away(first.date(), _clock(first.time()), last.date(), _clock(last.time()), every, typed["where"])

    def changed(self) -> Plan:
        """Take off what was ticked, add what was typed; nothing at all leaves it as it was."""
        typed = self.cleaned_data
        kept = _still(self.plan.away, typed.get("take_off"))
        added = (self._added(),) if typed["from_moment"] else ()
        if not kept and not added and not typed.get("is_none") and not typed.get("take_off"):
            return replace(self.plan, away=None)
        return replace(self.plan, away=(*kept, *added))


def _clock(at: time) -> time:
    return at.replace(second=0, microsecond=0, fold=0)


def _still(kept: Sequence[Any] | None, taken_off: Sequence[str] | None) -> tuple[Any, ...]:
    return tuple(each for place, each in enumerate(kept or ()) if str(place) not in (taken_off or ()))


def _offer_kept(form: PlanPart, kept: list[tuple[str, str]]) -> None:
    if kept:
        form.fields["take_off"].set_choices(kept)  # type: ignore[attr-defined]
    else:
        del form.fields["take_off"]


class Orders(PlanPart):
    """Orders that forbid writing: those kept, and one more."""

    take_off = fields.MultiChoice("No longer in force", required=False, say_optional=False)
    is_none = fields.Bool("There is none", required=False)
    what = fields.Text(
        "What is it?",
        hint="The order, bail condition or undertaking, and of whom.",
        required=False,
        say_optional=False,
        max_length=300,
    )
    from_on = fields.Date("From", required=False, say_optional=False)
    until_on = fields.Date("Until", hint="Leave empty if it has no end.", required=False, say_optional=False)
    channels = fields.MultiChoice(
        "What does it forbid?", _SENT, hint="Everything, if you tick none.", required=False, say_optional=False
    )

    def offer(self, ways: Sequence[tuple[str, str]]) -> None:
        """Name each order that is kept."""
        kept = [(str(place), each.what) for place, each in enumerate(self.plan.orders or ())]
        _offer_kept(self, kept)
        if kept:
            del self.fields["is_none"]

    def typed(self, plan: Plan) -> dict[str, Any]:
        """Nothing is suggested."""
        return {"is_none": plan.orders == ()}

    def clean(self) -> dict[str, Any]:
        """An order has its words and its first day."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and (found["what"] or found["from_on"]):
            if not found["what"]:
                self.add_error("what", "Enter what it is")
            if not found["from_on"]:
                self.add_error("from_on", "Enter from when")
            if not self.errors:
                self.check("until_on", rules.check_order, self._added())
        return found

    def _added(self) -> Order:
        typed = self.cleaned_data
        channels = tuple(Channel(each) for each in typed["channels"])
        return Order(typed["what"], typed["from_on"], typed["until_on"], channels)

    def changed(self) -> Plan:
        """Take off what was ticked, add what was typed; nothing at all leaves it as it was."""
        typed = self.cleaned_data
        kept = _still(self.plan.orders, typed.get("take_off"))
        added = (self._added(),) if typed["what"] else ()
        if not kept and not added and not typed.get("is_none") and not typed.get("take_off"):
            return replace(self.plan, orders=None)
        return replace(self.plan, orders=(*kept, *added))
