"""How long a case is kept, by rules alone."""

import uuid
from datetime import date

import pytest

from kith.record.rules import Wrong, keeping
from kith.record.rules.keeping import Clock, Ground, Known, What, clock

YOUNGEST = {"years": 25, "from": "birth_of_youngest"}
CLOSED = date(2026, 3, 1)


def known(**more):
    return Known(**{"closed_on": CLOSED, "children_born_on": [date(2012, 5, 4), date(2016, 2, 29)]} | more)


def test_the_time_is_counted_from_the_youngest_childs_birth():
    found = clock(YOUNGEST, known())
    assert (found.from_on, found.due_on) == (date(2016, 2, 29), date(2041, 3, 1))


@pytest.mark.parametrize(
    ("value", "due"),
    [
        ({"years": 75, "from": "birth"}, date(2091, 3, 1)),
        ({"years": 6, "from": "closure"}, date(2032, 3, 1)),
        ({"days": 30, "from": "decision"}, date(2026, 5, 31)),
        ({"years": 100, "from": "adoption"}, date(2126, 5, 1)),
    ],
)
def test_each_schedule_counts_from_its_own_day(value, due):
    assert clock(value, known(counted_from_on=date(2026, 5, 1))).due_on == due


def test_an_open_case_is_never_due():
    found = clock(YOUNGEST, known(closed_on=None, children_born_on=[date(1950, 1, 1)]))
    assert found.due_on is None
    assert "open" in found.missing
    assert not found.is_due(date(2200, 1, 1))


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"children_born_on": []}, "No child"),
        ({"children_born_on": [date(2012, 5, 4), None]}, "date of birth is not known"),
    ],
)
def test_without_every_childs_birth_nobody_can_say(more, says):
    found = clock(YOUNGEST, known(**more))
    assert found.due_on is None
    assert says in found.missing


def test_a_schedule_from_a_day_that_nobody_gave_is_never_due():
    assert clock({"years": 100, "from": "adoption"}, known()).due_on is None


def test_a_schedule_that_says_no_length_is_never_due():
    found = clock({"from": "closure"}, known())
    assert found.due_on is None
    assert "how long" in found.missing


def test_a_case_is_not_due_before_it_is_closed_or_before_a_day_it_was_kept_until():
    long_ago = [date(1980, 1, 1)]
    assert clock(YOUNGEST, known(children_born_on=long_ago)).due_on == CLOSED
    kept = clock(YOUNGEST, known(children_born_on=long_ago, keep_until=date(2030, 1, 1)))
    assert kept.due_on == date(2030, 1, 1)
    assert not kept.is_due(date(2029, 12, 31))
    assert kept.is_due(date(2030, 1, 1))


def test_what_is_held_is_not_due():
    held = clock(YOUNGEST, known(children_born_on=[date(1980, 1, 1)], is_held=True))
    assert held.due_on == CLOSED
    assert not held.is_due(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("until_on", "has_ended", "stands"),
    [
        (None, False, True),
        (date(2026, 3, 1), False, True),
        (date(2026, 2, 28), False, False),
        (None, True, False),
    ],
)
def test_a_hold_stands_until_its_last_day_or_its_end(until_on, has_ended, stands):
    assert keeping.holds(until_on, has_ended, date(2026, 3, 1)) is stands


@pytest.mark.parametrize(
    ("is_closed", "closes", "since_on", "says"),
    [
        (True, True, CLOSED, "closed already"),
        (False, False, CLOSED, "open already"),
        (False, True, date(2026, 4, 1), "has come"),
        (False, True, date(2025, 12, 1), "case was open"),
    ],
)
def test_a_case_is_closed_or_opened_again_in_turn_and_on_a_day_that_can_be(is_closed, closes, since_on, says):
    with pytest.raises(Wrong, match=says):
        keeping.check_closing(is_closed, closes, since_on, date(2026, 1, 1), date(2026, 3, 2))


def test_closing_on_the_day_it_was_opened_is_allowed():
    keeping.check_closing(False, True, date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1))


def test_a_hold_ends_on_or_after_the_day_it_begins():
    keeping.check_hold(CLOSED, CLOSED)
    with pytest.raises(Wrong):
        keeping.check_hold(CLOSED, date(2026, 2, 1))


@pytest.mark.parametrize("day", [None, CLOSED])
def test_what_is_kept_is_looked_at_again_on_a_later_day(day):
    with pytest.raises(Wrong):
        keeping.check_decision_to_keep(day, CLOSED)
    keeping.check_decision_to_keep(date(2026, 3, 2), CLOSED)


def test_only_a_case_that_is_due_is_destroyed_because_its_time_is_over():
    due, later = Clock(CLOSED, CLOSED), Clock(CLOSED, date(2030, 1, 1))
    keeping.check_can_destroy(What.CASE, Ground.TIME_OVER, due, CLOSED)
    keeping.check_can_destroy(What.ENTRY, Ground.MISTAKE, later, CLOSED)
    with pytest.raises(Wrong, match="not over"):
        keeping.check_can_destroy(What.CASE, Ground.TIME_OVER, later, CLOSED)
    with pytest.raises(Wrong, match="legal hold"):
        keeping.check_can_destroy(What.ENTRY, Ground.MISTAKE, Clock(CLOSED, CLOSED, is_held=True), CLOSED)


def test_a_second_person_confirms():
    one, two = uuid.uuid4(), uuid.uuid4()
    keeping.check_second_person(one, two)
    for decided_by in (None, two):
        with pytest.raises(Wrong):
            keeping.check_second_person(decided_by, two)


@pytest.mark.parametrize(
    ("kind", "has_seal", "key"),
    [
        ("private_law", False, "private_law"),
        ("public_law", False, "looked_after"),
        ("child_protection", False, "child_protection"),
        ("private_law", True, "adoption"),
    ],
)
@pytest.mark.django_db
def test_the_kind_of_a_case_suggests_a_schedule_that_there_is(kind, has_seal, key):
    from kith.core import reference

    assert keeping.suggested_schedule(kind, has_seal) == key
    row = reference.one("retention_schedules", key, on=CLOSED)
    assert row is not None and not row.is_verified and "checked" in row.caution(CLOSED)


@pytest.mark.django_db
def test_every_shipped_schedule_can_be_counted():
    from kith.core import reference

    for row in reference.rows("retention_schedules", on=CLOSED):
        assert clock(row.value, known(counted_from_on=CLOSED)).due_on, row.key
