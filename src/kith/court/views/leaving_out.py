"""What one reader's copy of a statement is made without."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.court import actions, forms, queries
from kith.court.queries import leaving_out
from kith.record import actions as record_actions
from kith.record import queries as record


@page("GET", "POST", needs=Permission.MAKE_STATEMENT)
def leave_out(request: Request, *, case_id: UUID, statement_id: UUID, reader_id: UUID) -> HttpResponse:
    """Leave words or a whole piece out of one reader's copy."""
    found = queries.statement_in(request.case, statement_id)
    reader = record.participant_in(request.case, reader_id)
    shown = leaving_out.leave_out_page(found, reader, queries.pieces_of(found))
    form = forms.LeaveOut(request.POST or None, pieces=shown.pieces)
    if form.is_valid():
        try:
            actions.leave_out_of_copy(
                statement=found, reader=reader, by=request.worker, at=request.at, **form.cleaned_data
            )
            messages.success(request, "It is left out of this reader's copy. The other copies keep it.")
            return redirect("court:read_as", case_id, statement_id, reader_id)
        except actions.NotThere as refusal:
            form.add_error("words", str(refusal))
    return render(request, "court/leave_out.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.MAKE_STATEMENT)
def left_out(request: Request, *, case_id: UUID, statement_id: UUID, redaction_id: UUID) -> HttpResponse:
    """Give the ground of something that is left out, or put it back in."""
    found = queries.statement_in(request.case, statement_id)
    row = leaving_out.left_out_in(found, redaction_id)
    back = redirect("court:read_as", case_id, statement_id, row.reader_id)
    if request.method == "POST" and "undo" in request.POST:
        record_actions.put_back_in(redaction=row, by=request.worker, at=request.at)
        messages.success(request, "It stands in this reader's copy again.")
        return back
    form = forms.GiveGround(request.POST or None, initial={"ground": row.ground, "why": row.why})
    if form.is_valid():
        record_actions.give_ground(redaction=row, by=request.worker, at=request.at, **form.cleaned_data)
        messages.success(request, "The ground was kept.")
        return back
    return render(request, "court/left_out.html", {"page": leaving_out.left_out_page(found, row), "form": form})
