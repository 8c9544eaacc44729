"""A team votes on a dilemma: the screen in the room, and its facilitator's buttons."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning.actions import votes as actions
from kith.learning.forms.votes import Turn
from kith.learning.queries import votes as queries


@page("GET", needs=Permission.LEARN)
def votes(request: Request) -> HttpResponse:
    """List one's own votes: the open one, and those whose counts are still there."""
    return render(request, "learning/votes.html", {"page": queries.list_page(request.worker, request.at)})


@page("GET", "POST", needs=Permission.LEARN)
def open_vote(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Say what a vote is; POST opens it."""
    if request.method == "POST":
        try:
            made = actions.open_gathering(dilemma_id=dilemma_id, by=request.worker, at=request.at)
        except actions.NotOpened as refusal:
            messages.warning(request, str(refusal))
            return redirect("learning:votes")
        return redirect("learning:gathering", made.id)
    return render(request, "learning/open_vote.html", {"page": queries.open_page(dilemma_id)})


@page("GET", needs=Permission.LEARN)
def gathering(request: Request, *, gathering_id: UUID) -> HttpResponse:
    """Show what is asked now, how it was answered, or how the story ended; after the end, the counts."""
    found = queries.gathering_of(gathering_id, request.worker, request.at)
    if queries.is_over(found, request.at):
        return render(request, "learning/vote_over.html", {"page": queries.over_page(found)})
    shown = queries.screen_page(found, request.build_absolute_uri("/"))
    return render(request, "learning/vote_screen.html", {"page": shown})


@page("GET", needs=Permission.LEARN)
def gathering_now(request: Request, *, gathering_id: UUID) -> HttpResponse:
    """Give the turn, and how many have answered: what the screen asks again and again."""
    found = queries.gathering_of(gathering_id, request.worker, request.at)
    return JsonResponse(queries.now(found, request.at))


@page("POST", needs=Permission.LEARN)
def close_question(request: Request, *, gathering_id: UUID) -> HttpResponse:
    """Close the question."""
    turn = Turn(request.POST).number("turn")
    return _moved(
        request,
        gathering_id,
        lambda: actions.close_question(gathering_id=gathering_id, turn=turn, by=request.worker, at=request.at),
    )


@page("POST", needs=Permission.LEARN)
def go_on(request: Request, *, gathering_id: UUID) -> HttpResponse:
    """Go on with one of the choices."""
    sent = Turn(request.POST)
    turn, chosen = sent.number("turn"), sent.number("chosen")
    return _moved(
        request,
        gathering_id,
        lambda: actions.go_on(gathering_id=gathering_id, turn=turn, chosen=chosen, by=request.worker, at=request.at),
    )


@page("POST", needs=Permission.LEARN)
def vote_back(request: Request, *, gathering_id: UUID) -> HttpResponse:
    """Go back a step."""
    turn = Turn(request.POST).number("turn")
    return _moved(
        request,
        gathering_id,
        lambda: actions.back(gathering_id=gathering_id, turn=turn, by=request.worker, at=request.at),
    )


@page("GET", "POST", needs=Permission.LEARN)
def end_vote(request: Request, *, gathering_id: UUID) -> HttpResponse:
    """Ask whether the vote is to be ended; POST ends it."""
    if request.method == "POST":
        actions.end(gathering_id=gathering_id, by=request.worker, at=request.at)
        messages.success(request, "The vote has ended. Its code is deleted, and all that stood beside an answer.")
        return redirect("learning:gathering", gathering_id)
    return render(
        request,
        "learning/vote_end.html",
        {"page": queries.end_page(queries.gathering_of(gathering_id, request.worker, request.at))},
    )


@page("GET", needs=Permission.LEARN)
def vote_telling(request: Request, *, gathering_id: UUID, number: int) -> HttpResponse:
    """Show one retelling, or the questions to think about."""
    found = queries.gathering_of(gathering_id, request.worker, request.at)
    shown = queries.telling_page(found, number, timezone.localdate(request.at))
    return render(request, "learning/vote_telling.html", {"page": shown})


def _moved(request: Request, gathering_id: UUID, change: Callable[[], object]) -> HttpResponse:
    try:
        change()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("learning:gathering", gathering_id)
