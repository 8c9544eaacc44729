"""Filling the body of a statement, and putting it in order."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.core.errors import NotFound, Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.court import actions, forms, queries
from kith.record import actions as record
from kith.ui.typed import read_number

_STEPS = {"up": -1, "down": 1}


@page("GET", "POST", needs=Permission.MAKE_STATEMENT)
def choose(request: Request, *, case_id: UUID, statement_id: UUID) -> HttpResponse:
    """Choose entries, decisions and quotations of the case."""
    found = queries.statement_in(request.case, statement_id)
    narrow = forms.Filter(request.GET or None)
    chosen = queries.Chosen(narrow.asked(), read_number(request.GET.get("start", "")) or 0)
    shown = queries.choose_page(found, request.worker, chosen)
    form = forms.Choose(request.POST or None, choices=shown.choices, places=shown.places)
    if form.is_valid():
        try:
            after = form.cleaned_data["after"] or ""
            parts = actions.add_pieces(
                statement=found, pieces=form.chosen(), after=after, by=request.worker, at=request.at
            )
            messages.success(request, f"{len(parts)} added to the statement.")
            return _back_to(case_id, statement_id, parts[0].id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "court/choose.html", {"page": shown, "form": form, "narrow": narrow})


@page("GET", "POST", needs=Permission.MAKE_STATEMENT)
def write(request: Request, *, case_id: UUID, statement_id: UUID) -> HttpResponse:
    """Write a heading or a paragraph."""
    found = queries.statement_in(request.case, statement_id)
    shown = queries.words_page(found, request.worker)
    initial = forms.drafted(shown.draft.words, {"kind": "paragraph", "after": request.GET.get("after", "")})
    form = forms.Words(request.POST or None, places=shown.places, initial=initial)
    if form.is_valid():
        part = actions.write_words(
            statement=found,
            kind=form.cleaned_data["kind"],
            text=form.cleaned_data["text"],
            after=form.cleaned_data["after"] or "",
            by=request.worker,
            at=request.at,
        )
        record.use_draft(case=request.case, place=shown.draft.place, by=request.worker, at=request.at)
        if request.POST.get("next") == "another":
            return redirect(f"{reverse('court:write', args=[case_id, statement_id])}?after={part.id}")
        return _back_to(case_id, statement_id, part.id)
    return render(request, "court/write.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.MAKE_STATEMENT)
def change(request: Request, *, case_id: UUID, statement_id: UUID, part_id: UUID) -> HttpResponse:
    """Change own words, or the words before a quotation."""
    found = queries.statement_in(request.case, statement_id)
    part = queries.part_in(found, part_id)
    shown = queries.part_page(found, part, request.worker)
    wanted = forms.LeadingWords if part.kind == "citation" else forms.OwnWords
    form = wanted(request.POST or None, initial=forms.drafted(shown.draft.words, {"text": part.text}))
    if form.is_valid():
        try:
            actions.change_words(part=part, text=form.cleaned_data["text"], by=request.worker, at=request.at)
            record.use_draft(case=request.case, place=shown.draft.place, by=request.worker, at=request.at)
            return _back_to(case_id, statement_id, part.id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "court/change.html", {"page": shown, "form": form})


@page("POST", needs=Permission.MAKE_STATEMENT)
def arrange(request: Request, *, case_id: UUID, statement_id: UUID, part_id: UUID) -> HttpResponse:
    """Move a piece up or down, take it out, or put it back."""
    part = queries.part_in(queries.statement_in(request.case, statement_id), part_id)
    what = request.POST.get("do", "")
    if what in _STEPS:
        actions.move_part(part=part, step=_STEPS[what], by=request.worker, at=request.at)
    elif what == "out":
        actions.take_part_out(part=part, by=request.worker, at=request.at)
        messages.success(request, "Taken out. You can put it back at the end of this page.")
        return redirect("court:statement", case_id, statement_id)
    elif what == "back":
        actions.put_part_back(part=part, by=request.worker, at=request.at)
    else:
        raise NotFound
    return _back_to(case_id, statement_id, part.id)


def _back_to(case_id: UUID, statement_id: UUID, part_id: UUID) -> HttpResponseRedirect:
    """Go back to where the piece stands, so that the keyboard goes on from there."""
    return redirect(f"{reverse('court:statement', args=[case_id, statement_id])}#part-{part_id}")
