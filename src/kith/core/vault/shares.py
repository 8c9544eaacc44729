"""Escrow: the installation key as three shares, any two of which make it again. One alone tells nothing of it.

Shamir's scheme, threshold two: each byte of the key is the value at 0 of a line over GF(256) whose slope is a random
byte; share n holds the line's value at n. For a reader of one share every key is as likely as before. A share is five
lines that can be typed back:

    kith1-share-<installation key id>-<split, 8 digits>-<number>
    1: xxxx xxxx xxxx xxxx          8 bytes in 13 letters and digits, then 3 that check this line
    ... 4:

The check of a line is over the heading, the line's number and its bytes, so that a slip is found in its line. The
heading names the key, which one who guesses the whole key could use to see that the guess is right; nothing else.

References:
    A. Shamir, How to share a secret (CACM 1979); docs/adr/0010-keys-and-backups.md
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from .keys import KEY_BYTES, InstallationKey, KeyProblem

SHARES: Final = (1, 2, 3)
_LINE_BYTES, _DATA_LETTERS, _LINE_LETTERS = 8, 13, 16
_HEADING = re.compile(r"kith1-share-([0-9a-f]{16})-([0-9a-f]{8})-([123])")
_LINE = re.compile(r"([1-4])\s*:\s*([a-z2-7\s-]+)")
_FIELD = 0x11B  # AES's polynomial: x^8 + x^4 + x^3 + x + 1


def times(one: int, other: int) -> int:
    """Multiply in GF(256). It looks at every bit, whatever the numbers are."""
    product = 0
    for bit in range(8):
        product ^= one * (other >> bit & 1)
        one = one << 1 ^ _FIELD * (one >> 7)
    return product


def inverse(number: int) -> int:
    """Give the number that times this one is 1: its 254th power."""
    if not number:
        raise ZeroDivisionError("0 has no inverse")
    result = 1
    for _ in range(254):
        result = times(result, number)
    return result


@dataclass(frozen=True, slots=True)
class Share:
    """One share: which key, which splitting of it, which of the three, and its 32 bytes."""

    key_id: str
    split: str
    number: int
    data: bytes = field(repr=False)

    @property
    def heading(self) -> str:
        """Name the share; nothing secret."""
        return f"kith1-share-{self.key_id}-{self.split}-{self.number}"

    def text(self) -> str:
        """Write the share as five lines, to be printed and kept by one person."""
        return "\n".join([self.heading, *(self._line(at) for at in range(KEY_BYTES // _LINE_BYTES))]) + "\n"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a share that was typed back; lines after `#` and empty ones say nothing.

        Raises:
            KeyProblem: names the line with the slip; never shows any of it.
        """
        said = [line.split("#")[0].strip().lower() for line in text.splitlines()]
        lines = [line for line in said if line]
        heading = _HEADING.fullmatch(lines[0]) if lines else None
        if not heading:
            raise KeyProblem("A share begins with a line like kith1-share-, 16 digits, 8 digits and 1, 2 or 3.")
        found = cls(heading[1], heading[2], int(heading[3]), b"".join(_bytes_of(lines[1:])))
        for at, line in enumerate(lines[1:]):
            if _letters(line) != _letters(found._line(at)):
                raise KeyProblem(f"Line {at + 1} of share {found.number} has a slip in it, or the heading has.")
        return found

    def _line(self, at: int) -> str:
        piece = self.data[at * _LINE_BYTES : (at + 1) * _LINE_BYTES]
        check = hashlib.sha256(f"{self.heading} {at + 1} ".encode() + piece).digest()
        letters = _word(piece)[:_DATA_LETTERS] + _word(check)[: _LINE_LETTERS - _DATA_LETTERS]
        return f"{at + 1}: " + " ".join(letters[start : start + 4] for start in range(0, _LINE_LETTERS, 4))


def split_key(key: InstallationKey) -> tuple[Share, ...]:
    """Split a key into three shares; each splitting is new, and shares of two splittings do not go together."""
    slopes, split = secrets.token_bytes(KEY_BYTES), secrets.token_hex(4)
    return tuple(
        Share(key.id, split, number, bytes(a ^ times(b, number) for a, b in zip(key.secret, slopes, strict=True)))
        for number in SHARES
    )


def join_shares(shares: Sequence[Share]) -> InstallationKey:
    """Make the key again from two shares.

    Raises:
        KeyProblem: fewer or more than two, the same one twice, of two splittings, or they make another key.
    """
    if len(shares) != 2 or shares[0].number == shares[1].number:
        raise KeyProblem("Two different shares make the key again: give two of the three.")
    one, other = shares
    if (one.key_id, one.split) != (other.key_id, other.split):
        raise KeyProblem(f"{one.heading} and {other.heading} are not of one splitting: they do not go together.")
    # The line through (n, a) and (m, b) is, at 0, (a m + b n) / (n + m); in GF(256) plus and minus are one.
    over = inverse(one.number ^ other.number)
    secret = bytes(
        times(times(a, other.number) ^ times(b, one.number), over) for a, b in zip(one.data, other.data, strict=True)
    )
    key = InstallationKey(secret)
    if key.id != one.key_id:
        raise KeyProblem(f"These shares make key {key.id} and not {one.key_id}: one of them was altered.")
    return key


def _bytes_of(lines: Sequence[str]) -> list[bytes]:
    found = []
    for at, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        letters = _letters(line)
        if not match or int(match[1]) != at + 1 or len(letters) != _LINE_LETTERS:
            raise KeyProblem(f"Line {at + 1} of this share is not '{at + 1}:' and {_LINE_LETTERS} letters and digits.")
        found.append(base64.b32decode(letters[:_DATA_LETTERS].upper() + "==="))
    if len(found) != KEY_BYTES // _LINE_BYTES:
        raise KeyProblem(f"A share has {KEY_BYTES // _LINE_BYTES} lines below its heading; this one has {len(found)}.")
    return found


def _letters(line: str) -> str:
    return re.sub(r"[\s-]", "", line.partition(":")[2])


def _word(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=").lower()
