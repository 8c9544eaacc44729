"""Walks the whole site as one person: every address, every link and search, every download; and keeps what it met."""

import email
import html
import io
import re
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email import policy
from urllib.parse import unquote, urldefrag, urljoin

from django.http import HttpResponse
from django.test import Client
from pypdf import PdfReader

from tests.walls.agency import MARK

LINK = re.compile(rb'(?:href|action|src|hx-get|data-url)="([^"]*)"')
TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
#: Signing out would end the walk; what lies under these is no page.
NOT_FOLLOWED = ("/accounts/logout", "/lock", "/static/")
MOST = 900
#: Searches: a word that many have, the beginning of every mark, and marks misspelt so that their own echo is none.
SEARCHES = ("six", "Robin", "zq*", "zqp*", "zqr*", "zqm*", "zqpitemz", "zqritemz", "zqmitemz", '"You said"', "entry")


@dataclass
class Walk:
    """What one person met: mark -> where; what stood in titles and addresses; and the answers, counted."""

    met: dict[tuple[str, str], str] = field(default_factory=dict)
    in_titles: dict[tuple[str, str], str] = field(default_factory=dict)
    in_addresses: dict[tuple[str, str], str] = field(default_factory=dict)
    statuses: dict[int, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def keep(self, where: str, answer: HttpResponse) -> None:
        """Keep what an answer shows."""
        body = answer.getvalue()
        self.statuses[answer.status_code] = self.statuses.get(answer.status_code, 0) + 1
        if answer.status_code >= 500:
            self.failed.append(where)
        for mark in [*marks(body, answer.headers.get("Content-Type", "")), *MARK.findall(str(answer.headers))]:
            self.met.setdefault(_low(mark), where)
        for title in TITLE.findall(body):
            self.in_titles |= {_low(mark): where for mark in MARK.findall(title.decode())}
        for link in [*links(body), where, answer.headers.get("Location", "")]:
            self.in_addresses |= {_low(mark): link for mark in MARK.findall(unquote(link))}


def _low(mark: tuple[str, str]) -> tuple[str, str]:
    return mark[0].lower(), mark[1].lower()


def links(body: bytes) -> list[str]:
    """List the addresses in a page."""
    return [html.unescape(found.decode()) for found in LINK.findall(body)]


def marks(body: bytes, kind: str) -> list[tuple[str, str]]:
    """Find the marks in an answer, whatever it is: a page, a PDF, a Word document, a message."""
    return [mark for text in texts(body, kind) for mark in MARK.findall(text)]


def texts(body: bytes, kind: str) -> Iterator[str]:
    """Give the texts of an answer: its bytes as they are, and what a program that knows its form reads in it."""
    yield body.decode("utf-8", "replace")
    if body.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(body))
        yield "\n".join(page.extract_text() for page in reader.pages).replace("\n", "")
        yield str(reader.metadata)
    elif body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for name in archive.namelist():
                yield re.sub(r"<[^>]*>", "", archive.read(name).decode("utf-8", "replace"))
    elif kind.startswith("message/") or b"\nMIME-Version:" in body:
        message = email.message_from_bytes(body, policy=policy.default)
        yield str(message["Subject"])
        for part in message.walk():
            if not part.is_multipart():
                yield (part.get_payload(decode=True) or b"").decode("utf-8", "replace")


def walk(browser: Client, begin: Iterable[str], *, posts: Iterable[str] = (), most: int = MOST) -> Walk:
    """Ask for every page that is named, and for every page that a page links to; send each form without its key."""
    found, waiting, seen = Walk(), deque(["/", *begin]), set()
    while waiting and len(seen) < most:
        path = waiting.popleft()
        if path in seen or path.startswith(NOT_FOLLOWED):
            continue
        seen.add(path)
        answer = browser.get(path)
        found.keep(path, answer)
        if "text/html" in answer.headers.get("Content-Type", "") or answer.status_code in (301, 302):
            for link in [*links(answer.getvalue()), answer.headers.get("Location", "")]:
                place = urldefrag(urljoin(path, link))[0]
                if place.startswith("/") and not place.startswith("//"):
                    waiting.append(place)
    for path in posts:
        found.keep(path, browser.post(path))
    return found
