"""The papers: read as their reader, released by the one exit, and handed to the worker as they were frozen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.court import actions, forms, queries, rules
from kith.record import queries as record
from kith.ui import downloads


@page("GET", needs=Permission.MAKE_STATEMENT)
def papers(request: Request, *, case_id: UUID, statement_id: UUID) -> HttpResponse:
    """Show what to look at before the papers leave, and for whom they can be read."""
    found = queries.statement_in(request.case, statement_id)
    shown = queries.papers_page(found, request.worker, timezone.localdate(request.at))
    return render(request, "court/papers.html", {"page": shown})


@page("POST", needs=Permission.MAKE_STATEMENT)
def add_court(request: Request, *, case_id: UUID, statement_id: UUID) -> HttpResponse:
    """Add the court to the case as a reader."""
    found = queries.statement_in(request.case, statement_id)
    added = actions.add_court(case=request.case, by=request.worker, at=request.at)
    messages.success(request, "The court was added to the people of this case.")
    return redirect("court:read_as", case_id, found.id, added.id)


@page("GET", "POST", needs=Permission.MAKE_STATEMENT, step_up="POST")
def read_as(request: Request, *, case_id: UUID, statement_id: UUID, reader_id: UUID) -> HttpResponse:
    """Read the papers as one reader would get them; released from here, by the one exit."""
    found = queries.statement_in(request.case, statement_id)
    reader = record.participant_in(request.case, reader_id)
    is_draft = request.GET.get("draft") == "1"
    is_asking = "ask" in request.POST
    second = forms.AskSecond(request.POST if is_asking else None)
    if second.is_valid() and _asked(request, found, reader, second, is_draft=is_draft):
        return redirect(request.get_full_path())
    given = request.POST if request.method == "POST" and not is_asking else None
    form = forms.Release(given, initial={"purpose": rules.usual_purpose(reader.part)})
    if form.is_valid():
        try:
            made = queries.papers_of(found, is_draft=is_draft, reader=reader)
            row = actions.release_papers(
                statement=found, reader=reader, papers=made, by=request.worker, at=request.at, **form.cleaned_data
            )
            return redirect("court:released", case_id, found.id, row.release_id)
        except (Refusal, queries.CannotPrint) as refusal:
            form.add_error(None, str(refusal))
    shown = queries.read_as_page(found, reader, by=request.worker, at=request.at, is_draft=is_draft)
    sent = second if is_asking else form
    context = {"page": shown, "form": sent, "release": form, "second": second}
    return render(request, "court/read_as.html", context)


def _asked(request: Request, found: Any, reader: Any, second: forms.AskSecond, *, is_draft: bool) -> bool:
    """Ask a second person about the papers as they would leave; a refusal is said on the form."""
    try:
        made = queries.papers_of(found, is_draft=is_draft, reader=reader)
        actions.ask_about_papers(
            statement=found, reader=reader, papers=made, by=request.worker, at=request.at, **second.cleaned_data
        )
    except (Refusal, queries.CannotPrint) as refusal:
        second.add_error(None, str(refusal))
        return False
    messages.success(request, "A manager of the case is asked. It stands under “Waiting for you” on their page.")
    return True


@page("GET", needs=Permission.MAKE_STATEMENT)
def released(request: Request, *, case_id: UUID, statement_id: UUID, release_id: UUID) -> HttpResponse:
    """Show what came of asking: the frozen copies, or what stopped them."""
    found = queries.statement_in(request.case, statement_id)
    shown = queries.released_page(found, queries.release_in(found, release_id))
    return render(request, "court/released.html", {"page": shown})


@page("GET", needs=Permission.MAKE_STATEMENT)
def copy(request: Request, *, case_id: UUID, statement_id: UUID, release_id: UUID, kind: str) -> HttpResponse:
    """Hand over the frozen bytes of a released paper."""
    found = queries.statement_in(request.case, statement_id)
    kept = queries.copy_of(found, queries.release_in(found, release_id), kind)
    return downloads.attachment(kept.data, name=kept.name, media_type=kept.media_type)
