"""Numbers as words: the digits that number words stand for, and the ways a small number is said."""

import re
from collections.abc import Iterator
from itertools import groupby

_UNIT_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEEN_WORDS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen")
UNITS = {word: str(number) for number, word in enumerate(_UNIT_WORDS)}
TENS = {word: str(number) for number, word in enumerate(_TEN_WORDS, 2)}
TEENS = {word: str(number) for number, word in enumerate((*_TEEN_WORDS, "nineteen"), 10)}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_WELSH = {"dim": "0", "un": "1", "dau": "2", "tri": "3", "pedwar": "4", "pump": "5", "chwech": "6", "saith": "7"}
_DIGITS = UNITS | dict.fromkeys(("oh", "nought", "naught", "nil", "o"), "0") | _WELSH | {"wyth": "8", "naw": "9"}
_UNIT = "|".join(_DIGITS)
SPOKEN = re.compile(
    rf"\b(?:(?P<times>double|triple|treble) +(?P<again>\d|{_UNIT})|(?P<hundred>{_UNIT}) +hundred"
    rf"|(?P<ten>{'|'.join(TENS)})(?: +(?P<more>{_UNIT}))?|(?P<teen>{'|'.join(TEENS)})|(?P<unit>{_UNIT}))\b"
)
NUMBER_WORDS = frozenset((*_DIGITS, *TENS, *TEENS, *_TIMES, "hundred"))
# Sorted by their first letters: a word that begins with none of them is passed over at once.
_ANY_WORD = "|".join(
    f"{first}(?:{'|'.join(word[1:] for word in words)})"
    for first, words in groupby(sorted(NUMBER_WORDS), key=lambda word: word[0])
)
_NUMBER_WORD = re.compile(rf" (?:{_ANY_WORD})(?= )")
_CHAIN = re.compile(rf"(?: +(?:{_ANY_WORD}|[0-9]+)(?= ))+")
_NEXT = re.compile(" *[^ ]*")
_RUNS_ON = re.compile(rf" +(?:[0-9]|(?:{_ANY_WORD}) )")
_FEWEST_DIGITS = re.compile("[0-9](?: *[0-9]){4}")


def gap_before(text: str, start: int) -> int:
    """Give where the gap before a place of a folded text begins: the end of the word before it, or nought."""
    while start and text[start - 1] == " ":
        start -= 1
    return start


def as_digits(match: re.Match[str]) -> str:
    """Give the digits that one match of `SPOKEN` stands for."""
    if match["times"]:
        return _DIGITS.get(match["again"], match["again"]) * _TIMES[match["times"]]
    if match["hundred"]:
        return _DIGITS[match["hundred"]] + "00"
    if match["ten"]:
        return TENS[match["ten"]] + (_DIGITS[match["more"]] if match["more"] else "0")
    return TEENS[match["teen"]] if match["teen"] else _DIGITS[match["unit"]]


def spoken_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Find where number words stand next to other numbers, in a folded text.

    Yields:
        spans of whole words, in order: as many numbers as stand together, and the word on either side of them, whose
        own digits or letters may run on. No span when the numbers together have fewer than five digits.
    """
    padded, done = f" {text} ", 0
    for word in _NUMBER_WORD.finditer(padded):
        before = padded[gap_before(padded, word.start()) - 1]
        if word.start() < done or not (before.isdigit() or _RUNS_ON.match(padded, word.end())):
            continue
        chain = _CHAIN.match(padded, word.start())
        done = chain.end() if chain else word.end()
        start, end = _chain_start(padded, word.start()), _NEXT.match(padded, done)
        stop = end.end() if end else done
        if _FEWEST_DIGITS.search(SPOKEN.sub(as_digits, padded[start:stop])):
            yield max(0, start - 1), min(len(text), stop - 1)


def _chain_start(text: str, at: int) -> int:
    """Go back over the numbers that end at this place, and over the one word before them; gives where that begins."""
    while True:
        end = gap_before(text, at)
        at = text.rfind(" ", 0, end) + 1
        word = text[at:end]
        if word not in NUMBER_WORDS and not (word.isascii() and word.isdecimal()):
            return at


def spoken_forms(number: str) -> set[str]:
    """Give the squeezed ways to write a house number: "41", "fortyone", "fourone"; a letter after it stays."""
    digits, letter = re.sub("[^0-9]", "", number), re.sub("[0-9]", "", number)
    words = {value: word for word, value in UNITS.items()}
    forms = {digits, "".join(words[digit] for digit in digits)}
    if len(digits) == 2:
        forms |= {word for word, value in TEENS.items() if value == digits}
        forms |= {ten + words[digits[1]].replace("zero", "") for ten, value in TENS.items() if value == digits[0]}
    if len(digits) == 3 and digits[0] != "0":
        rest = spoken_forms(digits[1:].lstrip("0")) if digits[1:] != "00" else {""}
        forms |= {f"{words[digits[0]]}hundred{link}{tail}" for tail in rest for link in ("", "and")}
        forms |= {f"{words[digits[0]]}{tail}" for tail in rest if not tail.isdigit()}
    return {form + letter for form in forms}
