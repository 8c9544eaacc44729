"""Rules of the record: no database, no clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.record import rules

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("part", "kind"),
    [("mother", "family"), ("child", "family"), ("other", "family"), ("professional", "partner"), ("court", "partner")],
)
def test_professionals_read_as_partners_and_everybody_else_as_family(part, kind):
    assert rules.reader_kind(part) == kind


def test_a_partner_needs_a_last_day_and_family_does_not():
    with pytest.raises(rules.Wrong, match="A partner always has one"):
        rules.check_reader_until("partner", AT, None, 90)
    rules.check_reader_until("family", AT, None, 90)


@pytest.mark.parametrize("kind", ["family", "partner"])
def test_a_last_day_that_has_passed_is_refused(kind):
    for until in (AT, AT - timedelta(days=1)):
        with pytest.raises(rules.Wrong, match="today or later"):
            rules.check_reader_until(kind, AT, until, 90)


def test_the_limit_binds_partners_alone_and_the_last_day_is_theirs_to_its_end():
    last = rules.end_of_day(date(2026, 3, 12), "Europe/London")
    rules.check_reader_until("partner", AT, last, 10)
    with pytest.raises(rules.Wrong, match="within 9 days"):
        rules.check_reader_until("partner", AT, last, 9)
    rules.check_reader_until("family", AT, last, 9)


def test_a_day_ends_where_the_agency_is_when_the_clocks_change_too():
    assert rules.end_of_day(date(2026, 3, 29), "Europe/London") == datetime(2026, 3, 29, 23, tzinfo=UTC)
    assert rules.end_of_day(date(2026, 1, 5), "Europe/London") == datetime(2026, 1, 6, tzinfo=UTC)


@pytest.mark.parametrize("words", ["", " \n\t", "x" * 10_001, "a\x00b"])
def test_own_words_that_cannot_be_kept_are_refused(words):
    with pytest.raises(rules.Wrong):
        rules.check_own_words(words)


def test_own_words_of_the_full_length_are_kept():
    rules.check_own_words("x" * 10_000)
