"""A dilemma is played to two endings by keyboard and seen as the child lived it; and once without any script."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kith.engines.dilemmas import MOST_CHOICES
from tests.journeys.hands import Hands


def test_a_dilemma_is_played_to_two_endings_by_keyboard(page_as: Callable[..., Page]) -> None:
    page = page_as("cara")  # who has played nothing
    hands = Hands(page)
    page.goto("/learning/")
    hands.link("Dilemmas")
    title = page.get_by_role("heading", level=3).first.inner_text()
    hands.link(title)
    hands.button("Begin")
    first = _played(page, hands, "first")
    childs = _as_the_child(page, hands)
    hands.button("Play again and choose otherwise")
    second = _played(page, hands, "last")
    assert second != first and _as_the_child(page, hands) != childs
    page.goto("/learning/dilemmas/")
    expect(page.get_by_text("Played to an ending")).to_be_visible()
    _deleted(page, hands)


@pytest.mark.everyday
def test_a_dilemma_is_played_without_script(page_as: Callable[..., Page]) -> None:
    page = page_as("ben", java_script_enabled=False)
    page.goto("/learning/dilemmas/")
    page.locator("main h3 a").first.click()
    page.get_by_role("button", name="Begin").click()
    for _ in range(MOST_CHOICES):
        if page.get_by_role("button", name="See it as others lived it").count():
            break
        page.locator("main input[type=radio]").first.check()
        page.get_by_role("button", name="Go on", exact=True).click()
    page.get_by_role("button", name="See it as others lived it").click()
    for name in ("The child", "The parent", "A colleague", "The court", "By duty", "By outcome"):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    page.get_by_role("link", name="Delete this play").click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("The play was deleted.")).to_be_visible()


def _played(page: Page, hands: Hands, which: str) -> str:
    """Choose the first or the last choice at each question; gives how it ended, and goes on to the others."""
    for _ in range(MOST_CHOICES):
        if page.get_by_role("button", name="See it as others lived it").count():
            break
        hands.choose(getattr(page.locator("main .govuk-radios__label"), which).inner_text())
        hands.button("Go on")
    ended = page.locator("main h2").first.inner_text()
    hands.button("See it as others lived it")
    return ended


def _as_the_child(page: Page, hands: Hands) -> str:
    """Read what the child says; the parent's tab is reached by an arrow."""
    hands.tab_to(page.get_by_role("tab", name="The child"))
    told = page.locator("#as_child").inner_text()
    hands.press("ArrowRight")
    expect(page.locator("#as_parent")).to_be_visible()
    expect(page.locator("#as_child")).to_be_hidden()
    return told


def _deleted(page: Page, hands: Hands) -> None:
    hands.link(re.compile("^Delete the play"))
    hands.button("Delete it")
    expect(page.get_by_text("The play was deleted.")).to_be_visible()
