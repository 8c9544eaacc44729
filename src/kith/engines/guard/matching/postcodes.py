"""United Kingdom postcodes: the unit exactly, or one look-alike character away from it."""

import re
from collections.abc import Iterator

from kith.engines.guard.folding import Reading
from kith.engines.guard.matching.hits import Hit, Hunt
from kith.engines.guard.verdict import Level

POSTCODE = re.compile(r"\b([A-Za-z]{1,2}[0-9][A-Za-z0-9]?)\s*([0-9][A-Za-z]{2})\b")
_OUTWARD = re.compile(r"(?<![a-z0-9])[a-z0-9]{2,4} ?$")
_NEVER_INWARD = frozenset("cikmov")  # letters no unit code ends with, because they are misread
_APART = 60  # letters between the two halves
_ALIKE = ("0oqd", "1il", "2z", "5s", "8b", "6g", "uv", "4a", "c6g")


def postcode_hunts(postcode: str) -> list[Hunt]:
    """Make the hunts for one unit postcode, such as "TB4 7QH".

    A slip into a look-alike blocks where the result is no possible postcode, and warns where it could be another's.

    References:
        Royal Mail, Programmers' Guide to PAF: the shapes of a postcode and the letters its inward half never uses.
    """
    wanted = postcode.lower().replace(" ", "")
    outward, inward = wanted[:-3], wanted[-3:]
    # Each pattern begins with the half that was not mistyped, which is quick to look for.
    with_outward = re.compile(rf"{outward}(?<![a-z0-9]{outward})(?=( ?[a-z0-9]{{3}})(?![a-z0-9]))")
    with_inward = re.compile(rf"{inward}(?![a-z0-9])")

    def find(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find(wanted):
            yield Hit(start, end, Level.BLOCK, "postcode")
        spans = {(match.start(), match.end(1)) for match in with_outward.finditer(reading.text)}
        for match in with_inward.finditer(reading.text):
            before = _OUTWARD.search(reading.text, max(0, match.start() - 5), match.start())
            spans |= {(before.start(), match.end())} if before else set()
        yield from _slips(reading, wanted, spans)

    def find_halves(reading: Reading) -> Iterator[Hit]:
        for start, end in reading.find_words(reading.vocabulary & {inward}):
            before = reading.text.rfind(outward, max(0, start - _APART), start)
            is_word = before >= 0 and reading.text[max(0, before - 1) : before] in ("", " ")
            if is_word and reading.text[before + len(outward)] == " ":
                yield Hit(before, end, Level.BLOCK, "postcode", "its halves apart")
            else:
                yield Hit(start, end, Level.ALLOW, "ending", "the second half of the postcode")
        for start, end in reading.find_words(reading.vocabulary & {outward}):
            yield Hit(start, end, Level.ALLOW, "beginning", "the first half of the postcode")

    return [Hunt(find, (outward, inward)), Hunt(find_halves)]


def _slips(reading: Reading, wanted: str, spans: set[tuple[int, int]]) -> Iterator[Hit]:
    for start, end in sorted(spans):
        seen = reading.text[start:end].replace(" ", "")
        if seen != wanted and _is_one_slip(seen, wanted):
            level = Level.WARN if _is_possible(seen) else Level.BLOCK
            yield Hit(start, end, level, "postcode", "one look-alike character")


def _is_one_slip(seen: str, wanted: str) -> bool:
    if len(seen) != len(wanted):
        return False
    slips = [(one, other) for one, other in zip(seen, wanted, strict=True) if one != other]
    return len(slips) == 1 and any(set(slips[0]) <= set(alike) for alike in _ALIKE)


def _is_possible(seen: str) -> bool:
    return bool(POSTCODE.fullmatch(seen)) and not _NEVER_INWARD & set(seen[-2:])
