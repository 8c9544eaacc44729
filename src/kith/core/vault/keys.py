"""The keys: one of the installation wraps one of each case, which wraps one of each file.

Wrapped keys are kept by the caller, in the database, and are bound to what they are for: a case key to its case, a
file key to the name of its object. Moved to another row they do not open.

    wrapped case key   69 bytes: 1 (version), installation key id (8), nonce (12), key and tag (48)
    wrapped file key   61 bytes: 1 (version), nonce (12), key and tag (48)
    locked value       29 bytes more than the value: 1 (version), nonce (12), value and tag (16)
    sealed secret      "sealed:" and base64 of 1 (version), installation key id (8), nonce (12), text and tag (16)

References:
    docs/adr/0003-file-store.md; NIST SP 800-38D (AES-GCM); RFC 5869 (HKDF)
"""

import base64
import hmac
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .names import ObjectName

Buffer = bytes | bytearray | memoryview

KEY_BYTES, ID_BYTES, NONCE_BYTES, TAG_BYTES = 32, 8, 12, 16
_VERSION = b"\x01"
#: What every sealed secret begins with: no seed, code or password does.
SEALED_SECRET = "sealed:"
_TEXT = re.compile(r"kith1-([0-9a-f]{16})-([a-z2-7]{52})")


class WrongKey(Exception):
    """This key does not open this, or it was altered or belongs to something else."""


class KeyProblem(Exception):
    """The installation key cannot be had: the text says why and what to do."""


def derive(secret: bytes, purpose: bytes, *, length: int = KEY_BYTES, salt: bytes | None = None) -> bytes:
    """Derive a key for one purpose (HKDF-SHA-256)."""
    return HKDF(hashes.SHA256(), length, salt, purpose).derive(secret)


def _wrap(key: bytes, secret: Buffer, about: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, secret, about)


def _unwrap(key: bytes, wrapped: bytes, about: bytes, what: str) -> bytes:
    try:
        return AESGCM(key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], about)
    except (InvalidTag, ValueError):
        raise WrongKey(f"{what} does not open: it was altered, or it belongs to something else.") from None


def _check_shape(wrapped: bytes, size: int, what: str) -> None:
    if wrapped[:1] != _VERSION or len(wrapped) != size:
        raise WrongKey(f"{what} does not have the shape of one: {len(wrapped)} bytes.")


@dataclass(frozen=True, slots=True)
class InstallationKey:
    """The one key that opens everything here. Kept outside the database and outside backups."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise KeyProblem(f"An installation key is {KEY_BYTES} bytes, not {len(self.secret)}.")

    @property
    def id(self) -> str:
        """Which key this is, in 16 hexadecimal digits; it says nothing of the key."""
        return derive(self.secret, b"kith/1 installation key id", length=ID_BYTES).hex()

    def text(self) -> str:
        """Write the key as one word: `kith1-<id>-<52 letters and digits>`; the id finds a slip in copying."""
        return f"kith1-{self.id}-{base64.b32encode(self.secret).decode().rstrip('=').lower()}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a key from its word.

        Raises:
            KeyProblem: never shows any of the text.
        """
        found = _TEXT.fullmatch(text.strip().lower())
        if not found:
            raise KeyProblem("An installation key looks like kith1-, 16 digits, a dash and 52 letters and digits.")
        key = cls(base64.b32decode(found[2].upper() + "===="))
        if key.id != found[1]:
            raise KeyProblem(f"The installation key written as {found[1]} has a slip in it: it makes {key.id}.")
        return key


def new_installation_key() -> InstallationKey:
    """Make a new installation key."""
    return InstallationKey(secrets.token_bytes(KEY_BYTES))


@dataclass(frozen=True, slots=True)
class InstallationKeys:
    """The current installation key, first, and older ones that still open what they wrapped."""

    keys: tuple[InstallationKey, ...]

    def __post_init__(self) -> None:
        if not self.keys:
            raise KeyProblem("There is no installation key: make one with `kith keys`.")

    @classmethod
    def load(cls, path: Path | None = None, *, environment: Mapping[str, str] = os.environ) -> Self:
        """Load the keys from a file, or from `KITH_KEY`, or from the file that `KITH_KEY_FILE` names.

        A file holds one key a line, the current one first; empty lines and lines after `#` say nothing.

        Raises:
            KeyProblem: none, two places, not readable, open to others, or a slip in it.
        """
        from .keyfile import read_key_file

        text, file = environment.get("KITH_KEY"), environment.get("KITH_KEY_FILE")
        if path is None and text and file:
            raise KeyProblem("Both KITH_KEY and KITH_KEY_FILE are set: unset one of them.")
        if path is None and text:
            return cls.parse(text)
        if path is None and not file:
            raise KeyProblem("There is no installation key: set KITH_KEY_FILE, or make one with `kith keys`.")
        return cls.parse(read_key_file(path or Path(file or "")))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read keys written one a line."""
        words = [word for line in text.splitlines() for word in line.split("#")[0].replace(",", " ").split()]
        return cls(tuple(InstallationKey.parse(word) for word in words))

    def text(self) -> str:
        """Write the keys as a key file holds them."""
        return "".join(f"{key.text()}\n" for key in self.keys)

    @property
    def current(self) -> InstallationKey:
        """The key that new things are wrapped with."""
        return self.keys[0]

    def rotated(self) -> "InstallationKeys":
        """Give these keys with a new one before them; then `rewrap_case_key` each case, then drop the old ones."""
        return InstallationKeys((new_installation_key(), *self.keys))

    def wrap_case_key(self, case_id: UUID, key: "CaseKey") -> bytes:
        """Wrap a case key for the database, with the current key. 69 bytes."""
        key_id = bytes.fromhex(self.current.id)
        return _VERSION + key_id + _wrap(_case_wrapper(self.current), key.secret, _about_case(key_id, case_id))

    def unwrap_case_key(self, case_id: UUID, wrapped: bytes) -> "CaseKey":
        """Open a wrapped case key.

        Raises:
            WrongKey: of another case, altered, or wrapped with a key that is not here (its id is named).
        """
        key_id = self.key_id_of(wrapped)
        key = next((key for key in self.keys if key.id == key_id), None)
        if key is None:
            raise WrongKey(f"This case key was wrapped with installation key {key_id}, which is not here.")
        about = _about_case(bytes.fromhex(key_id), case_id)
        return CaseKey(_unwrap(_case_wrapper(key), wrapped[1 + ID_BYTES :], about, "The case key"))

    def rewrap_case_key(self, case_id: UUID, wrapped: bytes) -> bytes:
        """Wrap a case key with the current installation key; one that already is comes back as it was."""
        if self.key_id_of(wrapped) == self.current.id:
            return wrapped
        return self.wrap_case_key(case_id, self.unwrap_case_key(case_id, wrapped))

    def seal_secret(self, secret: str, purpose: str) -> str:
        """Encrypt a short secret that is of no case (the seed of somebody's codes), with the current key."""
        key_id = bytes.fromhex(self.current.id)
        wrapped = _wrap(_secret_wrapper(self.current), secret.encode(), _about_secret(key_id, purpose))
        return SEALED_SECRET + base64.b64encode(_VERSION + key_id + wrapped).decode()

    def open_secret(self, sealed: str, purpose: str) -> str:
        """Decrypt what `seal_secret` made.

        Raises:
            WrongKey: for another purpose, altered, or sealed with a key that is not here (its id is named).
        """
        key_id = self.key_id_of_secret(sealed)
        key = next((key for key in self.keys if key.id == key_id), None)
        if key is None:
            raise WrongKey(f"This secret was sealed with installation key {key_id}, which is not here.")
        about = _about_secret(bytes.fromhex(key_id), purpose)
        wrapped = base64.b64decode(sealed.removeprefix(SEALED_SECRET))[1 + ID_BYTES :]
        return _unwrap(_secret_wrapper(key), wrapped, about, "The sealed secret").decode()

    @staticmethod
    def key_id_of_secret(sealed: str) -> str:
        """Tell which installation key sealed a secret.

        Raises:
            WrongKey: it was never sealed, or was altered.
        """
        try:
            raw = base64.b64decode(sealed.removeprefix(SEALED_SECRET), validate=True)
        except ValueError:
            raw = b""
        if (
            not sealed.startswith(SEALED_SECRET)
            or raw[:1] != _VERSION
            or len(raw) < 1 + ID_BYTES + NONCE_BYTES + TAG_BYTES
        ):
            raise WrongKey(f"The sealed secret does not have the shape of one: {len(sealed)} characters.")
        return raw[1 : 1 + ID_BYTES].hex()

    @staticmethod
    def key_id_of(wrapped: bytes) -> str:
        """Tell which installation key wrapped a case key, for `kith doctor` and rotation."""
        _check_shape(wrapped, 1 + ID_BYTES + NONCE_BYTES + KEY_BYTES + TAG_BYTES, "The wrapped case key")
        return wrapped[1 : 1 + ID_BYTES].hex()


def _case_wrapper(key: InstallationKey) -> bytes:
    return derive(key.secret, b"kith/1 case keys")


def _secret_wrapper(key: InstallationKey) -> bytes:
    return derive(key.secret, b"kith/1 secrets of no case")


def _about_secret(key_id: bytes, purpose: str) -> bytes:
    return b"kith/1 secret of no case" + key_id + purpose.encode()


def _about_case(key_id: bytes, case_id: UUID) -> bytes:
    return b"kith/1 case key" + key_id + case_id.bytes


@dataclass(frozen=True, slots=True)
class CaseKey:
    """The key of one case: it names the case's files and opens their keys."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise WrongKey(f"A case key is {KEY_BYTES} bytes, not {len(self.secret)}.")

    @classmethod
    def new(cls) -> Self:
        """Make the key of a new case."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def address(self, sha256: bytes) -> str:
        """Give the address of content in this case: HMAC-SHA-256 of its hash, in 64 hexadecimal digits."""
        if len(sha256) != 32:
            raise ValueError(f"A SHA-256 is 32 bytes, not {len(sha256)}.")
        return hmac.digest(derive(self.secret, b"kith/1 addresses"), sha256, "sha256").hex()

    def wrap_file_key(self, name: ObjectName, file_key: bytes) -> bytes:
        """Wrap a file's key for the database. 61 bytes."""
        if len(file_key) != KEY_BYTES:
            raise ValueError(f"A file key is {KEY_BYTES} bytes, not {len(file_key)}.")
        return _VERSION + _wrap(derive(self.secret, b"kith/1 file keys"), file_key, _about_file(name))

    def unwrap_file_key(self, name: ObjectName, wrapped: bytes) -> bytes:
        """Open a wrapped file key.

        Raises:
            WrongKey: of another case or another object, or altered.
        """
        _check_shape(wrapped, 1 + NONCE_BYTES + KEY_BYTES + TAG_BYTES, "The wrapped file key")
        return _unwrap(derive(self.secret, b"kith/1 file keys"), wrapped[1:], _about_file(name), "The file key")

    def lock_value(self, value: bytes, about: str) -> bytes:
        """Encrypt a small value for a column (a protected fact); `about` names its table, column and row."""
        return _VERSION + _wrap(derive(self.secret, b"kith/1 values"), value, _about_value(about))

    def unlock_value(self, locked: bytes, about: str) -> bytes:
        """Decrypt a value from a column.

        Raises:
            WrongKey: of another case, column or row, or altered.
        """
        if locked[:1] != _VERSION:
            raise WrongKey(f"The locked value does not have the shape of one: {len(locked)} bytes.")
        return _unwrap(derive(self.secret, b"kith/1 values"), locked[1:], _about_value(about), "The locked value")


def _about_file(name: ObjectName) -> bytes:
    return b"kith/1 file key" + str(name).encode()


def _about_value(about: str) -> bytes:
    return b"kith/1 value" + about.encode()
