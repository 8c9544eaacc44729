"""Somebody who works here finds who can help, and reads what a screen raises: on a telephone, by keyboard, offline."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsers import NARROW
from tests.journeys.hands import Hands
from tests.journeys.walk import case_of


@pytest.mark.everyday
def test_a_fake_account_of_me_leads_to_the_right_helpline_in_two_taps(page_as: Callable[..., Page]) -> None:
    # Given Amal on a telephone, deep in a case
    page = page_as("amal")
    page.set_viewport_size(NARROW)
    page.goto(f"{case_of(page, 'Quillfeather')}timeline/")
    hands, main = Hands(page), page.get_by_role("main")

    # When she follows two links
    hands.link("Get help")
    expect(main).to_contain_text("What has happened?")
    hands.link("A fake account of me, or of somebody else")

    # Then the helpline for professionals stands first, with its hours, a number to press, and a caution
    expect(main.get_by_role("heading", level=3).first).to_have_text("Professionals Online Safety Helpline")
    expect(main).to_contain_text("Weekdays, from about 10 to 4")
    expect(main).to_contain_text("Nobody has checked this against its source yet")
    number = page.get_by_role("link", name="0344 381 4772")
    expect(number).to_have_attribute("href", "tel:03443814772")
    hands.tab_to(number)
    expect(main).to_contain_text("For the child or young person")


def test_a_question_that_a_screen_raises_leads_to_its_bite_which_is_then_read_offline(
    page_as: Callable[..., Page], tmp_path: Path
) -> None:
    # Given Amal where a file is taken in
    page = page_as("amal", accept_downloads=True)
    page.goto(f"{case_of(page, 'Quillfeather')}exhibits/take-in/")
    hands, main = Hands(page), page.get_by_role("main")

    # When she asks why, reads, and takes it with her
    hands.link(re.compile("A phone is being handed over"))
    expect(main.get_by_role("heading", level=1)).to_have_text("Phones as evidence")
    expect(main).to_contain_text("So what for the child?")
    hands.tab_to(page.get_by_role("link", name="Take it with you"))
    with page.expect_download() as coming:
        hands.press("Enter")
    taken = tmp_path / coming.value.suggested_filename
    coming.value.save_as(taken)

    # Then the file opens without a network and without asking for one, and fits a telephone
    browser = page.context.browser
    assert browser is not None
    offline = browser.new_context(offline=True, viewport=NARROW).new_page()
    asked: list[str] = []
    offline.on("request", lambda request: asked.append(request.url))
    offline.goto(taken.as_uri())
    expect(offline.get_by_role("heading", level=1)).to_have_text("Phones as evidence")
    assert asked == [taken.as_uri()]
    assert offline.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    offline.context.close()
