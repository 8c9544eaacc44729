"""E-mail addresses, vehicle registrations, and anything else that is matched as it stands."""

import re
from collections.abc import Iterator

from kith.engines.guard.folding import Reading, folded, squeezed
from kith.engines.guard.matching.dates import day_hunts, day_in
from kith.engines.guard.matching.hits import Hit, Hunt, is_capital, words_after, words_before
from kith.engines.guard.matching.phones import figure_hunt
from kith.engines.guard.matching.words import HANDLE_WORDS, is_common, word_set
from kith.engines.guard.verdict import Level

_SHORTEST_HANDLE = 5
_MOST_JOINTS = 3
_HALVES = 2
_CAR_WORDS = word_set("reg registration plate plates numberplate ends ending begins beginning starts car van vehicle")


def email_hunts(value: str) -> list[Hunt]:
    """Make the hunts for one e-mail address, also written with "at" and "dot"."""
    name, _, host = value.strip().partition("@")
    box, plus, _ = name.partition("+")
    more = email_hunts(f"{box}@{host}") if plus and box and host else []
    pieces = [[squeezed(piece) for piece in re.split(r"[-._+]", half)] for half in (name, host)]
    joint = "(?:dot|underscore|dash|hyphen|plus|minus)?"
    said = "(?:at)?".join(joint.join(map(re.escape, filter(None, half))) for half in pieces if any(half))
    # Half of all addresses end alike: a piece of the name tells more than the host.
    sign = max(pieces[0], key=len) or max(pieces[1], key=len)
    if not sign:
        return more
    pattern, name_only = re.compile(said), _NameOnly("".join(pieces[0]))

    def find(reading: Reading) -> Iterator[Hit]:
        for match in pattern.finditer(reading.squeezed):
            start, end = reading.spread(*match.span())
            if reading.begins_word(start) and reading.ends_word(end):
                yield Hit(start, end, Level.BLOCK, "whole")
        yield from name_only.find(reading)

    return [*more, Hunt(find, (sign,))]


class _NameOnly:
    """What stands before the @, which people keep elsewhere: sure as a handle or in a link, doubtful otherwise."""

    def __init__(self, bare: str) -> None:
        self.bare = bare
        self.is_telling = len(bare) > _SHORTEST_HANDLE and not is_common(bare)

    def find(self, reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(self.bare) if self.is_telling else ():
            as_written = reading.written[start:end]
            if " " in as_written or "\n" in as_written or len(as_written) > len(self.bare) + _MOST_JOINTS:
                continue
            yield Hit(start, end, _level_of_handle(reading, start, end), "name before the @")


def _level_of_handle(reading: Reading, start: int, end: int) -> Level:
    is_mail = reading.written[end : end + 1] == "@"
    is_handle = reading.written[max(0, start - 1) : start] in ("@", "/", "=")
    is_named = not HANDLE_WORDS.isdisjoint(words_before(reading, start, 5))
    return Level.BLOCK if not is_mail and (is_handle or is_named) else Level.WARN


def vehicle_hunts(value: str) -> list[Hunt]:
    """Make the hunts for one registration mark, spaced in any way; a half of it only warns, beside a word for it."""
    halves = folded(value).split()
    if len(halves) != _HALVES or min(map(len, halves)) < _HALVES + 1:
        return _as_it_stands(value)

    def find_halves(reading: Reading) -> Iterator[Hit]:
        for part, half in zip(("beginning", "ending"), halves, strict=True):
            for start, end in reading.find_words(reading.vocabulary & {half}):
                near = {*words_before(reading, start, 6), *words_after(reading, end, 3)}
                yield Hit(start, end, Level.WARN if near & _CAR_WORDS else Level.ALLOW, part, "half of it")

    return [*_as_it_stands(value), Hunt(find_halves)]


def other_hunts(value: str) -> list[Hunt]:
    """Make the hunts for a fact of no particular kind; one ordinary word counts only with a capital.

    A fact that is one day (a date of birth) is found however the day is written.
    """
    day = day_in(value)
    if day:
        return day_hunts(day)
    figures = squeezed(value)
    return [*_as_it_stands(value), *([figure_hunt(figures)] if figures.isdecimal() and len(figures) > 4 else [])]


def _as_it_stands(value: str) -> list[Hunt]:
    wanted, words = squeezed(value), folded(value).split()
    if not wanted:
        return []
    is_word = len(words) == 1 and is_common(words[0])

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(wanted):
            if not is_word or is_capital(reading, start, end):
                yield Hit(start, end, Level.BLOCK, "whole")

    return [Hunt(find, (wanted,))]
