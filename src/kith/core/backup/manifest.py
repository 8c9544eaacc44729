"""What a backup says of itself: an encrypted piece, with a code that only the installation key makes."""

import hmac
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from kith.core.backup.damage import Damaged
from kith.core.backup.locks import BackupLock, keys_for
from kith.core.backup.pieces import Piece, PieceReader, PieceWriter
from kith.core.vault import InstallationKeys

FILE, CODE = "manifest.kith", "manifest.code"
_CODE = re.compile(r"kith1-backup ([0-9a-f]{16}) ([0-9a-f]{64})\n?")
_LARGEST = 1 << 24


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `objects_sha256` is of the plain list of the store's objects."""

    made_at: str
    kith: str
    postgresql: int
    generation: str
    database: Piece
    folder: Piece
    objects: int
    objects_bytes: int
    objects_sha256: str

    def write(self, backup: Path, lock: BackupLock, name: str) -> None:
        """Write the manifest and its code into a backup's folder, last of all."""
        writer = PieceWriter(backup / FILE, lock.public, f"{name}/manifest")
        writer.write(json.dumps(asdict(self), sort_keys=True).encode())
        writer.finish()
        code = lock.code(name.encode() + b"\0" + (backup / FILE).read_bytes())
        (backup / CODE).write_text(f"kith1-backup {lock.key_id} {code}\n")

    @classmethod
    def read(cls, backup: Path, keys: InstallationKeys) -> tuple[Self, BackupLock]:
        """Read a backup's manifest; give it with the keys of its other pieces.

        Raises:
            BackupProblem: another installation key is needed.
            Damaged: it was altered, or was not made by us.
        """
        key_id, code = _code_in(backup)
        lock = keys_for(keys, key_id)
        try:
            data = (backup / FILE).read_bytes()
        except OSError:
            raise Damaged(f"The piece manifest of {backup} cannot be read.") from None
        if not hmac.compare_digest(lock.code(backup.name.encode() + b"\0" + data), code):
            raise Damaged(f"The piece manifest of {backup} was altered, or this backup was not made by this Kith.")
        with PieceReader(backup / FILE, lock.private, f"{backup.name}/manifest") as reader:
            found = json.loads(reader.read(_LARGEST))
        found |= {"database": Piece(**found["database"]), "folder": Piece(**found["folder"])}
        return cls(**found), lock


def key_id_of(backup: Path) -> str:
    """Tell which installation key a backup opens with."""
    return _code_in(backup)[0]


def _code_in(backup: Path) -> tuple[str, str]:
    try:
        found = _CODE.fullmatch((backup / CODE).read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        found = None
    if found is None:
        raise Damaged(f"The piece {CODE} of {backup} is missing or was altered.")
    return found[1], found[2]
