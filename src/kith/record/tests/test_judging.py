"""Openings in an emergency that no manager of the case can judge: somebody always does."""

import re

import psycopg
import pytest

from kith.core import clock
from kith.core.cluster import OWNER
from kith.core.errors import NotFound
from kith.core.permissions import Permission, Role, may
from kith.record import actions, testing
from kith.record.models import BreakGlass
from kith.record.tests.asking import key, signed_in, words
from kith.record.tests.borough import WHY


@pytest.mark.parametrize("role", [Role.SERVICE_MANAGER, Role.INFORMATION_GOVERNANCE_LEAD])
def test_an_opening_that_no_manager_can_judge_falls_to_a_head_who_learns_no_more_than_it(borough, role):
    head = testing.worker("Hana Head", role)
    testing.restriction(borough.case, borough.amal)
    borough.break_glass(borough.cara)
    browser = signed_in(head)
    front = words(browser.get("/"))
    assert "opened a case in an emergency that no manager can judge" in front
    address = re.search(r'href="(/cases/openings/[^"]+)"', front)[1]
    page = words(browser.get(address))
    assert WHY in page and "Cara Elsewhere, social worker" in page
    for never in (borough.case.reference, borough.case.family_name, str(borough.case.id)):
        assert never not in front + page
    sent = {"was_right": "no", "words": "She could have rung Amal.", "submit_key": key()}
    assert browser.post(address, sent).headers["Location"] == "/"
    assert not borough.sees(head)
    assert browser.get(address).status_code == 404
    assert "no manager can judge" not in words(browser.get("/"))
    access = words(signed_in(borough.amal).get(f"/cases/{borough.case.id}/access/"))
    assert "Not appropriate, says Hana Head" in access and "She could have rung Amal." in access


def test_an_opening_falls_to_no_head_while_a_manager_can_judge_it(borough):
    head = testing.worker("Hana Head", Role.SERVICE_MANAGER)
    borough.break_glass(borough.cara)
    assert borough.to_judge(head) == []
    restriction = testing.restriction(borough.case, borough.amal)
    assert len(borough.to_judge(head)) == 1
    actions.give_access(case=borough.case, worker=borough.ben, why="manages", by=borough.amal, at=clock.now())
    assert (borough.to_judge(head), len(borough.to_judge(borough.ben))) == ([], 1)
    actions.declare_conflict(reference=borough.case.reference, why="Cousin", by=borough.ben, at=clock.now())
    assert len(borough.to_judge(head)) == 1
    actions.lift_restriction(restriction=restriction, why="Over", by=borough.amal, at=clock.now())
    assert len(borough.to_judge(head)) == 1  # Ben manages its team, and is in conflict


def test_nobody_judges_their_own_opening_nor_that_of_a_case_they_are_in_conflict_with(borough):
    hana, hugo = (testing.worker(name, Role.SERVICE_MANAGER) for name in ("Hana Head", "Hugo Head"))
    igor = testing.worker("Igor Lead", Role.INFORMATION_GOVERNANCE_LEAD)
    testing.restriction(borough.case, borough.amal)
    borough.break_glass(hana)
    actions.declare_conflict(reference=borough.case.reference, why="My niece", by=hugo, at=clock.now())
    glass = borough.rows(BreakGlass.objects.all())[0]
    for each in (hana, hugo, borough.gil, borough.tess):
        assert borough.to_judge(each) == []
        for attempt in (actions.read_opening, lambda **by: actions.judge_opening(was_right=True, words="x", **by)):
            with pytest.raises(NotFound):
                attempt(glass_id=glass.id, by=each, at=clock.now())
    actions.judge_opening(glass_id=glass.id, was_right=True, words="It was.", by=igor, at=clock.now())
    with pytest.raises(NotFound):
        actions.judge_opening(glass_id=glass.id, was_right=False, words="x", by=igor, at=clock.now())


def test_the_database_and_the_program_name_the_same_judges(cluster, committed):
    roles = list(Role.values)
    with psycopg.connect(cluster.url(OWNER, committed)) as connection:
        judge = connection.execute("SELECT role FROM unnest(%s::text[]) role WHERE kith_role_judges(role)", [roles])
        judge = {role for (role,) in judge}
        (words,) = connection.execute("SELECT prosrc FROM pg_proc WHERE proname = 'kith_falls_to_head'").fetchone()
    assert judge == {role for role in roles if may(role, Permission.GIVE_ACCESS)}
    assert {role for role in roles if f"'{role}'" in words} == {
        role for role in roles if may(role, Permission.JUDGE_OPENING)
    }
