"""The town of an address: it tells beside the street, it makes one think where somebody lives, and else it is kept."""

import re
from collections.abc import Iterator, Sequence

from kith.engines.guard.folding import Reading
from kith.engines.guard.matching.hits import Hit, Hunt, is_capital, words_after, words_before
from kith.engines.guard.matching.words import LIVING, OTHER_INSTITUTIONS, is_common, word_set
from kith.engines.guard.verdict import Level

_PUBLIC = OTHER_INSTITUTIONS | word_set(
    "county family crown magistrates combined council police office offices centre center town hall borough children"
)
_BETWEEN = 24  # squeezed letters between a street and its town


def town_hunt(town: str, places: Sequence[tuple[str, ...]]) -> Hunt:
    """Make the hunt for one town, folded.

    Args:
        places: the street and the house of the address, as folded words; one of them beside the town tells the door.
    """
    name, is_ordinary = town.replace(" ", ""), all(map(is_common, town.split()))
    beside = re.compile("|".join(re.escape("".join(words)) for words in places) or "(?!)")
    shortened = re.compile("|".join(re.escape(_shortened(words)) for words in places) or "(?!)")

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(name):
            if is_ordinary and not is_capital(reading, start, end):
                continue
            near = _around(reading, start, len(name))
            if any(beside.search(letters) or shortened.search(letters) for letters in near):
                yield Hit(start, end, Level.BLOCK, "street and town")
            elif _PUBLIC & set(words_after(reading, end)):
                continue
            else:
                is_living = bool(LIVING & set(words_before(reading, start, 5)))
                yield Hit(start, end, Level.WARN if is_living else Level.ALLOW, "town")

    return Hunt(find, (name,))


def _shortened(words: tuple[str, ...]) -> str:
    """Give a street's words with its type cut to two letters, which begin every short form of it."""
    return "".join(words[:-1]) + words[-1][:2]


def _around(reading: Reading, start: int, length: int) -> tuple[str, str]:
    begin = reading.squeezed_place(start)
    reach = _BETWEEN + 24
    return (
        reading.squeezed[max(0, begin - reach) : begin],
        reading.squeezed[begin + length : begin + length + reach],
    )
