"""When a row may be relied on, and which of several wins."""

from datetime import date, timedelta

import pytest

from kith.core.reference.rules import PeriodsOverlap, agencys_first, changed, check_periods, one_year_on
from kith.core.reference.tests.making import NEXT, row


def test_a_checked_row_says_nothing_until_the_day_it_is_to_be_checked_again():
    one = row()
    before = NEXT - timedelta(days=1)
    assert not one.is_stale(before) and one.caution(before) == ""
    assert one.is_stale(NEXT)
    assert one.caution(NEXT) == "This was to be checked again by 31 March 2027: check it before you rely on it."


def test_an_unchecked_row_always_says_so():
    assert "Nobody has checked this" in row(is_verified=False).caution(date(2026, 1, 1))


def test_a_row_that_has_ended_says_since_when():
    one = row(effective_to=date(2026, 5, 1))
    assert one.caution(date(2026, 5, 1)) == ""
    assert one.caution(date(2026, 5, 2)) == "This has not been in force since 1 May 2026."


@pytest.mark.parametrize(("day", "is_in_force"), [(1, False), (2, True), (3, True), (4, True), (5, False)])
def test_the_first_and_the_last_day_count(day, is_in_force):
    one = row(effective_from=date(2026, 5, 2), effective_to=date(2026, 5, 4))
    assert one.is_in_force(date(2026, 5, day)) is is_in_force


def test_two_rows_of_a_key_may_follow_but_not_overlap():
    older, newer = row(effective_to=date(2026, 12, 31)), row(effective_from=date(2027, 1, 1))
    check_periods([newer, older, row("cf_assessment")])
    with pytest.raises(PeriodsOverlap, match="deadline_rules, key 'sar'.*End the older one"):
        check_periods([row(), newer])
    with pytest.raises(PeriodsOverlap):
        check_periods([row(effective_to=date(2027, 1, 1)), newer])
    with pytest.raises(PeriodsOverlap):
        check_periods([row(), row()])


def test_the_agencys_row_of_a_key_hides_the_one_that_came_with_kith():
    ours, theirs, other = row(is_agencys=True), row(effective_from=date(2026, 1, 1)), row("cf_assessment")
    assert agencys_first([theirs, ours, other]) == [ours, other]


def test_what_differs_between_two_versions_is_named():
    before = row()
    after = row(value={**before.value, "limits": ["2 months"]}, is_verified=False)
    assert changed(before, after) == ["limits", "is_verified"]
    assert changed(before, before) == []


def test_a_year_on_from_a_leap_day_is_the_last_of_february():
    assert one_year_on(date(2028, 2, 29)) == date(2029, 2, 28)
    assert one_year_on(date(2026, 11, 25)) == date(2027, 11, 25)
