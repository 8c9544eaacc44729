"""What leaves a case: checked for its reader, frozen, and where it was sent."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from kith.seed import MARKERS
from tests.journeys.hands import Hands

pytestmark = pytest.mark.xdist_group("callum")  # one draft to Callum, which they would all write in

SLIP = "You can fetch Iris at 14 Quarry Lane on Saturday at ten."
MENDED = "You can fetch Iris from the contact centre on Saturday at ten."


@pytest.mark.everyday
def test_a_message_that_tells_a_hidden_address_is_stopped_and_the_mended_one_arrives(
    page_as: Callable[..., Page],
) -> None:
    # Given Amal, writing to the father
    page = page_as("amal")
    hands = Hands(page)
    page.goto("/")
    hands.link("Quillfeather")
    hands.button("Send a message")
    hands.link("Callum")
    subject = "Saturday at ten"
    hands.text("Subject", subject)
    hands.text("Message", SLIP)

    # When she reads it as he would
    hands.button("Read it as them")

    # Then it is stopped, and the page says which fact and where
    main = page.get_by_role("main")
    expect(main).to_contain_text("This cannot be sent")
    expect(main).to_contain_text("Address: 14 Quarry Lane, Fennby, FN1 2QX")
    expect(page.locator("mark").first).to_contain_text("14 Quarry Lane")
    expect(page.get_by_role("button", name="Send it")).to_have_count(0)

    # And when she takes it out and sends it
    hands.button("Change the words")
    expect(page.get_by_label("Message", exact=True)).to_have_value(SLIP)
    hands.text("Message", MENDED)
    hands.button("Read it as them")
    expect(main).to_contain_text("Nothing protected was found")
    hands.button("Send it")
    expect(page.get_by_role("heading", level=1)).to_contain_text(subject)

    # Then it reaches the mail server, as it was read and for him alone
    hands.link("What left")
    letter = page.locator("details").filter(has_text=subject).first
    for _ in range(40):
        if letter.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(letter).to_contain_text(MENDED)
    expect(letter).to_contain_text("Handed over for: callum.quillfeather@example.net")
    expect(page.get_by_role("main")).not_to_contain_text("Quarry Lane")


def test_a_statement_is_put_together_released_to_the_court_and_downloaded(
    page_as: Callable[..., Page], tmp_path: Path
) -> None:
    # Given a statement of Amal's with pieces of the record
    page = page_as("amal", accept_downloads=True)
    hands = Hands(page)
    page.goto("/")
    hands.link("Quillfeather")
    hands.button("Prepare a statement")
    hands.text("Filed for", "The family court adviser")
    hands.button("Begin the statement")
    hands.button("Choose from the record")
    hands.tick(re.compile(r"^Quotation \[E1, line 28\]"))
    hands.tick(re.compile("Telephone call, 18 February 2026"))
    hands.button("Add to the statement")
    hands.button("Write")
    hands.choose("A paragraph")
    hands.text("Words", "I read both exports side by side.")
    hands.button("Add it")
    expect(page.get_by_role("main")).to_contain_text("Tell her you fell")

    # When she reads it as the court, and releases it
    hands.button("Make the papers")
    hands.link("Family Court at Fennby")
    expect(page.get_by_role("main")).to_contain_text("Nothing found that this reader must not learn")
    hands.button(re.compile("^Release it to"))

    # Then the PDF is the bytes whose hash the page shows, and its metadata names nobody of the family
    main = page.get_by_role("main")
    expect(main).to_contain_text("What left, frozen")
    shown = main.locator("code").first.inner_text().strip()
    hands.tab_to(page.get_by_role("button", name="Download the PDF"))
    with page.expect_download() as coming:
        hands.press("Enter")
    kept = tmp_path / "statement.pdf"
    coming.value.save_as(kept)
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == shown
    assert not any(marker in coming.value.suggested_filename for marker in MARKERS)
    told = str(pypdf.PdfReader(kept).metadata)
    assert "statement" in told.lower()
    assert not any(marker in told for marker in MARKERS), told
