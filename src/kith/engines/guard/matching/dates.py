"""Days, such as a date of birth: one day however it is written, and never the day beside it."""

import re
from collections.abc import Iterator
from datetime import date

from kith.engines.guard.folding import Reading, folded
from kith.engines.guard.matching.hits import Hit, Hunt, words_after, words_before
from kith.engines.guard.matching.numbers import TEENS, TENS, UNITS
from kith.engines.guard.matching.words import word_set
from kith.engines.guard.verdict import Level

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_MONTHS_IN_A_YEAR = 12
_BIRTH = word_set("birthday birthdays bday born birth dob birthdate turns turned")
_WRITTEN = (
    re.compile(r"(?:born|dob|d o b|date of birth)? ?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9}) (\d{4})"),
    re.compile(r"(?:born|dob|d o b|date of birth)? ?(\d{1,2}) (\d{1,2}) (\d{4})"),
    re.compile(r"(?:born|dob|d o b|date of birth)? ?(\d{4}) (\d{1,2}) (\d{1,2})"),
)


def day_in(value: str) -> date | None:
    """Take a value as one day, if that is all it says: "14 March 2016", "14/03/2016", "2016-03-14"."""
    words = folded(value)
    for number, pattern in enumerate(_WRITTEN):
        match = pattern.fullmatch(words)
        if match:
            first, middle, last = match.groups()
            year, day = (first, last) if number == 2 else (last, first)
            return _day(year, _month(middle), day)
    return None


def _month(words: str) -> int:
    if words.isdigit():
        return int(words)
    return next((at for at, name in enumerate(_MONTHS, 1) if name == words or name[:3] == words), 0)


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def day_hunts(day: date) -> list[Hunt]:
    """Make the hunts for one day; without its year it only warns, and only of a birthday."""
    days, months, years = (f"(?:{'|'.join(forms)})" for forms in (_day_forms(day), _month_forms(day), _year_forms(day)))
    gap, number, month = " {0,3}", f"0?{day.day}", f"0?{day.month}"
    worded = f"(?:{days}{gap}(?:day )?(?:of{gap})?{months}|{months}{gap}(?:the{gap})?{days})"
    # Month first is how an American writes it; where both could be months, it is another day here.
    american = rf"|{month} {{1,3}}{number} {{1,3}}{years}" if day.day > _MONTHS_IN_A_YEAR else ""
    whole = re.compile(
        rf"(?<![a-z0-9])(?:{worded}{gap}(?:in )?{years}|{number} {{1,3}}{month} {{1,3}}{years}"
        rf"{american}|{day:%Y} {{1,3}}{month} {{1,3}}{number}|{day:%d%m%Y}|{day:%Y%m%d})"
        r"(?![a-z0-9])"
    )
    yearless = re.compile(rf"(?<![a-z0-9])(?:{worded}|{number} {{1,3}}{month})(?! {{0,3}}[0-9]{{2}})(?![a-z0-9])")
    clues = frozenset(
        (
            *_day_forms(day),
            *(form.rsplit("}", 1)[-1] for form in _said(day.day)),
            f"{day:%d}",
            f"{day:%d%m%Y}",
            f"{day:%Y%m%d}",
        )
    )
    clues |= {f"{number}{name}" for number in clues for name in (_MONTHS[day.month - 1], f"{day:%b}".lower())}

    def find(reading: Reading) -> Iterator[Hit]:
        if reading.vocabulary.isdisjoint(clues):
            return
        for match in whole.finditer(reading.text):
            yield Hit(*match.span(), Level.BLOCK, "whole", "the day written another way")
        for match in yearless.finditer(reading.text):
            start, end = match.span()
            if _BIRTH & {*words_before(reading, start, 6), *words_after(reading, end, 4)}:
                yield Hit(start, end, Level.WARN, "day and month", "without its year")

    return [Hunt(find)]


def _day_forms(day: date) -> list[str]:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    return [f"0?{day.day}(?:{suffix})?", f"{day.day}", f"{day.day}{suffix}", *_said(day.day)]


def _said(number: int) -> list[str]:
    """Give a day of the month in words."""
    if number <= len(_ORDINALS):
        return [_ORDINALS[number - 1]]
    ten, unit = ("twenty", "thirty")[number // 10 - 2], number % 10
    return [f"{ten} {{0,2}}{_ORDINALS[unit - 1]}"] if unit else ["thirtieth"]


def _month_forms(day: date) -> list[str]:
    name = _MONTHS[day.month - 1]
    return [name, "sept", name[:3]] if name == "september" else [name, name[:3]]


def _year_forms(day: date) -> list[str]:
    century, rest = divmod(day.year, 100)
    tail = _pair(rest)
    forms = [f"{day.year}", f"{rest:02}"]
    if century == 20:
        forms += [f"two thousand {{1,2}}(?:and {{1,2}})?{tail}" if tail else "two thousand"]
    return [*forms, f"{_pair(century)} {{1,2}}{tail}"] if tail else forms


def _pair(number: int) -> str:
    """Give a number under a hundred in words, as a pattern; nothing for nought."""
    words = {int(value): word for word, value in (*UNITS.items(), *TEENS.items())}
    if number < 20:
        return words[number] if number else ""
    ten = next(word for word, value in TENS.items() if int(value) == number // 10)
    return ten + (f" {{0,2}}{words[number % 10]}" if number % 10 else "")
