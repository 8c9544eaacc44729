"""What a player may do next: pure, of the choices made and the scene they led to."""

from kith.core.errors import Refusal


class MovedOn(Refusal):
    """The form was made for another place in the story; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "You have moved on in this story since that page was made, perhaps in another window. Nothing was changed:"
            " this is where you are now."
        )


class NothingChosen(Refusal):
    """No choice, or one that is not offered."""

    def __init__(self) -> None:
        super().__init__("Choose what you do.")


def check_is_here(made: int | None, now: int) -> None:
    """Refuse a form that was made when another number of choices had been made; None is no number.

    Raises:
        MovedOn.
    """
    if made != now:
        raise MovedOn


def check_offered(chosen: int | None, offered: int) -> None:
    """Refuse what is not among the choices.

    Raises:
        NothingChosen.
    """
    if chosen is None or not 0 <= chosen < offered:
        raise NothingChosen
