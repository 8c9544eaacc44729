"""Reference data: everybody reads it; the information governance lead, and whoever a set names, keep it right."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.core.reference import actions
from kith.core.reference.rules import one_year_on
from kith.home import forms
from kith.home.queries import reference as queries
from kith.home.queries.reference import FormPage


@page("GET", needs=Permission.HOME)
def reference(request: Request) -> HttpResponse:
    """Show every set."""
    shown = queries.sets_page(timezone.localdate(request.at))
    return render(request, "home/reference.html", {"page": shown})


@page("GET", needs=Permission.HOME)
def reference_set(request: Request, *, name: str) -> HttpResponse:
    """Show the rows of one set."""
    shown = queries.set_page(name, request.worker, timezone.localdate(request.at))
    return render(request, "home/reference_set.html", {"page": shown})


@page("GET", needs=Permission.HOME)
def reference_row(request: Request, *, name: str, line: UUID) -> HttpResponse:
    """Show one row and its history."""
    shown = queries.row_page(name, line, request.worker, timezone.localdate(request.at))
    return render(request, "home/reference_row.html", {"page": shown})


@page("GET", "POST", needs=Permission.EDIT_SOME_REFERENCE)
def reference_add(request: Request, *, name: str) -> HttpResponse:
    """Add a row to a set."""
    shown = queries.form_page(name, "Add a row", request.worker)
    begins = {"owner": shown.head.owner, "next_check_on": one_year_on(timezone.localdate(request.at))}
    form = forms.AddRow(request.POST or None, head=shown.head, initial=begins)

    def add() -> UUID:
        words = {"why": form.cleaned_data["why"], "by": request.worker, "at": request.at}
        return actions.add_row(name=name, row=form.row(), **words).line

    return _changed(request, shown, form, add, "It is added.", "home/reference_edit.html")


@page("GET", "POST", needs=Permission.EDIT_SOME_REFERENCE)
def reference_edit(request: Request, *, name: str, line: UUID) -> HttpResponse:
    """Change what a row says."""
    shown = queries.form_page(name, "Change a row", request.worker, line)
    begins = forms.as_typed(shown.row) | {"version": shown.version} if shown.row else {}
    form = forms.EditRow(request.POST or None, head=shown.head, initial=begins)

    def edit() -> UUID:
        found = form.cleaned_data
        words = {"version": found["version"], "why": found["why"], "by": request.worker, "at": request.at}
        return actions.edit_row(name=name, line=line, row=form.row(), **words).line

    return _changed(request, shown, form, edit, "It is changed.", "home/reference_edit.html")


@page("GET", "POST", needs=Permission.EDIT_SOME_REFERENCE)
def reference_end(request: Request, *, name: str, line: UUID) -> HttpResponse:
    """Say when a row is in force for the last time."""
    shown = queries.form_page(name, "End a row", request.worker, line)
    form = forms.EndRow(request.POST or None, initial={"version": shown.version})

    def end() -> UUID:
        return actions.end_row(name=name, line=line, by=request.worker, at=request.at, **form.cleaned_data).line

    return _changed(request, shown, form, end, "Its last day is set.", "home/reference_end.html")


@page("GET", "POST", needs=Permission.EDIT_SOME_REFERENCE)
def reference_check(request: Request, *, name: str, line: UUID) -> HttpResponse:
    """Say that a row was compared with its source today."""
    shown = queries.form_page(name, "I checked this today", request.worker, line)
    begins = {"version": shown.version, "next_check_on": one_year_on(timezone.localdate(request.at))}
    form = forms.CheckRow(request.POST or None, initial=begins)

    def check() -> UUID:
        return actions.check_row(name=name, line=line, by=request.worker, at=request.at, **form.cleaned_data).line

    return _changed(request, shown, form, check, "It stands as checked today.", "home/reference_check.html")


@page("POST", needs=Permission.EDIT_SOME_REFERENCE)
def reference_take(request: Request, *, name: str, line: UUID) -> HttpResponse:
    """Let the newer row that came with Kith stand."""
    queries.form_page(name, "", request.worker, line)
    form = forms.TakeShipped(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else 0
    actions.take_shipped(name=name, line=line, version=version, by=request.worker, at=request.at)
    messages.success(request, "The row that came with Kith stands now.")
    return redirect("home:reference_row", name, line)


def _changed(
    request: Request, shown: FormPage, form: Any, change: Callable[[], UUID], says: str, template: str
) -> HttpResponse:
    """Do what a valid form asks and go to the row; show the form again with what is refused."""
    if form.is_valid():
        try:
            line = change()
            messages.success(request, says)
            return redirect("home:reference_row", shown.head.name, line)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, template, {"page": shown, "form": form})
