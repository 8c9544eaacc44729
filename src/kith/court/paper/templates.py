"""The dated wording of court paper: which template holds on a day, and what is to be said about it."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from kith.court.paper.shape import CannotPrint


@dataclass(frozen=True, slots=True)
class Template:
    """Wording for the heading and the statement of truth, with where it comes from; `effective_to` is inclusive."""

    id: str
    source: str
    source_url: str
    owner: str
    effective_from: date
    next_check: date
    verified: bool
    in_court: str
    case_number: str
    matter: tuple[str, ...]
    children: str
    between: str
    conjunction: str
    truth_heading: str
    truth: str
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page must say about the wording; `kind` is "unverified" or "stale". Never printed on the paper."""

    kind: str
    says: str


def template_on(on: date) -> Template:
    """Find the wording that holds for a statement made on this day.

    Raises:
        CannotPrint: no wording is known for the day.
    """
    for template in templates():
        if template.effective_from <= on and (template.effective_to is None or on <= template.effective_to):
            return template
    raise CannotPrint(f"No wording is known for a statement made on {on.isoformat()}. Add a template for that date.")


def notices(template: Template, *, today: date) -> tuple[Notice, ...]:
    """Say what a page must show beside a statement printed with this wording."""
    said = []
    if not template.verified:
        said.append(
            Notice("unverified", f"The wording has not been checked against its source: {template.source}. Check it.")
        )
    if template.next_check < today:
        said.append(
            Notice(
                "stale", f"The wording was due to be checked by {template.next_check.isoformat()} ({template.owner})."
            )
        )
    return tuple(said)


@cache
def templates() -> tuple[Template, ...]:
    """Every known wording, newest first."""
    held = tomllib.loads(resources.files(__package__).joinpath("templates.toml").read_text("utf-8"))
    return tuple(sorted(map(_template, held["template"]), key=lambda template: template.effective_from, reverse=True))


def _template(row: dict[str, Any]) -> Template:
    return Template(**row | {"matter": tuple(row["matter"])})
