"""Where you are signed in; and what is closed, because the agency looks after accounts."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.core.sign_in import sessions


@page("GET", "POST", needs=Permission.HOME)
def places(request: Request) -> HttpResponse:
    """Show where a worker is signed in; end one, or all but this one."""
    this = request.session.session_key
    if request.method == "POST":
        handle = request.POST.get("end", "")
        if handle == "others":
            ended = sessions.end_others(this=this, by=request.worker, at=request.at)
        else:
            ended = sessions.end_place(handle=handle, by=request.worker, at=request.at)
        messages.success(request, _ended(ended))
        return redirect("where_signed_in")
    return render(request, "account/places.html", {"places": sessions.places_of(request.worker, this)})


def _ended(count: int) -> str:
    return {0: "There was nothing to end.", 1: "You are signed out there."}.get(
        count, f"You are signed out in {count} places."
    )


@require_safe
def closed(request: HttpRequest, **address: str) -> HttpResponse:
    """Say who looks after accounts. Nobody signs up, and nobody gets a password by e-mail."""
    return render(request, "account/closed.html", {})
