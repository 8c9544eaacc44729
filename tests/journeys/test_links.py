"""Something is asked for by a link: a worker makes it, a phone opens it, and the worker sees what came."""

import io
import re
import zipfile
from collections.abc import Callable
from urllib.parse import urlparse

from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsers import NARROW
from tests.journeys.conftest import Watch
from tests.journeys.given import EXPORT, a_case
from tests.journeys.hands import Hands

MOST_LOOKS = 80
PHONE = {"viewport": NARROW, "has_touch": True, "is_mobile": True}


def a_zip() -> dict[str, object]:
    """Give an export as a phone makes it: the chat and a picture in a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("_chat.txt", EXPORT)
        archive.writestr("photo.jpg", b"\xff\xd8made up")
    return {"name": "WhatsApp Chat - Maud.zip", "mimeType": "application/zip", "buffer": made.getvalue()}


def make_a_link(page: Page, case: str) -> str:
    """Ask Maud for a chat by link, by keyboard; give the path of the link."""
    hands = Hands(page)
    page.goto(f"{case}exhibits/")
    hands.button("Ask by link")
    hands.button("Ask by link")
    hands.choose(re.compile("^Maud"))
    hands.choose("A WhatsApp chat")
    hands.choose("iPhone")
    hands.text("Code word", "Blue kettle")
    hands.text("On what authority will we hold it?", "She consents.")
    hands.text("Which question of the case does it go to?", "What was said in March")
    hands.button("Make the link")
    expect(page.get_by_role("img", name="The link as a QR code")).to_be_visible()
    return urlparse(page.locator(".kith-slip__address").inner_text()).path


def the_one(page: Page) -> Locator:
    return page.get_by_role("main")


def test_a_phone_sends_a_chat_by_a_link_and_the_worker_sees_it_read(
    page_as: Callable[..., Page], new_page: Callable[..., Page], watch: Watch
) -> None:
    # Given a link that Amal made
    page = page_as("amal")
    case = a_case(page)
    link = make_a_link(page, case)

    # When a phone opens it, a wrong word opens nothing
    phone = new_page(**PHONE)
    hands = Hands(phone)
    phone.goto(link)
    hands.text("Code word", "red kettle")
    hands.button("Continue")
    expect(the_one(phone)).to_contain_text("That did not work")
    expect(the_one(phone)).not_to_contain_text("WhatsApp")

    # And the right one does, and a zip is sent
    hands.text("Code word", "blue kettle")
    hands.button("Continue")
    expect(the_one(phone)).to_contain_text("How to export a WhatsApp chat on an iPhone")
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it is wider than the phone"
    hands.tab_to(phone.get_by_label("Choose files"))
    phone.get_by_label("Choose files").set_input_files([a_zip()])
    hands.button("Send")
    expect(phone.get_by_role("status").first).to_contain_text("1 file arrived")
    hands.button("That is all")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you")

    # Then there is nothing to go back to
    phone.goto(link)
    expect(the_one(phone)).to_contain_text("Code word")
    assert phone.context.cookies() == []

    # And Amal sees the exhibit, read, with how it came
    exhibit = page.get_by_role("link", name="E1")
    for _ in range(MOST_LOOKS):
        page.goto(f"{case}exhibits/links/")
        if exhibit.count():
            break
        page.wait_for_timeout(500)
    expect(the_one(page)).to_contain_text("Used")
    exhibit.click()
    for _ in range(MOST_LOOKS):
        if page.get_by_role("button", name=re.compile("^Questions")).count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(the_one(page)).to_contain_text("Please write to my solicitor")
    expect(the_one(page)).to_contain_text("Sent by Maud through a link made by Amal Idris, code word given.")
    assert not [each for each in watch.visited if "kettle" in each]


def test_a_link_that_was_used_or_withdrawn_opens_nothing_and_says_no_more_than_an_unknown_one(
    page_as: Callable[..., Page], new_page: Callable[..., Page]
) -> None:
    page = page_as("amal")
    case = a_case(page)
    link = make_a_link(page, case)
    page.goto(f"{case}exhibits/links/")
    Hands(page).link(re.compile("^Withdraw"))
    Hands(page).button("Withdraw it")
    expect(the_one(page)).to_contain_text("Withdrawn")

    said = []
    for path in (link, "/drop/" + "x" * 32 + "/"):
        phone = new_page(java_script_enabled=False, **PHONE)
        phone.goto(path)
        phone.get_by_label("Code word").fill("blue kettle")
        phone.get_by_role("button", name="Continue").click()
        said.append(the_one(phone).inner_text())
    assert said[0] == said[1]
    assert "ask for a new one" in said[0]


def test_whoever_must_leave_the_page_leaves_no_way_back_to_it(
    page_as: Callable[..., Page], new_page: Callable[..., Page], watch: Watch
) -> None:
    link = make_a_link(page := page_as("amal"), a_case(page))
    phone = new_page(**PHONE)
    phone.route(re.compile("^https://"), lambda route: route.fulfill(body="<title>Weather</title>"))
    phone.goto("/drop/thanks/")
    phone.goto(link)
    phone.get_by_role("button", name="Leave this page").press("Enter")
    phone.wait_for_url(re.compile("^https://"))
    assert phone.title() == "Weather"
    assert phone.evaluate("document.referrer") == ""
    phone.go_back()
    assert urlparse(phone.url).path == "/drop/thanks/", "the page that was left is not in the history"
    assert all(each.startswith("asked somebody else: https://") for each in watch.faults)
    watch.faults.clear()
