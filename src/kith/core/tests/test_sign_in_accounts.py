"""Signing in: closed doors, own paths only, changed passwords."""

import json

import psycopg
import pytest
from django.conf import settings as ours
from django.core import mail
from django.test import Client
from django.urls import reverse

from kith.core import staff
from kith.core.cluster import OWNER
from kith.core.models import Session, Worker
from kith.core.sign_in.paths import is_own
from kith.core.sign_in.waiting import DEVICE
from kith.core.tests.asking import AMAL, LOGIN, PASSWORD, send, sign_in, words
from kith.record.testing import AT

ELSEWHERE = [
    "https://evil.example.org/",
    "//evil.example.org/",
    "///evil.example.org/",
    "/\\evil.example.org/",
    "\\\\evil.example.org",
    "http:evil.example.org",
    "javascript:alert(1)",
    "http://testserver/",
    "http://localhost/",
    "/x\r\nSet-Cookie: a=b",
    "/x\x00",
    " //evil.example.org",
    "cases/",
    "",
]
CLOSED = ["account_inactive", "account_signup", "account_email", "account_set_password", "account_reset_password"]


@pytest.mark.parametrize("there", ELSEWHERE)
def test_what_is_not_a_path_of_this_site(there: str) -> None:
    assert not is_own(there)


@pytest.mark.parametrize("there", ["/", "/cases/", "/search/?q=a%20b&page=2", "/cases/x/#top"])
def test_what_is_a_path_of_this_site(there: str) -> None:
    assert is_own(there)


@pytest.mark.parametrize("there", ELSEWHERE)
def test_signing_in_and_out_leads_nowhere_else(amal, at_work, there) -> None:
    assert sign_in(at_work, next=there).url == "/"
    assert at_work.get("/lock/", {"next": there}).url == "/accounts/login/?next=%2F"
    sign_in(at_work)
    assert send(at_work, reverse("account_logout"), {"next": there}).url == "/accounts/login/"


@pytest.mark.parametrize("there", ELSEWHERE)
def test_confirming_and_removing_lead_nowhere_else(amal, at_work, there) -> None:
    sign_in(at_work)
    answer = send(at_work, reverse("account_reauthenticate"), {"password": PASSWORD, "next": there})
    assert answer.status_code == 302
    assert answer.url == "/"


def test_where_one_came_from_is_where_one_returns(amal, at_work) -> None:
    assert sign_in(at_work, next="/search/?q=wren").url == "/search/?q=wren"


@pytest.mark.parametrize("name", CLOSED)
def test_what_the_agency_looks_after_is_closed_not_hidden(amal, at_work, name) -> None:
    sign_in(at_work)
    assert "Ask whoever looks after Kith" in words(at_work.get(reverse(name)))
    answer = send(at_work, reverse(name), {"email": "new@elsewhere.example.org", "action_add": ""})
    assert answer.status_code == 405
    assert Worker.objects.get().emailaddress_set.count() == 1
    assert mail.outbox == []


def test_a_worker_who_was_ended_does_not_get_in(amal, at_work) -> None:
    staff.end(email=AMAL, at=AT)
    assert sign_in(at_work).url == reverse("account_inactive")
    assert at_work.get("/").status_code == 302


def test_a_changed_password_ends_every_other_session_at_once(amal, at_work, elsewhere) -> None:
    sign_in(at_work)
    sign_in(elsewhere)
    typed = {"oldpassword": PASSWORD, "password1": "seven brown otters", "password2": "seven brown otters"}
    assert send(at_work, reverse("account_change_password"), typed).status_code == 302
    assert at_work.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    assert Session.objects.filter(worker=amal).count() == 1
    assert "not right" in words(sign_in(Client(REMOTE_ADDR="198.51.100.4")))


def test_the_old_password_cannot_be_guessed_at_a_desk_left_open(amal, at_work) -> None:
    sign_in(at_work)
    typed = {"oldpassword": "wrong", "password1": "seven brown otters", "password2": "seven brown otters"}
    told = [words(send(at_work, reverse("account_change_password"), typed)) for _ in range(DEVICE.free + 1)]
    assert "Too many tries" in told[-1]
    assert "Too many tries" not in told[-2]


def test_the_agencys_chain_is_told_that_a_password_changed_and_sessions_ended(committed, cluster) -> None:
    staff.let_in(email=AMAL, name="Amal", role="team_manager", password=PASSWORD, at=AT)
    at_work, elsewhere = Client(), Client()
    sign_in(at_work)
    sign_in(elsewhere)
    typed = {"oldpassword": PASSWORD, "password1": "seven brown otters", "password2": "seven brown otters"}
    send(at_work, reverse("account_change_password"), typed)
    with psycopg.connect(cluster.url(OWNER, committed)) as connection:
        lines = connection.execute("SELECT body FROM core_ledger ORDER BY id").fetchall()
    told = [(body["verb"], body["facts"]) for (line,) in lines if (body := json.loads(line))]
    assert told[1:] == [
        ("worker.sessions_ended", {"sessions": 1}),
        ("worker.sign_in_changed", {"changed": "password_changed"}),
    ]


def test_the_cookies_are_the_three_that_are_needed(amal, at_work) -> None:
    at_work.get(LOGIN)
    sign_in(at_work)
    assert set(at_work.cookies) == {ours.SESSION_COOKIE_NAME, ours.CSRF_COOKIE_NAME, ours.DEVICE_COOKIE_NAME}
    for name, cookie in at_work.cookies.items():
        assert cookie["samesite"] in {"Lax", "Strict"}
        assert cookie["path"] == "/"
        assert not cookie["domain"]
        assert bool(cookie["httponly"]) is (name != ours.CSRF_COOKIE_NAME)
    assert AMAL not in str(at_work.cookies)
    assert str(amal.id) not in str(at_work.cookies)


def test_a_form_without_its_token_changes_nothing(amal) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403
    assert not Session.objects.filter(worker=amal).exists()


def test_a_file_sent_to_sign_in_by_a_stranger_is_refused_quietly(db, at_work) -> None:
    at_work.raise_request_exception = False
    assert at_work.post(LOGIN, {"login": AMAL, "password": PASSWORD}).status_code == 400
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.get(LOGIN)
    assert strict.post(LOGIN, {"login": AMAL}).status_code == 400


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[]",
        "null",
        '{"id": 1}',
        '{"id":"a","rawId":"a","type":"public-key","response":{}}',
        '{"id":"a","rawId":"a","type":"public-key","response":{"userHandle":"%%%"}}',
        '{"id":"a","rawId":"a","type":"public-key","response":{"userHandle":7}}',
        '{"id":"a","rawId":"a","type":"public-key","response":{"userHandle":"AAAA","clientDataJSON":"e30"}}',
    ],
)
def test_nonsense_for_a_passkey_lets_nobody_in_and_breaks_nothing(amal, at_work, said) -> None:
    at_work.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    answer = send(at_work, reverse("mfa_login_webauthn"), {"credential": said})
    assert answer.status_code == 302
    assert answer.url == LOGIN
    assert at_work.get("/").status_code == 302


def test_what_a_passkey_is_asked_names_nobody(amal, at_work) -> None:
    """Whether there is such an account, or whether it has a passkey, cannot be learnt by asking."""
    asked = at_work.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"}).json()
    assert asked["request_options"]["publicKey"].get("allowCredentials", []) == []
    assert asked["request_options"]["publicKey"]["userVerification"] == "required"
