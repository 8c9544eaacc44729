"""What is looked up: figures, what is going round, who can help."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning.queries import bulletin as bulletins
from kith.learning.queries import figures as counted
from kith.learning.queries import help as helping

_LONGEST = 200


@page("GET", needs=Permission.LEARN)
def figures(request: Request) -> HttpResponse:
    """Show the figures in which the words occur; all of them where none were typed."""
    words = request.GET.get("q", "").replace("\0", "")[:_LONGEST].strip()
    shown = counted.figures_page(words, request.worker, timezone.localdate(request.at))
    return render(request, "learning/figures.html", {"page": shown})


@page("GET", needs=Permission.LEARN)
def bulletin(request: Request) -> HttpResponse:
    """Show what is going round now."""
    shown = bulletins.bulletin_page(request.worker, timezone.localdate(request.at))
    return render(request, "learning/bulletin.html", {"page": shown})


@page("GET", needs=Permission.LEARN)
def get_help(request: Request) -> HttpResponse:
    """Ask what has happened."""
    shown = helping.help_page(request.worker, timezone.localdate(request.at))
    return render(request, "learning/help.html", {"page": shown})


@page("GET", needs=Permission.LEARN)
def trouble(request: Request, *, trouble: str) -> HttpResponse:
    """Show who can help with what has happened; where it is none of the choices, offer them again."""
    today = timezone.localdate(request.at)
    shown = helping.trouble_page(trouble, request.worker, today)
    if shown is None:
        again = helping.help_page(request.worker, today, unknown=True)
        return render(request, "learning/help.html", {"page": again}, status=404)
    return render(request, "learning/trouble.html", {"page": shown})
