"""Telephone numbers: the same digits however they are dressed, and never digits that differ by one."""

import re
from collections.abc import Iterator, Sequence

from kith.engines.guard.folding import Reading, Trail, squeezed
from kith.engines.guard.matching.hits import Hit, Hunt
from kith.engines.guard.verdict import Level

_HOME = "44"
_OTHER_COUNTRY = re.compile(r"(?:\+|\b00)[ ]?(?!44)\d{1,3}[ ().-]*$")
_DRESSES = ("00440", "0044", "440", "44", "0", "")
_FOREIGN_DRESSES = ("00", "")
_CHAIN = re.compile(r"[0-9 ().+-]*")
_NEXT_DIGITS = re.compile(r"([a-z ]{0,30}?)([0-9]+)(?![0-9])")
_ANY_DIGIT = re.compile(" *[0-9]")
_GROUPS = re.compile("[0-9]{2,4}(?: [0-9]{2,4}){1,3}(?![0-9])")
_LANDLINES = "12"  # how geographic numbers begin, after the 0
_SHORT = 8


def phone_hunts(value: str) -> list[Hunt]:
    """Make the hunts for one number, given in national or international form.

    References:
        Ofcom's National Telephone Numbering Plan for the forms; numbers without + or 00 are taken as of +44.
    """
    number = national_number(value)
    if len(number) < 5:
        return []
    dresses = _FOREIGN_DRESSES if _is_foreign(value) else _DRESSES
    at_home = number[-9:]
    return [
        *([Hunt(lambda reading: _find_digits(reading, at_home, ("0", "")), (at_home,))] if _is_foreign(value) else []),
        Hunt(lambda reading: _find_digits(reading, number, dresses), (number,)),
        Hunt(lambda reading: _find_letters(reading, number, dresses)),
        Hunt(lambda reading: _find_spoken(reading, number, dresses)),
        Hunt(lambda reading: _find_ending(reading, number), (number[-6:],)),
        *([_pieces_hunt(number)] if len(number) > _SHORT and not _is_foreign(value) else []),
    ]


def figure_hunt(number: str) -> Hunt:
    """Make the hunt for any other number of many figures, said aloud."""
    return Hunt(lambda reading: _find_spoken(reading, number, ("",)))


def national_number(value: str) -> str:
    """Take the digits after the country code and the trunk 0; a foreign number keeps its country code."""
    digits = _digits(value)
    if not _is_international(value):
        return digits.removeprefix("0")
    return digits if _is_foreign(value) else digits.removeprefix(_HOME).removeprefix("0")


def _digits(value: str) -> str:
    """Take the digits, without the 00 that dials out of a country."""
    digits = "".join(character for character in squeezed(value) if character.isdecimal())
    return digits.removeprefix("00")


def _is_international(value: str) -> bool:
    digits = squeezed(value)
    return "+" in value or digits.startswith("00") or (digits.startswith(_HOME) and len(digits) == 12)


def _is_foreign(value: str) -> bool:
    return _is_international(value) and not _digits(value).startswith(_HOME)


def _find_digits(reading: Reading, number: str, dresses: Sequence[str]) -> Iterator[Hit]:
    for start, end in _dressed(reading, reading.squeezed, number, dresses):
        yield Hit(start, end, Level.BLOCK, "whole")


def _find_letters(reading: Reading, number: str, dresses: Sequence[str]) -> Iterator[Hit]:
    if not reading.bears_as_digits(number):
        return
    for start, end in _dressed(reading, reading.squeezed_as_digits, number, dresses):
        if not reading.text[start:end].replace(" ", "").isdigit():
            yield Hit(start, end, Level.BLOCK, "whole", "letters for digits")


def _find_spoken(reading: Reading, number: str, dresses: Sequence[str]) -> Iterator[Hit]:
    for begin, said, trail in reading.spoken:
        for start, end in _dressed(said, said.squeezed, number, dresses):
            if _has_words(trail, start, end):
                first, last = trail.span(start, end)
                yield Hit(begin + first, begin + last, Level.BLOCK, "whole", "number words")


def _has_words(trail: Trail, start: int, end: int) -> bool:
    return any(edit and start <= new < end for new, edit in zip(trail.new, trail.is_edit, strict=True))


def _dressed(reading: Reading, text: str, number: str, dresses: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find the number with a proper beginning (nothing, 0, 44, 0044 ...) and no digit running on after it."""
    at = text.find(number)
    while at >= 0:
        begin = _beginning(reading, text, at, dresses)
        if begin is not None and _runs_out(reading, text, at + len(number)):
            yield reading.spread(begin, at + len(number))
        at = text.find(number, at + 1)


def _beginning(reading: Reading, text: str, at: int, dresses: Sequence[str]) -> int | None:
    for dress in dresses:
        start = at - len(dress)
        if start < 0 or text[start:at] != dress:
            continue
        if start == 0 or not text[start - 1].isdigit():
            return start
        # A bare number after other digits is the end of a longer one; after "0" or "44" a gap is enough.
        if dress and reading.begins_word(reading.place(start)) and not _is_abroad(reading, start):
            return start
    return None


def _is_abroad(reading: Reading, start: int) -> bool:
    place = reading.place(start)
    return bool(_OTHER_COUNTRY.search(reading.written[max(0, place - 12) : place]))


def _runs_out(reading: Reading, text: str, end: int) -> bool:
    return end >= len(text) or not text[end].isdigit() or reading.begins_word(reading.place(end))


def _pieces_hunt(number: str) -> Hunt:
    """Make the hunt for the number in pieces with words between, and for its first or last part alone."""
    begins = frozenset(f"{dress}{number[:size]}" for dress in ("0", "44", "0044") for size in range(2, len(number)))
    endings = frozenset(number[-size:] for size in range(3, 6))
    locals_ = frozenset(number[-size:] for size in (6, 7, 8))
    heads = frozenset(local[:size] for local in locals_ for size in (3, 4) if number[0] in _LANDLINES)

    def find(reading: Reading) -> Iterator[Hit]:
        for start, _ in reading.find_words(reading.vocabulary & begins):
            dress = next(dress for dress in ("0044", "44", "0") if reading.text.startswith(dress, start))
            yield from _follow(reading, start, start + len(dress), number)
        for start, _ in reading.find_words(reading.vocabulary & heads):
            local = _GROUPS.match(reading.text, start)
            if local and local[0].replace(" ", "") in locals_ and not _is_in_other_number(reading, *local.span()):
                yield Hit(*local.span(), Level.WARN, "ending", "its last digits")
        for start, end in reading.find_words(reading.vocabulary & endings):
            if not _is_in_other_number(reading, start, end):
                yield Hit(start, end, Level.ALLOW, "ending", "its last digits")

    return Hunt(find)


def _follow(reading: Reading, start: int, at: int, number: str) -> Iterator[Hit]:
    """Follow the number over gaps of a few words, for as long as the digits are its own."""
    digits, end, has_words = "", at, False
    while match := _NEXT_DIGITS.match(reading.text, at):
        if not number.startswith(digits + match[2]) or "&" in reading.written[at : match.end()]:
            break
        has_words = has_words or bool(match[1].strip())
        digits, at, end = digits + match[2], match.end(), match.end()
    if digits == number:
        if has_words:
            yield Hit(start, end, Level.BLOCK, "whole", "in pieces")
    elif len(digits) > 3 and not _ANY_DIGIT.match(reading.text, end):
        yield Hit(start, end, Level.ALLOW, "beginning", "its first digits")


def _find_ending(reading: Reading, number: str) -> Iterator[Hit]:
    """Find the last six digits alone: a local number, or a reference that happens to hold them. A person decides."""
    ending = number[-6:]
    at = reading.text.find(ending) if len(number) > _SHORT else -1
    while at >= 0:
        end, start = at + len(ending), _back_over(reading.text, at, number)
        alone = not reading.text[max(0, start - 1) : start].isdigit() and not reading.text[end : end + 1].isdigit()
        if alone and not _is_in_other_number(reading, start, end):
            yield Hit(start, end, Level.WARN, "ending", "its last digits")
        at = reading.text.find(ending, end)


def _back_over(text: str, at: int, number: str) -> int:
    """Go back from the last six digits over one or two more of the number's own: a local number has up to eight."""
    for before in reversed(number[-8:-6]):
        if text[max(0, at - 1) : at] != before:
            break
        at -= 1
    return at


def _is_in_other_number(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the digits belong to a full telephone number, which is then ours already or somebody else's."""
    before = _CHAIN.match(reading.written[max(0, start - 16) : start][::-1])
    after = _CHAIN.match(reading.written[end : end + 16])
    chain = f"{before[0][::-1] if before else ''}{reading.written[start:end]}{after[0] if after else ''}"
    return sum(character.isdigit() for character in chain) >= 10
