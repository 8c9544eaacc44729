"""What is chosen in a story."""

from collections.abc import Sequence
from typing import Any

from kith.ui import fields, forms


class Moved(forms.Form):
    """How many choices had been made where the form was shown: a form of another place changes nothing."""

    made = fields.Hidden(required=False)

    def number(self) -> int | None:
        """Give the number, or None where there is none."""
        given = str(self.data.get("made", ""))
        return int(given) if given.isascii() and given.isdigit() and len(given) < 4 else None


class Choose(Moved):
    """One of the choices of a scene."""

    chosen = fields.Choice("What do you do?", missing="Choose what you do", coerce=int)

    def __init__(self, data: Any = None, *, choices: Sequence[str], made: int) -> None:
        super().__init__(data, initial={"made": made})
        self.fields["chosen"].set_choices([(str(at), words) for at, words in enumerate(choices)])  # type: ignore[attr-defined]
