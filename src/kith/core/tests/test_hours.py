"""When somebody works, what a person who writes out of hours is told, and that Kith itself sends staff nothing."""

import ast
import re
from datetime import date, time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.db.utils import ProgrammingError
from django.test import Client
from django.urls import reverse

import kith
from kith.core import clock, hours
from kith.core.hours import Leave
from kith.core.models import WorkingHours
from kith.core.reference import actions as reference
from kith.core.transactions import scoped
from kith.core.wall_clock import Window
from kith.record.testing import at, worker

SOURCE = Path(kith.__file__).parent
WEDNESDAY, NIGHT, MONDAY = at("2026-11-25", "12:00"), at("2026-11-27", "23:40"), at("2026-11-30", "08:30")


@pytest.fixture
def amal(db):
    return worker("Amal Tester")


def set_hours(amal, *windows, leave=()):
    return hours.set_hours(windows=windows, leave=leave, by=amal, at=clock.now())


def test_whoever_has_said_nothing_works_when_offices_do_and_not_on_bank_holidays(amal):
    assert hours.is_working(amal, WEDNESDAY)
    assert not hours.is_working(amal, NIGHT)
    assert hours.next_working(amal, NIGHT) == MONDAY
    assert hours.next_working(amal, at("2026-12-25", "12:00")) == at(
        "2026-12-29", "08:30"
    )  # Boxing Day moved to the 28th


def test_hours_and_days_off_are_said_by_oneself_and_the_newest_hold(amal):
    set_hours(amal, Window((0, 1), time(10), time(16)), leave=[Leave(date(2026, 11, 30), date(2026, 12, 4))])
    assert not hours.is_working(amal, WEDNESDAY)
    assert hours.next_working(amal, WEDNESDAY) == at("2026-12-07", "10:00")
    set_hours(amal, Window((2,), time(9), time(17)))
    assert hours.is_working(amal, WEDNESDAY)


def test_hours_follow_the_wall_clock_over_a_change_of_the_clocks(amal):
    set_hours(amal, Window((6,), time(9), time(10)))
    assert hours.next_working(amal, at("2026-10-24", "12:00")) == at("2026-10-25", "09:00")
    assert hours.next_working(amal, at("2026-03-28", "12:00")) == at("2026-03-29", "09:00")


def test_whoever_left_does_not_work(amal):
    amal.is_active = False
    assert hours.next_working(amal, WEDNESDAY) is None
    assert not hours.is_working(amal, WEDNESDAY)


@pytest.mark.parametrize(
    ("windows", "leave"),
    [
        ((), ()),
        ((Window((0,), time(17), time(9)),), ()),
        ((Window((0,), time(9), time(17)),), (Leave(date(2026, 2, 2), date(2026, 2, 1)),)),
    ],
)
def test_hours_that_cannot_be_are_refused_whole(amal, windows, leave):
    with pytest.raises(hours.NotHours):
        set_hours(amal, *windows, leave=leave)
    assert not WorkingHours.objects.exists()


def test_nobody_says_anothers_hours_and_none_are_changed_afterwards(amal):
    row, cara = set_hours(amal, Window((0,), time(9), time(17))), worker("Cara")
    with scoped(worker_id=cara.id):
        assert WorkingHours.objects.get().id == row.id
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            WorkingHours.objects.create(worker=amal, windows=[], leave=[], set_at=clock.now())
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            WorkingHours.objects.update(leave=[])


def test_out_of_hours_words_name_nobody_and_give_the_duty_number_once_the_agency_wrote_it(amal):
    assert hours.away_words(amal, WEDNESDAY) == ""
    told = hours.away_words(amal, NIGHT)
    assert told == (
        "Thank you. I am not at work now and will read this from Monday 30 November at 08:30. In danger, ring 999."
    )
    dee = worker("Dee", "information_governance_lead")
    value = {
        "name": "Duty team",
        "for_whom": "Anybody",
        "when": "day and night",
        "route": "Ring",
        "phone": "01632 960 001",
    }
    row = {
        "key": hours.DUTY_KEY,
        "value": value,
        "source": "The agency",
        "owner": "Duty",
        "effective_from": None,
        "effective_to": None,
        "next_check_on": date(2027, 6, 1),
        "is_verified": True,
    }
    reference.add_row(name="help_directory", row=row, why="Ours", by=dee, at=clock.now())
    assert "ring: Duty team, 01632 960 001, day and night." in hours.away_words(amal, NIGHT)
    assert "Amal" not in hours.away_words(amal, NIGHT)


def page(browser, **typed):
    import uuid

    there = reverse("home:hours")
    return browser.post(there, {"submit_key": str(uuid.uuid4()), **typed}) if typed else browser.get(there)


def test_the_page_of_ones_hours_keeps_them_and_takes_days_off_back(amal):
    browser = Client()
    browser.force_login(amal, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "You have said nothing yet" in page(browser).content.decode()
    off = {"first_on-day": "24", "first_on-month": "12", "first_on-year": "2026"}
    off |= {"last_on-day": "2", "last_on-month": "1", "last_on-year": "2027"}
    answer = page(browser, days_1="01234", from_1="9am", until_1="17:00", **off)
    assert answer.url == reverse("home:hours")
    found = hours.hours_of(amal)
    assert found.windows == (Window((0, 1, 2, 3, 4), time(9), time(17)),)
    assert found.leave == (Leave(date(2026, 12, 24), date(2027, 1, 2)),)
    page(browser, days_1="01234", from_1="9am", until_1="17:00", take_off="0")
    assert hours.hours_of(amal).leave == ()
    assert "Enter at least one day" in page(browser, days_1="").content.decode()
    assert "from when until when" in page(browser, days_1="0").content.decode()


#: Who hands anything to the world outside, by module, and what it is. None of it goes to somebody who works here.
SENDERS = {
    "core/asking.py": "text messages and letters to the people of a case, through the outbox; statements to a store",
    "correspondence/channels/smtp.py": "messages to the people of a case, through the outbox",
    "core/ledger/stamps.py": "hashes of checkpoints, to an authority that stamps times",
}
SENDS = {"smtplib", "django.core.mail", "http.client", "urllib.request", "requests", "httpx"}
NUDGES = re.compile(r"new Notification\(|PushManager|serviceWorker\.register|setAppBadge|navigator\.vibrate")


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def test_kith_sends_staff_nothing():
    """What would be sent to somebody who works here must ask `hours.is_working` first: add it there, then here.

    Accounts write no e-mail: the backend keeps what is left in memory, and the adapter tells the ledger instead.
    """
    senders = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if "tests" not in path.parts and path.name != "testing.py" and SENDS & set(imported(path))
    }
    assert senders == set(SENDERS), "to whom, and does it ask `hours.is_working` where that is somebody who works here?"
    assert settings.EMAIL_BACKEND == "django.core.mail.backends.locmem.EmailBackend"


def test_no_page_asks_to_notify():
    scripts = [*(SOURCE / "ui" / "assets").rglob("*.js"), *SOURCE.rglob("*.html")]
    assert scripts
    assert [str(path) for path in scripts if NUDGES.search(path.read_text())] == []
