"""The words of a story as they were written: where in them something stands, so that a fault can name its line."""

import re
from dataclasses import dataclass
from functools import cached_property

from kith.engines.dilemmas.tags import parts

_COMMENT = re.compile(r"(?<!:)//.*$")
_WORD = re.compile(r"[\w'’]+")
_TAG = re.compile(r"#\s*([\w-]+)\s*:\s*([^#]*)")
_CHOICE = re.compile(r"^\s*[*+]")
_FORBIDDEN = (
    (re.compile(r"^\s*INCLUDE\b"), "INCLUDE takes in another file; a story is one file"),
    (re.compile(r"^\s*EXTERNAL\b"), "EXTERNAL calls a program; a story may not"),
    (re.compile(r"\b(?:SEED_|LIST_)?RANDOM\s*\("), "RANDOM is chance: the same choices must tell the same story"),
    (re.compile(r"\{\s*[!&$]*~|\bshuffle\b[\w\s]*:"), "a shuffle is chance: the same choices must tell the same story"),
)
_NEAR = 0.5  # of the words sought must stand in a line


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in a story: its line in the Ink, and a sentence with the mend."""

    line: int
    says: str


@dataclass(frozen=True)
class Source:
    """The Ink of a story."""

    ink: str

    @cached_property
    def lines(self) -> list[str]:
        """List the lines, comments left out."""
        without = re.sub(r"/\*.*?\*/", lambda found: "\n" * found.group().count("\n"), self.ink, flags=re.DOTALL)
        return [_COMMENT.sub("", line) for line in without.split("\n")]

    def tags(self, name: str = "") -> list[tuple[int, str, str]]:
        """List every tag of a name, or of all: line, name, value."""
        return [
            (number, found[1], found[2].replace("\\", "").strip())
            for number, line in enumerate(self.lines, start=1)
            for found in _TAG.finditer(line)
            if name in ("", found[1])
        ]

    def line_of_tag(self, name: str, value: str = "") -> int:
        """Find the line of a tag, by its whole value or by its first part; the first line where it is nowhere."""
        found, first = self.tags(name), parts(value, 2)[0]
        whole = [line for line, _, each in found if value in ("", each)]
        begun = [line for line, _, each in found if parts(each, 2)[0] == first]
        return next(iter(whole + begun), 1)

    def line_of_knot(self, name: str) -> int:
        """Find where a knot begins; the last line of the story where it is missing."""
        begins = re.compile(rf"^\s*=+\s*(?:function\s+)?{re.escape(name)}\b")
        return next((number for number, line in enumerate(self.lines, 1) if begins.match(line)), len(self.lines))

    def line_of_choice(self, words: str) -> int:
        """Find the line on which a choice is offered."""
        return self._line_of(words, only=_CHOICE) or self.line_of(words)

    def line_of(self, words: str) -> int:
        """Find the line that holds the most of these words; the first of the story where none is near."""
        return self._line_of(words) or 1

    def line_of_word(self, word: str) -> int:
        """Find the first line on which a word stands."""
        sought = re.compile(rf"\b{re.escape(word)}\b")
        return next((number for number, line in enumerate(self.lines, 1) if sought.search(line)), 1)

    def _line_of(self, words: str, only: re.Pattern[str] | None = None) -> int:
        sought = set(_WORD.findall(words.lower()))
        best, best_line = 0.0, 0
        for number, line in enumerate(self.lines, start=1):
            if sought and (only is None or only.match(line)):
                has = len(sought & set(_WORD.findall(line.lower()))) / len(sought)
                if has > best:
                    best, best_line = has, number
        return best_line if best >= _NEAR else 0


def forbidden(ink: str) -> tuple[Problem, ...]:
    """Name each line that uses chance, another file or a program: of these a story may use none."""
    lines = enumerate(Source(ink).lines, start=1)
    return tuple(Problem(line, says) for line, words in lines for sign, says in _FORBIDDEN if sign.search(words))
