"""The list of statements, a statement as it will be printed, and its first page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.court import actions, forms, queries


@page("GET", needs=Permission.OPEN_CASE)
def statements(request: Request, *, case_id: UUID) -> HttpResponse:
    """List the statements of a case."""
    return render(request, "court/list.html", {"page": queries.statements_page(request.case, request.worker)})


@page("GET", "POST", needs=Permission.MAKE_STATEMENT)
def start(request: Request, *, case_id: UUID) -> HttpResponse:
    """Begin a statement."""
    usual = queries.begun_with(request.case, request.worker, timezone.localdate(request.at))
    form = forms.Details(request.POST or None, initial=usual)
    if form.is_valid():
        made = actions.begin_statement(case=request.case, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "The statement was begun. Choose from the record, or write.")
        return redirect("court:statement", case_id, made.id)
    return render(request, "court/details.html", {"page": queries.begin_page(request.case), "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def statement(request: Request, *, case_id: UUID, statement_id: UUID) -> HttpResponse:
    """Show a statement as it will be printed."""
    found = queries.statement_in(request.case, statement_id)
    shown = queries.statement_page(found, request.worker, timezone.localdate(request.at))
    return render(request, "court/statement.html", {"page": shown})


@page("GET", "POST", needs=Permission.MAKE_STATEMENT)
def details(request: Request, *, case_id: UUID, statement_id: UUID) -> HttpResponse:
    """Change the first page of a statement."""
    found = queries.statement_in(request.case, statement_id)
    form = forms.Details(request.POST or None, initial=queries.details_of(found))
    if form.is_valid():
        actions.change_details(statement=found, by=request.worker, at=request.at, **form.cleaned_data)
        return redirect("court:statement", case_id, statement_id)
    return render(request, "court/details.html", {"page": queries.details_page(found), "form": form})


@page("GET", "POST", needs=Permission.MAKE_STATEMENT)
def names(request: Request, *, case_id: UUID, statement_id: UUID) -> HttpResponse:
    """Set how the heading names children and parties."""
    found = queries.statement_in(request.case, statement_id)
    shown = queries.names_page(found)
    form = forms.Names(request.POST or None, names=shown.names)
    if form.is_valid():
        actions.name_people(statement=found, names=form.chosen(), by=request.worker, at=request.at)
        return redirect("court:statement", case_id, statement_id)
    return render(request, "court/names.html", {"page": shown, "form": form})
