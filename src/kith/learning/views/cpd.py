"""A worker's own CPD log."""

import json
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kith.core.errors import NotFound, Stale
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning import actions, forms, queries
from kith.learning.queries import bites, dilemmas
from kith.learning.rules.noticing import notice
from kith.ui import downloads, formats


@page("GET", needs=Permission.LEARN)
def cpd_log(request: Request) -> HttpResponse:
    """Show the log."""
    return render(request, "learning/cpd/log.html", {"page": queries.log_page(request.worker, request.at)})


@page("POST", needs=Permission.LEARN)
def cpd_begin(request: Request) -> HttpResponse:
    """Begin a piece; from the end of a dilemma or from a bite, with what it suggests."""
    found = _suggested(request)
    words: dict[str, Any] = {}
    if found:
        words = {"activity": found.title, "about": found.description, "came_from": found.title}
        words["done_on"] = timezone.localdate(request.at)
    piece = actions.begin_piece(by=request.worker, at=request.at, **words)
    return redirect("learning:cpd_write", piece.id)


def _suggested(request: Request) -> dilemmas.CpdWords | None:
    """Give what the page that offered to keep a draft suggests, if one did.

    Raises:
        NotFound: it names no bite, and no play of this worker's.
    """
    if "bite" in request.POST:
        found = bites.cpd_words(request.POST["bite"], timezone.localdate(request.at))
        if found is None:
            raise NotFound
        return found
    return _from_play(request) if "play" in request.POST else None


def _from_play(request: Request) -> dilemmas.CpdWords:
    try:
        play_id = UUID(request.POST["play"])
    except ValueError:
        raise NotFound from None
    return dilemmas.cpd_words_of(play_id, request.worker)


@page("GET", "POST", needs=Permission.LEARN)
def cpd_write(request: Request, *, piece_id: UUID) -> HttpResponse:
    """Write a piece: save it as a draft, or finish it."""
    shown = queries.write_page(queries.piece_mine(piece_id, request.worker), request.at)
    ask = partial(notice, is_listed=queries.listed_by(request.worker.id))
    form = forms.WritePiece(request.POST or None, initial=shown.initial, labels=shown.labels, notice=ask)
    if form.is_valid():
        done: dict[str, Any] = {"piece_id": piece_id, "by": request.worker, "at": request.at}
        actions.write_piece(words=form.typed(), allowed=form.allowed(), **done)
        try:
            if "finish" not in request.POST:
                messages.success(request, "Saved as a draft.")
                return redirect("learning:cpd_piece", piece_id)
            actions.finish_piece(**done)
            messages.success(request, "This piece is finished. It counts for its year, and you can copy it out.")
            return redirect("learning:cpd_piece", piece_id)
        except actions.NotFinished as stopped:
            form.point_out(stopped.places)
            for name in stopped.missing:
                form.add_error(name, f"Fill this in to finish the piece: {shown.labels[name].lower()}")
        shown = queries.write_page(queries.piece_mine(piece_id, request.worker), request.at)  # a version further
    return render(request, "learning/cpd/write.html", {"page": shown, "form": form})


@page("POST", needs=Permission.LEARN)
def cpd_draft(request: Request, *, piece_id: UUID) -> HttpResponse:
    """Save what is being typed, as the page's script sends it: {"version", "editor", "fields"}."""
    queries.piece_mine(piece_id, request.worker)
    given = _given(request.body)
    if given is None:
        return JsonResponse({"says": "This could not be read, so it was not saved."}, status=400)
    try:
        saved = actions.save_words(piece_id=piece_id, by=request.worker, at=request.at, **given)
    except Stale as stale:
        return JsonResponse({"url": reverse("learning:cpd_write", args=[piece_id]), "says": str(stale)}, status=409)
    return JsonResponse({"version": saved.version, "saved_at": formats.clock(saved.changed_at)})


def _given(body: bytes) -> dict[str, Any] | None:
    """Read what the script sent; None if it is not of that shape. A date half typed is left as it stood."""
    try:
        sent = json.loads(body)
        fields, version, editor = dict(sent["fields"]), sent["version"], str(sent.get("editor", ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if not isinstance(version, int) or not 0 <= version < 2**31 - 1:
        return None
    form = forms.WritePiece({str(key): str(value) for key, value in fields.items()}, labels={})
    form.is_valid()
    words = {name: value for name, value in form.cleaned_data.items() if name in fields}
    if form.cleaned_data.get("done_on"):
        words["done_on"] = form.cleaned_data["done_on"]
    return {"words": words, "version": version, "editor": editor.replace("\x00", "")}


@page("GET", needs=Permission.LEARN)
def cpd_piece(request: Request, *, piece_id: UUID) -> HttpResponse:
    """Show a piece, to be copied out."""
    piece = queries.piece_mine(piece_id, request.worker)
    return render(request, "learning/cpd/piece.html", {"page": queries.piece_page(piece, request.at)})


@page("GET", "POST", needs=Permission.LEARN)
def cpd_delete(request: Request, *, piece_id: UUID) -> HttpResponse:
    """Delete a piece."""
    piece = queries.piece_mine(piece_id, request.worker)
    if request.method == "POST":
        actions.delete_piece(piece_id=piece_id, by=request.worker, at=request.at)
        messages.success(request, "The piece was deleted. Backups that hold it age out.")
        return redirect("learning:cpd")
    return render(request, "learning/cpd/delete.html", {"page": queries.piece_page(piece, request.at)})


@page("GET", "POST", needs=Permission.LEARN)
def cpd_delete_all(request: Request) -> HttpResponse:
    """Delete the whole log."""
    if request.method == "POST":
        actions.delete_all(by=request.worker, at=request.at)
        messages.success(request, "Your whole log was deleted. Backups that hold it age out.")
        return redirect("learning:cpd")
    return render(request, "learning/cpd/delete_all.html", {"page": queries.delete_all_page(request.worker)})


@page("GET", "POST", needs=Permission.LEARN)
def cpd_words(request: Request) -> HttpResponse:
    """Keep one's own list of names to stop at."""
    form = forms.ListWord(request.POST or None)
    if form.is_valid():
        said = {"words": form.cleaned_data["name_text"], "by": request.worker, "at": request.at}
        if "remove" in request.POST:
            stood = actions.unlist_word(**said)
            messages.info(request, "It was taken off your list." if stood else "It is not on your list.")
        else:
            actions.list_word(**said)
            messages.success(request, "It is on your list now. Kith keeps a mark of it, and not the name itself.")
        return redirect("learning:cpd_words")
    return render(request, "learning/cpd/words.html", {"page": queries.own_words_page(request.worker), "form": form})


@page("GET", needs=Permission.LEARN)
def cpd_export(request: Request, *, form: str) -> HttpResponse:
    """Give one's finished pieces as a file."""
    made = queries.export(request.worker, form, request.at)
    if made is None:
        raise NotFound
    data, media_type = made
    return downloads.attachment(data, name=f"cpd.{form}", media_type=media_type)
