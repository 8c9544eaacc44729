"""The browser that journeys drive, and who sits at it. Knows no Django, so that pictures can be taken without it."""

import os
import shutil

from playwright.sync_api import Page, ViewportSize

from kith.seed import PASSWORD

PROGRAM = os.environ.get("KITH_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 360, "height": 740}


def address_of(worker: str) -> str:
    """Give the address that somebody of the demonstration signs in with: "amal", "ben", "cara", "dee"."""
    return f"{worker}@brackwater.example.org"


def sign_in_quickly(page: Page, worker: str) -> None:
    """Sign somebody in where how they do it is not the point."""
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(address_of(worker))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/accounts/" not in url)
