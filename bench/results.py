"""Writes bench/RESULTS.md."""

from datetime import UTC, datetime
from pathlib import Path

from bench.figures import BENCH, Asked, Figure, said

RESULTS = BENCH / "RESULTS.md"
_HEAD = ("work", "floor or peer", "Kith", "ratio", "goal", "met", "most memory", "note")
_INTRODUCTION = """Written by `make bench`: each line measured in one run, Kith beside its floor and its peers.
Seconds of reading are of whole processes, from start to end; of Kith and of the floor the best of three, by turns.
The goals are the project's own; a line that says "not measured" gives its reason. Memory is of the processes that do
the work; of PostgreSQL, what its processes hold beyond the 160 MB of buffers that they share."""


def write(figures: list[Figure], facts: list[str], asked: Asked, place: Path = RESULTS) -> None:
    """Write all figures as one table, with what they were measured on."""
    size = "quick run: to see that all works, not to be quoted" if asked.quick else "whole run"
    rows = [_row(_HEAD), _row(tuple("---" for _ in _HEAD)), *(_row(_cells(figure)) for figure in figures)]
    about = [f"- {fact}" for fact in (f"{datetime.now(UTC):%Y-%m-%d}, {size}, exports of {asked.mb} MB", *facts)]
    place.write_text("\n".join(["# Results", "", _INTRODUCTION, "", *about, "", *rows, ""]))


def _cells(figure: Figure) -> tuple[str, ...]:
    met = "" if not figure.goal and figure.met is None else said(figure.met)
    return (figure.work, figure.peer, figure.kith, figure.ratio, figure.goal, met, figure.peak, figure.note)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
