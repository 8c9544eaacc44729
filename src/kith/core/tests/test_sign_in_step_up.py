"""Asked again before what is dangerous, and nothing typed is lost."""

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse
from lxml import html

from kith.core import staff
from kith.core.models import Session
from kith.core.sign_in.waiting import DEVICE
from kith.core.tests.asking import PASSWORD, keyed, send, sign_in, words
from kith.core.transactions import scoped
from kith.record.testing import AT, case

#: Page -> when it asks. A page that becomes dangerous is added here by whoever says so.
ASKING = {
    "record:give_access": True,
    "record:end_access": True,
    "record:allow_to_know": True,
    "record:hand_over": True,
    "record:place_with_team": True,
    "record:lift_restriction": True,
    "record:end_conflict": True,
    "record:give_shift": True,
    "record:second_look": "POST",
    "record:let_in": True,
    "record:seal_for_adoption": True,
    "record:end_hold": True,
    "home:due_case": "POST",
    "home:review": "POST",
    "home:confirm_erasure": True,
    "court:read_as": "POST",
}


@pytest.fixture
def bo(amal):
    return staff.let_in(email="bo@agency.example.org", name="Bo", role="duty_worker", password=PASSWORD, at=AT)


@pytest.fixture
def made(amal):
    return case(amal)


@pytest.fixture
def where(made) -> str:
    return reverse("record:give_access", args=[made.id])


@pytest.fixture
def desk(amal, at_work) -> Client:
    sign_in(at_work)
    return at_work


def wait(client: Client, minutes: float = 6) -> None:
    """Let it be some minutes ago that somebody signed in and confirmed."""
    session = client.session
    session["began"] -= minutes * 60
    for record in session.get("account_authentication_methods", []):
        record["at"] -= minutes * 60
    session.save()


def carried_by(answer) -> list[tuple[str, str]]:
    """Give the hidden fields of a page, as a browser sends them."""
    found = html.fromstring(answer.content).xpath("//main//input[@type='hidden']")
    return [(one.get("name"), one.get("value").replace("\n", "\r\n")) for one in found]


def hidden(answer) -> dict[str, str]:
    return dict(carried_by(answer))


def has_access(made, worker) -> bool:
    client = Client()
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.get(f"/cases/{made.id}/").status_code == 200


def test_the_pages_that_ask_are_named_here() -> None:
    from tests.house.test_structure import addresses

    marked = {view.__name__: view.step_up for _, view in addresses() if getattr(view, "step_up", False)}
    assert marked == {name.partition(":")[2]: asks for name, asks in ASKING.items()}


def test_who_signed_in_just_now_is_not_asked(desk, where) -> None:
    assert "Give a colleague access" in words(desk.get(where))


def test_some_minutes_later_the_page_asks_first_then_shows_itself_at_the_same_address(desk, where) -> None:
    wait(desk)
    page = desk.get(where + "?from=here")
    assert "Confirm it is you" in words(page)
    assert "Give a colleague access" not in words(page)
    answer = send(desk, where + "?from=here", {**hidden(page), "confirm-password": PASSWORD})
    assert answer.url == where + "?from=here"
    assert "Give a colleague access" in words(desk.get(where))


def test_what_was_typed_goes_on_unchanged(amal, bo, desk, made, where) -> None:
    wait(desk)
    typed = keyed(worker=bo.email, why="allocated", note='two\r\nlines & "marks" <b>', many=["one", "two"])
    page = send(desk, where, typed)
    assert "Nothing you typed is lost" in words(page)
    assert not has_access(made, bo)
    assert [value for name, value in carried_by(page) if name == "many"] == ["one", "two"]
    carried = hidden(page)
    assert carried["note"] == typed["note"]
    assert carried["submit_key"] == typed["submit_key"]
    assert send(desk, where, {**carried, "confirm-password": PASSWORD}).status_code == 302
    assert has_access(made, bo)


def test_a_wrong_password_keeps_what_was_typed_and_changes_nothing(amal, bo, desk, made, where) -> None:
    wait(desk)
    page = send(desk, where, keyed(worker=bo.email, why="allocated"))
    again = send(desk, where, {**hidden(page), "confirm-password": "wrong"})
    assert "The password is not right" in words(again)
    assert hidden(again)["why"] == "allocated"
    assert "wrong" not in str(hidden(again))
    assert "Enter your password" in words(send(desk, where, {**hidden(page), "confirm-password": ""}))
    assert not has_access(made, bo)


def test_guessing_here_is_stopped_too(amal, bo, desk, made, where) -> None:
    wait(desk)
    page = send(desk, where, keyed(worker=bo.email, why="allocated"))
    told = [words(send(desk, where, {**hidden(page), "confirm-password": f"no {n}"})) for n in range(DEVICE.free + 1)]
    assert "Too many tries" in told[-1]
    assert "Too many tries" in words(send(desk, where, {**hidden(page), "confirm-password": PASSWORD}))
    assert not has_access(made, bo)


def test_a_code_does_as_well_and_only_once(amal, desk, where) -> None:
    secret = generate_totp_secret()
    TOTP.activate(amal, secret)
    wait(desk)
    page = desk.get(where)
    code = f"{hotp_value(secret, int(time.time()) // 30):06}"
    wrong = "000000" if code != "000000" else "111111"
    assert send(desk, where, {**hidden(page), "confirm-code": wrong}).status_code == 200
    assert send(desk, where, {**hidden(page), "confirm-code": code}).status_code == 302
    wait(desk)
    assert "not right" in words(send(desk, where, {**hidden(page), "confirm-code": code}))


@pytest.mark.parametrize("said", ["", "{", "[]", "1", '{"id": 1}', '{"id":"a","rawId":"a","type":"x","response":{}}'])
def test_nonsense_for_a_passkey_confirms_nothing_and_breaks_nothing(desk, where, said) -> None:
    wait(desk)
    answer = send(desk, where, {**hidden(desk.get(where)), "confirm-credential": said})
    assert answer.status_code == 200
    assert "Confirm it is you" in words(answer)


def test_what_is_not_mine_is_not_found_before_anything_is_asked(made, where, at_work) -> None:
    staff.let_in(email="cara@agency.example.org", name="Cara", role="team_manager", password=PASSWORD, at=AT)
    sign_in(at_work, "cara@agency.example.org")
    wait(at_work)
    assert at_work.get(where).status_code == 404
    assert send(at_work, where, keyed(worker="x")).status_code == 404
    assert send(at_work, where, keyed(**{"confirm-sent": "yes", "confirm-password": PASSWORD})).status_code == 404


def test_the_question_alone_is_no_look_at_the_case(amal, desk, made, where) -> None:
    from django.db import connection

    wait(desk)
    desk.get(where)
    with scoped(worker_id=amal.id), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_ledger WHERE chain = %s AND body LIKE '%%case.opened%%'", [made.id])
        assert cursor.fetchone() == (0,)


def test_nothing_of_the_case_waits_in_the_session(amal, bo, desk, where) -> None:
    wait(desk)
    send(desk, where, keyed(worker=bo.email, note="Marrowfield"))
    assert all("Marrowfield" not in str(row.get_decoded()) for row in Session.objects.all())
