"""Searching all of a worker's cases. Why words stand in the address is said in `views.timeline`."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.home import actions, rules
from kith.home.queries.search import search_page


@page("GET", needs=Permission.OPEN_CASE)
def search(request: Request) -> HttpResponse:
    """Show what is found in this worker's cases; each case whose words are shown keeps that they were."""
    shown = search_page(
        request.GET.get("q", "")[: rules.LONGEST],
        after=rules.place_from(request.GET.get("after", "")),
        before=rules.place_from(request.GET.get("before", "")),
    )
    actions.note_cases_shown(case_ids=[each.case_id for each in shown.found], by=request.worker, at=request.at)
    return render(request, "home/search.html", {"page": shown})
