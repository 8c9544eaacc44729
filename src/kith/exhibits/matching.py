"""Two exports of one conversation laid side by side, by rules anybody can follow: plain Python, no database, no clock.

A line is the same in both when its words are the same once letters are folded, its time is near and it stands in the
same order among its neighbours. What a rule finds is where a line stands, never why one is missing.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kith.engines.readers import CALL, MESSAGE

#: Two telephones keep their own time, and one export gives minutes where another gives seconds.
NARROW = timedelta(minutes=2)
#: A message may reach the other telephone late; only longer words are looked for so far away.
WIDE = timedelta(minutes=10)
LONG = 12
#: Clocks of two exports may stand whole hours apart when a time zone was answered wrongly, or not at all.
MOST_HOURS = 14
ALIKE = 3
_CLEAR = 0.8
_MADE_BY_DEVICE = {"call": "\0call", "deleted": "\0deleted", "media": "\0media"}

Pairs = dict[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is compared. `words` "" is not compared; `at` is on the clock of the export that is asked about."""

    words: str
    at: datetime | None
    speaker: int | None = None
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Echo:
    """A line of another export whose words stand in this one, so many whole hours later."""

    words: str
    hours: int


def compared(kind: str, text: str, flags: Sequence[str] = (), attachment: str | None = None) -> str:
    """Give the form in which a line is compared; "" for what every telephone writes for itself.

    Calls, files and deleted messages are told in each telephone's own words: only what they are is compared.
    """
    if kind == CALL:
        return _MADE_BY_DEVICE["call"]
    if kind != MESSAGE:
        return ""
    if "deleted" in flags:
        return _MADE_BY_DEVICE["deleted"]
    if attachment or "media" in flags or "omitted" in flags:
        return _MADE_BY_DEVICE["media"]
    return folded(text)


def folded(text: str) -> str:
    """Write words without invisible characters, case, or how many spaces part them."""
    shown = "".join(letter for letter in unicodedata.normalize("NFKC", text) if unicodedata.category(letter) != "Cf")
    return " ".join(shown.casefold().split())


def hours_between(echoes: Iterable[Echo]) -> int | None:
    """Tell by how many whole hours the clocks of two exports of one conversation differ; None if they are not of one.

    Three different lines at one difference are asked for. No difference is taken where it will do; another must stand
    out clearly from all the rest.
    """
    found: dict[int, set[str]] = defaultdict(set)
    for echo in echoes:
        found[echo.hours].add(echo.words)
    if len(found.get(0, ())) >= ALIKE:
        return 0
    counts = Counter({hours: len(words) for hours, words in found.items()})
    hours, most = max(counts.items(), key=lambda each: each[1], default=(0, 0))
    return hours if most >= ALIKE and most >= _CLEAR * counts.total() else None


def align(own: Sequence[Line], other: Sequence[Line]) -> Pairs:
    """Pair the lines that are the same in both, each at most once and in one order.

    Who says a line must agree where participants are known, else where the lines themselves tell who answers to whom;
    otherwise it is left out.
    """
    first = _in_order(own, other, {})
    return _in_order(own, other, _voices(own, other, first))


def is_near(one: Line, two: Line) -> bool:
    """Tell whether two lines with the same words are near enough in time to be one."""
    if one.at is None or two.at is None:
        return False
    is_long = len(one.words) >= LONG and not one.words.startswith("\0")
    return abs(one.at - two.at) <= (WIDE if is_long else NARROW)


def places_of(own: Sequence[Line], other: Sequence[Line], pairs: Pairs) -> list[tuple[int, int]]:
    """Say where each dated line that only the other export holds belongs: (after which own line, which line).

    -1 stands before all own lines. A line stays between the pairs that it stands between; there its time decides.
    """
    back = {theirs: ours for ours, theirs in pairs.items()}
    places, least = [], -1
    ends = [back.get(theirs, len(own)) for theirs in range(len(other))]
    for theirs in range(len(other) - 2, -1, -1):
        ends[theirs] = min(ends[theirs], ends[theirs + 1])
    for theirs, line in enumerate(other):
        if theirs in back:
            least = back[theirs]
        elif line.words and line.at is not None:
            places.append((_last_before(own, line.at, least, ends[theirs]), theirs))
    return places


def is_within(line: Line, other: Sequence[Line]) -> bool:
    """Tell whether the other export has lines both before and after the time of this one."""
    times = [each.at for each in other if each.at is not None]
    return line.at is not None and bool(times) and min(times) < line.at < max(times)


def same_words_elsewhere(line: Line, other: Sequence[Line], pairs: Pairs) -> int | None:
    """Find the same longer words at another time, in a line of the other export that nothing was paired with."""
    if len(line.words) < LONG or line.words.startswith("\0"):
        return None
    taken = set(pairs.values())
    return next((at for at, each in enumerate(other) if each.words == line.words and at not in taken), None)


def _in_order(own: Sequence[Line], other: Sequence[Line], voices: dict[int, int]) -> Pairs:
    """Find the pairs, in one order in both, that weigh most together."""
    where: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(other):
        where[line.words].append(place)
    wide = len(other) + 1
    best = [[0.0] * wide for _ in range(len(own) + 1)]
    weights: dict[tuple[int, int], float] = {}
    for row in range(len(own) - 1, -1, -1):
        below, here, line = best[row + 1], best[row], own[row]
        for place in where[line.words] if line.words else ():
            if is_near(line, other[place]) and _may_be_one(line, other[place], voices):
                weights[row, place] = _weight(line, other[place])
        for place in range(len(other) - 1, -1, -1):
            paired = below[place + 1] + weights[row, place] if (row, place) in weights else 0.0
            here[place] = max(below[place], here[place + 1], paired)
    return _followed(best, weights)


def _followed(best: list[list[float]], weights: dict[tuple[int, int], float]) -> Pairs:
    pairs: Pairs = {}
    row = place = 0
    while row < len(best) - 1 and place < len(best[0]) - 1:
        weight = weights.get((row, place))
        if weight is not None and best[row][place] == best[row + 1][place + 1] + weight:
            pairs[row] = place
            row, place = row + 1, place + 1
        elif best[row][place] == best[row + 1][place]:
            row += 1
        else:
            place += 1
    return pairs


def _weight(one: Line, two: Line) -> float:
    """Weigh a pair: longer words more, and of two equal ones the nearer in time."""
    minutes = abs((one.at - two.at).total_seconds()) / 60 if one.at and two.at else 0.0
    return 4.0 + (0 if one.words.startswith("\0") else min(len(one.words), 40)) - 0.2 * minutes


def _may_be_one(one: Line, two: Line, voices: dict[int, int]) -> bool:
    if one.person is not None and two.person is not None:
        return one.person == two.person
    if one.speaker is None or two.speaker is None:
        return True
    return voices.get(one.speaker, two.speaker) == two.speaker


def _voices(own: Sequence[Line], other: Sequence[Line], pairs: Pairs) -> dict[int, int]:
    """Tell who answers to whom, where pairs say so more than once and nearly always alike."""
    told: dict[int, Counter[int]] = defaultdict(Counter)
    for ours, theirs in pairs.items():
        one, two = own[ours].speaker, other[theirs].speaker
        if one is not None and two is not None and len(own[ours].words) >= LONG:
            told[one][two] += 1
    most = {one: counts.most_common(1)[0] for one, counts in told.items()}
    return {one: two for one, (two, n) in most.items() if n > 1 and n >= _CLEAR * told[one].total()}


def _last_before(own: Sequence[Line], at: datetime, least: int, end: int) -> int:
    place = least
    for each in range(least + 1, end):
        found = own[each].at
        if found is not None and found > at:
            break
        place = each
    return place
