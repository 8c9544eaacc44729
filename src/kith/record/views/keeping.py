"""Closing a case, how long it is kept, what holds it, and asking that something be erased."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.errors import NotFound, Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries
from kith.record.rules.keeping import What

Do = Callable[..., Any]


@page("GET", needs=Permission.OPEN_CASE)
def keeping(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show how long the case is kept, and why."""
    shown = queries.keeping_page(request.case, request.worker, timezone.localdate(request.at))
    return render(request, "record/keeping.html", {"page": shown})


@page("GET", "POST", needs=Permission.CLOSE_CASE)
def close_case(request: Request, *, case_id: UUID) -> HttpResponse:
    """Close the case."""
    form = forms.SayClosing(request.POST or None, initial={"since_on": timezone.localdate(request.at)})
    return _ask(request, form, actions.close_case, "The case is closed.", "Close this case", "record/close_case.html")


@page("GET", "POST", needs=Permission.CLOSE_CASE)
def reopen_case(request: Request, *, case_id: UUID) -> HttpResponse:
    """Open the case again."""
    form = forms.SayClosing(request.POST or None, initial={"since_on": timezone.localdate(request.at)})
    says, title = "The case is open again.", "Open this case again"
    return _ask(request, form, actions.reopen_case, says, title, "record/reopen_case.html")


@page("GET", "POST", needs=Permission.CLOSE_CASE)
def choose_schedule(request: Request, *, case_id: UUID) -> HttpResponse:
    """Choose how long the case is kept."""
    offered = queries.schedules(timezone.localdate(request.at))
    suggested = {"schedule": queries.suggested_schedule(request.case)}
    form = forms.ChooseSchedule(request.POST or None, schedules=offered, initial=suggested)
    says, title = "It is noted how long this case is kept.", "Choose how long this case is kept"
    return _ask(request, form, actions.choose_schedule, says, title, "record/choose_schedule.html")


@page("GET", "POST", needs=Permission.HOLD_CASE)
def place_hold(request: Request, *, case_id: UUID) -> HttpResponse:
    """Place a legal hold."""
    form = forms.PlaceHold(request.POST or None, initial={"from_on": timezone.localdate(request.at)})
    says = "The hold stands. Nothing of this case can be destroyed."
    return _ask(request, form, actions.place_hold, says, "Place a legal hold", "record/place_hold.html")


@page("GET", "POST", needs=Permission.HOLD_CASE, step_up=True)
def end_hold(request: Request, *, case_id: UUID, hold_id: UUID) -> HttpResponse:
    """End a legal hold."""
    hold = queries.hold_in(request.case, hold_id)
    form = forms.EndHold(request.POST or None)

    def end(*, case: Any, **typed: Any) -> None:
        actions.end_hold(hold=hold, **typed)

    return _ask(request, form, end, "The hold has ended.", f"End the hold: {hold.who}", "record/end_hold.html")


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def seal_for_adoption(request: Request, *, case_id: UUID) -> HttpResponse:
    """Seal the case on an adoption."""
    form = forms.SealForAdoption(request.POST or None, keepers=queries.keepers(request.case, request.worker))

    def seal(*, keep_access: Any = (), **typed: Any) -> None:
        actions.seal_for_adoption(keep_access=keep_access, **typed)

    says = "The case is sealed: nothing links it with any other case."
    return _ask(request, form, seal, says, "Seal this case on an adoption", "record/seal_for_adoption.html")


@page("GET", "POST", needs=Permission.ASK_ERASURE)
def ask_erasure(request: Request, *, case_id: UUID, what: str, thing: UUID) -> HttpResponse:
    """Ask that one thing in the case be erased."""
    if what not in set(What):
        raise NotFound
    shown = queries.ask_erasure_page(request.case, What(what), thing)
    form = forms.AskErasure(request.POST or None)
    if form.is_valid():
        try:
            typed = {"what": what, "thing": thing, **form.cleaned_data}
            actions.ask_erasure(case=request.case, by=request.worker, at=request.at, **typed)
            messages.success(request, "It is asked for. One person decides about it and a second confirms.")
            return redirect("record:keeping", case_id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "record/ask_erasure.html", {"page": shown, "form": form})


def _ask(request: Request, form: Any, do: Do, says: str, title: str, template: str) -> HttpResponse:
    """Show a form about the case; when it is sent, do what it says and go back to the page of keeping."""
    if form.is_valid():
        try:
            do(case=request.case, by=request.worker, at=request.at, **form.cleaned_data)
            messages.success(request, says)
            return redirect("record:keeping", request.case.id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, template, {"page": queries.form_page(request.case, title), "form": form})
