"""E-mail addresses, vehicle registrations, and anything else that is matched as it stands."""

import re
from collections.abc import Iterator

from kith.engines.guard.folding import Reading, folded, squeezed
from kith.engines.guard.matching.hits import Hit, Hunt, is_capital
from kith.engines.guard.matching.words import is_common
from kith.engines.guard.verdict import Level


def email_hunts(value: str) -> list[Hunt]:
    """Make the hunts for one e-mail address, also written with "at" and "dot"."""
    name, _, host = value.strip().partition("@")
    pieces = [[squeezed(piece) for piece in re.split(r"[.]", half)] for half in (name, host)]
    said = "(?:at)?".join("(?:dot)?".join(map(re.escape, filter(None, half))) for half in pieces if any(half))
    # Half of all addresses end alike: a piece of the name tells more than the host.
    sign = max(pieces[0], key=len) or max(pieces[1], key=len)
    if not sign:
        return []
    pattern = re.compile(said)

    def find(reading: Reading) -> Iterator[Hit]:
        for match in pattern.finditer(reading.squeezed):
            start, end = reading.spread(*match.span())
            if reading.begins_word(start) and reading.ends_word(end):
                yield Hit(start, end, Level.BLOCK, "whole")

    return [Hunt(find, (sign,))]


def vehicle_hunts(value: str) -> list[Hunt]:
    """Make the hunts for one registration mark, spaced in any way."""
    return _as_it_stands(value)


def other_hunts(value: str) -> list[Hunt]:
    """Make the hunts for a fact of no particular kind; one ordinary word counts only with a capital."""
    return _as_it_stands(value)


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
