"""The head of a story: what its first tags say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.engines.dilemmas.tags import pair, parts, values

#: key -> what the theme is called
THEMES = {
    "skills": "Digital skills",
    "open_profiles": "Open profiles",
    "boundaries": "Boundaries",
    "engagement": "Working with people online",
}
#: tag -> how often it stands in the head: at least, at most (0: as often as one likes)
HOW_OFTEN = {
    "title": (1, 1),
    "says": (1, 1),
    "theme": (1, 1),
    "minutes": (1, 1),
    "standard": (1, 0),
    "pcf": (1, 0),
    "capability": (1, 0),
    "law": (0, 0),
    "person": (2, 0),
    "place": (0, 0),
}
YOU = "you"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the story. All are made up; the key `you` is the player."""

    key: str
    name: str
    who: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a story says of itself. A tag that is missing gives "" or nothing; the walker names it."""

    title: str
    says: str
    theme: str
    minutes: int
    standards: tuple[str, ...]
    pcf: tuple[str, ...]
    capabilities: tuple[str, ...]
    laws: tuple[str, ...]
    persons: tuple[Person, ...]
    places: tuple[str, ...]

    def person(self, key: str) -> Person | None:
        """Find somebody by their key."""
        return next((each for each in self.persons if each.key == key), None)


def head_of(tags: Sequence[str]) -> Head:
    """Read the tags before the first line of a story."""
    minutes = _first(tags, "minutes")
    return Head(
        title=_first(tags, "title"),
        says=_first(tags, "says"),
        theme=_first(tags, "theme"),
        minutes=int(minutes) if minutes.isascii() and minutes.isdigit() else 0,
        standards=values(tags, "standard"),
        pcf=values(tags, "pcf"),
        capabilities=values(tags, "capability"),
        laws=values(tags, "law"),
        persons=tuple(_person(each) for each in values(tags, "person")),
        places=values(tags, "place"),
    )


def names(tags: Sequence[str]) -> list[str]:
    """List the names of the tags, in order."""
    return [pair(each)[0] for each in tags]


def _first(tags: Sequence[str], name: str) -> str:
    return next(iter(values(tags, name)), "")


def _person(value: str) -> Person:
    key, name, who, *_ = [*parts(value, 3), "", ""]
    return Person(key, name, who)
