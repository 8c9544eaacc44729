"""The form every page's form is made from. Shape only: what was typed, said back in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from markupsafe import Markup

from kith.ui import govuk


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of the error summary, and the address within the page of what to mend."""

    text: str
    href: str


class GovukField(BoundField):
    """A bound field that draws itself as a GOV.UK component: `{{ form.why.as_govuk() }}`."""

    def as_govuk(self) -> Markup:
        return govuk.render(self)


class Form(forms.Form):
    """A form drawn with GOV.UK components. Fields come from `kith.ui.fields`.

    The double-submit key and the CSRF token are not fields: `{{ post_inputs() }}` writes both, so that
    `cleaned_data` holds an action's own arguments and nothing else.
    """

    bound_field_class = GovukField
    use_required_attribute = False  # the server says what is missing, in words, once

    @property
    def upload(self) -> bool:
        """Tell whether the form carries files, and so needs `enctype="multipart/form-data"`."""
        return self.is_multipart()

    def shown(self) -> Iterator[BoundField]:
        """Give the fields in order, hidden ones first, without those that a choice reveals."""
        revealed = {
            name for field in self.fields.values() for name in getattr(field, "look", {}).get("reveals", {}).values()
        }
        yield from self.hidden_fields()
        yield from (bound for bound in self.visible_fields() if bound.name not in revealed)

    def faults(self) -> list[Fault]:
        """Give the error summary's lines, in the order of the fields; those of the whole form come first."""
        return faults_of(self)


def faults_of(form: forms.BaseForm) -> list[Fault]:
    """Give the error summary of any Django form: every error, each with where to mend it."""
    if not form.is_bound:
        return []
    whole = [Fault(str(words), "#main-content") for words in form.non_field_errors()]
    for bound in form:
        href = "#main-content" if bound.is_hidden else f"#{govuk.focus_id(bound)}"
        whole += [Fault(words, href) for words in govuk.errors_of(bound)] if bound.errors else []
    return whole
