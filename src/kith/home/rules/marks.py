"""Which letters of a text to mark as what was looked for, and which part of a long text to show."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.home.rules.asked import Term
from kith.home.rules.folding import fold_with_places, words_in

_MARKED_LETTERS = 20_000
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters of a text, plain or marked. The page escapes them."""

    text: str
    is_marked: bool = False


def pieces(text: str, terms: Sequence[Term]) -> list[Piece]:
    """Cut a text where marks begin and end; together the pieces are the text, whole."""
    found: list[Piece] = []
    last = 0
    for start, end in _spans(text, terms):
        found += [Piece(text[last:start])] if start > last else []
        found.append(Piece(text[start:end], is_marked=True))
        last = end
    return [*found, Piece(text[last:])] if last < len(text) else found


def excerpt(text: str, terms: Sequence[Term], letters: int) -> str:
    """Give the part of a long text around the first thing looked for, with "…" where it was cut."""
    if len(text) <= letters:
        return text
    first = next(iter(_spans(text, terms)), (0, 0))[0]
    start = max(0, min(first - letters // 3, len(text) - letters))
    if start > 0:
        start = text.find(" ", start, first) + 1 or start
    end = start + letters
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _spans(text: str, terms: Sequence[Term]) -> list[Span]:
    """Find where the terms stand in a text, in order and apart from each other."""
    if not terms:
        return []
    folded, places = fold_with_places(text[:_MARKED_LETTERS])
    words = words_in(folded)
    found = [
        (places[words[at][1]], places[words[at + len(run) - 1][2] - 1] + 1)
        for term in terms
        for run in term.patterns
        for at in range(len(words) - len(run) + 1)
        if _stands(run, term.begins, words[at : at + len(run)])
    ]
    return _apart(sorted(found))


def _stands(run: Sequence[str], begins: bool, words: Sequence[tuple[str, int, int]]) -> bool:
    last, found = run[-1], words[-1][0]
    if not (found.startswith(last) if begins else found == last):
        return False
    return all(asked == word[0] for asked, word in zip(run[:-1], words[:-1], strict=True))


def _apart(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
