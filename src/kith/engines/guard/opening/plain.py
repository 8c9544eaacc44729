"""Plain text, web pages, and anything else made of characters."""

import base64
import binascii
import re

from kith.engines.guard.opening.gathering import Gathering

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FILE_INSIDE = re.compile(r"data:([\w.+/-]{0,100})[^,\"'\s<>]{0,100};base64,([A-Za-z0-9+/=\s]{8,})", re.IGNORECASE)
_CONTROLS = bytes(code for code in range(32) if code not in (7, 8, 9, 10, 11, 12, 13, 27))


def is_text(data: bytes) -> bool:
    """Tell whether these bytes are characters: a byte-order mark, or hardly any control codes."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return True
    if _wide_guess(data):
        return True
    head = data[:65536]
    return len(head) - len(head.translate(None, _CONTROLS)) <= len(head) // 200


def as_text(data: bytes) -> str:
    """Read characters: by the byte-order mark, else UTF-8, else Windows-1252 as far as it goes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in (_wide_guess(data), "utf-8", "cp1252"):
        try:
            if encoding:
                return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def open_text(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Keep the words of a text file, a web page or an SVG (tags are dealt with when it is folded), and files in it."""
    text = as_text(data)
    gathering.words(where, text)
    for kind, packed in _FILE_INSIDE.findall(text):
        open_packed(gathering, kind, packed, where)


def open_packed(gathering: Gathering, kind: str, packed: str, where: str) -> None:
    """Open a file that stands in a text as base64."""
    try:
        inside = base64.b64decode("".join(packed.split()) + "==")
    except (binascii.Error, ValueError):
        return gathering.cannot(where, "a picture or file inside it is damaged")
    return gathering.piece("", inside, f"{where}, file inside ({kind or 'of no kind'})")


def _wide_guess(data: bytes) -> str:
    """Guess UTF-16 without a mark: nearly every second byte is nought."""
    head = data[:4096]
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.7 and head[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if half and head[0::2].count(0) > half * 0.7 and head[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""
