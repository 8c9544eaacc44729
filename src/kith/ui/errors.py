"""The pages for what went wrong. One sentence of what happened, one of what to do; never whether something exists.

Named in the addresses file as `handler400 = "kith.ui.errors.bad_request"` and so on, and as `CSRF_FAILURE_VIEW`.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from kith.ui.jinja import shared



@dataclass(frozen=True, slots=True)
class ErrorPage:
    title: str
    paragraphs: tuple[str, ...]
    status: int
    reference: str = ""


_NOT_FOUND = (
    _("If you typed the web address, check it is correct. If you pasted it, check you copied all of it."),
    _("You may not have access. If you think you should, ask your manager."),
)
_PAGES: dict[int, tuple[str, tuple[str, ...]]] = {
    400: (_("Something in that request could not be read"), (_("Go back and try again."),)),
    403: (_("Page not found"), _NOT_FOUND),
    404: (_("Page not found"), _NOT_FOUND),
    405: (_("That cannot be done from here"), (_("Go back and use the buttons on the page."),)),
    409: (_("This has changed since you opened it"), (
        _("Nothing was saved over. Go back, load the page again, and look at what is new before you go on."),)),
    413: (_("That file is too large"), (_("Go back and choose a smaller file, or ask for the limit to be raised."),)),
    429: (_("Too many tries"), (_("Wait a few minutes and try again."),)),
    500: (_("Sorry, there is a problem"), (
        _("Your last step was not done. What you typed before it is saved."),
        _("Try again. If it keeps happening, tell whoever looks after Kith what you were doing, and when."),)),
}
_STALE_FORM = (_("Your page was out of date"), (
    _("For your safety, nothing was done. You may have been signed out, or left the page open a long time."),
    _("Go back, load the page again and try once more."),))


def page_for(request: HttpRequest | None, status: int, *, says: str = "", reference: str = "") -> HttpResponse:
    """Answer with the error page of a status; `says` adds one sentence of ours, `reference` what to quote to support."""
    title, paragraphs = _PAGES.get(status, _PAGES[500])
    more = (says,) if says else ()
    return _answer(request, ErrorPage(str(title), (*more, *map(str, paragraphs)), status, reference))


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
    title, paragraphs = _STALE_FORM
    return _answer(request, ErrorPage(str(title), tuple(map(str, paragraphs)), 403))


def _answer(request: HttpRequest | None, page: ErrorPage) -> HttpResponse:
    """Render inside the frame; when even that fails, without it: an error page must never be an error."""
    if request is not None and page.status < 500:
        return render(request, "ui/error.html", {"page": page}, status=page.status)
    return HttpResponse(shared().get_template("ui/error.html").render(page=page), status=page.status)


handler400, handler403, handler404, handler500 = bad_request, forbidden, not_found, server_error
