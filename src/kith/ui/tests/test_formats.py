from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from kith.ui import formats

WINTER = datetime(2026, 3, 3, 14, 5, tzinfo=UTC)
SUMMER = datetime(2026, 7, 9, 22, 30, tzinfo=UTC)


def test_a_date_is_written_in_full() -> None:
    assert formats.day(date(2026, 3, 3)) == "3 March 2026"


def test_an_instant_late_in_the_evening_falls_on_the_local_day() -> None:
    assert formats.day(datetime(2026, 7, 9, 23, 30, tzinfo=UTC)) == "10 July 2026"


def test_an_instant_says_its_zone_winter_and_summer() -> None:
    assert formats.moment(WINTER) == "3 March 2026, 14:05 GMT"
    assert formats.moment(SUMMER) == "9 July 2026, 23:30 BST"


def test_a_time_stamped_abroad_is_shown_in_the_agencys_own_zone() -> None:
    assert formats.clock(datetime(2026, 3, 3, 9, 5, tzinfo=timezone(timedelta(hours=-5)))) == "14:05"


def test_an_instant_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        formats.moment(datetime(2026, 3, 3, 14, 5))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (WINTER, "today 14:05"),
        (WINTER - timedelta(days=1), "yesterday 14:05"),
        (WINTER + timedelta(days=1), "tomorrow 14:05"),
        (datetime(2026, 1, 9, 8, 0, tzinfo=UTC), "9 January 08:00"),
        (datetime(2025, 12, 31, 23, 0, tzinfo=UTC), "31 December 2025"),
    ],
)
def test_when_is_as_near_as_a_reader_needs(value: datetime, says: str) -> None:
    assert formats.when(value, now=WINTER + timedelta(hours=3)) == says


def test_nothing_is_written_for_no_value() -> None:
    assert [formats.day(None), formats.clock(None), formats.moment(None), formats.size(None), formats.number(None)] == [
        ""
    ] * 5


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (3_400_000, "3.4 MB"),
        (200_000_000, "200 MB"),
        (9_960, "10 KB"),
        (999_999, "1 MB"),
        (5 * 10**15, "5000 TB"),
    ],
)
def test_sizes_read_as_in_a_file_manager(value: int, says: str) -> None:
    assert formats.size(value) == says


def test_a_count_has_its_noun() -> None:
    assert formats.plural(1, "file") == "1 file"
    assert formats.plural(1204, "reply", "replies") == "1,204 replies"


def test_machine_times_carry_their_offset() -> None:
    assert formats.machine(SUMMER) == "2026-07-09T23:30:00+01:00"
    assert formats.machine(time(14, 5)) == "14:05:00"
