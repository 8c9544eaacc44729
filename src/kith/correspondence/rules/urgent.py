"""Words that somebody should read at once. They are only found and shown where they stand: nothing is judged by them.

No score, no likelihood, and nothing about a person: a word that is there is there, also where it is a joke or a song.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "`": "'"})
MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Urgent:
    """Words found in a text: which kind of list they stand in, and where (letters from `start` to before `end`)."""

    kind: str
    start: int
    end: int


def find_urgent(text: str, lists: Iterable[tuple[str, Sequence[str]]]) -> list[Urgent]:
    """Find every word or phrase of the lists, in the order they stand, however it is spaced or capitalised.

    Args:
        lists: kind and phrases: ("Self-harm", ["want to die", ...]). A phrase is found as whole words.
    """
    flat = _flat(text)
    found = [
        Urgent(kind, match.start(), match.end())
        for kind, phrases in lists
        for phrase in phrases
        if phrase.strip()
        for match in re.finditer(_pattern(phrase), flat)
    ]
    return _apart(sorted(found, key=lambda each: (each.start, -each.end)))[:MOST_FOUND]


def _flat(text: str) -> str:
    """Give the text letter for letter in small letters without accents, so that places stay what they are."""
    return "".join(_plain(char) for char in text.translate(_APOSTROPHES))


def _plain(char: str) -> str:
    first = unicodedata.normalize("NFKD", char)[:1].lower()
    return first if len(first) == 1 else char


def _pattern(phrase: str) -> str:
    words = [re.escape(word).replace("'", "'?") for word in _flat(phrase).split()]
    return r"(?<!\w)" + r"[\s\W]{1,3}".join(words) + r"(?!\w)"


def _apart(found: Sequence[Urgent]) -> list[Urgent]:
    """Leave out what lies within another."""
    kept: list[Urgent] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept
