"""A badge is taken out on a telephone, by keyboard, and is what the page said."""

from collections.abc import Callable
from datetime import UTC, datetime

import jwt
from playwright.sync_api import Page, expect

from kith.engines.badges import badge_in, read, token_in
from tests.journeys.browsers import NARROW
from tests.journeys.hands import Hands

ISSUER = "Brackwater Council"


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
    with page.expect_download() as picture:
        hands.button("Take it as a picture")
    with page.expect_download() as words:
        hands.button("Take it as a signed file")

    # Then both are badges about that bite, hers, in the agency's name, signed by the key that they carry
    assert [each.value.suggested_filename[-4:] for each in (picture, words)] == [".svg", ".jwt"]
    for each in (picture, words):
        token = token_in(each.value.path().read_bytes())
        theirs = jwt.PyJWK(jwt.get_unverified_header(token)["jwk"], algorithm="RS256")
        assert jwt.decode(token, theirs, algorithms=["RS256"])["name"] == title
        badge = badge_in(read(token).payload(), datetime.now(UTC))
        assert badge.issuer.name == ISSUER and badge.is_of("cara@brackwater.example.org")
