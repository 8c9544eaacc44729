"""Where somebody may be sent on to: a path of this site, and nothing else."""

from django.utils.http import url_has_allowed_host_and_scheme


def is_own(url: str) -> bool:
    """Tell whether an address is a path of this site, whatever other names the site has."""
    return url.startswith("/") and url.isprintable() and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
