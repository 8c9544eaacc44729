"""The registration year and what it still asks for."""

from datetime import date

import pytest

from kith.learning.rules.cpd import DayOfYear, Done, still_needed, year_of

BEGINS, ENDS = DayOfYear(12, 1), DayOfYear(11, 30)


@pytest.mark.parametrize(
    ("on", "first"),
    [
        (date(2026, 11, 30), date(2025, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 1, 1), date(2025, 12, 1)),
    ],
)
def test_a_day_lies_in_one_year(on, first):
    year = year_of(on, BEGINS, ENDS)
    assert (year.first_on, year.last_on) == (first, date(first.year + 1, 11, 30))
    assert on in year


@pytest.mark.parametrize(
    ("done", "says"),
    [
        ([], "Two more pieces, one with a peer."),
        ([False], "One more piece, with a peer."),
        ([True], "One more piece."),
        ([False, False], "One of the pieces must be talked over with a peer."),
        ([True, False], ""),
        ([True, True, True], ""),
    ],
)
def test_what_is_still_needed_is_one_sentence(done, says):
    assert still_needed([Done(each) for each in done], pieces=2, with_peer=1) == says
