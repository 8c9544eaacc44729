"""The governance pack is held to the program: its measures, its role matrix, and what is left to fill in."""

import re
from pathlib import Path

import pytest
from scripts.role_matrix import matrix

from kith.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent.parent
PACK = ROOT / "docs" / "governance"
DOCUMENTS = sorted(PACK.glob("*.md"))
MEASURE = re.compile(r"^\| (M\d+) \| (.+) \| `([^`]+)` \| (there|being built) \|$", re.M)
UNFINISHED = re.compile(r"\b(TODO|TBC|TBD|FIXME|XXX|lorem|ipsum|placeholder)\b|\?\?\?|<[a-z ]+>|_{4,}", re.I)
WANTED = {
    *("dpia", "record-of-processing", "role-matrix", "breach-runbook", "retention", "measures", "hardening"),
    *("privacy-adult", "privacy-12-17", "privacy-8-11", "easy-read", "childrens-code", "caldicott"),
}


def measures() -> list[tuple[str, str, str, str]]:
    return MEASURE.findall((PACK / "measures.md").read_text())


def is_there(says: str, held_by: str) -> bool:
    """Tell whether what holds a measure is in the program: its file, and each command it names."""
    commands = re.findall(r"`kith ([a-z-]+)`", says)
    return (ROOT / held_by).exists() and all(command in COMMANDS for command in commands)


@pytest.mark.parametrize(("number", "says", "held_by", "state"), measures(), ids=lambda word: str(word)[:4])
def test_a_measure_is_called_what_it_is(number, says, held_by, state):
    found = "there" if is_there(says, held_by) else "being built"
    assert state == found, f"docs/governance/measures.md: {number} is now '{found}' ({held_by}); say so there"


def test_measures_are_numbered_in_order_and_every_line_of_the_table_is_read():
    text = (PACK / "measures.md").read_text()
    assert [number for number, *_ in measures()] == re.findall(r"^\| (M\d+) ", text, re.M)
    assert [number for number, *_ in measures()] == [f"M{each}" for each in range(1, len(measures()) + 1)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_documents_lean_on_measures_that_are_listed(path):
    assert set(re.findall(r"\bM\d+\b", path.read_text())) <= {number for number, *_ in measures()}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_what_an_agency_fills_in_is_marked_in_one_way_only(path):
    text = path.read_text()
    assert UNFINISHED.findall(text) == [], f"{path.name}: mark what an agency fills in as [agency: what]"
    loose = [words for words in re.findall(r"\[agency[^\]]*\]", text) if not re.fullmatch(r"\[agency: [^\]]+\]", words)]
    assert loose == []


def test_the_pack_is_whole_and_has_lines_for_the_agency():
    assert {path.stem for path in DOCUMENTS} >= WANTED
    for name in ("dpia", "record-of-processing", "privacy-adult", "breach-runbook", "retention"):
        assert "[agency: " in (PACK / f"{name}.md").read_text()


def test_the_role_matrix_is_what_the_program_does():
    text = (PACK / "role-matrix.md").read_text()
    assert matrix() in text, "python scripts/role_matrix.py writes the table anew; then read what it says of each role"
