"""The main job, in a browser that runs no script."""

import hashlib
import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.journeys.given import EXPORT, EXPORT_NAME

from kith.seed import PASSWORD
from kith.seed.staff import address_of


def test_the_main_job_is_done_without_any_script(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    main = page.get_by_role("main")

    # Sign in and start a case with a mother, a father and a hidden address
    page.goto("/")
    page.get_by_label("Email").fill(address_of("ben"))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Start a case").click()
    page.get_by_label("Family name").fill("Penhallow")
    page.get_by_label("Case reference").fill(f"BW-{hashlib.sha256(page.context.cookies()[0]['value'].encode()).hexdigest()[:8]}")
    page.get_by_label("Private law").check()
    page.get_by_label("Court (optional)").fill("Family Court at Fennby")
    page.get_by_label("Court case number (optional)").fill("FN26P00999")
    page.get_by_role("button", name="Start the case").click()
    case = page.url
    for known_as, part in (("Wren", "Child"), ("Maud", "Mother"), ("Perrin", "Father")):
        page.goto(f"{case}people/add/")
        page.get_by_label("What are they known as?").fill(known_as)
        page.get_by_label("Part in the case").select_option(part)
        page.get_by_role("button", name="Add them").click()
    page.get_by_role("button", name="Add a way to reach them").click()
    page.get_by_label("E-mail address").check()
    page.get_by_label("The address or number").fill("perrin.penhallow@example.net")
    page.get_by_label(re.compile("^No, others in the case know it")).check()
    page.get_by_label(re.compile("^Yes, they said so")).check()
    page.get_by_label(re.compile("How was it checked")).fill("He read it out to me")
    page.get_by_role("button", name="Add it").click()
    page.goto(f"{case}protected/add/")
    page.get_by_label("What is protected?").select_option("Address")
    page.get_by_label("The fact itself").fill("3 Ferry Steps, Tidebank, TB4 7QQ")
    page.get_by_label("Why is it protected?").fill("She asked us to keep it from him.")
    page.get_by_role("button", name="Protect it").click()

    # Take in an export, look again until it is read, and answer what it asks
    page.goto(f"{case}exhibits/take-in/")
    page.get_by_label("The file").set_input_files(
        {"name": EXPORT_NAME, "mimeType": "text/plain", "buffer": EXPORT.encode()}
    )
    page.get_by_label(re.compile("^Maud")).check()
    page.get_by_label("In person").check()
    page.get_by_label("On what authority do we hold it?").fill("She consents.")
    page.get_by_label("Which question of the case does it go to?").fill("What was said in March")
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(EXPORT_NAME)
    for _ in range(60):
        if page.get_by_role("button", name=re.compile("^Questions")).count():
            break
        page.wait_for_timeout(500)
        page.reload()
    page.get_by_role("button", name=re.compile("^Questions")).click()
    order = page.locator("form").filter(has_text="Which number is the day")
    order.get_by_label(re.compile("Month first")).check()
    order.get_by_role("button").click()
    expect(main).to_contain_text("Month first, Ben Hartley")

    # Quote a line, write an entry with it
    page.goto(f"{case}timeline/")
    page.get_by_role("link", name=re.compile(r"^\[E1, line 3\]")).click()
    page.get_by_role("button", name="Quote this").click()
    page.goto(f"{case}entries/write/")
    page.get_by_label("What is it?").select_option("Note")
    page.get_by_label("What happened, or what was said?").fill("Maud showed me this line and was afraid.")
    page.get_by_label("Use [E1, line 3]").check()
    page.get_by_role("button", name="Write it into the record").click()
    expect(main.get_by_role("blockquote")).to_contain_text("I know where you work")

    # Write to the father: stopped, mended, sent
    page.goto(f"{case}messages/to/")
    page.get_by_role("link", name="Perrin").click()
    page.get_by_label("Subject").fill("Next week")
    page.get_by_label("Message").fill("Please do not come to 3 Ferry Steps.")
    page.get_by_role("button", name="Read it as them").click()
    expect(main).to_contain_text("This cannot be sent")
    page.get_by_role("button", name="Change the words").click()
    page.get_by_label("Message").fill("Please ring me before you come.")
    page.get_by_role("button", name="Read it as them").click()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Next week")

    # Release a statement to the court and download what left
    page.goto(f"{case}statements/start/")
    page.get_by_label("Filed for").fill("The family court adviser")
    page.get_by_role("button", name="Begin the statement").click()
    page.get_by_role("button", name="Choose from the record").first.click()
    page.get_by_label(re.compile(r"^Quotation \[E1, line 3\]")).check()
    page.get_by_role("button", name="Add to the statement").click()
    page.get_by_role("button", name="Make the papers").click()
    page.get_by_role("button", name="Add the court, and read it as the court").click()
    page.get_by_role("button", name=re.compile("^Release it to")).click()
    expect(main).to_contain_text("What left, frozen")
    shown = main.locator("code").first.inner_text().strip()
    link = page.get_by_role("button", name="Download the PDF").get_attribute("href")
    assert link
    assert hashlib.sha256(page.request.get(link).body()).hexdigest() == shown
