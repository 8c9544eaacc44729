"""Schools, workplaces and places: the whole name, and what is left of it without words such as "Primary School"."""

import re
from collections.abc import Iterator

from kith.engines.guard.folding import Reading, squeezed
from kith.engines.guard.matching.addresses import address_hunts, take_apart
from kith.engines.guard.matching.hits import Hit, Hunt, is_capital, is_followed_by_capital, words_after, words_before
from kith.engines.guard.matching.near import near_words
from kith.engines.guard.matching.words import (
    OTHER_INSTITUTIONS,
    SCHOOL_WORDS,
    STREET_WORDS,
    TITLES,
    TRADES,
    WORKPLACE_WORDS,
    is_common,
    word_set,
)
from kith.engines.guard.verdict import Level

_SAINT = ("st", "saint", "ste")
_PLAIN_KINDS = word_set("nursery school primary academy preschool playgroup infants juniors college kindergarten")
_SHORT = 3
_PAIR = 2  # words of a longer name that tell it


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
    rare = [word.removesuffix("s") for word in core if not is_common(word) and not is_common(word.removesuffix("s"))]
    near = [_near_hunt(word, core, kind_words) for word in rare if word not in _SAINT and len(word) > _SHORT]
    is_ordinary = all(is_common(word) or word in _SAINT or is_common(word.removesuffix("s")) for word in core)
    sign = _anchor(core or words)
    whole = Hunt(_Named(words, is_sure=len(words) > 1 or not is_ordinary, part="whole").find, (sign,))
    if len(core) > _PAIR and rare and rare[0] == core[0].removesuffix("s"):
        near.append(Hunt(_Named(core[:_PAIR], is_sure=True, part="part of the name").find, (_anchor(core[:_PAIR]),)))
    near += _trade_hunts(name, core) if kind_words is WORKPLACE_WORDS else []
    if not core or core == words:
        return [whole, *near]
    if len(core) == 1 and is_ordinary:
        return [whole, _followed_hunt(core[0], kind_words)]
    named = _Named(core, is_sure=not is_ordinary, part="name without its kind", kind_words=kind_words)
    hunts = [whole, Hunt(named.find, (sign,)), *near]
    last = core[-1]
    if is_ordinary and last not in _SAINT and last not in STREET_WORDS:
        hunts.append(_last_word_hunt(last, kind_words))
    return hunts


def _anchor(words: list[str]) -> str:
    """Choose letters that stand in the name however it is written; of a saint alone that is no more than the s."""
    return max((word for word in words if word not in _SAINT), key=len, default="s").removesuffix("s") or "s"


class _Named:
    """A name of some words; saints may be short or long and the last s may be missing."""

    def __init__(self, words: list[str], *, is_sure: bool, part: str, kind_words: frozenset[str] = frozenset()) -> None:
        self.pattern = re.compile(
            "(?:and)?".join(f"(?:{'|'.join(_SAINT)})" if w in _SAINT else _loose(w) for w in words)
        )
        kinds = sorted((word for word in kind_words if len(word) > 2), key=len, reverse=True)
        self.kinds = re.compile(f"(?:{'|'.join(kinds)})*") if kinds else re.compile("")
        self.is_sure, self.part = is_sure, part

    def find(self, reading: Reading) -> Iterator[Hit]:
        for match in self.pattern.finditer(reading.squeezed):
            start, end = reading.spread(*match.span())
            if reading.begins_word(start) and self._ends(reading, match.end(), end):
                level = self._weigh(reading, start, end)
                if level is not Level.ALLOW:
                    yield Hit(start, end, level, self.part)

    def _ends(self, reading: Reading, squeezed_end: int, end: int) -> bool:
        """Tell whether the name ends here, or runs on into words for its kind, as in a web address."""
        if reading.ends_word(end):
            return True
        more = self.kinds.match(reading.squeezed, squeezed_end)
        return more is not None and bool(more[0]) and reading.ends_word(reading.place(more.end() - 1) + 1)

    def _weigh(self, reading: Reading, start: int, end: int) -> Level:
        if self.part != "whole" and _is_something_else(reading, end):
            return Level.WARN if self.is_sure else Level.ALLOW
        return Level.BLOCK if self.is_sure or is_capital(reading, start, end) else Level.WARN


def _loose(word: str) -> str:
    return re.escape(word.removesuffix("s")) + "s?" if len(word) > 4 else re.escape(word)


def _is_something_else(reading: Reading, end: int) -> bool:
    """Tell whether a usual name goes on to name a hospital, a church, a road."""
    after = [word for word in words_after(reading, end, 2) if word != "s"]
    if not after or (after[0] == "church" and after[1:] == ["of"]):
        return False
    return after[0] in OTHER_INSTITUTIONS or (after[0] in STREET_WORDS and is_followed_by_capital(reading, end))


def _near_hunt(word: str, core: list[str], kind_words: frozenset[str]) -> Hunt:
    """Make the hunt for one rare word of a name: alone where it is spelt as it is, in its place if nearly so."""
    has_saint, others = any(each in _SAINT for each in core), {*core, *kind_words} - {word, "the", "of", "and", *_SAINT}

    is_first = word == core[0].removesuffix("s") and len(word) > 2 * _SHORT
    kin = {*(core if is_first else ())} - {word, f"{word}s", "the", "of", "and", *_SAINT}

    def find(reading: Reading) -> Iterator[Hit]:
        if has_saint:
            for start, end in reading.find_words(reading.vocabulary & {word, f"{word}s"}):
                before = set(words_before(reading, start))
                if not before & TITLES and not _is_something_else(reading, end):
                    yield Hit(start, end, Level.BLOCK, "name without its kind", "Saint left out")
        for start, end in reading.find_words(reading.vocabulary & {word, f"{word}s"} if kin else frozenset()):
            if kin & {*words_before(reading, start, 2), *words_after(reading, end, 2)}:
                yield Hit(start, end, Level.BLOCK, "part of the name", "with another of its words")
        for start, end in near_words(reading, word):
            beside = {*words_before(reading, start), *[w for w in words_after(reading, end, 2) if w != "s"][:1]}
            if beside & others or (has_saint and beside & set(_SAINT)):
                is_sure = bool(beside & others) or words_after(reading, end) == ["s"] or reading.text[end - 1] == "s"
                level = Level.BLOCK if is_sure and not _is_something_else(reading, end) else Level.WARN
                yield Hit(start, end, level, "name without its kind", "nearly spelt so")

    return Hunt(find)


def _trade_hunts(name: str, core: list[str]) -> list[Hunt]:
    """Make the hunt for a workplace called by its one rare word alone: sure if that is somebody's ("Ferrier's")."""
    bare = [word for word in core if word not in TRADES]
    if len(bare) != 1 or bare == core or is_common(bare[0]) or len(bare[0]) < _SHORT + 2:
        return []
    stem, level = bare[0].removesuffix("s"), Level.BLOCK if "'s" in name or "’s" in name else Level.WARN

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find_words(reading.vocabulary & {stem, f"{stem}s"}):
            if is_capital(reading, start, end) and not TITLES & set(words_before(reading, start)):
                is_traded = not (TRADES | WORKPLACE_WORDS).isdisjoint(words_after(reading, end))
                yield Hit(start, end, Level.BLOCK if is_traded else level, "part of the name", "its trade left out")

    return [Hunt(find)]


def _last_word_hunt(word: str, kind_words: frozenset[str]) -> Hunt:
    """Make the hunt for the last of a name's usual words with a word for its kind: "the Otters nursery"."""
    forms = {word, word.removesuffix("s")} - {""}

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find_words(reading.vocabulary & forms):
            after = words_after(reading, end)
            if after and after[0] in kind_words & _PLAIN_KINDS and is_capital(reading, start, end):
                yield Hit(start, end, Level.WARN, "part of the name")

    return Hunt(find)


def _followed_hunt(core: str, kind_words: frozenset[str]) -> Hunt:
    """Make the hunt for one ordinary word that only names the place with a word for its kind behind it."""

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(core):
            after = words_after(reading, end)
            if after and len(after[0]) > 3 and after[0] in kind_words and is_capital(reading, start, end):
                yield Hit(start, end, Level.BLOCK, "name without its kind")

    return Hunt(find, (core,))
