"""One encrypted piece of a backup.

 0   8   "KITHPIEC"
 8  89   the piece's own random key, sealed to the backup's public key and bound to the piece's name
97  ..   an object as the file store writes them (kith.core.vault.format): 1 MiB segments, each authenticated
"""

import hashlib
import io
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from kith.core.backup.damage import Damaged
from kith.core.vault import SEALED_BYTES, SEGMENT_BYTES, Reader, Tampered, WrongKey, open_sealed, seal_to
from kith.core.vault.disk import DiskBlob
from kith.core.vault.format import TAG_BYTES, Cipher
from kith.core.vault.keys import KEY_BYTES, Buffer

_MAGIC: Final = b"KITHPIEC"
_BODY: Final = len(_MAGIC) + SEALED_BYTES


@dataclass(frozen=True, slots=True)
class Piece:
    """What the manifest keeps of a piece: its name, and the size and hash of the encrypted file."""

    name: str
    size_bytes: int
    sha256: str


class PieceWriter(io.RawIOBase):
    """Encrypts a piece as its bytes come; only what is encrypted touches the disk.

    Args:
        about: the name of the piece in its backup; a piece under another name does not open.
    """

    def __init__(self, path: Path, public_key: bytes, about: str) -> None:
        super().__init__()
        key = secrets.token_bytes(KEY_BYTES)
        self._cipher = Cipher.new(key, UUID(bytes=secrets.token_bytes(16)))
        self._about, self._waiting, self._number = about, bytearray(), 0
        self._locked = bytearray(SEGMENT_BYTES + TAG_BYTES)
        self._hash, self._size_bytes = hashlib.sha256(), 0
        self._file = path.open("xb", buffering=0)
        self._put(_MAGIC + seal_to(key, public_key, _info(about)) + self._cipher.header)

    def writable(self) -> bool:
        """Say yes."""
        return True

    def write(self, data: Any) -> int:
        """Add bytes."""
        view = memoryview(data).cast("B")
        self._waiting += view
        while len(self._waiting) > SEGMENT_BYTES:  # a full segment waits: the last one is marked as the last
            self._segment(self._waiting[:SEGMENT_BYTES], last=False)
            del self._waiting[:SEGMENT_BYTES]
        return len(view)

    def finish(self) -> Piece:
        """Write what is left; when this returns the piece is on the disk."""
        self._segment(self._waiting, last=True)
        os.fsync(self._file.fileno())
        self.close()
        return Piece(self._about, self._size_bytes, self._hash.hexdigest())

    def close(self) -> None:
        """Close the file, finished or not."""
        self._file.close()
        super().close()

    def _segment(self, plain: Buffer, *, last: bool) -> None:
        locked = memoryview(self._locked)[: len(plain) + TAG_BYTES]
        self._cipher.lock(self._number, plain, locked, last=last)
        self._number += 1
        self._put(locked)

    def _put(self, data: Buffer) -> None:
        self._hash.update(data)
        self._size_bytes += len(data)
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) or 0 :]


class _Body(DiskBlob):
    """The object behind a piece's first bytes."""

    @property
    def object_bytes(self) -> int:
        return max(0, super().object_bytes - _BODY)

    def read_into(self, start: int, into: Buffer) -> int:
        return super().read_into(start + _BODY, into)


class PieceReader(Reader):
    """Reads a piece; every segment is checked as it is read, and what is wrong names the piece.

    Raises:
        Damaged: at opening, or at reading a segment.
    """

    def __init__(self, path: Path, private_key: bytes, about: str) -> None:
        self._about = about
        try:
            with path.open("rb") as file:
                start = file.read(_BODY)
            if start[:8] != _MAGIC:
                raise Tampered("it does not begin as a piece does")
            key = open_sealed(start[len(_MAGIC) :], private_key, _info(about))
            super().__init__(_Body(os.open(path, os.O_RDONLY | os.O_CLOEXEC)), key)
        except (Tampered, WrongKey) as problem:
            raise self._damaged(problem) from None
        except FileNotFoundError:
            raise Damaged(f"The piece {about} of this backup is not there.") from None

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the piece goes."""
        try:
            return super().readinto(buffer)
        except Tampered as problem:
            raise self._damaged(problem) from None

    def _damaged(self, problem: Exception) -> Damaged:
        return Damaged(f"The piece {self._about} of this backup is not as it was written: {problem}")


def _info(about: str) -> bytes:
    return b"kith/1 backup piece" + about.encode()
