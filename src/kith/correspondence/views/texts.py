"""Where whoever passes text messages on hands over what came: no page, and nobody signed in, but a secret they show."""

import hmac
import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from kith.core import clock, jobs
from kith.correspondence import actions

MOST_BYTES = 64 << 10


@csrf_exempt
def text_in(request: HttpRequest) -> HttpResponse:
    """Keep a text message that came, and have it filed. The same one again is not kept twice.

    Answers 200 only once it is kept; whoever passes it on tries again on anything else.

    References:
        GOV.UK Notify, "Receive text messages": POST of JSON with a bearer token, fields id, source_number,
        destination_number, message, date_received.
    """
    if not settings.TEXT_IN_TOKEN:
        return HttpResponse(status=404)
    if not _shows_token(request):
        return HttpResponse(status=401)
    if request.method != "POST":
        return HttpResponse(status=405)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        return HttpResponse(status=413)
    data = request.body
    name = _name(data)
    if name is None:
        return HttpResponse("A text message is JSON with id, source_number and message.", status=400)
    actions.keep_arrived(channel="text", place=f"text:{name}", data=data, by=actions.POST_ROOM, at=clock.now())
    jobs.ask("correspondence.file_new", once="all")
    return HttpResponse(status=200)


def _shows_token(request: HttpRequest) -> bool:
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    return hmac.compare_digest(shown.encode(), settings.TEXT_IN_TOKEN.encode())


def _name(data: bytes) -> str | None:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not all(isinstance(told.get(key), str) for key in ("source_number", "message")):
        return None
    name = told.get("id")
    return name[:200] if isinstance(name, str) and name else None
