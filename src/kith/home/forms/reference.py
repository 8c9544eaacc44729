"""What is typed about reference data. The fields of a row are those of its set's shape."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from kith.core.reference.days import NotALimit, limit_of
from kith.core.reference.reading import Head
from kith.core.reference.rules import Row
from kith.core.reference.shapes import LONGEST_LINE, LONGEST_TEXT, Field
from kith.ui import fields, forms

_SAID = "said_"


class Lines(fields.TextArea):
    """A list of short lines, one a line, cleaned to a list; each a limit where `limits` is asked for."""

    def __init__(self, label: str, *, limits: bool = False, **options: Any) -> None:
        self.limits = limits
        super().__init__(label, **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """Give the lines, without empty ones."""
        listed = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if long := next((line for line in listed if len(line) > LONGEST_LINE), None):
            raise ValidationError(f"“{long[:30]}…” is too long: write it in several lines")
        for line in listed if self.limits else ():
            try:
                limit_of(line)
            except NotALimit as problem:
                raise ValidationError(str(problem)) from None
        return listed


class _Changes(forms.Form):
    """What every change of a row carries: the version that was seen, and why."""

    version = fields.Hidden(required=False, max_length=9)
    why = fields.TextArea("Why?", rows=3, missing="Enter why", max_length=1000)

    def clean_version(self) -> int:
        """Give the number of the version that was seen; 0 where the form does not say."""
        typed = self.cleaned_data["version"]
        return int(typed) if typed.isdecimal() else 0


class EditRow(_Changes):
    """All that a row says. `row()` gives it as an action takes it."""

    source = fields.TextArea(
        "Source", hint="Where it can be checked", rows=2, missing="Enter the source", max_length=1000
    )
    owner = fields.Text("Kept by", missing="Enter who keeps it right", max_length=200)
    effective_from = fields.Date("In force from", required=False)
    effective_to = fields.Date("In force until", hint="The last day", required=False)
    next_check_on = fields.Date("When is it to be checked again?", missing="Enter when it is to be checked again")
    is_verified = fields.Bool(
        "I have just compared this with its source",
        hint="Otherwise it counts as not checked.",
        required=False,
        say_optional=False,
    )

    def __init__(self, data: Any = None, *, head: Head, **options: Any) -> None:
        super().__init__(data, **options)
        said = {f"{_SAID}{name}": _field(field) for name, field in head.shape.items()}
        version, why = self.fields.pop("version"), self.fields.pop("why")
        self.fields = {**self._first(), **said, **self.fields, "why": why, "version": version}

    def _first(self) -> Mapping[str, Any]:
        return {}

    def clean(self) -> dict[str, Any]:
        """Check what two answers say together."""
        found: dict[str, Any] = super().clean() or {}
        begins, ends = found.get("effective_from"), found.get("effective_to")
        if begins and ends and ends < begins:
            self.add_error("effective_to", "The last day must be the same as or after the first")
        return found

    def row(self) -> dict[str, Any]:
        """Give the row that was typed."""
        found = self.cleaned_data
        value = {name.removeprefix(_SAID): given for name, given in found.items() if name.startswith(_SAID)}
        plain = {name: found[name] for name in ("source", "owner", "effective_from", "effective_to", "next_check_on")}
        return plain | {
            "value": {name: given for name, given in value.items() if given not in (None, "", [])},
            "is_verified": bool(found["is_verified"]),
        }


class AddRow(EditRow):
    """A new row, with its key."""

    def _first(self) -> Mapping[str, Any]:
        hint = "What programs ask for it by: small letters, digits, - and _. It cannot be changed later."
        return {"key": fields.Text("Key", hint=hint, missing="Enter a key", max_length=80, width=20)}

    def row(self) -> dict[str, Any]:
        """Give the row that was typed, with its key."""
        return super().row() | {"key": self.cleaned_data["key"]}


class EndRow(_Changes):
    """The last day of a row."""

    last_day = fields.Date("What is the last day on which it is in force?", missing="Enter the last day")
    field_order = ("last_day", "why", "version")


class CheckRow(_Changes):
    """That a row was compared with its source."""

    next_check_on = fields.Date("When is it to be checked again?", missing="Enter when it is to be checked again")
    why = fields.TextArea("What did you look at?", rows=3, missing="Enter what you looked at", max_length=1000)
    field_order = ("why", "next_check_on", "version")


class TakeShipped(forms.Form):
    """Nothing to type: the button is the answer."""

    version = fields.Hidden(required=False, max_length=9)
    clean_version = _Changes.clean_version


def as_typed(row: Row) -> dict[str, Any]:
    """Give a row as the form shows it before anything is changed; that it was checked is said anew."""
    said = {f"{_SAID}{name}": given for name, given in row.value.items()}
    return said | {
        "source": row.source,
        "owner": row.owner,
        "effective_from": row.effective_from,
        "effective_to": row.effective_to,
        "next_check_on": row.next_check_on,
    }


def _field(field: Field) -> Any:
    missing = f"“{field.label}” is empty: fill it in"
    shared: dict[str, Any] = {"hint": field.hint, "required": field.is_required, "missing": missing}
    match field.kind:
        case "number":
            return fields.Number(field.label, min_value=0, max_value=10**9, **shared)
        case "choice":
            pairs = [(each, each.replace("_", " ").capitalize()) for each in field.choices]
            return fields.Choice(field.label, pairs, as_select=True, **shared)
        case "words" | "limits":
            return Lines(field.label, rows=3, max_length=LONGEST_TEXT, limits=field.kind == "limits", **shared)
        case "text":
            return fields.TextArea(field.label, max_length=LONGEST_TEXT, **shared)
    return fields.Text(field.label, max_length=LONGEST_LINE, **shared)
