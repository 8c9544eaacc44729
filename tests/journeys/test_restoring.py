"""Everything is lost; the worker who wrote this morning signs in again and finds the words."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsers import WIDE
from tests.journeys.conftest import MUST_NOT_BE_SAID, SECONDS, Watch
from tests.journeys.given import a_case
from tests.journeys.hands import Hands
from tests.serving.running import EMAIL, PASSWORD, Kith, a_place_with_amal, kith, lose_everything

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
    pytest.mark.xdist_group("serving"),
    pytest.mark.timeout(300),
]

Window = Callable[[], Page]
WORDS = "She rang at nine and wishes to be rung before school ends"
UNDER_WAY = "At noon nobody had rung her. I have"
TEXT = "What happened, or what was said?"


@contextmanager
def windows_of(browser: Browser, running: Kith) -> Iterator[Window]:
    """Open windows of one browser at a running Kith; what goes wrong in them fails the journey."""
    watching = Watch(f"http://127.0.0.1:{running.port}")
    context = browser.new_context(base_url=watching.origin, viewport=WIDE)
    context.set_default_timeout(SECONDS)
    watching.over(context)
    try:
        yield context.new_page
    finally:
        context.close()
    assert watching.faults == []
    assert [line for line in running.says().splitlines() if any(word in line for word in MUST_NOT_BE_SAID)] == []


def test_a_worker_finds_the_words_of_the_morning_after_everything_was_lost(browser: Browser) -> None:
    with a_place_with_amal() as place:
        # Given a worker who wrote an entry, and is in the middle of another while a backup is taken
        with Kith(place) as running, windows_of(browser, running) as window:
            page = window()
            page.goto("/accounts/login/")
            _sign_in(page)
            page.wait_for_url(lambda url: "/accounts/" not in url)
            case = a_case(page, people=(("Wren", "child"),))
            _write(page, case, WORDS)
            Hands(page).button("Write it into the record")
            expect(page.get_by_role("main")).to_contain_text(WORDS)
            with page.expect_response(lambda answer: UNDER_WAY in (answer.request.post_data or "")) as saved:
                _write(page, case, UNDER_WAY)
            assert saved.value.status == 200
            backup = kith(place, "backup", str(place / "backups"))
            assert backup.returncode == 0, backup.stderr
            # When the machine dies, its data folder is gone, and the backup comes back into an empty one
            running.stop(signal.SIGKILL)
        key = lose_everything(place)
        restored = kith(place, "restore", str(place / "backups"), "--key", str(key))
        assert restored.returncode == 0, restored.stdout + restored.stderr

        # Then they sign in as they always do, and find the entry, and the words that were under way
        with Kith(place) as running, windows_of(browser, running) as window:
            page = window()
            page.goto(case)
            assert "/accounts/login/" in page.url
            _sign_in(page)
            page.wait_for_url(f"**{case}")
            hands = Hands(page)
            hands.link("Note")
            expect(page.get_by_role("main")).to_contain_text(WORDS)
            page.goto(case)
            hands.link("Go on with an entry")
            expect(page.get_by_label(TEXT)).to_have_value(UNDER_WAY)
            hands.button("Write it into the record")
            expect(page.get_by_role("main")).to_contain_text(UNDER_WAY)
            verified = kith(place, "ledger", "verify")
        assert verified.returncode == 0, verified.stdout + verified.stderr


def _sign_in(page: Page) -> None:
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")


def _write(page: Page, case: str, words: str) -> None:
    page.goto(f"{case}entries/write/")
    hands = Hands(page)
    hands.select("What is it?", "Note")
    hands.text(TEXT, words)
