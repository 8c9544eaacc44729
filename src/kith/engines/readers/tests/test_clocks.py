"""Times of day: sums of what is in the tables, and what is no such sum."""

import pytest

from kith.engines.readers.clocks import Clocks
from kith.engines.readers.heads import Style, Styles


def clocks(*halves: str, has_seconds: tuple[bool, ...] = (True,)) -> Clocks:
    """Make the tables of a file with such heads."""
    return Clocks(
        Styles(
            tuple(
                Style(True, "/", False, 2, ", ", False, ":", seconds, half, "] ")
                for half in halves
                for seconds in has_seconds
            )
        )
    )


@pytest.mark.parametrize(
    ("clock", "end", "time"),
    [
        ("12:00", ":07 AM", 7),
        ("12:00", ":07 PM", 12 * 3600 + 7),
        ("9:05", ":31\u202fPM", 21 * 3600 + 5 * 60 + 31),
        ("13:05", ":31 PM", 13 * 3600 + 5 * 60 + 31),
        ("24:05", ":31 PM", 5 * 60 + 31),
        ("11:30", ":00 中午", 11 * 3600 + 30 * 60),
        ("9:05", ":75 AM", 9 * 3600 + 5 * 60 + 59),
        ("9:77", ":31 AM", -1),
    ],
)
def test_a_clock_of_twelve_hours_is_read_whatever_stands_in_it(clock: str, end: str, time: int) -> None:
    times, has_seconds = clocks("after").times([clock.encode()], [end.encode()])
    assert times == [time]
    assert next(iter(has_seconds))


def test_a_clock_of_24_hours_and_one_that_is_no_time() -> None:
    times, _ = clocks("").times([b"23:59", b"25:00", b"24:00"], [b":58", b":58", b":01"])
    assert times == [23 * 3600 + 59 * 60 + 58, -1, 1]


def test_heads_with_and_without_seconds_or_half_of_the_day_in_one_file() -> None:
    mixed = clocks("", "after", has_seconds=(True, False))
    times, has_seconds = mixed.times([b"9:05", b"9:05", b"21:05"], [b":31 PM", b" PM", b""])
    assert times == [21 * 3600 + 5 * 60 + 31, 21 * 3600 + 5 * 60, 21 * 3600 + 5 * 60]
    assert list(has_seconds) == [True, False, False]


def test_a_file_without_seconds_has_the_half_of_the_day_in_its_clocks() -> None:
    times, has_seconds = clocks("after", has_seconds=(False,)).times([b"9:05 PM", b"9:05 AM"])
    assert times == [21 * 3600 + 5 * 60, 9 * 3600 + 5 * 60]
    assert not next(iter(has_seconds))
