"""What the person typed about an exhibit: shape only."""

from collections.abc import Sequence
from typing import Any

from kith.exhibits.queries import ASKS, HOW, PHONES, SpeakerShown
from kith.ui import fields, formats, forms

_ELSE = "else"


class TakeIn(forms.Form):
    """A file, and how it came."""

    file = fields.File(
        "The file",
        hint="An exported chat (.txt or .zip), a photograph, a document: as it came, not opened and saved again.",
        missing="Select the file that was handed over",
    )
    from_who = fields.Choice("Who handed it over?", reveals={_ELSE: "from_text"}, missing="Select who handed it over")
    from_text = fields.Text("Their name and who they are", max_length=200, required=False, say_optional=False)
    how = fields.Choice("How did it come?", HOW, missing="Select how it came")
    handed_over_on = fields.Date("When was it handed over?", missing="Enter the date it was handed over")
    authority = fields.Text(
        "On what authority do we hold it?",
        hint="Consent (whose, and for what), a court order, or the duty it serves.",
        missing="Enter on what authority we hold it",
        max_length=500,
    )
    question = fields.Text(
        "Which question of the case does it go to?",
        hint="For example: what was agreed about handovers in March.",
        missing="Enter which question of the case it goes to",
        max_length=500,
    )

    def __init__(self, *given: Any, givers: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["from_who"].set_choices(givers)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the name of somebody else."""
        said = super().clean() or {}
        if said.get("from_who") == _ELSE and not said.get("from_text"):
            self.add_error("from_text", "Enter who handed it over")
        return said

    def participant_id(self) -> str | None:
        """Give the participant that was chosen, if it was one."""
        chosen = self.cleaned_data["from_who"]
        return None if chosen == _ELSE else str(chosen)


class Answer(forms.Form):
    """The answer to one question: which, and what. The page draws each question's own choices."""

    question = fields.Hidden()
    answer = fields.Text("Answer", missing="Select an answer")


class WhoIsWho(forms.Form):
    """One choice for each person in the data."""

    def __init__(
        self, *given: Any, people: Sequence[SpeakerShown], choices: Sequence[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*given, **options)
        for each in people:
            now = "outside" if each.is_outside else str(each.participant_id or "")
            self.fields[f"who-{each.number}"] = fields.Choice(
                each.name_text,
                choices,
                hint=formats.plural(each.items, "item"),
                as_select=True,
                required=False,
                say_optional=False,
                initial=now,
            )

    def chosen(self) -> dict[int, str]:
        """Give what was chosen for each person: a participant's id, "outside", or nothing."""
        return {int(name.partition("-")[2]): value or "" for name, value in self.cleaned_data.items()}


class AskByLink(forms.Form):
    """What is asked for by link, of whom, until when, and the code word agreed."""

    participant = fields.Choice("Who is to send it?", missing="Select who is to send it")
    asks = fields.Choice(
        "What do you ask for?",
        ASKS,
        hint="They see these words and no others: nothing of the case is on their page.",
        missing="Select what you ask for",
    )
    phone = fields.Choice(
        "Which kind of phone do they have?",
        PHONES,
        hint="For a WhatsApp chat, the steps for it are shown.",
        initial="unknown",
        missing="Select the kind of phone",
    )
    days = fields.Choice(
        "How long may the link be used?",
        [("1", "1 day"), ("3", "3 days"), ("7", "7 days")],
        initial="3",
        inline=True,
        missing="Select how long the link may be used",
    )
    code_word = fields.Text(
        "Code word",
        hint="Agree it by voice. Never write it down with the link: it is the one thing that a stranger who finds the"
        " link does not have. It is not shown again.",
        width=20,
        max_length=100,
        missing="Enter the code word that you agreed",
    )
    authority = fields.Text(
        "On what authority will we hold it?",
        hint="Consent (whose, and for what), a court order, or the duty it serves.",
        missing="Enter on what authority we will hold it",
        max_length=500,
    )
    question = fields.Text(
        "Which question of the case does it go to?",
        missing="Enter which question of the case it goes to",
        max_length=500,
    )

    def __init__(self, *given: Any, people: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["participant"].set_choices(people)  # type: ignore[attr-defined]


class CodeWord(forms.Form):
    """The code word, at the public page of a link."""

    word = fields.Text(
        "Code word",
        hint="The word or words that you agreed when you spoke.",
        width=20,
        max_length=100,
        missing="Enter the code word",
    )


class SendFiles(forms.Form):
    """Files, at the public page of a link."""

    sent = fields.Files("Choose files", hint="You can choose several.", missing="Choose a file first")
