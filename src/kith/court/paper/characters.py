"""Characters a page cannot show as they stand: pictures put into words, hidden marks named, direction found."""

import re
import unicodedata

_SKIN = ("light", "medium-light", "medium", "medium-dark", "dark")
_NATIONS = {"gbeng": "England", "gbsct": "Scotland", "gbwls": "Wales"}
_JOINER, _PICTURE, _KEYCAP = "\u200d", "\ufe0f", "\u20e3"

_ONE = (
    "(?:[0-9#*]\ufe0f?\u20e3"
    "|[\U0001f1e6-\U0001f1ff]{2}"
    "|\U0001f3f4[\U000e0020-\U000e007f]+"
    "|(?:[\U0001f000-\U0001faff\u231a\u231b\u23e9-\u23f3\u25fd\u25fe\u2600-\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
    "|[\u00a9\u00ae\u203c-\u3299](?=\ufe0f))\ufe0f?[\U0001f3fb-\U0001f3ff]?)"
)
_EMOJI = re.compile(f"({_ONE}(?:\u200d{_ONE})*)(\\1*)")
# Overrides can make a line read backwards, which a page must not do unsaid; the rest have no shape of their own.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U000f0000-\U0010ffff]|[\U000e0000-\U000e007f]"
)
_RIGHT_TO_LEFT = {"R", "AL"}


def described(text: str) -> str:
    """Put every emoji into words and name every hidden mark, each in square brackets.

    Line ends of any kind become newlines and tabs become spaces; nothing else changes. In text written from right to
    left the words are isolated, so that they do not disturb its order.
    """
    lines = [line.replace("\t", "    ") for line in text.splitlines()]
    words = _HIDDEN.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", _EMOJI.sub(_emoji, "\n".join(lines)))
    if words != text and reads_right_to_left(text):
        return re.sub(r"\[(?:emoji: [^\]]*|U\+[0-9A-F]+)\]", "\u2068\\g<0>\u2069", words)
    return words


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    for character in text:
        way = unicodedata.bidirectional(character)
        if way == "L":
            return False
        if way in _RIGHT_TO_LEFT:
            return True
    return False


def writing_of(text: str) -> str:
    """The writing most of these characters belong to, as Unicode names it ("CJK", "Thai"), or "unnamed"."""
    names = [unicodedata.name(character, "unnamed").split(" ")[0] for character in text if not character.isspace()]
    most = max(sorted(set(names)), key=names.count, default="unnamed")
    return most if most == "CJK" else most.capitalize() if most != "unnamed" else most


def code_points(text: str) -> str:
    """The characters by number, such as "U+4F60 U+597D"."""
    return " ".join(f"U+{ord(character):04X}" for character in text)


def _emoji(found: re.Match[str]) -> str:
    parts = [_named(part) for part in found[1].split(_JOINER)]
    times = 1 + len(found[2]) // len(found[1])
    many = f", {times} times" if times > 1 else ""
    return f"[emoji: {' and '.join(part for part in parts if part)}{many}]"


def _named(part: str) -> str:
    part = part.replace(_PICTURE, "")
    if part.endswith(_KEYCAP):
        return f"keycap {part[0]}"
    if "\U0001f1e6" <= part[0] <= "\U0001f1ff":
        return "flag " + "".join(chr(ord("A") + ord(letter) - 0x1F1E6) for letter in part)
    if part[0] == "\U0001f3f4" and len(part) > 1:
        place = "".join(chr(ord(letter) - 0xE0000) for letter in part[1:] if letter != "\U000e007f")
        return "flag " + _NATIONS.get(place, place.upper())
    tone = f", {_SKIN[ord(part[1]) - 0x1F3FB]} skin tone" if len(part) > 1 else ""
    return unicodedata.name(part[0], f"U+{ord(part[0]):04X}").lower().replace("u+", "U+") + tone
