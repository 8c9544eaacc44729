"""Dilemmas: the list, playing one, and the same choices as others lived them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning.actions import dilemmas as actions
from kith.learning.forms.dilemmas import Choose, Moved
from kith.learning.queries import dilemmas as queries
from kith.learning.rules.dilemmas import check_is_here


@page("GET", needs=Permission.LEARN)
def dilemmas(request: Request) -> HttpResponse:
    """List the dilemmas, and one's own plays."""
    return render(request, "learning/dilemmas.html", {"page": queries.list_page(request.worker)})


@page("GET", "POST", needs=Permission.LEARN)
def dilemma(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Show a dilemma before it begins; POST begins it."""
    if request.method == "POST":
        begun = actions.begin(dilemma_id=dilemma_id, by=request.worker, at=request.at)
        return redirect("learning:play", begun.id)
    return render(request, "learning/dilemma.html", {"page": queries.cover_page(dilemma_id, request.worker)})


@page("GET", "POST", needs=Permission.LEARN)
def play(request: Request, *, play_id: UUID) -> HttpResponse:
    """Show where one is in a story; POST makes the next choice."""
    shown = queries.play_page(play_id, request.worker)
    form = Choose(request.POST or None, choices=shown.choices, made=shown.made)
    try:
        if request.method == "POST":  # before the choice is judged: it may belong to another question
            check_is_here(form.number(), shown.made)
        if form.is_valid():
            chosen = form.cleaned_data["chosen"]
            actions.choose(play_id=play_id, made=form.number(), chosen=chosen, by=request.worker, at=request.at)
            return redirect("learning:play", play_id)
    except actions.MovedOn as refusal:
        return _where_it_is(request, play_id, refusal)
    return render(request, "learning/play.html", {"page": shown, "form": form})


@page("POST", needs=Permission.LEARN)
def step_back(request: Request, *, play_id: UUID) -> HttpResponse:
    """Take the last choice back."""
    made = Moved(request.POST).number()
    try:
        actions.step_back(play_id=play_id, made=made, by=request.worker, at=request.at)
    except actions.MovedOn as refusal:
        return _where_it_is(request, play_id, refusal)
    return redirect("learning:play", play_id)


@page("POST", needs=Permission.LEARN)
def begin_again(request: Request, *, play_id: UUID) -> HttpResponse:
    """Go back to the beginning."""
    actions.begin_again(play_id=play_id, by=request.worker, at=request.at)
    return redirect("learning:play", play_id)


@page("GET", needs=Permission.LEARN)
def after_play(request: Request, *, play_id: UUID) -> HttpResponse:
    """Show how others lived the same choices."""
    shown = queries.after_page(play_id, request.worker, request.at.date())
    return render(request, "learning/after.html", {"page": shown})


@page("GET", "POST", needs=Permission.LEARN)
def forget_play(request: Request, *, play_id: UUID) -> HttpResponse:
    """Ask whether a play is to be deleted; POST deletes it."""
    if request.method == "POST":
        actions.forget(play_id=play_id, by=request.worker, at=request.at)
        messages.success(request, "The play was deleted. Backups that hold it age out.")
        return redirect("learning:dilemmas")
    return render(request, "learning/forget.html", {"page": queries.forget_page(play_id, request.worker)})


def _where_it_is(request: Request, play_id: UUID, refusal: actions.MovedOn) -> HttpResponse:
    messages.error(request, str(refusal))
    return redirect("learning:play", play_id)
