"""The timeline of a case.

Words stand in the address, since a page that can be passed on and gone back to needs one. They reach no log of ours
(`core.logs` writes events and ids; the web server writes no addresses) and no other site (`Referrer-Policy`); a browser
keeps them in its history, as it keeps the page.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.home import forms, rules
from kith.home.queries.filters import choices_of
from kith.home.queries.timeline import timeline_page


@page("GET", needs=Permission.OPEN_CASE)
def timeline(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show everything of a case in the order in which it happened."""
    choices = choices_of(request.case)
    form = forms.TimelineFilter(choices, request.GET)
    shown = timeline_page(
        request.case,
        form.filters(),
        choices,
        request.worker,
        after=rules.place_from(request.GET.get("after", "")),
        before=rules.place_from(request.GET.get("before", "")),
    )
    return render(request, "home/timeline.html", {"page": shown, "form": form})
