"""What is said before a badge is taken out."""

from typing import Any

from kith.learning.rules.badges import As
from kith.ui import fields, forms


class TakeBadge(forms.Form):
    """That one did what the badge says of one's own word, and as which file it is wanted: two buttons of ours."""

    is_so = fields.Bool("", missing="Tick the box if it is so. A badge says it in your name")

    def __init__(self, data: Any = None, *, own_word: str) -> None:
        super().__init__(data)
        self.fields["is_so"].label = own_word

    def kind(self) -> As:
        """Give as what it is wanted; a picture unless the other button was pressed."""
        return As.WORDS if self.data.get("kind") == As.WORDS else As.PICTURE
