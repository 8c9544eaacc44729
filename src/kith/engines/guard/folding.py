"""Folding: several plain readings of one text, each able to point back at the characters it came from.

A reading keeps its length wherever it can (one character in, one out), so that a place in it is a place in the
original; only where something grows or shrinks (an entity, a tag, a ligature) is an edit remembered.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

from kith.engines.guard.lookalikes import fold_character
from kith.engines.guard.matching.numbers import SPOKEN, as_digits, spoken_stretches

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)[^<>]{0,4000}>|<![^<>]{0,2000}>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ESCAPE = re.compile(r"\\\\?(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2}))")
_EQUALS = re.compile(r"(?:=[0-9A-F]{2})+|=\r?\n")
_IS_QUOTED = re.compile(r"=(?:20|3D|0[9AD]|C[2-9A-F]|D[0-9A-F]|E[0-9A-F]|\r?\n)")
_BREAKING_TAG = re.compile(
    "address|article|aside|blockquote|br|dd|div|dl|dt|footer|form|h[1-6]|head|header|hr|li|main|nav|ol|option|p|pre|"
    "script|section|style|table|td|th|title|tr|ul",
    re.IGNORECASE,
)
_WORD = re.compile("[^ ]+")
_SEAM = 64  # letters on either side of a place that was rewritten
_WINDOW = 200  # letters of `text` on either side of one, for numbers spelt out
_NEAR = 48  # letters of `text` on either side of one, for its words
_FEW = 8  # words, each looked for by itself; more are looked for together
_LONG = 4  # letters of a word that may have a slip in it
_PAGE = 4096  # characters of a text whose words are looked up together


class _Folds(dict[int, str]):
    """The fold of every character met so far."""

    def __missing__(self, code: int) -> str:
        self[code] = fold_character(chr(code))
        return self[code]


_FOLDS = _Folds()


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

    def follow(self, text: str) -> str:
        """Rewrite another text of the same length in the same places, with a space for each character put in."""
        sizes = [end - new for new, end in pairwise([*self.new, self.new[-1] + len(text) - self.old[-1]])]
        stretches = zip(self.old, sizes, self.is_edit, strict=True)
        return "".join(" " * size if edit else text[old : old + size] for old, size, edit in stretches)


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
    `text` wherever nothing grew; `how` names what had to be undone to get here ("" for nothing). `plain` is the
    reading from which this one differs only where its one trail says so, if there is one: then much is known already.
    """

    text: str

    def __init__(
        self,
        original: str,
        written: str,
        trails: tuple[Trail, ...] = (),
        how: str = "",
        plain: "Reading | None" = None,
    ) -> None:
        self.original = original
        self.how = how
        self.text, self.written, grown = (trails[0].follow(plain.text), written, None) if plain else _fold(written)
        self._plain = plain
        self._trails = (*trails, grown) if grown else trails
        self._borne: dict[str, bool] = {}
        self._words: dict[int, tuple[list[int], list[int]]] = {}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words of `text`; beside a plain reading, those near a place rewritten, cut or whole."""
        if not self._plain:
            return frozenset(self.text.split())
        places = self._trails[0].new
        return frozenset(word for at in places for word in self.text[max(0, at - _NEAR) : at + _NEAR].split())

    @cached_property
    def _alike(self) -> dict[str, list[str]]:
        """The words of letters of some length, by how they begin and by how they end."""
        alike: dict[str, list[str]] = {}
        for word in self.vocabulary:
            if len(word) >= _LONG and word.isalpha():
                alike.setdefault(word[:3], []).append(word)
                alike.setdefault(f"-{word[-3:]}", []).append(word)
        return alike

    def words_like(self, word: str) -> set[str]:
        """Give the words met that begin or end as this one does: one slip always leaves one of the two."""
        return {*self._alike.get(word[:3], ()), *self._alike.get(f"-{word[-3:]}", ())}

    def find_words(self, words: AbstractSet[str]) -> Iterator[tuple[int, int]]:
        """Find folded words that stand between spaces; yields spans of `text`, in order."""
        if len(words) > _FEW:
            spans = [word.span() for word in _WORD.finditer(self.text) if word[0] in words]
        else:
            spans = sorted(span for word in words for span in self._find_word(word))
        yield from spans

    def _find_word(self, word: str) -> Iterator[tuple[int, int]]:
        at = self.text.find(word)
        while at >= 0:
            end = at + len(word)
            if self.text[max(0, at - 1) : at] in ("", " ") and self.text[end : end + 1] in ("", " "):
                yield at, end
            at = self.text.find(word, end)

    @cached_property
    def squeezed(self) -> str:
        """The letters and digits alone, in order."""
        return self.text.replace(" ", "")

    @cached_property
    def squeezed_as_digits(self) -> str:
        """The squeezed text with the letters that stand in for digits read as digits: o as 0, l and i as 1."""
        return self.squeezed.replace("o", "0").replace("l", "1").replace("i", "1")

    @cached_property
    def spoken(self) -> "list[tuple[int, Reading, Trail]]":
        """The stretches with a number spelt out: where each begins, its number words as digits, and the trail back."""
        stretches = []
        for start, end in self._spoken_near_seams() if self._plain else spoken_stretches(self.text):
            said, trail = rewrite(self.text[start:end], SPOKEN, as_digits)
            stretches.append((start, Reading(said, said), trail))
        return stretches

    def _spoken_near_seams(self) -> list[tuple[int, int]]:
        """Find spoken numbers where something was rewritten; elsewhere they are those of the plain reading."""
        found = []
        for begin, end in self._windows():
            for start, stop in spoken_stretches(self.text[begin:end]):
                if (start == 0 and begin) or (begin + stop == end and end < len(self.text)):
                    return list(spoken_stretches(self.text))
                found.append((begin + start, begin + stop))
        return found

    @cached_property
    def fresh(self) -> str:
        """What of `written` a plain reading did not show already: all of it, or the stretches that were rewritten."""
        if not self._plain:
            return self.written
        return "\n".join(self.written[start:end] for start, end in self._windows())

    def _windows(self) -> list[tuple[int, int]]:
        """Give the stretches of whole words around every place that was rewritten, none of which touch."""
        windows: list[tuple[int, int]] = []
        for at in self._trails[0].new:
            start = self.text.find(" ", max(0, at - _WINDOW)) if at > _WINDOW else 0
            end = self.text.find(" ", at + _WINDOW)
            last = end if end >= 0 else len(self.text)
            if windows and start <= windows[-1][1]:
                start = windows.pop()[0]
            windows.append((start, last))
        return windows

    def bears(self, sign: str) -> bool:
        """Tell whether squeezed letters stand anywhere in this reading, in whole words or not; remembered."""
        if sign not in self._borne:
            # What the plain reading does not bear can only stand across a place that was rewritten.
            is_new = self._plain and len(sign) <= _SEAM and not self._plain.bears(sign)
            self._borne[sign] = sign in (self._seams if is_new else self.squeezed)
        return self._borne[sign]

    def bears_as_digits(self, number: str) -> bool:
        """Tell whether figures stand in this reading once the letters that stand in for them are read as figures."""
        if not self._plain or len(number) > _SEAM:
            return number in self.squeezed_as_digits
        return number in self._seams_as_digits or self._plain.bears_as_digits(number)

    @cached_property
    def _seams_as_digits(self) -> str:
        return self._seams.replace("o", "0").replace("l", "1").replace("i", "1")

    @cached_property
    def _seams(self) -> str:
        """The letters on both sides of every place that was rewritten, a gap between one place and the next."""
        letters, spans = 0, [(0, 0)]
        for start, end in pairwise(self._trails[0].new):
            letters += end - start - self.text.count(" ", start, end)
            is_next = letters - _SEAM > spans[-1][1]
            spans.append((letters - _SEAM if is_next else spans.pop()[0], letters + _SEAM))
        return " ".join(self.squeezed[first:last] for first, last in spans)

    @cached_property
    def _pages(self) -> list[int]:
        """How many letters stand before each page of the text."""
        letters, before = 0, []
        for start in range(0, len(self.text), _PAGE):
            before.append(letters)
            letters += min(_PAGE, len(self.text) - start) - self.text.count(" ", start, start + _PAGE)
        return before

    def _words_on(self, page: int) -> tuple[list[int], list[int]]:
        """Give where the words of one page begin, in `text` and in `squeezed`; kept, for hits come in clusters."""
        if page not in self._words:
            in_text, in_squeezed, at = [], [], self._pages[page]
            for word in _WORD.finditer(self.text, page * _PAGE, (page + 1) * _PAGE):
                in_text.append(word.start())
                in_squeezed.append(at)
                at += word.end() - word.start()
            self._words[page] = in_text, in_squeezed
        return self._words[page]

    def place(self, at: int) -> int:
        """Give the place in `text` of the character at this place in `squeezed`."""
        in_text, in_squeezed = self._words_on(bisect_right(self._pages, at) - 1)
        word = bisect_right(in_squeezed, at) - 1
        return in_text[word] + at - in_squeezed[word]

    def squeezed_place(self, at: int) -> int:
        """Give the place in `squeezed` of the letter at this place in `text`."""
        in_text, in_squeezed = self._words_on(at // _PAGE)
        word = bisect_right(in_text, at) - 1
        return in_squeezed[word] + at - in_text[word]

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

    def again(self, written: str, trail: "Trail | None", how: str) -> "Reading":
        """Give the reading of what this one becomes when something more is undone; `trail` leads back to `written`."""
        return Reading(self.original, written, (*self._trails, trail) if trail else self._trails, how)

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
    as_written = Reading(text, text)
    yield as_written
    plain, trails = _decoded(text)
    if plain != text:
        yield Reading(text, plain, trails, "codes")
    if "=" in text and _IS_QUOTED.search(text):
        unquoted, first = rewrite(text, _EQUALS, _equals)
        plain, trails = _decoded(unquoted)
        yield Reading(text, plain, (first, *trails), "codes")
    untagged, trail = rewrite(text, _TAG, _tag_space) if "<" in text else (text, Trail())
    if untagged != text:
        bare, more = _decoded(untagged)
        # Where nothing grew, the folded text without its tags is the folded text with the same places taken out.
        same = bare == untagged and len(as_written.text) == len(text)
        yield Reading(text, bare, (trail, *more), "tags", as_written if same else None)


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
        for sign, pattern, undo in (("&", _ENTITY, _entity), ("%", _PERCENT, _percent), ("\\", _ESCAPE, _escape)):
            if sign in text:
                text, trail = rewrite(text, pattern, undo)
                trails.append(trail)
        if text == before:
            break
    return text, tuple(trails)


def _entity(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _percent(match: re.Match[str]) -> str:
    return _percent_of(match[0].replace("%", ""))


def _escape(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else " "


def _equals(match: re.Match[str]) -> str:
    return "" if match[0].isspace() or "\n" in match[0] else _percent_of(match[0].replace("=", ""))


def _percent_of(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-8", "replace")


def _tag_space(match: re.Match[str]) -> str:
    return " " if _BREAKING_TAG.fullmatch(match[1] or "") else ""


def _fold(written: str) -> tuple[str, str, Trail | None]:
    """Fold each character; gives the folded text, the unfolded text beside it, and a trail if any grew."""
    text = written.translate(_FOLDS)
    if len(text) == len(written):
        return text, written, None
    growing = [re.escape(character) for character in set(written) if len(_FOLDS[ord(character)]) > 1]
    longer, trail = rewrite(written, re.compile("|".join(growing)), lambda match: _FOLDS[ord(match[0])])
    return longer.translate(_FOLDS), longer, trail
