"""Signing and reading a badge as a Compact JWS with RS256, which every reader of Open Badges 3.0 must know.

The public key stands in the header, as the specification asks where no address of it is given there. Whoever checks
does not believe it: it only says which of the keys that they trust is meant.

References:
    Open Badges 3.0, section 8.2 (JSON Web Token Proof Format); RFC 7515 (JWS), 7517 (JWK), 7518 section 3.3 (RS256),
    7638 (thumbprint)
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import (
    RSAPrivateKey,
    RSAPublicKey,
    RSAPublicNumbers,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256

from kith.engines.badges.faults import NotABadge, NotAKey

ALGORITHM = "RS256"
#: Enough until 2030 and beyond (NIST SP 800-57); the least that RS256 allows is 2048.
KEY_BITS, LEAST_BITS, MOST_BITS = 3072, 2048, 16384
MOST_CHARACTERS = 100_000
_HEADERS = {"alg", "jwk", "kid", "typ"}  # "Additional JOSE Headers are NOT allowed"
_LETTERS = re.compile(r"[A-Za-z0-9_-]+")
_EXPONENT = 65537


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public half of a key: what checks a badge, and may be published."""

    rsa: RSAPublicKey = field(repr=False)

    @classmethod
    def from_jwk(cls, jwk: object) -> Self:
        """Read a public key from a JWK.

        Raises:
            NotAKey: it is not an RSA key of a decent size.
        """
        try:
            if not isinstance(jwk, Mapping) or jwk["kty"] != "RSA":
                raise NotAKey("A key for badges is an RSA key in JWK.")
            modulus, exponent = (int.from_bytes(_bytes(jwk[name])) for name in ("n", "e"))
            if exponent != _EXPONENT or not LEAST_BITS <= modulus.bit_length() <= MOST_BITS:
                raise NotAKey(f"A key for badges has {LEAST_BITS} bits or more, and 65537 as its exponent.")
            return cls(RSAPublicNumbers(exponent, modulus).public_key())
        except (KeyError, ValueError, TypeError):
            raise NotAKey("This JWK cannot be read as an RSA key.") from None

    @property
    def kid(self) -> str:
        """Which key this is: how its thumbprint begins, in digits that can be typed."""
        plain = json.dumps(self._numbers(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(plain.encode()).hexdigest()[:32]

    @property
    def jwk(self) -> dict[str, str]:
        """The key as it is published and as it stands in a header; never anything private."""
        return {**self._numbers(), "kid": self.kid}

    def holds(self, signed: "Signed") -> bool:
        """Say whether this key signed these words."""
        try:
            self.rsa.verify(signed.signature, signed.words.encode(), PKCS1v15(), SHA256())
        except InvalidSignature:
            return False
        return True

    def _numbers(self) -> dict[str, str]:
        numbers = self.rsa.public_numbers()
        return {"e": _number(numbers.e), "kty": "RSA", "n": _number(numbers.n)}


@dataclass(frozen=True, slots=True)
class SigningKey:
    """What signs an agency's badges."""

    private: RSAPrivateKey = field(repr=False)

    @classmethod
    def new(cls, bits: int = KEY_BITS) -> Self:
        """Make a key."""
        return cls(generate_private_key(_EXPONENT, bits))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a key from PEM (PKCS #8).

        Raises:
            NotAKey: it is not an RSA private key of a decent size.
        """
        try:
            found = serialization.load_pem_private_key(text.encode(), password=None)
        except (ValueError, TypeError):
            found = None
        if not isinstance(found, RSAPrivateKey) or found.key_size < LEAST_BITS:
            raise NotAKey("The badges' key is not an RSA key in PEM. 'kith badges key make' makes one.")
        return cls(found)

    @property
    def public(self) -> PublicKey:
        """Its public half."""
        return PublicKey(self.private.public_key())

    def pem(self) -> bytes:
        """Write the private key as PEM (PKCS #8)."""
        return self.private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    def sign(self, payload: Mapping[str, Any]) -> str:
        """Give the payload as a Compact JWS."""
        header = {"alg": ALGORITHM, "typ": "JWT", "jwk": self.public.jwk}
        words = f"{_text(_json(header))}.{_text(_json(payload))}"
        return f"{words}.{_text(self.private.sign(words.encode(), PKCS1v15(), SHA256()))}"


@dataclass(frozen=True, slots=True)
class Signed:
    """A Compact JWS that was read: which key it names, the words that were signed, and the signature."""

    key: PublicKey
    words: str
    signature: bytes

    def payload(self) -> dict[str, Any]:
        """Read what was signed. Ask first whether a trusted key `holds` it.

        Raises:
            NotABadge: it is no object in JSON.
        """
        return _object(self.words.partition(".")[2])


def read(token: str) -> Signed:
    """Read a Compact JWS; nothing of it is believed yet.

    Raises:
        NotABadge: it is none, or of a kind that Kith does not make.
    """
    pieces = token.split(".")
    if len(pieces) != 3 or len(token) > MOST_CHARACTERS or not all(map(_LETTERS.fullmatch, pieces)):
        raise NotABadge("It is not a signed badge: not three words of letters with two full stops between them.")
    header = _object(pieces[0])
    if header.get("alg") != ALGORITHM or header.get("typ", "JWT") != "JWT" or set(header) - _HEADERS:
        raise NotABadge(f"It is signed in another way than Open Badges 3.0 with {ALGORITHM}, and is not judged here.")
    if "jwk" not in header:
        raise NotABadge("It does not carry the key that signed it, as every badge of Kith's does.")
    try:
        return Signed(PublicKey.from_jwk(header["jwk"]), ".".join(pieces[:2]), _bytes(pieces[2]))
    except (NotAKey, ValueError):
        raise NotABadge("Its key or its signature cannot be read.") from None


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(_bytes(text))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise NotABadge("It is not a signed badge: what it holds cannot be read.")
    return found


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _number(value: int) -> str:
    return _text(value.to_bytes((value.bit_length() + 7) // 8))


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
