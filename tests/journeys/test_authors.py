"""An author publishes a change by keyboard; a broken story is refused with its line; a file taken away plays alone."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from kith.seed import drafting
from tests.journeys.browsers import WIDE
from tests.journeys.hands import Hands

NEW_LINE = "// Wenna's coat is red in this version."


def test_an_author_publishes_a_change_and_a_broken_story_is_refused_with_its_line(page_as: Callable[..., Page]) -> None:
    page = page_as("ben")
    hands = Hands(page)
    page.goto("/learning/dilemmas/")
    hands.link("Write dilemmas")
    hands.button("Begin a new one")
    hands.text("What is it called?", "The coat in the hall")
    hands.button("Begin")
    box = page.get_by_label("The story in Ink")
    sound = box.input_value()
    _write(page, hands, sound.replace("-> hall", "-> nowhere", 1))
    hands.button("Save and check")
    link = page.get_by_role("link", name="Line 32")
    expect(page.locator("#found")).to_contain_text("Line 32: Divert target not found: '-> nowhere'")
    hands.tab_to(link)
    hands.press("Enter")
    expect(box).to_be_focused()
    selected = box.evaluate("(one) => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert selected.strip() == "-> nowhere"
    hands.button("Save and publish")
    expect(page.get_by_role("main")).to_contain_text("To mend")
    expect(page.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    hands.link("Back to the words")
    _write(page, hands, f"{sound}{NEW_LINE}\n")
    expect(page.locator("[data-draft-state]")).to_contain_text("Saved")
    hands.button("Save and publish")
    expect(page.get_by_role("main")).to_contain_text("Sound")
    hands.text("What is new in this version?", "The first one.")
    hands.button("Publish")
    expect(page.get_by_role("main")).to_contain_text("Version 1 is published")
    _another_version(page, hands)
    page.goto("/learning/dilemmas/")
    expect(page.get_by_role("heading", name="The coat in the hall")).to_have_count(1)
    _withdrawn(page, hands)


def test_a_dilemma_taken_away_plays_in_one_file_that_asks_nobody(
    page_as: Callable[..., Page], browser: Browser, tmp_path: Path
) -> None:
    page = page_as("ben", java_script_enabled=False)
    page.goto("/learning/write/")
    page.get_by_role("link", name="A quick look").click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Take it with you").click()
    taken.value.save_as(tmp_path / "taken.html")
    context, asked = browser.new_context(viewport=WIDE, offline=True), []
    alone = context.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto((tmp_path / "taken.html").as_uri())
    while not alone.get_by_role("heading", name="By outcome").count():
        alone.locator("main > button").first.press("Enter")
    for name in ("The child", "The parent", "A colleague", "The court", "By duty"):
        expect(alone.get_by_role("heading", name=name, exact=True)).to_be_visible()
    assert alone.locator("main section").first.locator("p").count() > 1
    assert asked == [(tmp_path / "taken.html").as_uri()]
    context.close()


def test_the_draft_of_the_demonstration_says_what_it_lacks(page_as: Callable[..., Page]) -> None:
    page = page_as("ben", java_script_enabled=False)
    page.goto("/learning/write/")
    page.get_by_role("link", name=drafting.TITLE).click()
    page.get_by_role("button", name="Save and check").click()
    expect(page.locator("#found")).to_contain_text("To mend")


def test_a_fault_leads_to_its_line_without_script(page_as: Callable[..., Page]) -> None:
    page = page_as("ben", java_script_enabled=False)
    page.goto("/learning/write/new/")
    page.get_by_label("What is it called?").fill("Without script")
    page.get_by_role("button", name="Begin").click()
    box = page.get_by_label("The story in Ink")
    box.fill(box.input_value().replace("-> hall", "-> nowhere", 1))
    page.get_by_role("button", name="Save and check").click()
    page.get_by_role("link", name="Line 32").click()
    assert page.url.endswith("#line-32")
    expect(page.locator("#line-32")).to_have_text("-> nowhere")
    page.get_by_role("link", name="Delete this draft").click()
    page.get_by_role("button", name="Delete it").click()


def _write(page: Page, hands: Hands, words: str) -> None:
    """Put words into the box as somebody who pastes them."""
    hands.tab_to(page.get_by_label("The story in Ink"))
    hands.press("Control+A")
    page.keyboard.insert_text(words)


def _another_version(page: Page, hands: Hands) -> None:
    hands.button("Write a new version from this")
    assert NEW_LINE in page.get_by_label("The story in Ink").input_value()
    _write(page, hands, page.get_by_label("The story in Ink").input_value().replace("coat on", "red coat on"))
    hands.button("Save and publish")
    hands.text("What is new in this version?", "Her coat is red.")
    hands.button("Publish")
    expect(page.get_by_role("main")).to_contain_text("Her coat is red.")
    expect(page.get_by_role("link", name="Version 1")).to_be_visible()


def _withdrawn(page: Page, hands: Hands) -> None:
    page.goto("/learning/write/")
    hands.link("The coat in the hall")
    hands.link("Withdraw it")
    hands.button("Withdraw it")
    expect(page.get_by_role("main")).to_contain_text("It was withdrawn")
    page.goto("/learning/dilemmas/")
    expect(page.get_by_role("heading", name="The coat in the hall")).to_have_count(0)
