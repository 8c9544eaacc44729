"""Bites: to read here, and to take away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning import actions
from kith.learning.queries import bites as queries
from kith.ui.downloads import attachment


@page("GET", needs=Permission.LEARN)
def bites(request: Request) -> HttpResponse:
    """List every bite."""
    shown = queries.bites_page(request.worker, timezone.localdate(request.at))
    return render(request, "learning/bites.html", {"page": shown})


@page("GET", needs=Permission.LEARN)
def about(request: Request, *, topic: str) -> HttpResponse:
    """Show the bite about a topic; where there is none, say so and list what there is."""
    shown = queries.bite_page(topic, request.worker, timezone.localdate(request.at))
    if shown is None:
        return _not_there(request, topic)
    return render(request, "learning/bite.html", {"page": shown})


@page("GET", needs=Permission.LEARN)
def take(request: Request, *, topic: str) -> HttpResponse:
    """Give a bite as one file that needs no network."""
    given = queries.take_away(topic, timezone.localdate(request.at))
    return _file(given) if given else _not_there(request, topic)


@page("POST", needs=Permission.LEARN)
def say_read(request: Request, *, topic: str) -> HttpResponse:
    """Have the agency's store told that one read a bite, if one has things told to it."""
    learnt = queries.learnt(topic, timezone.localdate(request.at))
    if learnt is None:
        return _not_there(request, topic)
    if actions.say_read(learnt=learnt, by=request.worker, at=request.at):
        messages.success(request, "Your agency's learning store is told that you read it, and nothing else.")
    return redirect("learning:about", learnt.key)


@page("GET", needs=Permission.LEARN)
def take_all(request: Request) -> HttpResponse:
    """Give every bite in one file that needs no network."""
    return _file(queries.take_all(timezone.localdate(request.at)))


def _file(given: queries.TakeAway) -> HttpResponse:
    written = render_to_string("learning/take_away.html", {"page": given})
    return attachment(written.encode(), name=f"{given.title}.html")


def _not_there(request: Request, topic: str) -> HttpResponse:
    shown = queries.bites_page(request.worker, timezone.localdate(request.at), unknown=topic[:80])
    return render(request, "learning/bites.html", {"page": shown}, status=404)
