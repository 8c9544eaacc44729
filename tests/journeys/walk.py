"""Finds every page of the demonstration by following its links, one example of each kind of address."""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import APIRequestContext, Page

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
#: One statement of a framework looks like the next; there are eighty.
_STATEMENT = re.compile(r"(?<=/learning/capabilities/)\w+/(?!delete/)[\w.]+(?=/$)")
_HREF = re.compile(r"""<a\b[^>]*?\bhref="([^"]+)\"""")
#: A link to one of these ends the visit, gives a file, or answers a script.
_NOT_PAGES = re.compile(r"/(accounts/logout|lock|static|progress|copy)/|/papers/:/[a-z]+/$|recovery-codes/download|^#")
#: Of these a second example looks different: two exports, a message that went and one that waits, a play half way and
#: one that ended.
_TWICE = (
    "/cases/:/exhibits/:/",
    "/cases/:/messages/to/:/",
    "/cases/:/people/:/",
    "/cases/:/entries/:/",
    "/learning/dilemmas/plays/:/",
)


@dataclass(frozen=True, slots=True)
class Address:
    """A page to look at; `kind` is its path with every id as a colon."""

    kind: str
    path: str

    @property
    def name(self) -> str:
        """Give a file name: cases-one-exhibits."""
        words = re.sub(r"[^a-z0-9]+", "-", self.kind.replace(":", "one").replace("?", "asked")).strip("-")
        return words or "front"


def addresses(asked: APIRequestContext, *begin: str) -> list[Address]:
    """Follow links breadth first from `begin`, as whoever is signed in; give one page of each kind, in that order."""
    waiting, seen, found = deque(begin), set(begin), dict[str, int]()
    pages = list[Address]()
    while waiting:
        path = waiting.popleft()
        kind = kind_of(path)
        if found.get(kind, 0) >= (2 if kind in _TWICE else 1):
            continue
        answer = asked.get(path)
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        found[kind] = found.get(kind, 0) + 1
        pages.append(Address(kind if found[kind] == 1 else f"{kind}-{found[kind]}", path))
        for link in links_of(answer.text(), path):
            if link not in seen:
                seen.add(link)
                waiting.append(link)
    return pages


def everyones(page_as: Callable[[str], Page]) -> list[tuple[str, Address]]:
    """Give one page of each kind with who opens it: Amal's, then what only a manager or a student is shown."""
    amal = page_as("amal")
    story, restricted = (case_of(amal, name) for name in ("Quillfeather", "Wrenmarsh"))
    found = [
        ("amal", each)
        for each in addresses(amal.request, "/", story, f"{restricted}access/", f"{restricted}access/lift/")
    ]
    for worker, name in (("ben", "Tarnbrook"), ("hana", "Larkspur")):
        page, known = page_as(worker), {each.kind for _, each in found}
        own = addresses(page.request, "/", f"{case_of(page, name)}access/")
        # the front page and a case look different to each of them
        found += [(worker, each) for each in own if each.kind not in known or each.kind in ("/", "/cases/:/access/")]
    return found


def case_of(page: Page, family_name: str) -> str:
    """Give the address of a case on somebody's front page."""
    page.goto("/")
    return str(page.get_by_role("link", name=family_name, exact=True).get_attribute("href"))


def kind_of(path: str) -> str:
    """Give a path without what names one row: /cases/:/people/:/; a question mark where something is asked of it."""
    parts = urlsplit(path)
    words = re.sub(r"/\d+(?=/)", "/0", _STATEMENT.sub(":/:", _ID.sub(":", parts.path)))
    words = re.sub(r"(?<=/capabilities/maps/:/)\w+/", ":/", words)  # one framework's map looks like the next
    words = re.sub(r"(?<=/learning/)(about|help)/\w+/", r"\1/:/", words)
    return f"{words}?" if parts.query else words


def links_of(html: str, here: str) -> list[str]:
    """List where a page leads to on this site, in the order of the page."""
    base = urlsplit(here)
    found = []
    for link in _HREF.findall(html):
        link = link.replace("&amp;", "&").partition("#")[0]
        if link.startswith("?"):
            link = base.path + link
        if link.startswith("/") and not _NOT_PAGES.search(_ID.sub(":", link.partition("?")[0])):
            found.append(link)
    return found
