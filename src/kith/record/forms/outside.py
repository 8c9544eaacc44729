"""Letting somebody outside the agency read what is released to them, ending it, and withholding a release."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from kith.record import rules
from kith.record.forms.people import offer_people
from kith.ui import fields, forms


class LetIn(forms.Form):
    """Who may read, and until when."""

    participant = fields.Choice("Who may read what is released to them?", missing="Select who may read")
    until_on = fields.Date("Last day they may read", required=False, say_optional=False)

    def __init__(self, data: Any = None, *, people: Sequence[Any], at: datetime, **options: Any) -> None:
        super().__init__(data, **options)
        offer_people(self.fields["participant"], people)
        self.has_people = bool(people)
        self.fields["until_on"].help_text = (
            f"For a professional outside the agency, within {settings.PARTNER_DAYS} days."
            " For family, leave it empty unless it should end by itself."
        )
        self.at = at

    def clean(self) -> dict[str, Any]:
        """Check the last day where it is known whose it is."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return found
        on = found.pop("until_on")
        found["until_at"] = rules.end_of_day(on, settings.TIME_ZONE) if on else None
        try:
            kind = rules.reader_kind(found["participant"].part)
            rules.check_reader_until(kind, self.at, found["until_at"], settings.PARTNER_DAYS)
        except rules.Wrong as wrong:
            self.add_error("until_on", str(wrong))
        return found


class EndReader(forms.Form):
    """Why somebody outside may read no longer."""

    why = fields.TextArea(
        "Why does it end?",
        hint="For example: her work with the family is over; somebody else reads his messages.",
        missing="Enter why it ends",
        rows=3,
        max_length=500,
    )


class WithholdRelease(forms.Form):
    """Why a release is shown no more."""

    why = fields.TextArea(
        "Why is it shown no more?",
        hint="For example: the new school is in it; it was released to the wrong person. The team reads this.",
        missing="Enter why it is shown no more",
        rows=3,
        max_length=500,
    )
