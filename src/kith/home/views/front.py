"""The worker's front page, and the lock of a page left alone."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.http import require_safe

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.core.sign_in import paths
from kith.home.queries.caseload import front_page


@page("GET", needs=Permission.HOME)
def front(request: Request) -> HttpResponse:
    """Show this worker's cases and what waits for them."""
    shown = front_page(request.worker, request.at)
    return render(request, "home/front.html", {"page": shown})


@require_safe
def lock(request: HttpRequest) -> HttpResponse:
    """Sign out a page that was left alone; signing in again returns to it.

    Not a `@page`: it must answer also when the session has ended by itself, or signing in would lead back to the lock.
    A link on another site cannot lock anybody out of their work.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none"):
        logout(request)
    there = request.GET.get("next", "")
    if not paths.is_own(there):
        there = resolve_url("home:front")
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': there})}")
