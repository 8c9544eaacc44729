"""`kith guard CASES.jsonl`: many cases against what they ought to get, as a table and a count for each family."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kith.cli.guard_input import BadInput, check_case, read_case
from kith.cli.guard_input import as_json as as_json_object
from kith.engines.guard import Level, Verdict
from kith.engines.guard.verdict import strongest

EXIT = {Level.ALLOW: 0, Level.WARN: 6, Level.BLOCK: 7}
_HEADINGS = ("case", "family", "expected", "verdict", "", "finding")
_WORDS = {"right": "", "missed": "MISSED", "stopped": "WRONGLY STOPPED", "unusable": "UNUSABLE"}
_WIDEST = 24
_NOT_RIGHT, _UNUSABLE = 1, 2


@dataclass(frozen=True, slots=True)
class Row:
    """One case and what became of it: "right", "missed", "stopped" (more than it ought to) or "unusable"."""

    name: str
    family: str
    expected: str
    came_out: str
    verdict: Verdict | None
    trouble: str = ""


@dataclass(slots=True)
class Count:
    """How many cases of a family came out in each way."""

    all: int = 0
    ways: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_WORDS, 0))


def check_all(path: Path, *, as_json: bool) -> int:
    """Check every case of a file and print the table (or one JSON object a line); gives the exit code."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as problem:
        print(f"kith guard: {path} cannot be read: {problem.strerror}", file=sys.stderr)
        return _UNUSABLE
    rows = []
    if not as_json:
        print(_line(_HEADINGS))
    for row in _rows(lines, path):
        rows.append(row)
        print(_as_json(row) if as_json else _line(_cells(row)))
    if not as_json:
        print("", *_summary(rows), sep="\n")
    if not rows or any(row.came_out == "unusable" for row in rows):
        return _UNUSABLE
    if any(row.expected for row in rows):
        return 0 if all(row.came_out == "right" for row in rows) else _NOT_RIGHT
    return EXIT[strongest(row.verdict.level for row in rows if row.verdict)]


def _rows(lines: list[bytes], path: Path) -> Iterator[Row]:
    before: dict[str, Any] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            case = read_case(line, f"{path}, line {number}")
            before = {"protected": case.get("protected", before.get("protected", []))}
            yield _row(before | case, number, check_case(before | case, path.parent))
        except BadInput as problem:
            print(f"kith guard: line {number}: {problem}", file=sys.stderr)
            yield Row(f"line {number}", "", "", "unusable", None, str(problem))


def _row(case: dict[str, Any], number: int, verdict: Verdict) -> Row:
    expected = str(case.get("level", ""))
    hits = case.get("hits") if isinstance(case.get("hits"), list) else None
    family = str(case.get("family") or case.get("trick") or "")
    return Row(str(case.get("id") or f"line {number}"), family, expected, _came_out(verdict, expected, hits), verdict)


def _came_out(verdict: Verdict, expected: str, hits: list[Any] | None) -> str:
    if expected not in set(Level):
        return "right"
    found = {finding.fact for finding in verdict.findings}
    wanted = found if hits is None else set(map(str, hits))
    if verdict.level == expected and found == wanted:
        return "right"
    is_less = strongest((verdict.level, Level(expected))) != verdict.level
    return "missed" if is_less or wanted - found else "stopped"


def _cells(row: Row) -> tuple[str, ...]:
    found = row.verdict.findings if row.verdict else ()
    said = "; ".join(f"{finding.fact}: {finding.part} [{finding.disguise}]" for finding in found)
    level = row.verdict.level if row.verdict else ""
    return row.name, row.family, row.expected, level, _WORDS[row.came_out], said or row.trouble


def _line(cells: tuple[str, ...]) -> str:
    widths = (10, _WIDEST, 8, 7, 15)
    fixed = [f"{cell[:width]:{width}}" for cell, width in zip(cells, widths, strict=False)]
    return "  ".join([*fixed, *cells[len(widths) :]]).rstrip()


def _as_json(row: Row) -> str:
    told = as_json_object(row.verdict) if row.verdict else {"trouble": row.trouble}
    first = {"case": row.name, "family": row.family, "expected": row.expected, "came_out": row.came_out}
    return json.dumps(first | told, ensure_ascii=False)


def _summary(rows: list[Row]) -> list[str]:
    counts: dict[str, Count] = {}
    for row in rows:
        for name in (row.family or "(no family)", "all"):
            count = counts.setdefault(name, Count())
            count.all += 1
            count.ways[row.came_out] += 1
    ordered = sorted(counts, key=lambda name: (name == "all", name))
    return [
        f"{name[:_WIDEST]:{_WIDEST}}  {counts[name].all:4} cases, {counts[name].ways['right']} right, "
        f"{counts[name].ways['missed']} missed, {counts[name].ways['stopped']} wrongly stopped"
        for name in ordered
    ]
