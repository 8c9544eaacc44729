"""A second person before something leaves; and words whose teller is asked first."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.errors import NotFound
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries
from kith.record.queries import second_looks, words_leaving
from kith.record.views.access import done
from kith.ui import downloads


@page("GET", "POST", needs=Permission.OPEN_CASE, step_up="POST")
def second_look(request: Request, *, case_id: UUID, look_id: UUID) -> HttpResponse:
    """Show exactly what was stopped and why it should leave; a manager of the case passes or refuses it."""
    found = second_looks.second_look_in(request.case, look_id)
    shown = second_looks.second_look_page(found, request.worker, request.at)
    form = forms.DecideSecondLook(request.POST or None, stopping=shown.stopping)
    if done(request, form, lambda **typed: actions.decide_second_look(look=found, **typed)):
        messages.success(request, "Your decision was kept. The writer sees it.")
        return redirect("record:second_look", case_id, look_id)
    asked = form if shown.may_decide or form.errors else None
    return render(request, "record/second_look.html", {"page": shown, "form": asked})


@page("GET", needs=Permission.OPEN_CASE)
def second_look_file(request: Request, *, case_id: UUID, look_id: UUID, position: int) -> HttpResponse:
    """Give the team a file that was stopped, as it was kept, to be read by a person."""
    copies = second_looks.frozen_for(second_looks.second_look_in(request.case, look_id))
    if position >= len(copies) or not copies[position].matches:
        raise NotFound
    kept = copies[position]
    return downloads.attachment(kept.data, name=f"stopped-{kept.name}", media_type=kept.media_type)


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def mark_ask_first(request: Request, *, case_id: UUID, what: str, thing: UUID) -> HttpResponse:
    """Mark words that leave only after their teller was asked."""
    found = words_leaving.to_mark(request.case, what, thing)
    marked = words_leaving.mark_of(request.case, found)
    if marked is not None:
        return redirect("record:ask_first", case_id, marked.id)
    shown = words_leaving.mark_page(request.case, found)
    form = forms.MarkAskFirst(request.POST or None, people=shown.people)
    if done(request, form, lambda teller, **typed: _mark(request, found, teller, **typed)):
        messages.success(request, "These words leave only after their teller was asked.")
        return redirect(shown.back)
    return render(request, "record/mark_ask_first.html", {"page": shown, "form": form})


def _mark(request: Request, found: words_leaving.Words, teller: str, **typed: object) -> None:
    person = queries.participant_in(request.case, UUID(teller))
    actions.mark_ask_first(of=found, teller=person, **typed)  # type: ignore[arg-type]


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def ask_first(request: Request, *, case_id: UUID, ask_id: UUID) -> HttpResponse:
    """Show marked words; keep what their teller said when they were asked."""
    found = words_leaving.ask_first_in(request.case, ask_id)
    form = forms.TellersAnswer(request.POST or None)
    if done(request, form, lambda **typed: actions.note_tellers_answer(marked=found, **typed)):
        messages.success(request, "What they said was kept.")
        return redirect("record:ask_first", case_id, ask_id)
    shown = words_leaving.ask_first_page(found)
    return render(request, "record/ask_first.html", {"page": shown, "form": form})
