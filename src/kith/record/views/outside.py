"""Who outside the agency may read what was released to them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries


@page("GET", needs=Permission.OPEN_CASE)
def readers(request: Request, *, case_id: UUID) -> HttpResponse:
    """Show who outside may read."""
    shown = queries.readers_page(request.case, request.worker, request.at)
    return render(request, "record/readers.html", {"page": shown})


@page("GET", "POST", needs=Permission.GIVE_ACCESS, step_up=True)
def let_in(request: Request, *, case_id: UUID) -> HttpResponse:
    """Let somebody outside read what is released to them."""
    people = queries.possible_readers(request.case, request.at)
    form = forms.LetIn(request.POST or None, people=people, at=request.at)
    if form.is_valid():
        try:
            row = actions.let_in(case=request.case, by=request.worker, at=request.at, **form.cleaned_data)
            messages.success(request, "They may read what is released to them from now on.")
            return redirect("record:reader", case_id, row.id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    shown = queries.form_page(request.case, "Let somebody outside read")
    return render(request, "record/let_in.html", {"page": shown, "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def reader(request: Request, *, case_id: UUID, reader_id: UUID) -> HttpResponse:
    """Show one outside reader: what they can see, opened and wrote."""
    found = queries.reader_in(request.case, reader_id)
    shown = queries.reader_page(request.case, found, request.worker, request.at)
    return render(request, "record/reader.html", {"page": shown})


@page("GET", "POST", needs=Permission.GIVE_ACCESS)
def end_reader(request: Request, *, case_id: UUID, reader_id: UUID) -> HttpResponse:
    """End what somebody outside may read."""
    found = queries.reader_in(request.case, reader_id)
    form = forms.EndReader(request.POST or None)
    if form.is_valid():
        actions.end_reader(reader=found, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "They can read nothing here any more.")
        return redirect("record:readers", case_id)
    shown = queries.reader_page(request.case, found, request.worker, request.at)
    return render(request, "record/end_reader.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS)
def withhold_release(request: Request, *, case_id: UUID, reader_id: UUID, release_id: UUID) -> HttpResponse:
    """Stop showing a release to its reader."""
    found = queries.reader_in(request.case, reader_id)
    release = queries.release_to(found, release_id)
    form = forms.WithholdRelease(request.POST or None)
    if form.is_valid():
        actions.withhold(release=release, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "It is not shown to them any more.")
        return redirect("record:reader", case_id, reader_id)
    shown = queries.withhold_page(request.case, found, release, request.at)
    return render(request, "record/withhold_release.html", {"page": shown, "form": form})
