"""When each line of a retelling is told, said by the choices: "if A and D, or if B". For paper, where nothing computes.

A line's trails are covered, largest first, by groups of up to three choices that lead nowhere else; what such groups do
not cover is named by its whole trails. Where it is shorter to say when the line is left out, that is said.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import combinations, pairwise

from kith.engines.dilemmas.graph import Trail

#: Choices that were all made.
Term = tuple[str, ...]
_MOST_IN_A_TERM = 3


@dataclass(frozen=True, slots=True)
class When:
    """A line, and when it is told: where all choices of any term were made (with `is_unless`: unless they were).

    Without terms it is told always.
    """

    words: str
    terms: tuple[Term, ...] = ()
    is_unless: bool = False


def lines_told(trails: Sequence[Trail], knot: int) -> tuple[When, ...]:
    """Give every line that a knot may say, in the order in which it says them, each with when.

    Args:
        knot: which of `KNOTS`, from 0.
    """
    told = [trail.told[knot] for trail in trails]
    made = {key: _mask(key in trail.keys for trail in trails) for trail in trails for key in trail.keys}
    terms = _terms(made)
    ways = [tuple(dict.fromkeys(trail.keys)) for trail in trails]
    everyone = (1 << len(trails)) - 1
    return tuple(
        _when(line, _mask(line in lines for lines in told), everyone, lambda mask: _cover(mask, terms, ways))
        for line in in_order(told)
    )


def _when(words: str, told: int, everyone: int, cover: Callable[[int], tuple[Term, ...]]) -> When:
    """Say when a line is told, the shorter of the two ways."""
    if told == everyone:
        return When(words)
    when, unless = cover(told), cover(everyone & ~told)
    return When(words, unless, is_unless=True) if _length(unless) < _length(when) else When(words, when)


def _length(terms: tuple[Term, ...]) -> int:
    return sum(len(term) + 1 for term in terms)


def in_order(told: Sequence[Sequence[str]]) -> list[str]:
    """Put all lines into one order that agrees with each telling; each line once.

    Where a story says the same line in two places there may be no such order: then they stand as they are first told.
    """
    after: dict[str, list[str]] = {line: [] for lines in told for line in lines}
    for lines in dict.fromkeys(map(tuple, told)):
        for before, line in pairwise(lines):
            if before not in after[line] and before != line:
                after[line].append(before)
    try:
        return list(TopologicalSorter(after).static_order())
    except CycleError:
        return list(after)


def _mask(bits: Iterable[bool]) -> int:
    return sum(1 << place for place, bit in enumerate(bits) if bit)


def _terms(made: dict[str, int]) -> list[tuple[int, Term]]:
    """List every group of choices that some trail makes, with its trails; the smaller groups first."""
    found = []
    for many in range(1, _MOST_IN_A_TERM + 1):
        for keys in combinations(made, many):
            mask = made[keys[0]]
            for key in keys[1:]:
                mask &= made[key]
            if mask:
                found.append((mask, keys))
    return found


def _cover(wanted: int, terms: Sequence[tuple[int, Term]], ways: Sequence[Term]) -> tuple[Term, ...]:
    pure = [(mask, term) for mask, term in terms if not mask & ~wanted]
    left, chosen = wanted, []
    while left and pure:
        mask, term = max(pure, key=lambda each: (each[0] & left).bit_count())  # of equals the first: the smallest
        if not mask & left:
            break
        chosen.append(term)
        left &= ~mask
    chosen += dict.fromkeys(way for place, way in enumerate(ways) if left >> place & 1)
    return tuple(chosen)
