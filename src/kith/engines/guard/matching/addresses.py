"""Addresses: the whole, and each piece that would be enough to find the door."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kith.engines.guard.folding import Reading, folded, squeezed
from kith.engines.guard.matching.hits import Hit, Hunt, distance, is_capital, words_after, words_before
from kith.engines.guard.matching.near import near_words
from kith.engines.guard.matching.numbers import NUMBER_WORDS, spoken_forms
from kith.engines.guard.matching.postcodes import POSTCODE, postcode_hunts
from kith.engines.guard.matching.towns import town_hunt
from kith.engines.guard.matching.words import STREET_TYPES, STREET_WORDS, TITLES, UNITS, is_common, word_set
from kith.engines.guard.verdict import Level

_NUMBER = re.compile(r"(\d{1,5}[a-z]?)\b *")
_PLACING = word_set(
    "at in on near to from by off along around round behind opposite past towards outside up down live lives lived "
    "living street road house flat estate area"
)


_INDEFINITE = word_set("a an any some every old new")
_HOUSE_KINDS = word_set(
    "farm cottage house lodge hall villa barn mill manor grange croft court refuge bungalow cottages"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """An address taken apart; all folded. `street` keeps its type word, `house` is a house's name."""

    number: str = ""
    street: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    postcode: str = ""


def take_apart(value: str) -> Parts:
    """Take an address apart at its commas and line ends: house name, number, street, postcode."""
    found = POSTCODE.search(value)
    postcode = found[0] if found else ""
    pieces = [folded(piece) for piece in re.split(r"[,;\n]", value.replace(postcode, "") if postcode else value)]
    number = ""
    names: list[tuple[str, ...]] = []
    street: tuple[str, ...] = ()
    for words in (piece.split() for piece in pieces if piece):
        words = words[2:] if words[0] in UNITS else words
        if street and (number or not (len(words) > 1 and _NUMBER.fullmatch(words[0]))):
            continue
        if street:
            # What looked like a street is a house: the street has the number.
            names, street = [*names, street], ()
        if words and _NUMBER.fullmatch(words[0]):
            number, words = words[0], words[1:]
        if number or _ends_as_street(words):
            street = _up_to_type(words)
        elif words:
            names.append(tuple(word for word in words if word != "the"))
    return Parts(number, street, next((name for name in names if street and name), ()), postcode)


def town_of(value: str) -> str:
    """Give the town of an address: what stands between the street and the postcode, if commas keep it apart."""
    found, street = POSTCODE.search(value), " ".join(take_apart(value).street)
    pieces = [folded(piece) for piece in re.split(r"[,;\n]", value.replace(found[0], "") if found else value)]
    pieces = [" ".join(piece.split()) for piece in pieces if piece]
    at = next((at for at, piece in enumerate(pieces) if street and street in piece), len(pieces))
    return pieces[-1] if at < len(pieces) - 1 and not any(map(str.isdigit, pieces[-1])) else ""


def _ends_as_street(words: list[str]) -> bool:
    return len(words) > 1 and words[-1] in STREET_WORDS


def _up_to_type(words: list[str]) -> tuple[str, ...]:
    """Cut a street after its type word: what follows on the same line is a town."""
    for at in range(1, len(words)):
        if words[at] in STREET_TYPES and not (at + 1 < len(words) and words[at + 1] in STREET_TYPES):
            return tuple(words[: at + 1])
    return tuple(words)


def address_hunts(value: str, aliases: tuple[str, ...]) -> list[Hunt]:
    """Make the hunts for one address and the other names it goes by."""
    parts = take_apart(value)
    hunts: list[Hunt] = [_whole_hunt(value)] if len(squeezed(value)) > 4 else []
    if parts.postcode:
        hunts += postcode_hunts(parts.postcode)
    streets = {parts.street: False} if parts.street else {}
    for alias in aliases:
        named = take_apart(alias)
        if named.street:
            streets[named.street] = True
        elif not named.postcode and squeezed(alias):
            hunts.append(_house_hunt(tuple(folded(alias).split())))
        hunts += postcode_hunts(named.postcode) if named.postcode else []
    for street, is_alias in streets.items():
        hunts += _Street(street, parts.number, is_alias=is_alias).hunts()
    hunts += house_hunts(parts.house) if parts.house else []
    town = town_of(value)
    return hunts + ([town_hunt(town, [*streets, *([parts.house] if parts.house else [])])] if town else [])


def _whole_hunt(value: str) -> Hunt:
    whole = squeezed(value)

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(whole):
            yield Hit(start, end, Level.BLOCK, "whole")

    return Hunt(find, (whole,))


def _house_hunt(words: tuple[str, ...]) -> Hunt:
    """Make the hunt for a house's name: sure where written as a name or no usual words, else doubtful."""
    name, is_ordinary = "".join(words), all(is_common(word) or word in STREET_WORDS for word in words)

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(name):
            named = is_capital(reading, start, end)
            before = words_before(reading, start)
            if not named and before and (is_ordinary or len(words) == 1) and before[0] in _INDEFINITE:
                continue
            if not named and before == ["the"] and len(words) == 1:
                yield Hit(start, end, Level.WARN, "house name")
                continue
            if named or len(words) > 1 or not is_ordinary:
                yield Hit(start, end, Level.BLOCK if named or not is_ordinary else Level.WARN, "house name")

    return Hunt(find, (name,))


def house_hunts(words: tuple[str, ...]) -> list[Hunt]:
    """Make the hunts for a house's name, and for a rare name that has lost the word for its kind or is misspelt."""
    hunts, name = [_house_hunt(words)], words[0]
    if len(words) != 2 or words[1] not in _HOUSE_KINDS or is_common(name) or len(name) < 6:
        return hunts

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find_words(reading.vocabulary & {name, f"{name}s"}):
            before = set(words_before(reading, start))
            if not before & TITLES and (before & _PLACING or is_capital(reading, start, end)):
                yield Hit(start, end, Level.BLOCK, "house name", "the word for its kind left out")
        for start, end in near_words(reading, name):
            if words_after(reading, end) == [words[1]]:
                yield Hit(start, end, Level.BLOCK, "house name", "nearly spelt so")

    return [*hunts, Hunt(find)]


class _Street:
    """One street of one address, with the number of the door if it is known."""

    def __init__(self, words: tuple[str, ...], number: str, *, is_alias: bool) -> None:
        self.number, self.is_alias = number, is_alias
        key, kind = words[:-1], words[-1]
        if not key or kind not in STREET_WORDS:
            key, kind = words, ""
        self.key, self.kind = "".join(key), kind
        self.is_ordinary = all(is_common(word) or word in STREET_WORDS for word in key)
        self.kinds = re.compile(_kind_pattern(kind) or "(?!)")
        # A street may be named after a saint, and written long or short.
        self.saintly = bool(key) and key[0] in ("st", "saint") and len(key) > 1
        self.shape = f"(?:st|saint){re.escape(''.join(key[1:]))}" if self.saintly else re.escape(self.key)
        self.sign = "".join(key[1:]) if self.saintly else self.key
        self.full = re.compile(self.shape + _kind_pattern(kind))
        self.is_plain_words = self.is_ordinary and not self.kind
        forms = "|".join(sorted(spoken_forms(number), key=len, reverse=True)) if number else "(?!)"
        self.before = re.compile(rf"(?:{forms})(?=[a-z]{{0,15}}$)")
        self.after = re.compile(rf"[a-z]{{0,15}}?({forms})")
        self.range = re.compile(rf"(?<![a-z0-9])({number or '(?!)'}) [0-9]{{1,4}}[a-z]? +$")
        # The number as a word of its own, and one of the street's first letters soon after it.
        first = re.escape((self.key + self.kind)[:2])
        self.door = re.compile(rf"{number}(?<![^ ]{number})(?= .{{0,2}}[{first}])")

    def hunts(self) -> list[Hunt]:
        """Give the hunts for the street as it is spelt and, where its number and name are telling, misspelt."""
        hunts = [Hunt(self._find, (self.sign,)), Hunt(self._find_turned)]
        if len(self.key) > 5 and not self.is_ordinary:
            hunts.append(Hunt(self._find_alike))
        return [*hunts, Hunt(self._find_misspelt)] if self.number and len(self.key) > 5 else hunts

    def _find_turned(self, reading: Reading) -> Iterator[Hit]:
        """Find the street with its type first, as a list or a form has it: "Lane, Quillfeather"."""
        if not self.kind or self.is_ordinary:
            return
        for start, end in reading.find_words(reading.vocabulary & {self.key}):
            before = words_before(reading, start)
            if before and self.kinds.fullmatch(before[0]):
                span = reading.squeezed_place(start), reading.squeezed_place(start) + len(self.key)
                hit = self._weigh(reading, start, end, span)
                yield replace(hit, how="its words turned round")

    def _find_alike(self, reading: Reading) -> Iterator[Hit]:
        """Find a near spelling of the street before the word for its type, or after its number."""
        for start, end in near_words(reading, self.key):
            after, before = words_after(reading, end), words_before(reading, start)
            is_street = bool(self.kind and after) and bool(self.kinds.fullmatch(after[0]))
            is_sure = (
                reading.text[start : start + 4] == self.key[:4] or distance(reading.text[start:end], self.key, 1) < 2
            )
            if self.number and before and before[0] == self.number:
                yield Hit(start, end, Level.BLOCK, "number and street", "nearly spelt so")
            elif is_street and not TITLES & set(before):
                yield Hit(start, end, Level.BLOCK if is_sure else Level.WARN, "street", "nearly spelt so")

    def _find(self, reading: Reading) -> Iterator[Hit]:
        for match in self.full.finditer(reading.squeezed):
            start, end = reading.spread(*match.span())
            is_written_so = not self.is_plain_words or is_capital(reading, start, end)
            if is_written_so and reading.begins_word(start) and reading.ends_word(end):
                yield self._weigh(reading, start, end, match.span())
        if not self.is_ordinary:
            yield from self._find_key(reading)
        elif self.saintly and self.number:
            yield from self._find_saint(reading)

    def _find_saint(self, reading: Reading) -> Iterator[Hit]:
        """Find a street named after a saint without its type, right after its number."""
        for match in re.finditer(self.shape, reading.squeezed):
            door = self._door_near(reading, match.span())
            start, end = reading.spread(*match.span())
            is_next = door is not None and not reading.text[door[1] : start].strip()
            if is_next and reading.begins_word(start) and reading.ends_word(end):
                yield Hit(start, end, Level.BLOCK, "number and street", "the street's type left out")

    def _weigh(self, reading: Reading, start: int, end: int, span: tuple[int, int]) -> Hit:
        door = self._door_near(reading, span)
        if door:
            how = "" if reading.text[door[0]].isdigit() else "number words"
            return Hit(min(start, door[0]), max(end, door[1]), Level.BLOCK, "number and street", how)
        other_door = reading.squeezed[span[0] - 1 : span[0]].isdigit() and not self._is_unit(reading, start)
        is_sure = (self.is_alias or not self.is_ordinary) and bool(self.kind) and not other_door
        return Hit(start, end, Level.BLOCK if is_sure else Level.WARN, "street")

    @staticmethod
    def _is_unit(reading: Reading, start: int) -> bool:
        return bool(UNITS & set(words_before(reading, start, 2)))

    def _door_near(self, reading: Reading, span: tuple[int, int]) -> tuple[int, int] | None:
        """Find the door's number within a few words of the street; gives its span of `text`."""
        text, (begin, end) = reading.squeezed, span
        start = reading.place(begin)
        ranged = self.range.search(reading.text, max(0, start - 16), start) if self.number else None
        if ranged and reading.written[ranged.end(1)] in "-–/":
            return ranged.span(1)
        for match in self.before.finditer(text, max(0, begin - 40), begin):
            if self._is_alone(reading, *match.span()):
                return reading.spread(*match.span())
        after = self.after.match(text, end, end + 40)
        if after and self._is_alone(reading, *after.span(1)):
            return reading.spread(*after.span(1))
        return None

    @staticmethod
    def _is_alone(reading: Reading, begin: int, end: int) -> bool:
        """Tell whether a number is not the tail or the head of a longer one."""
        start, stop = reading.spread(begin, end)
        return not reading.text[start - 1 : start].isdigit() and not reading.text[stop : stop + 1].isdigit()

    def _find_key(self, reading: Reading) -> Iterator[Hit]:
        """Find the street's own word without its type, where a place would stand."""
        for start, end in reading.find(self.key):
            if self.full.match(reading.squeezed, reading.squeezed_place(start)):
                continue
            before = words_before(reading, start, 1)
            begin = reading.squeezed_place(start)
            is_placed = bool(before) and (before[0] in _PLACING or before[0] in NUMBER_WORDS)
            door = self._door_near(reading, (begin, begin + len(self.key))) if is_placed else None
            if (before and before[0] == self.number) or door:
                yield Hit(start, end, Level.BLOCK, "number and street", "the street's type left out")
            elif before and before[0] in _PLACING and before[0] not in TITLES:
                yield Hit(start, end, Level.WARN, "street", "the street's type left out")

    def _find_misspelt(self, reading: Reading) -> Iterator[Hit]:
        """Find the right number followed by a near spelling of the street."""
        street, most = self.key + self.kind, max(1, len(self.key + self.kind) // 6)
        for door in self.door.finditer(reading.text):
            for end in _next_ends(reading.text, door.end(), 3):
                if self.is_ordinary and not is_capital(reading, door.end() + 1, end):
                    continue
                if 0 < distance(reading.text[door.end() : end].replace(" ", ""), street, most) <= most:
                    yield Hit(door.start(), end, Level.BLOCK, "number and street", "near spelling")
                    break


def _kind_pattern(kind: str) -> str:
    for word, shorts in STREET_TYPES.items():
        if kind == word or kind in shorts:
            return f"(?:{'|'.join((word, *shorts))})"
    return ""


def _next_ends(text: str, start: int, count: int) -> list[int]:
    """Give where each of the next few words ends."""
    words = re.finditer("[^ ]+", text[start : start + 60])
    return [start + word.end() for word, _ in zip(words, range(count), strict=False)]
