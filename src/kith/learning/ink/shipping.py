"""The stories that ship: their words in `stories`, and compiled in `built`, which `make setup` fills.

The compiled form is not kept in git: it is made from the words like the style sheets, so no two branches can disagree
about it and none can be out of date unseen (each says of which words it was made).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kith.learning.ink.compiling import NotInk, compile_each

STORIES = Path(__file__).parent.parent / "stories"
BUILT = Path(__file__).parent.parent / "built"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A story that came with Kith. `compiled` is empty where it was not built of these words."""

    key: str
    ink: str
    compiled: str


def shipped() -> Iterator[Shipped]:
    """Give the stories that ship, by key."""
    for path in sorted(STORIES.glob("*.ink")):
        ink = path.read_text(encoding="utf-8")
        yield Shipped(key_of(path), ink, _built(key_of(path), ink))


def key_of(path: Path) -> str:
    """Give a story's key: the name of its file, with hyphens."""
    return path.stem.replace("_", "-").lower()


def build() -> list[str]:
    """Compile what is out of date.

    Returns:
        the faults, each with file and line; empty for none.

    Raises:
        NoCompiler.
    """
    BUILT.mkdir(exist_ok=True)
    faults = []
    waiting = [story for story in shipped() if not story.compiled]
    for story, found in zip(waiting, compile_each([each.ink for each in waiting]), strict=True):
        if isinstance(found, NotInk):
            faults += [f"{story.key}.ink:{each.line}: {each.says}" for each in found.faults]
            continue
        made = {"of": _digest(story.ink), "story": found}
        (BUILT / f"{story.key}.json").write_text(json.dumps(made), encoding="utf-8")
    return faults


def _built(key: str, ink: str) -> str:
    path = BUILT / f"{key}.json"
    if not path.is_file():
        return ""
    made = json.loads(path.read_text(encoding="utf-8"))
    return str(made["story"]) if made["of"] == _digest(ink) else ""


def _digest(ink: str) -> str:
    return hashlib.sha256(ink.encode()).hexdigest()
