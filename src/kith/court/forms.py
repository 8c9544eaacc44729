"""What is typed about statements: shape only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from kith.court import rules
from kith.court.queries import NameLine
from kith.court.queries.choosing import KINDS
from kith.record.queries.for_court import Asked
from kith.record.rules import GROUNDS
from kith.ui import fields, forms


class Details(forms.Form):
    """The first page of a statement."""

    court_text = fields.Text(
        "Court", hint="As the heading names it, after “In the”", missing="Enter the court", max_length=200
    )
    court_number = fields.Text("Case number", required=False, width=20, max_length=40)
    filed_for = fields.Text("Filed for", missing="Enter on whose behalf it is filed", max_length=200)
    ordinal = fields.Number(
        "Which statement of its maker is this?", width=3, min_value=1, max_value=200, hint="1 for the first"
    )
    made_on = fields.Date("Date it is made", missing="Enter the date it is made")
    role_text = fields.Text("Role of its maker", missing="Enter the role", max_length=120)
    office_text = fields.TextArea(
        "Office",
        hint="The professional address, never a home",
        missing="Enter the office's address",
        rows=3,
        max_length=300,
    )
    registration_text = fields.Text("Registration number", required=False, width=20, max_length=40)
    title = fields.Text(
        "Title", required=False, hint="Left empty: made from the number and the maker's name", max_length=200
    )


class Names(forms.Form):
    """How the heading names each person: two or three fields a person, made for the case."""

    def __init__(self, *given: Any, names: Sequence[NameLine], **more: Any) -> None:
        super().__init__(*given, **more)
        self.names = names
        for place, line in enumerate(names):
            self._add(place, line)

    def _add(self, place: int, line: NameLine) -> None:
        if not line.is_child:
            self.fields[f"role_{place}"] = fields.Text(
                f"Role of {line.known_as}",
                required=False,
                say_optional=False,
                hint=f"{line.part}. Such as Applicant or Second Respondent; empty if not a party",
                width=20,
                max_length=60,
                initial=line.role,
            )
        self.fields[f"shown_{place}"] = fields.Text(
            f"{line.known_as} is named as",
            required=False,
            say_optional=False,
            hint="Initials, unless the court wants more; empty to leave the child out" if line.is_child else "",
            max_length=120,
            initial=line.shown_as or ("" if line.is_child else line.known_as if line.role else ""),
        )
        if line.is_child and line.born_on:
            self.fields[f"born_{place}"] = fields.Bool(
                f"Print {line.known_as}'s date of birth", required=False, say_optional=False, initial=line.with_birth
            )

    def clean(self) -> dict[str, Any]:
        """Ask for the name of whoever has a role."""
        cleaned = super().clean() or {}
        for place, line in enumerate(self.names):
            if cleaned.get(f"role_{place}") and not cleaned.get(f"shown_{place}"):
                self.add_error(f"shown_{place}", f"Enter how the heading names {line.known_as}, or empty their role")
        return cleaned

    def chosen(self) -> list[rules.Name]:
        """Give what was typed, as the action takes it."""
        given = self.cleaned_data
        return [
            rules.Name(
                participant_id=line.participant_id,
                shown_as=given[f"shown_{place}"] if line.is_child or given[f"role_{place}"] else "",
                role=given.get(f"role_{place}", ""),
                with_birth=given.get(f"born_{place}", False),
            )
            for place, line in enumerate(self.names)
        ]


class Words(forms.Form):
    """A heading or a paragraph of one's own, and where it goes."""

    kind = fields.Choice("What is it?", [("paragraph", "A paragraph"), ("heading", "A heading")], inline=True)
    text = fields.TextArea("Words", missing="Write the words", rows=8)
    after = fields.Choice("Where?", as_select=True, required=False, say_optional=False)

    def __init__(self, *given: Any, places: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["after"].set_choices(places)  # type: ignore[attr-defined]


class OwnWords(forms.Form):
    """Own words that are changed."""

    text = fields.TextArea("Words", missing="Write the words", rows=12)


class LeadingWords(forms.Form):
    """The words before a quotation; left empty, the paper says who wrote it."""

    text = fields.TextArea(
        "Words before the quotation",
        required=False,
        say_optional=False,
        rows=4,
        hint="Such as: On 1 March the parents wrote about the return. Left empty: “(who) wrote:”",
    )


class Filter(forms.Form):
    """Which pieces of the record are listed."""

    words = fields.Text("Words in it", required=False, say_optional=False, max_length=100)
    kinds = fields.MultiChoice("Kinds", KINDS, required=False, say_optional=False)
    from_on = fields.Date("From", required=False, say_optional=False)
    until_on = fields.Date("Until", required=False, say_optional=False)

    def asked(self) -> Asked:
        """Give the filter as the query takes it; what cannot be read filters nothing, and the form says so."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return Asked(
            words=given.get("words") or "",
            kinds=frozenset(given.get("kinds") or ()),
            from_on=given.get("from_on"),
            until_on=given.get("until_on"),
        )


class Choose(forms.Form):
    """Pieces chosen of those listed, and where they go."""

    pieces = fields.MultiChoice("Pieces, in the order they happened", missing="Select at least one piece")
    after = fields.Choice("Where?", as_select=True, required=False, say_optional=False)

    def __init__(
        self,
        *given: Any,
        choices: Sequence[tuple[str, str, str]],
        places: Sequence[tuple[str, str]],
        **more: Any,
    ) -> None:
        super().__init__(*given, **more)
        self.fields["pieces"].set_choices(choices)  # type: ignore[attr-defined]
        self.fields["after"].set_choices(places)  # type: ignore[attr-defined]

    def chosen(self) -> list[tuple[str, UUID]]:
        """Give what was ticked, in the order listed."""
        ticked = set(self.cleaned_data["pieces"])
        listed = [value for value, _ in self.fields["pieces"].choices if value in ticked]  # type: ignore[attr-defined]
        pairs = [value.split(":") for value in listed]
        return [(kind, UUID(row_id)) for kind, row_id in pairs]


class Release(forms.Form):
    """Why the reader gets the papers, and that warnings were read."""

    purpose = fields.Text("Why do they get it?", missing="Enter why they get it", max_length=300)
    read_sha256 = fields.Hidden(required=False)
    level = fields.Hidden(required=False)  # what the page said; the one exit judges again
    accept_warnings = fields.Bool("I have read the warnings, and the words stand", required=False, say_optional=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the tick where the page showed warnings."""
        cleaned = super().clean() or {}
        if cleaned.pop("level", "") == "warn" and not cleaned.get("accept_warnings"):
            self.add_error("accept_warnings", "Tick that you have read the warnings, or change the words")
        return cleaned


class AskSecond(forms.Form):
    """Why papers that were stopped should leave."""

    why = fields.TextArea(
        "Why should this reader have it?", missing="Enter why they should have it", rows=3, max_length=1000
    )


_UNKNOWN = ("unknown", "Not known yet: a lawyer looks at it, and this copy is not released until then")


class GiveGround(forms.Form):
    """The ground on which something is left out."""

    ground = fields.Choice("On which ground?", [*GROUNDS, _UNKNOWN], missing="Select the ground")
    why = fields.TextArea(
        "What is it based on?",
        hint="For example: form C8 of 2 March; the order of 4 March, paragraph 3.",
        required=False,
        rows=2,
        max_length=500,
    )

    def clean_ground(self) -> str:
        """Give the ground; empty where it is not known yet."""
        ground = str(self.cleaned_data["ground"])
        return "" if ground == _UNKNOWN[0] else ground


class LeaveOut(GiveGround):
    """What is left out of one reader's copy."""

    piece = fields.Choice("Of which piece?", missing="Select the piece", as_select=True)
    words = fields.TextArea(
        "Which words?",
        hint="Exactly as they stand there. Left empty: the whole piece.",
        required=False,
        say_optional=False,
        rows=3,
    )

    def __init__(self, *given: Any, pieces: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        self.order_fields(["piece", "words", "ground", "why"])
        self.fields["piece"].set_choices(pieces)  # type: ignore[attr-defined]

    def clean_piece(self) -> UUID:
        """Give the piece's id."""
        return UUID(str(self.cleaned_data["piece"]))

    def clean_words(self) -> str:
        """Give the words without the spaces around them."""
        return str(self.cleaned_data["words"]).strip()


def drafted(words: Mapping[str, Any], initial: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a form opens with: the draft's words where there are any."""
    return {**initial, **{name: value for name, value in words.items() if name in ("kind", "text", "after")}}


__all__ = [
    "AskSecond",
    "Choose",
    "Details",
    "Filter",
    "GiveGround",
    "LeaveOut",
    "LeadingWords",
    "Names",
    "OwnWords",
    "Release",
    "Words",
    "drafted",
]
