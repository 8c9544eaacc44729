"""Two disasters that happened, in the browser: one unredacted assessment to three people; a bundle with an address.

And a stop that was wrong, passed by a second person. `KITH_PICTURES=FOLDER` keeps a picture of what the worker saw.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pypdf
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsers import NARROW, WIDE
from tests.journeys.given import a_case, send
from tests.journeys.hands import Hands
from tests.journeys.test_every_page import faults_of

HOME = "9 Rope Walk, Tarn, TB4 4AA"
THERAPY = "Maud told me that she sees a therapist every week"
PEOPLE = (("Wren", "child"), ("Maud", "mother"), ("Piers", "father"), ("Gil", "connected_person"))
TODAY = {"since_on-day": "2", "since_on-month": "3", "since_on-year": "2026"}


def pictured(page: Page, name: str) -> None:
    """Keep what the worker sees, wide and narrow, where somebody wants to look at it."""
    if not os.environ.get("KITH_PICTURES"):
        return
    for called, size in (("narrow", NARROW), ("wide", WIDE)):
        page.set_viewport_size(size)
        page.screenshot(path=Path(os.environ["KITH_PICTURES"]) / f"{name}-{called}.png", full_page=True)


def statement_of(page: Page, case: str, *words: str) -> str:
    """Begin a statement with these paragraphs; give its address."""
    front = {
        "court_text": "Family Court at Fennby",
        "filed_for": "The court",
        "ordinal": "1",
        "made_on-day": "16",
        "made_on-month": "3",
        "made_on-year": "2026",
        "role_text": "Social worker",
        "office_text": "1 Quay Street, Fennby",
    }
    made = send(page, f"{case}statements/start/", front).partition("#")[0]
    for each in words:
        send(page, f"{made}write/", {"kind": "paragraph", "text": each, "after": ""})
    return made


def keep_home_from_all(page: Page, case: str) -> None:
    send(page, f"{case}protected/add/", {"kind": "address", "value": HOME, "why": "She fled", **TODAY})


def pdf_of(page: Page, hands: Hands, folder: Path) -> str:
    """Download the PDF that was released, and take every word out of it."""
    hands.tab_to(page.get_by_role("button", name="Download the PDF"))
    with page.expect_download() as coming:
        hands.press("Enter")
    kept = folder / "released.pdf"
    coming.value.save_as(kept)
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(kept).pages)


def test_one_unredacted_assessment_cannot_be_sent_to_three_people(page_as: Callable[..., Page], tmp_path: Path) -> None:
    # Given an assessment with what the mother said of her health and where she lives, for three people
    page = page_as("amal", accept_downloads=True)
    hands, main = Hands(page), page.get_by_role("main")
    case = a_case(page, PEOPLE)
    keep_home_from_all(page, case)
    assessment = statement_of(page, case, f"{THERAPY}.", f"She and Wren live at {HOME}.", "Wren is well.")

    # When Amal wants to give it to the first of them
    page.goto(f"{assessment}papers/")
    expect(main).not_to_contain_text("Release it to everybody")
    hands.link("Piers")

    # Then it is stopped for him, and says that nobody can pass it
    expect(main).to_contain_text("This cannot be released to Piers")
    expect(main).to_contain_text(f"Address: {HOME}")
    expect(main).to_contain_text("Nobody may pass this, a second person neither")
    expect(page.get_by_role("button", name=re.compile("^Release it"))).to_have_count(0)
    pictured(page, "stopped-for-him")

    # When she leaves the address out for him, and the therapy without knowing on which ground
    for piece, ground in (("She and Wren live at", "Confidential contact details"), ("Maud told me", "Not known yet")):
        hands.link("Leave something out")
        hands.select("Of which piece?", piece)
        hands.choose(re.compile(f"^{ground}"))
        hands.button("Leave it out")

    # Then it goes to legal review and not to him, until the ground is given
    expect(main).to_contain_text("Legal review")
    expect(page.get_by_role("button", name=re.compile("^Release it"))).to_have_count(0)
    pictured(page, "legal-review")
    page.goto(main.get_by_role("link", name=re.compile("^Give its ground")).nth(1).get_attribute("href") or "")
    hands.choose(re.compile("^About somebody else"))
    hands.button("Keep the ground")
    hands.text("Why do they get it?", "He asked for it")
    pictured(page, "ready-for-him")
    hands.button("Release it to Piers")
    his = pdf_of(page, hands, tmp_path)
    assert "therapist" not in his and "Rope Walk" not in his
    assert "[Left out: confidential contact details (FPR 29.1)]" in his

    # And what was made for him serves for nobody else: the others are stopped anew
    page.goto(f"{assessment}papers/")
    expect(main).to_contain_text("Who has this, and who of those entitled has not")
    pictured(page, "who-has-it")
    for name in ("Gil", "Maud"):
        page.goto(main.get_by_role("link", name=name, exact=True).first.get_attribute("href") or "")
        expect(main).to_contain_text(f"This cannot be released to {name}")
        expect(main).to_contain_text("Nothing: they get every word.")
        page.go_back()


def test_a_bundle_with_the_mothers_address_cannot_be_sent_to_the_father(
    page_as: Callable[..., Page], browser: Browser, tmp_path: Path
) -> None:
    # Given a bundle in which one page of forty holds the mother's address
    page = page_as("amal")
    hands, main = Hands(page), page.get_by_role("main")
    case = a_case(page, PEOPLE)
    keep_home_from_all(page, case)
    press = browser.new_page()
    pages = "".join(
        f"<p style='break-after:page'>Page {n}. {HOME if n == 37 else 'Nothing of note.'}</p>" for n in range(1, 41)
    )
    press.set_content(pages)
    bundle = tmp_path / "bundle.pdf"
    bundle.write_bytes(press.pdf())
    press.close()
    page.goto(f"{case}people/")
    him = main.get_by_role("link", name=re.compile("Piers")).first.get_attribute("href") or ""
    send(
        page,
        f"{him}contact/",
        {
            "kind": "email",
            "value": "piers@example.net",
            "is_confidential": "yes",
            "may_write": "yes",
            "verified_how": "He said",
        },
    )

    # When Amal attaches it to a message to him
    page.goto(f"{case}messages/to/{him.rstrip('/').rpartition('/')[2]}/")
    hands.text("Subject", "The bundle")
    hands.text("Message", "Here is the bundle for Monday.")
    page.get_by_label("Attach files").set_input_files(bundle)
    hands.button("Read it as them")

    # Then it is stopped, the page says where, and there is no way round: not by a tick, not by a second person
    expect(main).to_contain_text("This cannot be sent")
    expect(main).to_contain_text("bundle.pdf, page 37")
    expect(main).to_contain_text("Nobody may pass this, a second person neither")
    expect(page.get_by_role("button", name="Send it")).to_have_count(0)
    expect(page.get_by_role("button", name="Ask a second person")).to_have_count(0)
    pictured(page, "bundle-stopped")


def test_a_wrong_stop_is_passed_by_a_second_person_and_the_message_leaves(page_as: Callable[..., Page]) -> None:
    # Given a message to the mother that is stopped for the name of a protected helper, who is not the one meant
    page = page_as("amal")
    hands, main = Hands(page), page.get_by_role("main")
    case = a_case(page, PEOPLE)
    send(page, f"{case}protected/add/", {"kind": "person", "value": "Dora Finch", "why": "She hid them", **TODAY})
    page.goto(f"{case}people/")
    her = main.get_by_role("link", name=re.compile("Maud")).first.get_attribute("href") or ""
    send(
        page,
        f"{her}contact/",
        {
            "kind": "email",
            "value": "maud@example.net",
            "is_confidential": "yes",
            "may_write": "yes",
            "verified_how": "She said",
        },
    )
    page.goto(f"{case}messages/to/{her.rstrip('/').rpartition('/')[2]}/")
    hands.text("Subject", "School")
    hands.text("Message", "Dora Finch of the school office will ring you on Monday.")
    hands.button("Read it as them")
    expect(main).to_contain_text("This cannot be sent")

    # When Amal asks a second person, with the keyboard
    hands.tab_to(page.locator("summary").filter(has_text="Is this stop wrong? Ask a second person"))
    hands.press("Enter")
    hands.text("Why should this reader have it?", "Another Dora Finch, of the school. Maud knows her.")
    hands.button("Ask a second person")
    expect(main).to_contain_text("This waits for a second person.")
    pictured(page, "waits")

    # Then Ben finds it on his page, sees exactly it, and passes it with his reason
    bens = page_as("ben")
    his, bens_main = Hands(bens), bens.get_by_role("main")
    bens.goto("/")
    pictured(bens, "bens-page")
    asked = bens_main.get_by_role("listitem").filter(has_text="asks you to look at something that was stopped").last
    his.link(re.compile("Penhallow"), within=asked)
    expect(bens_main).to_contain_text("Dora Finch of the school office will ring you on Monday.")
    expect(bens_main).to_contain_text("Another Dora Finch, of the school. Maud knows her.")
    assert faults_of(bens, bens.url) == []
    his.choose(re.compile("^It may leave"))
    his.text(
        "Why may finding 1 leave?"
        if bens_main.get_by_label("Why may finding 1 leave?").count()
        else "Why may it leave?",
        "I rang the school: she is their secretary.",
    )
    pictured(bens, "second-person")
    his.button("Decide")
    expect(bens_main).to_contain_text("It may leave once, exactly as it is here.")

    # And Amal sends it
    page.goto("/")
    expect(main).to_contain_text("What you asked a second person to pass")
    page.goto(f"{case}messages/to/{her.rstrip('/').rpartition('/')[2]}/check/")
    expect(main).to_contain_text("Passed by a second person")
    pictured(page, "passed")
    hands.text("If it cannot wait, say why", "She must know before Monday.")  # nobody has made her contact plan yet
    hands.button("Send it")
    expect(page.get_by_role("heading", level=1)).to_contain_text("School")
