"""What comes in: an answer is filed, words to be read at once become a task, and the post room places the rest."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from kith.correspondence.tests import dovecot, hostile
from tests.journeys.hands import Hands
from tests.journeys.stack import Stack

pytestmark = [
    pytest.mark.skipif(dovecot.PROGRAM is None, reason="no Dovecot on this machine (dovecot-imapd)"),
    pytest.mark.xdist_group("callum"),  # one draft to Callum, which they would all write in
]


def until_there(page: Page, what: Locator) -> None:
    """Look again until it has come: mail is fetched every few seconds."""
    for _ in range(60):
        if what.count():
            return
        page.wait_for_timeout(500)
        page.reload()
    expect(what).to_be_visible()


def test_an_answer_is_filed_and_words_to_be_read_at_once_become_a_task(
    page_as: Callable[..., Page], stack: Stack
) -> None:
    # Given a message that Amal sent to Callum
    page = page_as("amal")
    hands = Hands(page)
    page.goto("/")
    hands.link("Quillfeather")
    hands.button("Send a message")
    hands.link("Callum")
    hands.text("Subject", "Wednesday")
    hands.text("Message", "I will ring on Wednesday.")
    hands.button("Read it as them")
    hands.button("Send it")
    reference = re.search(r"<[0-9a-f-]{36}@[^>]+>", page.get_by_role("main").inner_text())
    assert reference

    # When he answers by e-mail
    answer = hostile.plain(
        "Don\u2019t ring. I want to die.",
        sender="Callum <callum.quillfeather@example.net>",
        subject="Re: Wednesday",
        In_Reply_To=reference[0],
    )
    dovecot.Running(stack.imap_port).deliver(answer)

    # Then it stands on her front page as a task, and the page shows the words and says that nobody watches
    page.goto("/")
    until_there(page, page.get_by_text("Read this now"))
    task = page.get_by_role("listitem").filter(has_text="Read this now").get_by_role("link")
    hands.tab_to(task.first)
    hands.press("Enter")
    main = page.get_by_role("main")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Message from Callum")
    expect(page.locator("mark")).to_have_text("want to die")
    expect(main).to_contain_text("Nobody watches at night")
    expect(main).to_contain_text("Nobody checked who sent this")

    # And when she has read it, it is done, and both stand on one page
    hands.text("What did you do?", "I rang him, then 999.")
    hands.button("I have read it")
    expect(main).to_contain_text("Amal Idris")
    expect(main).to_contain_text("I rang him, then 999.")
    hands.link("All messages with Callum")
    expect(main).to_contain_text("I will ring on Wednesday.")
    expect(main).to_contain_text("I want to die.")


def test_what_a_stranger_sent_is_placed_by_its_sender_and_subject(page_as: Callable[..., Page], stack: Stack) -> None:
    # Given a mail that answers nothing of ours
    dovecot.Running(stack.imap_port).deliver(
        hostile.plain("Only the family should read this.", sender="Aunt <aunt@example.net>", subject="From her aunt")
    )

    # When Ben, who places mail, finds it among what came in
    page = page_as("ben")
    hands = Hands(page)
    page.goto("/")
    reference = re.search(r"Tarnbrook\s+(\S+),", page.get_by_role("main").inner_text())
    assert reference
    hands.link("What came in")
    until_there(page, page.get_by_text("From her aunt"))
    main = page.get_by_role("main")
    expect(main).to_contain_text("aunt@example.net")
    expect(main).not_to_contain_text("Only the family")

    # And says to which case and person it belongs, and why
    hands.button(re.compile("^Place it.*From her aunt"))
    hands.text("Reference of the case", "NO-SUCH-CASE")
    hands.button("Go on")
    expect(main).to_contain_text("None of the cases that you may open has this reference")
    hands.text("Reference of the case", reference[1])
    hands.button("Go on")
    people = page.get_by_role("group", name="Whose messages does it belong with?")
    hands.tab_to(people.get_by_role("radio").first)
    hands.press("Space")
    answered = page.get_by_role("group", name="Did they write it themselves?")
    hands.tab_to(answered.get_by_role("radio").first)
    hands.press("ArrowDown")
    hands.text("How do you know?", "She rang before she wrote.")
    hands.button("Place it here")

    # Then it is on the case, from somebody else, with who placed it and why
    expect(page.get_by_role("heading", level=1)).to_contain_text("Message from somebody else")
    expect(main).to_contain_text("Only the family should read this.")
    expect(main).to_contain_text("She rang before she wrote.")
