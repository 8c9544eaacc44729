"""The demonstration shows a message that is stopped, and why: from the front page, by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hands import Hands
from tests.journeys.stack import Stack


@pytest.mark.everyday
def test_a_stopped_message_is_found_from_the_front_page_and_says_what_stops_it(
    page_as: Callable[..., Page], stack: Stack
) -> None:
    # Given the demonstration as it begins, and Amal on its front page
    page = page_as("amal")
    hands, main = Hands(page), page.get_by_role("main")
    page.goto("/")

    # When she goes on with the words that wait for her, and reads them as Marnie's father would
    hands.link(re.compile("a message in Tarnbrook"))
    expect(page.get_by_label("Message", exact=True)).to_contain_text("If you post them to 3 Weir Cottages")
    hands.button("Read it as them")

    # Then they are stopped, and the page says what they tell; it is the page that the demonstration names as it starts
    expect(main).to_contain_text("This cannot be sent")
    expect(main).to_contain_text("Address: 3 Weir Cottages, Tidebank, TB6 2QQ")
    expect(main.locator("mark").first).to_contain_text("Weir")
    expect(page.get_by_role("button", name="Send it")).to_have_count(0)
    (printed,) = re.findall(r"A message that is stopped, and why .*: (http\S+)", stack.says())
    assert printed.endswith(page.url.partition("#")[0].removeprefix(stack.origin))
