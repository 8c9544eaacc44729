"""`@page`: every address says who may open it, and a page about a case opens that case first.

A request is: who is it; one short transaction that opens the case and writes the access note, kept even if the page
then fails; one scoped transaction for the page's queries or its action. A form that is sent twice changes one thing.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import cache, wraps
from typing import Any
from uuid import UUID

from csp.decorators import csp
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.utils.module_loading import import_string
from django.views.decorators.csrf import csrf_exempt

from kith.core import clock, transactions
from kith.core.errors import NotFound, Refusal
from kith.core.models import Submission, Worker
from kith.core.permissions import Permission
from kith.core.sign_in import step_up as confirming

log = logging.getLogger(__name__)


class Request(HttpRequest):
    """A request as a view meets it: the worker is known, the time is fixed, the case (if any) is open."""

    worker: Worker
    at: datetime
    case: Any


class OldForm(Refusal):
    """A form came without its key: it was made before an update, or by hand."""


View = Callable[..., HttpResponse]


def page(
    *methods: str, needs: Permission, looks: bool = True, step_up: confirming.Asks = False
) -> Callable[[View], View]:
    """Make a function a page: allowed methods, who may open it, one transaction, no double submits.

    Args:
        looks: False for what is not a look at the case (a progress figure, a draft being saved): access is judged
            all the same, but no note is written. tests/house lists these.
        step_up: True for what is dangerous (widening who sees what, releasing, ending): asks whether it is still them
            unless that was shown a few minutes ago, and then goes on with what was typed. "POST" where reading the
            page is harmless and only sending it is not. Not for a page that takes files: they are not carried.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: Request, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            request.worker, request.at = request.user, clock.now()
            if not request.worker.may(needs):
                raise NotFound
            question = confirming.ask(request, step_up)
            request.case = _open(request, kwargs, looks=looks and question is None)
            if question is not None:
                return question
            with transactions.scoped(worker_id=request.worker.id, case_id=kwargs.get("case_id")):
                if request.method == "POST":
                    return _once(view, request, kwargs)
                return view(request, **kwargs)

        answer.needs, answer.methods, answer.looks = needs, methods, looks  # type: ignore[attr-defined]
        answer.step_up = step_up  # type: ignore[attr-defined]
        return answer

    return wrap


def public(*methods: str) -> Callable[[View], View]:
    """Make a function a page for somebody whom nobody knows, at an address that holds a secret: it opens no case, knows
    no session, and says nothing of itself to the next page, to a cache or to a search engine.

    The secret in the address is what another site would need to send its form, so the form carries no token; a browser
    that says itself that another site sends it is refused all the same. tests/walls/places.py names these pages.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: Any, **kwargs: Any) -> HttpResponse:
            request.at = clock.now()
            if request.method not in methods:
                response: HttpResponse = HttpResponseNotAllowed(methods)
            elif request.method == "POST" and request.headers.get("Sec-Fetch-Site", "same-origin") not in _OURSELVES:
                raise NotFound
            else:
                response = view(request, **kwargs)
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
            return response

        shown: Any = csrf_exempt(csp(PUBLIC_POLICY)(answer))
        shown.is_public, shown.methods = True, methods
        return shown  # type: ignore[no-any-return]

    return wrap


#: A public page loads its style, its script and its pictures from us, sends its form to us, and does nothing else.
PUBLIC_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
}
_OURSELVES = ("same-origin", "none")


@cache
def _opener() -> Callable[..., Any]:
    return import_string(settings.CASE_OPENER)  # type: ignore[no-any-return]


def _open(request: Request, kwargs: dict[str, Any], *, looks: bool) -> Any:
    """Open the case that the address names, in a transaction of its own."""
    case_id: UUID | None = kwargs.get("case_id")
    if case_id is None:
        return None
    transactions.require_no_scope()
    case = _opener()(case_id=case_id, by=request.worker, at=request.at, looks=looks, page=view_name(request))
    if case is None:
        raise NotFound
    return case


def view_name(request: HttpRequest) -> str:
    """Name the address that was asked for, as the URL list names it: no ids, no words."""
    return request.resolver_match.view_name if request.resolver_match else ""


def _once(view: View, request: Request, kwargs: dict[str, Any]) -> HttpResponse:
    """Answer a POST; the same key again is sent where the first was sent, and changes nothing."""
    if request.headers.get("X-Kith-Draft"):  # a draft carries a version instead
        return view(request, **kwargs)
    submission, is_new = Submission.objects.get_or_create(
        worker=request.worker, key=_key(request), defaults={"at": request.at}
    )
    if not is_new:
        return HttpResponseRedirect(submission.location or "/")
    response = view(request, **kwargs)
    if isinstance(response, HttpResponseRedirect):
        submission.location = response.url
        submission.save(update_fields=["location"])
    else:
        submission.delete()  # nothing changed: the form may be sent again
    return response


def _key(request: Request) -> UUID:
    try:
        return UUID(request.POST.get("submit_key", ""))
    except ValueError:
        raise OldForm("This page is out of date. Go back, reload it and send it again; nothing was changed.") from None
