from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from kith.ui.typed import DateText, Unreadable, read_date, read_moment, read_time

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize("month", ["3", "03", "Mar", "march", "MARCH"])
def test_a_month_may_be_a_number_or_a_name(month: str) -> None:
    assert read_date(DateText("7", month, "2026"), "Date") == date(2026, 3, 7)


@pytest.mark.parametrize(
    ("boxes", "says", "part"),
    [
        (("", "3", "2026"), "Date must include a day", "day"),
        (("7", "", ""), "Date must include a month and year", "month"),
        (("7", "3", "26"), "Year must include 4 numbers", "year"),
        (("31", "2", "2026"), "Date must be a real date", ""),
        (("x", "3", "2026"), "Date must be a real date", ""),
        (("7", "13", "2026"), "Date must be a real date", ""),
        (("7", "ma", "2026"), "Date must be a real date", ""),
        (("7", "²", "2026"), "Date must be a real date", ""),
    ],
)
def test_an_unreadable_date_says_what_to_mend(boxes: tuple[str, str, str], says: str, part: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read_date(DateText(*boxes), "Date")
    assert (str(fault.value), fault.value.part) == (says, part)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("14:05", time(14, 5)),
        ("14.05", time(14, 5)),
        ("1405", time(14, 5)),
        ("2:05pm", time(14, 5)),
        ("2 pm", time(14)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("Midday", time(12)),
        ("midnight", time(0)),
        ("00:00", time(0)),
        ("905", time(9, 5)),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, means: time) -> None:
    assert read_time(typed, "Time") == means


@pytest.mark.parametrize("typed", ["7", "25:00", "14:60", "13pm", "0am", "soon", "", "14:05:09", "-1:00"])
def test_an_unreadable_or_doubtful_time_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable, match="^Time must be a"):
        read_time(typed, "Time")


def test_a_time_the_clocks_skipped_is_refused() -> None:
    with pytest.raises(Unreadable, match="clocks went forward"):
        read_moment(date(2026, 3, 29), "01:30", LONDON, "When")


def test_a_time_that_came_twice_asks_which() -> None:
    with pytest.raises(Unreadable, match="Add BST or GMT"):
        read_moment(date(2026, 10, 25), "01:30", LONDON, "When")


def test_a_time_that_came_twice_is_settled_by_its_zone() -> None:
    first = read_moment(date(2026, 10, 25), "01:30 BST", LONDON, "When")
    second = read_moment(date(2026, 10, 25), "1:30am gmt", LONDON, "When")
    assert second.timestamp() - first.timestamp() == 3600


def test_an_ordinary_time_needs_no_zone() -> None:
    assert read_moment(date(2026, 7, 9), "2:05 pm", LONDON, "When").isoformat() == "2026-07-09T14:05:00+01:00"
