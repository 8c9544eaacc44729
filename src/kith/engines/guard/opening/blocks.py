"""The blocks that a picture's file is made of: which hold the picture itself, and which say something about it.

References:
    ITU-T T.81 annex B (JPEG), PNG third edition section 5, RFC 9649 (WebP), GIF89a sections 18 to 26.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Each run of fill bytes is looked at once, from its beginning.
_MARKER = re.compile(rb"\xff++[^\x00\xff\xd0-\xd7]")
_NEXT_MARKER = re.compile(rb"(?<!\xff)\xff++[^\x00\xff\xd0-\xd7]")
_PNG_PICTURE = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD"}
)
_PNG_MOVING = frozenset({b"acTL", b"fcTL", b"fdAT", b"pHYs", b"cICP", b"mDCV", b"cLLI"})
_WEBP_PICTURE = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_TEXT = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xf4]{4,}")
_WIDE_TEXT = re.compile(rb"(?:[\x20-\x7e]\0){4,}")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a file. `says` names what it holds in plain words, "" for the picture itself.

    `head` and `tail` are how many bytes at its ends belong to the form and not to what it holds.
    """

    start: int
    end: int
    says: str = ""
    head: int = 0
    tail: int = 0

    def content(self, data: bytes) -> bytes:
        """Give what it holds."""
        return data[self.start + self.head : self.end - self.tail]


class Broken(ValueError):
    """The blocks do not fit together."""


def blocks_of(data: bytes) -> list[Block]:
    """Cut a JPEG, PNG, WebP or GIF into blocks that tile it; [] for any other file.

    Raises:
        Broken: it ends before its picture does.
    """
    for start, cut in ((b"\xff\xd8", _jpeg), (b"\x89PNG\r\n\x1a\n", _png), (b"RIFF", _webp), (b"GIF8", _gif)):
        if data.startswith(start):
            return list(cut(data))
    return []


def text_in(block: bytes) -> str:
    """Give every run of letters in a block of bytes, in UTF-8 or UTF-16, a line each."""
    plain = [run.decode("utf-8", "ignore") for run in _TEXT.findall(block)]
    return "\n".join([*plain, *(run.decode("utf-16-le", "ignore") for run in _WIDE_TEXT.findall(block))])


def _jpeg(data: bytes) -> Iterator[Block]:
    at = 2
    yield Block(0, 2)
    while match := _MARKER.match(data, at):
        marker, body = data[match.end() - 1], match.end()
        if marker == 0xD9:
            yield Block(at, body)
            if body < len(data):
                yield Block(body, len(data), "what stands after its end")
            return
        end = body + int.from_bytes(data[body : body + 2], "big")
        if end > len(data) or end < body + 2:
            raise Broken
        if marker == 0xDA:  # the picture itself follows, up to the next marker
            following = _NEXT_MARKER.search(data, end)
            if following is None:
                raise Broken
            end = following.start()
        yield Block(at, end, _of_jpeg(marker, data[body + 2 : body + 40]), body + 2 - at)
        at = end
    raise Broken


def _of_jpeg(marker: int, beginning: bytes) -> str:
    if marker == 0xFE:
        return "comment"
    # The colours depend on JFIF's and Adobe's blocks and on the colour profile.
    if not 0xE0 <= marker <= 0xEF or (marker == 0xE0 and beginning.startswith(b"JFIF\0")):
        return ""
    if (marker == 0xEE and beginning.startswith(b"Adobe")) or (marker == 0xE2 and beginning.startswith(b"ICC_PROFILE")):
        return ""
    starts = ((b"Exif", "camera's notes (Exif)"), (b"http://ns.adobe.com", "editor's notes (XMP)"))
    known = next((says for start, says in starts if beginning.startswith(start)), "")
    return known or {0xEB: "content credentials", 0xED: "press notes (IPTC)"}.get(marker, f"block APP{marker - 0xE0}")


def _png(data: bytes) -> Iterator[Block]:
    at, name = 8, b""
    yield Block(0, 8)
    while name != b"IEND":
        end, name = at + 12 + int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if end > len(data) or len(name) < 4:
            raise Broken
        yield Block(at, end, "" if name in _PNG_PICTURE | _PNG_MOVING else _of_png(name), 8, 4)
        at = end
    if at < len(data):
        yield Block(at, len(data), "what stands after its end")


def _of_png(name: bytes) -> str:
    known = {b"caBX": "content credentials", b"eXIf": "camera's notes (Exif)", b"tIME": "time of the last change"}
    return known.get(name, f"note ({name.decode('ascii', 'replace')})")


def _webp(data: bytes) -> Iterator[Block]:
    whole, at = 8 + int.from_bytes(data[4:8], "little"), 12
    if whole > len(data):
        raise Broken
    yield Block(0, 12)
    while at + 8 <= whole:
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        end = min(at + 8 + size + size % 2, whole)
        known = {b"EXIF": "camera's notes (Exif)", b"XMP ": "editor's notes (XMP)", b"C2PA": "content credentials"}
        yield Block(at, end, "" if name in _WEBP_PICTURE else known.get(name, "note"), 8)
        at = end
    if at < len(data):
        yield Block(at, len(data), "what stands after its end")


def _gif(data: bytes) -> Iterator[Block]:
    at = 13 + _table(data[10:11])
    yield Block(0, at)
    while at < len(data) and data[at] != 0x3B:
        start, kind = at, data[at]
        if kind == 0x21:
            at += 2
            is_loop = data[at : at + 12] in (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
            says = {0xFE: "comment", 0xFF: "" if is_loop else "note", 0x01: "words drawn over it"}.get(
                data[start + 1], ""
            )
        elif kind == 0x2C:
            at, says = at + 11 + _table(data[at + 9 : at + 10]), ""
        else:
            raise Broken
        while data[at : at + 1] not in (b"\0", b""):
            at += 1 + data[at]
        at += 1
        yield Block(start, min(at, len(data)), says)
    if at >= len(data):
        raise Broken
    yield Block(at, at + 1)
    if at + 1 < len(data):
        yield Block(at + 1, len(data), "what stands after its end")


def _table(packed: bytes) -> int:
    """Give the size in bytes of the colour table that a packed field tells of."""
    if not packed:
        raise Broken
    return 3 << ((packed[0] & 7) + 1) if packed[0] & 0x80 else 0
