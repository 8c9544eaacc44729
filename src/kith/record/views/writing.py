"""Writing entries and decisions, and reading them. Nothing is edited: an entry is amended, a decision reviewed."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries
from kith.record.queries.writing import WritingPage
from kith.ui.typed import read_number

Found = Any  # an entry or a decision, as `queries` found it


@page("GET", needs=Permission.OPEN_CASE)
def entry(request: Request, *, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """Show one entry."""
    found = queries.entry_in(request.case, entry_id)
    return render(request, "record/entry.html", {"page": queries.entry_page(request.case, found, request.worker)})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def write_entry(request: Request, *, case_id: UUID) -> HttpResponse:
    """Write an entry."""
    return _write_entry(request, None)


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def amend_entry(request: Request, *, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """Write an entry that amends another."""
    return _write_entry(request, queries.entry_in(request.case, entry_id))


@page("GET", needs=Permission.OPEN_CASE)
def decision(request: Request, *, case_id: UUID, decision_id: UUID) -> HttpResponse:
    """Show one decision."""
    found = queries.decision_in(request.case, decision_id)
    shown = queries.decision_page(request.case, found, request.worker, timezone.localdate(request.at))
    return render(request, "record/decision.html", {"page": shown})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def record_decision(request: Request, *, case_id: UUID) -> HttpResponse:
    """Record a decision."""
    return _record_decision(request, None)


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def review_decision(request: Request, *, case_id: UUID, decision_id: UUID) -> HttpResponse:
    """Record a decision that reviews another."""
    return _record_decision(request, queries.decision_in(request.case, decision_id))


def _write_entry(request: Request, amends: Found) -> HttpResponse:
    shown = queries.write_entry_page(request.case, request.worker, amends=amends, version=_version_asked(request))
    people = queries.participants_of(request.case)
    initial = queries.entry_as_typed(request.case, amends, request.at)
    form = forms.WriteEntry(request.POST or None, people=people, kept=shown.kept, initial=initial)
    if form.is_valid():
        try:
            written = actions.write_entry(
                case=request.case, amends=amends, by=request.worker, at=request.at, **form.cleaned_data
            )
            actions.use_draft(case=request.case, place=shown.draft.place, by=request.worker, at=request.at)
            messages.success(request, "The entry is in the record.")
            return redirect("record:entry", request.case.id, written.id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    form.restore(shown.draft.words)
    return render(request, "record/write_entry.html", {"page": _with_words_kept(request, shown), "form": form})


def _record_decision(request: Request, reviews: Found) -> HttpResponse:
    shown = queries.record_decision_page(request.case, request.worker, reviews=reviews, version=_version_asked(request))
    words = shown.draft.words or queries.decision_as_typed(reviews)
    wants_rows = "more" in request.POST
    data = None if wants_rows else request.POST or None
    words = forms.as_typed(request.POST) if wants_rows else words
    form = forms.RecordDecision(data, at=request.at, words=words, kept=shown.kept)
    if form.is_valid():
        try:
            recorded = actions.record_decision(
                case=request.case, amends=reviews, by=request.worker, at=request.at, **form.cleaned_data
            )
            actions.use_draft(case=request.case, place=shown.draft.place, by=request.worker, at=request.at)
            messages.success(request, "The decision is in the record.")
            return redirect("record:decision", request.case.id, recorded.id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "record/record_decision.html", {"page": _with_words_kept(request, shown), "form": form})


def _with_words_kept(request: Request, shown: WritingPage) -> WritingPage:
    """Save the words of a form that comes back with faults: without script nothing else would."""
    if request.method != "POST":
        return shown
    words = forms.as_typed(request.POST)
    place, version = shown.draft.place, shown.draft.version
    saved = actions.save_draft(
        case=request.case, place=place, words=words, version=version, by=request.worker, at=request.at
    )
    return replace(shown, draft=replace(shown.draft, version=saved.version, words=words, saved_at=saved.saved_at))


def _version_asked(request: Request) -> int | None:
    """Give the earlier version that the address asks for, if it asks for one."""
    return read_number(request.GET.get("version", ""))
