"""Calendar invitations (.ics) and contact cards (.vcf): long lines joined, backslashes undone, points kept.

References:
    RFC 5545 (3.1 folding, 3.3.11 TEXT, 3.8.1.6 GEO); RFC 6350 (vCard 4.0); vCard 2.1 for quoted-printable.
"""

import quopri
import re

from kith.engines.guard.opening.gathering import Gathering
from kith.engines.guard.opening.plain import as_text

_ESCAPE = re.compile(r"\\([nN,;\\])")
_GEO = re.compile(r"^GEO[^:\n]*:(?:geo:)?(-?[\d.]+)[;,](-?[\d.]+)", re.MULTILINE | re.IGNORECASE)
_QUOTED = re.compile(r"^([^:\n]*ENCODING=QUOTED-PRINTABLE[^:\n]*):((?:[^\n]*=\n)*[^\n]*)", re.MULTILINE | re.IGNORECASE)
_PICTURE = re.compile(r"^(?:PHOTO|LOGO|ATTACH)[;:][^\n]{200,}", re.MULTILINE | re.IGNORECASE)


def open_cards(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Keep the words and points of an invitation or a card."""
    text = as_text(data).replace("\r\n", "\n")
    text = _QUOTED.sub(lambda line: f"{line[1]}:{_unquoted(line[2])}", text)
    text = re.sub(r"\n[ \t]", "", text)
    gathering.words(where, _ESCAPE.sub(lambda code: " \n" if code[1] in "nN" else code[1], text))
    for lat, lon in _GEO.findall(text):
        gathering.point(where, float(lat), float(lon))
    if _PICTURE.search(text):
        gathering.cannot(where, "a picture or file inside it was not read")


def _unquoted(text: str) -> str:
    return quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace").replace("\n", " ")
