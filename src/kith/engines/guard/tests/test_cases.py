"""Each made-up message gets the level it ought to; what we cannot do yet is listed until we can."""

import json
from pathlib import Path
from typing import Any

import pytest

from kith.engines.guard import Verdict, check
from kith.engines.guard.tests import building

HERE = Path(__file__).parent
NOT_YET: dict[str, str] = json.loads((HERE / "not_yet.json").read_text("utf-8"))


def _own() -> list[dict[str, Any]]:
    """Our own cases, hand-made: every person, number and place in them is invented."""
    book = json.loads((HERE / "cases.json").read_text("utf-8"))
    return [case | {"protected": book["protected"]} for case in book["cases"]]


def _shared() -> list[dict[str, Any]]:
    """The thirty cases kept beside the project, where they are present."""
    path = Path(__file__).parents[6] / "shared" / "data" / "leak_cases.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


CASES = {case["id"]: case for case in (*_own(), *_shared())}


def _verdict(case: dict[str, Any]) -> Verdict:
    return check(building.outgoing(case), [building.fact(row) for row in case["protected"]])


def _is_right(case: dict[str, Any]) -> bool:
    verdict = _verdict(case)
    return verdict.level == case["level"] and {finding.fact for finding in verdict.findings} == set(case["hits"])


@pytest.mark.parametrize("name", sorted(CASES.keys() - NOT_YET.keys()))
def test_the_message_gets_the_level_it_ought_to(name: str) -> None:
    case = CASES[name]
    verdict = _verdict(case)
    assert verdict.level == case["level"], (case["why"], verdict)
    assert {finding.fact for finding in verdict.findings} == set(case["hits"]), verdict


@pytest.mark.parametrize("name", sorted(CASES.keys() & NOT_YET.keys()))
def test_a_case_we_cannot_do_yet_is_still_not_done(name: str) -> None:
    assert not _is_right(CASES[name]), f"{name} is right now: take it out of not_yet.json"


def test_every_case_not_done_yet_says_why() -> None:
    assert all(NOT_YET.values())
    assert {name for name in NOT_YET if name.startswith("K")} <= CASES.keys()
