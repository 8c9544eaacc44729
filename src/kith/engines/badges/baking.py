"""A badge as a picture: a plain drawing of our own in SVG, with the signed badge in its first tag.

References:
    Open Badges 3.0, section 5.3 (Baked Badge); SVG 1.1
"""

import re
import textwrap
from dataclasses import dataclass
from typing import Any

from lxml import etree

from kith.engines.badges.faults import NotABadge
from kith.engines.guard.opening.markup import parse

SVG, BADGES = "http://www.w3.org/2000/svg", "https://purl.imsglobal.org/ob/v3p0"
_TAG = f"{{{BADGES}}}credential"
MOST_BYTES = 1_000_000
_INK, _PAPER = "#0b4144", "#ffffff"
#: characters a line, size of the letters, most lines: large if the title fits so, else small
_LARGE, _SMALL = (22, 36, 4), (32, 26, 7)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The words in the picture: what kind of thing was done, its title, who gave the badge, and what stands below."""

    above: str
    title: str
    issuer: str
    lines: tuple[str, ...]


def bake(token: str, words: Drawn) -> bytes:
    """Draw a badge and put the signed token into it."""
    root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG, "openbadges": BADGES})
    root.set("viewBox", "0 0 512 512")
    root.set("role", "img")
    etree.SubElement(root, _TAG).set("verify", token)  # "directly after the <svg> tag"
    etree.SubElement(root, f"{{{SVG}}}title").text = _plain(f"Badge: {words.title}, {words.issuer}")
    _add(root, "rect", width=512, height=512, fill=_PAPER)
    _add(root, "rect", x=12, y=12, width=488, height=488, rx=32, fill="none", stroke=_INK, **{"stroke-width": 12})
    _write(root, words.above, y=76, size=24)
    wide, size, most = _LARGE if len(textwrap.wrap(words.title, _LARGE[0])) <= _LARGE[2] else _SMALL
    title = textwrap.wrap(words.title, wide, max_lines=most, placeholder=" …")
    top = 236 - (len(title) - 1) * size * 0.6
    for number, line in enumerate(title):
        _write(root, line, y=round(top + number * size * 1.2), size=size, weight="bold")
    below = [*textwrap.wrap(words.issuer, 36, max_lines=2, placeholder=" …"), *words.lines]
    for number, line in enumerate(below):
        _write(root, line, y=476 - (len(below) - number) * 26, size=20)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data


def token_in(data: bytes) -> str:
    """Give the signed badge that a file holds: the file itself, or the tag of a baked picture.

    Raises:
        NotABadge: there is none in it, or more than one.
    """
    if len(data) > MOST_BYTES:
        raise NotABadge("The file is too large to be a badge.")
    if not data.strip():
        raise NotABadge("The file is empty.")
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _as_text(data)
    try:
        tags = list(parse(data).iter(_TAG))
    except etree.LxmlError:
        raise NotABadge("The file begins like a picture in SVG, but cannot be read as one.") from None
    if len(tags) != 1:
        raise NotABadge(f"The picture holds {len(tags) or 'no'} badges of Open Badges 3.0: it must hold one.")
    token = tags[0].get("verify", "")
    if not token:
        raise NotABadge("The picture holds a badge that is proved in another way than Kith's, and is not judged here.")
    return str(token).strip()


def _as_text(data: bytes) -> str:
    try:
        return data.decode("ascii").strip()
    except UnicodeDecodeError:
        raise NotABadge("The file is neither a signed badge (.jwt) nor a picture in SVG that holds one.") from None


def _add(root: Any, kind: str, **attributes: object) -> Any:
    made = etree.SubElement(root, f"{{{SVG}}}{kind}")
    for name, value in attributes.items():
        made.set(name, str(value))
    return made


def _write(root: Any, words: str, *, y: int, size: int, weight: str = "normal") -> None:
    style = {"text-anchor": "middle", "font-family": "Arial, sans-serif", "font-size": size, "font-weight": weight}
    _add(root, "text", x=256, y=y, fill=_INK, **style).text = _plain(words)


def _plain(words: str) -> str:
    """Leave out what XML cannot hold."""
    return _NOT_XML.sub("", words)
