"""Teams, handing over, duty, cover, break-glass, restriction and conflict: what the actions do and what they refuse."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from kith.core import clock, teams
from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.record import actions, queries, rules, testing
from kith.record.models import Access, BreakGlass, Conflict
from kith.record.tests.asking import key, signed_in, words
from kith.record.tests.borough import REASON, WHY


def test_a_manager_of_the_team_opens_its_case_and_a_member_does_not(borough):
    assert borough.sees(borough.ben)
    assert not borough.sees(borough.tess)
    assert not borough.sees(borough.cara)


def test_a_manager_who_leaves_the_team_no_longer_opens_it(borough):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM core_team WHERE id = %s", [borough.team.id])
        name = cursor.fetchone()[0]
    teams.leave(worker=borough.ben, team=name, at=clock.now())
    assert not borough.sees(borough.ben)


def test_a_case_is_started_in_the_team_of_whoever_starts_it(borough):
    with scoped(worker_id=borough.amal.id):
        assert queries.own_team(borough.amal, clock.now()) == borough.team


def test_a_member_covers_until_the_end_of_the_day_and_is_named_for_it(borough):
    assert borough.reach(borough.tess) == borough.case.id
    row = borough.rows(Access.objects.filter(worker=borough.tess))[0]
    assert (row.why, row.note) == ("cover", REASON)
    assert row.until_at == rules.end_of_day(timezone.localdate(clock.now()), "Europe/London")
    assert borough.sees(borough.tess)
    assert REASON in words(signed_in(borough.amal).get(f"/cases/{borough.case.id}/access/"))


def test_somebody_on_duty_opens_a_case_until_the_shift_ends(borough):
    shift = testing.shift(borough.gil, borough.ben)
    assert borough.reach(borough.gil) == borough.case.id
    row = borough.rows(Access.objects.filter(worker=borough.gil))[0]
    assert (row.why, row.until_at, row.shift_id) == ("duty", shift.until_at, shift.id)
    assert borough.sees(borough.gil)
    actions.end_shift(shift=shift, by=borough.ben, at=clock.now())
    assert not borough.sees(borough.gil)


def test_a_shift_for_one_team_opens_no_other_teams_case(borough):
    manager = testing.worker("Mo Manager", Role.TEAM_MANAGER)
    other = testing.team(managers=[manager])
    testing.shift(borough.gil, manager, team=other)
    assert borough.reach(borough.gil) is None


@pytest.mark.parametrize("who", ["cara", "gil"])
def test_without_a_shift_or_a_team_a_reference_opens_nothing(borough, who):
    assert borough.reach(getattr(borough, who)) is None
    assert borough.rows(Access.objects.exclude(worker=borough.amal)) == []


def test_whoever_may_open_it_already_is_given_nothing_more(borough):
    assert borough.reach(borough.ben) == borough.case.id
    assert borough.break_glass(borough.amal) == borough.case.id
    assert len(borough.rows(Access.objects.all())) == 1
    assert borough.rows(BreakGlass.objects.all()) == []


def test_breaking_the_glass_opens_for_three_hours_and_tells_those_who_hold_and_manage(borough):
    assert borough.break_glass(borough.cara) == borough.case.id
    assert borough.sees(borough.cara)
    row = borough.rows(BreakGlass.objects.all())[0]
    assert row.until_at - row.at == timedelta(hours=3)
    for told, link in ((borough.ben, "say whether that was right"), (borough.amal, "see its access page")):
        page = words(signed_in(told).get("/"))
        assert "Cara Elsewhere, social worker, opened a case that you hold or manage in an emergency" in page
        assert link in page
        assert WHY not in page
    for other in (borough.tess, borough.gil, borough.cara):
        assert "in an emergency," not in words(signed_in(other).get("/"))


def test_breaking_the_glass_wants_a_sentence(borough):
    with pytest.raises(rules.Wrong):
        actions.break_glass(reference=borough.case.reference, why="urgent", place="", by=borough.cara, at=clock.now())
    assert not borough.sees(borough.cara)


def test_an_opening_of_long_ago_is_over(borough):
    with pytest.raises(Exception, match="told only by those who may open it"), scoped(worker_id=borough.cara.id):
        actions.break_glass(
            reference=borough.case.reference, why=WHY, place="", by=borough.cara, at=clock.now() - timedelta(hours=4)
        )


def test_an_opening_is_judged_once_by_another_manager(borough):
    borough.break_glass(borough.cara)
    glass = borough.rows(BreakGlass.objects.select_related("case"))[0]
    with pytest.raises(actions.NotYours):
        actions.review_break_glass(glass=glass, was_right=True, words="x", by=borough.amal, at=clock.now())
    actions.review_break_glass(glass=glass, was_right=False, words="She could ask.", by=borough.ben, at=clock.now())
    page = words(signed_in(borough.amal).get(f"/cases/{borough.case.id}/access/"))
    assert "Not appropriate, says Ben Tester" in page
    assert "say whether" not in words(signed_in(borough.ben).get("/"))
    with pytest.raises(Exception, match="settled"), scoped(worker_id=borough.ben.id):
        BreakGlass.objects.filter(id=glass.id).update(review_text="She could not.")


def test_a_restricted_case_opens_to_those_named_alone(borough):
    testing.shift(borough.gil, borough.ben)
    assert borough.reach(borough.gil) and borough.reach(borough.tess)
    testing.restriction(borough.case, borough.amal)
    assert [borough.sees(each) for each in (borough.amal, borough.ben, borough.tess, borough.gil)] == [
        True,
        False,
        False,
        False,
    ]
    assert borough.reach(borough.tess) is None
    assert borough.case.reference not in words(signed_in(borough.ben).get("/"))


def test_a_manager_who_restricts_a_case_is_named_on_its_list(borough):
    testing.restriction(borough.case, borough.ben)
    assert borough.sees(borough.ben)
    assert [row.why for row in borough.rows(Access.objects.filter(worker=borough.ben))] == ["manages"]


def test_a_restricted_case_is_opened_in_an_emergency_and_its_manager_learns_no_more_than_that(borough):
    testing.restriction(borough.case, borough.amal)
    assert borough.break_glass(borough.cara) == borough.case.id
    page = words(signed_in(borough.ben).get("/"))
    assert "It is restricted: those named on its list look at this." in page
    assert str(borough.case.id) not in page
    assert str(borough.case.id) in words(signed_in(borough.amal).get("/"))


def test_a_restriction_is_lifted_by_whoever_made_it_or_a_manager_who_is_named(borough):
    restriction = testing.restriction(borough.case, borough.amal)
    actions.give_access(case=borough.case, worker=borough.tess, why="supports", by=borough.amal, at=clock.now())
    with pytest.raises(actions.NotYours):
        actions.lift_restriction(restriction=restriction, why="x", by=borough.tess, at=clock.now())
    actions.lift_restriction(restriction=restriction, why="She has left.", by=borough.amal, at=clock.now())
    assert borough.sees(borough.ben)


def test_a_conflict_beats_every_way_in(borough):
    actions.give_access(case=borough.case, worker=borough.gil, why="allocated", by=borough.amal, at=clock.now())
    testing.shift(borough.gil, borough.ben)
    borough.conflict(borough.gil)
    assert not borough.sees(borough.gil)
    assert borough.reach(borough.gil) is None
    assert borough.break_glass(borough.gil) is None
    assert not borough.sees(borough.gil)


def test_a_conflict_of_the_manager_beats_the_team(borough):
    actions.declare_conflict(reference=borough.case.reference, why="My niece", by=borough.ben, at=clock.now())
    assert not borough.sees(borough.ben)
    borough.break_glass(borough.cara)
    assert "in an emergency," not in words(signed_in(borough.ben).get("/"))


def test_ones_own_conflict_is_declared_without_learning_anything(borough):
    told = []
    for reference in (borough.case.reference, "NO-SUCH-CASE"):
        answer = signed_in(borough.cara).post(
            "/cases/conflict/", {"reference": reference, "why": "My cousin", "submit_key": key()}, follow=True
        )
        told.append(words(answer).count("If there is a case with that reference, you cannot open it from now on"))
    assert told == [1, 1]
    with scoped(worker_id=borough.ben.id):
        assert [row.worker_id for row in Conflict.objects.all()] == [borough.cara.id]
    with scoped(worker_id=borough.amal.id):
        assert not Conflict.objects.exists()
    assert borough.break_glass(borough.cara) is None


def test_conflicts_are_shown_to_managers_of_the_case_alone(borough):
    borough.conflict(borough.cara)
    address = f"/cases/{borough.case.id}/access/"
    assert "Cousin" in words(signed_in(borough.ben).get(address))
    assert "Cousin" not in words(signed_in(borough.amal).get(address))
    assert signed_in(borough.amal).get(address + "conflict/").status_code == 404


def test_a_conflict_is_ended_by_a_manager_and_gives_nothing(borough):
    with pytest.raises(actions.NotYours):
        borough.conflict(borough.cara, by=borough.amal)
    conflict = borough.conflict(borough.cara)
    actions.end_conflict(conflict=conflict, why="Another Cara", by=borough.ben, at=clock.now())
    assert not borough.sees(borough.cara)
    assert borough.break_glass(borough.cara) == borough.case.id


def test_somebody_in_conflict_cannot_be_given_the_case_and_the_giver_is_not_told_why(borough):
    borough.conflict(borough.cara)
    student = testing.worker("Sue Student", Role.STUDENT_OR_NQSW)
    said = set()
    for each in (borough.cara, student):
        with pytest.raises(actions.CannotBeLetIn) as refused:
            actions.give_access(case=borough.case, worker=each, why="supports", by=borough.amal, at=clock.now())
        said.add(str(refused.value))
    assert len(said) == 1


def test_unknown_and_closed_are_answered_with_the_same_page(borough):
    borough.conflict(borough.cara)
    client = signed_in(borough.cara)
    for address, typed in (
        ("/cases/open/", {"reason": REASON}),
        ("/cases/open/emergency/", {"why": WHY}),
    ):
        pages = set()
        for reference in ("XX-00000", borough.case.reference.rjust(8)):
            sent = {"reference": reference, "submit_key": key(), **typed}
            page = words(client.post(address, sent))
            assert "No case with this reference can be opened from here" in page
            pages.add(tidied(page, reference))
        assert len(pages) == 1


def tidied(page, reference):
    """Give a page without what differs by design: its keys, and the reference that was typed."""
    import re

    page = re.sub(r'name="(submit_key|csrfmiddlewaretoken)" value="[^"]+"', "", page)
    return page.replace(reference, "REF").replace(reference.strip(), "REF")


def test_handing_over_gives_one_and_ends_the_other_with_the_day(borough):
    held = borough.rows(Access.objects.select_related("case"))[0]
    actions.hand_over(access=held, to=borough.tess, note="Visit on Friday.", by=borough.amal, at=clock.now())
    rows = {row.worker_id: row for row in borough.rows(Access.objects.all())}
    assert rows[borough.amal.id].until_at == rules.end_of_day(timezone.localdate(clock.now()), "Europe/London")
    assert (rows[borough.tess.id].why, rows[borough.tess.id].until_at) == ("allocated", None)
    assert borough.sees(borough.tess) and borough.sees(borough.amal)
    assert "Visit on Friday." in words(signed_in(borough.tess).get(f"/cases/{borough.case.id}/access/"))
    with pytest.raises(actions.CannotBeLetIn):
        again = borough.rows(Access.objects.filter(worker=borough.tess).select_related("case"), borough.tess)[0]
        actions.hand_over(access=again, to=borough.tess, note="x", by=borough.tess, at=clock.now())


def test_access_that_ends_by_itself(borough):
    soon = clock.now() + timedelta(days=1)
    actions.give_access(
        case=borough.case, worker=borough.cara, why="supports", until_at=soon, by=borough.amal, at=clock.now()
    )
    assert borough.sees(borough.cara)
    row = borough.rows(Access.objects.filter(worker=borough.cara))[0]
    with scoped(worker_id=borough.amal.id):
        assert not queries.access.held_at(Access.objects.filter(id=row.id), soon).exists()


def test_whoever_passes_through_lets_nobody_in(borough):
    borough.break_glass(borough.cara)
    for change in (
        lambda: actions.give_access(
            case=borough.case, worker=borough.gil, why="supports", by=borough.cara, at=clock.now()
        ),
        lambda: testing.restriction(borough.case, borough.cara),
        lambda: actions.place_with_team(case=borough.case, team=borough.other, by=borough.cara, at=clock.now()),
    ):
        with pytest.raises(actions.NotYours):
            change()


def test_a_case_moves_to_another_team_but_nobody_locks_themselves_out(borough):
    with pytest.raises(actions.LockedOut):
        actions.place_with_team(case=borough.case, team=borough.other, by=borough.ben, at=clock.now())
    assert borough.sees(borough.ben)
    actions.place_with_team(case=borough.case, team=borough.other, by=borough.amal, at=clock.now())
    assert not borough.sees(borough.ben)


def test_a_student_starts_made_up_cases_only_and_works_in_them(db):
    student = testing.worker("Sue Student", Role.STUDENT_OR_NQSW)
    made = testing.case(student)
    assert made.is_made_up
    client = signed_in(student)
    assert "Made up" in words(client.get(f"/cases/{made.id}/"))
    assert client.get(f"/cases/{made.id}/entries/write/").status_code == 200
    assert client.get("/cases/open/emergency/").status_code == 404


def test_an_administrator_opens_nothing(borough):
    admin = testing.worker("Ivy Admin", Role.IT_ADMIN)
    client = signed_in(admin)
    assert client.get(f"/cases/{borough.case.id}/").status_code == 404
    assert client.get("/cases/open/").status_code == 404
    assert client.get("/").status_code == 200
    with pytest.raises(actions.CannotBeLetIn):
        actions.give_access(case=borough.case, worker=admin, why="supports", by=borough.amal, at=clock.now())
    with pytest.raises(teams.NotInATeam):
        testing.team(managers=[admin])


@pytest.mark.parametrize(
    ("who", "by", "refused"),
    [
        ("gil", "amal", actions.NotYours),
        ("ben", "ben", actions.CannotBeOnDuty),
        ("admin", "ben", actions.CannotBeOnDuty),
    ],
)
def test_a_shift_is_given_by_a_manager_to_somebody_else_who_works_with_cases(borough, who, by, refused):
    borough.admin = testing.worker("Ivy Admin", Role.IT_ADMIN)
    with pytest.raises(refused):
        testing.shift(getattr(borough, who), getattr(borough, by))


def test_who_looked_is_told_by_role_and_day_and_never_by_name(borough):
    client = signed_in(borough.ben)
    client.get(f"/cases/{borough.case.id}/")
    page = words(client.get(f"/cases/{borough.case.id}/access/plain/"))
    body = page[page.index("<main") : page.index("</main")]
    assert "Team manager" in body and "Social worker" in body
    for never in ("Ben Tester", "Amal Tester", "Tess Tester", "Team 1"):
        assert never not in body
    assert signed_in(borough.cara).get(f"/cases/{borough.case.id}/access/plain/").status_code == 404


def test_who_looked_is_withheld_for_a_danger_and_comes_back_on_its_day(borough):
    at, day = clock.now(), (clock.now() + timedelta(days=7)).date()
    held = actions.withhold_looks(
        case=borough.case, why="He would know she rang.", look_again_on=day, by=borough.amal, at=at
    )
    with scoped(worker_id=borough.amal.id):
        page = queries.plain_page(borough.case, at)
        assert (page.roles, page.days) == ([], [])
        assert not page.withheld.is_due
        assert queries.plain_page(borough.case, at + timedelta(days=8)).withheld.is_due
        assert [each.what for each in queries.duties(borough.amal, at + timedelta(days=8)).again] == ["Looks withheld"]
    actions.stop_withholding(withholding=held, by=borough.amal, at=clock.now())
    with scoped(worker_id=borough.amal.id):
        assert queries.plain_page(borough.case, at).roles


def test_a_restriction_comes_back_on_its_day(borough):
    testing.restriction(borough.case, borough.amal)
    later = clock.now() + timedelta(days=100)
    with scoped(worker_id=borough.amal.id):
        assert [each.what for each in queries.duties(borough.amal, later).again] == ["Restricted"]
        assert queries.access_page(borough.case, borough.amal, later).restricted.is_due
