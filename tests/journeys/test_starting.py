"""A worker signs in and starts a case; nobody else can be there."""

import re
import secrets
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kith.seed import PASSWORD
from tests.journeys.browsers import address_of
from tests.journeys.hands import Hands

#: The whole way from the sign-in page to a protected address, fields typed in full, takes fewer presses than this.
MOST_PRESSES = 330


@pytest.mark.everyday
def test_a_case_is_started_from_the_keyboard_with_its_people_and_a_protected_address(
    new_page: Callable[..., Page],
) -> None:
    # Given somebody at the sign-in page
    page = new_page()
    hands = Hands(page)
    page.goto("/")
    hands.text("Email", address_of("amal"))
    hands.text("Password", PASSWORD)
    hands.button("Sign in")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your cases")

    # When she starts a case, adds a child and a mother, and protects where they live
    reference = f"BW-{secrets.randbelow(90_000) + 10_000}"
    hands.button("Start a case")
    hands.text("Family name", "Penhallow")
    hands.text("Case reference", reference)
    hands.choose("Private law")
    hands.button("Start the case")
    for known_as, part in (("Wren", "Child"), ("Maud", "Mother")):
        hands.link("Add somebody")
        hands.text("What are they known as?", known_as)
        hands.select("Part in the case", part)
        hands.button("Add them")
        hands.link("Record")
    hands.link("People")
    hands.button("Protect a fact")
    hands.select("What is protected?", "Address")
    hands.text("The fact itself", "3 Ferry Steps, Tidebank, TB4 7QQ")
    hands.select("Whose is it? (optional)", "Maud")
    hands.tick(re.compile("Maud"))
    hands.text("Why is it protected?", "She asked us to keep it from him.")
    hands.button("Protect it")

    # Then the case names them, what is protected, and who may know it
    hands.link("People", within=page.get_by_role("navigation", name="Pages of this record"))
    main = page.get_by_role("main")
    expect(main).to_contain_text("Wren")
    expect(main).to_contain_text("3 Ferry Steps, Tidebank, TB4 7QQ")
    expect(main).to_contain_text("May know: Maud")
    hands.link("My cases")
    expect(page.get_by_role("row").filter(has_text=reference)).to_contain_text("2 people")
    assert hands.presses < MOST_PRESSES, f"{hands.presses} presses"


def test_somebody_of_another_team_sees_only_that_there_is_nothing(
    page_as: Callable[..., Page], watch: "object"
) -> None:
    # Given every address of Amal's that has to do with one of her cases
    amal = page_as("amal")
    amal.goto("/")
    case = amal.get_by_role("link", name="Quillfeather", exact=True).get_attribute("href")
    assert case
    pages = [
        case,
        *(f"{case}{each}/" for each in ("timeline", "exhibits", "messages", "statements", "people", "access")),
    ]
    amal.goto(f"{case}timeline/")
    pages += [str(amal.get_by_role("link", name=re.compile(r"^\[E1, line")).first.get_attribute("href"))]

    # When Cara opens them
    cara = page_as("cara")
    watch.excuse("status of 404")  # type: ignore[attr-defined]
    made_up = "/cases/00000000-0000-4000-8000-000000000000/"
    cara.goto(made_up)
    nothing = cara.get_by_role("main").inner_text()
    for address in pages:
        answer = cara.goto(address)

        # Then each is what an address that nobody has is
        assert answer is not None and answer.status == 404, address
        assert cara.get_by_role("main").inner_text() == nothing
        assert "Quillfeather" not in cara.content()
