"""What a test reads of a page: its words as a reader sees them, its links, and the page as the view asks for it."""

import html
import re
from typing import Any

from kith.core.transactions import scoped
from kith.home.queries.filters import choices_of
from kith.home.queries.rows import Shown
from kith.home.queries.timeline import TimelinePage, timeline_page
from kith.home.rules import Filters
from kith.home.tests.world import World


def page(world: World, **asked: Any) -> TimelinePage:
    """Give a page of the timeline of Amal's case; `after` and `before` are places, all else is filters."""
    place = {"after": asked.pop("after", None), "before": asked.pop("before", None)}
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        return timeline_page(world.case, Filters(**asked), choices_of(world.case), world.amal, **place)


def said(row: Shown) -> str:
    """Give the whole text of a row."""
    return "".join(piece.text for piece in [*row.opening, *row.rest])


def texts(world: World, **asked: Any) -> list[str]:
    """Give the texts of a page, in order."""
    return [said(row) for row in page(world, **asked).rows]


def main_part(content: str) -> str:
    """Give the page without its frame."""
    return content[content.index("<main") : content.index("</main>")]


def plain(content: str) -> str:
    """Give the words of the page as a reader sees them."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main_part(content))))


def link(content: str, words: str) -> str:
    """Find the address of a link by its words."""
    for href, inner in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', content, re.DOTALL):
        if words in re.sub(r"<[^>]*>", "", inner):
            return html.unescape(href)
    raise AssertionError(f"no link says {words!r}")
