"""What a worker types to write to somebody."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from kith.correspondence import rules
from kith.correspondence.queries.letters import WITH_SUBJECT
from kith.correspondence.queries.writing import Attached, Offer
from kith.record import rules as record_rules
from kith.record.rules import GROUNDS
from kith.ui import fields, forms


class Write(forms.Form):
    """The words, the address where there are several, and files."""

    contact = fields.Choice("How should it go?", missing="Select how it should go")
    subject = fields.Text(
        "Subject",
        hint="Of an e-mail or a letter. Somebody may see it on a locked screen: say nothing in it that is private.",
        required=False,
        say_optional=False,
        max_length=200,
    )
    text = fields.TextArea("Message", missing="Enter the message", rows=12)
    hours = fields.Choice(
        "If it cannot be sent, stop trying",
        [
            ("", "When that is usual (three days for e-mail and text messages)"),
            ("24", "After a day"),
            ("2", "After two hours"),
        ],
        required=False,
        say_optional=False,
        as_select=True,
    )
    take_off = fields.MultiChoice("Take these files off", required=False, say_optional=False)
    attach = fields.Files("Attach files", hint="Up to 15 MB together.", required=False)

    def __init__(
        self,
        *args: Any,
        ways: list[Offer],
        attached: Sequence[Attached] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.ways = ways
        self.fields["contact"].set_choices([(each.key, each.says, each.hint) for each in ways])  # type: ignore[attr-defined]
        if len(ways) < 2:
            del self.fields["contact"]
        if not {each.channel for each in ways} & WITH_SUBJECT and ways:
            del self.fields["subject"]
        self.list_attached(attached)

    def list_attached(self, attached: Sequence[Attached]) -> None:
        """Offer to take off what is attached now: it may have changed since the form came."""
        self.fields["take_off"].set_choices([(str(each.id), each.name) for each in attached])  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a subject where what was chosen has one."""
        given = super().clean() or {}
        chosen = given.get("contact") or (self.ways[0].key if len(self.ways) == 1 else "email")
        if chosen.partition(":")[0] in WITH_SUBJECT and "subject" in self.fields and not given.get("subject"):
            self.add_error("subject", "Enter a subject")
        return given

    def words(self) -> dict[str, str]:
        """Give the words as they were typed, whether or not they can be sent; the database keeps no null character."""
        typed = {
            name: str(self.data.get(name, "")) for name in ("subject", "text", "contact", "hours") if name in self.data
        }
        return {name: words.replace("\x00", "") for name, words in typed.items()}


class Send(forms.Form):
    """Sending what was read: `seen` names exactly what was on the page."""

    accept = fields.Bool(
        "I have read what the check points at, and it is right that this reader gets these words",
        required=False,
        say_optional=False,
    )
    seen = fields.Hidden()
    urgent = fields.TextArea(
        "If it cannot wait, say why",
        hint="Then it leaves now. A manager of the case reads your reason afterwards.",
        required=False,
        say_optional=False,
        rows=2,
        max_length=500,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the tick where the page warned."""
        given = super().clean() or {}
        if str(given.get("seen", "")).startswith("warn:") and not given.get("accept"):
            self.add_error("accept", "Tick the box if you stand by these words, or go back and change them")
        return given


class StartCheckIn(forms.Form):
    """What they chose: the words, how often, from when and until when."""

    chosen_how = fields.TextArea(
        "How did they say that they want this?",
        hint="In their own words where you can. A check-in is theirs: they choose it, and they can stop it.",
        missing="Enter how they said that they want it",
        rows=3,
        max_length=1000,
    )
    subject = fields.Text("Subject", missing="Enter a subject", max_length=200)
    text = fields.TextArea(
        "Message", hint="Say in it how to stop it.", missing="Enter the message", rows=6, max_length=2000
    )
    every_days = fields.Choice(
        "How often?",
        [("7", "Every week"), ("14", "Every second week"), ("28", "Every four weeks"), ("2", "Every second day")]
        + [("1", "Every day")],
        coerce=int,
        missing="Select how often",
    )
    first_on = fields.Date("First day", missing="Enter the first day")
    at_clock = fields.Time("At what time?", hint="A time that they chose, such as 16:30.", missing="Enter a time")
    until_on = fields.Date("Last day", hint="Within six months. Then you ask again.", missing="Enter the last day")


class StopCheckIn(forms.Form):
    """Why a check-in ends."""

    why = fields.Text("Why does it stop?", missing="Enter why it stops", max_length=300)


class FirstContact(forms.Form):
    """The neutral first words: to which address, and where that comes from."""

    way = fields.Choice("How should it go?", missing="Select how it should go")
    why = fields.Text(
        "Where does this address or number come from?",
        hint="For example: the application of 3 November.",
        missing="Enter where it comes from",
        max_length=300,
    )
    nothing_against = fields.Bool(
        "Nothing that I know of says that it is unsafe to write there",
        error_messages={"required": "Tick the box, or do not write there"},
    )

    def __init__(self, *args: Any, ways: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["way"].set_choices(ways)  # type: ignore[attr-defined]
        if len(ways) < 2:
            del self.fields["way"]


class AskSecond(forms.Form):
    """Why a message that was stopped should leave."""

    why = fields.TextArea(
        "Why should this reader have it?", missing="Enter why they should have it", rows=3, max_length=1000
    )


class Settle(forms.Form):
    """What came of a message that may have been sent."""

    arrived = fields.YesNo("Did it arrive?", missing="Select whether it arrived")
    how_known = fields.Text(
        "How do you know?",
        missing="Enter how you know",
        max_length=300,
        hint="For example, “she answered it on the telephone”.",
    )


class PlaceOn(forms.Form):
    """Which case something belongs to."""

    reference = fields.Text(
        "Reference of the case",
        missing="Enter the reference of the case",
        max_length=40,
        hint="You can place it on a case that you may open yourself. Otherwise tell whoever holds the case.",
    )


class PlaceWith(forms.Form):
    """Who on the case it is from, and how that is known."""

    participant = fields.Choice("Whose messages does it belong with?", missing="Select a person")
    is_theirs = fields.YesNo("Did they write it themselves?", missing="Select whether they wrote it")
    why = fields.Text("How do you know?", missing="Enter how you know", max_length=300)

    def __init__(self, *args: Any, people: Sequence[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["participant"].set_choices([(str(key), value) for key, value in people])  # type: ignore[attr-defined]


class NotTheirs(forms.Form):
    """That something was not written by the person it was taken to be from."""

    why = fields.TextArea(
        "How do you know that they did not write this?",
        missing="Enter how you know",
        rows=4,
        hint="For example, “she rang: her brother has her old telephone”.",
    )


class WasRead(forms.Form):
    """What was done about something that should be read at once."""

    did = fields.TextArea("What did you do?", missing="Enter what you did", rows=3)


class Posted(forms.Form):
    """That a letter was posted."""

    posted_on = fields.Date("When was it posted?", missing="Enter the day it was posted")


class Called(forms.Form):
    """How a call went."""

    reached = fields.YesNo("Did you reach them?", missing="Select whether you reached them")
    outcome = fields.Text(
        "What came of it?", required=False, max_length=300, hint="For example, “she will come on Thursday”."
    )


_UNKNOWN = ("unknown", "Not known yet: a lawyer looks at it, and the file does not leave until then")


class GiveGround(forms.Form):
    """The ground on which something is left out of a file."""

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
    """What is left out of a file: words that the check found, words that are typed, or an area of a page."""

    found = fields.MultiChoice("The check found", required=False, say_optional=False)
    words = fields.Text(
        "Which words?",
        hint="As they stand in the file, capitals or not. One stretch at a time.",
        required=False,
        say_optional=False,
        max_length=300,
    )
    on = fields.Choice("Where?", as_select=True, required=False, say_optional=False)
    area = fields.Text(
        "Or an area of this page",
        hint="Four numbers: from the left, from the top, to the right, to the bottom, in hundredths of the page.",
        required=False,
        say_optional=False,
        max_length=20,
        width=10,
    )

    def __init__(self, *args: Any, found: Sequence[str], number: int, pages: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.number = number
        self.order_fields(["found", "words", "on", "area", "ground", "why"])
        self.fields["found"].set_choices([(each, each) for each in found])  # type: ignore[attr-defined]
        if not found:
            del self.fields["found"]
        where = [("", "Wherever they stand"), ("page", f"On page {number} alone")]
        self.fields["on"].set_choices(where)  # type: ignore[attr-defined]
        if pages < 2:
            del self.fields["on"]

    def clean_area(self) -> str:
        """Give the area, tidied."""
        typed = str(self.cleaned_data["area"] or "")
        try:
            return rules.area_of(typed) if typed.strip() else ""
        except record_rules.Wrong as wrong:
            raise ValidationError(str(wrong)) from None

    def clean(self) -> dict[str, Any]:
        """Ask for something to leave out."""
        given = super().clean() or {}
        if not self.errors and not self.chosen():
            self.add_error("words", "Enter the words to leave out, or an area of the page")
        return given

    def chosen(self) -> list[tuple[str, int | None, str]]:
        """Give what is left out: words, page (none: every page) and area of each."""
        given = self.cleaned_data
        page = self.number if given.get("on") else None
        typed = " ".join(str(given.get("words") or "").split())
        words = list(dict.fromkeys([*(given.get("found") or []), *([typed] if typed else [])]))
        area = [("", self.number, given["area"])] if given.get("area") else []
        return [*((each, page, "") for each in words), *area]
