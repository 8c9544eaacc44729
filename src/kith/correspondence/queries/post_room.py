"""What the demonstration's own mail server was handed: there is no real one behind it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from kith.core.errors import NotFound
from kith.record.queries import leaving
from kith.ui.formats import moment

SHOWN = 50
SHOWN_HEADERS = ("From", "To", "Date", "Message-ID")


@dataclass(frozen=True, slots=True)
class Arrived:
    """One message as it arrived: `to` is whom the sending server named, which is not only what its header says."""

    at: datetime
    sender: str
    to: tuple[str, ...]
    subject: str
    headers: tuple[tuple[str, str], ...]
    text: str
    files: tuple[tuple[str, int], ...]
    size_bytes: int
    sha256: str

    @property
    def title(self) -> str:
        """Name it in one line."""
        return f"{moment(self.at)}: {self.subject}"


@dataclass(frozen=True, slots=True)
class PostRoomPage:
    """What left, as it arrived, newest first."""

    title: str
    arrived: list[Arrived]
    count: int


def post_room_page() -> PostRoomPage:
    """Show what the demonstration's mail server was handed.

    Raises:
        NotFound: this is not a demonstration.
    """
    if not settings.DEMO:
        raise NotFound
    room = Path(settings.DATA_FOLDER) / "post-room"
    paths = sorted([*room.glob("*.eml"), *room.glob("*.text")], key=lambda path: path.name, reverse=True)
    found = [_text(path) if path.suffix == ".text" else _arrived(path) for path in paths[:SHOWN]]
    return PostRoomPage("What left this demonstration", found, len(paths))


def _text(path: Path) -> Arrived:
    said = json.loads(path.read_text())
    at, data = datetime.fromisoformat(said["at"]), said["text"].encode()
    name, sha256 = "Text message", hashlib.sha256(data).hexdigest()
    return Arrived(at, said["from"], (said["to"],), name, (), said["text"], (), len(data), sha256)


def _arrived(path: Path) -> Arrived:
    data = path.read_bytes()
    envelope = json.loads(path.with_suffix(".json").read_text())
    mail = leaving.taken_apart(data)
    return Arrived(
        datetime.fromisoformat(envelope["at"]),
        envelope["from"],
        tuple(envelope["to"]),
        mail.subject if mail else "",
        tuple(each for each in mail.headers if each[0] in SHOWN_HEADERS) if mail else (),
        mail.text if mail else data.decode("utf-8", "replace"),
        tuple((each.name, len(each.data)) for each in mail.files) if mail else (),
        len(data),
        hashlib.sha256(data).hexdigest(),
    )
