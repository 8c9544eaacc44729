"""A piece of CPD is kept with a peer's part: on a phone, by keyboard, stopped at a name, and copied out."""

import re
from collections.abc import Callable
from urllib.parse import urlparse

from playwright.sync_api import Page, expect

from tests.journeys.browsers import NARROW
from tests.journeys.conftest import Watch
from tests.journeys.hands import Hands

NARROW_PAGE = {"viewport": NARROW}


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it is wider than the phone"


def begin_a_piece(page: Page, hands: Hands) -> None:
    page.goto("/learning/")
    hands.link("Your CPD log")
    hands.button("Write a piece")
    hands.text("Type of activity", "Supervision")
    hands.text(re.compile("Short description"), "Looking at open profiles, and when it is right.")
    for part, words in (("Day", "27"), ("Month", "3"), ("Year", "2026")):
        hands.text(part, words)
    hands.text(re.compile("What you learnt"), "To ask first, as Rosalind says.")
    hands.text(re.compile("What difference"), "I ask a family before I look.")


def test_a_piece_is_kept_with_a_peer_and_copied_out(
    page_as: Callable[..., Page], new_page: Callable[..., Page], watch: Watch
) -> None:
    # Given a piece that names somebody
    page = page_as("cara", **NARROW_PAGE)
    hands, main = Hands(page), page.get_by_role("main")
    begin_a_piece(page, hands)
    expect(page.locator("[data-draft-state]")).to_contain_text("aved")
    fits(page)

    # When it is finished, the name is pointed at; once it is said to be a colleague's, the piece counts
    hands.button("Check and finish")
    expect(main).to_contain_text("“Rosalind” looks like a name")
    fits(page)
    hands.select("“Rosalind” is", "a colleague")
    hands.button("Check and finish")
    expect(main).to_contain_text("Copy each field into the regulator's form")
    fits(page)

    # And a peer is asked by a link, which is shown once
    hands.link("Ask a peer for their part")
    hands.tick("What you learnt")
    hands.choose(re.compile("^By a link"))
    hands.button("Ask them")
    link = urlparse(main.locator("code").inner_text()).path
    fits(page)

    # Then the peer, whom nobody knows, writes their part on a phone of their own
    phone = new_page(**NARROW_PAGE)
    theirs = Hands(phone)
    phone.goto(link)
    expect(phone.get_by_role("main")).to_contain_text("To ask first, as Rosalind says.")
    expect(phone.get_by_role("main")).not_to_contain_text("open profiles")
    expect(phone.get_by_role("main")).not_to_contain_text("Cara")
    theirs.text("What did you talk over, and what did it bring?", "We weighed it, and what a child would say.")
    theirs.text("Your name", "Idris Peer")
    theirs.text("Your role", "Social worker")
    fits(phone)
    theirs.button("Give it to them")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you")
    phone.goto(link)
    expect(phone.get_by_role("main")).to_contain_text("does not work any more")
    assert phone.context.cookies() == []

    # And the writer has it, with what the year still asks for
    page.goto("/learning/cpd/")
    expect(main).to_contain_text("With a peer")
    fits(page)
    hands.link("Supervision")
    expect(main).to_contain_text("We weighed it, and what a child would say.")
    expect(main).to_contain_text("Idris Peer, Social worker")

    # And it is theirs to delete
    hands.link("Delete this piece")
    hands.button("Delete it")
    expect(main).not_to_contain_text("Supervision")


def test_a_piece_is_written_without_script(page_as: Callable[..., Page]) -> None:
    page = page_as("cara", java_script_enabled=False, **NARROW_PAGE)
    page.goto("/learning/capabilities/digital_capabilities/access/")
    page.get_by_label("Developing").check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("main")).to_contain_text("Nobody else sees it")
    page.goto("/learning/cpd/")
    page.get_by_role("button", name="Write a piece").click()
    page.get_by_label("Type of activity").fill("Reading")
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_role("main")).to_contain_text("Reading")
    page.get_by_role("link", name="Delete this piece").click()
    page.get_by_role("button", name="Delete it").click()
