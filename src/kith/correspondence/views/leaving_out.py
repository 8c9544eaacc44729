"""Pages of what is left out of a file before it goes to its reader."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.core.errors import NotFound
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.correspondence import actions, forms, queries
from kith.correspondence.queries.writing import enclosure_in
from kith.record import queries as record
from kith.ui.typed import read_number


@page("GET", "POST", needs=Permission.SEND)
def leave_out(request: Request, *, case_id: UUID, reader_id: UUID, enclosure_id: UUID) -> HttpResponse:
    """Choose what is left out of a file, see its copy page by page, and attach it instead."""
    reader, enclosure = _found(request, reader_id, enclosure_id)
    if enclosure is None:
        return redirect("correspondence:write", case_id, reader_id)  # it waits no more
    if "attach" in request.POST:
        return _attached(request, reader, enclosure)
    number, ruled = read_number(request.GET.get("page", "")) or 1, "ruled" in request.GET
    shown = queries.leave_out_page(request.case, reader, enclosure, number, request.at, ruled=ruled)
    form = forms.LeaveOut(request.POST or None, found=shown.found, number=number, pages=shown.pages)
    if form.is_valid():
        chosen = [actions.Chosen(*each) for each in form.chosen()]
        ground = {name: form.cleaned_data[name] for name in ("ground", "why")}
        try:
            actions.leave_out_of_file(
                case=request.case, enclosure=enclosure, chosen=chosen, by=request.worker, at=request.at, **ground
            )
            messages.success(request, "It is left out of the copy. Look at the page, then attach the copy.")
            return redirect(f"{request.path}?page={number}")
        except actions.NotLeftOut as refusal:
            form.add_error("area" if form.cleaned_data.get("area") else "words", str(refusal))
    return render(request, "correspondence/leave_out.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.SEND)
def left_out(
    request: Request, *, case_id: UUID, reader_id: UUID, enclosure_id: UUID, left_out_id: UUID
) -> HttpResponse:
    """Give the ground of something that is left out, or put it back in."""
    _, enclosure = _found(request, reader_id, enclosure_id)
    if enclosure is None:
        return redirect("correspondence:write", case_id, reader_id)
    row = queries.left_out_in(request.case, enclosure, left_out_id)
    back = redirect("correspondence:leave_out", case_id, reader_id, enclosure_id)
    if "undo" in request.POST:
        actions.put_back_in_file(left_out=row, by=request.worker, at=request.at)
        messages.success(request, "It stands in the copy again.")
        return back
    form = forms.GiveGround(request.POST or None, initial={"ground": row.ground, "why": row.why})
    if form.is_valid():
        actions.give_ground_in_file(left_out=row, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "The ground was kept.")
        return back
    found = queries.left_out_page(request.case, row)
    return render(request, "correspondence/left_out.html", {"page": found, "form": form})


def _found(request: Request, reader_id: UUID, enclosure_id: UUID) -> tuple[Any, Any]:
    """Find a file that waits with this worker's words; None where it is another's, or waits no more.

    Raises:
        NotFound: nothing can be left out of a file of this sort.
    """
    reader = record.participant_in(request.case, reader_id)
    enclosure = enclosure_in(request.case, reader, request.worker, enclosure_id)
    if enclosure is not None and not queries.can_be_left_out_of(enclosure):
        raise NotFound
    return reader, enclosure


def _attached(request: Request, reader: Any, enclosure: Any) -> HttpResponse:
    """Put the copy in the place of the file, and go on with the words."""
    try:
        made = actions.attach_without(
            case=request.case, reader=reader, enclosure=enclosure, by=request.worker, at=request.at
        )
    except actions.NotLeftOut as refusal:
        messages.error(request, str(refusal))
        return redirect("correspondence:leave_out", request.case.id, reader.id, enclosure.id)
    says = "The copy without it is attached instead."
    says += f" Still to be looked at: {', '.join(made.left)}." if made.left else ""
    messages.success(request, f"{says} The case keeps the original.")
    return redirect(reverse("correspondence:write", args=[request.case.id, reader.id]))
