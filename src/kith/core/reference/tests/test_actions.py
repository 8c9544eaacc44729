"""What the lead changes, what is refused, and what the ledger is told."""

import json
from dataclasses import replace
from datetime import date

import psycopg
import pytest

from kith.core import ledger, reference
from kith.core.errors import NotFound, Stale
from kith.core.models import Worker
from kith.core.permissions import ALLOWED, Permission, Role
from kith.core.reference import actions, queries
from kith.core.reference.rules import PeriodsOverlap
from kith.core.reference.tests.making import AT, NEXT, TODAY, row, typed
from kith.core.reference.tests.test_loading import line_and_version
from kith.record.testing import worker

RULES = "deadline_rules"


def told(cluster, committed):
    """Give the lines of the agency's chain, which no worker may read, with the words they are bound to."""
    with psycopg.connect(cluster.superuser_url(committed)) as owner:
        lines = owner.execute("SELECT seq, body FROM core_ledger WHERE chain = %s ORDER BY seq", [ledger.AGENCY])
        words = owner.execute("SELECT seq, name, text FROM core_ledger_words WHERE chain = %s", [ledger.AGENCY])
        kept = words.fetchall()
        return [(json.loads(body), {name: text for at, name, text in kept if at == seq}) for seq, body in lines]


@pytest.fixture
def lead(db):
    return worker("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD)


def keys(on=TODAY):
    return [each.key for each in reference.rows(RULES, on=on)]


def test_only_the_information_governance_lead_keeps_reference_data():
    assert [role for role in Role if Permission.EDIT_REFERENCE in ALLOWED[role]] == [Role.INFORMATION_GOVERNANCE_LEAD]


LEARNING = {"bites", "courses", "online_figures", "threat_bulletin", "troubles"}
TEACHERS = {Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.PRACTICE_SUPERVISOR, Role.PRACTICE_EDUCATOR}


@pytest.mark.parametrize("role", list(Role))
def test_each_set_is_changed_by_the_lead_and_by_whoever_its_head_names_and_by_nobody_else(role):
    by = Worker(role=role)
    mine = {name for name in queries.heads() if queries.may_edit(by, name)}
    all_sets = set(queries.heads())
    assert mine == (all_sets if role == Role.INFORMATION_GOVERNANCE_LEAD else LEARNING if role in TEACHERS else set())
    assert not queries.may_edit(by, "nothing")


def test_a_head_that_names_no_permission_of_ours_lets_nobody_in(monkeypatch):
    head = replace(queries.heads()["bites"], edited_by=("WRITE_ANYTHING", "HOME_", ""))
    monkeypatch.setattr(queries, "heads", lambda: {"bites": head})
    assert not queries.may_edit(Worker(role=Role.PRACTICE_EDUCATOR), "bites")


def test_a_teacher_changes_a_bite_in_their_own_name_and_no_deadline(db):
    noor = worker("Noor", Role.PRACTICE_EDUCATOR)
    seen = line_and_version("bites", "cookies")
    before = reference.one("bites", "cookies", on=TODAY)
    given = {"value": before.value | {"minutes": 6}, "source": before.source, "owner": "Noor", "effective_from": None}
    given |= {"effective_to": None, "next_check_on": NEXT, "is_verified": False}
    actions.edit_row(**seen, row=given, why="read it aloud", by=noor, at=AT)
    assert reference.one("bites", "cookies", on=TODAY).value["minutes"] == 6
    with pytest.raises(actions.NotAllowed):
        actions.edit_row(**line_and_version(RULES, "sar"), row=typed(), why="x", by=noor, at=AT)


@pytest.mark.parametrize("role", [each for each in Role if each != Role.INFORMATION_GOVERNANCE_LEAD])
def test_nobody_else_changes_anything(db, role):
    by = worker("Cara", role)
    seen = line_and_version(RULES, "sar")
    with pytest.raises(actions.NotAllowed):
        actions.add_row(name=RULES, row=typed("new"), why="x", by=by, at=AT)
    with pytest.raises(actions.NotAllowed):
        actions.edit_row(**seen, row=typed(), why="x", by=by, at=AT)
    with pytest.raises(actions.NotAllowed):
        actions.end_row(**seen, last_day=TODAY, why="x", by=by, at=AT)
    with pytest.raises(actions.NotAllowed):
        actions.check_row(**seen, next_check_on=NEXT, why="x", by=by, at=AT)
    with pytest.raises(actions.NotAllowed):
        actions.take_shipped(**seen, by=by, at=AT)
    with pytest.raises(actions.NotAllowed):
        actions.load_rows(rows=[row("new")], file_name="f", by=by, at=AT)


def test_an_edit_is_a_new_version_with_who_and_when_and_a_line_of_the_agencys_chain(cluster, committed):
    lead = worker("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD)
    seen = line_and_version(RULES, "sar")
    actions.edit_row(**seen, row=typed(source="our policy 7"), why="agreed in October", by=lead, at=AT)
    newest, shipped = queries.versions(RULES, seen["line"])
    assert (newest.by, newest.at, newest.why, newest.number) == ("Dee Lowe", AT, "agreed in October", 2)
    assert not shipped.is_agencys and shipped.by == ""
    ((line, words),) = told(cluster, committed)
    assert line["verb"] == "reference.edited" and line["by"] == str(lead.id)
    assert line["facts"] == {"set": RULES, "key": "sar", "version": 2, "verified": False}
    assert words["why"] == "agreed in October"
    assert json.loads(words["value"])["source"] == "our policy 7"


def test_an_edit_that_changes_nothing_writes_nothing(lead):
    seen = line_and_version(RULES, "sar")
    stands = reference.one(RULES, "sar", on=TODAY)
    same = typed(value=stands.value, source=stands.source, owner=stands.owner, is_verified=True, mark=stands.mark)
    actions.edit_row(**seen, row=same, why="", by=lead, at=AT)
    assert len(queries.versions(RULES, seen["line"])) == 1


def test_two_who_edit_at_once_do_not_overwrite_each_other(lead):
    seen = line_and_version(RULES, "sar")
    actions.edit_row(**seen, row=typed(source="first"), why="x", by=lead, at=AT)
    for again in (
        lambda: actions.edit_row(**seen, row=typed(source="second"), why="x", by=lead, at=AT),
        lambda: actions.end_row(**seen, last_day=TODAY, why="x", by=lead, at=AT),
        lambda: actions.check_row(**seen, next_check_on=NEXT, why="x", by=lead, at=AT),
        lambda: actions.take_shipped(**seen, by=lead, at=AT),
    ):
        with pytest.raises(Stale):
            again()
    assert reference.one(RULES, "sar", on=TODAY).source == "first"


def test_a_row_is_added_and_stands_after_those_that_ship(lead):
    actions.add_row(name=RULES, row=typed("our_visit"), why="x", by=lead, at=AT)
    assert keys()[-1] == "our_visit"
    with pytest.raises(actions.CannotStand, match="'our_visit' is there already"):
        actions.add_row(name=RULES, row=typed("our_visit"), why="x", by=lead, at=AT)


def test_a_keys_next_period_is_added_once_the_older_ends(lead):
    newer = typed("sar", effective_from=date(2027, 4, 1), source="a new act")
    with pytest.raises(PeriodsOverlap):
        actions.add_row(name=RULES, row=newer, why="x", by=lead, at=AT)
    actions.end_row(**line_and_version(RULES, "sar"), last_day=date(2027, 3, 31), why="repealed", by=lead, at=AT)
    actions.add_row(name=RULES, row=newer, why="x", by=lead, at=AT)
    assert reference.one(RULES, "sar", on=date(2027, 3, 31)).source != "a new act"
    assert reference.one(RULES, "sar", on=date(2027, 4, 1)).source == "a new act"


def test_a_row_that_was_ended_is_no_longer_in_force(lead):
    actions.end_row(**line_and_version(RULES, "epo"), last_day=date(2026, 11, 1), why="x", by=lead, at=AT)
    assert "epo" not in keys() and "epo" in keys(date(2026, 11, 1))


def test_a_row_does_not_end_before_it_began(lead):
    seen = line_and_version("swe_standards", "2.6")
    with pytest.raises(actions.CannotStand, match="same as or after"):
        actions.end_row(**seen, last_day=date(2019, 1, 1), why="x", by=lead, at=AT)


def test_a_next_check_lies_ahead(lead):
    with pytest.raises(actions.CannotStand, match="after today"):
        actions.check_row(**line_and_version(RULES, "epo"), next_check_on=TODAY, why="x", by=lead, at=AT)


def test_a_value_of_another_shape_is_refused(lead):
    odd = typed("new", value={"name": "x", "says": "y", "runs_from": "z", "limits": ["soon"]})
    with pytest.raises(actions.CannotStand, match="'limits' must be a list of limits"):
        actions.add_row(name=RULES, row=odd, why="x", by=lead, at=AT)


def test_a_row_of_no_set_or_of_another_set_is_not_found(lead):
    seen = line_and_version(RULES, "sar")
    with pytest.raises(NotFound):
        actions.end_row(**{**seen, "name": "roles"}, last_day=TODAY, why="x", by=lead, at=AT)


def test_a_file_stands_whole_or_not_at_all(lead):
    fine, overlapping = row("new_one"), row("sar", effective_from=date(2027, 1, 1))
    with pytest.raises(PeriodsOverlap):
        actions.load_rows(rows=[fine, overlapping], file_name="newer.toml", by=lead, at=AT)
    assert "new_one" not in keys()


def test_a_file_loaded_twice_changes_one_thing(cluster, committed):
    lead = worker("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD)
    listed = [row("new_one"), row("sar", source="our policy")]
    assert actions.load_rows(rows=listed, file_name="newer.toml", by=lead, at=AT) == 2
    assert actions.load_rows(rows=listed, file_name="newer.toml", by=lead, at=AT) == 0
    assert [line["verb"] for line, _ in told(cluster, committed)] == ["reference.loaded"] * 2
    assert reference.one(RULES, "sar", on=TODAY).source == "our policy"


def test_a_row_whose_first_day_was_changed_does_not_take_the_place_of_another(lead):
    seen = line_and_version(RULES, "sar")
    later = typed(effective_from=date(2026, 1, 1))
    actions.edit_row(**seen, row=later, why="x", by=lead, at=AT)
    before = replace(row("sar", effective_to=date(2025, 12, 31)), source="the old law")
    assert actions.load_rows(rows=[before], file_name="older.toml", by=lead, at=AT) == 1
    assert reference.one(RULES, "sar", on=date(2025, 1, 1)).source == "the old law"
    assert reference.one(RULES, "sar", on=TODAY).line == seen["line"]
