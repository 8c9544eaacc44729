"""Whether this agency gives badges, and in whose name."""

from django.conf import settings

from kith.engines.badges import Issuer
from kith.learning import issuing
from kith.learning.rules.badges import check_issuer


def issuer() -> Issuer | None:
    """Give whose badges these are; None where the agency gives none: no key was made, or a setting lacks."""
    name, home = settings.BADGE_ISSUER, settings.XAPI_HOME
    return Issuer(name, home) if issuing.has_key() and not check_issuer(name, home) else None
