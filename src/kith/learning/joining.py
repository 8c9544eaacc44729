"""The code of a gathering, and the token by which a phone votes once: in no log, gone with the meeting."""

import hashlib
import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare, salted_hmac

from kith.learning.rules.votes import CODE_LENGTH, LETTERS

_PASS_LETTERS = 12


def new_code() -> str:
    """Make a code at random."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_token(code: str) -> str:
    """Make a phone's token for this meeting: 128 random bits, signed for its code alone."""
    return _signer(code).sign(secrets.token_urlsafe(16))


def phone_of(token: str, code: str) -> bytes:
    """Give what a phone is known by; empty where its token is none of this meeting's."""
    try:
        return hashlib.sha256(_signer(code).unsign(token).encode()).digest()
    except BadSignature:
        return b""


def scanned(code: str) -> str:
    """Give what the code on the screen adds to the address: who has scanned it has not guessed."""
    return salted_hmac("kith.vote-scanned", code, algorithm="sha256").hexdigest()[:_PASS_LETTERS]


def was_scanned(said: str, code: str) -> bool:
    """Tell whether an address came from the screen."""
    return constant_time_compare(said, scanned(code))


def place_mark(place: str) -> bytes:
    """Give one of 65,536 marks for the place that a try comes from; the place itself is kept nowhere."""
    return salted_hmac("kith.vote-place", place, algorithm="sha256").digest()[:2]


def entrance(origin: str) -> str:
    """Give where a code is typed: at KITH_DROP_ORIGIN if that is set, else where the facilitator works."""
    return f"{(settings.DROP_ORIGIN or origin).rstrip('/')}/vote/"


def _signer(code: str) -> Signer:
    return Signer(salt=f"kith.vote-token.{code}")
