"""Pages of what comes in: the tray, one message received, and all that was said with one person."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.correspondence import actions, forms, queries
from kith.record import queries as record
from kith.ui import downloads


@page("GET", needs=Permission.PLACE_MAIL)
def came_in(request: Request) -> HttpResponse:
    """Show what came and is of no case yet."""
    return render(request, "correspondence/came_in.html", {"page": queries.tray_page(), "form": None})


@page("GET", "POST", needs=Permission.PLACE_MAIL)
def place(request: Request, *, arrived_id: UUID) -> HttpResponse:
    """Ask for the case that something belongs to."""
    found = queries.place_page(arrived_id)
    form = forms.PlaceOn(request.POST or None)
    if form.is_valid():
        case = queries.cases_by_reference(form.cleaned_data["reference"])
        if case is not None:
            return redirect("correspondence:place_in", case.id, arrived_id)
        form.add_error("reference", "None of the cases that you may open has this reference. Check it.")
    return render(request, "correspondence/place.html", {"page": found, "form": form})


@page("GET", "POST", needs=Permission.PLACE_MAIL)
def place_in(request: Request, *, case_id: UUID, arrived_id: UUID) -> HttpResponse:
    """Say who on the case it is from, and how that is known; then it is the case's."""
    found = queries.place_in_page(request.case, arrived_id)
    form = forms.PlaceWith(request.POST or None, people=found.people)
    if form.is_valid():
        given = form.cleaned_data
        received = actions.place_arrived(
            arrived_id=arrived_id,
            case=request.case,
            participant=record.participant_in(request.case, UUID(given["participant"])),
            is_theirs=given["is_theirs"],
            why=given["why"],
            by=request.worker,
            at=request.at,
        )
        messages.success(request, "Placed. It stands with their messages now.")
        return redirect("correspondence:received", case_id, received.id)
    return render(request, "correspondence/place_in.html", {"page": found, "form": form})


@page("POST", needs=Permission.PLACE_MAIL)
def set_aside(request: Request, *, arrived_id: UUID) -> HttpResponse:
    """Set something aside that concerns no family."""
    actions.set_aside(arrived_id=arrived_id, by=request.worker, at=request.at)
    messages.success(request, "Set aside. It is kept, and is of no case.")
    return redirect("came_in")


@page("GET", needs=Permission.OPEN_CASE)
def received(request: Request, *, case_id: UUID, received_id: UUID) -> HttpResponse:
    """Show one message received."""
    found = queries.received_page(request.case, received_id, request.at.date())
    form = forms.WasRead() if found.task is not None and found.task.read_at is None else None
    return render(request, "correspondence/received.html", {"page": found, "form": form})


@page("POST", needs=Permission.WRITE_RECORD)
def was_read(request: Request, *, case_id: UUID, received_id: UUID) -> HttpResponse:
    """Note that it was read, and what was done."""
    row = queries.received_in(request.case, received_id)
    form = forms.WasRead(request.POST)
    if form.is_valid():
        actions.mark_read(received=row, by=request.worker, at=request.at, **form.cleaned_data)
        return redirect("correspondence:received", case_id, received_id)
    found = queries.received_page(request.case, received_id, request.at.date())
    return render(request, "correspondence/received.html", {"page": found, "form": form})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def not_theirs(request: Request, *, case_id: UUID, received_id: UUID) -> HttpResponse:
    """Say that it was not written by the person it was taken to be from."""
    found = queries.received_page(request.case, received_id, request.at.date())
    form = forms.NotTheirs(request.POST or None)
    if form.is_valid():
        try:
            row = queries.received_in(request.case, received_id)
            actions.disown(received=row, by=request.worker, at=request.at, **form.cleaned_data)
            return redirect("correspondence:received", case_id, received_id)
        except actions.SaidAlready as refusal:
            form.add_error(None, str(refusal))
    return render(request, "correspondence/not_theirs.html", {"page": found, "form": form})


@page("GET", needs=Permission.OPEN_CASE)
def received_copy(request: Request, *, case_id: UUID, received_id: UUID) -> HttpResponse:
    """Give the exact bytes that came, as a file; not where something in it is locked."""
    row = queries.received_in(request.case, received_id)
    if queries.has_locked(row):
        raise Refusal("Something in this message is locked, so its copy is not given out. It is kept whole.")
    data = queries.received_copy(row)
    if data is None:
        raise Refusal("The copy that was kept is not what came. Tell whoever looks after Kith.")
    ending = "json" if row.kind == "text" else "eml"
    return downloads.attachment(data, name=f"received-{received_id}.{ending}")


@page("GET", needs=Permission.OPEN_CASE)
def thread(request: Request, *, case_id: UUID, participant_id: UUID) -> HttpResponse:
    """Show what was sent to one person and what came from them, oldest first."""
    person = record.participant_in(request.case, participant_id)
    found = queries.thread_page(request.case, person, _place(request.GET.get("after", "")))
    return render(request, "correspondence/thread.html", {"page": found, "form": None})


def _place(text: str) -> tuple[datetime, UUID] | None:
    """Read a place in a thread: an instant and an id; anything else is its beginning."""
    instant, _, last = text.partition("_")
    try:
        at, key = parse_datetime(instant), UUID(last)
    except ValueError:
        return None
    return (at, key) if at is not None and at.tzinfo else None
