"""What surrounds every page: who is signed in, the main navigation, the idle lock. A context processor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from kith.ui.parts import NavItem

_DEMONSTRATION = "Demonstration: everybody here is made up"


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of a page. Without anyone signed in, the defaults are a page for strangers."""

    signed_in: bool = False
    name: str = ""
    role: str = ""
    nav: Sequence[NavItem] = ()
    home_url: str = "/"
    account_url: str = ""
    help_url: str = ""
    sign_out_url: str = ""
    idle_minutes: int = 0
    lock_url: str = ""
    notice: str = ""
    messages: Iterable[Any] = field(default=())


def chrome(request: HttpRequest) -> dict[str, Chrome]:
    """Give the frame to every template, as `chrome`.

    Reads, where they exist: `request.worker` or the signed-in `request.user` (with `name` and a role),
    `request.chrome_nav` (NavItems; else `settings.MAIN_NAVIGATION`, as far as `worker.may` go there),
    `request.chrome_notice` (one line on top; else that a demonstration is one), `request.chrome_home` (where the name
    in the header leads). So the pages of an account, which are not ours, stand in the same frame.
    Messages stay unread until a page prints them.
    """
    worker = getattr(request, "worker", None) or _signed_in(request)
    shared: dict[str, Any] = {
        "messages": get_messages(request),
        "home_url": getattr(request, "chrome_home", "/"),
    }
    if worker is None:
        return {"chrome": Chrome(notice=getattr(request, "chrome_notice", ""), **shared)}
    return {
        "chrome": Chrome(
            signed_in=True,
            name=str(getattr(worker, "name", "") or worker),
            role=_role(worker),
            nav=_navigation(request, worker),
            notice=getattr(request, "chrome_notice", _DEMONSTRATION if getattr(settings, "DEMO", False) else ""),
            account_url=_address("mfa_index"),
            help_url=_address("learning:help") if getattr(worker, "may", lambda needs: False)("learn") else "",
            sign_out_url=_address("account_logout"),
            lock_url=_address(getattr(settings, "LOCK_URL_NAME", "account_logout")),
            idle_minutes=getattr(settings, "IDLE_MINUTES", 0),
            **shared,
        )
    }


def _navigation(request: HttpRequest, worker: Any) -> tuple[NavItem, ...]:
    if hasattr(request, "chrome_nav"):
        return tuple(request.chrome_nav)
    may = getattr(worker, "may", lambda needs: False)
    here = request.resolver_match.view_name if request.resolver_match else ""
    here = "" if getattr(request, "chrome_is_nowhere", False) else here
    entries = getattr(settings, "MAIN_NAVIGATION", ())
    rooms = Counter(_room(name) for _, name, _ in entries)
    return tuple(
        # a room with one entry is marked on all its pages; of one with several, nothing says which is meant
        NavItem(
            text,
            _address(name),
            current=name == here,
            within=name != here and bool(_room(name)) and _room(name) == _room(here) and rooms[_room(name)] == 1,
        )
        for text, name, needs in entries
        if may(needs)
    )


def _room(name: str) -> str:
    return name.rpartition(":")[0]


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
