"""Who may open a case, by name and by team; and who has."""

from collections.abc import Callable
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries, rules
from kith.ui.typed import read_number


@page("GET", needs=Permission.OPEN_CASE)
def access(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show who may open the case."""
    shown = queries.access_page(request.case, request.worker, request.at)
    return render(request, "record/access.html", {"page": shown})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def give_access(request: Request, *, case_id: UUID) -> HttpResponse:
    """Let a colleague open the case."""
    form = forms.GiveAccess(request.POST or None, at=request.at)
    if done(request, form, lambda **typed: actions.give_access(case=request.case, **typed)):
        messages.success(request, "They may open this case from now on.")
        return redirect("record:access", case_id)
    shown = queries.form_page(request.case, "Give a colleague access")
    return render(request, "record/give_access.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def end_access(request: Request, *, case_id: UUID, access_id: UUID) -> HttpResponse:
    """End a colleague's access."""
    found = queries.access_in(request.case, access_id, request.at)
    form = forms.EndAccess(request.POST or None)
    if done(request, form, lambda **typed: actions.end_access(access=found, **typed)):
        messages.success(request, "Their access has ended.")
        return redirect("record:access", case_id)
    shown = queries.end_access_page(request.case, found, request.worker, request.at)
    return render(request, "record/end_access.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def hand_over(request: Request, *, case_id: UUID, access_id: UUID) -> HttpResponse:
    """Hand the case over to a colleague."""
    found = queries.access_in(request.case, access_id, request.at)
    form = forms.HandOver(request.POST or None)
    if done(request, form, lambda worker, **typed: actions.hand_over(access=found, to=worker, **typed)):
        messages.success(request, "The case was handed over. Whoever held it may open it until the end of today.")
        return redirect("record:access", case_id)
    shown = queries.hand_over_page(request.case, found, request.worker, request.at)
    return render(request, "record/hand_over.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def place_with_team(request: Request, *, case_id: UUID) -> HttpResponse:
    """Say which team holds the case."""
    team = request.case.team_id
    form = forms.PlaceWithTeam(request.POST or None, initial={"team": str(team) if team else "none"})
    if done(request, form, lambda **typed: actions.place_with_team(case=request.case, **typed)):
        messages.success(request, "The team of this case was changed.")
        return redirect("record:access", case_id)
    shown = queries.form_page(request.case, "Change the team of this case")
    return render(request, "record/place_with_team.html", {"page": shown, "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def opens(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show who has opened the case."""
    before = read_number(request.GET.get("before", ""), digits=18)
    return render(request, "record/opens.html", {"page": queries.opens_page(request.case, before)})


@page("GET", needs=Permission.OPEN_CASE)
def plain(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show who looked, as it may be told to the person concerned: to read with them, or to print."""
    return render(request, "record/plain.html", {"page": queries.plain_page(request.case, request.at)})


def done(request: Request, form: django_forms.Form, change: Callable[..., object]) -> bool:
    """Do what a form asks for, as whoever is signed in; a refusal is said on the form."""
    if not form.is_valid():
        return False
    try:
        change(by=request.worker, at=request.at, **form.cleaned_data)
    except (Refusal, rules.Wrong) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
