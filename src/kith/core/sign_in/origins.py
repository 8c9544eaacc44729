"""Where a request comes from. What a header says is believed only of a proxy that the settings name."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

#: A provider gives a household or an office a whole network of this size, so one place is counted as one.
IPV6_PREFIX = 64

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def address_of(request: HttpRequest) -> str:
    """Give the address of origin: the nearest one that is none of our proxies; "0.0.0.0" where there is none."""
    nearest = request.META.get("REMOTE_ADDR", "")
    said = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    for text in [nearest, *reversed(said)] if is_proxy(nearest) else [nearest]:
        found = _read(text)
        if found is None:
            break
        nearest = str(found)
        if not is_proxy(nearest):
            return nearest
    return nearest or "0.0.0.0"


def place_of(request: HttpRequest) -> str:
    """Give what counts as one place: an IPv4 address, or an IPv6 network."""
    found = _read(address_of(request))
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, IPV6_PREFIX), strict=False))
    return str(found or "")


def is_proxy(address: str) -> bool:
    """Tell whether an address is one of `KITH_TRUSTED_PROXIES`."""
    found = _read(address)
    return found is not None and any(found in network for network in settings.TRUSTED_PROXIES)


def _read(text: str) -> Address | None:
    """Read an address, with or without a port; an IPv4 address in IPv6's clothes is the IPv4 one."""
    text = text.strip().removeprefix("[").partition("]")[0]
    if text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
