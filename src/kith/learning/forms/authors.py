"""What an author types: shape only."""

from typing import Any

from django.core.exceptions import ValidationError

from kith.core.files import Incoming
from kith.learning.ink.compiling import MOST_CHARACTERS
from kith.learning.rules.authors import NotAnInkFile, words_of
from kith.ui import fields, forms


class BeginStory(forms.Form):
    """What a new dilemma is called."""

    title = fields.Text(
        "What is it called?",
        hint="You can change the title later. The address is made of it and stays.",
        missing="Enter what it is called",
        max_length=120,
    )


class ImportStory(forms.Form):
    """An Ink file that somebody wrote elsewhere."""

    file = fields.File("The .ink file", hint="Text in UTF-8, one file, at most 800 kB.", accept=".ink,.txt,text/plain")

    def clean_file(self) -> str:
        """Give the words of the file."""
        upload = self.cleaned_data["file"]
        try:
            return words_of(upload.small, upload.size)
        except NotAnInkFile as refusal:
            raise ValidationError(str(refusal)) from None

    def put_away(self) -> None:
        """Forget the file, whatever became of it: nothing of it is kept but the words."""
        for upload in self.files.values():
            if isinstance(upload, Incoming):
                upload.writer.abandon()

    def file_name(self) -> str:
        """Give what the file is called."""
        return str(getattr(self.files.get("file"), "name", ""))


class WriteStory(forms.Form):
    """The Ink of a draft, and on which save it was written."""

    draft_version = fields.Hidden(required=False)
    draft_editor = fields.Hidden(required=False)
    ink = fields.TextArea(
        "The story in Ink",
        rows=26,
        strip=False,
        max_length=MOST_CHARACTERS,
        missing="Write something: an empty story cannot be kept",
    )

    def version(self) -> int:
        """Give the number of the save, 0 for none."""
        return _number(self.data.get("draft_version"))

    def editor(self) -> str:
        """Name the window."""
        return str(self.data.get("draft_editor", "")).replace("\0", "")[:36]

    def clean_ink(self) -> str:
        """Keep what a browser sends for a line's end as one character."""
        words = str(self.cleaned_data["ink"]).replace("\r", "\n")
        if not words.strip():
            raise ValidationError(self.fields["ink"].error_messages["required"])
        return words


class PublishStory(forms.Form):
    """What changed, in the author's words."""

    draft_version = fields.Hidden(required=False)
    changed = fields.TextArea(
        "What is new in this version?",
        hint="One or two sentences, for those who write after you. Everybody who writes learning can read them.",
        rows=3,
        max_length=500,
        missing="Enter what is new in this version",
    )

    def version(self) -> int:
        """Give the number of the save that was looked at, 0 for none."""
        return _number(self.data.get("draft_version"))


def _number(given: Any) -> int:
    text = str(given or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
