"""Open Badges 3.0: what a badge says, its signature, the picture it is baked into, and reading all that again.

Knows no database, no network and no clock: no context and no schema is ever fetched.

References:
    1EdTech, Open Badges Specification 3.0; docs/adr/0029-badges.md
"""

from kith.engines.badges.baking import Drawn, bake, token_in
from kith.engines.badges.credential import Achievement, Badge, Earner, Issuer, badge_in, claims
from kith.engines.badges.faults import NotABadge, NotAKey
from kith.engines.badges.signing import PublicKey, Signed, SigningKey, read

__all__ = [
    "Achievement",
    "Badge",
    "Drawn",
    "Earner",
    "Issuer",
    "NotABadge",
    "NotAKey",
    "PublicKey",
    "Signed",
    "SigningKey",
    "badge_in",
    "bake",
    "claims",
    "read",
    "token_in",
]
