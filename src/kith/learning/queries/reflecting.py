"""Models of reflection: questions that help to think, as the reference set has them, for dilemmas and the CPD log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kith.core import reference

SET = "reflective_models"


@dataclass(frozen=True, slots=True)
class Model:
    """A model of reflection: its questions, in words of ours."""

    key: str
    name: str
    prompts: Sequence[str]


def models(on: date) -> list[Model]:
    """Give the models in force on a day, in the order of the set."""
    return [Model(row.key, row.value["name"], row.value["prompts"]) for row in reference.rows(SET, on=on)]
