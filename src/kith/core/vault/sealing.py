"""Sealing: a file's key is wrapped to a public key, so that the serving system can no longer open the file.

The private key is held elsewhere (on paper, in a safe, by a second person's tool). A sealed key is bound to the name of
its object: 1 (version), which public key (8 bytes), then HPKE's encapsulated key (32) and the file key with its tag
(48). 89 bytes. HPKE in base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; info = "kith/1 sealed file key"
and the object's name.

References:
    RFC 9180 (HPKE); docs/adr/0003-file-store.md
"""

import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from .keys import KEY_BYTES, WrongKey
from .names import ObjectName

SEALED_BYTES = 89
_VERSION = b"\x01"
_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def new_sealing_pair() -> tuple[bytes, bytes]:
    """Make a private key, to be kept away from the serving system, and its public key. 32 bytes each."""
    private = X25519PrivateKey.generate().private_bytes_raw()
    return private, public_of(private)


def public_of(private_key: bytes) -> bytes:
    """Give the public key of a private one."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def seal_key(file_key: bytes, public_key: bytes, *, name: ObjectName) -> bytes:
    """Wrap a file's key so that only the holder of the private key can open it.

    The caller keeps this in the place of the wrapped file key, which it deletes: until then nothing is sealed.

    Raises:
        ValueError: a key has not 32 bytes.
    """
    if len(file_key) != KEY_BYTES:
        raise ValueError(f"A file key is {KEY_BYTES} bytes, not {len(file_key)}.")
    return seal_to(file_key, public_key, _about(name))


def seal_to(key: bytes, public_key: bytes, about: bytes) -> bytes:
    """Wrap any key of 32 bytes to a public key, bound to what it is for. 89 bytes."""
    recipient = X25519PublicKey.from_public_bytes(public_key)
    return _VERSION + mark_of(public_key) + _SUITE.encrypt(key, recipient, info=about)


def unseal_key(sealed: bytes, private_key: bytes, *, name: ObjectName) -> bytes:
    """Open a sealed key with the private key: for the tool of its holder, never for the serving system.

    Raises:
        WrongKey: sealed to another key, of another object, or altered.
    """
    return open_sealed(sealed, private_key, _about(name))


def open_sealed(sealed: bytes, private_key: bytes, about: bytes) -> bytes:
    """Open what `seal_to` made.

    Raises:
        WrongKey: sealed to another key, for something else, or altered.
    """
    holder = X25519PrivateKey.from_private_bytes(private_key)
    if sealed_to(sealed) != mark_of(public_of(private_key)):
        raise WrongKey("This file was sealed to another key.")
    try:
        return _SUITE.decrypt(sealed[9:], holder, info=about)
    except InvalidTag:
        raise WrongKey("The sealed key does not open: it was altered, or it belongs to another file.") from None


def sealed_to(sealed: bytes) -> bytes:
    """Tell which public key a file was sealed to: the first 8 bytes of the SHA-256 of it.

    Raises:
        WrongKey: this is no sealed key.
    """
    if sealed[:1] != _VERSION or len(sealed) != SEALED_BYTES:
        raise WrongKey(f"The sealed key does not have the shape of one: {len(sealed)} bytes.")
    return sealed[1:9]


def mark_of(public_key: bytes) -> bytes:
    """Name a public key in 8 bytes."""
    return hashlib.sha256(public_key).digest()[:8]


def _about(name: ObjectName) -> bytes:
    return b"kith/1 sealed file key" + str(name).encode()
