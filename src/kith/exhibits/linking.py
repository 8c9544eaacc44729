"""The secrets of a link by which files are asked for: made here, kept only as hashes, never in a log.

The link's own secret has 192 random bits, so a plain hash is enough to find it by. A code word has few: its hash is
keyed by the settings' secret and bound to its link, so that who has the database alone cannot try words against it.
"""

import hashlib
import secrets

from django.conf import settings
from django.utils.crypto import salted_hmac

from kith.exhibits import rules

_TOKEN_BYTES = 24


def new_secret() -> str:
    """Make the secret of a link, or of a browser that gave the code word: 192 bits, as 32 letters for an address."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def hash_of(secret: str) -> bytes:
    """Give what a secret is kept and found as."""
    return hashlib.sha256(secret.encode()).digest()


def word_hash(token: str, word: str) -> bytes:
    """Give what a code word is kept as, for this link alone."""
    said = f"{token}\n{rules.plain_word(word)}"
    return salted_hmac("kith.drop-word", said, algorithm="sha256").digest()


def place_mark(place: str) -> bytes:
    """Give one of 65,536 marks for the place that a try comes from; the place itself is kept nowhere."""
    return salted_hmac("kith.drop-place", place, algorithm="sha256").digest()[:2]


def address(token: str, origin: str) -> str:
    """Give the whole address of a link: at KITH_DROP_ORIGIN if that is set, else where the worker works."""
    return f"{(settings.DROP_ORIGIN or origin).rstrip('/')}/drop/{token}/"
