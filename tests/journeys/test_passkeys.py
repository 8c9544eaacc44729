"""A passkey, with an authenticator that the browser plays: made, used alone, used to confirm, removed."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import CDPSession, Page, expect

from kith.seed import PASSWORD
from tests.journeys.browsers import address_of
from tests.journeys.conftest import Watch
from tests.journeys.hands import Hands
from tests.journeys.stack import Stack
from tests.journeys.test_every_page import faults_of

#: Who has a passkey in these journeys; the others go on with their passwords.
WHO = "ivo"  # nobody else signs in as him in a journey, and turns something on or leaves a code behind


@pytest.fixture
def here(stack: Stack, watch: Watch) -> str:
    """The demonstration by a name: a passkey belongs to a name, never to a number."""
    watch.origin = f"http://localhost:{urlsplit(stack.origin).port}"
    return watch.origin


@pytest.fixture
def page(new_page: Callable[..., Page], here: str) -> Page:
    return new_page(base_url=here)


@pytest.fixture
def authenticator(page: Page) -> Iterator[tuple[CDPSession, str]]:
    """A device with a fingerprint reader, whose owner always agrees."""
    control = page.context.new_cdp_session(page)
    control.send("WebAuthn.enable")
    made = control.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield control, made["authenticatorId"]
    control.send("WebAuthn.disable")


def test_a_passkey_is_made_used_and_removed_and_its_recovery_codes_are_shown_once(
    page: Page, authenticator: tuple[CDPSession, str], new_page: Callable[..., Page], here: str
) -> None:
    # Given somebody who signs in with a password, and adds a passkey
    hands = Hands(page)
    _sign_in(page)
    _add_a_passkey(hands)

    # Then recovery codes are shown, this once
    codes = page.locator(".kith-codes li").all_inner_texts()
    assert len(codes) == 10
    assert len(set(codes)) == 10
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("10 of 10 are left")
    expect(page.locator(".kith-codes")).to_have_count(0)

    # When she signs out, and wants a page
    _sign_out(hands)
    page.goto("/accounts/where/")
    hands.button("Sign in with a passkey")

    # Then the passkey alone lets her in, and leads her there
    expect(page).to_have_url(re.compile("/accounts/where/$"))
    expect(page.get_by_role("main")).to_contain_text("Chrome on Linux")

    # And her password alone no longer does, on any machine: a recovery code does, once
    other = new_page(base_url=here)
    _sign_in(other, to="**/accounts/2fa/authenticate/**")
    Hands(other).text(re.compile("[Cc]ode"), codes[0])
    Hands(other).button("Sign in")
    expect(other).to_have_url(re.compile("/$"))
    _sign_out(Hands(other))
    _sign_in(other, to="**/accounts/2fa/authenticate/**")
    Hands(other).text(re.compile("[Cc]ode"), codes[0])
    Hands(other).button("Sign in")
    expect(other.get_by_role("alert")).to_contain_text("The code is not right")
    page.goto("/accounts/2fa/")
    expect(page.get_by_role("main")).to_contain_text("9 are left")

    # When the passkey is removed
    _remove_the_passkey(hands)
    expect(page.get_by_role("main")).to_contain_text("You have none.")

    # Then it opens nothing
    _sign_out(hands)
    hands.button("Sign in with a passkey")
    expect(page.get_by_role("main")).to_contain_text("That passkey did not answer as it should")
    _sign_in(page)


def test_a_passkey_whose_owner_is_not_sure_opens_nothing(page: Page, authenticator: tuple[CDPSession, str]) -> None:
    control, device = authenticator
    hands = Hands(page)
    _sign_in(page, who="hana")
    _add_a_passkey(hands)
    try:
        _sign_out(hands)
        control.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
        hands.tab_to(page.get_by_role("button", name="Sign in with a passkey"))
        hands.press("Enter")
        expect(page.get_by_text("Nothing was confirmed.")).to_be_visible()
        assert "/accounts/login/" in page.url
    finally:
        control.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": True})
        page.goto("/accounts/where/")
        hands.button("Sign in with a passkey")
        _remove_the_passkey(hands)


def test_one_place_is_signed_out_from_another_at_once(page: Page, new_page: Callable[..., Page], here: str) -> None:
    _sign_in(page, who="cara")
    other = new_page(base_url=here, user_agent="Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0")
    _sign_in(other, who="cara")
    page.goto("/accounts/where/")
    Hands(page).button(re.compile("Sign out there.*Firefox on Windows"))
    expect(page.get_by_role("main")).to_contain_text("You are signed out there.")
    other.reload()
    expect(other).to_have_url(re.compile("/accounts/login/"))


def test_without_script_nobody_is_offered_a_passkey_and_the_password_does(
    new_page: Callable[..., Page], here: str
) -> None:
    page = new_page(base_url=here, java_script_enabled=False)
    page.goto("/accounts/login/")
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_have_count(0)
    _sign_in(page, who="gil")  # nobody's half sign-ins, in whatever order the journeys run, have counted against him


def test_a_style_sheet_may_be_kept_and_a_page_may_not(page: Page) -> None:
    page.goto("/accounts/login/")
    sheet = page.locator("link[rel=stylesheet]").get_attribute("href")
    kept, shown = page.request.get(str(sheet)).headers, page.request.get("/accounts/login/").headers
    assert "max-age" in kept["cache-control"]
    assert shown["cache-control"] == "no-store"
    for headers in (kept, shown):
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_the_pages_of_passkeys_are_accessible_and_fit_a_telephone(
    page: Page, authenticator: tuple[CDPSession, str]
) -> None:
    hands = Hands(page)
    _sign_in(page, who="esme")
    _add_a_passkey(hands)
    try:
        paths = ["/accounts/2fa/", "/accounts/2fa/webauthn/", "/accounts/2fa/webauthn/add/", "/accounts/where/"]
        paths += ["/accounts/2fa/recovery-codes/", "/accounts/2fa/webauthn/reauthenticate/"]
        faults = {path: found for path in paths if (found := faults_of(page, path))}
        assert not faults
    finally:
        _remove_the_passkey(hands)


def _sign_in(page: Page, to: str = "", who: str = WHO) -> None:
    page.goto("/accounts/login/")
    hands = Hands(page)
    hands.text("Email", address_of(who))
    hands.text("Password", PASSWORD)
    hands.button("Sign in")
    page.wait_for_url(to or (lambda url: "/accounts/" not in url))


def _sign_out(hands: Hands) -> None:
    hands.page.goto("/accounts/logout/")
    hands.button("Sign out", within=hands.page.get_by_role("main"))


def _add_a_passkey(hands: Hands) -> None:
    hands.page.goto("/accounts/2fa/")
    hands.button("Add a passkey")
    hands.text("Password", PASSWORD)
    hands.button("Confirm")
    hands.text("What to call it (optional)", "My laptop")
    hands.button("Add a passkey")


def _remove_the_passkey(hands: Hands) -> None:
    """Remove it, showing with it that it is still them if that is asked."""
    hands.page.goto("/accounts/2fa/webauthn/")
    hands.link(re.compile("^Remove"))
    if "reauthenticate" in hands.page.url:
        hands.button("Use a passkey")
        hands.button("Use a passkey")
    hands.button("Remove it")
