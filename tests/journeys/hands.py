"""Hands on a keyboard: a worker who has no mouse."""

import re
from dataclasses import dataclass

from playwright.sync_api import ElementHandle, Locator, Page, expect

#: More presses than any page has stops: a control that Tab does not reach is a fault of the page.
MOST_STOPS = 250
_IS_BELOW_THE_TOP = """(one) => document.activeElement === document.body && !window.location.hash
    && !!one.closest('main')"""


@dataclass(slots=True)
class Hands:
    """Presses keys on a page; counts them, so that a journey can say what a duty costs."""

    page: Page
    presses: int = 0

    def press(self, key: str, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            self.page.keyboard.press(key)
        self.presses += times

    def type(self, words: str) -> None:
        """Type into what has the focus, over what stood there."""
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)
        self.presses += len(words) + 1

    def tab_to(self, control: Locator) -> Locator:
        """Press Tab until a control has the focus.

        Raises:
            AssertionError: Tab does not reach it, or what has the focus cannot be seen.
        """
        expect(control).to_be_attached()
        wanted = control.element_handle()
        self._skip_to_the_page(wanted)
        for _ in range(MOST_STOPS):
            if wanted.evaluate("(one) => one === document.activeElement"):
                assert self._shows_focus(), f"nothing shows that {control} has the focus"
                return control
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {control}")

    def _skip_to_the_page(self, wanted: ElementHandle) -> None:
        """Pass over header and navigation by the skip link, as people do who come to the top of a page."""
        if wanted.evaluate(_IS_BELOW_THE_TOP):
            self.press("Tab")
            assert self.page.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
            self.press("Enter")

    def link(self, name: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Tab to a link by its words and press Enter; wait for the page it leads to."""
        self._follow((within or self.page).get_by_role("link", name=name, exact=isinstance(name, str)).first)

    def button(self, name: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Tab to a button, or to a link that looks like one, and press Enter; wait for the page it leads to."""
        self._follow((within or self.page).get_by_role("button", name=name, exact=isinstance(name, str)).first)

    def text(self, label: str | re.Pattern[str], words: str, *, within: Locator | None = None) -> None:
        """Tab to a box by its label and type."""
        self.tab_to((within or self.page).get_by_label(label, exact=isinstance(label, str)).first)
        self.type(words)

    def choose(self, label: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Choose a radio button: Tab reaches the group, the arrows the one that is meant."""
        wanted = (within or self.page).get_by_role("radio", name=label, exact=isinstance(label, str)).first
        expect(wanted).to_be_attached()
        handle = wanted.element_handle()
        for _ in range(MOST_STOPS):
            if handle.evaluate("(one) => one.name === (document.activeElement || {}).name"):
                break
            self.press("Tab")
        for _ in range(40):
            if handle.evaluate("(one) => one === document.activeElement"):
                break
            self.press("ArrowDown")
        self.press("Space")
        expect(wanted).to_be_checked()

    def tick(self, label: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Tick a box."""
        box = (within or self.page).get_by_role("checkbox", name=label, exact=isinstance(label, str)).first
        self.tab_to(box)
        self.press("Space")
        expect(box).to_be_checked()

    def select(self, label: str | re.Pattern[str], words: str, *, within: Locator | None = None) -> None:
        """Choose from a list by typing how it begins."""
        box = (within or self.page).get_by_label(label, exact=isinstance(label, str)).first
        self.tab_to(box)
        self.page.keyboard.type(words)
        self.presses += len(words)
        chosen = box.evaluate("(one) => one.selectedOptions[0].textContent.trim()")
        assert chosen.lower().startswith(words.lower()), f"{words!r} chooses {chosen!r}"

    def _follow(self, control: Locator) -> None:
        self.tab_to(control)
        with self.page.expect_navigation():
            self.press("Enter")

    def _shows_focus(self) -> bool:
        """Tell whether focus can be seen: an outline, a shadow or GOV.UK's yellow, on it or on what stands for it."""
        return bool(
            self.page.evaluate(
                """() => {
                    const on = document.activeElement, style = getComputedStyle(on);
                    if (on.type === 'radio' || on.type === 'checkbox') return true;
                    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                }"""
            )
        )
