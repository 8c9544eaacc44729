"""Every page of the demonstration: accessible, and no wider than a telephone."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.browsers import NARROW, WIDE
from tests.journeys.conftest import Watch
from tests.journeys.walk import Address, everyones

AXE = Path(__file__).parents[2] / "build/axe.min.js"
#: WCAG 2.2 at level AA, and axe's own best practice.
_RUN = """() => axe.run(document, {resultTypes: ['violations'], runOnly:
    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
    .then((found) => found.violations.map((each) => [each.id, each.nodes.map((node) => node.html.slice(0, 200))]))"""
NARROWEST = 320
#: The pages are shared out among so many tests, so that two processes can look at once; the everyday run looks at one.
SHARES = 6
#: Fewer would mean that the walk found no way into a room.
FEWEST_PAGES = 65
STRANGERS = ("/accounts/login/", "/accounts/password/reset/", "/nothing-here/")


@pytest.fixture(scope="session")
def known_pages() -> list[tuple[str, Address]]:
    """What a process has found, with who opens it, kept for its other tests."""
    return []


@pytest.mark.parametrize("share", [0, *(pytest.param(share, marks=pytest.mark.drill) for share in range(1, SHARES))])
def test_every_page_is_accessible_and_fits_a_telephone(
    share: int, page_as: Callable[..., Page], known_pages: list[tuple[str, Address]]
) -> None:
    page_of = cache(page_as)
    if not known_pages:
        known_pages += everyones(page_of)
    assert len(known_pages) >= FEWEST_PAGES

    mine = known_pages[share::SHARES]
    faults = {f"{who}: {each.path}": found for who, each in mine if (found := faults_of(page_of(who), each.path))}

    assert not faults, json.dumps(faults, indent=1)


def test_pages_for_strangers_and_of_mistakes_are_accessible_and_fit_a_telephone(
    new_page: Callable[..., Page], page_as: Callable[..., Page], watch: Watch
) -> None:
    watch.excuse("status of 404")
    stranger, amal = new_page(), page_as("amal")
    faults = {path: found for path in STRANGERS if (found := faults_of(stranger, path))}
    for path in ("/cases/start/", "/search/?q=zzzz", "/search/?q=solicitor"):
        amal.goto(path)
        if path == "/cases/start/":
            amal.get_by_role("button", name="Start the case").press("Enter")
            amal.wait_for_selector(".govuk-error-summary")
        if found := _looked_at(amal):
            faults[path] = found
    assert not faults, json.dumps(faults, indent=1)


def faults_of(page: Page, path: str) -> list[Any]:
    """Open a page and give what is wrong with it."""
    page.set_viewport_size(WIDE)
    answer = page.goto(path)
    assert answer is not None
    assert answer.status < 400 or "nothing" in path, f"{path} answered {answer.status}"
    assert "http-equiv" not in answer.text() or re.search(r"<noscript><meta", answer.text())
    return _looked_at(page)


def _looked_at(page: Page) -> list[Any]:
    """Look at the page that is open, wide and narrow."""
    page.set_viewport_size(WIDE)
    page.evaluate(AXE.read_text())
    faults: list[Any] = page.evaluate(_RUN)
    for width in (NARROW["width"], NARROWEST):
        page.set_viewport_size({**NARROW, "width": width})
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            faults.append([f"needs {needed} of {width} pixels"])
        if width == NARROW["width"]:
            faults += page.evaluate(_RUN)
    return faults
