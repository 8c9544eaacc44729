"""Digits, half-day words and invisible characters of many locales, and how a stamp's numbers are read."""

import re
from functools import lru_cache

# Direction marks, isolates and the byte-order mark: WhatsApp strews them through heads and names. They are
# ignored for matching only. The joiners inside emoji (U+200D) are not among them.
INVISIBLE = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
SPACES = " \u00a0\u202f\u2009\u2007"

_invisible = re.compile(f"[{INVISIBLE}]")
_space = re.compile(f"[{SPACES}]+")
_uneven = re.compile(f"[{INVISIBLE}{SPACES[1:]}]|  ")

# (words for the first half of the day, words for the second), as phones write them. 中午 is noon.
HALVES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("AM",), ("PM",)),
    (("am",), ("pm",)),
    (("Am",), ("Pm",)),
    (("a.m.",), ("p.m.",)),
    (("A.M.",), ("P.M.",)),
    (("a. m.",), ("p. m.",)),
    (("a.m",), ("p.m",)),
    (("a m",), ("p m",)),
    (("上午", "凌晨", "清晨", "早上"), ("下午", "中午", "晚上")),
    (("午前",), ("午後",)),
    (("오전",), ("오후",)),
    (("ص", "صباحًا", "صباحا"), ("م", "مساءً", "مساء")),
    (("ق.ظ.", "ق.ظ", "قبل‌ازظهر", "قبل از ظهر"), ("ب.ظ.", "ب.ظ", "بعدازظهر", "بعد از ظهر")),
    (("لפנה״צ", "לפנה״צ", 'לפנה"צ'), ("אחה״צ", 'אחה"צ')),
    (("vorm.",), ("nachm.",)),
    (("πμ", "π.μ."), ("μμ", "μ.μ.")),
    (("de.",), ("du.",)),
    (("ÖÖ",), ("ÖS",)),
    (("dop.",), ("odp.",)),
    (("fm",), ("em",)),
    (("f.m.",), ("e.m.",)),
    (("ap.",), ("ip.",)),
    (("SA",), ("CH",)),
    (("PG",), ("PTG",)),
    (("yb",), ("yh",)),
    (("r.n.",), ("i.n.",)),
    (("пр.об.", "преди обяд"), ("сл.об.", "следобед")),
    (("ДП", "дп"), ("ПП", "пп")),
    (("पूर्वाह्न",), ("अपराह्न",)),
    (("ก่อนเที่ยง",), ("หลังเที่ยง",)),
    (("paradite", "PD"), ("pasdite", "MD")),
    (("priekšp.",), ("pēcp.",)),
)

HALF_WORDS = tuple(sorted({word for halves in HALVES for half in halves for word in half}, key=len, reverse=True))

_AROUND_WORDS = ":.h٫ "
_HALF_OF = {
    word.strip(_AROUND_WORDS): half for halves in HALVES for half, words in enumerate(halves, 1) for word in words
}

_numbers = re.compile(r"\d+")
_clock = re.compile(r"(\d{1,9})\D{1,5}(\d{1,9})(?:\D{1,3}(\d{1,9}))?")


def plain(text: str) -> str:
    """Take invisible characters out and make every kind of space an ordinary one, for matching."""
    if not _uneven.search(text):
        return text.strip()
    return _space.sub(" ", _invisible.sub("", text)).strip()


def half_family(word: str) -> tuple[str, ...]:
    """List the words a file that uses `word` may use for either half of the day."""
    for first, second in HALVES:
        if word in first or word in second:
            return first + second
    return (word,)


def date_numbers(text: str) -> tuple[int, int, int] | None:
    """Read the three numbers of a date in file order, or None if no calendar order could make them a date."""
    found = [int(number) for number in _numbers.findall(text)]
    if len(found) != 3:
        return None
    a, b, c = found
    day_month_year = 1 <= a <= 31 and 1 <= b <= 12
    month_day_year = 1 <= a <= 12 and 1 <= b <= 31
    year_first = 1 <= b <= 12 and 1 <= c <= 31
    return (a, b, c) if day_month_year or month_day_year or year_first else None


def time_of_day(text: str) -> tuple[int, bool]:
    """Work out the second of the day, and whether seconds were given; (-1, False) if it is no time of day."""
    match = _clock.search(text)
    if match is None:
        return -1, False
    around = text[: match.start()] + text[match.end() :]
    hour, minute, seconds = int(match[1]), int(match[2]), match[3]
    if around:
        hour = _on_24_hours(hour, _word(around))
    second = int(seconds) if seconds else 0
    if hour > 24 or minute > 59 or second > 60:
        return -1, False
    return hour % 24 * 3600 + minute * 60 + min(second, 59), seconds is not None


@lru_cache(maxsize=1000)
def _word(around: str) -> str:
    return plain(around).strip(_AROUND_WORDS)


def _on_24_hours(hour: int, word: str) -> int:
    half = _HALF_OF.get(word, 0)
    if half == 1:
        return hour % 12 if hour <= 12 else hour
    if half == 2:
        if word == "中午" and hour == 11:
            return 11
        return hour % 12 + 12 if hour <= 12 else hour
    return hour
