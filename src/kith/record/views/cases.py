"""Starting a case, and the case at a glance."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries
from kith.record.queries.case_page import StartPage


@page("GET", "POST", needs=Permission.START_CASE)
def start(request: Request) -> HttpResponse:
    """Start a case."""
    form = forms.StartCase(request.POST or None, initial={"opened_on": timezone.localdate(request.at)})
    if form.is_valid():
        try:
            team = queries.own_team(request.worker, request.at)
            case = actions.start_case(team=team, by=request.worker, at=request.at, **form.cleaned_data)
            messages.success(request, "The case was started. You may open it; give your colleagues access next.")
            return redirect("record:case", case.id)
        except Refusal as refusal:
            form.add_error("reference", str(refusal))
    return render(request, "record/start.html", {"page": StartPage("Start a case"), "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def case(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show a case at a glance."""
    shown = queries.case_page(request.case, request.worker, timezone.localdate(request.at))
    return render(request, "record/case.html", {"page": shown})


@page("POST", needs=Permission.WRITE_RECORD)
def drop_quotation(request: Request, *, case_id: UUID, citation_id: UUID) -> HttpResponse:
    """Put back a quotation that was kept."""
    citation = queries.quotation_kept_by(request.case, citation_id, request.worker)
    actions.drop_quotation(citation=citation, by=request.worker, at=request.at)
    messages.success(request, "The quotation was put back.")
    return redirect("record:case", case_id)
