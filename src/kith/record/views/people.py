"""People, how to reach them, and what must not reach somebody."""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.errors import NotFound
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries


@page("GET", needs=Permission.OPEN_CASE)
def people(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show everybody in the case, and what is protected."""
    return render(request, "record/people.html", {"page": queries.people_page(request.case, request.worker)})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def add_participant(request: Request, *, case_id: UUID) -> HttpResponse:
    """Add somebody to the case, and another straight away if that was pressed."""
    form = forms.AddParticipant(request.POST or None)
    if form.is_valid():
        added = actions.add_participant(case=request.case, by=request.worker, at=request.at, **form.cleaned_data)
        return _on_from(request, added.id, "They were added to the case.", added.id)
    _say_added(request, lambda added: f"{queries.participant_in(request.case, added).known_as} was added to the case.")
    shown = queries.form_page(request.case, "Add somebody to the case")
    return render(request, "record/add_participant.html", {"page": shown, "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def participant(request: Request, *, case_id: UUID, participant_id: UUID) -> HttpResponse:
    """Show one participant."""
    person = queries.participant_in(request.case, participant_id)
    shown = queries.person_page(request.case, person, request.worker, request.at)
    return render(request, "record/participant.html", {"page": shown})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def add_contact(request: Request, *, case_id: UUID, participant_id: UUID) -> HttpResponse:
    """Add a way to reach somebody, and another straight away if that was pressed."""
    person = queries.participant_in(request.case, participant_id)
    form = forms.AddContact(request.POST or None)
    if form.is_valid():
        added = actions.add_contact_detail(
            case=request.case, participant=person, by=request.worker, at=request.at, **form.cleaned_data
        )
        return _on_from(request, added.id, "The contact detail was added.", person.id)
    _say_added(request, lambda added: _contact_added(request, added))
    shown = queries.contact_page(request.case, person)
    return render(request, "record/add_contact.html", {"page": shown, "form": form})


def _on_from(request: Request, added: UUID, says: str, person: UUID) -> HttpResponse:
    """Go on from what was added: to an empty form that will name it, or to the person's page.

    A message that waits for the next page is a cookie and holds no name; the address of the next form holds the id.
    """
    if request.POST.get("next") == "another":
        return redirect(f"{request.path}?added={added}")
    messages.success(request, says)
    return redirect("record:participant", request.case.id, person)


def _say_added(request: Request, says: Callable[[UUID], str]) -> None:
    """Say on an empty form what was added just before it; nothing where that is not there any more."""
    if request.method == "GET":
        with suppress(ValueError, NotFound):
            messages.success(request, says(UUID(request.GET.get("added", ""))))


def _contact_added(request: Request, added: UUID) -> str:
    detail, whose = queries.detail_in_use(request.case, added)
    return f"{detail.get_kind_display()} added for {whose.known_as}."


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


@page("GET", "POST", needs=Permission.WRITE_RECORD, step_up=True)
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
