"""The frameworks, their statements, and what somebody said of themselves about each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from kith.core import reference
from kith.core.errors import NotFound
from kith.core.models import Worker
from kith.core.reference import Row
from kith.learning.models import SelfCheck, Sharing
from kith.learning.queries.covering import Course, Covers, courses, covering
from kith.learning.queries.maps import trained_by
from kith.learning.rules.frameworks import FRAMEWORKS, LEVEL_KEYS, LEVEL_WORDS, Framework

AREAS = {
    "": "",
    "purpose": "Purpose: why",
    "practice": "Practice: how",
    "impact": "Impact: what difference",
    "practitioner": "Practitioners",
    "supervisor": "Practice supervisors",
}


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """One framework in the list: how many statements, how many this worker has said something about."""

    title: str
    says: str
    href: str
    statements: int
    said: int
    is_shared: bool


@dataclass(frozen=True, slots=True)
class FrameworksPage:
    """The frameworks there are."""

    title: str
    lines: Sequence[FrameworkLine]
    is_trainer: bool


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement, and the word this worker has for themselves; empty if they said nothing."""

    title: str
    says: str
    href: str
    level: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Area:
    """Statements that stand together."""

    title: str
    lines: Sequence[StatementLine]


@dataclass(frozen=True, slots=True)
class FrameworkPage:
    """One framework: its statements by area, and whether this worker shares their levels in it."""

    title: str
    name: str
    says: str
    areas: Sequence[Area]
    levels: Sequence[tuple[str, str]]
    shared_since: datetime | None
    has_said: bool
    caution: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of themselves at one time."""

    at: datetime
    level: str
    evidence: str
    next_step: str
    next_on: date | None


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement: what it means, what covers it, and what this worker said of themselves, newest first."""

    title: str
    framework: str
    framework_title: str
    key: str
    says: str
    asks: str
    source: str
    caution: str
    covers: Sequence[Covers]
    history: Sequence[Said]
    initial: dict[str, object]


@dataclass(frozen=True, slots=True)
class CoursesPage:
    """The courses the agency lists."""

    title: str
    courses: Sequence[Course]


def framework_named(name: str) -> Framework:
    """Find a framework.

    Raises:
        NotFound: there is none.
    """
    if name not in FRAMEWORKS:
        raise NotFound
    return FRAMEWORKS[name]


def keys_of(framework: Framework, at: datetime) -> list[str]:
    """List the keys of a framework's statements, in order."""
    return [row.key for row in reference.rows(framework.name, on=timezone.localdate(at))]


def statement_named(framework: Framework, key: str, at: datetime) -> Row:
    """Find a statement that is in force.

    Raises:
        NotFound: there is none.
    """
    row = reference.one(framework.name, key, on=timezone.localdate(at))
    if row is None:
        raise NotFound
    return row


def frameworks_page(worker: Worker, at: datetime) -> FrameworksPage:
    """List the frameworks."""
    shared = set(Sharing.objects.filter(worker=worker).values_list("framework", flat=True))
    lines = []
    for each in FRAMEWORKS.values():
        keys = keys_of(each, at)
        said = sum(key in keys for key in newest(worker, each))
        href = reverse("learning:framework", args=[each.name])
        lines.append(FrameworkLine(each.title, each.says, href, len(keys), said, each.name in shared))
    return FrameworksPage("Capabilities", lines, is_trainer=bool(trained_by(worker, at)))


def framework_page(framework: Framework, worker: Worker, at: datetime) -> FrameworkPage:
    """Show one framework."""
    on = timezone.localdate(at)
    rows, said = reference.rows(framework.name, on=on), newest(worker, framework)
    there = {_area(row) for row in rows}
    areas = [Area(words, _lines(framework, area, rows, said)) for area, words in AREAS.items() if area in there]
    sharing = Sharing.objects.filter(worker=worker, framework=framework.name).first()
    levels = reference.rows("pcf_levels", on=on) if framework.name == "pcf_domains" else []
    return FrameworkPage(
        title=framework.title,
        name=framework.name,
        says=framework.says,
        areas=areas,
        levels=[(row.value["name"], row.value["says"]) for row in levels],
        shared_since=sharing.since_at if sharing else None,
        has_said=bool(said),
        caution=next(filter(None, (row.caution(on) for row in rows)), ""),
    )


def statement_page(framework: Framework, row: Row, worker: Worker, at: datetime) -> StatementPage:
    """Show one statement."""
    on = timezone.localdate(at)
    found = SelfCheck.objects.filter(worker=worker, framework=framework.name, key=row.key).order_by("-at", "-id")
    history = [Said(each.at, LEVEL_WORDS[each.level], each.evidence, each.next_step, each.next_on) for each in found]
    last = found.first()
    initial: dict[str, object] = {}
    if last is not None:
        initial = {"level": LEVEL_KEYS[last.level], "evidence": last.evidence}
        initial |= {"next_step": last.next_step, "next_on": last.next_on}
    return StatementPage(
        title=_title(row),
        framework=framework.name,
        framework_title=framework.title,
        key=row.key,
        says=row.value["says"],
        asks=row.value.get("asks", ""),
        source=row.source,
        caution=row.caution(on),
        covers=covering(framework, row.key, on),
        history=history,
        initial=initial,
    )


def courses_page(at: datetime) -> CoursesPage:
    """Show the agency's courses."""
    return CoursesPage("Courses", courses(timezone.localdate(at)))


def said_by(worker: Worker) -> bytes:
    """Give all somebody said of themselves, oldest first, as JSON to be saved."""
    rows = SelfCheck.objects.filter(worker=worker).order_by("framework", "key", "at", "id")
    said = [
        {
            "framework": FRAMEWORKS[each.framework].title,
            "statement": each.key,
            "on": timezone.localdate(each.at).isoformat(),
            "level": LEVEL_WORDS[each.level],
            "evidence": each.evidence,
            "next step": each.next_step,
            "by": each.next_on.isoformat() if each.next_on else "",
        }
        for each in rows
    ]
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


def newest(worker: Worker, framework: Framework) -> dict[str, SelfCheck]:
    """Give the newest of what somebody said about each statement of a framework."""
    rows = SelfCheck.objects.filter(worker=worker, framework=framework.name).order_by("key", "-at", "id")
    return {each.key: each for each in rows.distinct("key")}


def _lines(framework: Framework, area: str, rows: Sequence[Row], said: dict[str, SelfCheck]) -> list[StatementLine]:
    return [
        StatementLine(
            title=_title(row),
            says=row.value["says"],
            href=reverse("learning:statement", args=[framework.name, row.key]),
            level=LEVEL_WORDS[said[row.key].level] if row.key in said else "",
            next_step=said[row.key].next_step if row.key in said else "",
        )
        for row in rows
        if _area(row) == area
    ]


def _area(row: Row) -> str:
    return str(row.value.get("area", ""))


def _title(row: Row) -> str:
    name = str(row.value["name"])
    return f"Standard {name}" if row.name == "swe_standards" else name
