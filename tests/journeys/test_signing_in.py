"""The door: a page left alone, a second proof, somebody who guesses."""

import hashlib
import hmac
import re
import secrets
import struct
import time
from base64 import b32decode
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kith.core.sign_in.waiting import ACCOUNT_HERE
from kith.seed import PASSWORD
from tests.journeys.browsers import address_of
from tests.journeys.given import a_case
from tests.journeys.hands import Hands

#: Tries for one address before it must wait, counted for all web processes together; the demonstration runs two.
MOST_TRIES = ACCOUNT_HERE.free + 1


@pytest.mark.everyday
def test_a_page_left_alone_locks_and_signing_in_returns_to_the_same_words(new_page: Callable[..., Page]) -> None:
    # Given somebody who writes, and is called away
    page = new_page()
    _sign_in(page, "amal")
    where = f"{a_case(page)}entries/write/"
    page.clock.install()
    page.goto(where)
    hands = Hands(page)
    hands.text("What happened, or what was said?", "She rang at four. I had to go out before")

    # When the page is left alone for a quarter of an hour
    page.clock.fast_forward("16:00")
    page.wait_for_url("**/accounts/login/**")

    # Then nobody can read it, and its owner comes back to the same page and words
    page.clock.resume()
    assert page.request.get(where, max_redirects=0).status == 302
    hands.text("Email", address_of("amal"))
    hands.text("Password", PASSWORD)
    hands.button("Sign in")
    expect(page).to_have_url(re.compile(re.escape(where) + "$"))
    expect(page.get_by_label("What happened, or what was said?")).to_have_value(
        "She rang at four. I had to go out before"
    )


def test_words_go_on_being_saved_after_signing_in_again_in_another_tab(new_page: Callable[..., Page]) -> None:
    # Given a page with words, whose session has ended
    page = new_page()
    _sign_in(page, "amal")
    page.goto(f"{a_case(page)}entries/write/")
    hands = Hands(page)
    hands.text("What happened, or what was said?", "First words")
    expect(page.locator("[data-draft-state]")).to_have_text(re.compile(r"^Saved \d"))
    page.context.clear_cookies()

    # When its owner signs in again in another tab, and goes on writing in the first
    _sign_in(page.context.new_page(), "amal")
    page.bring_to_front()
    with page.expect_response(re.compile("/drafts/")) as answer:
        hands.text("What happened, or what was said?", "First words, and more")

    # Then they are saved
    assert answer.value.status == 200
    page.reload()
    expect(page.get_by_label("What happened, or what was said?")).to_have_value("First words, and more")


def test_a_code_from_a_telephone_is_asked_for_once_it_is_turned_on(new_page: Callable[..., Page]) -> None:
    # Given Dee, who turns sign-in codes on
    page = new_page()
    _sign_in(page, "dee")
    hands = Hands(page)
    hands.link("Account")
    hands.button("Turn it on")
    hands.text("Password", PASSWORD)
    hands.button("Confirm")
    secret = page.get_by_label("Secret, if you cannot scan").input_value()
    hands.text(re.compile("[Cc]ode"), _code(secret))
    hands.button("Turn it on")
    try:
        # When she signs in on another machine
        other = new_page()
        _sign_in(other, "dee", to="**/accounts/2fa/authenticate/**")

        # Then her password alone opens nothing, a wrong code says so, and the next code lets her in
        assert "/accounts/login/" in other.request.get("/post-room/", max_redirects=0).headers["location"]
        hands = Hands(other)
        hands.text(re.compile("[Cc]ode"), "000000")
        hands.button("Sign in")
        expect(other.get_by_role("alert")).to_contain_text("code")
        hands.text(re.compile("[Cc]ode"), _code(secret, later=30))
        hands.button("Sign in")
        expect(other).to_have_url(re.compile("/$"))
    finally:
        page.goto("/accounts/2fa/totp/deactivate/")
        Hands(page).button("Turn it off")
    expect(page.get_by_role("main")).to_contain_text("Off.")


def test_guessing_is_stopped_in_plain_words_and_locks_nobody_else_out(
    new_page: Callable[..., Page],
) -> None:
    # Given somebody who tries passwords for one address
    page = new_page()
    page.goto("/accounts/login/")
    hands = Hands(page)
    guessed = f"nobody-{secrets.token_hex(4)}@brackwater.example.org"

    # When they have tried a few
    told = ""
    for _ in range(MOST_TRIES):
        hands.text("Email", guessed)
        hands.text("Password", "not the password")
        hands.button("Sign in")
        told = page.get_by_role("main").inner_text()
        if "Too many" in told:
            break

    # Then they are told to wait, and somebody else signs in from the same place meanwhile
    assert "Too many tries from here. Wait 1 minute, then try again." in told
    _sign_in(new_page(), "ben")


def _sign_in(page: Page, worker: str, to: str = "") -> None:
    page.goto("/accounts/login/")
    hands = Hands(page)
    hands.text("Email", address_of(worker))
    hands.text("Password", PASSWORD)
    hands.button("Sign in")
    page.wait_for_url(to or (lambda url: "/accounts/" not in url))


def _code(secret: str, later: int = 0) -> str:
    """Work out the code that an authenticator app shows (RFC 6238), now or some seconds later."""
    key = b32decode(secret.replace(" ", "") + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(time.time() + later) // 30)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"
