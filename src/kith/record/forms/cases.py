"""Starting a case; who may open it."""

from collections.abc import Sequence
from typing import Any

from kith.core.models import Worker
from kith.record.forms.people import offer_people
from kith.record.queries import choices, colleague
from kith.ui import fields, forms


class StartCase(forms.Form):
    """A new case."""

    family_name = fields.Text("Family name", missing="Enter the family's name", max_length=120, width=20)
    reference = fields.Text(
        "Case reference",
        hint="As your agency numbers its cases. It cannot be changed later.",
        missing="Enter the case reference",
        max_length=40,
        width=20,
    )
    kind = fields.Choice("What kind of case is it?", choices.CASE_KINDS, missing="Select what kind of case it is")
    opened_on = fields.Date("When was it opened?", missing="Enter the day the case was opened")
    court_text = fields.Text("Court", required=False, max_length=200)
    court_number = fields.Text("Court case number", required=False, max_length=40, width=20)


class GiveAccess(forms.Form):
    """Access for a colleague."""

    worker = fields.Email("Your colleague's e-mail address", missing="Enter your colleague's e-mail address")
    why = fields.Choice("Why do they need it?", choices.WHY_ACCESS, missing="Select why they need it")

    def clean_worker(self) -> Worker:
        """Find the colleague; that nobody has this address is no secret, since who works here is known to all."""
        found = colleague(self.cleaned_data["worker"])
        if found is None:
            self.add_error("worker", "Nobody who works here signs in with this e-mail address")
        return found  # type: ignore[return-value]


class EndAccess(forms.Form):
    """Nothing to type: the button is the answer."""


class AllowToKnow(forms.Form):
    """Letting somebody know a protected fact."""

    participant = fields.Choice("Who may know it from now on?", missing="Select who may know it")
    why = fields.TextArea(
        "Why may they know it?", hint="Who agreed, and when.", missing="Enter why they may know it", max_length=1000
    )

    def __init__(self, data: Any = None, *, people: Sequence[Any], **options: Any) -> None:
        super().__init__(data, **options)
        offer_people(self.fields["participant"], people)
