"""What may happen next when a team votes, and how its answers are shown: pure, of counts and of what was offered."""

from collections.abc import Sequence

from kith.core.errors import Refusal

#: Read from a screen across a room: no vowel, so no word; and none that looks like another.
LETTERS = "BCDFGHJKMPRTWXZ"
CODE_LENGTH = 6
MOST_OPEN = 30
#: Fewer answers than these show who chose what: a split of fewer is not shown, or shown with a warning.
FEWEST_SHOWN, FEWEST_SAFE = 2, 3


class Elsewhere(Refusal):
    """The form was made for another turn of the gathering; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "This vote has moved on since that page was made, perhaps in another window. Nothing was changed."
        )


class NotOpened(Refusal):
    """No vote was opened; the text says why."""


class NothingCounted(Refusal):
    """A phone's vote was not counted; the text says why."""


NO_DOOR = "Votes cannot be opened here yet: whoever runs Kith must set KITH_FAMILY_DATABASE_URL first."
TOO_MANY = f"{MOST_OPEN} votes are open in the agency, which is as many as there may be. Try again when one has ended."
ONE_AT_A_TIME = "A vote of yours is open already. End it before you open another."


def plain_code(typed: str) -> str:
    """Give a code as it is kept, however it was typed; empty where it cannot be one."""
    code = "".join(typed.upper().replace("-", " ").split())
    return code if len(code) == CODE_LENGTH and set(code) <= set(LETTERS) else ""


def spoken(code: str) -> str:
    """Give a code in two halves, as it is read aloud."""
    return f"{code[:3]} {code[3:]}"


def check_turn(seen: int | None, now: int) -> None:
    """Refuse a form of another turn; None is none.

    Raises:
        Elsewhere.
    """
    if seen != now:
        raise Elsewhere


def check_may_open(*, open_now: int, has_one: bool, has_door: bool) -> None:
    """Refuse another gathering.

    Raises:
        NotOpened: nobody outside can be answered, they have one open, or the agency has as many as there may be.
    """
    for is_so, says in ((not has_door, NO_DOOR), (has_one, ONE_AT_A_TIME), (open_now >= MOST_OPEN, TOO_MANY)):
        if is_so:
            raise NotOpened(says)


def by_most(counts: Sequence[int]) -> list[int]:
    """Order choices by how many chose them, the most first; where as many did, as the story offers them."""
    return sorted(range(len(counts)), key=lambda each: (-counts[each], each))


def hundredths(counts: Sequence[int]) -> list[int]:
    """Give each count as a whole part of a hundred of all of them."""
    total = sum(counts)
    return [round(100 * each / total) if total else 0 for each in counts]


def caution(answered: int) -> str:
    """Say what a split of so few would show; empty where they are enough."""
    if answered < FEWEST_SHOWN:
        return "Fewer than two answered: no split is shown, because it would show what somebody chose."
    if answered < FEWEST_SAFE:
        return "Only two answered: whoever was one of them knows what the other chose."
    return ""


def answered_words(answered: int) -> str:
    """Say how many have answered."""
    return "Nobody has answered yet" if not answered else f"{answered} {'has' if answered == 1 else 'have'} answered"
