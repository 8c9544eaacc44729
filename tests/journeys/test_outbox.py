"""By text, by letter and by call; and what becomes of a message that did not go."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hands import Hands

pytestmark = pytest.mark.xdist_group("callum")  # one draft to Callum, which they would all write in

WORDS = "I will come on Friday at four instead of Thursday. Ring me if that is hard for you. Amal, Brackwater. Tŷ"


def _to_callum(page: Page) -> Hands:
    hands = Hands(page)
    page.goto("/")
    hands.link("Quillfeather")
    hands.button("Send a message")
    hands.link("Callum")
    return hands


def _name_in_plan(hands: Hands, way: str) -> None:
    """Name a way to reach somebody in their contact plan, after those it names already."""
    hands.link("See the contact plan")
    hands.link(re.compile("^Change ?: how to reach them"))
    hands.select("Then, last", way)
    hands.button("Save, and see the plan")


def test_a_text_message_shows_its_fragments_and_its_price_before_it_goes(page_as: Callable[..., Page]) -> None:
    # Given Amal, who writes to the father by text, as he likes it
    page = page_as("amal")
    hands = _to_callum(page)
    hands.choose("Text message to 07700 900 377")
    hands.text("Message", WORDS)

    # When she reads it as he would
    hands.button("Read it as them")

    # Then she sees how it is cut, for which sign, and what it costs
    main = page.get_by_role("main")
    expect(main).to_contain_text(f"{len(WORDS)} characters, 2 text messages: 4.8p and VAT (5.76p).")
    expect(main).to_contain_text("hold 70 characters, not 160: ŷ")

    # And when she sends it, it reaches the gateway in these words
    hands.button("Send it")
    state = page.get_by_role("main").get_by_text(re.compile("^Sent$"))
    for _ in range(40):
        if state.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(page.get_by_role("main")).to_contain_text("The text-message gateway took it.")
    hands.link("What left")
    left = page.locator("details").filter(has_text="Text message").first
    expect(left).to_contain_text(WORDS)
    expect(left).to_contain_text("Handed over for: +447700900377")


def test_a_message_that_did_not_go_waits_on_the_front_page_until_it_was_seen(page_as: Callable[..., Page]) -> None:
    # Given an address of the court that nobody reads
    page = page_as("amal")
    hands = Hands(page)
    page.goto("/")
    hands.link("Quillfeather")
    hands.link("People")
    hands.link("Family Court at Fennby")
    hands.button("Add a way to reach them")
    hands.choose("E-mail address")
    hands.text("The address or number", "list@nobody.example.org")
    hands.choose(re.compile("^No, others in the case know it"))
    hands.choose(re.compile("^Yes, they said so"))
    hands.button("Add it")
    _name_in_plan(hands, "E-mail: list@nobody")

    # When Amal writes there
    page.goto("/")
    hands.link("Quillfeather")
    hands.button("Send a message")
    hands.link("Family Court at Fennby")
    hands.choose("list@nobody.example.org")
    hands.text("Subject", "The hearing list")
    hands.text("Message", "Is the hearing still on Monday?")
    hands.button("Read it as them")
    hands.button("Send it")

    # Then it is refused, and waits for her on the front page
    task = page.get_by_role("link", name="Message to Family Court at Fennby")
    for _ in range(40):
        page.goto("/")
        if task.count():
            break
        page.wait_for_timeout(500)
    expect(page.get_by_role("main")).to_contain_text("not sent")
    hands.link("Message to Family Court at Fennby")
    expect(page.get_by_role("main")).to_contain_text("There is no such mailbox here")

    # And when she has seen it, it waits no more
    hands.button("I have seen this")
    page.goto("/")
    expect(task).to_have_count(0)


def test_a_letter_to_post_is_downloaded_noted_and_gone_from_the_list(page_as: Callable[..., Page]) -> None:
    # Given a postal address of the father that may be written to
    page = page_as("amal", accept_downloads=True)
    hands = Hands(page)
    page.goto("/")
    hands.link("Quillfeather")
    hands.link("People")
    hands.link("Callum")
    hands.button("Add a way to reach them")
    hands.choose("Postal address")
    hands.text("The address or number", "8 Tanner Row, Fennby, FN3 4PQ")
    hands.choose(re.compile("^No, others in the case know it"))
    hands.choose(re.compile("^Yes, they said so"))
    hands.button("Add it")
    _name_in_plan(hands, "Letter: 8 Tanner")

    # When Amal writes a letter
    hands = _to_callum(page)
    hands.choose(re.compile("^Letter to 8 Tanner Row"))
    hands.text("Subject", "Our meeting")
    hands.text("Message", "Dear Callum,\n\nWe meet on Friday.\n\nAmal")
    hands.button("Read it as them")
    expect(page.get_by_role("main")).to_contain_text("1 sheet: 63.8p and VAT (76.56p).")
    hands.button("Send it")

    # Then it waits to be posted, as a PDF to print
    expect(page.get_by_role("main")).to_contain_text("To be posted")
    hands.tab_to(page.get_by_role("link", name="Download the letter to print"))
    with page.expect_download() as coming:
        hands.press("Enter")
    assert coming.value.path().read_bytes().startswith(b"%PDF-")

    # And once it is noted as posted, nobody is asked for it any more
    hands.text("Day", "3")
    hands.text("Month", "3")
    hands.text("Year", "2026")
    hands.button("It is posted")
    expect(page.get_by_role("main")).to_contain_text("Posted on 3 March 2026.")
    page.goto("/")
    expect(page.get_by_role("main")).not_to_contain_text("A letter to post")
