"""A file that hides something: stopped, cleaned where it is attached, and sent."""

import io
import re
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from kith.core.opening.tests.pictures import reads_pictures
from tests.journeys.hands import Hands

pytestmark = pytest.mark.xdist_group("callum")  # one draft to Callum, which they would all write in

HIDDEN = "14 Quarry Lane, Fennby, FN1 2QX"


def _plan(words: str = "Saturdays at the contact centre") -> bytes:
    """Make a plan of one page of these words, whose properties, unseen, tell where Iris lives."""
    document, out = pikepdf.new(), io.BytesIO()
    page = document.add_blank_page(page_size=(300, 200))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.obj.Contents = document.make_stream(f"BT /F1 9 Tf 20 150 Td ({words}) Tj ET".encode())
    document.docinfo["/Subject"] = HIDDEN
    document.save(out)
    return out.getvalue()


def test_a_file_that_hides_an_address_is_stopped_and_its_clean_copy_arrives(
    page_as: Callable[..., Page], tmp_path: Path
) -> None:
    # Given Amal, writing to the father, with a plan attached
    page = page_as("amal", accept_downloads=True)
    hands = Hands(page)
    page.goto("/")
    hands.link("Quillfeather")
    hands.button("Send a message")
    hands.link("Callum")
    subject = "The plan for Saturdays"
    hands.text("Subject", subject)
    hands.text("Message", "Here is the plan.")
    page.get_by_label("Attach files").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": _plan()}
    )

    # When she reads it as he would, then it is stopped, and the page says where the address stands
    hands.button("Read it as them")
    main = page.get_by_role("main")
    expect(main).to_contain_text("This cannot be sent")
    expect(main).to_contain_text("attachment plan.pdf, metadata Subject")

    # When she goes back, the page says what the file hides; and she makes a clean copy of it
    hands.button("Change the words")
    expect(main).to_contain_text("Hidden in it: properties.")
    hands.button("Make a clean copy of plan.pdf")
    expect(page.locator("body")).to_contain_text("Taken out: properties. The case keeps the original.")
    expect(page.get_by_label("Message", exact=True)).to_have_value("Here is the plan.")
    expect(main).not_to_contain_text("Hidden in it")

    # Then it may leave, and what arrives looks as it did and tells nothing
    hands.button("Read it as them")
    expect(main).to_contain_text("Nothing protected was found")
    hands.button("Send it")
    expect(page.get_by_role("heading", level=1)).to_contain_text(subject)
    hands.tab_to(page.get_by_role("link", name=re.compile("exact|copy|bytes", re.I)).first)
    with page.expect_download() as coming:
        hands.press("Enter")
    kept = tmp_path / "message.eml"
    coming.value.save_as(kept)
    sent = _attached(kept.read_bytes())
    assert HIDDEN not in str(pypdf.PdfReader(io.BytesIO(sent)).metadata)
    assert "contact centre" in pypdfium2.PdfDocument(sent)[0].get_textpage().get_text_range()


@reads_pictures
def test_an_address_is_left_out_of_a_file_on_a_ground_without_script_and_the_copy_arrives(
    page_as: Callable[..., Page], tmp_path: Path
) -> None:
    # Given Amal, whose browser runs no script, and a plan that says on its page where the children live
    page = page_as("amal", accept_downloads=True, java_script_enabled=False)
    main = page.get_by_role("main")
    page.goto("/")
    page.goto(page.get_by_role("link", name="Quillfeather").first.get_attribute("href") or "")
    page.get_by_role("button", name="Send a message").click()
    page.get_by_role("link", name="Callum").click()
    page.get_by_label("Subject").fill("The plan with the address left out")
    page.get_by_label("Message", exact=True).fill("Here is the plan.")
    page.get_by_label("Attach files").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": _plan(f"From {HIDDEN} to the centre")}
    )
    page.get_by_role("button", name="Save, and stay here").click()

    # When she leaves out what the check found, without a ground, then it is for legal review and cannot be attached
    page.get_by_role("link", name=re.compile("^Leave something out of it")).click()
    page.get_by_role("checkbox", name=HIDDEN).check()
    page.get_by_role("radio", name=re.compile("^Not known yet")).check()
    page.get_by_role("button", name="Leave it out").click()
    expect(main).to_contain_text("Legal review")
    expect(page.get_by_role("button", name="Attach the copy without it")).to_have_count(0)

    # When she gives its ground, then she sees the page as he would, and attaches that copy
    page.get_by_role("link", name=re.compile("^Give its ground")).click()
    page.get_by_role("radio", name=re.compile("^Confidential contact details")).check()
    page.get_by_role("button", name="Keep the ground").click()
    expect(page.locator("img.kith-page")).to_be_visible()
    expect(main).to_contain_text("Page 1 of 1, as Callum gets it")
    expect(page.locator("details")).not_to_contain_text("Quarry")
    page.get_by_role("button", name="Attach the copy without it").click()
    page.get_by_role("button", name="Read it as them").click()

    # Then it leaves, and what arrives holds the rest of the words and nothing under the black
    expect(main).to_contain_text("Nothing protected was found")
    page.get_by_role("button", name="Send it").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="Download the exact copy").click()
    kept = tmp_path / "message.eml"
    coming.value.save_as(kept)
    sent = _attached(kept.read_bytes())
    words = pypdfium2.PdfDocument(sent)[0].get_textpage().get_text_range()
    assert "to the centre" in words
    assert "Quarry" not in words
    assert HIDDEN not in str(pypdf.PdfReader(io.BytesIO(sent)).metadata)


def _attached(mail: bytes) -> bytes:
    (found,) = [part.get_payload(decode=True) for part in message_from_bytes(mail).walk() if part.get_filename()]
    assert isinstance(found, bytes)
    return found
