"""A badge is taken out on a telephone, by keyboard, and is what the page said."""

from collections.abc import Callable
from datetime import UTC, datetime

import jwt
from playwright.sync_api import Download, Page, expect

from kith.engines.badges import badge_in, read, token_in
from tests.journeys.browsers import NARROW
from tests.journeys.hands import Hands

ISSUER = "Brackwater Council"


def taken(hands: Hands, name: str) -> Download:
    """Press a button that gives a file; the page stays."""
    hands.tab_to(hands.page.get_by_role("button", name=name))
    with hands.page.expect_download() as coming:
        hands.press("Enter")
    return coming.value


def test_whoever_read_a_bite_takes_a_badge_out_as_a_picture_and_as_a_signed_file(page_as: Callable[..., Page]) -> None:
    # Given a bite that Cara read
    page = page_as("cara", viewport=NARROW)
    hands, main = Hands(page), page.get_by_role("main")
    page.goto("/learning/about/deepfakes/")
    title = page.get_by_role("heading", level=1).inner_text()
    hands.link("Take a badge out")
    expect(main).to_contain_text(f"Given by {ISSUER}.")

    # When she asks for it without saying so, she is asked; when she says that she did it, she is given it
    hands.button("Take it as a picture")
    expect(main).to_contain_text("Tick the box if it is so")
    hands.tick("I read it, and did the one thing it asks")
    picture, words = (taken(hands, f"Take it as a {kind}") for kind in ("picture", "signed file"))

    # Then both are badges about that bite, hers, in the agency's name, signed by the key that they carry
    assert [each.suggested_filename[-4:] for each in (picture, words)] == [".svg", ".jwt"]
    for each in (picture, words):
        token = token_in(each.path().read_bytes())
        theirs = jwt.PyJWK(jwt.get_unverified_header(token)["jwk"], algorithm="RS256")
        assert jwt.decode(token, theirs, algorithms=["RS256"])["name"] == title
        badge = badge_in(read(token).payload(), datetime.now(UTC))
        assert badge.issuer.name == ISSUER and badge.is_of("cara@brackwater.example.org")
