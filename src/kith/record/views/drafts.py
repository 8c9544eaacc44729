"""Words that save themselves while they are typed, and their earlier versions. Forms of every room use these."""

import json
import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.core.errors import NotFound, Stale
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, queries
from kith.ui import formats

#: Which form: a word, and the id of what the form is about where it is about something.
_PLACE = re.compile(r"[a-z_]{1,40}(:[0-9a-f-]{36})?")
_MOST_FIELDS = 200


@page("POST", needs=Permission.OPEN_CASE, looks=False)
def save_draft(request: Request, *, case_id: UUID, place: str) -> HttpResponse:
    """Save what is being typed, as the page's script sends it: {"version", "editor", "fields"}."""
    given = _given(request.body)
    if given is None or not _PLACE.fullmatch(place):
        return JsonResponse({"says": "This could not be read, so it was not saved."}, status=400)
    try:
        saved = actions.save_draft(case=request.case, place=place, by=request.worker, at=request.at, **given)
    except Stale as stale:
        return JsonResponse({"url": reverse("record:versions", args=[case_id, place]), "says": str(stale)}, status=409)
    return JsonResponse({"version": saved.version, "saved_at": formats.clock(saved.saved_at)})


@page("GET", needs=Permission.OPEN_CASE)
def versions(request: Request, *, case_id: UUID, place: str) -> HttpResponse:
    """Show the versions of what is being written."""
    shown = queries.versions_page(request.case, place, request.worker)
    return render(request, "record/versions.html", {"page": shown})


@page("POST", needs=Permission.OPEN_CASE)
def put_draft_away(request: Request, *, case_id: UUID, place: str) -> HttpResponse:
    """Begin again on an empty page; the words stay among the earlier versions."""
    if not _PLACE.fullmatch(place):
        raise NotFound
    actions.use_draft(case=request.case, place=place, by=request.worker, at=request.at)
    messages.success(request, "Your words were put away. They stay among the earlier versions.")
    return redirect("record:versions", case_id, place)


def _given(body: bytes) -> dict[str, Any] | None:
    """Read what the script sent; None if it is not of that shape."""
    try:
        sent = json.loads(body)
        fields, version = sent["fields"], sent["version"]
        editor = str(sent.get("editor", ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    is_counted = isinstance(version, int) and not isinstance(version, bool) and 0 <= version < 2**31 - 1
    if not is_counted or not isinstance(fields, dict) or len(fields) > _MOST_FIELDS:
        return None
    words = {str(name): _clean(value) for name, value in fields.items()}
    return {"words": words, "version": version, "editor": editor.replace("\x00", "")}


def _clean(value: Any) -> Any:
    """Keep texts and lists of texts; PostgreSQL keeps no NUL."""
    if isinstance(value, list):
        return [str(one).replace("\x00", "") for one in value]
    return str(value).replace("\x00", "")
