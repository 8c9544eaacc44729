"""Secrets and marks of this room: made here, kept only as hashes, never in a log."""

import hashlib
import secrets
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

_TOKEN_BYTES = 24


def new_secret() -> str:
    """Make the secret of a link: 192 bits, as 32 letters for an address."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def hash_of(secret: str) -> bytes:
    """Give what a secret is kept and found as."""
    return hashlib.sha256(secret.encode()).digest()


def word_mark(worker_id: UUID, words: str) -> bytes:
    """Give what words on somebody's own list are kept as: keyed by the settings' secret, and theirs alone."""
    return salted_hmac("kith.own-word", f"{worker_id}\n{words}", algorithm="sha256").digest()


def peer_address(token: str, origin: str) -> str:
    """Give the whole address of a peer's link: at KITH_DROP_ORIGIN if that is set, else where the worker works."""
    return f"{(settings.DROP_ORIGIN or origin).rstrip('/')}/peer/{token}/"
