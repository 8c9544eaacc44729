"""Saying what was found: the words as they stand, and how they were disguised."""

from collections.abc import Iterable

from kith.engines.guard.folding import folded, squeezed
from kith.engines.guard.matching.hits import Hit

_AROUND = 30
_READ = {
    "codes": "codes undone",
    "tags": "tags taken away",
    "base64": "base64 or hexadecimal undone",
    "figures": "figures read as letters",
    "aloud": "letters spelt out",
    "backwards": "read backwards",
    "rot13": "each letter moved on by thirteen",
}


def shown(text: str, start: int, end: int) -> str:
    """Give the words of a span with a few around them, on one line, cut at whole words."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[first:start], text[end:last]
    if first and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if last < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())


def disguise(found: str, hit: Hit, how_read: str, values: Iterable[str]) -> str:
    """Say how the words found differ from the fact as it is recorded: "exact", or what had to be undone."""
    reasons = [hit.how] if hit.how else []
    reasons += [_READ[how_read]] if how_read else []
    if not reasons:
        reasons = _differences(found, list(values))
    return f"normalised: {', '.join(reasons)}" if reasons else "exact"


def _differences(found: str, values: list[str]) -> list[str]:
    if any(found in value for value in values):
        return []
    if any(found.lower() in value.lower() for value in values):
        return ["case"]
    if set(found) - set("".join(values)) - set(map(chr, range(128))):
        return ["look-alike or unseen characters"]
    if any(folded(found) in folded(value) for value in values):
        return ["punctuation"]
    if any(squeezed(found) in squeezed(value) for value in values):
        return ["spacing"]
    return ["written another way"]
