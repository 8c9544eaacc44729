"""Somebody hostile at work in Kith's pages: finds every page and every form, and fills them in with what they like."""

import os
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode, urljoin, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from tests.journeys.walk import kind_of, links_of

#: What would end somebody's access or session before the rest is tried; each has tests of its own.
NOT_SENT = re.compile(r"/accounts/|/lock/|/end/|/conflict/|/hand-over/|/emergency/|/restrict/|/post-room/")
#: Of one kind of page so many are looked at, and of one kind of form so many are sent.
EACH = 2 if os.environ.get("KITH_WALLS") == "all" else 1


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks: how, and what it offers (for text, what stands in it)."""

    name: str
    sort: str
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form as a page shows it: where it is sent, how, and what it asks."""

    path: str
    method: str
    fields: tuple[Field, ...]

    @property
    def kind(self) -> str:
        """Give its address without ids, and what it asks."""
        return f"{self.method} {kind_of(self.path)} {','.join(sorted({each.name for each in self.fields}))}"


Fill = Callable[[Field], object]


def pages(client: Client, *begin: str) -> Iterator[tuple[str, str]]:
    """Follow links from the front page; give path and HTML of each kind of page, so many of each."""
    waiting, seen, found = deque(begin or ("/",)), {"/"}, dict[str, int]()
    while waiting:
        path = waiting.popleft()
        if found.get(kind_of(path), 0) >= EACH:
            continue
        answer = client.get(path)
        if "text/html" not in answer.get("Content-Type", "") or answer.status_code != 200:
            continue
        found[kind_of(path)] = found.get(kind_of(path), 0) + 1
        text = answer.content.decode()
        yield path, text
        fresh = [link for link in links_of(text, path) if link not in seen]
        seen.update(fresh)
        waiting.extend(fresh)


def forms_of(path: str, text: str) -> Iterator[Form]:
    """Give the forms of a page."""
    for form in html.fromstring(text).iter("form"):
        where = urlsplit(urljoin(path, form.get("action") or path))
        method = (form.get("method") or "get").upper()
        query = f"?{where.query}" if where.query and method == "POST" else ""
        yield Form(where.path + query, method, tuple(_fields(form)))


def _fields(form: html.FormElement) -> Iterator[Field]:
    choices: dict[tuple[str, str], list[str]] = {}
    for part in form.iter("input", "textarea", "select", "button"):
        name, sort = part.get("name") or "", part.tag if part.tag != "input" else part.get("type", "text")
        if not name or sort in ("submit", "button"):
            continue
        if sort in ("radio", "checkbox"):
            choices.setdefault((name, sort), []).append(part.get("value", "on"))
        elif sort == "select":
            yield Field(name, sort, tuple(each.get("value") or "" for each in part.iter("option")))
        else:
            yield Field(name, sort, (part.get("value") or part.text or "",))
    yield from (Field(name, sort, tuple(values)) for (name, sort), values in choices.items())


def filled(form: Form, words: Fill) -> dict[str, object]:
    """Fill a form in as a person would, with `words` in every box for words."""
    return {each.name: value for each in form.fields if (value := _answer(each, words)) is not None}


def _answer(field: Field, words: Fill) -> object:
    now = datetime.now(UTC)
    if field.sort == "hidden":
        return field.offers[0]
    if field.sort in ("radio", "select", "checkbox"):
        return next((each for each in field.offers if each), None)
    if field.sort == "file":
        return SimpleUploadedFile(str(words(field))[:80], b"25/03/2026, 09:16 - Mum: Are they at school?\n")
    year = now.year + field.name.startswith(("review", "until"))  # these are days to come
    for end, value in (("-day", 1), ("-month", now.month), ("-year", year), ("time", "09:30"), ("clock", "09:30")):
        if field.name.endswith(end):
            return str(value)
    if field.sort == "text" and field.offers[0].isdigit():
        return field.offers[0]
    return words(field)


def send(client: Client, form: Form, typed: dict[str, object]) -> object:
    """Send a form as a browser would; what carries no file is sent without a boundary."""
    if form.method == "GET":
        return client.get(form.path, typed)
    if any(isinstance(value, SimpleUploadedFile) for value in typed.values()):
        return client.post(form.path, typed)
    return client.post(form.path, urlencode(typed, doseq=True), content_type="application/x-www-form-urlencoded")


def every_form(client: Client) -> list[Form]:
    """Give each kind of form that this person is shown and that may be sent here, so many of each."""
    found: dict[str, list[Form]] = {}
    for path, text in pages(client):
        for form in forms_of(path, text):
            kept = found.setdefault(form.kind, [])
            if len(kept) < EACH and not NOT_SENT.search(form.path):
                kept.append(form)
    return [form for kept in found.values() for form in kept]
