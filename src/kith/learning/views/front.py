"""The door of the room: what there is to learn here."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning.queries.front import front_page


@page("GET", needs=Permission.LEARN)
def front(request: Request) -> HttpResponse:
    """Show what there is to learn."""
    return render(request, "learning/front.html", {"page": front_page(request.worker, request.at)})
