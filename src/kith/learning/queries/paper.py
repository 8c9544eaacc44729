"""A version on paper, and in one file that plays by itself: scenes by number, and when each line is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase
from typing import Any
from uuid import UUID

from kith.engines.dilemmas import KNOTS, Graph, Head, Numbered, When, graph, lines_told, load
from kith.engines.dilemmas.telling import in_order
from kith.learning.queries.authors import published
from kith.learning.queries.dilemmas import TELLERS, Cited, Said, cited, said
from kith.learning.queries.reflecting import Reflecting, reflecting


@dataclass(frozen=True, slots=True)
class Option:
    """A choice on paper: its letter, the same wherever it is offered, and the number to turn to."""

    letter: str
    words: str
    to: int


@dataclass(frozen=True, slots=True)
class PaperScene:
    """A scene on paper; `ending` is empty while the story goes on."""

    number: int
    lines: Sequence[Said]
    asked: Sequence[str]
    options: Sequence[Option]
    ending: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a retelling; `when` says for which letters it is read out, empty for always."""

    words: str
    when: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one of the others tells, to be read out by whoever leads the exercise."""

    key: str
    title: str
    says: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """A dilemma as a paper exercise."""

    title: str
    dilemma_id: UUID
    version: int
    says: str
    minutes: int
    people: Sequence[str]
    scenes: Sequence[PaperScene]
    letters: Sequence[tuple[str, str]]
    endings: Sequence[str]
    sheets: Sequence[Sheet]
    law: Sequence[Cited]
    reflecting: Reflecting


def paper_page(dilemma_id: UUID, on: date) -> PaperPage:
    """Show a version as a paper exercise.

    Raises:
        NotFound.
    """
    row = published(dilemma_id)
    story = load(row.compiled)
    whole, head = graph(story), story.head
    letters = letters_of(whole)
    return PaperPage(
        title=row.title,
        dilemma_id=row.id,
        version=row.version,
        says=row.says,
        minutes=row.minutes,
        people=[f"{each.name}, {each.who}" for each in head.persons if each.key != "you"],
        scenes=[_scene(each, head, letters) for each in whole.scenes],
        letters=_choices(whole, letters),
        endings=list(dict.fromkeys(trail.ending.title for trail in whole.trails)),
        sheets=_sheets(whole, letters),
        law=cited("law_snippets", head.laws, on),
        reflecting=reflecting(on),
    )


def letters_of(whole: Graph) -> dict[str, str]:
    """Give each choice a letter by its key, in the order in which one meets them: A to Z, AA, AB."""
    keys = dict.fromkeys(way.key for each in whole.scenes for way in each.ways)
    return {key: _letter(place) for place, key in enumerate(keys)}


def offline_story(dilemma_id: UUID, on: date) -> dict[str, Any]:
    """Give a version as plain data: all that a page needs to play it without any runtime.

    Returns:
        title, says, minutes, people; scenes by number: lines, asked, ways, ending; told: for each of the others their
        lines; models and cautions: those of reflection; trails: the choices "0.2.1" -> for each of the others, which
        of their lines are told.

    Raises:
        NotFound.
    """
    row = published(dilemma_id)
    story = load(row.compiled)
    whole, asked = graph(story), reflecting(on)
    orders = [in_order([trail.told[knot] for trail in whole.trails]) for knot in range(len(KNOTS))]
    places = [{line: place for place, line in enumerate(order)} for order in orders]
    return {
        "title": row.title,
        "says": row.says,
        "minutes": row.minutes,
        "people": [f"{each.name}, {each.who}" for each in story.head.persons if each.key != "you"],
        "scenes": [_plain(each, story.head) for each in whole.scenes],
        "told": [
            {"title": TELLERS[knot][0], "says": TELLERS[knot][1], "lines": order}
            for knot, order in zip(KNOTS, orders, strict=True)
        ],
        "trails": {
            ".".join(map(str, trail.choices)): [
                [place[line] for line in lines] for place, lines in zip(places, trail.told, strict=True)
            ]
            for trail in whole.trails
        },
        "models": [{"name": each.name, "prompts": each.prompts} for each in asked.models],
        "cautions": asked.cautions,
    }


def _scene(each: Numbered, head: Head, letters: dict[str, str]) -> PaperScene:
    return PaperScene(
        number=each.number,
        lines=said(each.scene.lines, head),
        asked=each.scene.reflect,
        options=[Option(letters[way.key], way.words, way.to) for way in each.ways],
        ending=each.scene.ending.title if each.scene.ending else "",
    )


def _plain(each: Numbered, head: Head) -> dict[str, Any]:
    return {
        "lines": [[line.speaker, line.words] for line in said(each.scene.lines, head)],
        "asked": each.scene.reflect,
        "ways": [[way.words, way.to - 1] for way in each.ways],
        "ending": each.scene.ending.title if each.scene.ending else "",
    }


def _choices(whole: Graph, letters: dict[str, str]) -> list[tuple[str, str]]:
    """List what each letter chooses, in the words in which it is met first."""
    words: dict[str, str] = {}
    for each in whole.scenes:
        for way in each.ways:
            words.setdefault(way.key, way.words)
    return [(letter, words[key]) for key, letter in letters.items()]


def _sheets(whole: Graph, letters: dict[str, str]) -> list[Sheet]:
    return [
        Sheet(key, *TELLERS[key], [Line(each.words, _when(each, letters)) for each in lines_told(whole.trails, place)])
        for place, key in enumerate(KNOTS)
    ]


def _when(line: When, letters: dict[str, str]) -> str:
    """Say when a line is told: "if A and D, or B"."""
    if not line.terms:
        return ""
    groups = sorted(sorted((letters[key] for key in term), key=_place) for term in line.terms)
    said_so = ", or ".join(" and ".join(group) for group in groups)
    return f"{'unless' if line.is_unless else 'if'} {said_so}"


def _place(letter: str) -> tuple[int, str]:
    return len(letter), letter


def _letter(place: int) -> str:
    more, place = divmod(place, len(ascii_uppercase))
    return (ascii_uppercase[more - 1] if more else "") + ascii_uppercase[place]
