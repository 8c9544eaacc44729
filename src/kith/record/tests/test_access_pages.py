"""Who may open a case, how that begins and ends, and who has looked."""

from kith.core.permissions import Role
from kith.record import actions, testing
from kith.record.models import Access
from kith.record.queries import opens as access_queries
from kith.record.tests.asking import signed_in, words


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
