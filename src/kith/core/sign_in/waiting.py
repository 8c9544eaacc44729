"""How long somebody waits who has guessed wrong. Plain Python: counts in, seconds out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """So many wrong guesses are free; each further one doubles the wait, up to the longest.

    Attributes:
        forget_seconds: after so long without a try, counting begins anew.
    """

    free: int
    first_seconds: int
    longest_seconds: int
    forget_seconds: int


#: One account, tried from one place that it was never signed in from.
ACCOUNT_HERE = Limit(free=5, first_seconds=30, longest_seconds=900, forget_seconds=86_400)
#: One place, whatever account it tries. An office may share one address, so it is generous.
PLACE = Limit(free=100, first_seconds=30, longest_seconds=900, forget_seconds=3_600)
#: One account, on a browser that it was signed in from before: only its own mistakes count.
DEVICE = Limit(free=10, first_seconds=30, longest_seconds=900, forget_seconds=3_600)
#: Codes of one account, from wherever: whoever gets so far knows the password, so no stranger can lock it.
CODES = Limit(free=10, first_seconds=60, longest_seconds=3_600, forget_seconds=86_400)
#: References of cases that one worker guessed wrong. Slips in a hurry are free, and keep nobody else waiting.
REFERENCES = Limit(free=10, first_seconds=30, longest_seconds=300, forget_seconds=3_600)
#: The same, from a place where many were guessed wrong within the hour: fewer slips are free.
REFERENCES_WHERE_MANY = Limit(free=3, first_seconds=30, longest_seconds=300, forget_seconds=3_600)
#: So many are many, whoever is signed in there.
MANY_REFERENCES = 100


def wait_after(failures: int, limit: Limit) -> int:
    """Give how many seconds must pass before the next try."""
    beyond = failures - limit.free
    if beyond < 0:
        return 0
    return int(min(limit.first_seconds * 2 ** min(beyond, 30), limit.longest_seconds))


def in_words(seconds: float) -> str:
    """Say a wait as people do: "1 minute", "15 minutes"; never less than a minute."""
    minutes = max(1, -(-int(seconds) // 60))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
