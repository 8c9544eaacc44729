"""Near spellings: words of letters one slip (two in a long one) away from a word of a fact. Never figures."""

from collections.abc import Iterator

from kith.engines.guard.folding import Reading
from kith.engines.guard.matching.hits import distance
from kith.engines.guard.matching.words import is_common

_SHORTEST = 5
_TWO_SLIPS = 9


def near_words(reading: Reading, word: str) -> Iterator[tuple[int, int]]:
    """Find the words spelt nearly like one word of letters, which is not itself among them; yields spans of `text`."""
    if len(word) < _SHORTEST or not word.isalpha():
        return
    most = 2 if len(word) >= _TWO_SLIPS else 1
    alike = {
        seen
        for seen in reading.words_like(word)
        if seen not in (word, f"{word}s") and not is_common(seen) and 0 < distance(seen, word, most) <= most
    }
    yield from reading.find_words(alike)


def is_near(seen: str, word: str) -> bool:
    """Tell whether a word is the other one, or at most one slip away from it if it is long enough."""
    return seen == word or (min(len(seen), len(word)) > 3 and word.isalpha() and distance(seen, word, 1) <= 1)
