"""Opening what is sent along: every word, point and name inside a file, and the name of whatever could not be opened.

One file a sort of document. None of them trusts its input: sizes, depth and numbers of pieces are limited, and damage
is said as `Unopened`, never raised.
"""

from kith.engines.guard.opening.gathering import Gathering, Limits, Passage, Point
from kith.engines.guard.opening.kinds import open_piece

__all__ = ["Gathering", "Limits", "Passage", "Point", "open_attachment"]


def open_attachment(name: str, data: bytes, limits: Limits | None = None) -> Gathering:
    """Open one attachment and everything inside it.

    Returns:
        passages and points in the order of the file, and what could not be read; never raises for any bytes.
    """
    gathering = Gathering(open_piece, limits or Limits())
    gathering.words("file name", name)
    gathering.piece(name, data, f"attachment {name}")
    return gathering
