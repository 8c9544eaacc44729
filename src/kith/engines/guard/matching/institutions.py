"""Schools, workplaces and places: the whole name, and what is left of it without words such as "Primary School"."""

import re
from collections.abc import Iterator

from kith.engines.guard.folding import Reading, squeezed
from kith.engines.guard.matching.addresses import address_hunts, take_apart
from kith.engines.guard.matching.hits import Hit, Hunt, is_capital, words_after
from kith.engines.guard.matching.words import (
    OTHER_INSTITUTIONS,
    SCHOOL_WORDS,
    STREET_WORDS,
    WORKPLACE_WORDS,
    is_common,
)
from kith.engines.guard.verdict import Level

_SAINT = ("st", "saint", "ste")


def institution_hunts(value: str, aliases: tuple[str, ...], kind_words: frozenset[str]) -> list[Hunt]:
    """Make the hunts for one school, workplace or place.

    Args:
        value: its name; an address may follow after a comma.
        kind_words: words that say what sort of thing it is and may be left out ("primary", "limited").
    """
    name, _, rest = value.partition(",")
    hunts = [hunt for words in (name, *aliases) for hunt in _name_hunts(words, kind_words)]
    parts = take_apart(rest)
    return hunts + (address_hunts(rest, ()) if parts.postcode or parts.street else [])


def school_hunts(value: str, aliases: tuple[str, ...]) -> list[Hunt]:
    """Make the hunts for a school or nursery."""
    return institution_hunts(value, aliases, SCHOOL_WORDS)


def workplace_hunts(value: str, aliases: tuple[str, ...]) -> list[Hunt]:
    """Make the hunts for a workplace."""
    return institution_hunts(value, aliases, WORKPLACE_WORDS)


def place_hunts(value: str, aliases: tuple[str, ...]) -> list[Hunt]:
    """Make the hunts for any other place; nothing of its name may be left out."""
    return institution_hunts(value, aliases, frozenset())


def _name_hunts(name: str, kind_words: frozenset[str]) -> list[Hunt]:
    words = [squeezed(word) for word in name.split()]
    words = [word for word in words if word]
    if not words:
        return []
    core = [word for word in words if word not in kind_words]
    is_ordinary = all(is_common(word) or word in _SAINT or is_common(word.removesuffix("s")) for word in core)
    sign = _anchor(core or words)
    whole = Hunt(_Named(words, is_sure=len(words) > 1 or not is_ordinary, part="whole").find, (sign,))
    if not core or core == words:
        return [whole]
    if len(core) == 1 and is_ordinary:
        return [whole, _followed_hunt(core[0], kind_words)]
    return [whole, Hunt(_Named(core, is_sure=not is_ordinary, part="name without its kind").find, (sign,))]


def _anchor(words: list[str]) -> str:
    """Choose letters that stand in the name however it is written; of a saint alone that is no more than the s."""
    return max((word for word in words if word not in _SAINT), key=len, default="s").removesuffix("s") or "s"


class _Named:
    """A name of some words; saints may be short or long and the last s may be missing."""

    def __init__(self, words: list[str], *, is_sure: bool, part: str) -> None:
        self.pattern = re.compile("".join(f"(?:{'|'.join(_SAINT)})" if w in _SAINT else _loose(w) for w in words))
        self.is_sure, self.part = is_sure, part

    def find(self, reading: Reading) -> Iterator[Hit]:
        for match in self.pattern.finditer(reading.squeezed):
            start, end = reading.spread(*match.span())
            if reading.begins_word(start) and reading.ends_word(end):
                level = self._weigh(reading, start, end)
                if level is not Level.ALLOW:
                    yield Hit(start, end, level, self.part)

    def _weigh(self, reading: Reading, start: int, end: int) -> Level:
        if self.part != "whole" and not self.is_sure and _is_something_else(reading, end):
            return Level.ALLOW
        return Level.BLOCK if self.is_sure or is_capital(reading, start, end) else Level.WARN


def _loose(word: str) -> str:
    return re.escape(word.removesuffix("s")) + "s?" if len(word) > 4 else re.escape(word)


def _is_something_else(reading: Reading, end: int) -> bool:
    """Tell whether a usual name goes on to name a hospital, a church, a road."""
    after = words_after(reading, end)
    return bool(after) and (after[0] in OTHER_INSTITUTIONS or after[0] in STREET_WORDS)


def _followed_hunt(core: str, kind_words: frozenset[str]) -> Hunt:
    """Make the hunt for one ordinary word that only names the place with a word for its kind behind it."""

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(core):
            after = words_after(reading, end)
            if after and len(after[0]) > 3 and after[0] in kind_words and is_capital(reading, start, end):
                yield Hit(start, end, Level.BLOCK, "name without its kind")

    return Hunt(find, (core,))
