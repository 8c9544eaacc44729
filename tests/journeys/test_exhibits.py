"""What a family hands over is taken in, understood, and used."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.given import EXPORT, EXPORT_NAME, a_case
from tests.journeys.hands import Hands


@pytest.mark.everyday
def test_an_export_is_taken_in_its_questions_answered_and_its_lines_found_on_the_timeline(
    page_as: Callable[..., Page],
) -> None:
    # Given a case, and an export whose dates could be read in two ways
    page = page_as("amal")
    hands = Hands(page)
    page.goto(a_case(page))

    # When Amal takes it in
    hands.button("Take in an exhibit")
    hands.tab_to(page.get_by_label("The file", exact=True))
    page.get_by_label("The file", exact=True).set_input_files(
        {"name": EXPORT_NAME, "mimeType": "text/plain", "buffer": EXPORT.encode()}
    )
    hands.choose(re.compile("^Maud"))
    hands.choose("In person")
    hands.text("On what authority do we hold it?", "She exported it beside me and consents.")
    hands.text("Which question of the case does it go to?", "What was said in March")
    hands.button("Take it in")

    # Then it is read while she looks, and says what it cannot know
    expect(page.get_by_role("heading", level=1)).to_contain_text(EXPORT_NAME)
    _read(page)
    hands.button(re.compile("^Questions"))
    order = page.locator("form").filter(has_text="Which number is the day")
    expect(order).to_contain_text("[3/4/26, 8:01:10 AM] Me: You said Wren could come on Friday")
    hands.choose(re.compile("Month first"), within=order)
    hands.button("Keep this answer", within=order)
    expect(page.get_by_role("main")).to_contain_text("Month first, Amal Idris")

    # And when she says who wrote
    hands.link("E1")
    hands.button("People in it")
    hands.select("Me", "Nobody of this case")
    hands.select("Maud", "Maud")
    hands.button("Keep who they are")
    expect(page.get_by_role("main")).to_contain_text("Who they are is kept")

    # Then the timeline shows her lines on the right day, and a filter only hers
    hands.link("Timeline")
    hands.tab_to(page.locator("summary").filter(has_text="Filter"))
    hands.press("Enter")
    hands.select("Person", "Maud")
    hands.button("Apply filters")
    main = page.get_by_role("main")
    expect(main).to_contain_text("I said I would ask her")
    expect(main).to_contain_text("4 March 2026, 08:05 GMT")
    expect(main).not_to_contain_text("I know where you work")

    # And a line stands in its context, over the very bytes it came from
    hands.link(re.compile(r"^\[E1, line 2"))
    expect(page.locator(".kith-thread__item--here")).to_contain_text("I said I would ask her")
    expect(main).to_contain_text("I know where you work")
    expect(page.locator("pre")).to_contain_text("[3/4/26, 8:05:31 AM] Maud: I said I would ask her")
    expect(main).to_contain_text("These bytes still match.")


def test_a_line_is_quoted_in_an_entry_that_outlives_its_page_and_in_a_decision(page_as: Callable[..., Page]) -> None:
    # Given a line that Amal quotes
    page = page_as("amal")
    hands = Hands(page)
    page.goto("/")
    hands.link("Quillfeather")
    case = page.url
    page.goto(f"{case}timeline/?words=fell&order=oldest")
    hands.link(re.compile(r"^\[E1, line 28\]"))
    hands.button("Quote this")
    expect(page.get_by_role("main")).to_contain_text("kept as a quotation")

    # When her browser dies while she writes about it
    page.goto(f"{case}entries/write/")
    hands.select("What is it?", "Note")
    words = "I asked Callum about this line. He looked at it for a long time and said nothing."
    hands.text("What happened, or what was said?", words)
    expect(page.locator("[data-draft-state]")).to_have_text(re.compile(r"^Saved \d"))
    page.close(run_before_unload=False)

    # Then her words are there when she comes back, and go into the record with the quotation
    page = page_as("amal")
    hands = Hands(page)
    page.goto("/")
    hands.link(re.compile("an entry in Quillfeather"))
    expect(page.get_by_label("What happened, or what was said?")).to_have_value(words)
    hands.tick("Use [E1, line 28]")
    hands.button("Write it into the record")
    main = page.get_by_role("main")
    expect(main).to_contain_text(words)
    expect(main.get_by_role("blockquote")).to_contain_text("Tell her you fell")
    expect(main).to_contain_text("You fell. You know you fell")  # what was said before it

    # And a decision is recorded with its options, the child's view and the reasons
    hands.link("Record", within=page.get_by_role("navigation", name="Pages of this record"))
    hands.button("Record a decision")
    review_on = datetime.now(UTC) + timedelta(days=60)
    for label, typed in (
        ("What was to be decided?", "Is Callum to be asked again before the hearing?"),
        ("Option 1", "No"),
        ("Option 2", "Yes, with his solicitor present"),
    ):
        hands.text(label, typed)
    hands.choose("Option 2")
    for label, typed in (
        ("Evidence for the chosen option", "The line stands in her export and not in his."),
        ("What does the child say about it?", "Iris was not asked: it is not hers to carry."),
        ("Reasons", "He must be able to answer it."),
        ("Day", str(review_on.day)),
        ("Month", str(review_on.month)),
        ("Year", str(review_on.year)),
    ):
        hands.text(label, typed)
    hands.button("Record the decision")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Is Callum to be asked again")
    expect(page.get_by_role("main")).to_contain_text("Yes, with his solicitor present")


def _read(page: Page) -> None:
    """Wait for the job process; the page itself says so when it is done."""
    expect(page.locator("[data-progress-result] a, .govuk-tag--green, .govuk-tag--yellow").first).to_be_visible(
        timeout=30_000
    )
    expect(page.locator("[data-progress-state]")).not_to_contain_text("Received")
    page.reload()
