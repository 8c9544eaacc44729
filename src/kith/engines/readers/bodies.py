"""What the words of one line are: a message, a call, the app's own notice; and the marks upon it."""

import re
from collections.abc import Iterable
from functools import lru_cache

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

_closing = re.compile(r"[.。!｡\s]+$")
_lead = re.compile(f"^[{INVISIBLE}\\s]*")
_file_after = re.compile(r"^(?P<name>(?:[^\n]*\S)?\.\w{1,8}|\S[^\n]*) ?[(（](?P<word>[^()（）\n]{2,40})[)）]$")
_file_before = re.compile(r"<(?P<word>[^<>:：\n]{2,30}?) ?[:：] ?(?P<name>[^<>\n]+)>$")
_phone_name = re.compile(r"^(?:IMG|VID|PTT|AUD|STK|DOC)-\d{8}-WA\d{4,}\.\w{2,5}$")
_quick_file = re.compile(
    rb"(?:\xe2\x80\x8e)?((?:IMG|VID|PTT|AUD|STK|DOC)-\d{8}-WA\d{4,}\.\w{2,5}) \([^()\n]{2,60}\)(?=\n|$)"
    rb"|\xe2\x80\x8e<[^<>:\n]{2,40}: ([^<>\n]+\.\w{1,5})>(?=\n|$)"
)
_extension = re.compile(r"\.\w{1,8}$")
_calls = re.compile(
    "(?:" + "|".join(map(re.escape, sorted(notices.CALLS, key=len, reverse=True))) + ")(.*)$", re.DOTALL
)
_call_tail = re.compile(
    r"\s*$|\s*(?:at|a las|às|à|um|om|alle|o|kl\.?|klo)?\s*\d{1,2}[:.]\d{2}.{0,8}$"
    r"|\s*[.,،·•（(:-]\s*(?:\d.{0,30}|no answer.*|tap to.*|declined.*|missed.*|cancell?ed.*|busy.*|silenced.*)?$"
)
_stems = re.compile("|".join(map(re.escape, notices.STEMS)))
_about_the_chat = re.compile("|".join(map(re.escape, notices.STEMS + notices.NOUNS)))
_notices = re.compile("|".join(map(re.escape, notices.NOTICES)))
_you = re.compile(notices.YOU)
_quoted = re.compile(r"[\"“„«'「『].*[\"”“»'」』]")


def edit_mark(text: str) -> int:
    """Find where the app's "this message was edited" mark begins, or -1."""
    at = text.rfind("<")
    if at < 0 or len(text) - at > 80 or plain(text[at:]).casefold() not in phrases.EDITED:
        return -1
    return len(text[:at].rstrip(INVISIBLE + SPACES + "\n"))


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
    marked = MARK in (_lead.match(first) or [""])[0]
    bare = plain(first)
    small = _closing.sub("", bare.casefold())
    found = _file(bare, marked) or _standing_for(small, marked, alone)
    found = found or (_call(small, named and not marked) if alone or marked else None)
    if found is not None:
        return found
    if _notices.match(small):
        return Says(SYSTEM, notice=True)
    if not named:
        return Says(SYSTEM, notice=bool(_about_the_chat.search(small)))
    if marked:
        notice = _about_the_chat.search(" " + small) is not None
        return Says(SYSTEM, notice=True) if notice else Says(MESSAGE, ("by_app",))
    return WORDS


def plainly_a_file(body: bytes) -> str | None:
    """Give the name of the file where a body is in the commonest two forms; None says only "look closely"."""
    match = _quick_file.match(body)
    if match is None or (match.end() < len(body) and body.endswith(b">")):
        return None
    name = match[1] or match[2]
    return None if name.endswith(b".vcf") else name.decode("utf-8", "replace")


def _file(bare: str, marked: bool) -> Says | None:
    match = _file_before.search(bare)
    if match is not None and (_trusted(match["word"], phrases.ATTACHED_BEFORE) or (marked and _names_file(match))):
        return _attachment(match["name"].strip())
    match = _file_after.match(bare)
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
    match = _calls.match(small)
    if match is None or len(small) > 120:
        return None
    if typed and not _call_tail.match(match[1]):
        return None
    missed = any(word in small for word in ("missed", "perdid", "manqué", "verpasst", "persa", "gemist", "no answer"))
    return Says(CALL, ("missed",) if missed else (), own=True)


def names_the_app(line: str) -> bool:
    """Tell whether a would-be name is really the start of the app's own line ('Mum created group "Home')."""
    small = plain(line).casefold()
    return _stems.search(small) is not None or _notices.match(small) is not None


def speaks_to_you(text: str) -> bool:
    """Tell whether a line of the app's speaks to the owner of the phone that made the export."""
    return _you.search(_quoted.sub("", plain(text[:_LONGEST_NOTICE]).casefold())) is not None


_BEGINNING = 6


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
