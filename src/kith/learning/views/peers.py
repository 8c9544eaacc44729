"""A peer's part: asked for by the writer; written by a link, where nobody is signed in, or by a colleague."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.errors import Refusal
from kith.core.pages import Request, page, public
from kith.core.permissions import Permission
from kith.learning import actions, forms, marks, queries
from kith.learning.rules.noticing import notice
from kith.ui import jinja

_TITLE = "Your part"


@page("GET", "POST", needs=Permission.LEARN)
def cpd_peer(request: Request, *, piece_id: UUID) -> HttpResponse:
    """Ask a peer. A link is shown in the answer itself, once: its secret is kept nowhere, so nothing leads on to it."""
    piece = queries.piece_mine(piece_id, request.worker)
    choices = queries.choices_to_show(piece, request.at)
    if not choices:
        messages.info(request, "There is nothing to show to a peer yet: write something first.")
        return redirect("learning:cpd_write", piece_id)
    form = forms.AskPeer(request.POST or None, choices=choices)
    if form.is_valid():
        asked: dict[str, Any] = {"piece_id": piece_id, "fields": form.cleaned_data["chosen"], "labels": dict(choices)}
        asked |= {"by": request.worker, "at": request.at}
        try:
            if form.cleaned_data["how"] == "link":
                part, token = actions.ask_by_link(**asked)
                address = marks.peer_address(token, request.build_absolute_uri("/"))
                shown = queries.peer_page(piece, address, part)
                return render(request, "learning/cpd/link_made.html", {"page": shown})
            actions.ask_colleague(email=form.cleaned_data["email"], **asked)
            messages.success(request, "They find it under Learning, Your CPD log. Tell them: Kith sends them nothing.")
            return redirect("learning:cpd_piece", piece_id)
        except actions.Named as stopped:
            form.add_error("chosen", f"{stopped} Open the piece, press “Check and finish”, and mend what it points at.")
        except Refusal as refusal:
            form.add_error("email" if form.cleaned_data["how"] == "colleague" else "how", str(refusal))
    return render(request, "learning/cpd/peer.html", {"page": queries.peer_page(piece), "form": form})


@page("POST", needs=Permission.LEARN)
def cpd_peer_remove(request: Request, *, piece_id: UUID) -> HttpResponse:
    """Remove what a peer wrote, or take the asking back."""
    queries.piece_mine(piece_id, request.worker)
    actions.remove_part(piece_id=piece_id, by=request.worker, at=request.at)
    messages.success(request, "It was removed.")
    return redirect("learning:cpd_piece", piece_id)


@page("GET", "POST", needs=Permission.LEARN)
def cpd_asked(request: Request, *, part_id: UUID) -> HttpResponse:
    """Write one's part as the colleague who was asked."""
    part = queries.part_asked(part_id, request.worker, request.at)
    ask = partial(notice, allowed=part.shown["allowed"])
    form = forms.WritePart(request.POST or None, initial={"name": request.worker.name}, notice=ask)
    if form.is_valid():
        said = {**form.typed(), "allowed": form.allowed()}
        try:
            actions.write_as_colleague(part_id=part_id, by=request.worker, at=request.at, **said)
            messages.success(request, "Your part is with them now. You cannot see or change it any more.")
            return redirect("learning:cpd")
        except actions.Named as stopped:
            form.point_out(stopped.places)
    return render(request, "learning/cpd/asked.html", {"page": queries.asked_page(part), "form": form})


@public("GET", "POST")
def peer(request: Request, *, token: str) -> HttpResponse:
    """Show what the writer chose to whoever has the link, and take their part. Unknown and used links are one page."""
    shown = actions.look(token=token)
    if shown is None:
        return _shown("closed", queries.PublicPage(_TITLE))
    form = forms.WritePart(request.POST or None, notice=partial(notice, allowed=shown["allowed"]))
    if form.is_valid():
        allowed = {**shown["allowed"], **form.allowed()}
        try:
            actions.write_by_link(token=token, allowed=allowed, **form.typed())
            return redirect("peer:thanks")
        except actions.Named as stopped:
            form.point_out(stopped.places)
        except actions.NotOpen:
            return _shown("closed", queries.PublicPage(_TITLE))
    fields = [(label, words) for label, words in shown["fields"]]
    return _shown("write", queries.PublicPage(_TITLE, fields), form)


@public("GET")
def peer_thanks(request: Request) -> HttpResponse:
    """Say thank you."""
    return _shown("thanks", queries.PublicPage("Thank you"))


def _shown(name: str, page: queries.PublicPage, form: forms.WritePart | None = None) -> HttpResponse:
    """Draw a page without the request: it knows no session and names nobody, whoever's browser it is."""
    return HttpResponse(jinja.shared().get_template(f"learning/peer/{name}.html").render(page=page, form=form))
