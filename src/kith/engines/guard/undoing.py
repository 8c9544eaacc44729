"""Undoing what hides words: codes, figures for letters, letters said aloud, words turned round.

Each gives a further `Reading`, as short as what was hidden allows, and only where the text has a clue for it: words of
the facts themselves, looked for in every disguise among the different words of the text.
"""

import base64
import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kith.engines.guard.facts import Fact, Kind
from kith.engines.guard.folding import Reading, Trail, folded, squeezed
from kith.engines.guard.matching.alphabets import LETTER_WORDS, spelt_out
from kith.engines.guard.matching.numbers import NUMBER_WORDS

_FIGURES = str.maketrans("oilzeasgbt!|$@€9", "0112345687115436")
_FIGURED = re.compile("[A-Za-z0-9@$!|€]{2,60}")
# Beginning with the sign itself, each is quick to look for.
_SIGNS = tuple(re.compile(f"{re.escape(sign)}(?<=[A-Za-z].)(?=[A-Za-z])") for sign in "@$!|€")
_LONE = frozenset("bcdefghjklmnpqruvwxyz")  # letters that seldom stand alone; a, i, o, s and t do
_FOR = re.compile(r"\Wfor\W|\Was\Win\W", re.IGNORECASE)
_SOME = 2
_HEX = re.compile("(?:[0-9a-fA-F]{2} ?){6,}")
_HEX_WORD = re.compile("[0-9a-f]+")
_HEX_PAIRS = frozenset(f"{high}{low}" for high in "234567" for low in "abcdef")
_CODE = re.compile("[A-Za-z0-9+/_-]")
_CODED = re.compile(r"[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]{8,})*={0,2}")
_AS_IN = (re.compile(" for (?<= [a-z] for )"), re.compile(" as in (?<= [a-z] as in )"))
_LINE = re.compile(r"[^\r\n]+")
_AROUND = 80  # letters kept on either side of what was undone
_DEPTH = 2  # codes within codes


@dataclass(frozen=True, slots=True)
class Clues:
    """What the facts' own words look like in each disguise.

    `plain` and `figured` are the words in one line, the second with its letters as figures, place by place.
    """

    backwards: frozenset[str]
    shifted: frozenset[str]
    plain: str
    figured: str
    runs: frozenset[str]


def clues_of(facts: Iterable[Fact]) -> Clues:
    """Gather the clues of some facts."""
    words, runs = {"st"}, set()
    for fact in facts:
        for value in (fact.value, *fact.aliases):
            words |= _words_of(fact.kind, value)
            runs |= set(re.findall("[a-z]{2,3}", _code_in(fact.kind, value)))
    long = {word for word in words if len(word) > 3}
    plain = " ".join(sorted(words))
    return Clues(
        frozenset(word[::-1] for word in long) - long,
        frozenset(codecs.encode(word, "rot13") for word in long if word.isascii() and word.isalpha()) - long,
        plain,
        plain.translate(_FIGURES),
        frozenset(runs),
    )


def _words_of(kind: Kind, value: str) -> set[str]:
    if kind is Kind.PHONE:
        digits = squeezed(value)
        return {digits, digits[-6:], digits[:5]}
    words = {squeezed(word) for word in value.split()} | set(folded(value).split()) | {squeezed(value)}
    return {word for word in words if len(word) > 2}


def _code_in(kind: Kind, value: str) -> str:
    if kind is Kind.VEHICLE:
        return folded(value)
    return folded(value.rsplit(",", 1)[-1]) if kind in (Kind.ADDRESS, Kind.SCHOOL) and value[-3:-2].isdigit() else ""


def undone(reading: Reading, clues: Clues, depth: int = _DEPTH) -> Iterator[Reading]:
    """Give a further reading for each disguise of which there is a clue."""
    words = reading.vocabulary
    for again in (
        _decoded(reading),
        _without_figures(reading, clues),
        _listened_to(reading, clues),
        _turned(reading) if not words.isdisjoint(clues.backwards) else None,
        _shifted(reading) if not words.isdisjoint(clues.shifted) else None,
    ):
        if again:
            yield again
            if again.how == "base64" and depth > 1:
                yield from undone(again, clues, depth - 1)


def _decoded(reading: Reading) -> Reading | None:
    """Undo base64 and hexadecimal, wherever that gives words."""
    edits, done = _pairs(reading), 0
    if edits:
        return _with_edits(reading, edits, "base64")
    for start, _ in reading.find_words(set(filter(_may_be_code, reading.vocabulary))):
        while start > done and _CODE.match(reading.written, start - 1):
            start -= 1
        match = _CODED.match(reading.written, start) if start >= done else None
        if match:
            done = match.end()
            pieces = [(first, last, _words_in(piece)) for first, last, piece in _pieces(match)]
            edits += [piece for piece in pieces if piece[2]]
    return _with_edits(reading, edits, "base64") if edits else None


def _pairs(reading: Reading) -> list[tuple[int, int, str]]:
    """Undo hexadecimal written in groups, two figures or more in each."""
    words = reading.vocabulary
    if len(words & _HEX_PAIRS) <= _SOME and not any(len(word) > 9 and _HEX_WORD.fullmatch(word) for word in words):
        return []
    found = [
        (match.start(), match.end(), _words_in(match[0].replace(" ", ""))) for match in _HEX.finditer(reading.written)
    ]
    return [piece for piece in found if piece[2]]


def _may_be_code(word: str) -> bool:
    return len(word) > 9 and word.isascii() and (len(word) > 15 or not (word.isalpha() or word.isdigit()))


def _pieces(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Give the lines of a match joined if that is what they are, else one by one."""
    if "\n" in match[0] and _words_in("".join(match[0].split())):
        yield match.start(), match.end(), "".join(match[0].split())
        return
    for line in _LINE.finditer(match[0]):
        yield match.start() + line.start(), match.start() + line.end(), line[0]


def _words_in(code: str) -> str:
    """Give the words that a code stands for, or nothing."""
    bare = code.rstrip("=")
    if len(bare) % 2 == 0 and re.fullmatch("[0-9a-fA-F]+", bare):
        return _as_words(bytes.fromhex(bare))
    if len(bare) % 4 == 1 or bare.isdigit():
        return ""
    standard = bare.replace("-", "+").replace("_", "/")
    return _as_words(base64.b64decode(standard + "=" * (-len(standard) % 4)))


def _as_words(data: bytes) -> str:
    try:
        words = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    except UnicodeDecodeError:
        return ""
    return words if all(letter.isprintable() or letter.isspace() for letter in words) else ""


def _without_figures(reading: Reading, clues: Clues) -> Reading | None:
    """Read figures and signs within words as the letters they stand for, where a fact has such a word."""
    is_clued = any(
        len(word) > 1 and not word.isalpha() and not word.isdigit() and word.translate(_FIGURES) in clues.figured
        for word in reading.vocabulary
    )
    if not is_clued and not any(sign.search(reading.fresh) for sign in _SIGNS):
        return None
    edits = []
    for match in _FIGURED.finditer(reading.written):
        start, end = match.span()
        word = match[0].rstrip("!|").lower()
        if word.isalpha() or word.isdigit() or not any(map(str.isalpha, word)):
            continue
        at = clues.figured.find(word.translate(_FIGURES))
        letters = clues.plain[at : at + len(word)] if at >= 0 else ""
        if letters and letters != word and (len(word) > 2 or letters == "st"):
            is_name = match[0][0].isupper() or not match[0][0].isalpha()
            edits.append((start, start + len(word), letters.capitalize() if is_name else letters))
    return _with_edits(reading, edits, "figures") if edits else None


def _listened_to(reading: Reading, clues: Clues) -> Reading | None:
    """Write down what is spelt out: "Tango Bravo niner" is TB9."""
    edits: list[tuple[int, int, str]] = []
    for start, end in _earshots(reading, clues):
        said = spelt_out(reading.text[start:end], clues.runs)
        edits += [(start + first, start + last, letters) for first, last, letters in said]
    return _with_edits(reading, edits, "aloud") if edits else None


def _earshots(reading: Reading, clues: Clues) -> Iterator[tuple[int, int]]:
    """Give the stretches, of whole words, in which something may be spelt out."""
    words, text = reading.vocabulary, reading.text
    heard = words & LETTER_WORDS if len(words & LETTER_WORDS) > 1 else set()
    if not words.isdisjoint(NUMBER_WORDS):
        heard |= words & clues.runs
        # "K V one eight W N T": every letter of such a run stands alone.
        heard |= {letter for run in clues.runs if len(run) > _SOME and words.issuperset(run) for letter in run}
    places = [start for start, _ in reading.find_words(heard)]
    if len(words & _LONE) > 1 and _FOR.search(reading.fresh):
        places += [match.start() for pattern in _AS_IN for match in pattern.finditer(text)]
    start = end = 0
    for place in sorted(places):
        if place - _AROUND > end:
            if end:
                yield start, end
            start = text.find(" ", max(0, place - _AROUND)) + 1 if place > _AROUND else 0
        end = text.find(" ", place + _AROUND)
        if end < 0:
            end = len(text)
            break
    if end:
        yield start, end


class _Mirror(Trail):
    """The trail of a text turned round whole."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._length = length

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the old span, counted from the other end."""
        return self._length - end, self._length - start


def _turned(reading: Reading) -> Reading:
    return reading.again(reading.written[::-1], _Mirror(len(reading.written)), "backwards")


def _shifted(reading: Reading) -> Reading:
    return reading.again(codecs.encode(reading.written, "rot13"), None, "rot13")


def _with_edits(reading: Reading, edits: list[tuple[int, int, str]], how: str) -> Reading:
    """Rewrite some places and keep what stands around them; the rest of the text was read before."""
    trail, pieces, size, at = Trail(), [], 0, 0
    for number, (start, end, letters) in enumerate(edits):
        after = edits[number + 1][0] if number + 1 < len(edits) else len(reading.written)
        before, stop = max(at, start - _AROUND), min(after, end + _AROUND)
        for put, old, is_edit in (
            ("\n.\n" if before > at else "", before, True),
            (reading.written[before:start], before, False),
            (letters, start, True),
            (reading.written[end:stop], end, False),
        ):
            if put:
                trail.add(size, old, is_edit=is_edit)
                pieces.append(put)
                size += len(put)
        at = stop
    trail.add(size, at, is_edit=False)
    return reading.again("".join(pieces), trail, how)
