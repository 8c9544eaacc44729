"""What is typed by those who decide and confirm what is destroyed."""

from typing import Any

from kith.record.rules.keeping import Decided
from kith.ui import fields, forms


class DecideErasure(forms.Form):
    """Destroy, or keep until a day; always with the reason."""

    decision = fields.Choice(
        "What is decided?",
        [
            (Decided.DESTROY.value, "Destroy it", "A second person must confirm this before anything is destroyed."),
            (Decided.KEEP.value, "Keep it for now", "It will be looked at again on the day you give."),
        ],
        missing="Select what is decided",
        reveals={Decided.KEEP.value: "keep_until"},
    )
    keep_until = fields.Date("Keep it until", required=False, say_optional=False)
    why = fields.TextArea(
        "Why?",
        hint="Kept with the review, and destroyed with what it is about. Write no names.",
        missing="Enter why",
        max_length=1000,
    )


class ConfirmErasure(forms.Form):
    """The second person's word: typed, so that no slip of the finger destroys anything."""

    reference = fields.Text(
        "Type the case reference to confirm",
        hint="It stands in the heading of this page.",
        missing="Type the case reference",
        max_length=40,
        width=20,
    )

    def __init__(self, data: Any = None, *, reference: str, **options: Any) -> None:
        super().__init__(data, **options)
        self._reference = reference

    def clean_reference(self) -> str:
        """Compare with the case that would be destroyed."""
        typed: str = self.cleaned_data["reference"]
        if typed.strip().casefold() != self._reference.casefold():
            self.add_error("reference", "This is not the reference of this case. Nothing was destroyed.")
        return typed
