"""The agency's key for badges: a private file of its own, and the public halves of the keys it had before.

References:
    docs/adr/0029-badges.md
"""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from kith.core.vault import KeyProblem
from kith.core.vault.keyfile import read_key_file, write_private
from kith.engines.badges import NotAKey, PublicKey, SigningKey

SETTING = "KITH_BADGE_KEY"
OLDER = "badge-keys-older.json"


def has_key(environment: Mapping[str, str] | None = None) -> bool:
    """Say whether there is a key; whether it can be used is seen when it is."""
    known = os.environ if environment is None else environment
    with suppress(OSError):  # a folder that we may not look into has no key for us
        return bool(known.get(SETTING)) or Path(known.get(f"{SETTING}_FILE") or os.devnull).is_file()
    return False


def load(environment: Mapping[str, str] | None = None) -> SigningKey | None:
    """Read the key from KITH_BADGE_KEY, or from the file KITH_BADGE_KEY_FILE; None if none was made.

    Raises:
        KeyProblem: there is one and it cannot be used.
    """
    known = os.environ if environment is None else environment
    if not has_key(known):
        return None
    try:
        return SigningKey.parse(known.get(SETTING) or read_key_file(Path(known[f"{SETTING}_FILE"])))
    except NotAKey as problem:
        raise KeyProblem(str(problem)) from None


def make(path: Path) -> SigningKey:
    """Make the first key.

    Raises:
        KeyProblem: there is a file already, or it cannot be written.
    """
    key = SigningKey.new()
    write_private(path, key.pem())
    return key


def rotate(path: Path, old: SigningKey) -> SigningKey:
    """Put a new key in the place of the old one, whose public half is kept first: what it signed must still check.

    Raises:
        KeyProblem: one of the two files cannot be written; nothing is lost.
    """
    place = path.with_name(OLDER)
    keep_older(place, [old.public, *older(place)])
    key = SigningKey.new()
    write_private(path, key.pem(), replace=True)
    return key


def older(place: Path) -> list[PublicKey]:
    """Read the public halves of the keys that were in use before, the latest first.

    Raises:
        KeyProblem: the file cannot be read.
    """
    return published(read_key_file(place), place) if place.exists() else []


def published(text: str, place: Path) -> list[PublicKey]:
    """Read public keys as they are published: a JWK, or a set of them.

    Raises:
        KeyProblem: it is neither.
    """
    try:
        found = json.loads(text)
        return [PublicKey.from_jwk(each) for each in found.get("keys", [found])]
    except (ValueError, TypeError, AttributeError, RecursionError, NotAKey):
        raise KeyProblem(f"{place} holds no public keys as 'kith badges key show' prints them.") from None


def keep_older(place: Path, keys: Sequence[PublicKey]) -> None:
    """Write the public halves of older keys, each once."""
    write_private(place, to_publish(keys).encode(), replace=True)


def to_publish(keys: Sequence[PublicKey]) -> str:
    """Write public keys as a set of JWK, to be put where others can find them; each once."""
    once = {key.kid: key.jwk for key in keys}
    return json.dumps({"keys": list(once.values())}, indent=2) + "\n"
