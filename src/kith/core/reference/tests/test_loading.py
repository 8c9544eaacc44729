"""What ships is loaded once; the agency's edit wins; nothing is overwritten, by whatever way it is tried."""

from dataclasses import replace
from datetime import date, timedelta

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from kith.core import reference
from kith.core.models import ReferenceRow
from kith.core.permissions import Role
from kith.core.reference import actions, loading, queries
from kith.core.reference.reading import shipped
from kith.core.reference.tests.making import AT, NEXT, TODAY, row, typed
from kith.core.transactions import scoped
from kith.record.testing import worker


@pytest.fixture
def lead(db):
    return worker("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD)


@pytest.fixture
def as_owner(cluster, committed):
    """The owner role's rights in a database of this test's own."""
    from django.db import connections
    from tests import database

    ours = dict(connections["default"].settings_dict)

    def become(role: str) -> None:
        connections["default"].close()
        connections["default"].settings_dict.update(database.settings_for(cluster, committed, role))

    become("kith_owner")
    yield become
    connections["default"].close()
    connections["default"].settings_dict.update(ours)


def line_and_version(name: str, key: str):
    line = reference.one(name, key, on=TODAY).line
    return {"name": name, "line": line, "version": queries.standing_of(queries.versions(name, line)).number}


def test_every_shipped_row_is_there_in_the_order_of_its_file(db):
    for name, file in shipped().items():
        assert [each.key for each in reference.rows(name, on=TODAY)] == [
            each.key for each in file.rows if each.is_in_force(TODAY)
        ]


def test_one_row_is_found_by_its_key_and_day(db):
    found = reference.one("deadline_rules", "plo_total", on=TODAY)
    assert found.value["limits"] == ["26 weeks"] and found.is_verified
    assert reference.one("deadline_rules", "nothing", on=TODAY) is None
    assert reference.one("swe_standards", "2.6", on=date(2019, 12, 1)) is None
    assert reference.one("swe_standards", "2.6", on=date(2019, 12, 2)) is not None


def test_a_set_that_does_not_ship_is_a_bug(db):
    with pytest.raises(queries.NoSuchSet):
        reference.rows("nothing", on=TODAY)


def test_bank_holidays_are_given_as_days(db):
    found = reference.holidays(on=TODAY)
    assert date(2026, 12, 28) in found and date(2026, 12, 26) not in found


def test_loading_again_changes_nothing(as_owner):
    before = ReferenceRow.objects.count()
    assert before == sum(len(file.rows) for file in shipped().values())
    assert loading.load_shipped(at=AT) == 0
    assert ReferenceRow.objects.count() == before


def test_a_newer_shipped_row_takes_the_place_of_the_older_and_both_stay(as_owner):
    first = next(each for each in shipped()["deadline_rules"].rows if each.key == "sar")
    newer = replace(first, value={**first.value, "limits": ["5 weeks"]})
    assert loading.load_shipped(at=AT, rows=[newer]) == 1
    assert loading.load_shipped(at=AT, rows=[newer]) == 0
    assert reference.one("deadline_rules", "sar", on=TODAY).value["limits"] == ["5 weeks"]
    assert [each.row.value["limits"] for each in queries.versions("deadline_rules", first.line)] == [
        ["5 weeks"],
        ["1 month", "2 months"],
    ]


def test_the_agencys_edit_wins_over_what_ships_later_and_the_newer_one_is_known(as_owner):
    first = next(each for each in shipped()["deadline_rules"].rows if each.key == "sar")
    dee = worker("Dee", Role.INFORMATION_GOVERNANCE_LEAD)
    as_owner("kith_app")
    ours = typed(value={**first.value, "limits": ["20 working days"]})
    actions.edit_row(**line_and_version("deadline_rules", "sar"), row=ours, why="our policy", by=dee, at=AT)
    assert queries.lines_with_newer_shipped("deadline_rules") == frozenset()

    as_owner("kith_owner")
    assert loading.load_shipped(at=AT) == 0, "the row as it ships has come already"
    newer = replace(first, value={**first.value, "limits": ["5 weeks"]})
    loading.load_shipped(at=AT, rows=[newer])

    as_owner("kith_app")
    stands = reference.one("deadline_rules", "sar", on=TODAY)
    assert stands.value["limits"] == ["20 working days"] and stands.is_agencys
    assert queries.lines_with_newer_shipped("deadline_rules") == {first.line}
    listed = queries.versions("deadline_rules", first.line)
    assert queries.newer_shipped(listed).row.value["limits"] == ["5 weeks"]

    actions.take_shipped(**line_and_version("deadline_rules", "sar"), by=dee, at=AT)
    assert reference.one("deadline_rules", "sar", on=TODAY).value["limits"] == ["5 weeks"]
    assert queries.lines_with_newer_shipped("deadline_rules") == frozenset()


def test_the_serving_role_cannot_say_that_something_came_with_kith_or_write_for_somebody_else(lead):
    cara = worker("Cara")
    for by in (None, cara):
        made = loading.stored(row("forged"), version=1, by=by, at=AT, why="")
        with pytest.raises(DatabaseError, match="row-level security"), scoped(worker_id=lead.id):
            made.save(force_insert=True)


@pytest.mark.parametrize("words", ["UPDATE core_reference_row SET why = 'x'", "DELETE FROM core_reference_row"])
def test_no_version_is_changed_or_taken_out(words, cluster, committed):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(words)
    with psycopg.connect(cluster.url("kith_owner", committed)) as owner, pytest.raises(psycopg.Error, match="is a new"):
        owner.execute(words)


def test_a_row_is_stale_on_its_day_and_the_next_check_makes_it_fresh(lead):
    before = reference.one("deadline_rules", "epo", on=TODAY)
    assert not before.is_verified and "Nobody has checked" in before.caution(TODAY)
    seen = line_and_version("deadline_rules", "epo")
    actions.check_row(**seen, next_check_on=NEXT, why="read section 45", by=lead, at=AT)
    after = reference.one("deadline_rules", "epo", on=TODAY)
    assert after.is_verified and after.value == before.value and after.mark == ""
    assert after.caution(TODAY) == "" and after.caution(NEXT + timedelta(days=1)) != ""
