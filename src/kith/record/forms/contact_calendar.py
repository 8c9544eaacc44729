"""The parts of a contact plan that are lists: stays during which nothing is sent, and orders. One more a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Any, ClassVar

from django.utils import timezone

from kith.record.forms.plan_part import PlanPart
from kith.record.rules import contact_plan as rules
from kith.record.rules.contact_plan import Away, Channel, Order, Plan
from kith.ui import fields

_OFTEN = (("0", "Once"), ("7", "Every week"), ("14", "Every second week"))
#: Those by which something can be sent or rung; an order may forbid one of them.
_SENT = [(each.value, each.label) for each in Channel if each is not Channel.OTHER]


class ListPart(PlanPart):
    """A part that is a list: what is kept and may be taken off, that there is none, and one more."""

    #: The part of the plan that holds the list, and the field without which nothing is added.
    part: ClassVar[str]
    begins_with: ClassVar[str]

    def kept(self) -> list[tuple[str, str]]:
        """Name each thing that is kept, by its place."""
        return [(str(place), self.said(each)) for place, each in enumerate(getattr(self.plan, self.part) or ())]

    def said(self, each: Any) -> str:
        """Say one thing of the list."""
        raise NotImplementedError

    def added(self) -> Any:
        """Give the one more that was typed."""
        raise NotImplementedError

    def offer(self, ways: Sequence[tuple[str, str]]) -> None:
        """Offer to take off what is kept; where nothing is, to say that there is none."""
        if kept := self.kept():
            self.fields["take_off"].set_choices(kept)  # type: ignore[attr-defined]
            del self.fields["is_none"]
        else:
            del self.fields["take_off"]

    def typed(self, plan: Plan) -> dict[str, Any]:
        """Say "none" where it was said that there is none."""
        return {"is_none": getattr(plan, self.part) == ()}

    def changed(self) -> Plan:
        """Take off what was ticked, add what was typed; nothing at all leaves it as it was."""
        typed = self.cleaned_data
        taken_off = typed.get("take_off") or ()
        kept = [each for place, each in enumerate(getattr(self.plan, self.part) or ()) if str(place) not in taken_off]
        added = [self.added()] if typed[self.begins_with] else []
        is_unsaid = not (kept or added or taken_off or typed.get("is_none"))
        changed: dict[str, Any] = {self.part: None if is_unsaid else (*kept, *added)}
        return replace(self.plan, **changed)


class Calendar(ListPart):
    """Times during which nothing is sent: those kept, and one more."""

    part, begins_with = "away", "from_moment"
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

    def said(self, each: Away) -> str:
        """Say when it is, and where."""
        return rules.said_away(each)

    def typed(self, plan: Plan) -> dict[str, Any]:
        """A new stay is once unless it is said to come again."""
        return {**super().typed(plan), "every": "0"}

    def clean(self) -> dict[str, Any]:
        """A stay has both ends; nothing typed is nothing added."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        ends = [found.get("from_moment"), found.get("until_moment")]
        if not self.errors and (any(ends) or found.get("where")):
            for name, end in zip(("from_moment", "until_moment"), ends, strict=True):
                if end is None:
                    self.add_error(name, "Enter the day and the time")
            if all(ends):
                self.check("until_moment", rules.check_away, self.added())
        return found

    def added(self) -> Away:
        """Give the stay that was typed."""
        typed = self.cleaned_data
        first, last = timezone.localtime(typed["from_moment"]), timezone.localtime(typed["until_moment"])
        every = int(typed.get("every") or 0)
        return Away(first.date(), _clock(first.time()), last.date(), _clock(last.time()), every, typed["where"])


def _clock(at: time) -> time:
    return at.replace(second=0, microsecond=0, fold=0)


class Orders(ListPart):
    """Orders that forbid writing: those kept, and one more."""

    part, begins_with = "orders", "what"
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

    def said(self, each: Order) -> str:
        """Say what it is."""
        return each.what

    def clean(self) -> dict[str, Any]:
        """An order has its words and its first day."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and (found["what"] or found["from_on"]):
            if not found["what"]:
                self.add_error("what", "Enter what it is")
            if not found["from_on"]:
                self.add_error("from_on", "Enter from when")
            if not self.errors:
                self.check("until_on", rules.check_order, self.added())
        return found

    def added(self) -> Order:
        """Give the order that was typed."""
        typed = self.cleaned_data
        channels = tuple(Channel(each) for each in typed["channels"])
        return Order(typed["what"], typed["from_on"], typed["until_on"], channels)
