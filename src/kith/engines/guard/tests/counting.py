"""Counting of cases by family: how many were right, missed, or stopped though they should have passed.

A file holds one case a line, as `kith guard` reads it; a case without "protected" has that of the case before.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kith.engines.guard import Level, Matcher, Outgoing, Verdict, compile_facts
from kith.engines.guard.tests import building

_STRENGTH = [Level.ALLOW, Level.WARN, Level.BLOCK]


@dataclass(slots=True)
class Count:
    """What became of the cases of one family; those that are not right with their text and findings."""

    all: int = 0
    right: int = 0
    may_pass: int = 0
    missed: list[tuple[str, Verdict]] = field(default_factory=list)
    stopped: list[tuple[str, Verdict]] = field(default_factory=list)


def counted(path: Path) -> dict[str, Count]:
    """Check every case of a file; gives a count for each family."""
    families: dict[str, Count] = {}
    for case, matcher in _cases(path):
        _add(families.setdefault(case["family"], Count()), case, _verdict(case, matcher))
    return families


def _cases(path: Path) -> Iterator[tuple[dict[str, Any], Matcher]]:
    matcher = compile_facts([])
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        if "protected" in case:
            matcher = compile_facts([building.fact(row) for row in case["protected"]])
        yield {"channel": "email"} | case, matcher


def _verdict(case: dict[str, Any], matcher: Matcher) -> Verdict:
    told = [piece for words in case.get("earlier", ()) for piece in matcher.told(Outgoing("", case["audience"], words))]
    return matcher.check(building.outgoing(case), told)


def _add(count: Count, case: dict[str, Any], verdict: Verdict) -> None:
    hits, wanted = {finding.fact for finding in verdict.findings}, set(case["hits"])
    count.all += 1
    count.may_pass += case["level"] == Level.ALLOW
    if verdict.level == case["level"] and hits == wanted:
        count.right += 1
    elif _STRENGTH.index(verdict.level) < _STRENGTH.index(case["level"]) or wanted - hits:
        count.missed.append((case["text"], verdict))
    else:
        count.stopped.append((case["text"], verdict))
