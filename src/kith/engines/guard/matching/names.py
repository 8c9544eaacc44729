"""Names of people: the full name, a rare surname alone, a name that is also a word only where a person stands."""

import re
from collections.abc import Iterator

from kith.engines.guard.folding import Reading, squeezed
from kith.engines.guard.matching.hits import (
    Hit,
    Hunt,
    begins_sentence,
    distance,
    is_capital,
    is_followed_by_capital,
    words_after,
    words_before,
)
from kith.engines.guard.matching.near import is_near, near_words
from kith.engines.guard.matching.numbers import gap_before
from kith.engines.guard.matching.short_names import GIVEN_NAMES, other_forms
from kith.engines.guard.matching.words import (
    A_THING,
    BETWEEN,
    CALLED,
    DOES,
    DOING,
    IS,
    KIN,
    MONTHS,
    STREET_WORDS,
    TITLES,
    USUAL_NAMES,
    WELL,
    is_common,
    is_month_here,
    is_word,
    word_set,
)
from kith.engines.guard.verdict import Level

# How Slavic languages turn a surname: with, of, to the Kowalczyks.
_ENDINGS = word_set("a i u y ow owi owie om ami ach em iem ego emu ej ova ovi owa ie in")
_THEN_DOING = word_set(
    "call be you i we he she they it this do send see ring text get let try come go have the a to not all that "
    "everything everyone u ur things life"
)
_GOES_ON = IS | {"s", "will", "would", "can", "could", "may"}


def name_hunts(value: str, *, is_new: bool) -> list[Hunt]:
    """Make the hunts for one person's name, given as "First [Middle] Surname".

    Args:
        is_new: a new identity, of which the first name alone already tells; another person's first name only warns.
    """
    # Folded word by word, so that a surname with an apostrophe or a hyphen stays one name.
    written = [word for word in value.split() if squeezed(word) not in ("", *TITLES)]
    names = [squeezed(word) for word in written]
    if not names:
        return []
    if len(names) == 1:
        return [_single_hunt(names[0], is_telling=True)]
    first, surname = names[0], names[-1]
    hunts = [_full_hunt(names), _surname_hunt(first, surname), _near_hunt(first, surname)]
    halves = [half for half in map(squeezed, written[-1].split("-")) if len(half) > 2]
    if len(halves) > 1:
        hunts += [_full_hunt([first, half]) for half in halves]
        hunts.append(_surname_hunt(first, "".join(reversed(halves))))
    if is_new or not is_common(first):
        hunts.append(_initial_hunt(first, surname))
    if is_new or first not in USUAL_NAMES:
        hunts.append(_single_hunt(first, is_telling=is_new))
    return hunts


def _full_hunt(names: list[str]) -> Hunt:
    first, surname, whole = names[0], names[-1], "".join(names)
    is_rare = not (is_word(first) and is_word(surname))
    is_doubtful = first in DOING and is_word(surname)
    shapes = {whole, f"{first}{surname}", f"{surname}{whole.removesuffix(surname)}", f"{surname}{first}"}

    def find(reading: Reading) -> Iterator[Hit]:
        for shape in sorted(shapes):
            for start, end in reading.find(shape):
                level = Level.WARN if is_doubtful and not is_capital(reading, start, end) else Level.BLOCK
                if level is Level.WARN and _is_introduced(reading, start, end):
                    level = Level.BLOCK
                yield Hit(start, end, level, "full name")
            if is_rare and len(shape) > 8:
                yield from _run_together(reading, shape)
        for start, end in reading.find(surname):
            before = words_before(reading, start, 2)
            if len(before) == 2 and before[0] == first and len(before[1]) == 1:
                yield Hit(reading.text.rindex(first, 0, start), end, Level.BLOCK, "full name", "a letter between")

    return Hunt(find, (surname,))


def _is_introduced(reading: Reading, start: int, end: int) -> bool:
    before, after = words_before(reading, start), words_after(reading, end)
    return bool({*before} & CALLED or {*after} & (DOES | IS) or words_before(reading, start, 2) == ["name", "is"])


def _run_together(reading: Reading, shape: str) -> Iterator[Hit]:
    """Find a whole name inside one longer word, at its beginning or its end, as handles have it."""
    at = reading.text.find(shape)
    while at >= 0:
        end = at + len(shape)
        if reading.begins_word(at) is not reading.ends_word(end):
            yield Hit(at, end, Level.BLOCK, "full name", "within a longer word")
        at = reading.text.find(shape, end)


def _initial_hunt(first: str, surname: str) -> Hunt:
    """Make the hunt for a first name with the surname's first letter: "Olek K."."""

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find_words(reading.vocabulary & {first}):
            is_initial = words_after(reading, end) == [surname[0]] and is_followed_by_capital(reading, end)
            if is_initial and is_capital(reading, start, end):
                yield Hit(start, end + 2, Level.BLOCK, "full name", "the surname's first letter")

    return Hunt(find)


def _near_hunt(first: str, surname: str) -> Hunt:
    """Make the hunt for a full name of which a part is spelt nearly so or is a shorter name, and for a rare surname."""
    forms = other_forms(first)

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in near_words(reading, surname) if not is_common(surname) else ():
            if first in _beside(reading, start, end) or forms & _beside(reading, start, end):
                yield Hit(start, end, Level.BLOCK, "full name", "nearly spelt so")
            elif not _is_double(reading, end) and _is_slip_of(reading, start, end, surname):
                yield Hit(start, end, Level.BLOCK if len(surname) > 7 else Level.WARN, "surname", "nearly spelt so")
        forms_of_surname = {f"{surname}{ending}" for ending in _ENDINGS}
        for start, end in reading.find_words(reading.vocabulary & forms_of_surname) if len(surname) > 5 else ():
            yield Hit(start, end, Level.BLOCK, "surname", "with another ending")
        for start, end in reading.find_words(reading.vocabulary & {surname, f"{surname}s"}):
            beside = _beside(reading, start, end) - {first}
            if beside & forms or any(is_near(word, first) for word in beside if len(first) > 3 and not is_word(word)):
                yield Hit(start, end, Level.BLOCK, "full name", "the first name written another way")

    return Hunt(find)


def _beside(reading: Reading, start: int, end: int) -> set[str]:
    return {*words_before(reading, start), *words_after(reading, end)}


def _is_slip_of(reading: Reading, start: int, end: int, surname: str) -> bool:
    """Tell whether a near spelling standing alone is a name, and of one slip that people make."""
    word = reading.text[start:end]
    is_named = is_capital(reading, start, end) and not is_followed_by_capital(reading, end)
    return is_named and len(surname) > 5 and word[0] == surname[0] and distance(word, surname, 1) == 1


def _surname_hunt(first: str, surname: str) -> Hunt:
    is_rare = not is_common(surname)
    misspelt = _Misspelt(first, surname) if is_rare and len(surname) > 6 else None

    def find(reading: Reading) -> Iterator[Hit]:
        for shape in (surname, surname + "s") if surname in reading.squeezed else ():
            for start, end in reading.find(shape):
                level = _weigh_rare(reading, start, end) if is_rare else _weigh_common(reading, start, end, surname)
                if level is not Level.ALLOW:
                    yield Hit(start, end, level, "surname")
        if misspelt:
            yield from misspelt.find(reading)

    return Hunt(find, misspelt.pieces if misspelt else (surname,))


def _weigh_rare(reading: Reading, start: int, end: int) -> Level:
    """Weigh a rare surname: sure, unless it names a street or somebody with a double name."""
    after = words_after(reading, end)
    names_street = bool(after) and after[0] in STREET_WORDS and is_followed_by_capital(reading, end)
    return Level.WARN if names_street or _is_double(reading, end) else Level.BLOCK


def _weigh_common(reading: Reading, start: int, end: int, surname: str) -> Level:
    """Weigh a surname that is also a word: sure after a title, doubtful with a capital, nothing otherwise."""
    if _is_double(reading, end):
        return Level.ALLOW
    before = words_before(reading, start, 2)
    if reading.text[start:end] == f"{surname}s":
        return Level.WARN if before[-1:] == ["the"] and is_capital(reading, start, end) else Level.ALLOW
    if before[-1:] == ["the"] and is_followed_by_capital(reading, end):
        return Level.ALLOW
    if TITLES & set(before[-1:]) or (len(before) > 1 and len(before[-1]) == 1 and before[0] in TITLES):
        return Level.BLOCK
    if not _stands_as_name(reading, start, end) or begins_sentence(reading, start):
        return Level.ALLOW
    return Level.WARN


class _Misspelt:
    """A title or the own first name followed by the surname with one letter wrong."""

    def __init__(self, first: str, surname: str) -> None:
        self.surname, half = surname, len(surname) // 2
        # One wrong letter leaves one half whole, unless the two letters in the middle changed places.
        swapped = surname[: half - 1] + surname[half] + surname[half - 1] + surname[half + 1 :]
        self.pieces = surname[:half], surname[half:], swapped
        self.most = len(surname) + 1
        self.word = re.compile(f"[a-z]{{6,{self.most}}}(?![a-z0-9])")
        before = sorted({first, *TITLES}, key=len, reverse=True)
        self.before = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, before))})$")
        self.longest = len(before[0])

    def find(self, reading: Reading) -> Iterator[Hit]:
        for start, end in sorted(self._like_it(reading.text)):
            word = reading.text[start:end]
            if distance(word, self.surname, 1) == 1 and word != self.surname + "s":
                stop = gap_before(reading.text, start)
                if _is_double(reading, end):
                    continue
                if stop < start and self.before.search(reading.text, max(0, stop - self.longest), stop):
                    yield Hit(start, end, Level.BLOCK, "surname", "near spelling")

    def _like_it(self, text: str) -> set[tuple[int, int]]:
        """Find the words that have one of the pieces in them."""
        words = set()
        for piece in self.pieces:
            at = text.find(piece)
            while at >= 0:
                start = at
                while start and at - start < self.most and "a" <= text[start - 1] <= "z":
                    start -= 1
                word = self.word.match(text, start)
                if word:
                    words.add(word.span())
                at = text.find(piece, max(at + 1, word.end() if word else 0))
        return words


def _is_double(reading: Reading, end: int) -> bool:
    """Tell whether a name goes on after a hyphen, and is somebody else's then."""
    rest = reading.written[end : end + 2]
    return len(rest) > 1 and rest[0] == "-" and rest[1].isalpha()


def _single_hunt(name: str, *, is_telling: bool) -> Hunt:
    """Make the hunt for one given name standing alone."""
    ordinary = is_word(name)

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(name):
            is_whole = end - start == len(name) or (len(name) > 5 and not ordinary)
            level = _weigh_first(reading, start, end, is_word=ordinary) if is_whole else Level.ALLOW
            if level is not Level.ALLOW:
                if not is_telling and is_followed_by_capital(reading, end) and not is_shouted(reading, start, end):
                    continue  # with another surname it is another person
                yield Hit(start, end, level if is_telling else Level.WARN, "first name")

    return Hunt(find, (name,))


def _weigh_first(reading: Reading, start: int, end: int, *, is_word: bool) -> Level:
    if not is_word:
        return Level.WARN if is_followed_by_capital(reading, end) else Level.BLOCK
    word = reading.text[start:end]
    before, after = (words_before(reading, start) or [""])[0], (words_after(reading, end) or [""])[0]
    if is_month_here(word, before, after):
        return Level.ALLOW
    if not is_capital(reading, start, end):
        return _weigh_small(reading, start, end, before, after)
    if is_shouted(reading, start, end):
        return Level.BLOCK if before in CALLED or after in DOES else Level.ALLOW
    if _is_surname(reading, start, before):
        return Level.ALLOW
    if is_told_of(reading, end, after) and word not in MONTHS:
        return Level.BLOCK
    if not _stands_as_name(reading, start, end) or is_followed_by_capital(reading, end):
        return Level.ALLOW
    if begins_sentence(reading, start):
        if after == "and":
            following = reading.written[end : end + 6].lstrip(" ,").removeprefix("and").lstrip()
            return Level.WARN if following[:1].isupper() or word not in DOING else Level.ALLOW
        return _weigh_at_start(word, after)
    return Level.BLOCK


def _weigh_at_start(word: str, after: str) -> Level:
    """Weigh a name that is also a word where any word would have its capital."""
    if after in DOES:
        return Level.BLOCK
    goes_on = not after or after in _GOES_ON or (word not in DOING and (after in BETWEEN or after.endswith("ed")))
    return Level.WARN if goes_on else Level.ALLOW


def _weigh_small(reading: Reading, start: int, end: int, before: str, after: str) -> Level:
    """Weigh a name that is also a word and stands in small letters: only beside what is said of people."""
    if after in _THEN_DOING and reading.text[start:end] in DOING:
        return Level.ALLOW
    is_next = start > 1 and reading.written[start - 2].isalpha()
    if (is_next and before in CALLED - {"little"}) or words_before(reading, start, 2) in (
        ["name", "is"],
        ["love", "from"],
    ):
        return Level.BLOCK
    if before in A_THING:
        return Level.ALLOW
    if after in DOES or (after == "s" and words_after(reading, end, 2)[1:2] and words_after(reading, end, 2)[1] in KIN):
        return Level.BLOCK
    is_state = after in IS and not WELL.isdisjoint(words_after(reading, end, 2)[1:])
    return Level.WARN if is_state and begins_sentence(reading, start) else Level.ALLOW


def _is_surname(reading: Reading, start: int, before: str) -> bool:
    """Tell whether the word is somebody else's surname: "Bob Hope", "Mr Mark"."""
    is_next = start > 1 and reading.written[start - 1] == " " and reading.written[start - 2].isalpha()
    return is_next and (before in TITLES or before in GIVEN_NAMES or before in USUAL_NAMES)


def is_told_of(reading: Reading, end: int, after: str) -> bool:
    """Tell whether the words after a name with its capital are told of somebody: "'s", "aged", "(7)", "and her"."""
    if reading.written[end : end + 2] in ("'s", "’s") or after in {"who", "whose", "aged", "age"}:
        return True
    is_bracketed = reading.written[end : end + 2] == " (" and reading.text[end + 2 : end + 3].isdigit()
    return is_bracketed or (after == "and" and words_after(reading, end, 2)[-1] in KIN)


def _stands_as_name(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a word that is also a name is written as one, and not as part of a place's name."""
    after = words_after(reading, end)
    in_place = bool(after) and after[0] in STREET_WORDS and is_followed_by_capital(reading, end)
    return is_capital(reading, start, end) and not in_place


def is_shouted(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words around are in capitals throughout, so that a capital says nothing."""
    around = reading.written[max(0, start - 40) : start] + reading.written[end : end + 40]
    letters = [letter for letter in around if letter.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
