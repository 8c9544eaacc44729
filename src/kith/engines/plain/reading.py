"""Counts sentences, words and syllables, and what follows from them."""

import re
from dataclasses import dataclass

LONG_SENTENCE = 20  # words; public guidance asks for fewer (GOV.UK allows 25, letters to families do better with less)
LONG_WORD = 4  # syllables
#: With fewer words than this an age says nothing.
FEWEST_WORDS = 20
_YOUNGEST, _OLDEST = 5, 18
_NAMED_AT_MOST = 8
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]e|[^td]ed|[^aeioucsxz]es)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is like to read.

    Args:
        age: years at which most people read so, from 5 to 18; None where there are too few words to tell.
        long_sentences: those of more than `LONG_SENTENCE` words, as they stand, in order.
        long_words: those of four syllables or more, once each, in order; names are left out.
    """

    words: int
    sentences: int
    age: int | None
    long_sentences: tuple[str, ...]
    long_words: tuple[str, ...]


def read(text: str) -> Reading:
    """Look at how plainly a text reads. Time grows with its length.

    References:
        Kincaid and others, "Derivation of new readability formulas" (US Navy, 1975): the grade; five years are added.
    """
    sentences = [(part.strip(), _WORD.findall(part)) for part in _SENTENCE_END.split(text)]
    said = [(part, words) for part, words in sentences if words]
    every = [word for _, words in said for word in words]
    return Reading(
        words=len(every),
        sentences=len(said),
        age=_age(every, len(said)),
        long_sentences=tuple(part for part, words in said if len(words) > LONG_SENTENCE)[:_NAMED_AT_MOST],
        long_words=tuple(dict.fromkeys(_long(said)))[:_NAMED_AT_MOST],
    )


def _age(words: list[str], sentences: int) -> int | None:
    if len(words) < FEWEST_WORDS:
        return None
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return min(max(round(grade) + 5, _YOUNGEST), _OLDEST)


def _long(said: list[tuple[str, list[str]]]) -> list[str]:
    """List long words; one with a capital inside a sentence is taken for a name."""
    return [
        word.lower()
        for _, words in said
        for place, word in enumerate(words)
        if (place == 0 or word[0].islower()) and syllables(word) >= LONG_WORD
    ]


def syllables(word: str) -> int:
    """Count the syllables of an English word, nearly: groups of vowels, less an ending that is not spoken."""
    small = word.lower()
    count = len(_VOWELS.findall(small))
    return max(count - bool(_SILENT_END.search(small)), 1)
