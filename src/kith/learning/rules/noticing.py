"""Notices, in what somebody writes about their own learning, what may identify a person who uses services.

The room of learning knows no case and no name, so it goes by shape alone: titles, words with a capital letter, given
names, initials with an age, telephone numbers, postcodes, references, days of birth, and words that the writer listed.
It cannot see a nickname in small letters, a rare name that begins a sentence, or a story that only one family has.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kith.core.errors import Refusal
from kith.engines.guard.matching.short_names import GIVEN_NAMES
from kith.engines.guard.matching.words import DOES, USUAL_NAMES, is_word
from kith.learning.rules.plain_words import NOT_A_NAME


class Kind(StrEnum):
    """What something looks like. Only a name may be said to be somebody's or something's else."""

    NAME = "a name"
    LISTED = "a name on your own list"
    INITIALS = "initials with an age"
    PHONE = "a telephone number"
    EMAIL = "an e-mail address"
    HANDLE = "a name on a platform"
    LINK = "an address on the web"
    POSTCODE = "a postcode"
    REFERENCE = "a reference number"
    BIRTH = "a full date, which may be of birth"

    @property
    def mend(self) -> str:
        """Say what to write instead."""
        return MENDS[self]


#: What to write instead.
MENDS = {
    Kind.NAME: "Write who they are instead, such as “a mother” or “the boy”; or say below whom it names.",
    Kind.LISTED: "Write who they are instead, such as “a mother” or “the boy”.",
    Kind.INITIALS: "Write who they are instead, such as “a child of primary school age”.",
    Kind.PHONE: "Take the number out.",
    Kind.EMAIL: "Take the address out.",
    Kind.HANDLE: "Take the name out.",
    Kind.LINK: "Take the address out; name the site in words if it matters.",
    Kind.POSTCODE: "Take it out, or name the kind of place.",
    Kind.REFERENCE: "Take the number out.",
    Kind.BIRTH: "Take the day out; an age in words is enough, such as “a teenager”.",
}
MAY_BE = {
    "colleague": "a colleague",
    "author": "an author or a model",
    "place": "a place, organisation or product",
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing that was noticed: in which line of which field, and what to do."""

    kind: Kind
    words: str
    start: int
    line: int

    @property
    def may_be_said(self) -> bool:
        """Tell whether the writer may say that this names somebody or something else; never for figures."""
        return self.kind == Kind.NAME

    @property
    def key(self) -> str:
        """Give what an answer about these words is kept under."""
        return folded(self.words)


@dataclass(frozen=True, slots=True)
class Place:
    """One thing noticed, and the field it stands in."""

    field: str
    noticed: Noticed


class Named(Refusal):
    """Words may identify somebody who uses services; `places` says where. Nothing was finished, shown or kept."""

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__("Something here may identify a person who uses services. Mend each place below.")
        self.places = tuple(places)


def folded(words: str) -> str:
    """Give words as they are compared: small letters, one space, no ’s."""
    return " ".join(re.sub(r"['’]s\b", "", words).casefold().split())


_PAIR = r"[^\W\d_](?:[\w'’-]*\w)?"
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s+\d{4})"
)
#: The order matters: what one has taken is not looked at by the next.
_SHAPES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.EMAIL, re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    (Kind.LINK, re.compile(r"(?:https?://|www\.)\S+", re.I)),
    (Kind.HANDLE, re.compile(r"(?<!\w)@\w[\w.]{2,}")),
    (Kind.BIRTH, re.compile(rf"\b(?:born|birth|birthday|d\.?o\.?b\.?)\b[^.\n]{{0,20}}?{_DAY}", re.I)),
    (Kind.BIRTH, re.compile(rf"\b{_DAY}\b", re.I)),
    (Kind.PHONE, re.compile(r"(?<![\w.])(?:\+|\(?0)[\d\s().-]{7,17}\d(?!\w)")),
    (Kind.POSTCODE, re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.I)),
    (Kind.REFERENCE, re.compile(r"\b(?=[\w/-]*\d{3})(?=[\w/-]*[A-Za-z])[A-Za-z\d]+(?:[/-][A-Za-z\d]+)*\b")),
    (Kind.REFERENCE, re.compile(r"(?<![\d.,£])(?!(?:19|20)\d\d-(?:19|20)\d\d\b)\d(?:[\s-]?\d){5,}(?![\d.,]\d)")),
    (
        Kind.INITIALS,
        re.compile(
            r"\b(?!I\b)(?:[A-Z]\.?){1,3}(?:,?\s*\(\s*(?:aged?\s*)?\d{1,2}\b|,?\s+(?:is\s+|was\s+)?aged?\s+\d{1,2}\b|,\s*\d{1,2}(?=\s*[),.;:\n]|\s+and\b|$)"
            r"|,?\s+(?:is\s+|was\s+)?\d{1,2}\s*(?:years?|yrs?|y/?o|months?)\b)"
        ),
    ),
    (
        Kind.NAME,
        re.compile(
            rf"\b(?:Miss|Master|Aunt|Auntie|Aunty|Uncle|Nana?)\s+(?=[^\W\d_a-z]){_PAIR}(?:\s+(?=[^\W\d_a-z]){_PAIR})?"
        ),
    ),
    (Kind.NAME, re.compile(rf"\b(?:mr|mrs|ms|mx|dr|prof|professor|rev)\b\.?\s+{_PAIR}", re.I)),
)
_WORD = re.compile(rf"{_PAIR}")
_OPENS, _ENDS, _DASHES = "\"'“‘(", ".!?:•*", "-–"
_OWNS = re.compile(r"(?:['’]s)?$")
_LONGEST_CAPITALS = 4  # GP, CPD, CSE, ACPC: longer ones are names until they are known


def _nothing_is_listed(words: str) -> bool:
    return False


def check_names_nobody(
    said: Mapping[str, str],
    *,
    allowed: Mapping[str, str] | None = None,
    is_listed: Callable[[str], bool] = _nothing_is_listed,
) -> None:
    """Look through what somebody wrote, field by field.

    Raises:
        Named: with every place.
    """
    if found := places_in(said, allowed=allowed, is_listed=is_listed):
        raise Named(found)


def places_in(
    said: Mapping[str, str],
    *,
    allowed: Mapping[str, str] | None = None,
    is_listed: Callable[[str], bool] = _nothing_is_listed,
) -> list[Place]:
    """List what may identify somebody in what was written, field by field."""
    return [
        Place(name, each)
        for name, words in said.items()
        for each in notice(words, is_listed=is_listed, allowed=allowed)
    ]


def notice(
    text: str,
    *,
    is_listed: Callable[[str], bool] = _nothing_is_listed,
    allowed: Mapping[str, str] | None = None,
) -> list[Noticed]:
    """Find what may identify somebody, in the order of the text.

    Args:
        is_listed: whether words (as `folded` gives them) stand on the writer's own list.
        allowed: words of which the writer said whom or what they name; names alone may be.
    """
    allowed = allowed or {}
    left, found = text, []
    for kind, start, end in _by_shape(text, is_listed):
        if not left[start:end].strip("\0"):
            continue
        found.append(_noticed(kind, text, start, end))
        left = left[:start] + "\0" * (end - start) + left[end:]
    found += [_noticed(Kind.NAME, text, start, end) for start, end in _names(left)]
    kept = [each for each in found if not (each.may_be_said and each.key in allowed)]
    return sorted(kept, key=lambda each: each.start)


def _noticed(kind: Kind, text: str, start: int, end: int) -> Noticed:
    return Noticed(kind, " ".join(text[start:end].split()), start, text.count("\n", 0, start) + 1)


def _by_shape(text: str, is_listed: Callable[[str], bool]) -> Iterator[tuple[Kind, int, int]]:
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        for last in words[at : at + 3]:
            if is_listed(folded(text[word.start() : last.end()])):
                yield Kind.LISTED, word.start(), last.end()
    for kind, shape in _SHAPES:
        for match in shape.finditer(text):
            yield kind, match.start(), match.end()


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Give the runs of words that may name somebody, by their capital letters, and given names in any letters."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and text[run[-1].end() : word.start()].strip(" \t"):
            yield from _named(run, text)
            run = []
        if _looks_like_a_name(word.group()):
            run.append(word)
        else:
            yield from _named(run, text)
            run = []
    yield from _named(run, text)


def _begins_sentence(text: str, at: int) -> bool:
    """Tell whether a sentence, a line or a piece of a list begins here."""
    before = _back_over(text, at, _OPENS)
    if not before or "\n" in text[before:at] or text[before - 1] in _ENDS:
        return True
    line = _back_over(text, before - 1)
    return text[before - 1] in _DASHES and "\n" in text[line : before - 1]


def _back_over(text: str, at: int, more: str = "") -> int:
    """Go back over spaces, ends of lines and what else is named."""
    while at and (text[at - 1].isspace() or text[at - 1] in more):
        at -= 1
    return at


def _looks_like_a_name(word: str) -> bool:
    plain = folded(word)
    if plain in NOT_A_NAME or len(plain) < 2:
        return False
    if word.isupper():
        return len(word) > _LONGEST_CAPITALS
    return word[0].isupper() or _is_given(plain)


def _is_given(plain: str) -> bool:
    return (plain in GIVEN_NAMES or plain in USUAL_NAMES) and not is_word(plain)


def _named(run: list[re.Match[str]], text: str) -> Iterator[tuple[int, int]]:
    """Give a run as a name, unless all that makes it one is that a sentence begins with an ordinary word."""
    if not run:
        return
    first, last = run[0], run[-1]
    begins = _begins_sentence(text, first.start())
    does = _WORD.match(text, last.end() + 1)
    is_told = bool(does and does.group() in DOES)
    if begins and len(run) == 1 and not is_told and not _is_given(folded(first.group())):
        return
    yield first.start(), last.end() - len(_OWNS.search(last.group())[0])  # type: ignore[index]
