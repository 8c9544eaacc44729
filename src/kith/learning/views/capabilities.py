"""Frameworks, their statements, a worker's own check, and the map of a team."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.core.pages import Request, page
from kith.core.permissions import Permission
from kith.learning import actions, forms, queries
from kith.learning.rules.noticing import notice
from kith.ui import downloads


@page("GET", needs=Permission.LEARN)
def capabilities(request: Request) -> HttpResponse:
    """List the frameworks."""
    return render(request, "learning/frameworks.html", {"page": queries.frameworks_page(request.worker, request.at)})


@page("GET", needs=Permission.LEARN)
def courses(request: Request) -> HttpResponse:
    """Show the agency's courses and what they cover."""
    return render(request, "learning/courses.html", {"page": queries.courses_page(request.at)})


@page("GET", needs=Permission.LEARN)
def framework(request: Request, *, framework: str) -> HttpResponse:
    """Show one framework's statements."""
    found = queries.framework_named(framework)
    shown = queries.framework_page(found, request.worker, request.at)
    return render(request, "learning/framework.html", {"page": shown})


@page("GET", "POST", needs=Permission.LEARN)
def statement(request: Request, *, framework: str, statement: str) -> HttpResponse:
    """Show one statement, and keep what somebody says of themselves about it."""
    found = queries.framework_named(framework)
    row = queries.statement_named(found, statement, request.at)
    shown = queries.statement_page(found, row, request.worker, request.at)
    ask = partial(notice, is_listed=queries.listed_by(request.worker.id))
    form = forms.SayLevel(request.POST or None, initial=shown.initial, notice=ask)
    if form.is_valid():
        said = {**form.typed(), "allowed": form.allowed()}
        try:
            actions.say_level(framework=found.name, key=row.key, by=request.worker, at=request.at, **said)
            messages.success(request, "Kept. Nobody else sees it.")
            return redirect("learning:statement", found.name, row.key)
        except actions.Named as stopped:
            form.point_out(stopped.places)
    return render(request, "learning/statement.html", {"page": shown, "form": form})


@page("POST", needs=Permission.LEARN)
def share(request: Request, *, framework: str) -> HttpResponse:
    """Begin or end sharing one's levels in a framework."""
    found = queries.framework_named(framework)
    if "stop" in request.POST:
        actions.stop_sharing(framework=found.name, by=request.worker, at=request.at)
        messages.success(request, "You share nothing of this any more. Every map you were counted in is gone.")
    else:
        actions.share(framework=found.name, by=request.worker, at=request.at)
        messages.success(request, "Your levels here may now be counted in the map of your team. You can stop any time.")
    return redirect("learning:framework", found.name)


@page("GET", "POST", needs=Permission.LEARN)
def forget(request: Request, *, framework: str) -> HttpResponse:
    """Delete all one said of oneself in a framework."""
    found = queries.framework_named(framework)
    if request.method == "POST":
        actions.forget_checks(framework=found.name, by=request.worker, at=request.at)
        messages.success(request, "Deleted, with its history. Backups that hold it age out.")
        return redirect("learning:framework", found.name)
    shown = queries.framework_page(found, request.worker, request.at)
    return render(request, "learning/forget_checks.html", {"page": shown})


@page("GET", needs=Permission.LEARN)
def checks_export(request: Request) -> HttpResponse:
    """Give all one said of oneself as a file."""
    return downloads.attachment(queries.said_by(request.worker), name="self-checks.json", media_type="application/json")


@page("GET", needs=Permission.WRITE_LEARNING)
def maps(request: Request) -> HttpResponse:
    """List the maps somebody may see."""
    return render(request, "learning/maps.html", {"page": queries.maps_page(request.worker, request.at)})


@page("GET", "POST", needs=Permission.WRITE_LEARNING)
def team_map(request: Request, *, team_id: UUID, framework: str) -> HttpResponse:
    """Show the map of a team, or draw a new one."""
    found = queries.framework_named(framework)
    shown = queries.map_page(team_id, found, request.worker, request.at)
    if request.method == "POST":
        keys = queries.keys_of(found, request.at)
        try:
            actions.draw_map(team_id=team_id, framework=found.name, keys=keys, by=request.worker, at=request.at)
            messages.success(request, "A new map was drawn.")
        except actions.NoMap as refusal:
            messages.info(request, str(refusal))
        return redirect("learning:map", team_id, found.name)
    return render(request, "learning/map.html", {"page": shown})
