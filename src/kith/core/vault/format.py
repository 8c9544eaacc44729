"""The bytes of one stored object, version 1. This cannot change: a later version gets another number.

    header    64 bytes
      0   8   "KITHFILE"
      8   2   version, 1                                      all numbers are big-endian
     10   2   suite, 1: HKDF-SHA-256 and AES-256-GCM
     12   4   plain bytes in a segment (1,048,576; a power of two from 1 KiB to 16 MiB)
     16  16   file id, random
     32  32   key check
    segments  each the plain bytes of its span, encrypted, then a tag of 16 bytes; all full but the last

From the file's own random key: HKDF-SHA-256, salt = file id, info = "kith/1 file" and header bytes 0 to 31, gives 71
bytes: 32 the segment key, 7 the nonce prefix, 32 the key check. The nonce of a segment is prefix, its number from 0
(4 bytes), and 1 if it is the last, else 0; the whole header is authenticated with each. The last segment is empty only
if the file is, so an object's size gives its plain size and no file has two forms.

References:
    docs/adr/0003-file-store.md
    Hoang, Reyhanitabar, Rogaway, Vizar: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance
    (CRYPTO 2015), the STREAM construction
"""

import hmac
import struct
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .keys import Buffer, derive

SEGMENT_BYTES: Final = 1 << 20
HEADER_BYTES: Final = 64
TAG_BYTES: Final = 16
SMALLEST_SEGMENT, LARGEST_SEGMENT = 1 << 10, 1 << 24
MOST_SEGMENTS: Final = 1 << 32

_MAGIC, _VERSION, _SUITE = b"KITHFILE", 1, 1
_FACTS = struct.Struct(">8sHHI16s")
_NONCE_END = struct.Struct(">IB")


class Tampered(Exception):
    """The stored bytes are not those that were written."""


class Cipher:
    """One object's header and the key of its segments."""

    def __init__(self, file_key: bytes, facts: bytes) -> None:
        _, _, _, self.segment_bytes, file_id = _FACTS.unpack(facts)
        self.file_id = UUID(bytes=file_id)
        material = derive(file_key, b"kith/1 file" + facts, length=71, salt=file_id)
        self._gcm, self._prefix = AESGCM(material[:32]), material[32:39]
        self.header = facts + material[39:]

    @classmethod
    def new(cls, file_key: bytes, file_id: UUID, segment_bytes: int = SEGMENT_BYTES) -> "Cipher":
        """Begin an object."""
        _check_segment(segment_bytes, ValueError)
        return cls(file_key, _FACTS.pack(_MAGIC, _VERSION, _SUITE, segment_bytes, file_id.bytes))

    @classmethod
    def of(cls, header: bytes, file_key: bytes) -> "Cipher":
        """Take up an object that was written before.

        Raises:
            Tampered: this is no header, or one of its bytes was altered, or it was made with another key (which cannot
                be told apart; a key unwrapped for an object's name is that object's).
        """
        if len(header) != HEADER_BYTES or header[:8] != _MAGIC:
            raise Tampered("This object does not begin as a stored file does: it was cut short or replaced.")
        facts = header[: _FACTS.size]
        _, version, suite, segment_bytes, _ = _FACTS.unpack(facts)
        if (version, suite) != (_VERSION, _SUITE):
            raise Tampered(f"This object says format {version}.{suite}; this version of Kith reads 1.1.")
        _check_segment(segment_bytes, Tampered)
        cipher = cls(file_key, facts)
        if not hmac.compare_digest(cipher.header, header):
            raise Tampered("This object's first bytes were altered, or another object lies in its place.")
        return cipher

    def lock(self, number: int, plain: Buffer, into: Buffer, *, last: bool) -> None:
        """Encrypt one segment; `into` is 16 bytes longer than `plain`."""
        self._gcm.encrypt_into(self._nonce(number, last), plain, self.header, into)

    def unlock(self, number: int, locked: Buffer, into: Buffer, *, last: bool) -> None:
        """Decrypt and check one segment; `into` is 16 bytes shorter than `locked`, and blank if the check fails.

        Raises:
            Tampered: names the segment.
        """
        try:
            self._gcm.decrypt_into(self._nonce(number, last), locked, self.header, into)
        except InvalidTag:
            memoryview(into)[:] = bytes(len(into))
            start = number * self.segment_bytes
            raise Tampered(
                f"Segment {number} of this object (from byte {start:,} of the file) is not as it was written: "
                "it was altered, moved, or the object was cut short or added to."
            ) from None

    def _nonce(self, number: int, last: bool) -> bytes:
        return self._prefix + _NONCE_END.pack(number, last)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the segments of an object lie, from its size alone."""

    segment_bytes: int
    count: int
    plain_bytes: int

    @classmethod
    def of(cls, object_bytes: int, segment_bytes: int) -> "Layout":
        """Work out the segments of an object of this size.

        Raises:
            Tampered: no file makes an object of this size.
        """
        body, whole = object_bytes - HEADER_BYTES, segment_bytes + TAG_BYTES
        count = -(-body // whole)
        plain_bytes = body - count * TAG_BYTES
        if count < 1 or plain_bytes < 0 or (count > 1 and plain_bytes <= (count - 1) * segment_bytes):
            raise Tampered("No file makes an object of this size: it was cut short or added to.")
        return cls(segment_bytes, count, plain_bytes)

    def is_last(self, number: int) -> bool:
        """Tell whether this is the final segment."""
        return number == self.count - 1

    def plain_length(self, number: int) -> int:
        """Give how many plain bytes a segment holds."""
        return self.plain_bytes - number * self.segment_bytes if self.is_last(number) else self.segment_bytes

    def offset(self, number: int) -> int:
        """Give where a segment begins in the object."""
        return HEADER_BYTES + number * (self.segment_bytes + TAG_BYTES)


def _check_segment(segment_bytes: int, error: type[Exception]) -> None:
    sound = SMALLEST_SEGMENT <= segment_bytes <= LARGEST_SEGMENT and segment_bytes.bit_count() == 1
    if not sound:
        raise error(f"A segment of {segment_bytes} bytes is not a power of two from 1 KiB to 16 MiB.")
