"""Counting days: working days against a slow count, months that are shorter, limits as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.core.reference.days import NotALimit, is_working_day, limit_of, months_after, working_days_after

EASTER = frozenset({date(2026, 4, 3), date(2026, 4, 6)})
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def test_the_day_it_runs_from_is_not_counted():
    assert working_days_after(date(2026, 3, 2), 1, frozenset()) == date(2026, 3, 3)


def test_weekends_and_bank_holidays_are_left_out():
    # Thursday before Good Friday: Tuesday after Easter Monday is the first working day
    assert working_days_after(date(2026, 4, 2), 1, EASTER) == date(2026, 4, 7)
    assert working_days_after(date(2026, 4, 2), 1, frozenset()) == date(2026, 4, 3)


def test_a_limit_that_begins_on_a_saturday_counts_monday_first():
    assert working_days_after(date(2026, 3, 7), 1, frozenset()) == date(2026, 3, 9)


def test_forty_five_working_days_are_nine_weeks_where_no_holiday_lies_between():
    assert working_days_after(date(2026, 1, 5), 45, frozenset()) == date(2026, 1, 5) + timedelta(weeks=9)


def test_no_working_days_is_the_next_working_day_or_the_day_itself():
    assert working_days_after(date(2026, 3, 4), 0, frozenset()) == date(2026, 3, 4)
    assert working_days_after(date(2026, 4, 3), 0, EASTER) == date(2026, 4, 7)


def test_working_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forwards"):
        working_days_after(date(2026, 3, 4), -1, frozenset())


@given(DAYS, st.integers(1, 80), st.sets(DAYS, max_size=60))
def test_as_many_working_days_lie_in_the_limit_as_it_says_and_it_ends_on_one(start, n, holidays):
    end = working_days_after(start, n, holidays)
    within = [start + timedelta(days=each) for each in range(1, (end - start).days + 1)]
    assert sum(is_working_day(day, holidays) for day in within) == n
    assert is_working_day(end, holidays)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(start, months, end):
    assert months_after(start, months) == end


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("72 hours", date(2026, 4, 4)),
        ("1 working day", date(2026, 4, 2)),
        ("2 working days", date(2026, 4, 7)),
        ("8 days", date(2026, 4, 9)),
        ("26 weeks", date(2026, 9, 30)),
        ("3 months", date(2026, 7, 1)),
        ("1 year", date(2027, 4, 1)),
    ],
)
def test_a_limit_is_read_as_people_write_it(words, end):
    assert limit_of(words).after(date(2026, 4, 1), EASTER) == end


@pytest.mark.parametrize(
    "words", ["", "soon", "45", "45 working", "-1 days", "1.5 days", "45 workingdays", "4 fortnights"]
)
def test_other_words_are_no_limit_and_say_how_to_write_one(words):
    with pytest.raises(NotALimit, match="write a number and"):
        limit_of(words)
