"""The samples, and what is expected of each."""

import json
from pathlib import Path

from kith.engines.readers import Item, Piece, Source

FOLDER = Path(__file__).parent.parent / "samples" / "whatsapp_txt"
SAMPLES = sorted(FOLDER.glob("*.txt"))


def expected(path: Path) -> dict:
    return json.loads(path.with_suffix(".expected.json").read_text())


def of(text: str | bytes, name: str = "chat.txt") -> Source:
    return Source.of_bytes(text if isinstance(text, bytes) else text.encode(), name)


def shown(piece: Piece) -> list:
    if not isinstance(piece, Item):
        return ["unread", piece.line, piece.why]
    seconds = piece.stamp.seconds if piece.stamp else None
    return [piece.kind, piece.line, piece.sender, piece.text, list(piece.flags), piece.attachment, seconds]
