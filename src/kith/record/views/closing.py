"""What closes a case: restriction, conflict of interest; and what those concerned are not told for now."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.errors import NotFound
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries
from kith.record.views.access import done


@page("GET", "POST", needs=Permission.GIVE_ACCESS)
def restrict(request: Request, *, case_id: UUID) -> HttpResponse:
    """Let only those named on its list open the case."""
    form = forms.Restrict(request.POST or None)
    if done(request, form, lambda **typed: actions.restrict_case(case=request.case, **typed)):
        messages.success(request, "Only those named may open this case now.")
        return redirect("record:access", case_id)
    shown = queries.form_page(request.case, "Restrict this case")
    return render(request, "record/restrict.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def lift_restriction(request: Request, *, case_id: UUID) -> HttpResponse:
    """Open a restricted case to its team again."""
    found = queries.restriction_of(request.case)
    form = forms.Lift(request.POST or None)
    if done(request, form, lambda **typed: actions.lift_restriction(restriction=found, **typed)):
        messages.success(request, "This case is no longer restricted.")
        return redirect("record:access", case_id)
    shown = queries.form_page(request.case, "Lift the restriction")
    return render(request, "record/lift_restriction.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS)
def record_conflict(request: Request, *, case_id: UUID) -> HttpResponse:
    """Say of a colleague that they may never open the case; only its managers find this page."""
    if not queries.manages(request.case):
        raise NotFound
    form = forms.RecordConflict(request.POST or None)
    if done(request, form, lambda **typed: actions.record_conflict(case=request.case, **typed)):
        messages.success(request, "They may never open this case, whoever gives them access.")
        return redirect("record:access", case_id)
    shown = queries.form_page(request.case, "Record a conflict of interest")
    return render(request, "record/record_conflict.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def end_conflict(request: Request, *, case_id: UUID, conflict_id: UUID) -> HttpResponse:
    """Say that a conflict of interest is over; only managers of the case find it."""
    found = queries.conflict_in(request.case, conflict_id)
    form = forms.EndConflict(request.POST or None)
    if done(request, form, lambda **typed: actions.end_conflict(conflict=found, **typed)):
        messages.success(request, "The conflict of interest is over. It gives no access by itself.")
        return redirect("record:access", case_id)
    shown = queries.conflict_page(request.case, found)
    return render(request, "record/end_conflict.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.OPEN_CASE)
def declare_conflict(request: Request) -> HttpResponse:
    """Say of oneself that one may never open a case; the answer is the same whether there is one or not."""
    form = forms.DeclareConflict(request.POST or None)
    if done(request, form, actions.declare_conflict):
        messages.success(request, "Noted. If there is a case with that reference, you cannot open it from now on.")
        return redirect("home:front")
    shown = queries.ByReferencePage("Declare a conflict of interest")
    return render(request, "record/declare_conflict.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS)
def withhold(request: Request, *, case_id: UUID) -> HttpResponse:
    """Keep from those concerned who looked, for a danger."""
    form = forms.Withhold(request.POST or None)
    if done(request, form, lambda **typed: actions.withhold_looks(case=request.case, **typed)):
        messages.success(request, "Nobody is told who looked until this is looked at again.")
        return redirect("record:plain", case_id)
    shown = queries.form_page(request.case, "Do not tell who looked")
    return render(request, "record/withhold.html", {"page": shown, "form": form})


@page("POST", needs=Permission.GIVE_ACCESS)
def stop_withholding(request: Request, *, case_id: UUID) -> HttpResponse:
    """Let those concerned be told again."""
    found = queries.withholding_of(request.case)
    if found is None:
        raise NotFound
    actions.stop_withholding(withholding=found, by=request.worker, at=request.at)
    messages.success(request, "Those concerned may be told who looked.")
    return redirect("record:plain", case_id)
