"""The time limits of a case."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.home import forms
from kith.home.queries.deadlines import deadlines_page


@page("GET", needs=Permission.OPEN_CASE)
def deadlines(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show how long each step may take, counted from the day the case was opened or from one that is given."""
    form = forms.CountFrom(request.GET or None)
    given = form.cleaned_data["counted_from"] if form.is_valid() else None
    shown = deadlines_page(request.case, given, timezone.localdate(request.at))
    return render(request, "home/deadlines.html", {"page": shown, "form": form})
