"""Answers to an upload, for a page with script (which asks for JSON and shows progress) and for one without."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, resolve_url


class SentOn(HttpResponseRedirect):
    """A redirect that a script follows by itself: the address as JSON, so that the page is asked for only once.

    It stays a redirect to whoever keeps count of forms that were sent.
    """

    status_code = 200

    def __init__(self, to: str) -> None:
        super().__init__(to, content_type="application/json")
        self.content = json.dumps({"url": to}).encode()


def done(request: HttpRequest, to: str, *args: Any, **kwargs: Any) -> HttpResponse:
    """Answer that an upload was kept: go to the page `to` (a name or an address)."""
    if wants_json(request):
        return SentOn(resolve_url(to, *args, **kwargs))
    return redirect(to, *args, **kwargs)


def refused(request: HttpRequest, form: forms.BaseForm) -> JsonResponse | None:
    """Answer with a form's errors where script asked; None where the page should be rendered with them as usual."""
    if not wants_json(request):
        return None
    return JsonResponse({"errors": [str(words) for errors in form.errors.values() for words in errors]}, status=422)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"
