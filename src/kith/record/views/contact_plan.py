"""The contact plan of somebody: read, written part by part, checked; and what left past it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.errors import Refusal
from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.record import actions, forms, queries, rules
from kith.record.queries import past_plan, plan_pages
from kith.record.views.access import done
from kith.ui.typed import read_number


@page("GET", needs=Permission.OPEN_CASE)
def plan(request: Request, *, case_id: UUID, participant_id: UUID) -> HttpResponse:
    """Show somebody's contact plan, or an earlier version of it."""
    person = queries.participant_in(request.case, participant_id)
    version = read_number(request.GET.get("version", ""))
    shown = plan_pages.plan_page(request.case, person, request.worker, request.at, version)
    return render(request, "record/plan.html", {"page": shown})


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def write_plan(request: Request, *, case_id: UUID, participant_id: UUID, section: str) -> HttpResponse:
    """Write one part of somebody's contact plan, and go on to the next if that was pressed."""
    person = queries.participant_in(request.case, participant_id)
    shown = plan_pages.part_page(request.case, person, section, request.at)
    form = forms.PARTS[section](request.POST or None, plan=shown.plan, ways=shown.ways, today=shown.today)
    if form.is_valid() and _written(request, person.id, form, shown.version):
        return redirect(*_next(request, person.id, shown))
    return render(request, "record/write_plan.html", {"page": shown, "form": form})


def _written(request: Request, person_id: UUID, form: forms.PlanPart, newest: int) -> bool:
    person = queries.participant_in(request.case, person_id)
    after = read_number(request.POST.get("version", ""))
    try:
        actions.write_plan(
            case=request.case,
            participant=person,
            plan=form.changed(),
            after=newest if after is None else after,
            by=request.worker,
            at=request.at,
        )
    except (Refusal, rules.Wrong) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _next(request: Request, person_id: UUID, shown: plan_pages.PartPage) -> tuple[str, ...]:
    case_id = str(request.case.id)
    if request.POST.get("next") == "same":
        return ("record:write_plan", case_id, str(person_id), shown.section)
    if request.POST.get("next") == "on" and shown.following:
        return ("record:write_plan", case_id, str(person_id), shown.following)
    messages.success(request, "The contact plan was kept.")
    return ("record:plan", case_id, str(person_id))


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def check_plan(request: Request, *, case_id: UUID, participant_id: UUID) -> HttpResponse:
    """Say that somebody was asked again and that their plan still stands."""
    person = queries.participant_in(request.case, participant_id)
    shown = plan_pages.check_page(request.case, person, request.at)
    form = forms.CheckPlan(request.POST or None)
    if done(request, form, lambda **typed: actions.check_plan(case=request.case, participant=person, **typed)):
        messages.success(request, "The contact plan was checked.")
        return redirect("record:plan", case_id, person.id)
    return render(request, "record/check_plan.html", {"page": shown, "form": form})


@page("GET", "POST", needs=Permission.GIVE_ACCESS)
def review_way_through(request: Request, *, case_id: UUID, way_id: UUID) -> HttpResponse:
    """Judge, as a manager of the case, something urgent that left past a plan."""
    found = past_plan.passed_in(request.case, way_id)
    form = forms.ReviewWayThrough(request.POST or None)
    if done(request, form, lambda **typed: actions.review_way_through(way=found, **typed)):
        messages.success(request, "Your review was kept.")
        return redirect("record:plan", case_id, found.participant_id)
    shown = past_plan.passed_page(request.case, found)
    return render(request, "record/review_way_through.html", {"page": shown, "form": form})
