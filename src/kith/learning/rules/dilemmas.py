"""What a player may do next: pure, of the choices made and the scene they led to."""

from kith.core.errors import Refusal

#: Questions that follow every dilemma, whatever was chosen.
#: References: Gibbs, "Learning by Doing" (1988); Rolfe, Freshwater and Jasper, "Critical Reflection" (2001).
GIBBS = (
    ("What happened", "What happened in this story, in two or three sentences of yours?"),
    ("Feelings", "What did you feel while you chose, and afterwards?"),
    ("What was good and bad", "What went well, and for whom? What did not?"),
    ("Making sense", "Why did it go as it did? What did you know, and what did you take for granted?"),
    ("What else", "What else could you have done?"),
    ("Next time", "What will you do when something like it happens at work?"),
)
WHAT = (
    ("What?", "What did you do, and what did it change for somebody?"),
    ("So what?", "What does it tell you about how you work?"),
    ("Now what?", "What will you do differently, and by when?"),
)


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
