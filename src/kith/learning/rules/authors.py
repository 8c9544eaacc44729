"""What an author may write and publish: pure, of the words and of who works here."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kith.core.errors import Refusal
from kith.engines.dilemmas import Head, Person, Problem, Source

MOST_BYTES = 800_000  # four for each character that a story may have
MOST_KEY, MOST_TITLE, MOST_SAYS = 60, 200, 500  # as the table has room
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST_NAME = 2
_OF = re.compile(r"['’]s$")
#: What stands before a name and is none.
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "the", "and", "of", "aunt", "auntie", "uncle", "nan"})


class NotSound(Refusal):
    """A story that may not be published; `problems` names each line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        many = "1 thing" if len(problems) == 1 else f"{len(problems)} things"
        super().__init__(f"This cannot be published yet: the check found {many} to mend.")


class NotAnInkFile(Refusal):
    """A file that cannot be taken in as a story; the text says why and the mend."""


class NoKey(Refusal):
    """A name from which no key can be made, or one that is taken."""


def words_of(data: bytes | None, size_bytes: int) -> str:
    """Read the bytes of an Ink file: UTF-8, with lines that end as in a browser's box.

    Args:
        data: None where there are too many to look at.

    Raises:
        NotAnInkFile.
    """
    if data is None or size_bytes > MOST_BYTES:
        raise NotAnInkFile(f"The file has {size_bytes:,} bytes; a story has at most {MOST_BYTES:,}.")
    try:
        words = data.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise NotAnInkFile(f"The file is not UTF-8 text (line {line}): save it again as UTF-8.") from None
    if "\0" in words:
        raise NotAnInkFile("The file is no text: choose the .ink file that you wrote.")
    if not words.strip():
        raise NotAnInkFile("The file has no words in it: choose the .ink file that you wrote.")
    return words.replace("\r\n", "\n").replace("\r", "\n")


def key_of(title: str) -> str:
    """Make a key of a title: "The page before" is the-page-before.

    Raises:
        NoKey: it has no letter or digit of the Latin alphabet.
    """
    key = "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("'", "").replace("’", "")))[:MOST_KEY].strip("-")
    if not key:
        raise NoKey("Give it a name with at least one letter from A to Z or digit: its address is made of it.")
    return key


def too_long(head: Head, ink: str) -> tuple[Problem, ...]:
    """Name what the list of dilemmas has no room for."""
    source = Source(ink)
    return tuple(
        Problem(source.line_of_tag(name), f"`# {name}:` has {len(said)} characters; {most} is the most")
        for name, said, most in (("title", head.title, MOST_TITLE), ("says", head.says, MOST_SAYS))
        if len(said) > most
    )


def colleagues_named(ink: str, persons: Iterable[Person], colleagues: Iterable[str]) -> tuple[Problem, ...]:
    """Name each line where a story names somebody who works here: a person of the story may bear no word of a
    colleague's name, and no colleague's whole name may stand anywhere.

    Args:
        colleagues: the names of all who work here, as the staff directory has them.
    """
    source, spoken = Source(ink), f" {' '.join(_words(ink))} "
    known, whole = set[str](), list[str]()
    for name in colleagues:
        words = list(_words(name))
        known.update(word for word in words if len(word) > _SHORTEST_NAME and word not in _TITLES)
        if len(words) > 1 and f" {' '.join(words)} " in spoken:
            whole.append(name)
    found = [Problem(_line_of_name(source, name), _says(name)) for name in whole]
    for person in persons:
        shared = next((word for word in _WORD.findall(person.name) if word.casefold() in known), "")
        if person.key != "you" and shared:
            found.append(Problem(source.line_of_tag("person", person.key), _says(shared)))
    return tuple(sorted(found))


def _says(name: str) -> str:
    return f"'{name}' is the name of somebody who works here, and a story names nobody who does: choose another name"


def _words(text: str) -> Iterator[str]:
    return (_OF.sub("", found).casefold() for found in _WORD.findall(text))


def _line_of_name(source: Source, name: str) -> int:
    sought = f" {' '.join(_words(name))} "
    lines = enumerate(source.lines, start=1)
    return next((number for number, line in lines if sought in f" {' '.join(_words(line))} "), 1)
