"""The map of a team, for whoever trains it: counts of what people chose to share, never of fewer than eight."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kith.core import reference, teams
from kith.core.errors import NotFound
from kith.core.models import Team, Worker
from kith.core.permissions import Role
from kith.learning.rules.frameworks import BY_HALVES, BY_LEVEL, FRAMEWORKS, Framework

#: `learning_trains` (migration 0003) says the same in SQL, and is what counts.
TRAINERS = (Role.PRACTICE_SUPERVISOR, Role.PRACTICE_EDUCATOR)


@dataclass(frozen=True, slots=True)
class TeamMaps:
    """One team, and where its map in each framework is."""

    name: str
    maps: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class MapsPage:
    """The teams whose maps this worker may see."""

    title: str
    teams: Sequence[TeamMaps]


@dataclass(frozen=True, slots=True)
class MapLine:
    """One statement: how many are where, in words; or that it cannot be shown."""

    title: str
    counts: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The newest map of a team, or none. `unsaid`: the statements of which nobody counted has said anything."""

    title: str
    team: str
    framework: str
    taken_at: datetime | None
    counted: int
    lines: Sequence[MapLine]
    unsaid: Sequence[str]
    caution: str


def trained_by(worker: Worker, at: datetime) -> list[Team]:
    """List the teams whose maps somebody may see: those they manage, or supervise or educate in."""
    mine = teams.current(at).filter(worker=worker)
    if worker.role not in TRAINERS:
        mine = mine.filter(is_manager=True)
    return list(Team.objects.filter(Q(id__in=mine.values("team_id"))).order_by("name"))


def maps_page(worker: Worker, at: datetime) -> MapsPage:
    """List the maps somebody may see."""
    found = [
        TeamMaps(
            team.name,
            [(each.title, reverse("learning:map", args=[team.id, each.name])) for each in FRAMEWORKS.values()],
        )
        for team in trained_by(worker, at)
    ]
    return MapsPage("Map of a team", found)


def map_page(team_id: UUID, framework: Framework, worker: Worker, at: datetime) -> MapPage:
    """Show the newest map of a team.

    Raises:
        NotFound: this worker does not train it.
    """
    team = next((each for each in trained_by(worker, at) if each.id == team_id), None)
    if team is None:
        raise NotFound
    on = timezone.localdate(at)
    rows = reference.rows(framework.name, on=on)
    names = {row.key: _title(row.value) for row in rows}
    taken_at, counted, cells = _newest(team.id, framework)
    lines = [MapLine(names.get(each["key"], each["key"]), _counts(each)) for each in cells]
    nothing = [(BY_LEVEL[0], counted)]
    return MapPage(
        title=f"{framework.title}: map of {team.name}",
        team=team.name,
        framework=framework.name,
        taken_at=taken_at,
        counted=counted,
        lines=[each for each in lines if each.counts != nothing],
        unsaid=[each.title for each in lines if each.counts == nothing],
        caution=next(filter(None, (row.caution(on) for row in rows)), ""),
    )


def _newest(team_id: UUID, framework: Framework) -> tuple[datetime | None, int, list[dict[str, Any]]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT taken_at, counted, cells::text FROM kith_learning_map(%s, %s)", [team_id, framework.name]
        )
        row = cursor.fetchone()
    return (None, 0, []) if row is None else (row[0], row[1], json.loads(row[2]))


def _counts(cell: dict[str, Any]) -> list[tuple[str, int]]:
    words = {"levels": BY_LEVEL, "halves": BY_HALVES}.get(cell["how"], ())
    return [(word, count) for word, count in zip(words, cell["counts"], strict=True) if count]


def _title(value: Any) -> str:
    name = str(value["name"])
    return f"{name}: {value['says']}" if name[:1].isdigit() and "." in name and " " not in name else name
