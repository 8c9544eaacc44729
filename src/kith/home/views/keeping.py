"""Keeping and destroying: for those who decide and those who confirm. They see references and counts, and no case.

Their addresses name a review or a case by another word than `case_id`: these pages do not open the case.
"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.errors import NotFound, Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.home import actions, forms
from kith.home.queries import governed

DONE = {
    "destroy": "It is decided. A second person must confirm it before anything is destroyed.",
    "keep": "It is kept, and will be looked at again.",
}


@page("GET", needs=Permission.CONFIRM_ERASURE)
def keeping(request: Request) -> HttpResponse:
    """Show what waits to be decided or confirmed."""
    shown = governed.governed_page(request.worker, timezone.localdate(request.at))
    return render(request, "home/keeping.html", {"page": shown})


@page("GET", needs=Permission.CONFIRM_ERASURE)
def erasures(request: Request) -> HttpResponse:
    """Show that things were erased."""
    return render(request, "home/erasures.html", {"page": governed.erasures_page()})


@page("GET", "POST", needs=Permission.DECIDE_ERASURE, step_up="POST")
def due_case(request: Request, *, which: UUID) -> HttpResponse:
    """Decide about a case whose time is over."""
    shown = governed.due_page(which, request.worker, timezone.localdate(request.at))
    form = forms.DecideErasure(request.POST or None)
    if form.is_valid():
        try:
            typed = form.cleaned_data
            review = actions.decide_case(case_id=which, by=request.worker, at=request.at, **typed)
            messages.success(request, DONE[review.decision])
            return redirect("home:keeping")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "home/review.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.CONFIRM_ERASURE, step_up="POST")
def review(request: Request, *, review_id: UUID) -> HttpResponse:
    """Decide about what was asked for; or, as the second person, look at what was decided."""
    found = governed.review_waiting(review_id)
    shown = governed.review_page(found, request.worker, timezone.localdate(request.at))
    form = forms.DecideErasure(request.POST or None)
    if request.method == "POST" and not shown.may_decide:
        raise NotFound
    if form.is_valid():
        try:
            decided = actions.decide_review(review=found, by=request.worker, at=request.at, **form.cleaned_data)
            messages.success(request, DONE[decided.decision])
            return redirect("home:keeping")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "home/review.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.CONFIRM_ERASURE, step_up=True)
def confirm_erasure(request: Request, *, review_id: UUID) -> HttpResponse:
    """Confirm what somebody else decided; it is erased then and there."""
    found = governed.review_waiting(review_id)
    shown = governed.review_page(found, request.worker, timezone.localdate(request.at))
    if not shown.may_confirm:
        raise NotFound
    form = forms.ConfirmErasure(request.POST or None, reference=shown.case.reference)
    if form.is_valid():
        try:
            actions.confirm_erasure(review=found, by=request.worker, at=request.at)
            messages.success(request, "It was erased. The list of erasures says that it was, and nothing of it.")
            return redirect("home:erasures")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "home/confirm_erasure.html", {"page": shown, "form": form})
