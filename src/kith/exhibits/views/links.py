"""A worker's side of links by which files are asked for."""

import base64
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core import files
from kith.core.errors import NotFound, Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.exhibits import actions, forms, linking, queries, rules
from kith.record import actions as record
from kith.record import queries as record_queries

_FRESH = "fresh-link"


@page("GET", needs=Permission.OPEN_CASE)
def links(request: Request, *, case_id: UUID) -> HttpResponse:
    """List the links of a case, and what became of each."""
    may_ask = request.worker.may(Permission.TAKE_IN)
    shown = queries.links_page(request.case, request.worker, request.at, may_ask=may_ask)
    return render(request, "exhibits/links.html", {"page": shown})


@page("GET", "POST", needs=Permission.TAKE_IN)
def ask_by_link(request: Request, *, case_id: UUID) -> HttpResponse:
    """Make a link."""
    people = queries.people_choices(request.case)
    before = queries.asked_before(request.case, request.GET.get("like", ""))
    form = forms.AskByLink(request.POST or None, people=people, initial=before)
    if form.is_valid():
        said = dict(form.cleaned_data)
        person = record_queries.participant_in(request.case, UUID(said.pop("participant")))
        days = int(said.pop("days"))
        try:
            made, token = actions.make_link(
                case=request.case, participant=person, days=days, by=request.worker, at=request.at, **said
            )
        except actions.NotMade as refusal:
            form.add_error("code_word", str(refusal))
        else:
            request.session[_FRESH] = {"link": str(made.id), "token": _locked(made, token)}
            return redirect("exhibits:link_made", case_id, made.id)
    return render(request, "exhibits/ask_by_link.html", {"page": queries.ask_page(request.case), "form": form})


@page("GET", needs=Permission.TAKE_IN)
def link_made(request: Request, *, case_id: UUID, link_id: UUID) -> HttpResponse:
    """Show a link that was just made, this once."""
    link = queries.link_in(request.case, link_id)
    fresh = request.session.pop(_FRESH, {})
    if fresh.get("link") != str(link.id):
        messages.info(request, "A link is shown once, when it is made. If it was lost, withdraw it and make another.")
        return redirect("exhibits:links", case_id)
    token = _unlocked(link, fresh["token"])
    shown = queries.made_page(
        request.case,
        link,
        token,
        linking.address(token, request.build_absolute_uri("/")),
        settings.DROP_AGENCY,
        may_write=request.worker.may(Permission.SEND),
    )
    return render(request, "exhibits/link_made.html", {"page": shown})


@page("POST", needs=Permission.SEND)
def put_in_message(request: Request, *, case_id: UUID, link_id: UUID) -> HttpResponse:
    """Put a new link into the message being written to its participant. Sending it is another matter."""
    link = queries.link_in(request.case, link_id)
    token = request.POST.get("token", "")
    if linking.hash_of(token) != bytes(link.token_hash):
        raise NotFound
    place = f"message:{link.participant_id}"
    begun = record_queries.begun(request.case, place, request.worker)
    text = rules.message_text(
        linking.address(token, request.build_absolute_uri("/")), before=begun.words.get("text", "")
    )
    words = {"subject": "Sending a file", **begun.words, "text": text}
    record.save_draft(
        case=request.case, place=place, words=words, version=begun.version, by=request.worker, at=request.at
    )
    messages.success(request, "The link is in your message. Read it through, then send it as any other message.")
    return redirect(record_queries.form_address(case_id, place))


@page("GET", "POST", needs=Permission.TAKE_IN)
def withdraw_link(request: Request, *, case_id: UUID, link_id: UUID) -> HttpResponse:
    """Close a link."""
    link = queries.link_in(request.case, link_id)
    if request.method == "POST":
        try:
            actions.withdraw_link(link=link, by=request.worker, at=request.at)
            messages.success(request, "The link is withdrawn. What came through it stays.")
        except Refusal as refusal:
            messages.warning(request, str(refusal))
        return redirect("exhibits:links", case_id)
    return render(request, "exhibits/withdraw_link.html", {"page": queries.ask_page(request.case)})


@page("POST", needs=Permission.OPEN_CASE)
def link_seen(request: Request, *, case_id: UUID, link_id: UUID) -> HttpResponse:
    """Keep that its maker has seen what came."""
    actions.note_seen(link=queries.link_in(request.case, link_id), by=request.worker, at=request.at)
    return redirect("exhibits:links", case_id)


@page("POST", needs=Permission.TAKE_IN)
def take_in_dropped(request: Request, *, case_id: UUID) -> HttpResponse:
    """Take in what came through links whose maker cannot do it any more."""
    for each in queries.dropped_waiting(request.case):
        actions.take_in_dropped(dropped=each, by=request.worker, at=request.at)
    messages.success(request, "What came is taken in, and will be read.")
    return redirect("exhibits:links", case_id)


def _locked(link: queries.DropLink, token: str) -> str:
    """Encrypt a secret under its case's key, for the moment between making a link and showing it."""
    return base64.b64encode(files.lock_text(link.case_id, f"exhibits_droplink.token:{link.id}", token)).decode()


def _unlocked(link: queries.DropLink, locked: str) -> str:
    about = f"exhibits_droplink.token:{link.id}"
    return files.unlock_texts(link.case_id, [(about, base64.b64decode(locked))])[0]
