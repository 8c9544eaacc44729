"""A worker's own hours and days off."""

from typing import Any

from kith.core.hours import Hours, Leave
from kith.core.wall_clock import Window, said_days
from kith.ui import fields, forms

_DAYS = (
    ("01234", "Monday to Friday"),
    ("0", "Monday"),
    ("1", "Tuesday"),
    ("2", "Wednesday"),
    ("3", "Thursday"),
    ("4", "Friday"),
    ("5", "Saturday"),
    ("6", "Sunday"),
)
_LINES = range(1, 6)


def _line(label: str) -> tuple[fields.Choice, fields.Time, fields.Time]:
    return (
        fields.Choice(label, _DAYS, required=False, as_select=True, say_optional=False),
        fields.Time("From", required=False, say_optional=False),
        fields.Time("Until", required=False, say_optional=False),
    )


class SetHours(forms.Form):
    """Up to five lines of days and times, the days off that stand, and more of them."""

    days_1, from_1, until_1 = _line("Days")
    days_2, from_2, until_2 = _line("And on")
    days_3, from_3, until_3 = _line("And on")
    days_4, from_4, until_4 = _line("And on")
    days_5, from_5, until_5 = _line("And on")
    take_off = fields.MultiChoice("Days off that you take back", required=False, say_optional=False)
    first_on = fields.Date("Days off: the first", required=False, say_optional=False)
    last_on = fields.Date("Days off: the last", required=False, say_optional=False)

    def __init__(self, data: Any = None, *, hours: Hours) -> None:
        self.hours = hours
        super().__init__(data, initial=_typed(hours))
        known = [key for key, _ in _DAYS]
        more = {_key(each): said_days(each.days) for each in hours.windows if _key(each) not in known}
        for line in _LINES:
            self.fields[f"days_{line}"].set_choices([("", "None"), *_DAYS, *more.items()])  # type: ignore[attr-defined]
        if hours.leave:
            kept = [(str(place), said_leave(each)) for place, each in enumerate(hours.leave)]
            self.fields["take_off"].set_choices(kept)  # type: ignore[attr-defined]
        else:
            del self.fields["take_off"]

    def clean(self) -> dict[str, Any]:
        """A line is whole or empty; so are the days off."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        for line in _LINES:
            asked = [found.get(f"{name}_{line}") in (None, "") for name in ("days", "from", "until")]
            if any(asked) and not all(asked):
                self.add_error(f"days_{line}", "Select the days, and enter from when until when")
        if bool(found.get("first_on")) != bool(found.get("last_on")):
            self.add_error("last_on", "Enter the first day off and the last")
        return found

    def typed(self) -> dict[str, Any]:
        """Give what `core.hours.set_hours` takes."""
        found = self.cleaned_data
        windows = [
            Window(tuple(int(day) for day in found[f"days_{line}"]), found[f"from_{line}"], found[f"until_{line}"])
            for line in _LINES
            if found[f"days_{line}"]
        ]
        gone = found.get("take_off") or ()
        leave = [each for place, each in enumerate(self.hours.leave) if str(place) not in gone]
        if found["first_on"]:
            leave.append(Leave(found["first_on"], found["last_on"]))
        return {"windows": windows, "leave": sorted(leave, key=lambda each: each.first_on)}


def _typed(hours: Hours) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line, window in zip(_LINES, hours.windows, strict=False):
        found |= {f"days_{line}": _key(window), f"from_{line}": window.from_at, f"until_{line}": window.until_at}
    return found


def _key(window: Window) -> str:
    return "".join(str(day) for day in window.days)


def said_leave(leave: Leave) -> str:
    """Say days off: "24 December 2026 until 2 January 2027"."""
    first = f"{leave.first_on.day} {leave.first_on:%B %Y}"
    return first if leave.first_on == leave.last_on else f"{first} until {leave.last_on.day} {leave.last_on:%B %Y}"
