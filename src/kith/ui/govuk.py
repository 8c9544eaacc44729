"""Which GOV.UK macro draws a form field, and with what. Works for our fields and for plain Django ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from markupsafe import Markup

from kith.ui.widgets import DateBoxes, MomentBoxes

Params = dict[str, Any]
_WIDTHS = {2, 3, 4, 5, 10, 20, 30}
_DATE_PARTS = (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4))
_KEPT_ATTRIBUTES = ("autofocus", "data-draft-skip", "readonly")


def render(bound: BoundField) -> Markup:
    """Draw a bound field, with its label, hint and error, as a GOV.UK component."""
    from kith.ui.jinja import shared  # here, because the environment itself offers this function

    if bound.is_hidden:
        return Markup(str(bound))
    name, params = component(bound)
    html = getattr(shared().globals["govuk"], name)(params)
    return Markup(_without_expanded(html) if name in ("radios", "checkboxes") else html)


def _without_expanded(html: str) -> str:
    """Leave revealing to our style sheet (`:has`), which works without script.

    GOV.UK's script marks the radio `aria-expanded`, which ARIA does not allow there.
    """
    return html.replace(' data-aria-controls="', ' data-reveals="').replace(
        "__conditional--hidden", "__conditional--shut"
    )


def component(bound: BoundField) -> tuple[str, Params]:
    """Choose the macro of a field by its widget, most particular first, and give its parameters."""
    for kind, build in _BUILDERS:
        if isinstance(bound.field.widget, kind):
            return build(bound)
    return _input(bound)


def focus_id(bound: BoundField) -> str:
    """Give the id an error message links to: the input itself, or the first box or choice of a group."""
    field_id = str(bound.auto_id)
    if isinstance(bound.field.widget, DateBoxes):
        return f"{field_id}-{_faulty_part(bound) or 'day'}"
    return field_id


def _look(bound: BoundField) -> Params:
    return getattr(bound.field, "look", {})


def _words(bound: BoundField, *, legend: bool = False) -> Params:
    """Label or legend, hint, error: what every component takes."""
    text = label_of(bound)
    if not bound.field.required and getattr(bound.field, "say_optional", True):
        text += " (optional)"
    heading = getattr(bound.field, "heading", False)
    kind = "fieldset__legend" if legend else "label"
    label = {"text": text, "isPageHeading": heading, "classes": f"govuk-{kind}--l" if heading else f"govuk-{kind}--s"}
    params: Params = {"fieldset": {"legend": label}} if legend else {"label": label}
    if bound.help_text:
        params["hint"] = {"text": bound.help_text}
    if bound.errors:
        params["errorMessage"] = {"text": errors_of(bound)[0]}
    return params


def label_of(bound: BoundField) -> str:
    """Give a field's label; one of another package's is put in sentence case, as ours are."""
    return str(bound.label) if hasattr(bound.field, "look") else str(bound.label).capitalize()


def errors_of(bound: BoundField) -> list[str]:
    """Give a field's errors in plain words, also where another package says "This field is required"."""
    if hasattr(bound.field, "look"):
        return [str(words) for words in bound.errors]
    missing = f"Enter your {label_of(bound).lower()}"
    return [
        missing if fault.code == "required" else str(words)
        for fault, words in zip(bound.errors.as_data(), bound.errors, strict=True)
    ]


def _attributes(bound: BoundField) -> Params:
    given = {**bound.field.widget.attrs, **_look(bound).get("attributes", {})}
    kept = {name: value for name, value in given.items() if name in _KEPT_ATTRIBUTES or name.startswith("data-")}
    if maximum := given.get("maxlength"):
        kept["data-length"] = maximum
    return {name: {"value": value, "optional": True} for name, value in kept.items() if value is not False}


def _one_box(bound: BoundField, **more: Any) -> Params:
    look = _look(bound)
    return {
        **_words(bound),
        "id": bound.auto_id,
        "name": bound.html_name,
        "attributes": _attributes(bound),
        "autocomplete": bound.field.widget.attrs.get("autocomplete") or look.get("autocomplete"),
        "value": "" if bound.value() is None else str(bound.value()),
        **more,
    }


def _input(bound: BoundField) -> tuple[str, Params]:
    look = _look(bound)
    params = _one_box(
        bound,
        type=look.get("type") or getattr(bound.field.widget, "input_type", "text"),
        inputmode=look.get("inputmode"),
        spellcheck=look.get("spellcheck"),
    )
    if look.get("width") in _WIDTHS:
        params["classes"] = f"govuk-input--width-{look['width']}"
    for end in ("prefix", "suffix"):
        if look.get(end):
            params[end] = {"text": look[end]}
    return "input", params


def _password(bound: BoundField) -> tuple[str, Params]:
    """Passwords never come back to the page, so a wrong one is typed anew."""
    return "password_input", _one_box(bound, value="")


def _textarea(bound: BoundField) -> tuple[str, Params]:
    look = _look(bound)
    params = _one_box(bound, rows=str(look.get("rows", 5)), spellcheck=True)
    if look.get("count") and (most := getattr(bound.field, "max_length", None)):
        return "character_count", {**params, "maxlength": most}
    return "textarea", params


def _select(bound: BoundField) -> tuple[str, Params]:
    chosen = str(bound.value())
    items: list[Params] = []
    for value, words in _choices(bound):
        if isinstance(words, list | tuple):  # optgroups: flattened, the group's name said in each line
            items += [_option(inner, f"{value}: {text}", chosen) for inner, text in words]
        else:
            items.append(_option(value, words, chosen))
    if not any(item["value"] == "" for item in items):
        items.insert(0, {"value": "", "text": "Select"})
    return "select", {**_one_box(bound), "value": None, "items": items}


def _option(value: Any, words: Any, chosen: str) -> Params:
    return {"value": _plain(value), "text": str(words), "selected": _plain(value) == chosen}


def _radios(bound: BoundField) -> tuple[str, Params]:
    return "radios", _group(bound, {_plain(bound.value())})


def _checkboxes(bound: BoundField) -> tuple[str, Params]:
    chosen = bound.value() or []
    return "checkboxes", _group(bound, {_plain(one) for one in chosen})


def _group(bound: BoundField, chosen: set[str]) -> Params:
    look, params = _look(bound), _words(bound, legend=True)
    hints, reveals = look.get("hints", {}), look.get("reveals", {})
    items = []
    for value, words in _choices(bound):
        plain = _plain(value)
        if plain == "" and not words:
            continue
        item: Params = {"value": plain, "text": str(words), "checked": plain in chosen}
        if plain in hints:
            item["hint"] = {"text": hints[plain]}
        if plain in reveals:
            item["conditional"] = {"html": render(bound.form[reveals[plain]])}
        items.append(item)
    classes = "govuk-radios--inline" if look.get("inline") else ""
    return {**params, "idPrefix": bound.auto_id, "name": bound.html_name, "items": items, "classes": classes}


def _choices(bound: BoundField) -> Iterable[tuple[Any, Any]]:
    return getattr(bound.field, "choices", ())


def _plain(value: Any) -> str:
    return "" if value is None else str(getattr(value, "value", value))


def _one_checkbox(bound: BoundField) -> tuple[str, Params]:
    """A single box: its label is the label, so there is no legend."""
    item: Params = {"value": "on", "text": label_of(bound), "checked": bool(bound.value())}
    if bound.help_text:
        item["hint"] = {"text": bound.help_text}
    params: Params = {"idPrefix": bound.auto_id, "name": bound.html_name, "items": [item]}
    if bound.errors:
        params["errorMessage"] = {"text": errors_of(bound)[0]}
    return "checkboxes", params


def _file(bound: BoundField) -> tuple[str, Params]:
    many = getattr(bound.field.widget, "allow_multiple_selected", False)
    attributes = _attributes(bound)
    if accept := _look(bound).get("accept"):
        attributes["accept"] = accept
    return "file_upload", {
        **_words(bound),
        "id": bound.auto_id,
        "name": bound.html_name,
        "multiple": many,
        "attributes": attributes,
    }


def _date(bound: BoundField) -> tuple[str, Params]:
    widget = bound.field.widget
    shown = widget.typed(bound.value())
    return "date_input", {**_words(bound, legend=True), "id": bound.auto_id, "items": _date_items(bound, shown)}


def _moment(bound: BoundField) -> tuple[str, Params]:
    shown, at = bound.field.widget.typed_with_time(bound.value())
    items = [
        *_date_items(bound, shown),
        {
            "name": f"{bound.html_name}-time",
            "id": f"{bound.auto_id}-time",
            "label": "Time",
            "value": at,
            "classes": "govuk-input--width-5" + _fault_class(bound, "time"),
            "inputmode": "text",
            "attributes": {"autocomplete": "off"},
        },
    ]
    return "date_input", {**_words(bound, legend=True), "id": bound.auto_id, "items": items}


def _date_items(bound: BoundField, shown: Any) -> list[Params]:
    return [
        {
            "name": f"{bound.html_name}-{part}",
            "id": f"{bound.auto_id}-{part}",
            "label": words,
            "value": getattr(shown, part),
            "classes": f"govuk-input--width-{width}" + _fault_class(bound, part),
            "inputmode": "text" if part == "month" else "numeric",
            "attributes": {"autocomplete": "off"},
        }
        for part, words, width in _DATE_PARTS
    ]


def _fault_class(bound: BoundField, part: str) -> str:
    """Mark the box at fault, or every box when the whole is wrong."""
    at_fault = bool(bound.errors) and _faulty_part(bound) in ("", part)
    return " govuk-input--error" if at_fault else ""


def _faulty_part(bound: BoundField) -> str:
    for error in bound.errors.as_data() if bound.errors else ():
        if error.code in ("day", "month", "year", "time"):
            return str(error.code)
    return ""


_BUILDERS: tuple[tuple[type[forms.Widget], Callable[[BoundField], tuple[str, Params]]], ...] = (
    (MomentBoxes, _moment),
    (DateBoxes, _date),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.CheckboxInput, _one_checkbox),
    (forms.Select, _select),
    (forms.FileInput, _file),
    (forms.PasswordInput, _password),
    (forms.Textarea, _textarea),
    (forms.Widget, _input),
)
