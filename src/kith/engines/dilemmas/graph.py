"""The whole of a story as numbered scenes, of which equal ones are one: to be printed, or played where no runtime is.

Two scenes are equal where they say the same and whatever follows them does. What is told after the ending depends on
every choice, so it is kept by trail and does not keep scenes apart.
"""

from collections import deque
from dataclasses import dataclass, field

from kith.engines.dilemmas.playing import KNOTS, Ending, Player, Scene, Story

Told = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A choice, and the number of the scene to which it leads."""

    key: str
    words: str
    to: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A scene and its number, from 1."""

    number: int
    scene: Scene
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """One path from the beginning to an end.

    Args:
        choices: which was chosen at each question, from 0.
        keys: the keys of the same choices.
        told: what each of `KNOTS` says of it, line by line.
    """

    choices: tuple[int, ...]
    keys: tuple[str, ...]
    ending: Ending
    told: Told


@dataclass(frozen=True, slots=True)
class Graph:
    """Every scene, the first one first and the nearer before the farther, and every trail."""

    scenes: tuple[Numbered, ...]
    trails: tuple[Trail, ...]


def graph(story: Story) -> Graph:
    """Follow every path of a story that the walker found sound.

    Raises:
        StoryBroke.
    """
    mapper = _Mapper(Player(story))
    first = mapper.visit((), ())
    numbers = _numbers(first, mapper.nodes)
    scenes = []
    for node, number in numbers.items():
        scene, following = mapper.nodes[node]
        ways = (Way(choice.key, choice.words, numbers[to]) for choice, to in zip(scene.choices, following, strict=True))
        scenes.append(Numbered(number, scene, tuple(ways)))
    return Graph(tuple(scenes), tuple(mapper.trails))


_Node = tuple[Scene, tuple[int, ...]]


@dataclass
class _Mapper:
    player: Player
    nodes: list[_Node] = field(default_factory=list)
    trails: list[Trail] = field(default_factory=list)
    _there: dict[_Node, int] = field(default_factory=dict)

    def visit(self, choices: tuple[int, ...], keys: tuple[str, ...]) -> int:
        """Tell one scene and all that can come of it; gives which node it is."""
        scene = self.player.scene()
        state = self.player.save()
        following = []
        for index, choice in enumerate(scene.choices):
            if index:
                self.player.back(state)
            self.player.choose(index)
            following.append(self.visit((*choices, index), (*keys, choice.key)))
        if scene.ending:
            self.trails.append(Trail(choices, keys, scene.ending, self._told(state)))
        return self._node((scene, tuple(following)))

    def _told(self, state: str) -> Told:
        told = []
        for knot in KNOTS:
            told.append(self.player.tell(knot) or ())
            self.player.back(state)
        return tuple(told)

    def _node(self, node: _Node) -> int:
        if node not in self._there:
            self._there[node] = len(self.nodes)
            self.nodes.append(node)
        return self._there[node]


def _numbers(first: int, nodes: list[_Node]) -> dict[int, int]:
    """Number the nodes from the first on, the nearer before the farther."""
    numbers, waiting = {first: 1}, deque([first])
    while waiting:
        for to in nodes[waiting.popleft()][1]:
            if to not in numbers:
                numbers[to] = len(numbers) + 1
                waiting.append(to)
    return numbers
