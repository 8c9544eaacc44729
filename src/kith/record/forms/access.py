"""Who may open a case: shape of what is typed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from kith.core.models import Team, Worker
from kith.core.teams import all_teams
from kith.record import rules
from kith.record.queries import choices, colleague
from kith.ui import fields, forms


class NamesAColleague(forms.Form):
    """A form in which somebody who works here is named by e-mail address."""

    def clean_worker(self) -> Worker:
        """Find the colleague; that nobody has this address is no secret, since who works here is known to all."""
        found = colleague(self.cleaned_data["worker"])
        if found is None:
            self.add_error("worker", "Nobody who works here signs in with this e-mail address")
        return found  # type: ignore[return-value]


def _email(**options: Any) -> fields.Email:
    return fields.Email("Your colleague's e-mail address", missing="Enter your colleague's e-mail address", **options)


class GiveAccess(NamesAColleague):
    """Access for a colleague."""

    worker = _email()
    why = fields.Choice("Why do they need it?", choices.WHY_ACCESS, missing="Select why they need it")
    until_at = fields.Date(
        "Last day", hint="Their access ends by itself after this day. Leave empty if it is not known.", required=False
    )

    def __init__(self, data: Any = None, *, at: datetime) -> None:
        super().__init__(data)
        self._today = timezone.localdate(at)

    def clean_until_at(self) -> datetime | None:
        """Make the last day the instant at which it ends."""
        last: date | None = self.cleaned_data["until_at"]
        if last is not None and last < self._today:
            self.add_error("until_at", "The last day cannot be in the past")
        return rules.end_of_day(last, _zone()) if last else None


def _zone() -> str:
    return timezone.get_default_timezone_name()


class EndAccess(forms.Form):
    """Nothing to type: the button is the answer."""


class HandOver(NamesAColleague):
    """What a colleague is told who takes a case over."""

    worker = _email()
    note = fields.TextArea(
        "What are you handing over?",
        hint="What is under way, what is promised to the family and by when, what worries you.",
        missing="Enter what you are handing over",
        max_length=2000,
    )


class PlaceWithTeam(forms.Form):
    """Which team holds a case."""

    team = fields.Choice("Which team holds this case?", missing="Select the team, or that none holds it")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self._teams = {str(team.id): team for team in all_teams()}
        pairs = [*((key, team.name) for key, team in self._teams.items()), ("none", "No team")]
        self.fields["team"].set_choices(pairs)  # type: ignore[attr-defined]

    def clean_team(self) -> Team | None:
        """Give the team itself."""
        return self._teams.get(self.cleaned_data["team"])


class Restrict(forms.Form):
    """Why a case is restricted."""

    why = fields.TextArea("Why is it restricted?", missing="Enter why it is restricted", max_length=1000)
    review_on = fields.Date("When is this looked at again?", missing="Enter the day to look at this again")


class Lift(forms.Form):
    """Why a restriction is lifted."""

    why = fields.TextArea("Why is it lifted?", missing="Enter why it is lifted", max_length=1000)


class RecordConflict(NamesAColleague):
    """A conflict of interest of a colleague."""

    worker = _email()
    why = fields.TextArea(
        "Why may they never open this case?", missing="Enter why they may never open this case", max_length=1000
    )


class EndConflict(forms.Form):
    """Why a conflict of interest is over."""

    why = fields.TextArea("Why is it over?", missing="Enter why it is over", max_length=1000)


class DeclareConflict(forms.Form):
    """A conflict of interest of one's own."""

    reference = fields.Text("Case reference", missing="Enter the case reference", max_length=40, width=20)
    why = fields.TextArea(
        "Why may you never open it?",
        hint="For example: the family are relatives or neighbours of yours. A manager of the case reads this.",
        missing="Enter why you may never open it",
        max_length=1000,
    )


class Reach(forms.Form):
    """A case named by its reference, and one of a few reasons."""

    reference = fields.Text("Case reference", missing="Enter the case reference", max_length=40, width=20)
    reason = fields.Choice(
        "Why do you open it?", [(words, words) for words in rules.REACH_REASONS], missing="Select why you open it"
    )


class BreakGlass(forms.Form):
    """A case named by its reference, and what cannot wait."""

    reference = fields.Text("Case reference", missing="Enter the case reference", max_length=40, width=20)
    why = fields.TextArea(
        "What has happened, and why can it not wait?",
        missing="Enter what has happened and why it cannot wait",
        max_length=1000,
    )

    def clean_why(self) -> str:
        """Ask for a sentence."""
        words: str = self.cleaned_data["why"]
        try:
            rules.check_emergency(words)
        except rules.Wrong as wrong:
            self.add_error("why", str(wrong))
        return words


class ReviewBreakGlass(forms.Form):
    """What a manager says of an opening by break-glass."""

    was_right = fields.YesNo("Was it right to open the case in this way?", missing="Select yes or no")
    words = fields.TextArea("Why?", missing="Enter why", max_length=1000)


class Withhold(forms.Form):
    """Why those concerned are not told who looked."""

    why = fields.TextArea(
        "What danger would there be?",
        hint="Whom it would endanger to know which roles looked and when, and how.",
        missing="Enter what danger there would be",
        max_length=1000,
    )
    look_again_on = fields.Date("When is this looked at again?", missing="Enter the day to look at this again")


class GiveShift(NamesAColleague):
    """A duty shift."""

    worker = _email()
    team = fields.Choice("For whom?", missing="Select whom the shift is for")
    from_at = fields.DateTime("Begins", missing="Enter when the shift begins")
    until_at = fields.DateTime("Ends", missing="Enter when the shift ends")

    def __init__(self, data: Any = None, *, teams: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self._teams = {str(team.id): team for team in all_teams()}
        pairs = [(key or "all", words) for key, words in teams]
        self.fields["team"].set_choices(pairs)  # type: ignore[attr-defined]

    def clean_team(self) -> Team | None:
        """Give the team itself; None for the whole agency."""
        return self._teams.get(self.cleaned_data["team"])
