"""The words of the error pages: what happened, what to do; never whether something exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise as _Words


@dataclass(frozen=True, slots=True)
class ErrorPage:
    title: str
    paragraphs: tuple[str, ...]
    status: int
    reference: str = ""


_NOT_FOUND = (
    _("If you typed the web address, check it is correct. If you pasted it, check you copied all of it."),
    _("You may not have access. If you think you should, ask your manager."),
)
_PAGES: dict[int, tuple[_Words, tuple[_Words, ...]]] = {
    400: (_("Something in that request could not be read"), (_("Go back and try again."),)),
    403: (_("Page not found"), _NOT_FOUND),
    404: (_("Page not found"), _NOT_FOUND),
    405: (_("That cannot be done from here"), (_("Go back and use the buttons on the page."),)),
    409: (_("That was not done"), (_("Nothing was changed. Go back and load the page again before you go on."),)),
    413: (_("That file is too large"), (_("Go back and choose a smaller file, or ask for the limit to be raised."),)),
    429: (_("Too many tries"), (_("Wait a few minutes and try again."),)),
    503: (
        _("Kith cannot be used just now"),
        (
            _("Its records cannot be reached. Nothing was lost: what you typed before is saved."),
            _("Wait a minute and load this page again."),
        ),
    ),
    500: (
        _("Sorry, there is a problem"),
        (
            _("Your last step was not done. What you typed before it is saved."),
            _("Try again. If it keeps happening, tell whoever looks after Kith what you were doing, and when."),
        ),
    ),
}
STALE_FORM = (
    _("Your page was out of date"),
    (
        _("For your safety, nothing was done. You may have been signed out, or left the page open a long time."),
        _("Go back, load the page again and try once more."),
    ),
)


def page(status: int, *, says: str = "", reference: str = "") -> ErrorPage:
    """Give the words for a status; `says` puts one sentence of ours first, `reference` is what to quote to support."""
    title, paragraphs = _PAGES.get(status, _PAGES[500])
    more = (says,) if says else ()
    return ErrorPage(str(title), (*more, *map(str, paragraphs)), status, reference)


def page_of(given: ErrorPage | Mapping[str, Any]) -> ErrorPage:
    """Accept a page, or the bare {status, says} that code below the pages can give."""
    if isinstance(given, ErrorPage):
        return given
    return page(int(given.get("status", 500)), says=str(given.get("says", "")))
