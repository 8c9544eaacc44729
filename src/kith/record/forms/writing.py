"""Entries and decisions: forms whose words save themselves while they are typed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from kith.record import rules
from kith.record.queries import Kept, choices
from kith.ui import fields, formats, forms

FEWEST_OPTIONS, MOST_OPTIONS = 3, 20
_NOT_WORDS = {"csrfmiddlewaretoken", "submit_key"}


class Drafted(forms.Form):
    """A form that can be opened again on words saved earlier, and offers the quotations that were kept."""

    citations = fields.MultiChoice("Quotations", required=False, say_optional=False)

    def __init__(self, data: Any = None, *, kept: Sequence[Kept] = (), **options: Any) -> None:
        super().__init__(data, **options)
        self.kept = kept
        self._field("citations").set_choices([(str(one.id), one.quoted.citation) for one in kept])
        for one in kept if len(kept) > 1 else ():
            self.fields[f"place_{one.id}"] = fields.Number(
                f"Place of {one.quoted.citation} among them", required=False, say_optional=False, width=2
            )

    def restore(self, words: Mapping[str, Any]) -> None:
        """Open the form on words saved earlier, as they were typed: half a date stays half a date."""
        if not words:
            return
        typed = MultiValueDict({name: value if isinstance(value, list) else [value] for name, value in words.items()})
        for name, field in self.fields.items():
            self.initial[name] = field.widget.value_from_datadict(typed, MultiValueDict(), name)

    def clean_citations(self) -> list[Any]:
        """Give the ids of the quotations that were ticked, in their order."""
        ticked = set(self.cleaned_data["citations"])
        return [one.id for one in self.kept if str(one.id) in ticked]

    def in_order(self) -> list[Any]:
        """Give the quotations by the places typed beside them; those without keep their order, behind."""
        places = {one.id: self.cleaned_data.pop(f"place_{one.id}", None) for one in self.kept}
        ids: list[Any] = self.cleaned_data.get("citations", [])
        return sorted(ids, key=lambda found: (places[found] is None, places[found] or 0))

    def place_of(self, one: Kept) -> Any:
        """Give the box for a quotation's place; None where there is but one quotation."""
        name = f"place_{one.id}"
        return self[name] if name in self.fields else None

    def is_ticked(self, one: Kept) -> bool:
        """Tell whether a quotation is ticked on the page as it is shown."""
        return str(one.id) in [str(value) for value in self["citations"].value() or []]

    def _field(self, name: str) -> Any:
        return self.fields[name]


class WriteEntry(Drafted):
    """What happened or was said."""

    kind = fields.Choice("What is it?", choices.ENTRY_KINDS, missing="Select what it is", as_select=True)
    text = fields.TextArea(
        "What happened, or what was said?",
        hint="What you saw and heard, and from whom. Say what is your own view.",
        missing="Enter what happened or what was said",
        rows=10,
        max_length=50_000,
    )
    on = fields.Date(
        "Date it happened",
        hint="If it is known only roughly, the first day it could have been",
        required=False,
        say_optional=False,
    )
    clock = fields.Time("Time, if it is known", required=False, say_optional=False)
    precision = fields.Choice(
        "How well is it known when?",
        choices.PRECISIONS,
        missing="Select how well it is known when",
        reveals={"approximate": "until_on"},
    )
    until_on = fields.Date("Last day it could have been", required=False, say_optional=False)
    happened_text = fields.Text(
        "When, in words",
        hint="For example: around Easter, before she moved. Left empty, the date says it.",
        required=False,
        say_optional=False,
        max_length=120,
    )
    about = fields.MultiChoice("Whom is it about?", required=False, say_optional=False)
    allegation = fields.Choice(
        "Is it an allegation?", choices.ALLEGATIONS, required=False, say_optional=False, as_select=True
    )

    def __init__(self, data: Any = None, *, people: Sequence[Any], **options: Any) -> None:
        super().__init__(data, **options)
        self._field("about").set_choices([(str(person.id), person.known_as) for person in people])
        self._field("about").coerce = {str(person.id): person for person in people}.__getitem__

    def clean_allegation(self) -> str:
        """Nothing chosen is not an allegation."""
        return self.cleaned_data["allegation"] or ""

    def clean(self) -> dict[str, Any]:
        """Turn day, time and words into the span that is kept."""
        super().clean()
        found = self.cleaned_data
        found["citations"] = self.in_order()
        on, clock, until_on = (found.pop(name, None) for name in ("on", "clock", "until_on"))
        if {"on", "clock", "until_on", "precision"} & set(self.errors):
            return found
        until_on = until_on if found["precision"] == "approximate" else None
        try:
            span = rules.happened(found["precision"], on, clock, until_on, settings.TIME_ZONE)
        except rules.Wrong as wrong:
            self.add_error("until_on" if on else "on", str(wrong))
            return found
        found["happened"] = span
        found["happened_text"] = found.get("happened_text") or _in_words(found["precision"], on, clock, until_on)
        return found


def as_typed(post: QueryDict) -> dict[str, Any]:
    """Give what was sent as a draft keeps it: a text, or a list where there were several; no keys of the form."""
    return {
        name: values[0].replace("\x00", "") if len(values) == 1 else [value.replace("\x00", "") for value in values]
        for name, values in post.lists()
        if name not in _NOT_WORDS
    }


def _in_words(precision: str, on: date | None, clock: Any, until_on: date | None) -> str:
    """Say when, where the worker left it to the date."""
    if precision == "unknown" or on is None:
        return "Not known when"
    if precision == "approximate":
        return f"About {formats.day(on)}" + (f" to {formats.day(until_on)}" if until_on else "")
    return formats.day(on) + (f", {formats.clock(clock)}" if clock else "")


class RecordDecision(Drafted):
    """A question that was decided."""

    question = fields.TextArea(
        "What was to be decided?", missing="Enter what was to be decided", rows=2, max_length=2000
    )
    chosen = fields.Choice("Which option was chosen?", missing="Select which option was chosen")
    evidence_for = fields.TextArea("Evidence for the chosen option", required=False, say_optional=False, rows=4)
    evidence_against = fields.TextArea(
        "Evidence against it", hint="What speaks for another option.", required=False, say_optional=False, rows=4
    )
    childs_view = fields.TextArea(
        "What does the child say about it?",
        hint="In their own words if you can. If it is not known, say so and why: \u201cNot known, because ...\u201d",
        missing="Enter what the child says about it, or why that is not known",
        rows=4,
    )
    reasons = fields.TextArea("Reasons", missing="Enter the reasons for the decision", rows=5)
    review_on = fields.Date("When will it be looked at again?", missing="Enter when it will be looked at again")

    def __init__(
        self, data: Any = None, *, at: datetime, words: Mapping[str, Any] | None = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self._today = formats.local(at).date()
        typed = data if data is not None else words or {}
        self.option_names = [f"option_{place}" for place in range(_rows_for(typed))]
        for place, name in enumerate(self.option_names):
            self.fields[name] = fields.Text(f"Option {place + 1}", required=False, say_optional=False, max_length=500)
        said = [str(typed.get(name) or "").strip() for name in self.option_names]
        names = [f"Option {place + 1}" + (f": {words}" if words else "") for place, words in enumerate(said)]
        self._field("chosen").set_choices([(str(place), words) for place, words in enumerate(names)])
        self.restore(words or {})

    def clean(self) -> dict[str, Any]:
        """Leave out empty rows; the chosen one is counted among those that stay."""
        super().clean()
        found = self.cleaned_data
        found["citations"] = self.in_order()
        rows = [found.pop(name, "") or "" for name in self.option_names]
        kept = [place for place, text in enumerate(rows) if text]
        found["options"] = [rows[place] for place in kept]
        found["decided_on"] = self._today
        chosen = found.get("chosen")
        if chosen is None:
            if len(kept) < 2:
                self._check(found["options"], 0)
            return found
        found["chosen"] = kept.index(int(chosen)) if int(chosen) in kept else -1
        self._check(found["options"], found["chosen"])
        return found

    def _check(self, options: list[str], chosen: int) -> None:
        review_on = self.cleaned_data.get("review_on")
        try:
            rules.check_decision(options, chosen, self._today, review_on or self._today)
        except rules.Wrong as wrong:
            name = "option_0" if len(options) < 2 else "review_on" if chosen >= 0 else "chosen"
            self.add_error(name, str(wrong))


def _rows_for(typed: Mapping[str, Any]) -> int:
    """Say how many rows of options to show: those typed in, one empty one, and more when they are asked for."""
    used = [place for place in range(MOST_OPTIONS) if str(typed.get(f"option_{place}") or "").strip()]
    shown = [place for place in range(MOST_OPTIONS) if f"option_{place}" in typed]
    rows = max(FEWEST_OPTIONS, len(shown), max(used, default=-1) + 2)
    return min(MOST_OPTIONS, rows + (2 if "more" in typed else 0))
