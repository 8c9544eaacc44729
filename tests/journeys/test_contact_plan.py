"""A contact plan is made with the person, and a contact weekend holds what is written in it. By keyboard alone."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from kith.core import clock
from kith.seed.times import ZONE
from tests.journeys.hands import Hands


def date_typed(hands: Hands, name: str, on) -> None:
    """Type a day into the boxes of the fields that are called so, and, for a moment, its time."""
    for part, value in (("day", on.day), ("month", on.month), ("year", on.year)):
        hands.tab_to(hands.page.locator(f"[name='{name}-{part}']"))
        hands.type(str(value))


def moment_typed(hands: Hands, name: str, on) -> None:
    date_typed(hands, name, on)
    hands.tab_to(hands.page.locator(f"[name='{name}-time']"))
    hands.type(f"{on:%H:%M}")


def test_a_plan_is_made_and_a_contact_weekend_holds_a_message(page_as: Callable[..., Page]) -> None:
    # Given Petra, whom nobody has asked yet how she may be reached
    page = page_as("amal")
    hands, main = Hands(page), page.get_by_role("main")
    page.goto("/")
    hands.link("Wrenmarsh")
    hands.link("People")
    hands.link("Petra")
    hands.button("Add a way to reach them")
    hands.choose("E-mail address")
    hands.text("The address or number", "petra@example.org")
    hands.choose("Yes, nobody in the case may learn it from us")
    hands.choose("Yes, they said so, and nobody else reads what is sent there")
    hands.button("Add it")
    expect(main).to_contain_text("Petra: not asked yet how they may be reached")

    # When Amal asks her and writes it down, part by part
    hands.link("See the contact plan")
    expect(main).to_contain_text("Until then nothing is sent to them.")
    hands.button("Write their contact plan")
    hands.text("Who said so?", "Petra herself, alone")
    hands.button("Save, and go on")
    hands.select("First", "E-mail: petra@")
    hands.button("Save, and go on")
    hands.choose("At any hour: they said so")
    hands.button("Save, and go on")
    now = clock.now().astimezone(ZoneInfo(ZONE)).replace(minute=0)
    hands.text("Where is it then?", "at her sister's")
    moment_typed(hands, "from_moment", now - timedelta(days=1))
    moment_typed(hands, "until_moment", now + timedelta(days=2))
    hands.choose("Every second week")
    hands.button("Save, and see the plan")

    # Then the plan says what was said, and what nobody asked
    expect(main).to_contain_text("Petra: by e-mail, at any hour; not while at her sister's, next")
    expect(main).to_contain_text("Nothing is sent while at her sister's.")
    expect(main).to_contain_text("Not asked yet")

    # And when she writes to her in that stay
    hands.link("Messages")
    hands.button("Write a message")
    hands.link("Petra")
    expect(main).to_contain_text("Contact plan: Petra: by e-mail, at any hour; not while at her sister's, next")
    hands.text("Subject", "Monday")
    hands.text("Message", "Shall I come on Monday?")
    hands.button("Read it as them")
    leaves = f"leaves {now:%H:%M}"
    expect(main).to_contain_text(leaves)
    hands.button("Send it")

    # Then it waits until the stay is over
    expect(main).to_contain_text("Held until it may leave")
    expect(main).to_contain_text(f"{(now + timedelta(days=2)).day} {now + timedelta(days=2):%B}")
