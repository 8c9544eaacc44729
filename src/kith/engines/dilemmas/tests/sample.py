"""One small story, and its compiled form as inkjs wrote it (kith.learning's tests hold the two together)."""

from functools import cache
from pathlib import Path

from kith.engines.dilemmas import Story, load

FILE = Path(__file__).parent / "samples" / "photograph.ink"
INK = FILE.read_text(encoding="utf-8")


def compiled() -> str:
    """Give the compiled story."""
    return FILE.with_suffix(".json").read_text(encoding="utf-8")


@cache
def story() -> Story:
    """Give the story."""
    return load(compiled())
