"""What a file cannot say, answered by a person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.exhibits import actions, forms, queries


@page("GET", "POST", needs=Permission.TAKE_IN)
def questions(request: Request, *, case_id: UUID, exhibit_id: UUID) -> HttpResponse:
    """Show the questions of an exhibit; take the answer to one."""
    exhibit = queries.exhibit_in(case_id, exhibit_id)
    form = forms.Answer(request.POST or None)
    if form.is_valid():
        question = queries.question_in(exhibit, form.cleaned_data["question"])
        try:
            actions.answer_question(
                question=question, answer=form.cleaned_data["answer"], by=request.worker, at=request.at
            )
            messages.success(request, "The answer is kept. Dates are being worked out from it; nothing is read again.")
            return redirect("exhibits:questions", case_id, exhibit_id)
        except Refusal as refusal:
            form.add_error("answer", str(refusal))
    shown = queries.questions_page(request.case, exhibit)
    return render(request, "exhibits/questions.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def people(request: Request, *, case_id: UUID, exhibit_id: UUID) -> HttpResponse:
    """Show the people in an exhibit; say who they are."""
    exhibit = queries.exhibit_in(case_id, exhibit_id)
    shown = queries.people_page(request.case, exhibit)
    form = forms.WhoIsWho(request.POST or None, people=shown.speakers, choices=queries.who_choices(request.case))
    if form.is_valid():
        try:
            actions.say_who_all(exhibit=exhibit, who=form.chosen(), by=request.worker, at=request.at)
            messages.success(request, "Who they are is kept. The names in the file stay beside it.")
            return redirect("exhibits:people", case_id, exhibit_id)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "exhibits/people.html", {"page": shown, "form": form})
