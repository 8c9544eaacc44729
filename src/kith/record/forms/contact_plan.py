"""The contact plan of somebody, one part a page. Each form takes the plan and gives it changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from kith.core import wall_clock
from kith.core.wall_clock import Window
from kith.record.forms.contact_calendar import Calendar, Orders
from kith.record.forms.plan_part import PlanPart
from kith.record.rules import contact_plan as rules
from kith.record.rules.contact_plan import Channel, Plan, Way
from kith.ui import fields, forms

_PLACES = ("first", "second", "third", "fourth")
_LINES = (1, 2, 3, 4)
_DAYS = (
    ("0123456", "Every day"),
    ("01234", "Monday to Friday"),
    ("56", "Saturday and Sunday"),
    ("0", "Monday"),
    ("1", "Tuesday"),
    ("2", "Wednesday"),
    ("3", "Thursday"),
    ("4", "Friday"),
    ("5", "Saturday"),
    ("6", "Sunday"),
)


class Said(PlanPart):
    """Who said how they may be reached, and until when that is good."""

    said_by = fields.Text(
        "Who said so?",
        hint="For a child, say whether they said it themselves, or who for them.",
        missing="Enter who said so",
        max_length=200,
    )
    said_on = fields.Date("When?", missing="Enter when they said it")
    verified_how = fields.Text(
        "How was it checked?", hint="For example: rang back. Leave empty if it was not.", required=False, max_length=200
    )
    expires_on = fields.Date(
        "Until when is it good?",
        hint="After that nothing is sent until they are asked again. Six months is usual.",
        missing="Enter until when it is good",
    )

    def typed(self, plan: Plan) -> dict[str, Any]:
        """Suggest today, and half a year."""
        found = super().typed(plan)
        found["said_on"] = plan.said_on or self.today
        found["expires_on"] = plan.expires_on or self.today + rules.HOLDS_FOR
        return found

    def clean_expires_on(self) -> date:
        """A day to come, within a year."""
        until: date = self.cleaned_data["expires_on"]
        self.check("expires_on", lambda day: rules.check_until(day, self.today), until)
        return until

    def changed(self) -> Plan:
        """Ask again a month before it ends; what was checked was checked today."""
        typed = self.cleaned_data
        is_same = typed["verified_how"] == self.plan.verified_how
        verified_on = (self.plan.verified_on if is_same else self.today) if typed["verified_how"] else None
        ask_again_on = max(self.today, typed["expires_on"] - rules.ASKED_BEFORE)
        return replace(self.plan, **typed, verified_on=verified_on, ask_again_on=ask_again_on)


class Ways(PlanPart):
    """The channels, in their order. One that is not named is not used."""

    first = fields.Choice("First", required=False, as_select=True, say_optional=False)
    second = fields.Choice("If that does not reach them", required=False, as_select=True, say_optional=False)
    third = fields.Choice("Then", required=False, as_select=True, say_optional=False)
    fourth = fields.Choice("Then, last", required=False, as_select=True, say_optional=False)
    other_words = fields.Text(
        "WhatsApp or another way, in words",
        hint="Nothing is sent by it: it is here for you to know.",
        required=False,
        max_length=300,
    )

    def offer(self, ways: Sequence[tuple[str, str]]) -> None:
        """Offer what their contact details make possible, and none."""
        for name in _PLACES:
            self.fields[name].set_choices([("", "None"), *ways])  # type: ignore[attr-defined]

    def typed(self, plan: Plan) -> dict[str, Any]:
        """Name each channel with its contact detail."""
        found: dict[str, Any] = {
            name: f"{way.channel}:{way.contact_id or ''}" for name, way in zip(_PLACES, plan.ways, strict=False)
        }
        found["other_words"] = next((way.words for way in plan.ways if way.channel is Channel.OTHER), "")
        return found

    def changed(self) -> Plan:
        """Take each once, in the order of the places."""
        typed = self.cleaned_data
        chosen = list(dict.fromkeys(typed[name] for name in _PLACES if typed[name]))
        if typed["other_words"] and f"{Channel.OTHER}:" not in chosen:
            chosen.append(f"{Channel.OTHER}:")
        return replace(self.plan, ways=tuple(_way(each, typed["other_words"]) for each in chosen))


def _way(chosen: str, words: str) -> Way:
    channel, _, contact = chosen.partition(":")
    is_other = channel == Channel.OTHER
    return Way(Channel(channel), UUID(contact) if contact else None, words if is_other else "")


class Hours(PlanPart):
    """Safe hours: any, or up to four lines of days and times."""

    any_hour = fields.YesNo(
        "When is it safe to reach them?",
        yes="At any hour: they said so",
        no="Only at these hours",
        missing="Select when it is safe",
        inline=False,
    )
    days_1 = fields.Choice("Days", _DAYS, required=False, as_select=True, say_optional=False)
    from_1 = fields.Time("From", required=False, say_optional=False)
    until_1 = fields.Time("Until", required=False, say_optional=False)
    days_2 = fields.Choice("And on", _DAYS, required=False, as_select=True, say_optional=False)
    from_2 = fields.Time("From", required=False, say_optional=False)
    until_2 = fields.Time("Until", required=False, say_optional=False)
    days_3 = fields.Choice("And on", _DAYS, required=False, as_select=True, say_optional=False)
    from_3 = fields.Time("From", required=False, say_optional=False)
    until_3 = fields.Time("Until", required=False, say_optional=False)
    days_4 = fields.Choice("And on", _DAYS, required=False, as_select=True, say_optional=False)
    from_4 = fields.Time("From", required=False, say_optional=False)
    until_4 = fields.Time("Until", required=False, say_optional=False)

    def offer(self, ways: Sequence[tuple[str, str]]) -> None:
        """Let a line stay empty, and keep days that were said otherwise than these choices."""
        known = [each for each, _ in _DAYS]
        said = {_days(window): wall_clock.said_days(window.days) for window in self.plan.windows}
        more = [(key, words) for key, words in said.items() if key not in known]
        for line in _LINES:
            self.fields[f"days_{line}"].set_choices([("", "None"), *_DAYS, *more])  # type: ignore[attr-defined]

    def typed(self, plan: Plan) -> dict[str, Any]:
        """One line a window."""
        found: dict[str, Any] = {"any_hour": plan.any_hour}
        for line, window in zip(_LINES, plan.windows, strict=False):
            found |= {
                f"days_{line}": _days(window),
                f"from_{line}": window.from_at,
                f"until_{line}": window.until_at,
            }
        return found

    def clean(self) -> dict[str, Any]:
        """A line is whole or empty; where hours are kept, there is one."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        for line in _LINES:
            asked = [found.get(f"{name}_{line}") for name in ("days", "from", "until")]
            if any(each not in (None, "") for each in asked) and any(each in (None, "") for each in asked):
                self.add_error(f"days_{line}", "Select the days, and enter from when until when")
        if not self.errors:
            windows = self._windows()
            for line, window in windows:
                self.check(f"until_{line}", rules.check_window, window)
            if found["any_hour"] is False and not windows:
                self.add_error("days_1", "Select the days, and enter from when until when")
        return found

    def _windows(self) -> list[tuple[int, Window]]:
        typed = self.cleaned_data
        lines = [line for line in _LINES if typed.get(f"days_{line}")]
        return [(line, _window(typed, line)) for line in lines]

    def changed(self) -> Plan:
        """Any hour needs no lines."""
        any_hour = self.cleaned_data["any_hour"]
        windows = () if any_hour else tuple(window for _, window in self._windows())
        return replace(self.plan, any_hour=any_hour, windows=windows)


def _window(typed: dict[str, Any], line: int) -> Window:
    days = tuple(int(day) for day in typed[f"days_{line}"])
    return Window(days, typed[f"from_{line}"], typed[f"until_{line}"])


def _days(window: Window) -> str:
    return "".join(str(day) for day in window.days)


class Safety(PlanPart):
    """Who else sees or hears it, and how we say who we are."""

    voicemail = fields.YesNo("May a voicemail be left?", required=False)
    seen_by = fields.Text(
        "Who else sees the phone, the inbox or the post?",
        hint="Say nobody, if they said nobody.",
        required=False,
        max_length=300,
    )
    if_answered = fields.Text("What to say if somebody else answers", required=False, max_length=300)
    sender_name = fields.Text("Which name should the sender have?", required=False, max_length=100, width=20)
    code_word = fields.Text(
        "Code word", hint="Said by both, so that each knows it is the other.", required=False, max_length=100, width=20
    )


class Reads(PlanPart):
    """Language, format, interpreter."""

    language = fields.Text("Language", required=False, max_length=100, width=20)
    layout = fields.Choice("Format", rules.Layout, required=False)
    interpreter = fields.Text(
        "Interpreter",
        hint="A registered one, never a child or a relative. Say which they prefer, or that none is needed.",
        required=False,
        max_length=200,
    )


#: part of a plan -> its form
PARTS: dict[str, type[PlanPart]] = {
    "said": Said,
    "ways": Ways,
    "hours": Hours,
    "calendar": Calendar,
    "safety": Safety,
    "words": Reads,
    "orders": Orders,
}


class CheckPlan(forms.Form):
    """That somebody was asked again, and their plan still stands."""

    verified_how = fields.Text(
        "How did you check?",
        hint="For example: asked her alone at the visit.",
        missing="Enter how you checked",
        max_length=200,
    )
    expires_on = fields.Date("Until when is it good now?", missing="Enter until when it is good")


class ReviewWayThrough(forms.Form):
    """What a manager says of something urgent that left past a plan."""

    was_right = fields.YesNo("Was it right to send this without waiting?", missing="Select yes or no")
    words = fields.TextArea("Why?", missing="Enter why", max_length=1000)
