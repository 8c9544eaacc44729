"""`@for_machines`: an address another machine calls, without a session: a token, a small body, no words back."""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

MOST_BYTES = 16 * 1024


class NotHeard(Exception):
    """What was said is not in the form that this address takes; the text says which, for whoever sets it up."""


@dataclass(frozen=True, slots=True)
class Said:
    """What another machine said: a JSON object, and the very bytes of it."""

    words: dict[str, Any]
    data: bytes


Hears = Callable[[Said], None]


def for_machines(*, token: str) -> Callable[[Hears], Callable[..., HttpResponse]]:
    """Make a function of what was said an address for a machine that knows the token which a setting holds.

    It answers 204, whatever came of it; 400 to what is no JSON object of the form it takes (`NotHeard`), 413 to too
    much. Whoever does not know the token is told what anybody is told of an address that does not exist, and so is
    everybody where the setting is empty.
    """

    def wrap(hear: Hears) -> Callable[..., HttpResponse]:
        @wraps(hear)
        def answer(request: HttpRequest) -> HttpResponse:
            if not _knows(request, getattr(settings, token)) or request.method != "POST":
                return HttpResponse(status=404)
            said = _read(request)
            if isinstance(said, int):
                return HttpResponse(status=said)
            try:
                hear(said)
            except NotHeard as why:
                return HttpResponse(str(why), status=400)
            return HttpResponse(status=204)

        answered = csrf_exempt(answer)
        answered.token = token  # type: ignore[attr-defined]
        return answered

    return wrap


def _knows(request: HttpRequest, token: str) -> bool:
    """Compare in a time that tells nothing of how much of it was right."""
    given = request.headers.get("Authorization", "").encode()
    return hmac.compare_digest(given, f"Bearer {token}".encode()) and bool(token)


def _read(request: HttpRequest) -> Said | int:
    if not (request.META.get("CONTENT_LENGTH") or "x").isdigit():
        return 411
    if int(request.META["CONTENT_LENGTH"]) > MOST_BYTES:
        return 413
    try:
        words = json.loads(request.body)
    except (ValueError, RecursionError):
        return 400
    return Said(words, request.body) if isinstance(words, dict) else 400
