"""Who may open a case, how that begins and ends, and who has looked."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from kith.core import clock
from kith.core.models import Team
from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.record import actions, testing
from kith.record.models import Access, BreakGlass, Conflict, Shift
from kith.record.queries import opens as access_queries
from kith.record.tests.asking import signed_in, words

AGO = date(2026, 3, 2)


def given(desk, why="allocated"):
    colleague = testing.worker("Dana Colleague")
    answer = desk.post("give_access", worker=colleague.email.upper(), why=why)
    return colleague, answer


def test_giving_access_lets_a_colleague_open_the_case(lasting_desk):
    desk = lasting_desk
    colleague, answer = given(desk)
    assert answer.url == desk.url("access")
    assert desk.notes("access.given")[0]["facts"] == {"why": "allocated", "worker": str(colleague.id)}
    page = desk.get("access")
    assert "Dana Colleague" in page
    assert "Allocated" in page
    assert signed_in(colleague).get(desk.url("case")).status_code == 200


def test_an_address_nobody_signs_in_with_is_said_so_and_stays_typed(desk):
    page = words(desk.post("give_access", worker="nobody@agency.example.org", why="allocated"))
    assert "Nobody who works here signs in with this e-mail address" in page
    assert "nobody@agency.example.org" in page
    assert len(desk.rows(Access.objects.all())) == 1


def test_ending_access_closes_the_case_to_them_and_is_noted(lasting_desk):
    desk = lasting_desk
    colleague, _ = given(desk)
    held = desk.rows(Access.objects.filter(worker=colleague))[0]
    assert signed_in(colleague).get(desk.url("case")).status_code == 200
    assert "They will not be able to open this case" in desk.get("end_access", held.id)
    assert desk.post("end_access", held.id).url == desk.url("access")
    assert desk.notes("access.ended")[0]["facts"] == {"worker": str(colleague.id)}
    assert signed_in(colleague).get(desk.url("case")).status_code == 404
    assert "no longer may" in desk.get("access")


def test_the_last_access_cannot_be_ended(desk):
    own = desk.rows(Access.objects.filter(worker=desk.amal))[0]
    page = words(desk.post("end_access", own.id))
    assert "Nobody else may open this case" in page
    assert desk.rows(Access.objects.all())[0].until_at is None


def test_ones_own_access_is_ended_by_a_colleague(desk):
    given(desk)
    own = desk.rows(Access.objects.filter(worker=desk.amal))[0]
    assert "Ask a colleague" in words(desk.post("end_access", own.id))
    assert desk.get("access")


def test_who_may_not_give_access_is_not_offered_it(desk):
    reader = testing.worker(role=Role.LEGAL_ADVISER)
    actions.give_access(case=desk.case, worker=reader, why="supports", by=desk.amal, at=testing.AT)
    client = signed_in(reader)
    assert "Give a colleague access" not in words(client.get(desk.url("access")))
    assert client.get(desk.url("give_access")).status_code == 404


def test_the_looks_are_listed_newest_first_with_role_and_page(desk):
    desk.get("case")
    desk.get("people")
    page = desk.get("opens")
    for said in ("Amal Tester", "Social worker", "Who opened this case"):
        assert said in page
    rows = page[page.index("<tbody") :]
    assert rows.index("People") < rows.index("Record")


def test_older_looks_are_on_the_next_page(desk, monkeypatch):
    monkeypatch.setattr(access_queries, "OPENS_A_PAGE", 3)
    for _ in range(5):
        desk.get("case")
    first = desk.get("opens")
    assert first.count("<time") <= 3
    assert "?before=" in first
    older = first.split('href="' + desk.url("opens") + "?before=")[1].split('"')[0]
    second = words(desk.client.get(desk.url("opens") + f"?before={older}"))
    assert "Newest" in second
    assert second.count("<time") == 3


def test_an_odd_place_to_go_on_from_shows_the_newest(desk):
    assert desk.client.get(desk.url("opens") + "?before=x").status_code == 200
    assert desk.client.get(desk.url("opens") + "?before=" + "9" * 40).status_code == 200


def dated(name, on):
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


@pytest.mark.parametrize("name", ["plain", "place_with_team", "restrict", "withhold"])
def test_each_page_of_access_is_not_found_by_another_team(desk, name):
    assert desk.get(name)


def test_access_given_until_a_day_ends_after_it(desk):
    colleague = testing.worker("Dana Colleague")
    soon = clock.now().date() + timedelta(days=3)
    sent = {"worker": colleague.email, "why": "supports"}
    assert "cannot be in the past" in words(desk.post("give_access", **sent, **dated("until_at", AGO)))
    assert desk.post("give_access", **sent, **dated("until_at", soon)).url == desk.url("access")
    row = desk.rows(Access.objects.filter(worker=colleague))[0]
    assert timezone.localtime(row.until_at).date() == soon + timedelta(days=1)
    assert "until" in desk.get("access")


def test_a_case_is_handed_over_on_its_page_with_a_note(desk):
    colleague = testing.worker("Dana Colleague")
    own = desk.rows(Access.objects.filter(worker=desk.amal))[0]
    assert "may open it until the end of today" in desk.get("hand_over", own.id)
    sent = {"worker": colleague.email, "note": "Ring the school on Monday."}
    assert desk.post("hand_over", own.id, **sent).url == desk.url("access")
    assert "Ring the school on Monday." in desk.get("access")
    note = desk.notes("case.handed_over")[0]
    assert note["facts"] == {"from": str(desk.amal.id), "to": str(colleague.id)}
    assert "Monday" not in str(note)


def test_a_case_is_restricted_and_opened_again_on_its_pages(desk):
    soon = clock.now().date() + timedelta(days=30)
    assert "must be after today" in words(desk.post("restrict", why="Her aunt.", **dated("review_on", AGO)))
    assert desk.post("restrict", why="Her aunt.", **dated("review_on", soon)).url == desk.url("access")
    page = desk.get("access")
    assert "Restricted: only those named here may open this case" in page
    assert "Her aunt." in page
    assert "Restricted</strong>" in desk.get("case")
    assert desk.get("lift_restriction")
    assert desk.post("lift_restriction", why="She has moved.").url == desk.url("access")
    assert "Restricted" not in desk.get("case")
    assert desk.client.get(desk.url("lift_restriction")).status_code == 404


def test_the_team_of_a_case_is_chosen_on_its_page(desk):
    team = testing.team(name="Fennby court team")
    assert desk.post("place_with_team", team=str(team.id)).url == desk.url("access")
    assert "Anybody of Fennby court team" in desk.get("access")
    assert desk.post("place_with_team", team="none").url == desk.url("access")
    assert "Anybody of" not in desk.get("access")


def test_looks_are_withheld_and_told_again_on_their_page(desk):
    soon = clock.now().date() + timedelta(days=30)
    assert "Social worker" in desk.get("plain")
    assert desk.post("withhold", why="He reads her post.", **dated("look_again_on", soon)).url == desk.url("plain")
    page = desk.get("plain")
    assert "He reads her post." in page
    assert "Who may look at it now" not in page
    assert desk.post("stop_withholding").url == desk.url("plain")
    assert "Who may look at it now" in desk.get("plain")


def test_a_conflict_is_recorded_and_ended_on_the_managers_pages(desk):
    ben = testing.worker("Ben Manager", Role.TEAM_MANAGER)
    testing.team(managers=[ben], name="Fennby court team")
    desk.post("place_with_team", team=str(Team.objects.get(name="Fennby court team").id))
    client, sent = signed_in(ben), {"worker": desk.cara.email, "why": "His cousin", "submit_key": str(uuid.uuid4())}
    assert client.post(desk.url("record_conflict"), sent).url == desk.url("access")
    with scoped(worker_id=ben.id):
        conflict = Conflict.objects.get()
    address = desk.url("end_conflict", conflict.id)
    assert desk.client.get(address).status_code == desk.caras.get(address).status_code == 404
    assert client.post(address, {"why": "Not his", "submit_key": str(uuid.uuid4())}).url == desk.url("access")
    assert "Over: Not his" in words(client.get(desk.url("access")))


def test_a_shift_is_given_and_ended_on_the_managers_pages(desk):
    ben, gil = testing.worker("Ben Manager", Role.TEAM_MANAGER), testing.worker("Gil Duty", Role.DUTY_WORKER)
    client, today = signed_in(ben), timezone.localdate(clock.now())
    sent = {"worker": gil.email, "team": "all", "from_at-time": "00:00", "until_at-time": "00:00"}
    sent |= dated("from_at", today) | dated("until_at", today + timedelta(days=1))
    assert "Nobody is on duty" in words(client.get("/cases/shifts/"))
    assert client.get("/cases/shifts/give/").status_code == 200
    answer = client.post("/cases/shifts/give/", {**sent, "submit_key": str(uuid.uuid4())})
    assert answer.status_code == 302, words(answer)
    assert "You are on duty for the whole agency" in words(signed_in(gil).get("/"))
    shift = Shift.objects.get()
    assert desk.client.get("/cases/shifts/").status_code == 404
    assert client.get(f"/cases/shifts/{shift.id}/end/").status_code == 200
    client.post(f"/cases/shifts/{shift.id}/end/", {"submit_key": str(uuid.uuid4())})
    assert "You are on duty" not in words(signed_in(gil).get("/"))


def test_an_opening_in_an_emergency_is_judged_on_its_page(desk):
    ben = testing.worker("Ben Manager", Role.TEAM_MANAGER)
    testing.team(managers=[ben], name="Fennby court team")
    desk.post("place_with_team", team=str(Team.objects.get(name="Fennby court team").id))
    gil = testing.worker("Gil Duty", Role.DUTY_WORKER)
    why = "The police have her at the station."
    sent = {"reference": desk.case.reference, "why": why, "submit_key": str(uuid.uuid4())}
    assert signed_in(gil).post("/cases/open/emergency/", {**sent, "why": "now"}).status_code == 200
    sent["submit_key"] = str(uuid.uuid4())
    assert signed_in(gil).post("/cases/open/emergency/", sent).url == desk.url("case")
    glass, client = desk.rows(BreakGlass.objects.all())[0], signed_in(ben)
    address = desk.url("review_break_glass", glass.id)
    assert desk.caras.get(address).status_code == 404
    assert why in words(client.get(address))
    sent = {"was_right": "yes", "words": "She was alone.", "submit_key": str(uuid.uuid4())}
    assert client.post(address, sent).url == desk.url("access")
    assert "Appropriate, says Ben Manager" in desk.get("access")
    assert client.get(address).status_code == 404
