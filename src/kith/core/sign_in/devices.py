"""A browser that somebody was signed in from before: a signed cookie that says so, and opens nothing by itself.

It keeps strangers from locking an account: whoever has it is counted apart (OWASP calls it a device cookie). It holds
a random number and keyed hashes of the accounts, no name and no address.
"""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

MOST_ACCOUNTS = 8  # a shared desk
_SALT = "kith.device"


@dataclass(frozen=True, slots=True)
class Device:
    """What the cookie says: which browser, and which accounts were signed in from it, the latest first."""

    id: str
    accounts: tuple[str, ...] = ()


def mark_of(account: str) -> str:
    """Give what stands for an account: a keyed hash of the address that is signed in with."""
    return salted_hmac("kith.account", account.strip().casefold(), algorithm="sha256").hexdigest()[:32]


def known(request: HttpRequest, account: str) -> str:
    """Give the id of the browser if this account was signed in from it; else nothing."""
    device = _read(request)
    return device.id if mark_of(account) in device.accounts else ""


def remember(request: HttpRequest, response: HttpResponse, account: str) -> None:
    """Have the browser say, from now on, that this account was signed in from it."""
    device, mark = _read(request), mark_of(account)
    others = [each for each in device.accounts if each != mark][: MOST_ACCOUNTS - 1]
    said = {"id": device.id or secrets.token_hex(16), "accounts": [mark, *others]}
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps(said, salt=_SALT),
        max_age=settings.DEVICE_COOKIE_AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )


def _read(request: HttpRequest) -> Device:
    try:
        said = signing.loads(
            request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), salt=_SALT, max_age=settings.DEVICE_COOKIE_AGE
        )
        return Device(str(said["id"]), tuple(map(str, said["accounts"])))
    except (signing.BadSignature, KeyError, TypeError):
        return Device("")
