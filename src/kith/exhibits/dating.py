"""What stamps and names as found mean, by the answers a person gave: the readers' `resolve`, as this room needs it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import available_timezones

from kith.engines.readers import Evidence, Item, Line, Stamp, resolve
from kith.exhibits.rules import storable

ZONE = "zone"
ASSUMED_ZONE = "Europe/London"
_NEAR = ("Europe/London", "Europe/Dublin", "Europe/Warsaw", "Europe/Bucharest", "Asia/Karachi", "Asia/Kolkata")

Choices = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is kept: choices {"value", "label", "example"}, evidence {"line", "text"}."""

    key: str
    ask: str
    why: str
    choices: Choices
    evidence: list[dict[str, str | int]]
    is_assumed: bool = False


def questions(evidence: Evidence) -> list[Asked]:
    """List what the file leaves open, the zone of its clock among it: that is assumed, and said, until answered."""
    found = resolve(evidence, assume_zone=ASSUMED_ZONE)
    asked = [
        Asked(
            key=storable(each.key),
            ask=storable(each.ask),
            why=storable(each.why),
            choices=[
                {"value": storable(one.value), "label": storable(one.label), "example": one.example}
                for one in each.choices
            ],
            evidence=_lines(each.evidence),
        )
        for each in found.questions
    ]
    return [*asked, *_zone_question(evidence)]


def choices_of(key: str, kept: Choices) -> Choices:
    """Give the choices of a question; the many time zones are not kept with each exhibit."""
    if key != ZONE:
        return kept
    others = sorted(
        name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix/", "right/"))
    )
    return [{"value": name, "label": name.replace("_", " ")} for name in dict.fromkeys((*_NEAR, *others))]


def can_answer(key: str, kept: Choices, answer: str) -> bool:
    """Tell whether an answer is one of a question's choices."""
    return any(each["value"] == answer for each in choices_of(key, kept))


def kind_of(key: str) -> str:
    """Name a question without the names of people that some keys hold: "sender", "order", ..."""
    return key.partition(":")[0]


class Dates:
    """When and by whom the items of one exhibit were said, by the answers as they are."""

    def __init__(self, evidence: Evidence, answers: Mapping[str, str]) -> None:
        self._found = resolve(evidence, answers, assume_zone=ASSUMED_ZONE)
        self._notes: Counter[str] = Counter()
        self.changes_senders = self._found.changes_senders

    def at(self, stamp: Stamp) -> tuple[datetime | None, int | None]:
        """Give the instant of a stamp, None if it is not settled, and the hour on the file's own clock."""
        instant, note = self._found.instant(stamp)
        if note and instant is not None:
            self._notes[note] += 1
        return instant, stamp.seconds // 3600 if stamp.seconds >= 0 else None

    def sender(self, item: Item) -> str | None:
        """Give who said an item, by the whole file and the answers; None for the app itself."""
        return self._found.settled(item).sender

    @property
    def order_text(self) -> str:
        """Say how dates were read, and why."""
        says = storable(self._found.order_evidence)
        return says if self._found.order else f"Not settled. {says}"

    @property
    def zone_text(self) -> str:
        """Say which clock was taken, and on whose word."""
        return self._found.zone_says

    @property
    def clock_notes(self) -> Sequence[str]:
        """Say how many items fell into an hour that came twice or never."""
        return [f"{count:,} {'item' if count == 1 else 'items'}: {note}" for note, count in self._notes.items()]


def _zone_question(evidence: Evidence) -> list[Asked]:
    if evidence.first_stamp is None:
        return []
    first = [] if evidence.first is None else [evidence.first]
    return [
        Asked(
            key=ZONE,
            ask="Which time zone was the telephone in that made this export?",
            why="The file gives times without a zone. Until somebody answers, they are taken as UK time.",
            choices=[],
            evidence=_lines(first),
            is_assumed=True,
        )
    ]


def _lines(found: Sequence[Line]) -> list[dict[str, str | int]]:
    return [{"line": line.number, "text": storable(line.text)} for line in found]
