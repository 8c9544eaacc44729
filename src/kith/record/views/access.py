"""Who may open a case, and who has."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries
from kith.ui.typed import read_number


@page("GET", needs=Permission.OPEN_CASE)
def access(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show who may open the case."""
    return render(request, "record/access.html", {"page": queries.access_page(request.case, request.worker)})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def give_access(request: Request, *, case_id: UUID) -> HttpResponse:
    """Let a colleague open the case."""
    form = forms.GiveAccess(request.POST or None)
    if form.is_valid():
        actions.give_access(case=request.case, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "They may open this case from now on.")
        return redirect("record:access", case_id)
    shown = queries.form_page(request.case, "Give a colleague access")
    return render(request, "record/give_access.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def end_access(request: Request, *, case_id: UUID, access_id: UUID) -> HttpResponse:
    """End a colleague's access."""
    found = queries.access_in(request.case, access_id)
    form = forms.EndAccess(request.POST or None)
    if form.is_valid():
        try:
            actions.end_access(access=found, by=request.worker, at=request.at)
            messages.success(request, "Their access has ended.")
            return redirect("record:access", case_id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    shown = queries.end_access_page(request.case, found, request.worker)
    return render(request, "record/end_access.html", {"page": shown, "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def opens(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show who has opened the case."""
    before = read_number(request.GET.get("before", ""), digits=18)
    return render(request, "record/opens.html", {"page": queries.opens_page(request.case, before)})
