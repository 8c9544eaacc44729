"""Exhibits listed and read: their items, the bytes behind them, quotations."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.exhibits import actions, queries
from kith.exhibits.queries.items import AROUND


@page("GET", needs=Permission.OPEN_CASE)
def exhibits(request: Request, *, case_id: UUID) -> HttpResponse:
    """List what was handed over in a case."""
    return render(request, "exhibits/list.html", {"page": queries.list_page(request.case)})


@page("GET", needs=Permission.OPEN_CASE)
def exhibit(request: Request, *, case_id: UUID, exhibit_id: UUID) -> HttpResponse:
    """Show one exhibit and a page of its items."""
    found = queries.exhibit_in(case_id, exhibit_id)
    after, before = _place(request.GET.get("after", "")), _place(request.GET.get("before", ""))
    may_ask = request.worker.may(Permission.ASK_ERASURE)
    shown = queries.exhibit_page(request.case, found, after, before, may_ask_erasure=may_ask)
    return render(request, "exhibits/show.html", {"page": shown})


@page("GET", needs=Permission.OPEN_CASE, looks=False)
def progress(request: Request, *, case_id: UUID, exhibit_id: UUID) -> HttpResponse:
    """Say how far a reading has come."""
    return JsonResponse(queries.progress_told(queries.exhibit_in(case_id, exhibit_id)))


@page("POST", needs=Permission.TAKE_IN)
def read_again(request: Request, *, case_id: UUID, exhibit_id: UUID) -> HttpResponse:
    """Have an exhibit read whose reading failed."""
    found = queries.exhibit_in(case_id, exhibit_id)
    try:
        actions.ask_to_read(exhibit=found, by=request.worker, at=request.at)
        messages.success(request, "It will be read again.")
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("exhibits:show", case_id, exhibit_id)


@page("POST", needs=Permission.OPEN_CASE)
def check(request: Request, *, case_id: UUID, exhibit_id: UUID) -> HttpResponse:
    """Work out the hash of the whole stored file again."""
    found = queries.exhibit_in(case_id, exhibit_id)
    try:
        if actions.check_original(exhibit=found, by=request.worker, at=request.at):
            messages.success(request, "The whole file was checked: its hash is the one that was taken when it came.")
        else:
            messages.error(
                request, "The stored file is not the file that came. Tell your manager and whoever runs Kith."
            )
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("exhibits:show", case_id, exhibit_id)


@page("GET", needs=Permission.OPEN_CASE)
def item(request: Request, *, case_id: UUID, exhibit_id: UUID, member: int, start: int) -> HttpResponse:
    """Show one item in its context, and the bytes it came from."""
    found = queries.exhibit_in(case_id, exhibit_id)
    shown = queries.item_at(found, member, start)
    original = None
    if queries.shows_bytes(found, shown) or "bytes" in request.GET:
        original = actions.original_of(exhibit=found, item=shown, by=request.worker, at=request.at)
    around = (_number(request.GET.get("before")), _number(request.GET.get("after")))
    return render(
        request, "exhibits/item.html", {"page": queries.item_page(request.case, found, shown, original, around)}
    )


@page("POST", needs=Permission.WRITE_RECORD)
def quote(request: Request, *, case_id: UUID, exhibit_id: UUID, member: int, start: int) -> HttpResponse:
    """Keep an item as a quotation."""
    found = queries.exhibit_in(case_id, exhibit_id)
    try:
        actions.quote_item(
            case=request.case, exhibit=found, member=member, start=start, by=request.worker, at=request.at
        )
        messages.success(request, "It is kept as a quotation, with what was said around it. Use it in an entry.")
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("exhibits:item", case_id, exhibit_id, member, start)


def _place(text: str) -> tuple[int, int] | None:
    member, _, start = text.partition("-")
    return (int(member), int(start)) if member.isdecimal() and start.isdecimal() else None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 5 else AROUND
