"""What the words of one line are: a message, a call, the app's own notice; and the marks upon it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

import msgspec

from kith.engines.readers import notices, phrases
from kith.engines.readers.items import CALL, MESSAGE, SYSTEM
from kith.engines.readers.stamps import INVISIBLE, SPACES, plain

_LONGEST_FILE_LINE = 1000
_LONGEST_NOTICE = 500

MARK = "\u200e"
"""The app puts this before words of its own on iPhones, and before file names."""


class Says(msgspec.Struct, frozen=True):
    """What one body is. `own` is true where the app wrote the words for what the person did (a picture, a
    deletion), so that it is the person's; `notice` where it wrote about the chat."""

    kind: str
    flags: tuple[str, ...] = ()
    attachment: str | None = None
    own: bool = False
    notice: bool = False


WORDS = Says(MESSAGE)
"""Plain words, typed by a person."""

_CLOSING = ".。!｡" + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_lead = re.compile(f"^[{INVISIBLE}\\s]*")
_file_after = re.compile(r"^(?P<name>(?:[^\n]*\S)?\.\w{1,8}|\S[^\n]*) ?[(（](?P<word>[^()（）\n]{2,40})[)）]$")
_file_before = re.compile(r"<(?P<word>[^<>:：\n]{2,30}?) ?[:：] ?(?P<name>[^<>\n]+)>$")
_phone_name = re.compile(r"^(?:IMG|VID|PTT|AUD|STK|DOC)-\d{8}-WA\d{4,}\.\w{2,5}$")
_quick_file = re.compile(
    rb"(?:\xe2\x80\x8e)?((?:IMG|VID|PTT|AUD|STK|DOC)-\d{8}-WA\d{4,}\.\w{2,5}) \([^()\n]{2,60}\)(?=\n|$)"
    rb"|\xe2\x80\x8e<[^<>:\n]{2,40}: ([^<>\n]+\.\w{1,5})>(?=\n|$)"
)
_extension = re.compile(r"\.\w{1,8}$")
_calls = tuple(sorted(notices.CALLS, key=len, reverse=True))
_call_tail = re.compile(
    r"\s*$|\s*(?:at|a las|às|à|um|om|alle|o|kl\.?|klo)?\s*\d{1,2}[:.]\d{2}.{0,8}$"
    r"|\s*[.,،·•（(:-]\s*(?:\d.{0,30}|no answer.*|tap to.*|declined.*|missed.*|cancell?ed.*|busy.*|silenced.*)?$"
)
_you = re.compile(notices.YOU)
_quoted = re.compile(r"[\"“„«'「『].*[\"”“»'」』]")


def edit_mark(text: str) -> int:
    """Find where the app's "this message was edited" mark begins, or -1."""
    at = text.rfind("<")
    if at < 0 or len(text) - at > 80 or not _says_edited(text[at:]):
        return -1
    return len(text[:at].rstrip(INVISIBLE + SPACES + "\n"))


@lru_cache(maxsize=1000)
def _says_edited(closing: str) -> bool:
    return plain(closing).casefold() in phrases.EDITED


def plainly_edited(text: str) -> int:
    """Find the edit mark behind words that can be nothing but words; -1 says only "look closely".

    One line, without a colon, beginning as nothing of the app's own does: `classify` would come to the same.
    """
    beginning = text[:_OPENING]
    if not text.endswith(">") or not beginning.isalnum() or beginning.casefold()[:_OPENING] in _OPENINGS:
        return -1
    return -1 if ":" in text or "\n" in text or "\ufffd" in text else edit_mark(text)


def classify(body: str, named: bool) -> Says:
    """Tell what a body is; `named` is whether a name stands before it.

    Words a person could have typed are theirs: a name without the app's own mark keeps "Sophie left", but a long
    fixed notice ("Messages and calls are end-to-end encrypted...") is the app's wherever it stands.
    """
    first, _, more = body.partition("\n")
    return _first_line(first, named, not more.strip()) if len(first) < 300 else _long(first, named)


def _long(first: str, named: bool) -> Says:
    file = _file(plain(first), False) if len(first) < _LONGEST_FILE_LINE else None
    return file or (WORDS if named else Says(SYSTEM))


@lru_cache(maxsize=4096)
def _first_line(first: str, named: bool, alone: bool) -> Says:
    marked = MARK in first and MARK in (_lead.match(first) or [""])[0]
    bare = plain(first)
    small = bare.casefold().rstrip(_CLOSING)
    found = _file(bare, marked) or _standing_for(small, marked, alone)
    found = found or (_call(small, named and not marked) if alone or marked else None)
    if found is not None:
        return found
    if small.startswith(notices.NOTICES):
        return Says(SYSTEM, notice=True)
    if not named:
        return Says(SYSTEM, notice=_is_about_the_chat(small))
    if marked:
        notice = _is_about_the_chat(" " + small)
        return Says(SYSTEM, notice=True) if notice else Says(MESSAGE, ("by_app",))
    return WORDS


def _is_about_the_chat(small: str) -> bool:
    return any(words in small for words in chain(notices.STEMS, notices.NOUNS))


def plainly_a_file(body: bytes) -> str | None:
    """Give the name of the file where a body is in the commonest two forms; None says only "look closely"."""
    match = _quick_file.match(body)
    if match is None or (match.end() < len(body) and body.endswith(b">")):
        return None
    name = match[1] or match[2]
    return None if name.endswith(b".vcf") else name.decode("utf-8", "replace")


def _file(bare: str, marked: bool) -> Says | None:
    match = _file_before.search(bare) if bare.endswith(">") else None
    if match is not None and (_trusted(match["word"], phrases.ATTACHED_BEFORE) or (marked and _names_file(match))):
        return _attachment(match["name"].strip())
    match = _file_after.match(bare) if bare.endswith((")", "）")) else None
    if match is None:
        return None
    if (
        _trusted(match["word"], phrases.ATTACHED_AFTER)
        or _phone_name.match(match["name"])
        or (marked and _names_file(match))
    ):
        return _attachment(match["name"])
    return None


def _trusted(word: str, known: frozenset[str]) -> bool:
    return word.casefold().strip() in known


def _names_file(match: re.Match[str]) -> bool:
    return _extension.search(match["name"]) is not None


def _attachment(name: str) -> Says:
    flags = ("media", "contact") if name.casefold().endswith(".vcf") else ("media",)
    return Says(MESSAGE, flags, name, own=True)


def _standing_for(small: str, marked: bool, alone: bool) -> Says | None:
    flags: tuple[str, ...] = ()
    if small in phrases.OMITTED or (small.startswith("<") and _omits_media(small)):
        flags = ("media", "omitted", "contact") if "contact" in small else ("media", "omitted")
    elif small.startswith(phrases.POLL):
        flags = ("poll",)
    elif small.startswith(phrases.LOCATION) or "https://maps.google.com/?q=" in small:
        flags = ("location",)
    elif alone:
        flags = _taken_back(small)
    if (marked or small.startswith("<")) and any(word in small for word in phrases.VIEW_ONCE) and len(small) < 80:
        flags = tuple(dict.fromkeys((*flags, "media", "omitted", "view_once")))
    return Says(MESSAGE, flags, own=True) if flags else None


def _taken_back(small: str) -> tuple[str, ...]:
    if small in phrases.YOU_DELETED:
        return ("deleted", "by_you")
    if small in phrases.DELETED or small.startswith(phrases.DELETED_BY_ADMIN):
        return ("deleted",)
    return ("null",) if small == "null" else ()


def _omits_media(small: str) -> bool:
    words = ("media omitted", "omitted>", "omitid", "weggelassen", "weggelaten")
    return small.endswith(">") and len(small) < 60 and any(word in small for word in words)


def _call(small: str, typed: bool) -> Says | None:
    if not small.startswith(_calls) or len(small) > 120:
        return None
    call = next(call for call in _calls if small.startswith(call))
    if typed and not _call_tail.match(small, len(call)):
        return None
    missed = any(word in small for word in ("missed", "perdid", "manqué", "verpasst", "persa", "gemist", "no answer"))
    return Says(CALL, ("missed",) if missed else (), own=True)


def names_the_app(line: str) -> bool:
    """Tell whether a would-be name is really the start of the app's own line ('Mum created group "Home')."""
    small = plain(line).casefold()
    return small.startswith(notices.NOTICES) or any(stem in small for stem in notices.STEMS)


def speaks_to_you(text: str) -> bool:
    """Tell whether a line of the app's speaks to the owner of the phone that made the export."""
    return _speaks_to_you(text[:_LONGEST_NOTICE])


@lru_cache(maxsize=1000)
def _speaks_to_you(notice: str) -> bool:
    return _you.search(_quoted.sub("", plain(notice).casefold())) is not None


_BEGINNING = 6


_OPENING = 3
_OPENINGS = frozenset(
    words[:_OPENING]
    for words in chain(phrases.POLL, phrases.LOCATION, phrases.DELETED_BY_ADMIN, notices.CALLS, notices.NOTICES)
)
"""How every body begins that is the app's own by its beginning alone, whatever stands behind it."""


def _beginnings(texts: Iterable[str]) -> set[bytes]:
    found: set[bytes] = set()
    for text in texts:
        for form in {text, text.capitalize(), text.upper(), text.title()}:
            whole = form.encode()
            short = (whole, whole + b" ", whole + b"\n", whole + b"\r", whole + b".")
            found.update((whole[:_BEGINNING],) if len(whole) >= _BEGINNING else (end[:_BEGINNING] for end in short))
    return found


SUSPECT = frozenset(
    _beginnings(
        (
            *phrases.OMITTED,
            *phrases.DELETED,
            *phrases.YOU_DELETED,
            *phrases.DELETED_BY_ADMIN,
            *phrases.POLL,
            *phrases.LOCATION,
            *notices.CALLS,
            *notices.NOTICES,
            "null",
        )
    )
    | {b""}
)
"""The first six bytes of every body that must be looked at closely."""

MARKS = (b"\xe2\x80\x8e", b"\xe2\x80\x8f")
"""The marks with which the app's own words begin."""

ENDINGS = frozenset({ord(">"), ord(")"), "）".encode()[-1]})
"""Last bytes of a body that may name a file or carry the mark of an edit."""


def needs_a_look(body: bytes) -> bool:
    """Tell whether a body may be anything but plain words."""
    return body[:_BEGINNING] in SUSPECT or body[-1] in ENDINGS or body.startswith(MARKS)
