"""Taking a badge out, for oneself: the answer is the file, and nothing is kept."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning.forms.badges import TakeBadge
from kith.learning.queries import badges as queries
from kith.ui.downloads import attachment


@page("GET", "POST", needs=Permission.LEARN)
def badge_of_play(request: Request, *, play_id: UUID) -> HttpResponse:
    """Show what a badge about one's play would say; POST gives it."""
    return _answer(request, queries.badge_of_play(play_id, request.worker, request.at))


@page("GET", "POST", needs=Permission.LEARN)
def badge_of_bite(request: Request, *, topic: str) -> HttpResponse:
    """Show what a badge about a bite would say; POST gives it."""
    return _answer(request, queries.badge_of_bite(topic, request.worker, request.at))


def _answer(request: Request, shown: queries.BadgePage) -> HttpResponse:
    form = TakeBadge(request.POST or None, own_word=shown.own_word)
    if form.is_valid():
        try:
            taken = queries.take(shown, form.kind(), request.worker, request.at)
            return attachment(taken.data, name=taken.name)
        except queries.NoKey as refusal:
            form.add_error(None, str(refusal))
    return render(request, "learning/badge.html", {"page": shown, "form": form})
