"""Erasures that must be done again on what an older backup holds.

Small on purpose: the erasing itself comes with retention. A restore calls `replay`; the list is `erasures.jsonl` in
the agency's folder, copied into each backup and joined with the machine's own copy (kith.core.replayed).
"""

from datetime import datetime
from pathlib import Path

from kith.core import replayed

LIST = "erasures.jsonl"


class CannotErase(RuntimeError):
    """The list names an erasure and this Kith does not know how to do it again."""


def replay(folder: Path, *, at: datetime) -> int:
    """Erase again what the list names; give how many.

    Raises:
        CannotErase: it names something: nothing may be served as if it had been erased.
    """
    for line in replayed.lines(folder / LIST):
        raise CannotErase(f"An erasure of {line.get('at', 'unknown date')} cannot be done again by this version.")
    return 0
