"""A draft as it plays: where choices lead, told to its author alone and kept nowhere, and its endings."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from kith.core.errors import NotFound
from kith.engines.dilemmas import MOST_CHOICES, NoSuchChoice, Story, graph, load
from kith.learning.ink.checking import compiled
from kith.learning.queries.authors import draft, title_of
from kith.learning.queries.dilemmas import Past, Said, Telling, said, tellings


@dataclass(frozen=True, slots=True)
class Choose:
    """A choice, and the address of what it leads to."""

    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """Where the choices in the address lead. `told` has all six retellings where that is an ending."""

    title: str
    draft_id: UUID
    past: Sequence[Past]
    lines: Sequence[Said]
    choices: Sequence[Choose]
    ending: str
    told: Sequence[Telling]
    asked: Sequence[str]
    back: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An ending: how many paths lead to it, the choices of the first of them, and its retellings there."""

    title: str
    paths: int
    chosen: Sequence[str]
    href: str
    told: Sequence[Telling]


@dataclass(frozen=True, slots=True)
class EndingsPage:
    """Every ending of a draft."""

    title: str
    draft_id: UUID
    endings: Sequence[Ended]


def preview_page(draft_id: UUID, made: str) -> PreviewPage:
    """Show where choices lead in a draft.

    Args:
        made: the choices as the address has them: "0.2.1".

    Raises:
        NotFound: no such draft, or the story offers no such choice.
        NotInk, NoCompiler, StoryBroke.
    """
    row, choices = draft(draft_id), choices_of(made)
    story = load(compiled(row.ink))
    try:
        *past, now = story.path(choices)
    except NoSuchChoice:
        raise NotFound from None
    scene = now.scene
    return PreviewPage(
        title=title_of(row),
        draft_id=row.id,
        past=[Past(said(each.scene.lines, story.head), each.chosen.words) for each in past if each.chosen],
        lines=said(scene.lines, story.head),
        choices=[Choose(each.words, _address(row.id, [*choices, index])) for index, each in enumerate(scene.choices)],
        ending=scene.ending.title if scene.ending else "",
        told=tellings(story, choices) if scene.ending else (),
        asked=scene.reflect,
        back=_address(row.id, choices[:-1]) if choices else "",
    )


def endings_page(draft_id: UUID) -> EndingsPage:
    """Show every ending of a draft.

    Raises:
        NotFound.
        NotInk, NoCompiler, StoryBroke.
    """
    row = draft(draft_id)
    return EndingsPage(f"The endings of {title_of(row)}", row.id, _endings(row.id, load(compiled(row.ink))))


def choices_of(made: str) -> list[int]:
    """Read the choices in an address.

    Raises:
        NotFound: they are none.
    """
    parts = made.split(".") if made else []
    if len(parts) > MOST_CHOICES or not all(each.isascii() and each.isdigit() and len(each) < 4 for each in parts):
        raise NotFound
    return [int(each) for each in parts]


def _endings(draft_id: UUID, story: Story) -> list[Ended]:
    trails = graph(story).trails
    found = []
    for key in dict.fromkeys(trail.ending.key for trail in trails):
        there = [trail for trail in trails if trail.ending.key == key]
        first = there[0]
        chosen = [each.chosen.words for each in story.path(first.choices) if each.chosen]
        found.append(
            Ended(
                first.ending.title,
                len(there),
                chosen,
                _address(draft_id, first.choices),
                tellings(story, first.choices),
            )
        )
    return found


def _address(draft_id: UUID, choices: Sequence[int]) -> str:
    address = reverse("learning:preview_story", args=[draft_id])
    return f"{address}?made={'.'.join(map(str, choices))}" if choices else address
