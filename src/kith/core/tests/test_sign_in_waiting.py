"""How long those wait who guess."""

import pytest

from kith.core.sign_in.waiting import ACCOUNT_HERE, CODES, DEVICE, PLACE, Limit, in_words, wait_after

LIMITS = [ACCOUNT_HERE, CODES, DEVICE, PLACE]
FIVE = Limit(free=5, first_seconds=30, longest_seconds=900, forget_seconds=3600)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (9, 480), (10, 900), (10_000, 900)]
)
def test_the_wait_doubles_after_the_free_tries_and_has_an_end(failures: int, seconds: int) -> None:
    assert wait_after(failures, FIVE) == seconds


@pytest.mark.parametrize("limit", LIMITS)
def test_nobody_guesses_much_in_a_day(limit: Limit) -> None:
    """A password that is no common one, or six numbers of a code, are not found in a few hundred tries."""
    tries, spent = 0, 0
    while spent < 86_400:
        tries += 1
        spent += wait_after(tries, limit)
    assert tries < 250
    assert limit.longest_seconds < limit.forget_seconds, "waiting longest must not be what makes it begin anew"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 minute"), (60, "1 minute"), (61, "2 minutes"), (900, "15 minutes")]
)
def test_a_wait_is_said_as_people_do(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
