"""Ways into a case that is not one's own, from the keyboard: on duty, in an emergency; and what a conflict closes."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.journeys.given import a_case
from tests.journeys.hands import Hands

NOT_HERE = "No case with this reference can be opened from here"
EMERGENCY = "His grandmother rang: the door is open and nobody answers."


def of_amals(page_as: Callable[..., Page]) -> tuple[str, str]:
    """Give the address and the reference of a new case of Amal's."""
    amal = page_as("amal")
    case = a_case(amal)
    found = re.search(r"BW-[0-9a-f]{8}", amal.request.get(case).text())
    assert found
    return case, found[0]


def ask_for(hands: Hands, reference: str) -> Locator:
    """Ask for a case by its reference, from the front page; give the main part of what comes."""
    hands.page.goto("/")
    hands.link("Open a case by its reference")
    hands.text("Case reference", reference)
    hands.choose("Somebody rang or wrote")
    hands.button("Open it")
    return hands.page.get_by_role("main")


def break_the_glass(hands: Hands, reference: str) -> Locator:
    """Go on from there to open it in an emergency."""
    hands.link("It cannot wait and this does not open it")
    hands.text("Case reference", reference)
    hands.text("What has happened, and why can it not wait?", EMERGENCY)
    hands.button("Open it now")
    return hands.page.get_by_role("main")


def test_somebody_on_duty_opens_a_case_by_its_reference(page_as: Callable[..., Page]) -> None:
    # Given Gil, on duty for the whole agency, and a case that he has never seen
    case, reference = of_amals(page_as)
    page = page_as("gil")
    page.goto("/")
    expect(page.get_by_role("main")).to_contain_text("You are on duty for the whole agency")

    # When he asks for it, with one reason of a few
    ask_for(Hands(page), reference)

    # Then it opens, and its access page says who he is and why, to Amal too
    expect(page.get_by_role("region", name="What this page is about")).to_contain_text("Penhallow")
    amal = page_as("amal")
    amal.goto(f"{case}access/")
    row = amal.get_by_role("row").filter(has_text="Gil Rowan")
    expect(row).to_contain_text("On duty")
    expect(row).to_contain_text("Somebody rang or wrote")


def test_the_glass_is_broken_told_and_judged(page_as: Callable[..., Page]) -> None:
    # Given Cara, of another team, and a reference that the ordinary way does not open
    case, reference = of_amals(page_as)
    page = page_as("cara")
    hands = Hands(page)
    expect(ask_for(hands, reference)).to_contain_text(NOT_HERE)

    # When she says what cannot wait
    break_the_glass(hands, reference)

    # Then the case is open to her
    expect(page.get_by_role("region", name="What this page is about")).to_contain_text("Penhallow")

    # And Ben, who manages its team, is told and says that it was right
    ben = page_as("ben")
    hands = Hands(ben)
    ben.goto("/")
    told = ben.get_by_role("listitem").filter(has_text="Cara Moss").filter(has=ben.locator(f'a[href^="{case}"]'))
    expect(told).to_contain_text("opened a case that you hold or manage in an emergency")
    hands.link("say whether that was right", within=told)
    hands.choose("Yes")
    hands.text("Why?", "Nobody of the team could be reached.")
    hands.button("Keep your review")
    expect(ben.get_by_role("row").filter(has_text="Cara Moss").last).to_contain_text("Appropriate, says Ben Hartley")


def test_a_conflict_that_somebody_declares_closes_every_way_and_says_nothing(page_as: Callable[..., Page]) -> None:
    # Given Cara, who hears that her cousin's case has come to Amal
    case, reference = of_amals(page_as)
    page = page_as("cara")
    hands = Hands(page)

    # When she declares it, and as well for a reference that nobody has
    said = []
    for each in (reference, "BW-nothing"):
        page.goto("/")
        hands.link("Declare a conflict of interest")
        hands.text("Case reference", each)
        hands.text("Why may you never open it?", "Maud is my cousin.")
        hands.button("Declare it")
        said.append(page.get_by_role("main").inner_text())

    # Then both are answered alike, and no way opens the case, not in an emergency either
    assert said[0] == said[1]
    for each in (reference, "BW-nothing"):
        expect(ask_for(hands, each)).to_contain_text(NOT_HERE)
        expect(break_the_glass(hands, each)).to_contain_text(NOT_HERE)

    # And a manager of the case sees who may not open it, and why; Amal does not
    ben, amal = page_as("ben"), page_as("amal")
    for worker, sees in ((ben, True), (amal, False)):
        worker.goto(f"{case}access/")
        assert ("Maud is my cousin." in worker.content()) is sees
