"""`docs/reference/asvs.md` leaves no requirement out, answers every one, and names only what is there."""

import ast
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from tests.house.test_structure import ROOT
from tests.house.trees import nodes_of

PAGE = ROOT / "docs" / "reference" / "asvs.md"
STATES = {"met", "partly", "not met", "agency", "not applicable"}
#: The requirements of levels 1 and 2, by section: the numbers of ASVS 4.0.3, without those deleted or of level 3 alone.
WANTED = {
    "1": "1:1-7 2:1-4 4:1,4-5 5:1-4 6:1-4 7:1-2 8:1-2 9:1-2 10:1 11:1-2 12:2 14:1-6",
    "2": "1:1-12 2:1-3 3:1-3 4:1-6 5:1-7 6:1-3 7:1-6 8:1-7 9:1-3 10:1-4",
    "3": "1:1 2:1-4 3:1-4 4:1-5 5:1-3 7:1",
    "4": "1:1-3,5 2:1-2 3:1-3",
    "5": "1:1-5 2:1-8 3:1-10 4:1-3 5:1-4",
    "6": "1:1-3 2:1-6 3:1-2 4:1-2",
    "7": "1:1-4 2:1-2 3:1,3-4 4:1-3",
    "8": "1:1-4 2:1-3 3:1-8",
    "9": "1:1-3 2:1-4",
    "10": "2:1-2 3:1-3",
    "11": "1:1-8",
    "12": "1:1-3 2:1 3:1-6 4:1-2 5:1-2 6:1",
    "13": "1:1,3-5 2:1-3,5-6 3:1-2 4:1-2",
    "14": "1:1-4 2:1-6 3:2-3 4:1-7 5:1-4",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement and its answer."""

    number: str
    asks: str
    state: str
    how: str
    held: str


def rows() -> list[Row]:
    """Read the table."""
    lines = [line for line in PAGE.read_text().splitlines() if re.match(r"\| *\d", line)]
    return [Row(*(cell.strip() for cell in line.strip().strip("|").split("|"))) for line in lines]


def wanted() -> list[str]:
    """Write out every number."""
    found = []
    for chapter, sections in WANTED.items():
        for section in sections.split():
            name, _, ranges = section.partition(":")
            for each in ranges.split(","):
                first, _, last = each.partition("-")
                found += [f"{chapter}.{name}.{number}" for number in range(int(first), int(last or first) + 1)]
    return found


@cache
def functions(path: str) -> set[str]:
    """Name the tests of a file."""
    return {node.name for node in nodes_of(ROOT / path) if isinstance(node, ast.FunctionDef)}


def missing(place: str) -> bool:
    """Tell whether a place that is named, `path` or `path::test`, is not there."""
    path, _, test = place.partition("::")
    return not (ROOT / path).exists() or bool(test and test not in functions(path))


def test_every_requirement_has_one_row_and_every_row_an_answer(capsys) -> None:
    found = rows()
    counts = Counter(row.state for row in found)
    with capsys.disabled():
        print(f"{len(found)} rows: " + ", ".join(f"{number} {state}" for state, number in counts.most_common()))  # noqa: T201
    assert [row.number for row in found] == wanted()
    assert [row.number for row in found if row.state not in STATES or not row.asks or len(row.how) < 3] == []


def test_what_is_met_is_held_by_something_that_exists() -> None:
    odd = []
    for row in rows():
        places = re.findall(r"`([^`]+)`", row.held)
        odd += [f"{row.number}: {place}" for place in places if missing(place)]
        if row.state in ("met", "partly", "agency") and not places:
            odd.append(f"{row.number}: nothing holds it")
        if row.state in ("not met", "not applicable") and len(row.how.split()) < 4:
            odd.append(f"{row.number}: why?")
    assert odd == []


def test_a_place_that_is_not_there_would_be_noticed() -> None:
    assert missing("tests/house/test_asvs.py::test_of_nothing")
    assert missing("tests/house/test_nothing.py")
    assert not missing("tests/house/test_asvs.py::test_a_place_that_is_not_there_would_be_noticed")
