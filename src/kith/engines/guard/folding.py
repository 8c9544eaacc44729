"""Folding: several plain readings of one text, each able to point back at the characters it came from.

A reading keeps its length wherever it can (one character in, one out), so that a place in it is a place in the
original; only where something grows or shrinks (an entity, a tag, a ligature) is an edit remembered.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property

from kith.engines.guard.lookalikes import fold_character
from kith.engines.guard.matching.numbers import IS_SPOKEN, NUMBER_SIGNS, SPOKEN, as_digits

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)[^<>]{0,4000}>|<![^<>]{0,2000}>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_BREAKING_TAG = re.compile(
    "address|article|aside|blockquote|br|dd|div|dl|dt|footer|form|h[1-6]|head|header|hr|li|main|nav|ol|option|p|pre|"
    "script|section|style|table|td|th|title|tr|ul",
    re.IGNORECASE,
)
_ASCII = {code: fold_character(chr(code)) for code in range(128)}


class Trail:
    """Where each place of a rewritten text was before it was rewritten."""

    def __init__(self) -> None:
        self.new: list[int] = [0]
        self.old: list[int] = [0]
        self.is_edit: list[bool] = [False]

    def add(self, new_at: int, old_at: int, *, is_edit: bool) -> None:
        """Begin a stretch: an edit, all of which came from one place, or text carried over unchanged."""
        self.new.append(new_at)
        self.old.append(old_at)
        self.is_edit.append(is_edit)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the old span that the new span start:end came from."""
        first = bisect_right(self.new, start) - 1
        last = bisect_right(self.new, max(start, end - 1)) - 1
        begin = self.old[first] if self.is_edit[first] else self.old[first] + start - self.new[first]
        if self.is_edit[last] and last + 1 < len(self.old):
            return begin, self.old[last + 1]
        return begin, self.old[last] + end - self.new[last]


def rewrite(text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> tuple[str, Trail]:
    """Replace every match of a pattern, remembering where all of it came from."""
    trail, pieces, new_at, old_at = Trail(), [], 0, 0
    for match in pattern.finditer(text):
        put = replace(match)
        pieces += [text[old_at : match.start()], put]
        new_at += match.start() - old_at
        if put:
            trail.add(new_at, match.start(), is_edit=True)
        new_at, old_at = new_at + len(put), match.end()
        trail.add(new_at, old_at, is_edit=False)
    pieces.append(text[old_at:])
    return "".join(pieces), trail


class Reading:
    """One folded reading of a text: small letters, digits, and a space for all else.

    `text` is folded; `squeezed` is the same without spaces; `written` is the text before folding, same length as
    `text` wherever nothing grew; `how` names what had to be undone to get here ("" for nothing).
    """

    def __init__(self, original: str, written: str, trails: tuple[Trail, ...] = (), how: str = "") -> None:
        self.original = original
        self.how = how
        self.text, self.written, grown = _fold(written)
        self._trails = (*trails, grown) if grown else trails

    @cached_property
    def squeezed(self) -> str:
        """The letters and digits alone, in order."""
        return self.text.replace(" ", "")

    @cached_property
    def squeezed_as_digits(self) -> str:
        """The squeezed text with the letters that stand in for digits read as digits: o as 0, l and i as 1."""
        return self.squeezed.replace("o", "0").replace("l", "1").replace("i", "1")

    @cached_property
    def spoken(self) -> "tuple[Reading, Trail] | None":
        """This reading with number words as digits, and its trail back; None where no number is spelt out."""
        if not any(word in self.text for word in NUMBER_SIGNS) or not IS_SPOKEN.search(self.text):
            return None
        said, trail = rewrite(self.text, SPOKEN, as_digits)
        return Reading(said, said), trail

    @cached_property
    def _runs(self) -> tuple[list[int], list[int]]:
        in_text, in_squeezed, at = [], [], 0
        for run in re.finditer("[^ ]+", self.text):
            in_text.append(run.start())
            in_squeezed.append(at)
            at += run.end() - run.start()
        return in_text, in_squeezed

    def place(self, at: int) -> int:
        """Give the place in `text` of the character at this place in `squeezed`."""
        in_text, in_squeezed = self._runs
        run = bisect_right(in_squeezed, at) - 1
        return in_text[run] + at - in_squeezed[run]

    def squeezed_place(self, at: int) -> int:
        """Give the place in `squeezed` of the letter at this place in `text`."""
        in_text, in_squeezed = self._runs
        run = bisect_right(in_text, at) - 1
        return in_squeezed[run] + at - in_text[run]

    def spread(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in `text` of a span of `squeezed`."""
        return self.place(start), self.place(end - 1) + 1

    def begins_word(self, at: int) -> bool:
        """Tell whether a word begins at this place of `text`: after a space, at a capital, between letter and digit."""
        if at == 0 or self.text[at - 1] == " ":
            return True
        before, here = self.written[at - 1], self.written[at]
        return (here.isupper() and before.islower()) or here.isdigit() != before.isdigit()

    def ends_word(self, end: int) -> bool:
        """Tell whether a word ends just before this place of `text`."""
        return end >= len(self.text) or self.text[end] == " " or self.begins_word(end)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original text that this span of `text` came from."""
        for trail in reversed(self._trails):
            start, end = trail.span(start, end)
        return start, end

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Find squeezed words that stand as whole words, in order; yields spans of `text`."""
        at = self.squeezed.find(words)
        while at >= 0:
            start, end = self.spread(at, at + len(words))
            if self.begins_word(start) and self.ends_word(end):
                yield start, end
            at = self.squeezed.find(words, at + 1)


def readings(text: str) -> Iterator[Reading]:
    """Give every reading of a text that differs: as written, with codes undone, with tags taken away as well.

    All are needed: in a plain message `<41 High Road>` is words, in a web page it is a tag nobody sees.
    """
    text = text.replace("\0", " ")
    yield Reading(text, text)
    plain, trails = _decoded(text)
    if plain != text:
        yield Reading(text, plain, trails, "codes")
    untagged, trail = rewrite(text, _TAG, _tag_space) if "<" in text else (text, Trail())
    if untagged != text:
        bare, more = _decoded(untagged)
        yield Reading(text, bare, (trail, *more), "tags")


def folded(words: str) -> str:
    """Fold some words the way a text is folded, with single spaces between them."""
    return " ".join(_fold(words)[0].split())


def squeezed(words: str) -> str:
    """Fold some words and take out the spaces."""
    return _fold(words)[0].replace(" ", "")


def _decoded(text: str) -> tuple[str, tuple[Trail, ...]]:
    """Undo entities and percent signs, up to three layers of them."""
    trails: list[Trail] = []
    for _ in range(3):
        before = text
        for sign, pattern, undo in (("&", _ENTITY, _entity), ("%", _PERCENT, _percent)):
            if sign in text:
                text, trail = rewrite(text, pattern, undo)
                trails.append(trail)
        if text == before:
            break
    return text, tuple(trails)


def _entity(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _percent(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")


def _tag_space(match: re.Match[str]) -> str:
    return " " if _BREAKING_TAG.fullmatch(match[1] or "") else ""


def _fold(written: str) -> tuple[str, str, Trail | None]:
    """Fold each character; gives the folded text, the unfolded text beside it, and a trail if any grew."""
    if written.isascii():
        return written.translate(_ASCII), written, None
    folds = {ord(character): fold_character(character) for character in set(written)}
    growing = [re.escape(chr(code)) for code, fold in folds.items() if len(fold) > 1]
    if not growing:
        return written.translate(folds), written, None
    longer, trail = rewrite(written, re.compile("|".join(growing)), lambda match: folds[ord(match[0])])
    return longer.translate(folds), longer, trail
