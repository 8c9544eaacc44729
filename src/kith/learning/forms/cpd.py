"""Forms of the CPD log: shape only."""

from typing import Any

from kith.learning.forms.saying import Saying
from kith.ui import fields, forms

_LONGEST = 4000


class WritePiece(Saying):
    TEXTS = ("activity", "about", "learnt", "impact", "peer")

    activity = fields.Text(
        "", hint="For example, a course, supervision, reading, a talk with a colleague", required=False, max_length=200
    )
    about = fields.TextArea("", required=False, max_length=_LONGEST, rows=4)
    done_on = fields.Date("", hint="For example, 27 3 2026", required=False)
    learnt = fields.TextArea("", required=False, max_length=_LONGEST)
    impact = fields.TextArea("", required=False, max_length=_LONGEST)
    peer = fields.TextArea(
        "", hint="Your own words. You can also ask a peer to write theirs.", required=False, max_length=_LONGEST
    )

    def __init__(self, *args: Any, labels: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].say_optional = False  # type: ignore[attr-defined]


class WritePart(Saying):
    TEXTS = ("text",)

    text = fields.TextArea(
        "What did you talk over, and what did it bring?",
        hint="Name nobody who uses services. Do not say anything by which a family could be known.",
        missing="Write your part",
        max_length=_LONGEST,
    )
    name = fields.Text("Your name", missing="Enter your name", max_length=120)
    role = fields.Text("Your role", hint="For example, social worker", missing="Enter your role", max_length=120)


class AskPeer(forms.Form):
    chosen = fields.MultiChoice("What may they see?", missing="Choose at least one thing they may see")
    how = fields.Choice(
        "How will they write?",
        [
            ("link", "By a link", "It works once, for two weeks. You give it to them yourself."),
            ("colleague", "As a colleague who signs in here", "They find it under Learning, Your CPD log."),
        ],
        reveals={"colleague": "email"},
    )
    email = fields.Email("Their work email address", required=False, say_optional=False)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["chosen"].set_choices(choices)  # type: ignore[attr-defined]


class ListWord(forms.Form):
    name_text = fields.Text("A name", hint="One to three words", missing="Enter a name", max_length=100)
