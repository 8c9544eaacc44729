"""Form fields that ask in plain English and render as GOV.UK components.

All take the label first and the rest by name:
    hint: a line under the label; missing: the error when nothing is given ("Enter why this is being sealed");
    required: False adds "(optional)" to the label (say_optional=False does not, as under a choice that reveals it);
    heading: the label is the page's own heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kith.ui import typed
from kith.ui.widgets import DateBoxes, ManyFiles, MomentBoxes

Choices = Iterable[tuple[Any, str] | tuple[Any, str, str]] | type[Enum]


class Asked(forms.Field):
    """What every field here shares: the words around it, and how it is drawn.

    `look` holds what `kith.ui.govuk` reads: width, rows, prefix, suffix, inputmode, inline, ...
    """

    missing_default: ClassVar[Any] = _("Enter an answer")

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str = "",
        heading: bool = False,
        say_optional: bool = True,
        look: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> None:
        messages = {"required": missing or self.missing_default, **options.pop("error_messages", {})}
        super().__init__(label=label, help_text=hint, error_messages=messages, **options)
        self.heading = heading
        self.say_optional = say_optional
        self.look: dict[str, Any] = dict(look or {})

    @property
    def subject(self) -> str:
        """The words an error starts with: the label, or "This" where the label is a question."""
        label = str(self.label)
        return "This" if label.endswith("?") else label


class Text(Asked, forms.CharField):
    """One line of text. `width` is GOV.UK's 2, 3, 4, 5, 10, 20 (characters); without it, the whole line."""

    def __init__(self, label: str, *, width: int | None = None, autocomplete: str = "off", **options: Any) -> None:
        super().__init__(label, **options)
        self.look |= {"width": width, "autocomplete": autocomplete}
        self.error_messages |= {
            "max_length": f"{self.subject} must be {self.max_length} characters or fewer",
            "min_length": f"{self.subject} must be {self.min_length} characters or more",
        }


class TextArea(Text):
    """Several lines. With `max_length` and `count`, it shows how many characters are left."""

    widget = forms.Textarea

    def __init__(self, label: str, *, rows: int = 5, count: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self.look |= {"rows": rows, "count": count}

    def to_python(self, value: Any) -> str:
        """Count a new line as one character, as the counter on the page does."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class Number(Asked, forms.IntegerField):
    """A whole number, typed as text so that a scroll wheel cannot change it."""

    widget = forms.TextInput
    missing_default = _("Enter a number")

    def __init__(self, label: str, *, width: int = 4, **options: Any) -> None:
        super().__init__(label, **options)
        self.look |= {"width": width, "inputmode": "numeric", "autocomplete": "off"}
        self.error_messages["invalid"] = f"{self.subject} must be a whole number"


class Email(Asked, forms.EmailField):
    missing_default = _("Enter an email address")

    def __init__(self, label: str, *, autocomplete: str = "off", **options: Any) -> None:
        super().__init__(label, **options)
        self.look |= {"autocomplete": autocomplete}
        self.error_messages["invalid"] = "Enter an email address in the correct format, like name@example.com"


class Phone(Text):
    """A telephone number, kept as it was typed."""

    missing_default = _("Enter a phone number")

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, **{"max_length": 40, "width": 20, **options})
        self.look |= {"type": "tel"}

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and sum(letter.isdigit() for letter in value) < 3:
            raise ValidationError("Enter a phone number, like 01632 960 001", code="invalid")


class Password(Text):
    widget = forms.PasswordInput
    missing_default = _("Enter your password")

    def __init__(self, label: str, *, autocomplete: str = "current-password", **options: Any) -> None:
        super().__init__(label, **{"strip": False, **options}, autocomplete=autocomplete)


class Hidden(forms.CharField):
    """A value carried along, such as a draft's version. Never asked, so it takes no label."""

    widget = forms.HiddenInput


class Date(Asked):
    """Day, month and year in three boxes, cleaned to a date."""

    widget = DateBoxes
    missing_default = _("Enter a date")

    def clean(self, value: Any) -> date | None:
        if value.empty:
            _nothing(self)
            return None
        try:
            found = typed.read_date(value, self.subject)
        except typed.Unreadable as fault:
            raise ValidationError(str(fault), code=fault.part or "invalid") from None
        self.run_validators(found)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return DateBoxes().typed(initial) != data


class DateTime(Asked):
    """A day and a time of day, cleaned to an aware instant in the agency's own zone."""

    widget = MomentBoxes
    missing_default = _("Enter a date and time")

    def clean(self, value: Any) -> datetime | None:
        on, at = value
        if on.empty and not at:
            _nothing(self)
            return None
        try:
            day = typed.read_date(on, self.subject)
            if not at:
                raise typed.Unreadable(f"{self.subject} must include a time", "time")
            found = typed.read_moment(day, at, timezone.get_current_timezone(), self.subject)
        except typed.Unreadable as fault:
            raise ValidationError(str(fault), code=fault.part or "invalid") from None
        self.run_validators(found)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return MomentBoxes().typed_with_time(initial) != data


class Time(Asked):
    """A time of day, typed as people write it: 14:05, 2:05pm, midday."""

    widget = forms.TextInput
    missing_default = _("Enter a time, like 14:05")

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, **options)
        self.look |= {"width": 5, "autocomplete": "off"}

    def to_python(self, value: Any) -> time | None:
        if not value or isinstance(value, time):
            return value or None
        try:
            return typed.read_time(value, self.subject)
        except typed.Unreadable as fault:
            raise ValidationError(str(fault), code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return value.strftime("%H:%M") if isinstance(value, time) else value


class Choice(Asked, forms.TypedChoiceField):
    """One of a few, as radios; `as_select=True` for a long list.

    Args:
        choices: (value, words) or (value, words, hint), or an Enum class whose members have `label`.
        reveals: value -> name of the field that shows under that choice when it is chosen.
        inline: radios side by side, for two short answers.
    """

    widget = forms.RadioSelect
    missing_default = _("Select an answer")

    def __init__(
        self,
        label: str,
        choices: Choices = (),
        *,
        as_select: bool = False,
        inline: bool = False,
        reveals: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        pairs, hints = _pairs(choices)
        if isinstance(choices, type):
            options.setdefault("coerce", choices)
        widget = forms.Select if as_select else forms.RadioSelect
        super().__init__(label, choices=pairs, widget=widget, empty_value=None, **options)
        self.look |= {"hints": hints, "inline": inline, "reveals": dict(reveals or {})}
        self.error_messages["invalid_choice"] = self.error_messages["required"]

    def set_choices(self, choices: Choices) -> None:
        """Set the choices of one form, such as those of the page being shown."""
        self.choices, hints = _pairs(choices)
        self.look = {**self.look, "hints": hints}  # the class's own field shares `look` with every form


class YesNo(Choice):
    """Yes or No, cleaned to True or False."""

    missing_default = _("Select yes or no")

    def __init__(self, label: str, *, yes: str = "Yes", no: str = "No", **options: Any) -> None:
        options.setdefault("inline", True)
        super().__init__(label, [("yes", yes), ("no", no)], coerce=_is_yes, **options)

    def prepare_value(self, value: Any) -> Any:
        return ("yes" if value else "no") if isinstance(value, bool) else value


class MultiChoice(Asked, forms.TypedMultipleChoiceField):
    """Any of a few, as checkboxes, cleaned to a list."""

    widget = forms.CheckboxSelectMultiple
    missing_default = _("Select at least one")

    def __init__(
        self, label: str, choices: Choices = (), *, reveals: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        pairs, hints = _pairs(choices)
        if isinstance(choices, type):
            options.setdefault("coerce", choices)
        super().__init__(label, choices=pairs, **options)
        self.look |= {"hints": hints, "reveals": dict(reveals or {})}
        self.error_messages["invalid_choice"] = self.error_messages["required"]

    set_choices = Choice.set_choices


class Bool(Asked, forms.BooleanField):
    """One box to tick. Required means it must be ticked; most are `required=False`, which adds no "(optional)"."""

    missing_default = _("Tick the box to go on")


class File(Asked, forms.FileField):
    """One file. `accept` is a list for the file chooser only: what arrives is looked at, never its name."""

    widget = forms.FileInput
    missing_default = _("Select a file")

    def __init__(self, label: str, *, accept: str = "", **options: Any) -> None:
        super().__init__(label, **options)
        self.look |= {"accept": accept}
        self.error_messages["empty"] = "The selected file is empty"


class Files(File):
    """Several files at once, cleaned to a list."""

    widget = ManyFiles
    missing_default = _("Select at least one file")

    def clean(self, value: Any, initial: Any = None) -> Any:
        given = [one for one in (value if isinstance(value, list | tuple) else [value]) if one]
        if not given:
            _nothing(self)
        return [super(Files, self).clean(one, initial) for one in given]


def _nothing(field: forms.Field) -> None:
    """Accept that nothing was given, or refuse where an answer is needed."""
    if field.required:
        raise ValidationError(field.error_messages["required"], code="required")


def _is_yes(value: str) -> bool:
    return value == "yes"


def _pairs(choices: Choices) -> tuple[list[tuple[Any, str]], dict[str, str]]:
    rows: list[tuple[Any, ...]] = (
        [(one.value, getattr(one, "label", one.value)) for one in choices]
        if isinstance(choices, type)
        else list(choices)
    )
    return [(row[0], row[1]) for row in rows], {str(row[0]): row[2] for row in rows if len(row) > 2}
