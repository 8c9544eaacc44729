"""What surrounds every page: who is signed in, the main navigation, the idle lock. A context processor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from kith.ui.parts import NavItem


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of a page. Without anyone signed in, the defaults are a page for strangers."""

    signed_in: bool = False
    name: str = ""
    role: str = ""
    nav: Sequence[NavItem] = ()
    home_url: str = "/"
    account_url: str = ""
    sign_out_url: str = ""
    idle_minutes: int = 0
    lock_url: str = ""
    notice: str = ""
    messages: Iterable[Any] = field(default=())


def chrome(request: HttpRequest) -> dict[str, Chrome]:
    """Give the frame to every template, as `chrome`.

    Reads, where they exist: `request.worker` or the signed-in `request.user` (with `name` and a role),
    `request.chrome_nav` (NavItems), `request.chrome_notice` (one line on top, such as "Demonstration: made-up
    people"), `request.chrome_home` (where the name in the header leads).
    Messages stay unread until a page prints them.
    """
    worker = getattr(request, "worker", None) or _signed_in(request)
    shared: dict[str, Any] = {
        "messages": get_messages(request),
        "notice": getattr(request, "chrome_notice", ""),
        "home_url": getattr(request, "chrome_home", "/"),
    }
    if worker is None:
        return {"chrome": Chrome(**shared)}
    return {
        "chrome": Chrome(
            signed_in=True,
            name=str(getattr(worker, "name", "") or worker),
            role=_role(worker),
            nav=tuple(getattr(request, "chrome_nav", ())),
            account_url=_address("mfa_index"),
            sign_out_url=_address("account_logout"),
            lock_url=_address(getattr(settings, "LOCK_URL_NAME", "account_logout")),
            idle_minutes=getattr(settings, "IDLE_MINUTES", 0),
            **shared,
        )
    }


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _signed_in(request: HttpRequest) -> Any:
    user = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def _role(worker: Any) -> str:
    """The role in words: `role_label`, or the words of a `role` field with choices."""
    show = getattr(worker, "get_role_display", lambda: "")
    return str(getattr(worker, "role_label", "") or show())
