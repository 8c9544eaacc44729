"""Words as the database compares them: accents set aside, small letters. The same as its function `kith_words`."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]")
#: Signs that would make PostgreSQL take several words for an address, a file or markup: they part words, as spaces do.
SET_ASIDE = str.maketrans(dict.fromkeys("<>&./@-_+", " "))
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Write text without accents and in small letters."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """Fold text and tell, for each letter of the result, which letter of the text it comes from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        folded = _folded(letter)
        letters.append(folded)
        places += [place] * len(folded)
    return "".join(letters), places


def words_in(folded: str) -> list[tuple[str, int, int]]:
    """Give the words of folded text, in order, each with where it begins and ends."""
    return [(found.group(), found.start(), found.end()) for found in _WORD.finditer(folded)]


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    return fold(letter)
