"""A message that was written at night leaves when safe hours begin, and never on a contact weekend: by the clock alone.

A demonstration of its own: its clock is moved, which nobody else's journey should see.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect

from kith.core.cluster import OWNER, attached
from kith.seed.times import ZONE
from tests.journeys import given
from tests.journeys.browsers import WIDE, sign_in_quickly
from tests.journeys.hands import Hands
from tests.serving.running import Kith, a_new_place, clear_away
from tests.walls.faults import a_false_clock

#: The worker process looks at what is due every five seconds.
A_LOOK_SECONDS = 8


@dataclass
class Moved:
    """A demonstration whose clock is where a test puts it."""

    kith: Kith
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        return datetime.now(ZoneInfo(ZONE)) + self.ahead

    def put(self, on: date, clock: str) -> None:
        """Move the clock on. PostgreSQL has its own, so what waits for a moment there waits for as much less."""
        more = datetime.combine(on, time.fromisoformat(clock), ZoneInfo(ZONE)) - self.now()
        assert more > timedelta(), "a clock is never put back here"
        self.ahead += more
        (self.kith.place / "clock").write_text(str(self.ahead.total_seconds()))
        cluster = attached(self.kith.place / "demo" / "postgres")
        assert cluster is not None
        with psycopg.connect(cluster.url(OWNER, "kith")) as connection:
            connection.execute("UPDATE procrastinate_jobs SET scheduled_at = scheduled_at - %s", [more])

    def page_of_amal(self, browser: Browser, path: str = "/") -> Page:
        """Sign in anew, as one does on another day."""
        context = browser.new_context(base_url=f"http://127.0.0.1:{self.kith.port}", viewport=WIDE)
        page = context.new_page()
        sign_in_quickly(page, "amal")
        page.goto(path)
        return page


@pytest.fixture
def moved() -> Iterator[Moved]:
    place = a_new_place()
    try:
        with Kith(place, command="demo", **a_false_clock(place)) as kith:
            yield Moved(kith)
    finally:
        clear_away(place)


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def a_mother_with_hours(page: Page, friday: date) -> str:
    """Record Maud, who may be written to from nine to five, and not on the weekend after this Friday at four.

    Returns:
        where one writes to her.
    """
    case = given.a_case(page, people=(("Maud", "mother"),))
    page.goto(f"{case}people/")
    her = page.get_by_role("main").get_by_role("link", name=re.compile("Maud")).first.get_attribute("href") or ""
    contact = {"kind": "email", "value": "maud@example.net", "is_confidential": "yes", "may_write": "yes"}
    given.send(page, f"{her}contact/", {**contact, "verified_how": "She said"})
    given.any_hour_plan(page, her)
    hours = {"any_hour": "no", "days_1": "0123456", "from_1": "09:00", "until_1": "17:00"}
    given.send(page, f"{her}plan/hours/", hours)
    ends = {**day("from_moment", friday), **day("until_moment", friday + timedelta(days=2))}
    times = {"from_moment-time": "16:00", "until_moment-time": "18:00"}
    given.send(page, f"{her}plan/calendar/", {"where": "at her father's", "every": "14", **ends, **times})
    return f"{case}messages/to/{her.rstrip('/').rpartition('/')[2]}/"


def sent_after_reading(page: Page, to: str, words: str, leaves: str) -> None:
    """Write to her, see when it leaves before it is sent and after, and see that it is held."""
    hands, main = Hands(page), page.get_by_role("main")
    page.goto(to)
    hands.text("Subject", words)
    hands.text("Message", f"{words}: shall I come by?")
    hands.button("Read it as them")
    expect(main).to_contain_text(f"Written 23:40, leaves {leaves}.")
    hands.button("Send it")
    expect(main).to_contain_text("Held until it may leave")
    expect(main).to_contain_text("It leaves")


def is_still_held(page: Page) -> None:
    """Look again after the worker process has looked too."""
    page.wait_for_timeout(A_LOOK_SECONDS * 1000)
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("Held until it may leave")


def leaves_now(page: Page) -> None:
    """Wait until it is sent."""
    for _ in range(60):
        page.reload()
        if page.get_by_role("main").get_by_text(re.compile("^Sent$")).count():
            return
        page.wait_for_timeout(500)
    expect(page.get_by_role("main").get_by_text(re.compile("^Sent$"))).to_be_visible()


@pytest.mark.timeout(300)
def test_what_is_written_at_night_leaves_when_safe_hours_begin_and_not_on_the_contact_weekend(
    browser: Browser, moved: Moved
) -> None:
    # Given Thursday, 23:40, and a mother who may be written to from nine to five, but not on a contact weekend
    today = moved.now().date()
    thursday = today + timedelta(days=(3 - today.weekday()) % 7 or 7)
    friday, saturday, monday = (thursday + timedelta(days=n) for n in (1, 2, 4))
    to = a_mother_with_hours(moved.page_of_amal(browser), friday)
    moved.put(thursday, "23:40")
    page = moved.page_of_amal(browser)

    # When Amal writes to her, then she reads when it leaves, it is held, and one minute before nine it still is
    sent_after_reading(page, to, "Thursday night", "09:00")
    message = page.url
    moved.put(friday, "08:58")
    page = moved.page_of_amal(browser, message)
    is_still_held(page)

    # And at nine it is sent, by nobody's hand
    moved.put(friday, "09:00")
    leaves_now(page)

    # When she writes on the Friday night of the contact weekend
    moved.put(friday, "23:40")
    page = moved.page_of_amal(browser)
    sent_after_reading(page, to, "Friday night", f"09:00 on Monday {monday.day} {monday:%B %Y}")
    message = page.url

    # Then Saturday's safe hours do not send it, nor Sunday evening; Monday's do
    moved.put(saturday, "10:00")
    page = moved.page_of_amal(browser, message)
    is_still_held(page)
    moved.put(monday, "09:00")
    page = moved.page_of_amal(browser, message)
    leaves_now(page)
