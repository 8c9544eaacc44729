"""Writing dilemmas: the list, a draft, and publishing it."""

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.core.errors import Refusal, Stale
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning.actions import authors as actions
from kith.learning.forms.authors import BeginStory, ImportStory, PublishStory, WriteStory
from kith.learning.queries import authors as queries
from kith.ui import formats

_WRITE = Permission.WRITE_LEARNING


@page("GET", needs=_WRITE)
def writer(request: Request) -> HttpResponse:
    """List what is written here and what came with Kith."""
    return render(request, "learning/authors/list.html", {"page": queries.writer_page()})


@page("GET", "POST", needs=_WRITE)
def begin_story(request: Request) -> HttpResponse:
    """Begin a dilemma from a small one that works."""
    form = BeginStory(request.POST or None)
    if form.is_valid():
        try:
            begun = actions.begin(title=form.cleaned_data["title"], by=request.worker, at=request.at)
            return redirect("learning:write_story", begun.id)
        except actions.NoKey as refusal:
            form.add_error("title", str(refusal))
    shown = queries.PlainPage("Begin a dilemma")
    return render(request, "learning/authors/begin.html", {"page": shown, "form": form})


@page("GET", "POST", needs=_WRITE)
def import_story(request: Request) -> HttpResponse:
    """Take in an Ink file as a draft."""
    form = ImportStory(request.POST or None, request.FILES or None)
    is_sound = form.is_valid()
    form.put_away()
    if is_sound:
        name = form.file_name()
        try:
            begun = actions.take_in(words=form.cleaned_data["file"], file_name=name, by=request.worker, at=request.at)
            return redirect("learning:write_story", begun.id)
        except actions.NoKey as refusal:
            form.add_error("file", str(refusal))
    shown = queries.PlainPage("Take in an Ink file")
    return render(request, "learning/authors/import.html", {"page": shown, "form": form})


@page("GET", "POST", needs=_WRITE)
def write_story(request: Request, *, draft_id: UUID) -> HttpResponse:
    """Show a draft to be written, checked if the address asks for it; POST saves it and goes where the button says."""
    shown = queries.write_page(draft_id, request.at.date(), checks="checked" in request.GET)
    form = WriteStory(request.POST or None, initial={"ink": shown.ink, "draft_version": shown.version})
    if form.is_valid():
        try:
            actions.save(
                draft_id=draft_id,
                ink=form.cleaned_data["ink"],
                version=form.version(),
                editor=form.editor(),
                by=request.worker,
                at=request.at,
            )
            return redirect(_after(request.POST.get("then", ""), draft_id))
        except Stale as stale:
            form.add_error("ink", str(stale))
    return render(request, "learning/authors/write.html", {"page": shown, "form": form})


@page("POST", needs=_WRITE)
def save_story_draft(request: Request, *, draft_id: UUID) -> HttpResponse:
    """Save what is being typed, as the page's script sends it: {"version", "editor", "fields"}."""
    queries.draft(draft_id)
    given = _given(request.body)
    if given is None:
        return JsonResponse({"says": "This could not be read, so it was not saved."}, status=400)
    try:
        saved = actions.save(draft_id=draft_id, by=request.worker, at=request.at, **given)
    except Stale as stale:
        return JsonResponse({"url": reverse("learning:write_story", args=[draft_id]), "says": str(stale)}, status=409)
    return JsonResponse({"version": saved.version, "saved_at": formats.clock(saved.at)})


@page("GET", "POST", needs=_WRITE)
def publish_story(request: Request, *, draft_id: UUID) -> HttpResponse:
    """Ask what is new in a version; POST publishes it if the check finds nothing."""
    shown = queries.publish_page(draft_id, request.at.date())
    form = PublishStory(request.POST or None, initial={"draft_version": shown.version})
    if form.is_valid():
        try:
            made = actions.publish(
                draft_id=draft_id,
                version=form.version(),
                changed=form.cleaned_data["changed"],
                by=request.worker,
                at=request.at,
            )
            messages.success(request, f"Version {made.version} is published. Whoever began an older one goes on in it.")
            return redirect("learning:version", made.id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "learning/authors/publish.html", {"page": shown, "form": form})


@page("GET", "POST", needs=_WRITE)
def delete_story(request: Request, *, draft_id: UUID) -> HttpResponse:
    """Ask whether a draft is to be deleted; POST deletes it."""
    if request.method == "POST":
        actions.delete(draft_id=draft_id, by=request.worker, at=request.at)
        messages.success(request, "The draft was deleted. What was published is as it was.")
        return redirect("learning:writer")
    return render(request, "learning/authors/delete.html", {"page": queries.delete_page(draft_id)})


def _after(then: str, draft_id: UUID) -> str:
    """Say where a button of the page leads when the words are saved."""
    if then in ("preview_story", "publish_story"):
        return reverse(f"learning:{then}", args=[draft_id])
    address = reverse("learning:write_story", args=[draft_id])
    return f"{address}?checked=1#found" if then == "check" else address


def _given(body: bytes) -> dict[str, Any] | None:
    """Read what the script sent; None if it is not of that shape."""
    try:
        sent = json.loads(body)
        words, version, editor = sent["fields"]["ink"], sent["version"], str(sent.get("editor", ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    is_counted = isinstance(version, int) and not isinstance(version, bool) and 0 <= version < 2**31 - 1
    form = WriteStory({"ink": words if isinstance(words, str) else ""})
    if not is_counted or not form.is_valid():
        return None
    return {"ink": form.cleaned_data["ink"], "version": version, "editor": editor.replace("\0", "")[:36]}
