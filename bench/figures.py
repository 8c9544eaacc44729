"""One measured figure, and what was asked for."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
MADE = ROOT / "build" / "bench"  # exports, peers and other things that are made once


@dataclass(frozen=True, slots=True)
class Asked:
    """How much to measure.

    Attributes:
        mb: size of an export, in millions of bytes.
        quick: smaller counts and shorter times, to see that all works; not figures to publish.
        generator: another program that makes exports (OUT --mb N --style S --seed N, truth in OUT.truth.json).
    """

    mb: int = 200
    quick: bool = False
    generator: str = ""

    def pick(self, whole: int, quick: int) -> int:
        """Give a count: the first, or the second when quick."""
        return quick if self.quick else whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table, in words; `met` is None where there is no goal or nothing was measured."""

    work: str
    peer: str = ""
    kith: str = ""
    ratio: str = ""
    goal: str = ""
    met: bool | None = None
    peak: str = ""
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self)

    def line(self) -> str:
        """Say it in one line, as a run goes."""
        named = {"beside": self.peer, "": self.ratio, "peak": self.peak, "goal": self.goal}
        told = [self.kith, *(f"{name} {words}".strip() for name, words in named.items() if words), self.note]
        return f"{self.work}: {'; '.join(filter(None, told))}" + (f" [{said(self.met)}]" if self.goal else "")


Figures = Iterator[Figure]


class NotBuilt(Exception):
    """What a row measures is not in this Kith; the text says what is missing."""


def said(met: bool | None) -> str:
    """Say whether a goal was met."""
    return {True: "met", False: "NOT met", None: "not measured"}[met]
