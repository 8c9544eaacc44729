"""One file that plays a dilemma by itself, with its retellings: it asks nobody for anything and keeps nothing.

It holds the story as numbered scenes and, for each trail, which lines the others tell: 67 to 94 kB for those that ship.
The runtime of inkjs has 128 kB and needs the compiled story besides (39 to 51 kB), and programs must stand in the file.
"""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
#: What may not stand within a script, as JSON says it otherwise.
_WITHIN = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def file_of(story: Mapping[str, Any]) -> bytes:
    """Write the file.

    Args:
        story: what `queries.paper.offline_story` gives.
    """
    page, style, play = (
        _HERE.joinpath(name).read_text(encoding="utf-8") for name in ("page.html", "style.css", "play.js")
    )
    data = json.dumps(story, ensure_ascii=False, separators=(",", ":")).translate(_WITHIN)
    holes = {"TITLE": escape(str(story["title"])), "STYLE": style, "PLAY": play, "STORY": data}
    before, *parts = page.split("{{ ")
    filled = [before]
    for part in parts:
        name, _, rest = part.partition(" }}")
        filled += [holes[name], rest]
    return "".join(filled).encode()
