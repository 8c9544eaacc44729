"""A worker's own hours."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core import hours
from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.home.forms.hours import SetHours
from kith.home.queries.hours import hours_page


@page("GET", "POST", needs=Permission.HOME)
def own_hours(request: Request) -> HttpResponse:
    """Say when one works and when one is away."""
    shown = hours_page(request.worker, request.at)
    form = SetHours(request.POST or None, hours=shown.hours)
    if form.is_valid():
        try:
            hours.set_hours(by=request.worker, at=request.at, **form.typed())
            messages.success(request, "Your working hours were kept.")
            return redirect("home:hours")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "home/hours.html", {"page": shown, "form": form})
