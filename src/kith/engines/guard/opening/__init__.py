"""Opening what is sent along: every word, point and name inside a file, and the name of whatever could not be opened.

One file a sort of document. None of them trusts its input: sizes, depth and numbers of pieces are limited, and damage
is said as `Unopened`, never raised.
"""

from kith.engines.guard.opening.gathering import Gathering, Limits, Passage, PictureReader, PictureUnread, Point
from kith.engines.guard.opening.kinds import open_piece

__all__ = ["Gathering", "Limits", "Passage", "PictureReader", "PictureUnread", "Point", "open_attachment"]


def open_attachment(
    name: str, data: bytes, limits: Limits | None = None, read_picture: PictureReader | None = None
) -> Gathering:
    """Open one attachment and everything inside it.

    Args:
        read_picture: gives the words seen in a picture; without it each picture is named as unread.

    Returns:
        passages and points in the order of the file, and what could not be read; never raises for any bytes.
    """
    gathering = Gathering(open_piece, limits or Limits(), read_picture)
    gathering.words("file name", name)
    gathering.piece(name, data, f"attachment {name}")
    return gathering
