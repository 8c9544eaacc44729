"""Calendar invitations (.ics) and contact cards (.vcf): long lines joined, backslashes undone, points kept.

References:
    RFC 5545 (3.1 folding, 3.3.11 TEXT, 3.8.1.6 GEO); RFC 6350 (vCard 4.0); vCard 2.1 for quoted-printable.
"""

import quopri
import re

from kith.engines.guard.opening.gathering import Gathering
from kith.engines.guard.opening.plain import as_text, open_packed

_ESCAPE = re.compile(r"\\([nN,;\\])")
_GEO = re.compile(r"^GEO[^:\n]*:(?:geo:)?(-?[\d.]+)[;,](-?[\d.]+)", re.MULTILINE | re.IGNORECASE)
_QUOTED = re.compile(r"^([^:\n]*ENCODING=QUOTED-PRINTABLE[^:\n]*):((?:[^\n]*=\n)*[^\n]*)", re.MULTILINE | re.IGNORECASE)
# Apple's GEO, which the standard's readers pass over: X-APPLE-STRUCTURED-LOCATION;...:geo:56.2104,1.9032
_GEO_ADDRESS = re.compile(r"\bgeo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)", re.IGNORECASE)
_PACKED = re.compile(
    r"^(PHOTO|LOGO|SOUND|KEY|ATTACH)(?:;[^:\n]{0,300}ENCODING=B[^:\n]{0,300}:|[^:\n]{0,300}:data:[^,\n]{0,300};base64,)([^\n]+)",
    re.MULTILINE | re.IGNORECASE,
)


def open_cards(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Keep the words and points of an invitation or a card."""
    text = as_text(data).replace("\r\n", "\n")
    text = _QUOTED.sub(lambda line: f"{line[1]}:{_unquoted(line[2])}", text)
    text = re.sub(r"\n[ \t]", "", text)
    gathering.words(where, _ESCAPE.sub(lambda code: " \n" if code[1] in "nN" else code[1], text))
    for lat, lon in {*_GEO.findall(text), *_GEO_ADDRESS.findall(text)}:
        gathering.point(where, float(lat), float(lon))
    for kind, packed in _PACKED.findall(text):
        open_packed(gathering, kind.lower(), packed, where)


def _unquoted(text: str) -> str:
    return quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace").replace("\n", " ")
