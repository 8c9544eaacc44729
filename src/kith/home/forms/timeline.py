"""The filter of a timeline: a GET form, so that what is shown has an address that can be passed on."""

from typing import Any

from kith.home import rules
from kith.home.queries.filters import KINDS, Choices
from kith.home.rules import Filters, NotTheseHours
from kith.ui import fields, forms

_HOURS = [("", "Any"), *((str(hour), f"{hour:02}:00") for hour in range(rules.HOURS))]


class TimelineFilter(forms.Form):
    """Who, what, where from, which days, which hours. Nothing is required; what cannot be read filters nothing."""

    words = fields.Hidden(required=False, max_length=rules.LONGEST)
    order = fields.Hidden(required=False, max_length=10)
    undated = fields.Hidden(required=False, max_length=1)
    person = fields.Choice("Person", as_select=True, required=False, say_optional=False)
    kind = fields.MultiChoice("Kind", KINDS, required=False, say_optional=False)
    source = fields.Choice("Exhibit", as_select=True, required=False, say_optional=False)
    from_on = fields.Date("From", required=False, say_optional=False)
    until_on = fields.Date("Until", required=False, say_optional=False)
    from_hour = fields.Choice("From hour", _HOURS, as_select=True, required=False, say_optional=False, coerce=int)
    until_hour = fields.Choice("Until hour", _HOURS, as_select=True, required=False, say_optional=False, coerce=int)

    def __init__(self, choices: Choices, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].set_choices([("", "Anyone"), *choices.people])  # type: ignore[attr-defined]
        self.fields["source"].set_choices([("", "Any"), *choices.sources])  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Check what two answers say together."""
        found: dict[str, Any] = super().clean() or {}
        first, last = found.get("from_on"), found.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", "Until must be the same as or after From")
            found["from_on"] = None
        try:
            rules.hours_between(found.get("from_hour"), found.get("until_hour"))
        except NotTheseHours as refusal:
            self.add_error("until_hour", str(refusal))
            found["from_hour"] = None
        return found

    def filters(self) -> Filters:
        """Give what was asked; an answer that cannot be read asks nothing, and its error stands on the page."""
        self.is_valid()
        found = self.cleaned_data
        return Filters(
            words=found.get("words") or "",
            person=found.get("person") or "",
            kind=tuple(found.get("kind") or ()),
            source=found.get("source") or "",
            from_on=found.get("from_on"),
            until_on=found.get("until_on"),
            from_hour=found.get("from_hour"),
            until_hour=found.get("until_hour"),
            order=found.get("order") or "",
            undated=bool(found.get("undated")),
        )
