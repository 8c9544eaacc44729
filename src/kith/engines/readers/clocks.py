"""Times of day as a file's heads give them, worked out a block at a time."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from operator import add

from kith.engines.readers.heads import Styles
from kith.engines.readers.stamps import time_of_day

_MOST_CACHED = 100_000
_HALF_A_DAY = 12 * 3600
_ELEVEN = 11 * 3600
_seconds = re.compile(r"\D*(\d+)")


class Clocks:
    """Tables of the times met so far.

    Where heads have seconds, hours and minutes are looked up apart from what follows ("9:05", ":31 PM"), and the two
    are added: one table of all times of a day would not stay in the processor's cache. Whatever is not such a plain
    sum is worked out one by one.
    """

    def __init__(self, styles: Styles) -> None:
        halves = {style.half for style in styles.accepted}
        self._on_twelve_hours = "after" in halves
        self._are_sums = halves == {"after"} or not self._on_twelve_hours
        self._all_have_seconds = all(style.has_seconds for style in styles.accepted)
        self._clocks: dict[bytes, int] = {}
        self._ends: dict[bytes, int] = {}
        self._whole: dict[bytes, int] = {}

    def times(self, clocks: list[bytes], ends: list[bytes] | None = None) -> tuple[list[int], Iterable[bool]]:
        """Work out the seconds of the day (-1 where there is no such time), and whether the file gave seconds.

        Args:
            ends: what follows hours and minutes, in a file whose heads have seconds.
        """
        if ends is None:
            return self._of_whole(clocks), repeat(False)
        times = self._sums(clocks, ends)
        if times is None:
            self._learn(set(clocks), set(ends))
            times = self._sums(clocks, ends) or self._one_by_one(clocks, ends)
        if self._all_have_seconds:
            return times, repeat(True)
        return times, [_parted(end)[0] is not None for end in ends]

    def _sums(self, clocks: list[bytes], ends: list[bytes]) -> list[int] | None:
        try:
            return list(map(add, map(self._clocks.__getitem__, clocks), map(self._ends.__getitem__, ends)))
        except KeyError:
            return None

    def _one_by_one(self, clocks: list[bytes], ends: list[bytes]) -> list[int]:
        parted = list(map(_parted, ends))
        times = self._of_whole([clock + half.encode() for clock, (_, half) in zip(clocks, parted, strict=True)])
        return [
            time + seconds if seconds and time >= 0 else time for time, (seconds, _) in zip(times, parted, strict=True)
        ]

    def _learn(self, clocks: set[bytes], ends: set[bytes]) -> None:
        """Add to the tables whatever may be summed."""
        if not self._are_sums:
            return
        for table in (self._clocks, self._ends):
            if len(table) > _MOST_CACHED:
                table.clear()
        for clock in clocks - self._clocks.keys():
            if (time := self._begun(clock.decode("utf-8", "replace"))) >= 0:
                self._clocks[clock] = time
        for end in ends - self._ends.keys():
            seconds, half = _parted(end)
            if (more := self._added(half)) >= 0:
                self._ends[end] = more + (seconds or 0)

    def _begun(self, clock: str) -> int:
        time = time_of_day(clock)[0]
        if time < 0 or not self._on_twelve_hours:
            return time
        found = _seconds.match(clock)
        return time % _HALF_A_DAY if found and int(found[1]) <= 12 else -1

    def _added(self, half: str) -> int:
        """Tell what a half of the day adds to a clock of twelve hours; -1 where that depends on the hour."""
        if not self._on_twelve_hours:
            return 0
        more = time_of_day(f"11:00{half}")[0] - _ELEVEN
        return more if time_of_day(f"12:00{half}")[0] == more else -1

    def _of_whole(self, texts: list[bytes]) -> list[int]:
        try:
            return list(map(self._whole.__getitem__, texts))
        except KeyError:
            if len(self._whole) > _MOST_CACHED:
                self._whole.clear()
            for text in set(texts) - self._whole.keys():
                self._whole[text] = time_of_day(text.decode("utf-8", "replace"))[0]
        return list(map(self._whole.__getitem__, texts))


@lru_cache(maxsize=1000)
def _parted(end: bytes) -> tuple[int | None, str]:
    """Part what follows hours and minutes into seconds, if there are any, and the half of the day."""
    text = end.decode("utf-8", "replace")
    found = _seconds.match(text)
    return (min(int(found[1]), 59), text[found.end() :]) if found else (None, text)
