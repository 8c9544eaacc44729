"""What a hunt gives back, and the marks around it that several sorts of fact look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kith.engines.guard.folding import Reading
from kith.engines.guard.verdict import Level


@dataclass(frozen=True, slots=True)
class Hit:
    """A span of a reading's `text` that tells a piece of a fact; `how` is said where folding does not explain it."""

    start: int
    end: int
    level: Level
    part: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Hunt:
    """One way to find one piece of a fact.

    Attributes:
        look: looks through a whole reading, however long that takes.
        signs: squeezed letters, one of which stands in every reading in which `look` finds anything. Asking for them
            first is what makes long texts quick. None given means that there are no such letters.
    """

    look: Callable[[Reading], Iterator[Hit]]
    signs: tuple[str, ...] = ()

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Look through a reading, if it bears a sign of what is hunted."""
        if not self.signs or any(map(reading.bears, self.signs)):
            yield from self.look(reading)


def words_after(reading: Reading, end: int, count: int = 1) -> list[str]:
    """Give the next few words after a place."""
    return reading.text[end : end + 40 * count].split()[:count]


def words_before(reading: Reading, start: int, count: int = 1) -> list[str]:
    """Give the few words before a place, in reading order."""
    return reading.text[max(0, start - 40 * count) : start].split()[-count:]


def is_capital(reading: Reading, start: int, end: int) -> bool:
    """Tell whether every word of a span begins with a capital."""
    begins = [at for at in range(start, end) if reading.text[at] != " " and reading.begins_word(at)]
    begins = [at for at in begins if at == start or reading.written[at - 1] not in "'’"]
    return all(reading.written[at].isupper() or not reading.written[at].isalpha() for at in begins)


def is_followed_by_capital(reading: Reading, end: int) -> bool:
    """Tell whether the very next word, with nothing but a space between, begins with a capital."""
    rest = reading.written[end : end + 3]
    return len(rest) > 1 and rest[0] == " " and rest[1].isupper()


def begins_sentence(reading: Reading, start: int) -> bool:
    """Tell whether a capital here would be there for any word: after a full stop, a new line, or nothing."""
    before = reading.written[max(0, start - 20) : start].rstrip(" \t\"'“‘(*->•")
    return not before or before[-1] in ".!?:;\n\r"


def distance(one: str, other: str, most: int) -> int:
    """Count the letters to change, add, drop or swap between two words, giving up above `most`.

    Optimal string alignment (Damerau), for words of letters; never for digits.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before_last[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before_last, last = last, now
    return last[-1]
