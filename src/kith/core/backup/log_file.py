"""Files of the archived write-ahead log: each is encrypted as it grows, record by record.

    0   8   "KITHWLOG"
    8  89   the file's own random key, sealed to the backup's public key and bound to the file's name
   97  ..   records: length of the bytes (4), where in the log they begin (8), then those bytes encrypted, with a tag of
            16. Numbers are big-endian; a record's nonce is its number from 0; its first 12 bytes are authenticated.

A file grows until Kith is killed, so its last record may be cut short: that is its end. What was confirmed to
PostgreSQL is never in such a record.
"""

import os
import secrets
import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kith.core.backup.damage import Damaged
from kith.core.vault import SEALED_BYTES, WrongKey, open_sealed, seal_to, sealed_to
from kith.core.vault.keys import KEY_BYTES

_MAGIC: Final = b"KITHWLOG"
_RECORD: Final = struct.Struct(">IQ")
_TAG_BYTES: Final = 16
_LARGEST: Final = 1 << 22


class LogWriter:
    """One file of the archive, being written."""

    def __init__(self, path: Path, public_key: bytes, about: str) -> None:
        key = secrets.token_bytes(KEY_BYTES)
        self._gcm, self._number, self.written_bytes = AESGCM(key), 0, 0
        self._file = path.open("xb", buffering=0)
        self._put(_MAGIC + seal_to(key, public_key, _info(about)))

    def add(self, start: int, data: bytes) -> None:
        """Add bytes of the log that begin at `start`; durable only after `sync`."""
        head = _RECORD.pack(len(data), start)
        self._put(head + self._gcm.encrypt(_nonce(self._number), data, head))
        self._number += 1

    def sync(self) -> None:
        """Wait until all of it is on the disk."""
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _put(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) or 0 :]
        self.written_bytes += len(data)


def read_log(path: Path, private_keys: Mapping[bytes, bytes], about: str) -> Iterator[tuple[int, bytes]]:
    """Give where each piece of the log begins, and its bytes.

    Args:
        private_keys: by the mark of their public key; a file sealed to none of them gives nothing (it is older than
            what was restored, or the gap it leaves is found).

    Raises:
        Damaged: names the file and the place.
    """
    with path.open("rb") as file:
        head = file.read(len(_MAGIC) + SEALED_BYTES)
        if len(head) < len(_MAGIC) + SEALED_BYTES and _MAGIC.startswith(head[:8]):
            return  # killed while it was begun
        if head[:8] != _MAGIC:
            raise Damaged(f"The file {about} of the archive does not begin as one does.")
        try:
            private = private_keys.get(sealed_to(head[8:]))
            if private is None:
                return
            key = open_sealed(head[8:], private, _info(about))
        except WrongKey as problem:
            raise Damaged(f"The file {about} of the archive is not as it was written: {problem}") from None
        gcm, number = AESGCM(key), 0
        while (record := _next(file.read, about, number)) is not None:
            start, head, locked = record
            try:
                yield start, gcm.decrypt(_nonce(number), locked, head)
            except InvalidTag:
                place = file.tell() - len(locked)
                raise Damaged(
                    f"The file {about} of the archive is not as it was written, from byte {place:,}."
                ) from None
            number += 1


def _next(read: Callable[[int], bytes], about: str, number: int) -> tuple[int, bytes, bytes] | None:
    head = read(_RECORD.size)
    if len(head) < _RECORD.size:
        return None
    length, start = _RECORD.unpack(head)
    if length > _LARGEST:
        raise Damaged(f"The file {about} of the archive is not as it was written, at its record {number:,}.")
    locked = read(length + _TAG_BYTES)
    return (start, head, locked) if len(locked) == length + _TAG_BYTES else None


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _info(about: str) -> bytes:
    return b"kith/1 archived log" + about.encode()
