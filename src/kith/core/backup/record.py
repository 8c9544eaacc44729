"""When this machine's Kith was last backed up, for `kith doctor`."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

FILE = "last-backup.json"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last finished backup: when, where, and which installation key opens it."""

    made_at: str
    where: str
    key_id: str

    @property
    def at(self) -> datetime:
        """Give when it was made."""
        return datetime.fromisoformat(self.made_at)

    def write(self, folder: Path) -> None:
        """Keep it in the agency's folder."""
        half = folder / f"{FILE}.{os.getpid()}"
        half.write_text(json.dumps(asdict(self)))
        half.replace(folder / FILE)


def last_backup(folder: Path) -> LastBackup | None:
    """Read when the last backup was made; None if none was, or the note of it cannot be read."""
    try:
        return LastBackup(**json.loads((folder / FILE).read_text()))
    except (OSError, ValueError, TypeError):
        return None
