"""A running demonstration, a browser, and somebody who is signed in; every journey watches what the browser does."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kith.seed import MARKERS
from tests.journeys.browsers import WIDE, sign_in_quickly
from tests.journeys.stack import Stack, shared_stack

SECONDS = 20_000  # a machine that does other work too
JOURNEYS = Path(__file__).parent
#: Words that no line of a log may hold. Who can sign in, which the demonstration prints, names cases on purpose.
MUST_NOT_BE_SAID = (*MARKERS, '"level": "ERROR"', "Traceback")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here as a journey, so that none can be forgotten; and as a drill, if it is not of every day."""
    for item in items:
        if JOURNEYS in item.path.parents:
            item.add_marker(pytest.mark.journey)
            if not item.get_closest_marker("everyday"):
                item.add_marker(pytest.mark.drill)


@dataclass
class Watch:
    """What went wrong in the browser while a journey ran, and where it went."""

    origin: str
    faults: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    excused: tuple[str, ...] = ()

    def over(self, context: BrowserContext) -> None:
        """Listen to everything that the pages of a context do."""
        context.on("request", self._asked)
        context.on("console", lambda said: self._said(said.type, said.text))
        context.on("weberror", lambda fault: self.faults.append(f"script: {fault.error}"))

    def excuse(self, *words: str) -> None:
        """Say which words of the browser's console belong to this journey: a refused page is an error to it."""
        self.excused += words

    def _asked(self, request: Any) -> None:
        if request.url.startswith(("data:", "blob:", "about:")):
            return
        if not request.url.startswith(self.origin + "/"):
            self.faults.append(f"asked somebody else: {request.url}")
        self.visited.append(request.url)

    def _said(self, kind: str, words: str) -> None:
        if kind in ("error", "warning") and not any(each in words for each in self.excused):
            self.faults.append(f"{kind}: {words}")


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The demonstration, started once for the whole test run."""
    own = tmp_path_factory.getbasetemp()
    board = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    with shared_stack(board) as running:
        yield running
        said = [line for line in running.log_lines() if any(word in line for word in MUST_NOT_BE_SAID)]
        assert said == [], "a family's name, or an error, stands in what the processes wrote"


@pytest.fixture(scope="session")
def signed_in(browser: Browser, stack: Stack) -> Callable[[str], Any]:
    """Give what a browser keeps of somebody who signed in; each signs in once a process."""
    known: dict[str, Any] = {}

    def state(worker: str) -> Any:
        if worker not in known:
            context = browser.new_context(base_url=stack.origin)
            page = context.new_page()
            sign_in_quickly(page, worker)
            known[worker] = context.storage_state()
            context.close()
        return known[worker]

    return state


@pytest.fixture
def watch(stack: Stack) -> Iterator[Watch]:
    """What the browser must not do, and has not done."""
    watching = Watch(stack.origin)
    yield watching
    assert watching.faults == []
    assert [url for url in watching.visited if any(marker in url for marker in MARKERS)] == []


@pytest.fixture
def new_page(browser: Browser, stack: Stack, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser of its own: of nobody, or of what `state` says."""
    opened: list[BrowserContext] = []

    def make(state: Any = None, **options: Any) -> Page:
        context = browser.new_context(
            **{
                "base_url": stack.origin,
                "viewport": WIDE,
                "storage_state": state,
                "service_workers": "block",
                **options,
            }
        )
        context.set_default_timeout(SECONDS)
        context.set_default_navigation_timeout(SECONDS)
        opened.append(context)
        watch.over(context)
        return context.new_page()

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page_as(new_page: Callable[..., Page], signed_in: Callable[[str], Any]) -> Callable[..., Page]:
    """Open a page as somebody of the demonstration: "amal", "ben", "cara", "dee"."""

    def make(worker: str, **options: Any) -> Page:
        return new_page(signed_in(worker), **options)

    return make
