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


@pytest.mark.parametrize("path", texts())
def test_docs_name_commands_that_exist(path):
    named = set(re.findall(r"`kith ([a-z][a-z-]*)", path.read_text()))
    assert named - set(COMMANDS) == set()


@pytest.mark.parametrize("path", texts())
def test_docs_name_targets_that_exist(path):
    assert set(re.findall(r"`make ([a-z]+)", path.read_text())) <= TARGETS


@pytest.mark.parametrize("path", texts())
def test_docs_link_to_what_is_there(path):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", texts())
def test_docs_name_modules_that_exist(path):
    settings = {"kith.worker", "kith.case", "kith.reader"}  # PostgreSQL's own, set for one transaction
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


def test_the_words_of_kith_keys_in_the_documents_exist():
    from kith.cli.keys import parser

    known = parser().format_help() + "".join(each.format_help() for each in words_below(parser()))
    text = (ROOT / "docs" / "howto" / "keys-and-backups.md").read_text()
    named = {word for line in re.findall(r"kith keys ([a-z -]+)", text) for word in line.split(" -")[0].split()}
    assert named and {word for word in named if not re.search(rf"\b{word}\b", known)} == set()


def words_below(parser):
    import argparse

    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield each
                yield from words_below(each)
