"""People: their part, how to reach them, and what must not reach somebody."""

from collections.abc import Sequence
from typing import Any

from kith.record import rules
from kith.record.queries import choices
from kith.ui import fields, forms


def lines_of(text: str) -> list[str]:
    """Give the lines of a text box that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def offer_people(field: Any, people: Sequence[Any]) -> None:
    """Let a field choose among participants, each by name and part, and give the participant chosen."""
    field.set_choices([(str(person.id), f"{person.known_as} ({person.get_part_display()})") for person in people])
    field.coerce = {str(person.id): person for person in people}.__getitem__


class AddParticipant(forms.Form):
    """Somebody new in the case."""

    known_as = fields.Text(
        "What are they known as?",
        hint="The name your pages and letters call them by.",
        missing="Enter what they are known as",
        max_length=120,
        width=20,
    )
    part = fields.Choice("Part in the case", choices.PARTS, missing="Select their part in the case", as_select=True)
    side = fields.Choice("Side", choices.SIDES, required=False, say_optional=False, as_select=True)
    full_name = fields.Text("Full name", required=False, max_length=200)
    aliases = fields.TextArea("Other names", hint="One on each line.", required=False, rows=2, max_length=2000)
    born_on = fields.Date("Date of birth", required=False)

    def clean_side(self) -> str:
        """No side is a side of its own: an empty one."""
        return self.cleaned_data["side"] or ""

    def clean_aliases(self) -> list[str]:
        """One name a line, none longer than the record keeps."""
        names = lines_of(self.cleaned_data["aliases"])
        if any(len(name) > 200 for name in names):
            self.add_error("aliases", "Each name must be 200 characters or fewer")
        return names


class AddContact(forms.Form):
    """A way to reach somebody. Blank is private and unsafe, so both are asked and private stands first."""

    kind = fields.Choice("What is it?", choices.CONTACT_KINDS, missing="Select what it is", inline=True)
    value = fields.TextArea("The address or number", missing="Enter the address or number", rows=3, max_length=500)
    is_confidential = fields.YesNo(
        "Is it confidential?",
        yes="Yes, nobody in the case may learn it from us",
        no="No, others in the case know it",
        missing="Select whether it is confidential",
        inline=False,
    )
    may_write = fields.YesNo(
        "Is it safe to write to?",
        yes="Yes, they said so, and nobody else reads what is sent there",
        no="No, or we do not know yet",
        missing="Select whether it is safe to write to",
        inline=False,
    )
    verified_how = fields.Text(
        "How was it checked?",
        hint="For example: they read it out to me at the visit. Leave empty if it was not.",
        required=False,
        max_length=200,
    )

    def clean(self) -> dict[str, Any]:
        """Check the shape where the kind is known."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("kind") and found.get("value"):
            try:
                rules.check_contact_value(found["kind"], found["value"])
            except rules.Wrong as wrong:
                self.add_error("value", str(wrong))
        return found


class EndContact(forms.Form):
    """Why a way to reach somebody is no longer used."""

    why = fields.TextArea(
        "Why is it no longer used?",
        hint="For example: she has a new number; he reads her messages.",
        missing="Enter why it is no longer used",
        rows=3,
        max_length=500,
    )


class ProtectFact(forms.Form):
    """Something that somebody must not learn from us."""

    kind = fields.Choice("What is protected?", choices.FACT_KINDS, missing="Select what is protected", as_select=True)
    value = fields.TextArea(
        "The fact itself",
        hint="As it would be written: the whole address with its postcode, the whole number, the school's name.",
        missing="Enter the fact itself",
        rows=3,
        max_length=500,
    )
    aliases = fields.TextArea(
        "Other forms it is known by",
        hint="One on each line: the street alone, a nickname, how they say it. Each is looked for in what leaves.",
        required=False,
        rows=3,
        max_length=2000,
    )
    about = fields.Choice("Whose is it?", required=False, as_select=True)
    may_know = fields.MultiChoice(
        "Who may know it?",
        hint="Tick nobody, and nobody outside the team may learn it from us.",
        required=False,
        say_optional=False,
    )
    why = fields.TextArea(
        "Why is it protected?",
        missing="Enter why it is protected",
        hint="What could happen, who said so, any order.",
        rows=3,
        max_length=2000,
    )
    since_on = fields.Date("Since when?", missing="Enter since when it is protected")

    def __init__(self, data: Any = None, *, people: Sequence[Any], **options: Any) -> None:
        super().__init__(data, **options)
        for name in ("about", "may_know"):
            offer_people(self.fields[name], people)

    def clean_aliases(self) -> list[str]:
        """One form a line."""
        return lines_of(self.cleaned_data["aliases"])
