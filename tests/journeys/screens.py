"""Pictures of every page: `python -m tests.journeys.screens OUT`. Wide and narrow, and as printed where people print.

With `--docs` the pictures that the documentation shows are made again, and nothing else.
"""

import argparse
import io
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.journeys.browsers import NARROW, PROGRAM, QUIET, WIDE, sign_in_quickly
from tests.journeys.stack import shared_stack
from tests.journeys.walk import case_of, everyones

PICTURES = Path(__file__).parents[2] / "docs/pictures"
MOST_BYTES = 150_000
#: What people print: an item, an entry, a decision, a message, a timeline, who looked; what they learnt.
PRINTED = (
    "/items/",
    "/entries/:/",
    "/decisions/:/",
    "/messages/:/",
    "/timeline/",
    "/exhibits/:/",
    "/access/plain/",
    "/plan/",
    "/about/:/",
    "/after/",
    "/learning/cpd/",
    "/learning/cpd/:/",
    "/capabilities/:/",
)


def main(argv: list[str] | None = None) -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.screens", description=main.__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=Path("build/screens"))
    parser.add_argument("--docs", action="store_true", help="only the pictures of the documentation")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as board, shared_stack(Path(board)) as stack, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=PROGRAM, args=QUIET)

        @cache
        def page_as(worker: str) -> Page:
            page = browser.new_context(base_url=stack.origin, viewport=WIDE).new_page()
            sign_in_quickly(page, worker)
            return page

        if asked.docs:
            for_the_documentation(page_as("amal"))
        else:
            asked.out.mkdir(parents=True, exist_ok=True)
            every_page(page_as, asked.out)
        browser.close()


def every_page(page_as: Callable[[str], Page], out: Path) -> None:
    """Take each page of the demonstration, one of each kind, as the first of the cast who is shown it."""
    for worker, each in everyones(page_as):
        page, name = page_as(worker), each.name if worker == "amal" else f"{worker}-{each.name}"
        for called, size in (("wide", WIDE), ("narrow", NARROW)):
            page.set_viewport_size(size)
            page.goto(each.path)
            page.screenshot(path=out / f"{name}-{called}.png", full_page=True)
        if any(each.kind.rstrip("-2").endswith(end) or end in each.kind for end in PRINTED):
            printed(page, out / f"{name}-printed.png")


def printed(page: Page, picture: Path) -> None:
    """Take the first sheet of a page as it is printed on A4."""
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "15mm")
    sheet = pypdfium2.PdfDocument(page.pdf(format="A4", margin=margins))[0]
    sheet.render(scale=1.4).to_pil().save(picture)


def for_the_documentation(page: Page) -> None:
    """Take what README and the guides show, small enough to keep."""
    case = case_of(page, "Quillfeather")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(f"{case}timeline/")
    _keep(_from(page, ".kith-identity", 1180), PICTURES / "timeline.png")
    page.goto(f"{case}timeline/?words=%22tell+her%22")
    page.get_by_role("link", name="[E1, line 28]").first.click()
    page.wait_for_load_state()
    _keep(_from(page, "h1", 1180), PICTURES / "item.png")


def _from(page: Page, place: str, height: int) -> bytes:
    """Take the page from something on it downwards."""
    top = (page.locator(place).bounding_box() or {"y": 0})["y"]
    return page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": 1000, "height": height})


def _keep(shot: bytes, picture: Path) -> None:
    """Save a picture with few colours: these are pages, not photographs."""
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(64).save(picture, optimize=True)
    size = picture.stat().st_size
    if size > MOST_BYTES:
        raise SystemExit(f"{picture} has {size} bytes: {MOST_BYTES} are allowed")


if __name__ == "__main__":
    main()
