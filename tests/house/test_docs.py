"""The documents are held to the code: commands, targets, links and modules they name exist."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from kith.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "deploy").rglob("*.md")])
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))


def texts():
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in DOCUMENTS]


def later(path: Path) -> set[str]:
    """Name the commands that are decided and not yet built: measures say so, and then a document may speak of them."""
    lines = (ROOT / "docs" / "governance" / "measures.md").read_text().splitlines()
    built_later = " ".join(line for line in lines if line.endswith("| being built |"))
    speaks = "adr" in path.parts or "governance" in path.parts or path.stem.startswith("deploy-")
    return set(re.findall(r"`kith ([a-z][a-z-]*)", built_later)) if speaks else set()


@pytest.mark.parametrize("path", texts())
def test_docs_name_commands_that_exist(path):
    named = set(re.findall(r"`kith ([a-z][a-z-]*)", path.read_text()))
    assert named - set(COMMANDS) - later(path) == set()


@pytest.mark.parametrize("path", texts())
def test_docs_name_targets_that_exist(path):
    assert set(re.findall(r"`make ([a-z]+)", path.read_text())) <= TARGETS


@pytest.mark.parametrize("path", texts())
def test_docs_link_to_what_is_there(path):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", texts())
def test_docs_name_modules_that_exist(path):
    settings = {"kith.worker", "kith.case"}  # PostgreSQL's own, set for one transaction
    for name in set(re.findall(r"`(kith(?:\.[a-z_]+)+)`", path.read_text())) - settings:
        words = name.split(".")
        for cut in range(len(words), 1, -1):
            try:
                found = import_module(".".join(words[:cut]))
            except ModuleNotFoundError:
                continue
            assert all(hasattr(found, word) for word in words[cut : cut + 1]), name
            break
        else:
            raise AssertionError(f"{name} is not there")


def test_every_target_is_explained_to_contributors():
    explained = set(re.findall(r"`make ([a-z]+)", (ROOT / "CONTRIBUTING.md").read_text()))
    assert TARGETS - explained == set()


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_there_and_says_what_it_does(command):
    module, function, _ = COMMANDS[command]
    assert getattr(import_module(module), function).__doc__


def test_the_readme_gives_the_two_commands():
    text = (ROOT / "README.md").read_text()
    assert "make demo" in text
    assert "make test" in text
