"""The key that signs checkpoints (Ed25519): a private file, and a fingerprint to be kept outside.

Only what signs needs the private key. Whoever holds the database without it can rewrite chains, heads and checkpoints,
but not sign them so that the fingerprint kept outside still fits.

References:
    docs/adr/0009-ledger-proof.md; RFC 8032
"""

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kith.core.vault import KeyProblem
from kith.core.vault.keyfile import read_key_file, write_private

SETTING = "KITH_CHECKPOINT_KEY"


@dataclass(frozen=True, slots=True)
class CheckpointKey:
    """What signs checkpoints and exports."""

    private: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """Make a key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a key from PEM (PKCS #8).

        Raises:
            KeyProblem: it is not an Ed25519 private key.
        """
        try:
            found = serialization.load_pem_private_key(text.encode(), password=None)
        except (ValueError, TypeError):
            found = None
        if not isinstance(found, Ed25519PrivateKey):
            raise KeyProblem("The checkpoint key is not an Ed25519 key in PEM. 'kith ledger key make' makes one.")
        return cls(found)

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None) -> Self | None:
        """Read the key from KITH_CHECKPOINT_KEY, or from the file KITH_CHECKPOINT_KEY_FILE; None if none was made.

        Raises:
            KeyProblem: there is one and it cannot be used.
        """
        known = os.environ if environment is None else environment
        if known.get(SETTING):
            return cls.parse(known[SETTING])
        path = known.get(f"{SETTING}_FILE", "")
        return cls.parse(read_key_file(Path(path))) if path and Path(path).exists() else None

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self.private.public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        """Which key this is: to be kept outside, and given to whoever verifies."""
        return fingerprint_of(self.public)

    def sign(self, text: str) -> bytes:
        """Sign a statement."""
        return self.private.sign(text.encode())

    def pem(self) -> bytes:
        """Write the private key as PEM (PKCS #8)."""
        return self.private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )


def make_key_file(path: Path) -> CheckpointKey:
    """Make a key in a file that only its owner may read, whole or not at all.

    Raises:
        KeyProblem: there is a file already, or it cannot be written.
    """
    key = CheckpointKey.new()
    write_private(path, key.pem())
    return key


def fingerprint_of(public: bytes) -> str:
    """Give the fingerprint of a public key: its SHA-256, in hex."""
    return hashlib.sha256(public).hexdigest()


def grouped(fingerprint: str) -> str:
    """Write a fingerprint so that a person can copy and compare it: sixteen groups of four."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def pins(texts: Iterable[str]) -> frozenset[str]:
    """Read fingerprints as a person gives them: spaces, colons, dashes and capitals make no difference.

    Raises:
        KeyProblem: one is not 64 hexadecimal digits.
    """
    found = set()
    for text in texts:
        plain = re.sub(r"[\s:-]", "", text).lower()
        if not re.fullmatch(r"[0-9a-f]{64}", plain):
            raise KeyProblem(f"'{text}' is not a fingerprint: it is 64 hexadecimal digits.")
        found.add(plain)
    return frozenset(found)


def holds(public: bytes, signature: bytes, text: str) -> bool:
    """Tell whether this key signed this statement."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
