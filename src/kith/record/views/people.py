"""People, how to reach them, and what must not reach somebody."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries


@page("GET", needs=Permission.OPEN_CASE)
def people(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show everybody in the case, and what is protected."""
    return render(request, "record/people.html", {"page": queries.people_page(request.case, request.worker)})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def add_participant(request: Request, *, case_id: UUID) -> HttpResponse:
    """Add somebody to the case."""
    form = forms.AddParticipant(request.POST or None)
    if form.is_valid():
        added = actions.add_participant(case=request.case, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "They were added to the case.")
        return redirect("record:participant", case_id, added.id)
    shown = queries.form_page(request.case, "Add somebody to the case")
    return render(request, "record/add_participant.html", {"page": shown, "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def participant(request: Request, *, case_id: UUID, participant_id: UUID) -> HttpResponse:
    """Show one participant."""
    person = queries.participant_in(request.case, participant_id)
    shown = queries.person_page(request.case, person, request.worker)
    return render(request, "record/participant.html", {"page": shown})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def add_contact(request: Request, *, case_id: UUID, participant_id: UUID) -> HttpResponse:
    """Add a way to reach somebody."""
    person = queries.participant_in(request.case, participant_id)
    form = forms.AddContact(request.POST or None)
    if form.is_valid():
        actions.add_contact_detail(
            case=request.case, participant=person, by=request.worker, at=request.at, **form.cleaned_data
        )
        messages.success(request, "The contact detail was added.")
        return redirect("record:participant", case_id, person.id)
    shown = queries.contact_page(request.case, person)
    return render(request, "record/add_contact.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def end_contact(request: Request, *, case_id: UUID, detail_id: UUID) -> HttpResponse:
    """Stop using a way to reach somebody."""
    detail, person = queries.detail_in_use(request.case, detail_id)
    form = forms.EndContact(request.POST or None)
    if form.is_valid():
        actions.end_contact_detail(detail=detail, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "The contact detail is no longer used.")
        return redirect("record:participant", case_id, person.id)
    shown = queries.contact_page(request.case, person, detail)
    return render(request, "record/end_contact.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def protect_fact(request: Request, *, case_id: UUID) -> HttpResponse:
    """Protect a fact."""
    initial = {"since_on": timezone.localdate(request.at), "about": request.GET.get("about", "")}
    form = forms.ProtectFact(request.POST or None, people=queries.participants_of(request.case), initial=initial)
    if form.is_valid():
        fact = actions.protect_fact(case=request.case, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "It is protected: from now on nothing that tells it leaves unchecked.")
        return redirect("record:fact", case_id, fact.id)
    shown = queries.form_page(request.case, "Protect a fact")
    return render(request, "record/protect_fact.html", {"page": shown, "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def fact(request: Request, *, case_id: UUID, fact_id: UUID) -> HttpResponse:
    """Show one protected fact."""
    found = queries.fact_in(request.case, fact_id)
    shown = queries.fact_page(request.case, found, request.worker)
    return render(request, "record/fact.html", {"page": shown})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def allow_to_know(request: Request, *, case_id: UUID, fact_id: UUID) -> HttpResponse:
    """Let somebody know a protected fact."""
    found = queries.fact_in(request.case, fact_id)
    shown = queries.fact_page(request.case, found, request.worker)
    form = forms.AllowToKnow(request.POST or None, people=shown.might_know)
    if form.is_valid():
        actions.allow_to_know(fact=found, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "They may know it from now on.")
        return redirect("record:fact", case_id, found.id)
    return render(request, "record/allow_to_know.html", {"page": shown, "form": form})
