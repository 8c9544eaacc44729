"""A team votes on a dilemma: five phones, and a facilitator who has no mouse."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kith.engines.dilemmas import MOST_CHOICES
from tests.journeys.browsers import NARROW
from tests.journeys.conftest import Watch
from tests.journeys.hands import Hands

OLD: dict[str, object] = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
PHONE = {**OLD, "viewport": NARROW}
CODE = re.compile(r"^[BCDFGHJKMPRTWXZ]{3} [BCDFGHJKMPRTWXZ]{3}$")
SOON = 12_000


def open_a_vote(screen: Page, hands: Hands) -> str:
    """Open a vote on the first dilemma, by keyboard; give its code."""
    screen.goto("/learning/")
    hands.link("Dilemmas")
    hands.link(screen.get_by_role("heading", level=3).first.inner_text())
    hands.link("Vote in a meeting")
    hands.button("Open the vote")
    return screen.get_by_text(CODE).inner_text()


def end_it(screen: Page, hands: Hands) -> None:
    hands.link("End this vote")
    hands.button("End it")
    expect(screen.get_by_role("main")).to_contain_text("This vote has ended")


def answer(phone: Page, number: int) -> None:
    """Press a choice with a thumb."""
    phone.locator("button.kith-choice").nth(number).tap()
    expect(phone.get_by_role("main")).to_contain_text("Your answer is in")


def test_five_phones_and_a_facilitator_go_through_a_dilemma(
    page_as: Callable[..., Page], new_page: Callable[..., Page], watch: Watch
) -> None:
    # Given a vote, and five phones: one scans, one is old, one has no script, one goes away, one comes late
    watch.excuse("409", "ERR_INTERNET_DISCONNECTED")
    screen = page_as("amal")
    hands = Hands(screen)
    code = open_a_vote(screen, hands)
    phones = [new_page(**each) for each in (PHONE, OLD, {**OLD, "java_script_enabled": False}, PHONE, PHONE)]
    scans, old, plain, away, late = phones
    scans.goto(f"/vote/{code.replace(' ', '')}/")
    for each in (old, plain, away):
        each.goto("/vote/")
        each.get_by_label("Code").fill(code.lower())
        each.get_by_role("button", name="Go to the vote").tap()

    # When they answer, one of them twice, the screen counts four without being touched
    for number, each in enumerate((scans, old, plain, away)):
        answer(each, number % 2)
    answer(scans, 1)
    expect(screen.get_by_text("4 have answered")).to_be_visible(timeout=SOON)
    assert old.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it is wider than an old phone"

    # And the question is closed, the split is shown to the room and to no phone
    away.context.set_offline(True)
    hands.button("Close the question")
    expect(screen.get_by_role("table", name="How the answers split")).to_contain_text("75%")
    for each in (scans, old):
        expect(each.get_by_role("main")).to_contain_text("This question is closed", timeout=SOON)
        expect(each.get_by_role("main")).not_to_contain_text("%")
    expect(away.get_by_text("No connection. Asking again by itself.")).to_be_visible(timeout=SOON)

    # And they go on with what fewer chose, the next question comes to the phones by itself, or by "Look again"
    hands.tab_to(screen.locator("button.kith-choice").nth(1))
    with screen.expect_navigation():
        hands.press("Enter")
    for each in (scans, old):
        expect(each.locator("button.kith-choice").first).to_be_visible(timeout=SOON)
    plain.get_by_role("button", name="Look again").tap()
    away.context.set_offline(False)
    late.goto(f"/vote/{code.replace(' ', '')}/")
    for each in phones:
        expect(each.get_by_role("main")).to_contain_text("What do you do?", timeout=40_000)
        answer(each, 0)
    expect(screen.get_by_text("5 have answered")).to_be_visible(timeout=SOON)

    # And an answer to a question that was closed meanwhile is not counted, and the phone says so
    old.route("**/now/", lambda route: route.abort())
    watch.excuse("ERR_FAILED")
    hands.button("Close the question")
    old.locator("button.kith-choice").nth(1).tap()
    expect(old.get_by_role("alert")).to_contain_text("It was not counted")

    # And back is asked again, and nobody has answered
    hands.button("Ask this question again")
    expect(screen.get_by_text("Nobody has answered yet")).to_be_visible()

    # Then the story comes to its end, and is told six times and thought about
    for _ in range(MOST_CHOICES):
        if screen.get_by_role("button", name="See it as others lived it").count():
            break
        hands.button("Close the question")
        hands.tab_to(screen.locator("button.kith-choice").first)
        with screen.expect_navigation():
            hands.press("Enter")
    hands.button("See it as others lived it")
    for name in ("The child", "The parent", "A colleague", "The court", "By duty", "By outcome"):
        expect(screen.get_by_role("heading", name=name, exact=True)).to_be_visible()
        hands.button("Next")
    expect(screen.get_by_role("heading", name="To think about")).to_be_visible()
    hands.button("End this vote")
    hands.button("End it")
    expect(screen.get_by_role("main")).to_contain_text("Question 1")

    # And each phone is told that it is over, and keeps nothing
    old.unroute("**/now/")
    plain.get_by_role("button", name="Look again").tap()
    for each in phones:
        expect(each.get_by_role("main")).to_contain_text("This vote has ended", timeout=40_000)
        assert each.context.cookies() == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_screen_opened_twice_says_so_and_changes_nothing(page_as: Callable[..., Page], script: bool) -> None:
    screen = page_as("ben")
    hands = Hands(screen)
    open_a_vote(screen, hands)
    other = page_as("ben", java_script_enabled=script)
    other.goto(screen.url)
    hands.button("Close the question")
    if script:
        expect(other.get_by_role("heading", name="Which way do we go on?")).to_be_visible(timeout=SOON)
    else:
        other.get_by_role("button", name="Close the question").click()
        expect(other.get_by_role("main")).to_contain_text("This vote has moved on")
    end_it(screen, hands)
