"""Where somebody is signed in: shown in plain words, ended at once, forgotten when silent."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock, staff
from kith.core.models import Session
from kith.core.sign_in import sessions
from kith.core.tests.asking import AMAL, PASSWORD, keyed, send, sign_in, words
from kith.record.testing import AT

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1"
CHROME = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
WHERE = "/accounts/where/"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (FIREFOX, "Firefox on Windows"),
        (EDGE, "Edge on Windows"),
        (SAFARI, "Safari on iPhone"),
        (CHROME, "Chrome on Android"),
        ("curl/8", "A browser we do not know"),
        ("<script>alert(1)</script>" * 50, "A browser we do not know"),
        ("", "A browser we do not know"),
    ],
)
def test_a_browser_in_plain_words(rf, said: str, shown: str) -> None:
    assert sessions.device_in_words(rf.get("/", HTTP_USER_AGENT=said)) == shown


@pytest.fixture
def desks(amal) -> tuple[Client, Client, Client]:
    """Three browsers in which Amal is signed in."""
    made = tuple(Client(HTTP_USER_AGENT=each) for each in (EDGE, FIREFOX, SAFARI))
    for each in made:
        sign_in(each)
    return made


def handle_of(page: str, device: str) -> str:
    row = next(row for row in page.split("govuk-summary-list__row") if device in row)
    return row.partition('name="end" value="')[2].partition('"')[0]


def test_the_page_shows_each_browser_and_names_no_secret(amal, desks) -> None:
    page = words(desks[0].get(WHERE))
    for shown in ("Edge on Windows", "you are here", "Firefox on Windows", "Safari on iPhone"):
        assert shown in page
    for row in Session.objects.all():
        assert row.session_key not in page


def test_one_is_ended_at_once_and_the_others_go_on(amal, desks) -> None:
    here, firefox, iphone = desks
    handle = handle_of(words(here.get(WHERE)), "Firefox on Windows")
    assert send(here, WHERE, keyed(end=handle)).url == WHERE
    assert firefox.get("/").status_code == 302
    assert iphone.get("/").status_code == here.get("/").status_code == 200


def test_all_others_are_ended_at_once(amal, desks) -> None:
    send(desks[0], WHERE, keyed(end="others"))
    assert [each.get("/").status_code for each in desks] == [200, 302, 302]


def test_nobody_ends_the_session_of_somebody_else(amal, desks) -> None:
    cara = Client()
    staff.let_in(email="cara@agency.example.org", name="Cara", role="team_manager", password=PASSWORD, at=AT)
    sign_in(cara, "cara@agency.example.org")
    handle = handle_of(words(desks[0].get(WHERE)), "Firefox on Windows")
    assert "Firefox" not in words(cara.get(WHERE))
    for end in (handle, "others", "", "x" * 9000):
        assert send(cara, WHERE, keyed(end=end)).status_code == 302
    assert [each.get("/").status_code for each in desks] == [200, 200, 200]


def test_strangers_are_sent_to_sign_in(db) -> None:
    assert Client().get(WHERE).url == f"/accounts/login/?next={WHERE}"


def test_an_ended_worker_has_no_session_left(amal, desks) -> None:
    staff.end(email=AMAL, at=AT)
    assert not Session.objects.filter(worker=amal).exists()
    assert [each.get("/").status_code for each in desks] == [302, 302, 302]


def test_a_browser_that_was_silent_for_long_is_signed_out(amal, at_work, settings) -> None:
    sign_in(at_work)
    settings.SILENT_MINUTES = 60
    Session.objects.update(seen_at=clock.now() - timedelta(minutes=59))
    assert at_work.get("/").status_code == 200
    assert Session.objects.get(worker=amal).seen_at > clock.now() - timedelta(minutes=1)
    Session.objects.update(seen_at=clock.now() - timedelta(minutes=61))
    assert at_work.get("/").status_code == 302
    assert not Session.objects.filter(worker=amal).exists()


def test_a_page_asked_for_again_within_a_minute_writes_nothing_of_it(amal, at_work) -> None:
    sign_in(at_work)
    before = Session.objects.get(worker=amal).seen_at
    at_work.get("/")
    assert Session.objects.get(worker=amal).seen_at == before


def test_a_session_gets_a_new_key_when_somebody_signs_in(amal, at_work) -> None:
    at_work.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})
    before = at_work.cookies["sessionid"].value
    sign_in(at_work)
    assert at_work.cookies["sessionid"].value != before
    assert not Session.objects.filter(session_key=before).exists()


def test_what_ended_by_itself_is_swept_up_by_the_next_who_signs_in(amal, at_work, elsewhere) -> None:
    sign_in(elsewhere)
    Session.objects.update(expire_date=clock.now() - timedelta(hours=1))
    sign_in(at_work)
    assert Session.objects.count() == 1
