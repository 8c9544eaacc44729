"""Starting a case; letting somebody know a protected fact."""

from collections.abc import Sequence
from typing import Any

from kith.record.forms.people import offer_people
from kith.record.queries import choices
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
    is_made_up = fields.Bool(
        "This is a made-up case, for learning",
        hint="It can never become a real one.",
        required=False,
        say_optional=False,
    )


class AllowToKnow(forms.Form):
    """Letting somebody know a protected fact."""

    participant = fields.Choice("Who may know it from now on?", missing="Select who may know it")
    why = fields.TextArea(
        "Why may they know it?", hint="Who agreed, and when.", missing="Enter why they may know it", max_length=1000
    )

    def __init__(self, data: Any = None, *, people: Sequence[Any], **options: Any) -> None:
        super().__init__(data, **options)
        offer_people(self.fields["participant"], people)
