"""Numbers as words: the digits that number words stand for, and the ways a small number is said."""

import re

_UNIT_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEEN_WORDS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen")
UNITS = {word: str(number) for number, word in enumerate(_UNIT_WORDS)}
TENS = {word: str(number) for number, word in enumerate(_TEN_WORDS, 2)}
TEENS = {word: str(number) for number, word in enumerate((*_TEEN_WORDS, "nineteen"), 10)}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_DIGITS = UNITS | dict.fromkeys(("oh", "nought", "naught", "nil", "o"), "0")
_UNIT = "|".join(_DIGITS)
SPOKEN = re.compile(
    rf"\b(?:(?P<times>double|triple|treble) +(?P<again>\d|{_UNIT})|(?P<hundred>{_UNIT}) +hundred"
    rf"|(?P<ten>{'|'.join(TENS)})(?: +(?P<more>{_UNIT}))?|(?P<teen>{'|'.join(TEENS)})|(?P<unit>{_UNIT}))\b"
)
IS_SPOKEN = re.compile(rf"\b(?:double|triple|treble|{_UNIT}) +(?:double|triple|treble|hundred|\d|{_UNIT})\b")
# One of these is in every telephone number said aloud; looking for them first is much quicker than the pattern.
NUMBER_SIGNS = ("zero ", " oh ", " o ", "nought ", "naught ", " nil ", "double ", "treble ", "triple ", "four four ")


def as_digits(match: re.Match[str]) -> str:
    """Give the digits that one match of `SPOKEN` stands for."""
    if match["times"]:
        return _DIGITS.get(match["again"], match["again"]) * _TIMES[match["times"]]
    if match["hundred"]:
        return _DIGITS[match["hundred"]] + "00"
    if match["ten"]:
        return TENS[match["ten"]] + (_DIGITS[match["more"]] if match["more"] else "0")
    return TEENS[match["teen"]] if match["teen"] else _DIGITS[match["unit"]]


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
    return {form + letter for form in forms}
