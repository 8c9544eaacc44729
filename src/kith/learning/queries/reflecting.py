"""Models of reflection: questions that help to think, as the reference set has them, for dilemmas and the CPD log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from kith.core import reference
from kith.core.reference import Row

SET = "reflective_models"


@dataclass(frozen=True, slots=True)
class Model:
    """A model of reflection: its questions, in words of ours."""

    key: str
    name: str
    prompts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Reflecting:
    """The models, each caution that stands above their questions, and where they are in the reference data."""

    models: Sequence[Model]
    cautions: Sequence[str]
    href: str


def reflecting(on: date) -> Reflecting:
    """Give the models in force on a day, in the order of the set."""
    rows = reference.rows(SET, on=on)
    models = [Model(row.key, row.value["name"], row.value["prompts"]) for row in rows]
    return Reflecting(models, _cautions(rows, on), reverse("home:reference_set", args=[SET]))


def _cautions(rows: Sequence[Row], on: date) -> list[str]:
    """Say each caution once, and whose it is where it is not about all of them."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.caution(on), []).append(row.value["name"])
    names = {says: "" if len(found) == 1 else f"{', '.join(whose)}: " for says, whose in found.items()}
    return [f"{names[says]}{says}" for says in found if says]
