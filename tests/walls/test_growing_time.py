"""No pattern can be made to search for ever: over hostile text that grows, its time grows about as the text does.

Every compiled pattern of every module is tried, whatever it is for, and every pattern that is written where it is used.
"""

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

import kith
from tests.house.test_dangerous_code import FILES, inside

#: Pieces of which hostile text is made. What a pattern repeats, hostile text repeats, and then ends otherwise.
PIECES = ("a", "A", "1", " ", "-", "_", ".", ",", ":", "/", "\\", "%41", "&#1", "<a ", "</a", '"', "(", "[", "{", "@a")
PIECES += ("a.", "1.", "1 ", "a ", "\n", "\r\n", "a\n", " \n", "=\n", "a:", "1:", "\u200f", "\u202f", "x.y ", "one ")
PIECES += (
    "two one ",
    "WA0001.",
    "IMG-20200101-WA",
    "1/1/20, 1:1 - ",
    "[1/1/20, 1:1:1] ",
    "00 ",
    "+44",
    "AB1 2",
    "😀\u200d",
)
ENDS = ("", "!", "\x00", "\n", '"')
SHORT, TIMES = 800, 4
#: Four times the text may take so many times as long (a square would be 16), once it takes any time at all.
MOST_GROWTH, NOTICED_SECONDS = 9.0, 0.003

#: Patterns whose text is short before they see it: the most characters they are given, and why no more.
BOUNDED: dict[str, tuple[int, str]] = {
    "engines.readers.bodies._call_tail": (120, "a line that says it was a call is no longer: `bodies._call`"),
}
FEWEST_PATTERNS = 100
WAYS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")


@dataclass(frozen=True, slots=True)
class Kept:
    """A pattern, and whether it is only ever asked at a place that is given, or looked for all over the text."""

    pattern: re.Pattern
    is_looked_for: bool


def compiled() -> Iterator[tuple[str, Kept]]:
    """Give every pattern that a module of ours keeps, with where."""
    asked: dict[str, set[str]] = {}
    for path in FILES:
        for name, way in re.findall(rf"\b(\w+)\.({'|'.join(WAYS)})\b", path.read_text()):
            asked.setdefault(name, set()).add(way)
    for found in pkgutil.walk_packages(kith.__path__, "kith."):
        if ".tests" in found.name or ".migrations" in found.name or found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            for each in _inside(value):
                looked_for = not asked.get(name) or bool(asked[name] - {"match", "fullmatch"})
                yield f"{found.name.removeprefix('kith.')}.{name}", Kept(each, looked_for)


def _inside(value: object) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from _inside(each)
    elif isinstance(value, dict):
        yield from _inside([*value, *value.values()])


def written() -> Iterator[tuple[str, Kept]]:
    """Give every pattern that stands as one constant in a call of `re`."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text())):
            called = ast.unparse(node.func).removeprefix("re.") if isinstance(node, ast.Call) else ""
            if called in WAYS and isinstance(node.args[0], ast.Constant):
                pattern = re.compile(node.args[0].value)
                yield f"{inside(path)}: {node.args[0].value!r}", Kept(pattern, called not in ("match", "fullmatch"))


def patterns() -> dict[str, Kept]:
    """Give each pattern once, under the first name it has."""
    named: dict[tuple, tuple[str, Kept]] = {}
    for name, each in [*compiled(), *written()]:
        named.setdefault((each.pattern.pattern, each.pattern.flags, each.is_looked_for), (name, each))
    found: dict[str, Kept] = {}
    for name, each in named.values():  # a tuple of patterns has one name
        found[name if name not in found else f"{name} {len(found)}"] = each
    return found


def seconds(kept: Kept, text: str | bytes, times: int = 1) -> float:
    """Say how long this thread computes over a text, asked as the pattern is asked; the quickest of so many times."""
    took = []
    for _ in range(times):
        began = time.thread_time()
        kept.pattern.match(text)
        kept.pattern.fullmatch(text)
        for _ in kept.pattern.finditer(text) if kept.is_looked_for else ():
            pass
        took.append(time.thread_time() - began)
    return min(took)


def worst(kept: Kept, most: int | None = None) -> list[str]:
    """Say over which hostile text a pattern takes too long."""
    odd = []
    for piece in PIECES:
        for end in ENDS:
            long = _as(kept, (piece * ((most or SHORT * TIMES) // len(piece)) + end))
            if seconds(kept, long) <= NOTICED_SECONDS:
                continue
            took, short = seconds(kept, long, 3), _as(kept, piece * (SHORT // len(piece)) + end)
            if took > NOTICED_SECONDS and (most or took > MOST_GROWTH * seconds(kept, short, 3)):
                odd.append(f"{piece!r}...{end!r}: {took:.3f} s over {len(long)}")
    return odd


def _as(kept: Kept, text: str) -> str | bytes:
    return text.encode() if isinstance(kept.pattern.pattern, bytes) else text


PATTERNS = patterns()


def test_every_pattern_takes_about_as_long_as_the_text(capsys) -> None:
    odd = {name: found[:3] for name, kept in PATTERNS.items() if (found := worst(kept, BOUNDED.get(name, (None,))[0]))}
    with capsys.disabled():
        print(f"{len(PATTERNS)} patterns over {len(PIECES) * len(ENDS)} texts")  # noqa: T201
    assert odd == {}, "make it begin or end at something it does not repeat; or shorten its text, and say so in BOUNDED"


@pytest.mark.drill
def test_all_patterns_are_tried_and_a_bad_one_is_noticed() -> None:
    assert len(PATTERNS) >= FEWEST_PATTERNS
    assert set(BOUNDED) <= set(PATTERNS)
    assert worst(Kept(re.compile(r"\d+:"), True))
    assert worst(Kept(re.compile(r"(a+)+b"), False), 22)
    assert not worst(Kept(re.compile(r"\d+:"), False))
