"""Those who guess wait; nobody else does."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.core import clock
from kith.core.models import FailedSignIn
from kith.core.sign_in import limits
from kith.core.sign_in.waiting import ACCOUNT_HERE, DEVICE, PLACE
from kith.core.tests.asking import AMAL, PASSWORD, sign_in, words

in_a_database = pytest.mark.django_db


def guess(client: Client, times: int, email: str = AMAL) -> list[str]:
    return [words(sign_in(client, email, f"wrong {n}")) for n in range(times)]


def let_pass(seconds: int) -> None:
    """Let time pass, as the counts see it."""
    for row in FailedSignIn.objects.all():
        row.last_at -= timedelta(seconds=seconds)
        row.wait_until -= timedelta(seconds=seconds)
        row.save()


def test_guessing_is_stopped_even_with_the_right_password_and_says_how_long(amal, elsewhere) -> None:
    told = guess(elsewhere, ACCOUNT_HERE.free + 1)
    assert all("The email address or the password is not right" in each for each in told[:-1])
    assert "Too many tries from here. Wait 1 minute, then try again." in told[-1]
    assert "Too many tries" in words(sign_in(elsewhere))
    let_pass(ACCOUNT_HERE.first_seconds)
    assert sign_in(elsewhere).status_code == 302


def test_the_wait_grows_with_each_further_guess(amal, elsewhere) -> None:
    guess(elsewhere, ACCOUNT_HERE.free)
    waits = []
    for _ in range(8):
        waits.append(max(row.wait_until for row in FailedSignIn.objects.all()) - clock.now())
        let_pass(int(waits[-1].total_seconds()) + 1)
        guess(elsewhere, 1)
    minutes = [round(each.total_seconds() / 60, 1) for each in waits]
    assert minutes == [0.5, 1, 2, 4, 8, 15, 15, 15]


def test_what_strangers_do_stops_neither_a_known_browser_nor_another_place(amal, at_work, elsewhere) -> None:
    assert sign_in(at_work).status_code == 302
    at_work.post("/accounts/logout/")
    guess(elsewhere, ACCOUNT_HERE.free + 3)
    assert sign_in(at_work).status_code == 302
    assert sign_in(Client(REMOTE_ADDR="198.51.100.5")).status_code == 302


@pytest.mark.drill
def test_a_known_browser_is_not_stopped_by_the_place_it_is_at(amal, at_work) -> None:
    """A colleague, or a script on the office's network, tries every account there is: those who work here go on."""
    assert sign_in(at_work).status_code == 302
    at_work.post("/accounts/logout/")
    stranger = Client(REMOTE_ADDR="192.0.2.10")
    for number in range(PLACE.free + 1):
        told = guess(stranger, 1, f"nobody{number}@agency.example.org")
    assert "Too many tries" in told[-1]
    assert "Too many tries" in words(sign_in(Client(REMOTE_ADDR="192.0.2.10")))
    assert sign_in(at_work).status_code == 302


def test_a_known_browser_that_guesses_waits_too(amal, at_work) -> None:
    sign_in(at_work)
    at_work.post("/accounts/logout/")
    told = guess(at_work, DEVICE.free + 1)
    assert "Too many tries" in told[-1]


@pytest.mark.parametrize("forged", ["", "nonsense", "eyJpZCI6ImEifQ:1tAAAA:aaaa"])
def test_a_forged_device_is_no_device(amal, elsewhere, settings, forged) -> None:
    elsewhere.cookies[settings.DEVICE_COOKIE_NAME] = forged
    assert "Too many tries" in guess(elsewhere, ACCOUNT_HERE.free + 1)[-1]


def test_a_device_of_another_account_is_no_device_of_this_one(amal, elsewhere, settings) -> None:
    from kith.core import staff
    from kith.record.testing import AT

    staff.let_in(email="bo@agency.example.org", name="Bo", role="duty_worker", password=PASSWORD, at=AT)
    sign_in(elsewhere, "bo@agency.example.org")
    elsewhere.post("/accounts/logout/")
    assert "Too many tries" in guess(elsewhere, ACCOUNT_HERE.free + 1)[-1]


def test_a_right_password_takes_only_its_own_try_back(amal, elsewhere) -> None:
    """Somebody with an account of their own cannot make the count of a place begin anew by signing in now and then."""
    guess(elsewhere, 3, "nobody@agency.example.org")
    before = sorted(FailedSignIn.objects.values_list("failures", flat=True))
    sign_in(elsewhere)
    assert sorted(FailedSignIn.objects.values_list("failures", flat=True)) == before


def test_counts_hold_no_address_and_no_account(amal, elsewhere) -> None:
    guess(elsewhere, 2)
    for row in FailedSignIn.objects.all():
        assert re.fullmatch("[0-9a-f]{64}", row.key)


def test_a_clock_that_was_ahead_keeps_nobody_waiting_once_it_is_right(amal, elsewhere) -> None:
    guess(elsewhere, 1)
    FailedSignIn.objects.update(wait_until=clock.now() + timedelta(hours=49), last_at=clock.now() + timedelta(hours=49))
    assert sign_in(elsewhere).status_code == 302


def test_old_counts_are_swept_up(amal, elsewhere) -> None:
    guess(elsewhere, 2)
    limits.forget_old(clock.now() + limits.LONGEST_KEPT + timedelta(minutes=1))
    assert not FailedSignIn.objects.exists()


def test_known_and_unknown_accounts_are_answered_alike(amal, settings) -> None:
    """The same words, byte for byte but for what was typed and what is random, after the same questions."""
    told, asked = [], []
    for email in (AMAL, "nobody@agency.example.org"):
        client = Client(REMOTE_ADDR="203.0.113.66")
        for _ in range(ACCOUNT_HERE.free + 1):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                answer = sign_in(client, email, "wrong")
            told.append((email, answer.status_code, _plain(words(answer), email)))
            asked.append((email, [_shape(each["sql"]) for each in queries if "core_failed" in each["sql"]]))
    for kept in (told, asked):
        assert [each[1:] for each in kept if each[0] == AMAL] == [each[1:] for each in kept if each[0] != AMAL]


@pytest.mark.drill
def test_known_and_unknown_accounts_take_the_same_time(amal, settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
    amal.set_password(PASSWORD)
    amal.save()
    took: dict[str, list[float]] = {AMAL: [], "nobody@agency.example.org": []}
    for number in range(5):
        for email, times in took.items():
            began = time.perf_counter()
            sign_in(Client(REMOTE_ADDR=f"203.0.113.{number}"), email, "wrong")
            times.append(time.perf_counter() - began)
    known, unknown = (min(times) for times in took.values())  # the quickest: a busy machine only makes others slower
    assert 0.6 < known / unknown < 1.7


def test_tries_at_once_are_counted_one_by_one_by_every_process(committed, rf) -> None:
    def one(number: int) -> bool:
        try:
            limits.begin(rf.get("/", REMOTE_ADDR="203.0.113.66"), AMAL)
        except limits.TooMany:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(12) as threads:
        let_through = sum(threads.map(one, range(24)))
    assert let_through == ACCOUNT_HERE.free


def _plain(page: str, email: str) -> str:
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
    return page.replace(email, "...")


def _shape(sql: str) -> str:
    return re.sub(r"'[^']*'|\b\d+\b", "?", sql)
