"""Which bites, dilemmas and courses cover a statement: asked by its key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from kith.core import reference
from kith.core.reference import Row
from kith.learning.queries.dilemmas import on_offer
from kith.learning.rules.frameworks import FRAMEWORKS, Framework


@dataclass(frozen=True, slots=True)
class Covers:
    """Something that covers a statement: what kind of thing, what it is called, where it is (if it has a page here)."""

    kind: str
    title: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A course the agency offers, and the statements it covers, by framework."""

    title: str
    says: str
    route: str
    covers: Sequence[tuple[str, Sequence[str]]]
    caution: str


def covering(framework: Framework, key: str, on: date) -> list[Covers]:
    """List what covers a statement: bites, then dilemmas, then courses."""
    bites = [
        Covers("Bite", row.value["name"], reverse("learning:about", args=[row.key]))
        for row in _of_set("bites", framework, key, on)
    ]
    taught = [Covers("Course", row.value["name"]) for row in _of_set("courses", framework, key, on)]
    return [*bites, *dilemmas_covering(framework, key), *taught]


def dilemmas_covering(framework: Framework, key: str) -> list[Covers]:
    """List the dilemmas on offer whose head names this key."""
    if framework.field not in ("capabilities", "pcf", "standards"):
        return []  # a story's head names no other framework
    found = on_offer().filter(**{f"{framework.field}__contains": [key]}).order_by("title")
    return [
        Covers("Dilemma", each.title, reverse("learning:dilemma", args=[each.id]))
        for each in found.defer("ink", "compiled")
    ]


def _of_set(name: str, framework: Framework, key: str, on: date) -> list[Row]:
    return [row for row in reference.rows(name, on=on) if key in row.value.get(framework.field, ())]


def courses(on: date) -> list[Course]:
    """List the agency's courses, each with the names of the statements it covers."""
    named = {name: _names(name, on) for name in FRAMEWORKS}
    return [
        Course(
            title=row.value["name"],
            says=row.value["says"],
            route=row.value.get("route", ""),
            covers=[
                (each.title, [named[each.name].get(key, key) for key in row.value[each.field]])
                for each in FRAMEWORKS.values()
                if row.value.get(each.field)
            ],
            caution=row.caution(on),
        )
        for row in reference.rows("courses", on=on)
    ]


def _names(name: str, on: date) -> dict[str, str]:
    return {row.key: row.value["name"] for row in reference.rows(name, on=on)}
