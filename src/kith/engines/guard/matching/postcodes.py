"""United Kingdom postcodes: the unit exactly, or one look-alike character away from it."""

import re
from collections.abc import Iterator

from kith.engines.guard.folding import Reading
from kith.engines.guard.matching.hits import Hit, Hunt
from kith.engines.guard.verdict import Level

POSTCODE = re.compile(r"\b([A-Za-z]{1,2}[0-9][A-Za-z0-9]?)\s*([0-9][A-Za-z]{2})\b")
_NEVER_INWARD = frozenset("cikmov")  # letters no unit code ends with, because they are misread
_ALIKE = ("0oqd", "1il", "2z", "5s", "8b", "6g", "uv", "4a", "c6g")


def postcode_hunt(postcode: str) -> Hunt:
    """Make the hunt for one unit postcode, such as "TB4 7QH".

    A slip into a look-alike blocks where the result is no possible postcode, and warns where it could be another's.

    References:
        Royal Mail, Programmers' Guide to PAF: the shapes of a postcode and the letters its inward half never uses.
    """
    wanted = postcode.lower().replace(" ", "")
    return lambda reading: _find(reading, wanted)


def _find(reading: Reading, wanted: str) -> Iterator[Hit]:
    for start, end in reading.find(wanted):
        yield Hit(start, end, Level.BLOCK, "postcode")
    # Only where the half that was not mistyped stands can a slip of one character be.
    if wanted[:-3] in reading.text or wanted[-3:] in reading.text:
        yield from _find_slips(reading, wanted)


def _find_slips(reading: Reading, wanted: str) -> Iterator[Hit]:
    shape = re.compile(rf"(?<![a-z0-9])(?:{wanted[:-3]} ?[a-z0-9]{{3}}|[a-z0-9]{{2,4}} ?{wanted[-3:]})(?![a-z0-9])")
    for match in shape.finditer(reading.text):
        seen = match[0].replace(" ", "")
        if seen != wanted and _is_one_slip(seen, wanted):
            level = Level.WARN if _is_possible(seen) else Level.BLOCK
            yield Hit(match.start(), match.end(), level, "postcode", "one look-alike character")


def _is_one_slip(seen: str, wanted: str) -> bool:
    if len(seen) != len(wanted):
        return False
    slips = [(one, other) for one, other in zip(seen, wanted, strict=True) if one != other]
    return len(slips) == 1 and any(set(slips[0]) <= set(alike) for alike in _ALIKE)


def _is_possible(seen: str) -> bool:
    return bool(POSTCODE.fullmatch(seen)) and not _NEVER_INWARD & set(seen[-2:])
