"""Opening a case by its reference: on duty, for a colleague, in an emergency; and who is on duty."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.core.sign_in import limits, origins
from kith.record import actions, forms, queries
from kith.record.queries.duty import ByReferencePage
from kith.record.views.access import done

#: Said alike of a case that is unknown, restricted, another team's, or closed to this worker.
NOT_HERE = "No case with this reference can be opened from here. Check the reference."


@page("GET", "POST", needs=Permission.REACH_CASE)
def reach(request: Request) -> HttpResponse:
    """Open a case on duty, or for a colleague of one's own team."""
    form = forms.Reach(request.POST or None)
    if form.is_valid() and (answer := _opened(request, form, actions.reach_case)):
        return answer
    shown = ByReferencePage("Open a case by its reference", queries.on_duty(request.worker, request.at))
    return render(request, "record/reach.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.REACH_CASE)
def break_glass(request: Request) -> HttpResponse:
    """Open a case in an emergency."""
    form = forms.BreakGlass(request.POST or None)
    if form.is_valid() and (answer := _opened(request, form, actions.break_glass)):
        return answer
    shown = ByReferencePage("Open a case in an emergency")
    return render(request, "record/break_glass.html", {"page": shown, "form": form})


def _opened(request: Request, form: Form, opens: Callable[..., UUID | None]) -> HttpResponse | None:
    """Go to the case that a reference opened; else say why not in the form, alike for unknown and closed."""
    try:
        place = origins.place_of(request)
        case_id = opens(place=place, by=request.worker, at=request.at, **form.cleaned_data)
    except limits.TooMany as refusal:
        form.add_error("reference", str(refusal))
        return None
    if case_id is None:
        form.add_error("reference", NOT_HERE)
        return None
    return redirect("record:case", case_id)


@page("GET", "POST", needs=Permission.GIVE_ACCESS)
def review_break_glass(request: Request, *, case_id: UUID, glass_id: UUID) -> HttpResponse:
    """Judge, as a manager of the case, an opening by break-glass."""
    found = queries.glass_in(request.case, glass_id)
    form = forms.ReviewBreakGlass(request.POST or None)
    if done(request, form, lambda **typed: actions.review_break_glass(glass=found, **typed)):
        messages.success(request, "Your review was kept.")
        return redirect("record:access", case_id)
    shown = queries.glass_page(request.case, found, request.worker)
    return render(request, "record/review_break_glass.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.JUDGE_OPENING)
def judge_opening(request: Request, *, glass_id: UUID) -> HttpResponse:
    """Judge, as a head, an opening that no manager of its case can judge."""
    shown = actions.read_opening(glass_id=glass_id, by=request.worker, at=request.at)
    form = forms.ReviewBreakGlass(request.POST or None)
    if done(request, form, lambda **typed: actions.judge_opening(glass_id=glass_id, **typed)):
        messages.success(request, "Your review was kept. Those named on the case see it.")
        return redirect("home:front")
    return render(request, "record/judge_opening.html", {"page": shown, "form": form})


@page("GET", needs=Permission.GIVE_SHIFT)
def shifts(request: Request) -> HttpResponse:
    """Show who is on duty."""
    return render(request, "record/shifts.html", {"page": queries.shifts_page(request.worker, request.at)})


@page("GET", "POST", needs=Permission.GIVE_SHIFT, step_up=True)
def give_shift(request: Request) -> HttpResponse:
    """Put a colleague on duty."""
    form = forms.GiveShift(request.POST or None, teams=queries.teams_for_shifts())
    if done(request, form, actions.give_shift):
        messages.success(request, "They are on duty for that time.")
        return redirect("record:shifts")
    shown = ByReferencePage("Put a colleague on duty")
    return render(request, "record/give_shift.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_SHIFT)
def end_shift(request: Request, *, shift_id: UUID) -> HttpResponse:
    """End a shift early."""
    found = queries.shift_to_end(shift_id, request.at)
    form = forms.EndAccess(request.POST or None)
    if done(request, form, lambda **typed: actions.end_shift(shift=found, **typed)):
        messages.success(request, "The shift has ended, and what was opened on it is closed.")
        return redirect("record:shifts")
    return render(request, "record/end_shift.html", {"page": queries.shift_page(found), "form": form})
