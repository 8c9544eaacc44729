"""Plays a story by the choices made: the same choices always give the same words. A runtime is made for each question.

References: https://github.com/inkle/ink/blob/master/Documentation/WritingWithInk.md
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bink.story import Story as Runtime

from kith.engines.dilemmas.head import Head, head_of
from kith.engines.dilemmas.tags import parts, values

#: The knots in which the same choices are told again.
KNOTS = ("as_child", "as_parent", "as_colleague", "as_court", "by_duty", "by_outcome")
MOST_CHOICES = 30
MOST_LINES = 200  # between two questions
#: A line takes microseconds; one that is not told after so many turns of so many milliseconds is a divert in a circle.
_MOST_TURNS, _MILLISECONDS = 5, 200.0
#: What the compiler writes for chance and for programs of others.
_CHANCE = {"rnd": "RANDOM", "srnd": "SEED_RANDOM", "lrnd": "LIST_RANDOM", "seq": "a shuffle"}
_MOST_DEEP = 200
DEAD_END = "a dead end: neither a choice nor an ending. Add `# ending: key; Title` and `-> END`, or a choice"


class NotAStory(ValueError):
    """What was given is no compiled story, or one that may not be played; the text says why."""


class StoryBroke(RuntimeError):
    """The story cannot go on from here: Ink's own runtime refused, or it goes in a circle. The text says why."""


class NoSuchChoice(LookupError):
    """A choice that the story does not offer there, or more choices than it has."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a scene; `speaker` is the key of whoever says it, or empty."""

    words: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen. `key` is empty where the story forgot it."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How a path ended."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What is told between one question and the next, and the question.

    Args:
        touches: keys of the people on whom the choice before fell.
        reflect: questions to think about that the choice before asks.
        tags: all tags of the scene as they stand, those of the head left out.
        endings: more than one is a fault of the story.
    """

    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]
    touches: tuple[str, ...]
    reflect: tuple[str, ...]
    tags: tuple[str, ...]
    endings: tuple[Ending, ...]

    @property
    def ending(self) -> Ending | None:
        """Give the ending that the scene is, if it is one."""
        return None if self.choices or not self.endings else self.endings[0]


@dataclass(frozen=True, slots=True)
class Step:
    """A scene, and what was chosen after it; None in the last."""

    scene: Scene
    chosen: Choice | None


@dataclass(frozen=True, slots=True)
class Story:
    """A story that can be played; it holds no place in itself."""

    compiled: str
    head: Head
    head_tags: tuple[str, ...]

    def at(self, choices: Sequence[int]) -> Scene:
        """Give the scene to which these choices lead.

        Raises:
            NoSuchChoice, StoryBroke.
        """
        return self.path(choices)[-1].scene

    def path(self, choices: Sequence[int]) -> tuple[Step, ...]:
        """Give the story so far, scene by scene.

        Raises:
            NoSuchChoice, StoryBroke.
        """
        return tuple(_steps(Player(self), choices))

    def told(self, choices: Sequence[int], knot: str) -> tuple[str, ...]:
        """Give what a knot says of these choices, line by line; nothing where there is no such knot.

        Raises:
            NoSuchChoice, StoryBroke.
        """
        player = Player(self)
        for _ in _steps(player, choices, looks_ahead=False):
            pass
        return player.tell(knot) or ()


def load(compiled: str) -> Story:
    """Take a compiled story, as `inkjs` and `inklecate` write it (the latter with a byte order mark).

    Raises:
        NotAStory: it is none, or leaves something to chance or to another program.
    """
    text = compiled.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    try:
        _refuse_chance(json.loads(text), 0)
        tags = tuple(Runtime(text).get_global_tags())
    except (ValueError, RuntimeError, RecursionError) as problem:
        if isinstance(problem, NotAStory):
            raise
        raise NotAStory(f"this is no story that was compiled from Ink ({type(problem).__name__})") from None
    return Story(text, head_of(tags), tags)


def _refuse_chance(part: Any, depth: int) -> None:
    if depth > _MOST_DEEP:
        raise NotAStory("it is nested too deeply")
    if isinstance(part, str) and part in _CHANCE:
        raise NotAStory(f"it depends on chance ({_CHANCE[part]}): the same choices must always tell the same story")
    if isinstance(part, dict):
        if "x()" in part:
            raise NotAStory("it calls a program (EXTERNAL), and stories may not")
        for each in part.values():
            if not isinstance(each, str):
                _refuse_chance(each, depth + 1)
    elif isinstance(part, list):
        for each in part:
            _refuse_chance(each, depth + 1)


def _steps(player: "Player", choices: Sequence[int], *, looks_ahead: bool = True) -> Iterator[Step]:
    for chosen in choices:
        scene = player.scene(looks_ahead=looks_ahead)
        if not 0 <= chosen < len(scene.choices):
            raise NoSuchChoice(f"the story offers {len(scene.choices)} choices here, and not number {chosen}")
        yield Step(scene, scene.choices[chosen])
        player.choose(chosen)
    yield Step(player.scene(looks_ahead=looks_ahead), None)


class Player:
    """One run of a story, moved by choices; it can be put back to where it was."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._runtime = Runtime(story.compiled)
        self._is_new = True

    def scene(self, *, looks_ahead: bool = True) -> Scene:
        """Tell on until the next question or the end.

        Args:
            looks_ahead: give the choices their keys, for which each must be tried; else they are empty.
        """
        try:
            told = list(self._lines())
            words = list(self._runtime.choices)
            keys = [self._key(index) for index in range(len(words))] if looks_ahead else [""] * len(words)
        except RuntimeError as problem:
            raise _broke(problem) from None
        tags = tuple(tag for _, tags in told for tag in tags)
        return Scene(
            lines=tuple(Line(words, next(iter(values(tags, "speaker")), "")) for words, tags in told if words),
            choices=tuple(Choice(key, " ".join(each.split())) for key, each in zip(keys, words, strict=True)),
            touches=values(tags, "touches"),
            reflect=values(tags, "reflect"),
            tags=tags,
            endings=tuple(Ending(*[*parts(each, 2), ""][:2]) for each in values(tags, "ending")),
        )

    def choose(self, index: int) -> None:
        """Choose one of the choices of the scene that was told last."""
        self._runtime.choose_choice_index(index)

    def save(self) -> str:
        """Give what `back` takes."""
        return self._runtime.save_state()  # type: ignore[no-any-return]

    def back(self, state: str) -> None:
        """Go back to where `save` was called."""
        self._runtime.load_state(state)

    def tell(self, knot: str) -> tuple[str, ...] | None:
        """Say what a knot says here; None where there is no such knot. The story itself does not go on after it."""
        try:
            self._runtime.choose_path_string(knot)
        except RuntimeError:
            return None
        try:
            return tuple(words for words, _ in self._lines() if words)
        except RuntimeError as problem:
            raise _broke(problem) from None

    def renew(self, state: str) -> None:
        """Go back to where `save` was called, after the story broke."""
        self._runtime, self._is_new = Runtime(self._story.compiled), False
        self.back(state)

    def asks(self) -> bool:
        """Tell whether a question stands here."""
        return bool(self._runtime.choices)

    def _lines(self) -> Iterator[tuple[str, list[str]]]:
        for _ in range(MOST_LINES):
            if not self._runtime.can_continue():
                return
            self._tell_on()
            tags = list(self._runtime.tags)
            if self._is_new:  # the head's tags stand at the first line too
                tags, self._is_new = tags[len(self._story.head_tags) :], False
            yield " ".join(self._runtime.current_text.split()), tags
        raise StoryBroke(f"it tells more than {MOST_LINES} lines without a question")

    def _key(self, index: int) -> str:
        """Look for a choice's key: among its own tags, or in the first line that follows it."""
        own = values(self._runtime.choices.get_tags(index), "key")
        if own:
            return own[0]
        state = self.save()
        self.choose(index)
        try:
            if self._runtime.can_continue():
                self._tell_on()
            found = values(self._runtime.tags, "key")
        except RuntimeError:
            found = ()  # it breaks where it is chosen, and is named there
            self._runtime = Runtime(self._story.compiled)
        self.back(state)
        return next(iter(found), "")

    def _tell_on(self) -> None:
        """Tell one line more, and no longer than a line can take: a stopped machine is not a circle."""
        for _ in range(_MOST_TURNS):
            if self._runtime.continue_async(_MILLISECONDS):
                return
        raise StoryBroke("it goes in a circle: a divert leads back to itself without telling anything")


def _broke(problem: RuntimeError) -> StoryBroke:
    """Say what the runtime says, in the words of whoever wrote the story."""
    if "ran out of content" in str(problem):
        return StoryBroke(
            "the story ends here without an ending: give it `# ending: key; Title` and `-> END`, or a choice"
        )
    return problem if isinstance(problem, StoryBroke) else StoryBroke(f"Ink cannot go on: {problem}")
