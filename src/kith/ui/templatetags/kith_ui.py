"""Tags for the sign-in pages, which stay Django templates: they draw the same frame and fields as every other page."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

from kith.ui import context as frame
from kith.ui import govuk
from kith.ui.forms import faults_of
from kith.ui.jinja import shared, submit_key_input

register = template.Library()


@register.simple_tag(takes_context=True)
def ui_frame(context: template.Context, part: str) -> SafeString:
    """Draw a part of the frame: header, footer, notices, or what the page's tag carries for the idle lock."""
    return _component(part, frame.chrome(context["request"])["chrome"])


@register.simple_tag
def ui_fields(form: forms.BaseForm, without_hints: bool = False) -> SafeString:
    """Draw all fields of a form; `without_hints` leaves out what another package says under its labels."""
    bounds = list(form)
    for bound in bounds if without_hints else ():
        bound.help_text = ""
    return mark_safe("".join(str(govuk.render(bound)) for bound in bounds))


@register.simple_tag
def ui_json(value: Any) -> str:
    """Write a value as JSON, for an attribute: escaped as any other words."""
    return DjangoJSONEncoder().encode(value)


@register.simple_tag
def ui_submit_key() -> SafeString:
    """Write the double-submit key that every form of a `@page` sends."""
    return mark_safe(str(submit_key_input()))


@register.simple_tag(takes_context=True)
def ui_errors(context: template.Context) -> SafeString:
    """Draw the error summary of the page's form; nothing where there is none."""
    faults = _faults(context)
    return _component("error_summary", faults) if faults else SafeString("")


@register.simple_tag(takes_context=True)
def ui_error_prefix(context: template.Context) -> str:
    """Start the title with "Error:" when the page's form has errors."""
    return "Error: " if _faults(context) else ""


@register.simple_tag
def ui_password_rules() -> list[str]:
    """Give what a new password must be, a sentence each."""
    return [str(rule) for rule in password_validators_help_texts()]


def _faults(context: template.Context) -> list[Any]:
    form = context.get("form") or context.get("verify_form")
    return faults_of(form) if isinstance(form, forms.BaseForm) else []


def _component(name: str, *values: Any) -> SafeString:
    return mark_safe(str(getattr(shared().globals["ui"], name)(*values)))
