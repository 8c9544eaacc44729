"""The pages for what went wrong. One sentence of what happened, one of what to do; never whether something exists.

Named in the addresses file as `handler404 = "kith.ui.errors.not_found"` and so on, and as `CSRF_FAILURE_VIEW`.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.ui import error_words
from kith.ui.error_words import ErrorPage
from kith.ui.jinja import shared


def page_for(request: HttpRequest | None, status: int, *, says: str = "", reference: str = "") -> HttpResponse:
    """Answer with the error page of a status; `says` adds a sentence, `reference` is what to quote to support."""
    return _answer(request, error_words.page(status, says=says, reference=reference))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page_for(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say the same as for a page that does not exist, so that nobody learns which ones do."""
    return page_for(request, 404)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page_for(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return page_for(request, 500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer when the CSRF token does not match (`CSRF_FAILURE_VIEW`)."""
    title, paragraphs = error_words.STALE_FORM
    return _answer(request, ErrorPage(str(title), tuple(map(str, paragraphs)), 403))


def _answer(request: HttpRequest | None, page: ErrorPage) -> HttpResponse:
    """Render inside the frame; when even that fails, without it: an error page must never be an error."""
    if request is not None and page.status < 500:
        request.chrome_is_nowhere = True  # type: ignore[attr-defined]  # what is not found looks alike in every room
        return render(request, "ui/error.html", {"page": page}, status=page.status)
    return HttpResponse(shared().get_template("ui/error.html").render(page=page), status=page.status)


handler400, handler403, handler404, handler500 = bad_request, forbidden, not_found, server_error
