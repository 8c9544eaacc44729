"""Mosaic: pieces of one fact, each harmless or doubtful by itself, that tell it together."""

from collections.abc import Iterable
from dataclasses import replace

from kith.engines.guard.verdict import Earlier, Finding, Level

#: Pieces that tell nothing alone, and so much as the other half once that was told.
_HALVES = frozenset({"beginning", "ending"})
_TOGETHER = frozenset(
    map(
        frozenset,
        (
            ("beginning", "ending"),
            ("street", "town"),
            ("house name", "town"),
            ("house name", "street"),
            ("first name", "surname"),
        ),
    )
)


def is_same_side(one: str, other: str) -> bool:
    """Tell whether two readers are one, or one and their lawyer: what the one holds, so does the other."""
    return _side(one) == _side(other)


def _side(reader: str) -> str:
    return " ".join(reader.split()).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").partition("'s ")[0]


def put_together(findings: Iterable[Finding], told: Iterable[Earlier]) -> list[Finding]:
    """Block on a doubtful piece of a fact when its reader has another: from before, or from this same message."""
    found = list(findings)
    held: dict[str, set[str]] = {}
    for piece in told:
        held.setdefault(piece.fact, set()).add(piece.part)
    sure = {finding.fact for finding in found if finding.level is Level.BLOCK}
    here: dict[str, set[str]] = {fact: set() for fact in sure}
    for finding in found:
        if finding.fact not in sure:
            here.setdefault(finding.fact, set()).add(finding.part)
    return [_weighed(finding, held.get(finding.fact, set()), here[finding.fact]) for finding in found]


def _weighed(finding: Finding, held: set[str], here: set[str]) -> Finding:
    if finding.level is Level.BLOCK or (finding.level is Level.ALLOW and finding.part not in _HALVES):
        return finding
    if held - {finding.part}:
        how = f"{finding.disguise}; with what they were told before"
    elif any(frozenset((finding.part, other)) in _TOGETHER for other in here):
        how = f"{finding.disguise}; with what else is said here"
    else:
        return finding
    return replace(finding, level=Level.BLOCK, disguise=how)
