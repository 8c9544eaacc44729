"""Whether what a worker learns is told to the agency's store: theirs to say."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning import actions, queries


@page("GET", "POST", needs=Permission.LEARN)
def telling(request: Request) -> HttpResponse:
    """Switch telling on or off for oneself."""
    if request.method == "POST":
        try:
            if "off" in request.POST:
                actions.switch_off(by=request.worker, at=request.at)
                messages.success(request, "Nothing is told any more, and what waited was deleted.")
            else:
                actions.switch_on(by=request.worker, at=request.at)
                messages.success(request, "What you finish from now on is told to your agency's store.")
        except actions.NoStore as refusal:
            messages.info(request, str(refusal))
        return redirect("learning:telling")
    return render(request, "learning/telling.html", {"page": queries.telling_page(request.worker)})
