"""The main job, in a browser that runs no script."""

import hashlib
import re
import secrets
from collections.abc import Callable

from playwright.sync_api import Page, expect

from kith.seed import PASSWORD
from tests.journeys.browsers import address_of
from tests.journeys.given import EXPORT, EXPORT_NAME

MOST_LOOKS = 60


def test_the_main_job_is_done_without_any_script(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    case = _a_case_is_started(page)
    _people_are_added(page, case)
    _an_export_is_taken_in(page, case)
    _it_is_asked_about_until_it_is_read(page)
    _a_line_is_quoted_in_an_entry(page, case)
    _a_message_is_stopped_mended_and_sent(page, case)
    _a_statement_is_released_to_the_court(page, case)


def _a_case_is_started(page: Page) -> str:
    page.goto("/")
    _fill(page, {"Email": address_of("ben"), "Password": PASSWORD})
    _press(page, "Sign in")
    _press(page, "Start a case")
    _fill(page, {"Family name": "Penhallow", "Case reference": f"BW-{secrets.token_hex(4)}"})
    _fill(page, {"Court (optional)": "Family Court at Fennby", "Court case number (optional)": "FN26P00999"})
    page.get_by_label("Private law").check()
    _press(page, "Start the case")
    return page.url


def _people_are_added(page: Page, case: str) -> None:
    for known_as, part in (("Wren", "Child"), ("Maud", "Mother"), ("Perrin", "Father")):
        page.goto(f"{case}people/add/")
        _fill(page, {"What are they known as?": known_as})
        page.get_by_label("Part in the case").select_option(part)
        _press(page, "Add them")
    _press(page, "Add a way to reach them")
    page.get_by_label("E-mail address").check()
    _fill(
        page,
        {
            "The address or number": "perrin.penhallow@example.net",
            "How was it checked? (optional)": "He read it out to me",
        },
    )
    page.get_by_label(re.compile("No, others in the case know it")).check()
    page.get_by_label(re.compile("Yes, they said so")).check()
    _press(page, "Add it")
    page.get_by_role("link", name="See the contact plan").click()
    _press(page, "Write their contact plan")
    _fill(page, {"Who said so?": "He did"})
    _press(page, "Save, and go on")
    page.get_by_label("First").select_option(index=1)
    _press(page, "Save, and go on")
    page.get_by_label("At any hour: they said so").check()
    _press(page, "Save, and see the plan")
    page.goto(f"{case}protected/add/")
    page.get_by_label("What is protected?").select_option("Address")
    _fill(page, {"The fact itself": "3 Ferry Steps, Tidebank, TB4 7QQ", "Why is it protected?": "She asked us to."})
    _press(page, "Protect it")


def _an_export_is_taken_in(page: Page, case: str) -> None:
    page.goto(f"{case}exhibits/take-in/")
    page.get_by_label("The file", exact=True).set_input_files(
        {"name": EXPORT_NAME, "mimeType": "text/plain", "buffer": EXPORT.encode()}
    )
    page.get_by_label("Maud (Mother)").check()
    page.get_by_label("In person").check()
    _fill(page, {"On what authority do we hold it?": "She consents."})
    _fill(page, {"Which question of the case does it go to?": "What was said in March"})
    _press(page, "Take it in")
    expect(page.get_by_role("heading", level=1)).to_contain_text(EXPORT_NAME)


def _it_is_asked_about_until_it_is_read(page: Page) -> None:
    questions = page.get_by_role("button", name=re.compile("^Questions"))
    for _ in range(MOST_LOOKS):
        if questions.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    questions.click()
    order = page.locator("form").filter(has_text="Which number is the day")
    order.get_by_label(re.compile("Month first")).check()
    order.get_by_role("button").click()
    expect(page.get_by_role("main")).to_contain_text("Month first, Ben Hartley")


def _a_line_is_quoted_in_an_entry(page: Page, case: str) -> None:
    page.goto(f"{case}timeline/")
    page.get_by_role("link", name=re.compile(r"^\[E1, line 3\]")).click()
    _press(page, "Quote this")
    page.goto(f"{case}entries/write/")
    page.get_by_label("What is it?").select_option("Note")
    _fill(page, {"What happened, or what was said?": "Maud showed me this line and was afraid."})
    page.get_by_label("Use [E1, line 3]").check()
    _press(page, "Write it into the record")
    expect(page.get_by_role("blockquote")).to_contain_text("I know where you work")


def _a_message_is_stopped_mended_and_sent(page: Page, case: str) -> None:
    page.goto(f"{case}messages/to/")
    page.get_by_role("link", name="Perrin").click()
    _fill(page, {"Subject": "Next week", "Message": "Please do not come to 3 Ferry Steps."})
    _press(page, "Read it as them")
    expect(page.get_by_role("main")).to_contain_text("This cannot be sent")
    _press(page, "Change the words")
    _fill(page, {"Message": "Please ring me before you come."})
    _press(page, "Read it as them")
    _press(page, "Send it")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Next week")


def _a_statement_is_released_to_the_court(page: Page, case: str) -> None:
    page.goto(f"{case}statements/start/")
    _fill(page, {"Filed for": "The family court adviser"})
    _press(page, "Begin the statement")
    page.get_by_role("button", name="Choose from the record").first.click()
    page.get_by_label(re.compile(r"Quotation \[E1, line 3\]")).check()
    _press(page, "Add to the statement")
    _press(page, "Make the papers")
    _press(page, "Add the court, and read it as the court")
    _press(page, re.compile("^Release it to"))
    shown = page.get_by_role("main").locator("code").first.inner_text().strip()
    link = page.get_by_role("button", name="Download the PDF").get_attribute("href")
    assert link
    assert hashlib.sha256(page.request.get(link).body()).hexdigest() == shown


def _fill(page: Page, words: dict[str, str]) -> None:
    for label, typed in words.items():
        page.get_by_label(label, exact=True).fill(typed)


def _press(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=name, exact=isinstance(name, str)).click()
