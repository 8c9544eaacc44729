"""What may be wrong in the words of a story, apart from where its paths lead."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kith.engines import plain
from kith.engines.dilemmas.head import HOW_OFTEN, THEMES, YOU, Head, names
from kith.engines.dilemmas.names import undeclared
from kith.engines.dilemmas.playing import Choice, Scene
from kith.engines.dilemmas.source import Problem, Source
from kith.engines.dilemmas.tags import pair, parts

OLDEST_READING_AGE = 14
_WITHIN = {"key", "speaker", "touches", "reflect", "ending"}


@dataclass(frozen=True, slots=True)
class Known:
    """Which standards, domains, capabilities and laws there are, by their keys. None: nobody knows yet, and none is
    refused.
    """

    standards: frozenset[str] | None = None
    pcf: frozenset[str] | None = None
    capabilities: frozenset[str] | None = None
    laws: frozenset[str] | None = None


def head_problems(tags: Sequence[str], head: Head, known: Known, source: Source) -> Iterator[Problem]:
    """Judge the head of a story."""
    found = Counter(names(tags))
    for name, (least, most) in HOW_OFTEN.items():
        if found[name] < least:
            wanted = "one" if least == 1 else "two or more"
            yield Problem(source.line_of_tag(name), f"the head needs {wanted} `# {name}:`")
        elif most and found[name] > most:
            yield Problem(source.line_of_tag(name), f"the head says `# {name}:` {found[name]} times; once is right")
    for name in found:
        if name not in HOW_OFTEN:
            yield Problem(source.line_of_tag(name), f"no tag of the head is called '{name}'")
    yield from _values(head, known, source)
    yield from _people(head, source)


def _values(head: Head, known: Known, source: Source) -> Iterator[Problem]:
    if head.theme and head.theme not in THEMES:
        says = f"there is no theme '{head.theme}'; the themes are {', '.join(THEMES)}"
        yield Problem(source.line_of_tag("theme"), says)
    if not 1 <= head.minutes <= 60:
        yield Problem(source.line_of_tag("minutes"), "say in `# minutes:` how long it takes to play, 1 to 60")
    for name, said, there, what in (
        ("standard", head.standards, known.standards, "standard (set swe_standards)"),
        ("pcf", head.pcf, known.pcf, "domain (set pcf_domains)"),
        ("capability", head.capabilities, known.capabilities, "capability (set digital_capabilities)"),
        ("law", head.laws, known.laws, "law (set law_snippets)"),
    ):
        for each in said:
            if there is not None and each not in there:
                yield Problem(source.line_of_tag(name, each), f"there is no {what} '{each}'")


def _people(head: Head, source: Source) -> Iterator[Problem]:
    keys = Counter(each.key for each in head.persons)
    for person in head.persons:
        line = source.line_of_tag("person", "; ".join((person.key, person.name, person.who)))
        if not (person.key and person.name and person.who):
            yield Problem(line, "write a person as `# person: key; Name; who they are`")
        if keys[person.key] > 1:
            yield Problem(line, f"two people have the key '{person.key}'")
    if head.persons and YOU not in keys:
        yield Problem(source.line_of_tag("person"), "say who the player is: `# person: you; you; the social worker`")


def scene_problems(scene: Scene, head: Head, source: Source) -> Iterator[Problem]:
    """Judge the tags of a scene."""
    for tag in scene.tags:
        name, value = pair(tag)
        if name not in _WITHIN:
            yield Problem(source.line_of_tag(name, value), f"no tag within a story is called '{name}'")
        elif name in ("speaker", "touches") and head.person(value) is None:
            yield Problem(source.line_of_tag(name, value), f"`# {name}:` names nobody: no person has the key '{value}'")
    for each in scene.endings:
        line = source.line_of_tag("ending", f"{each.key}; {each.title}")
        if not (each.key and each.title):
            yield Problem(source.line_of_tag("ending", each.key), "write an ending as `# ending: key; Title`")
        if scene.choices:
            yield Problem(line, f"the story goes on after the ending '{each.key}'; end it with `-> END`")
    if len({each.key for each in scene.endings}) > 1:
        yield Problem(source.line_of_tag("ending", scene.endings[1].key), "a path has two endings; leave one")


def choice_problems(choice: Choice, scene: Scene, source: Source) -> Iterator[Problem]:
    """Judge what follows a choice."""
    line, words = source.line_of_choice(choice.words), f"the choice '{choice.words}'"
    if not choice.key:
        yield Problem(line, f"{words} has no `# key:` on its line")
    if not scene.touches:
        yield Problem(line, f"{words} falls on nobody: say whom with `# touches:` in what follows it")
    elif YOU in scene.touches:
        yield Problem(line, f"{words} touches 'you': name somebody else on whom it falls")
    if not any(scene.reflect):
        yield Problem(line, f"{words} asks for no thought: add `# reflect:` with a question in what follows it")


def source_problems(source: Source, reached: Iterable[str]) -> Iterator[Problem]:
    """Judge what only the words themselves show: a key used twice, an ending that no path reaches."""
    seen: dict[str, int] = {}
    for line, _, key in source.tags("key"):
        if key in seen:
            yield Problem(line, f"the key '{key}' is used in line {seen[key]} already")
        seen.setdefault(key, line)
    there = set(reached)
    for line, _, value in source.tags("ending"):
        key = parts(value, 2)[0]
        if key not in there:
            yield Problem(line, f"no path reaches the ending '{key}'")


def word_problems(texts: Sequence[str], head: Head, source: Source) -> Iterator[Problem]:
    """Judge the words of the whole story: names that nobody declared, and how hard they are to read."""
    declared = [words for each in head.persons for words in (each.name, each.who)]
    for name, _ in undeclared(texts, [*declared, *head.places]):
        yield Problem(
            source.line_of_word(name),
            f"'{name}' looks like a name: declare it with `# person:` or `# place:` (made up, all of them), or write it"
            " without a capital letter",
        )
    reading = plain.read("\n".join(texts))
    if reading.age is not None and reading.age > OLDEST_READING_AGE:
        hardest = max(texts, key=lambda each: plain.read(each).age or 0)
        says = f"the story reads like one for people of {reading.age}; {OLDEST_READING_AGE} is the most. Begin here"
        yield Problem(source.line_of(hardest), says)
