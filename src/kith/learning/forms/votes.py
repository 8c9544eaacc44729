"""What is sent when a team votes."""

from django.core.exceptions import ValidationError

from kith.learning.rules.votes import CODE_LENGTH, plain_code
from kith.ui import fields, forms

_MOST_DIGITS = 6


class Turn(forms.Form):
    """For which turn a form was made, and which choice it names: buttons of ours, so shape is all that is judged."""

    turn = fields.Hidden(required=False)
    chosen = fields.Hidden(required=False)

    def number(self, name: str) -> int | None:
        """Give a number, or None where there is none."""
        given = str(self.data.get(name, ""))
        return int(given) if given.isascii() and given.isdigit() and len(given) <= _MOST_DIGITS else None


class EnterCode(forms.Form):
    """The code on the screen in the room."""

    code = fields.Text(
        "Code",
        hint="Six letters, on the screen in the room. Capitals and spaces do not matter.",
        missing="Enter the code",
        max_length=20,
        width=10,
    )

    def clean_code(self) -> str:
        """Give it as it is kept."""
        code = plain_code(self.cleaned_data["code"])
        if not code:
            raise ValidationError(f"Enter the {CODE_LENGTH} letters as they stand on the screen")
        return code
