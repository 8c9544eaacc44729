"""Closing a case, how long it is kept, what holds it, and asking that something be erased."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from kith.record.queries import choices
from kith.ui import fields, forms


class SayClosing(forms.Form):
    """Since when a case is closed, or open again."""

    since_on = fields.Date("Since when?", missing="Enter the day")
    why = fields.TextArea("Why?", missing="Enter why", max_length=1000)


class ChooseSchedule(forms.Form):
    """The retention schedule of a case."""

    schedule = fields.Choice("How long is this case kept?", missing="Select how long this case is kept")
    counted_from_on = fields.Date(
        "From which day is it counted?",
        hint="Only where it is not counted from a child's birth or from the closing: the day of an adoption order.",
        required=False,
    )
    why = fields.TextArea("Why this one?", missing="Enter why you chose this schedule", max_length=1000)

    def __init__(self, data: Any = None, *, schedules: Sequence[tuple[str, str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["schedule"].set_choices(list(schedules))  # type: ignore[attr-defined]


class PlaceHold(forms.Form):
    """A legal hold."""

    kind = fields.Choice("Who needs this case kept?", choices.HOLD_KINDS, missing="Select who needs this case kept")
    who = fields.Text(
        "Which court, inquiry or complaint?", missing="Enter which court, inquiry or complaint", max_length=200
    )
    why = fields.TextArea("Why?", missing="Enter why it must be kept", max_length=1000)
    from_on = fields.Date("From when?", missing="Enter from when it must be kept")
    until_on = fields.Date("Until when?", hint="Leave empty to hold it until somebody ends the hold.", required=False)


class EndHold(forms.Form):
    """The end of a legal hold."""

    why = fields.TextArea("Why does it end?", missing="Enter why the hold ends", max_length=1000)


class AskErasure(forms.Form):
    """Asking that one thing be erased."""

    ground = fields.Choice("On what ground?", choices.GROUNDS, missing="Select on what ground")
    why = fields.TextArea(
        "Why?",
        hint="Say enough for somebody who may not open this case. Do not repeat what is to be erased.",
        missing="Enter why it should be erased",
        max_length=1000,
    )


class SealForAdoption(forms.Form):
    """Sealing a case on an adoption."""

    ordered_on = fields.Date("When was the adoption order made?", missing="Enter the day of the adoption order")
    keep_access = fields.MultiChoice(
        "Who else may open this case from now on?", hint="Nobody, if you tick none.", required=False, coerce=UUID
    )
    why = fields.TextArea("Why is it sealed?", hint="The order, and who asked.", missing="Enter why", max_length=1000)

    def __init__(self, data: Any = None, *, keepers: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        if keepers:
            self.fields["keep_access"].set_choices(list(keepers))  # type: ignore[attr-defined]
        else:
            del self.fields["keep_access"]
