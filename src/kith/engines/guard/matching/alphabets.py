"""Letters said aloud: the spelling alphabet of radio, the names of letters, "B for Bravo", and figures among them."""

import re
from collections.abc import Iterator

from kith.engines.guard.matching.numbers import SPOKEN, as_digits
from kith.engines.guard.matching.words import word_set

_RADIO = word_set(
    "alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo "
    "sierra tango uniform victor whiskey xray yankee zulu alpha juliet whisky niner fower fife"
)
_NAMED = {
    "ay": "a", "bee": "b", "cee": "c", "see": "c", "dee": "d", "ee": "e", "eff": "f", "gee": "g", "aitch": "h",
    "haitch": "h", "eye": "i", "jay": "j", "kay": "k", "el": "l", "ell": "l", "em": "m", "en": "n", "oh": "0",
    "pee": "p", "cue": "q", "queue": "q", "kew": "q", "ar": "r", "are": "r", "ess": "s", "tee": "t", "tea": "t",
    "you": "u", "yew": "u", "vee": "v", "doubleyou": "w", "ex": "x", "why": "y", "wye": "y", "zed": "z", "zee": "z",
    "niner": "9", "fower": "4", "fife": "5",
}  # fmt: skip
#: Words that are met in plain talk now and then, but two of which together are a reason to listen.
LETTER_WORDS = _RADIO | frozenset(_NAMED) - word_set("see are you why oh tea eye ay en em el ex")
_WORDS = sorted({*_RADIO, *_NAMED}, key=len, reverse=True)
_NUMBER = SPOKEN.pattern.replace(r"\b", "")
_PIECE = re.compile(
    rf"(?P<letter>[a-z]) +(?:for|as in|like) +(?:[a-z]+)(?= |$)|(?P<ray>x +ray)(?= |$)"
    r"|(?P<double>double +(?:u|you))(?= |$)"
    rf"|(?P<word>{'|'.join(_WORDS)})(?= |$)|(?:{_NUMBER})(?= |$)|(?P<as_is>[a-z]|[0-9]+[a-z]?|[a-z][0-9]+)(?= |$)"
)
_GAP = re.compile(" *")
_FEWEST = 4  # pieces that spell something out


def spelt_out(text: str, runs: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Find where a folded text spells letters and figures out; yields start, end, what is spelt.

    Args:
        runs: two or three letters that are said as they are ("QP three eight NB").
    """
    at = done = 0
    while at < len(text):
        pieces, end = _run(text, at, runs)
        if sum(map(len, pieces)) >= _FEWEST and at >= done:
            yield at, end, "".join(pieces)
            done = end
        space = text.find(" ", max(at, end - 1))
        if space < 0:
            return
        at = _after_gap(text, space)


def _run(text: str, at: int, runs: frozenset[str]) -> tuple[list[str], int]:
    pieces: list[str] = []
    end = at
    while at < len(text):
        word = text[at : at + 4].split(" ", 1)[0]
        match = _PIECE.match(text, at)
        if word in runs:
            pieces.append(word)
            end = at + len(word)
        elif match:
            pieces.append(_said(match))
            end = match.end()
        else:
            break
        at = _after_gap(text, end)
    return pieces, end


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _said(match: re.Match[str]) -> str:
    if match["letter"] or match["as_is"]:
        return str(match["letter"] or match["as_is"])
    if match["ray"]:
        return "x"
    if match["double"]:
        return "w"
    if match["word"]:
        return _NAMED.get(match["word"], match["word"][0])
    return as_digits(match)
