"""What a badge says, as an OpenBadgeCredential; and the rules by which one that was read is judged.

It says what was done and by whose word. It has no level, no score and no result: there is no place for one here.

References:
    Open Badges 3.0, sections 8.2.4 (JWT payload), 8.2.6 (verifying) and B.1 (data models); W3C Verifiable Credentials
    Data Model 2.0
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from kith.engines.badges.faults import NotABadge

CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
_HASH = "sha256$"


@dataclass(frozen=True, slots=True)
class Issuer:
    """The agency: its name, and its home page, which is its identifier."""

    name: str
    home: str


@dataclass(frozen=True, slots=True)
class Achievement:
    """What was done: its address, its name, a sentence, and by whose word it is said."""

    id: str
    name: str
    description: str
    criteria: str


@dataclass(frozen=True, slots=True)
class Earner:
    """Whose badge it is: a mark of their e-mail address. The salt is new for each badge: no two can be joined."""

    email: str
    salt: str

    @property
    def mark(self) -> str:
        """The hash of address and salt, as `IdentityHash` wants it. The address is taken in small letters."""
        return _HASH + hashlib.sha256((self.email.strip().lower() + self.salt).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge that was read and is sound in itself."""

    name: str
    issuer: Issuer
    from_at: datetime
    until_at: datetime
    mark: str
    salt: str

    def is_over(self, at: datetime) -> bool:
        """Say whether its time is over."""
        return at > self.until_at

    def is_of(self, email: str) -> bool:
        """Say whether it was given to whoever has this e-mail address."""
        return hmac.compare_digest(Earner(email, self.salt).mark, self.mark)


def claims(
    *, id: UUID, subject: UUID, issuer: Issuer, earner: Earner, what: Achievement, from_at: datetime, until_at: datetime
) -> dict[str, Any]:
    """Give the payload of the JWT: the credential, and the registered claims that repeat its own fields.

    Args:
        subject: new for each badge: `sub` must be there, and names nobody.
        from_at, until_at: whole seconds are kept.
    """
    return {
        "@context": CONTEXTS,
        "id": id.urn,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": what.name,
        "issuer": {"id": issuer.home, "type": ["Profile"], "name": issuer.name, "url": issuer.home},
        "validFrom": _written(from_at),
        "validUntil": _written(until_at),
        "credentialSubject": {
            "id": subject.urn,
            "type": ["AchievementSubject"],
            "identifier": [_identity(earner)],
            "achievement": {
                "id": what.id,
                "type": ["Achievement"],
                "name": what.name,
                "description": what.description,
                "criteria": {"narrative": what.criteria},
            },
        },
        "iss": issuer.home,
        "jti": id.urn,
        "sub": subject.urn,
        "nbf": int(from_at.timestamp()),
        "exp": int(until_at.timestamp()),
    }


def badge_in(payload: Mapping[str, Any], at: datetime) -> Badge:
    """Judge a payload whose signature holds: that its claims and its fields say the same. Whether its time is over is
    left to whoever asks.

    Raises:
        NotABadge: they do not, something is missing, or it is of the future.
    """
    try:
        subject, issuer = payload["credentialSubject"], payload["issuer"]
        (identity,) = subject["identifier"]
        same = (payload["iss"], payload["jti"], payload["sub"]) == (issuer["id"], payload["id"], subject["id"])
        from_at, until_at = _same_time(payload, "validFrom", "nbf"), _same_time(payload, "validUntil", "exp")
        if not same or "OpenBadgeCredential" not in payload["type"] or identity["hashed"] is not True:
            raise NotABadge("It is signed, but what it says is not of one piece.")
        found = Badge(
            name=_shown(subject["achievement"]["name"]),
            issuer=Issuer(_shown(issuer["name"]), _shown(issuer["id"])),
            from_at=from_at,
            until_at=until_at,
            mark=str(identity["identityHash"]),
            salt=str(identity["salt"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        raise NotABadge("It is signed, but it lacks what an Open Badge 3.0 of Kith's has.") from None
    if from_at > at:
        raise NotABadge(f"It is only good from {from_at:%d %B %Y, %H:%M} UTC on. Is this machine's clock right?")
    return found


def _identity(earner: Earner) -> dict[str, Any]:
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": earner.mark,
        "identityType": "emailAddress",
        "salt": earner.salt,
    }


def _shown(words: object) -> str:
    """Leave out what would steer a terminal: another agency's key may have signed anything."""
    return "".join(each for each in str(words) if each.isprintable())


def _written(at: datetime) -> str:
    return at.astimezone(UTC).replace(microsecond=0).strftime("%Y-%m-%dT%H:%M:%SZ")


def _same_time(payload: Mapping[str, Any], field: str, claim: str) -> datetime:
    """Read a time that stands there twice. Raises ValueError if the two differ."""
    written = datetime.fromisoformat(payload[field])
    if written != datetime.fromtimestamp(payload[claim], UTC):
        raise ValueError(field)
    return written
