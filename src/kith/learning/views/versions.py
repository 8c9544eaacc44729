"""A draft as it plays, and what is done with a version: the next one, withdrawing, its Ink, on paper, in one file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.engines.dilemmas import StoryBroke
from kith.learning import offline
from kith.learning.actions import authors as actions
from kith.learning.ink import NoCompiler, NotInk
from kith.learning.queries import authors as queries
from kith.learning.queries import paper, previews
from kith.ui import downloads

_WRITE = Permission.WRITE_LEARNING


@page("GET", needs=_WRITE)
def preview_story(request: Request, *, draft_id: UUID) -> HttpResponse:
    """Play a draft; nothing is kept."""
    try:
        shown = previews.preview_page(draft_id, request.GET.get("made", ""))
    except (NotInk, NoCompiler, StoryBroke):
        return _to_the_check(request, draft_id)
    return render(request, "learning/authors/preview.html", {"page": shown})


@page("GET", needs=_WRITE)
def story_endings(request: Request, *, draft_id: UUID) -> HttpResponse:
    """Show every ending of a draft, with what the others tell there."""
    try:
        shown = previews.endings_page(draft_id)
    except (NotInk, NoCompiler, StoryBroke):
        return _to_the_check(request, draft_id)
    return render(request, "learning/authors/endings.html", {"page": shown})


@page("GET", needs=_WRITE)
def version(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Show a version, and the others of the same dilemma."""
    return render(request, "learning/authors/version.html", {"page": queries.version_page(dilemma_id)})


@page("POST", needs=_WRITE)
def begin_version(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Begin the next version from this one."""
    begun = actions.begin_from(dilemma_id=dilemma_id, by=request.worker, at=request.at)
    return redirect("learning:write_story", begun.id)


@page("GET", "POST", needs=_WRITE)
def withdraw_version(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Ask whether a dilemma is to be offered no longer; POST does it."""
    if request.method == "POST":
        actions.withdraw(dilemma_id=dilemma_id, by=request.worker, at=request.at)
        messages.success(request, "It was withdrawn. Plays that were begun can be finished.")
        return redirect("learning:version", dilemma_id)
    return render(request, "learning/authors/withdraw.html", {"page": queries.version_page(dilemma_id)})


@page("POST", needs=_WRITE)
def offer_version(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Offer again what was withdrawn."""
    actions.offer_again(dilemma_id=dilemma_id, by=request.worker, at=request.at)
    messages.success(request, "It is on offer again.")
    return redirect("learning:version", dilemma_id)


@page("GET", needs=_WRITE)
def version_ink(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Give the Ink of a version, byte for byte."""
    row = queries.published(dilemma_id)
    return downloads.attachment(row.ink.encode(), name=f"{row.key}-{row.version}.ink", media_type="text/plain")


@page("GET", needs=_WRITE)
def paper_exercise(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Show a version as a paper exercise."""
    shown = paper.paper_page(dilemma_id, request.at.date())
    return render(request, "learning/authors/paper.html", {"page": shown})


@page("GET", needs=_WRITE)
def take_version(request: Request, *, dilemma_id: UUID) -> HttpResponse:
    """Give one file that plays a version without Kith."""
    row = queries.published(dilemma_id)
    data = offline.file_of(paper.offline_story(dilemma_id, request.at.date()))
    return downloads.attachment(data, name=f"{row.key}-{row.version}.html")


def _to_the_check(request: Request, draft_id: UUID) -> HttpResponse:
    messages.error(request, "It cannot be played yet. This is what the check found.")
    return redirect(reverse("learning:write_story", args=[draft_id]) + "?checked=1")
