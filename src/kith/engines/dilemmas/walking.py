"""Walks every path of a story and names what is wrong, each with its line in the Ink.

Depth first: the state of the runtime is kept at each question and put back for the next choice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kith.engines.dilemmas.judging import (
    Known,
    choice_problems,
    head_problems,
    scene_problems,
    source_problems,
    word_problems,
)
from kith.engines.dilemmas.playing import (
    DEAD_END,
    KNOTS,
    MOST_CHOICES,
    Choice,
    Ending,
    Player,
    Scene,
    Story,
    StoryBroke,
)
from kith.engines.dilemmas.source import Problem, Source

__all__ = ["MOST_PATHS", "Known", "Walk", "walk"]

MOST_PATHS = 20_000
_MOST_BREAKS = 20


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk found.

    Args:
        paths: how many there are from the beginning to an end.
        scenes: different scenes that were met.
        endings: those that a path reached, in the order in which it did.
        problems: by line; empty for a story that is sound.
        texts: every text that somebody may read, each once.
    """

    paths: int
    scenes: int
    endings: tuple[Ending, ...]
    problems: tuple[Problem, ...]
    texts: tuple[str, ...] = ()


class _Enough(Exception):
    """There is more than may be walked."""


def walk(story: Story, known: Known, ink: str) -> Walk:
    """Walk every path of a story.

    Args:
        ink: the words from which it was compiled.
    """
    walker = _Walker(story, Source(ink))
    walker.note(head_problems(story.head_tags, story.head, known, walker.source))
    try:
        walker.visit(0, None)
        walker.note(source_problems(walker.source, walker.endings))  # of a story walked whole alone
    except _Enough:
        pass
    walker.note(word_problems(list(walker.texts), story.head, walker.source))
    return Walk(
        paths=walker.paths,
        scenes=len(walker.scenes),
        endings=tuple(walker.endings.values()),
        problems=tuple(sorted(walker.problems)),
        texts=tuple(walker.texts),
    )


@dataclass
class _Walker:
    story: Story
    source: Source
    paths: int = 0
    breaks: int = 0
    scenes: set[Scene] = field(default_factory=set)
    endings: dict[str, Ending] = field(default_factory=dict)
    problems: set[Problem] = field(default_factory=set)
    #: every text that somebody may read, once and in order
    texts: dict[str, None] = field(default_factory=dict)
    _judged: set[tuple[Choice | None, Scene]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.player = Player(self.story)
        self.read(each for each in (self.story.head.title, self.story.head.says) if each)

    def visit(self, depth: int, chosen: Choice | None) -> None:
        """Tell one scene and all that can come of it."""
        try:
            scene = self.player.scene()
        except StoryBroke as problem:
            self._broke(self._line_of(chosen), problem)
            return
        self._judge(scene, chosen)
        if not scene.choices:
            self._end(scene, chosen)
            return
        if depth == MOST_CHOICES:
            self._stop(f"a path has more than {MOST_CHOICES} choices; does the story go round?", chosen)
        state = self.player.save()
        for index, choice in enumerate(scene.choices):
            if index:
                self.player.renew(state) if self.breaks else self.player.back(state)
            self.player.choose(index)
            self.visit(depth + 1, choice)

    def note(self, found: Iterable[Problem]) -> None:
        """Keep what is wrong, each once."""
        self.problems.update(found)

    def read(self, texts: Iterable[str]) -> None:
        """Keep what can be read, each once."""
        self.texts.update(dict.fromkeys(texts))

    def _judge(self, scene: Scene, chosen: Choice | None) -> None:
        if (chosen, scene) in self._judged:
            return
        self._judged.add((chosen, scene))
        self.scenes.add(scene)
        self.read(each.words for each in scene.lines)
        self.read(each.words for each in scene.choices)
        self.read((*scene.reflect, *(each.title for each in scene.endings)))
        self.note(scene_problems(scene, self.story.head, self.source))
        if chosen is not None:
            self.note(choice_problems(chosen, scene, self.source))

    def _end(self, scene: Scene, chosen: Choice | None) -> None:
        self._count(chosen)
        if scene.ending is None:
            last = self.source.line_of(scene.lines[-1].words) if scene.lines else self._line_of(chosen)
            self.note([Problem(last, DEAD_END)])
            return
        self.endings.setdefault(scene.ending.key, scene.ending)
        state = self.player.save()
        for knot in KNOTS:
            self._tell(knot, scene.ending)
            self.player.back(state)

    def _tell(self, knot: str, ending: Ending) -> None:
        try:
            told = self.player.tell(knot)
        except StoryBroke as problem:
            self._broke(self.source.line_of_knot(knot), problem)
            raise _Enough from None
        says = ""
        if told is None:
            says = f"the knot '{knot}' is missing"
        elif not told:
            says = f"the knot '{knot}' says nothing at the ending '{ending.key}'"
        elif self.player.asks():
            says = f"the knot '{knot}' asks a question; it tells, and ends with `-> DONE`"
        if says:
            self.note([Problem(self.source.line_of_knot(knot), says)])
        self.read(told or ())

    def _count(self, chosen: Choice | None) -> None:
        self.paths += 1
        if self.paths > MOST_PATHS:
            self.paths = MOST_PATHS
            self._stop(f"the story has more than {MOST_PATHS:,} paths", chosen)

    def _broke(self, line: int, problem: StoryBroke) -> None:
        self.note([Problem(line, str(problem))])
        self.breaks += 1
        if self.breaks > _MOST_BREAKS:
            raise _Enough

    def _stop(self, says: str, chosen: Choice | None) -> None:
        self.note([Problem(self._line_of(chosen), says)])
        raise _Enough

    def _line_of(self, chosen: Choice | None) -> int:
        return self.source.line_of_choice(chosen.words) if chosen else 1
