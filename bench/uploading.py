"""From the last byte of an upload to its first readable item, through the real stack."""

import http.client
import json
import re
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from bench import serving
from bench.databases import Ground, ServerWatch, ground
from bench.exports import export
from bench.figures import Asked, Figure, Figures, NotBuilt

GOAL_SECONDS = 5.0
_LONGEST_WAIT = 300.0
_BLOCK = 1 << 20
_TOKEN = re.compile(r'name="(csrfmiddlewaretoken|submit_key)"[^>]*value="([^"]*)"')
_ITEM = "SELECT count(*) FROM exhibits_item WHERE exhibit_id = %s"
_STATE = "SELECT state, says FROM exhibits_exhibit WHERE id = %s"


@dataclass(frozen=True, slots=True)
class Taken:
    """When the last byte was sent, when the answer came, when an item could be read, when all was read (seconds)."""

    sent: float
    answered: float
    first: float
    whole: float
    words: str


def measure(asked: Asked) -> Figures:
    """Send an export as a browser would, and look for its first item as a worker would see it."""
    path, _ = export("android24", asked)
    with ground("bench_upload") as found, ServerWatch(found.cluster) as watch:
        worker, case = _made()
        with serving.stack(found, serving.sign_in(worker)) as kith:
            taken = _take_in(found, kith, case, path)
            peak = f"{serving.peaks()}, {watch}"
    beyond = taken.first - taken.sent
    yield Figure(
        work=f"upload of {asked.mb:g} MB to first readable item",
        peer=f"the transfer itself: {taken.sent:.1f} s",
        kith=f"{beyond:.1f} s beyond it (answered after {taken.answered - taken.sent:.1f} s)",
        ratio=f"{taken.first / taken.sent:.2f} x",
        goal=f"< {GOAL_SECONDS:g} s beyond the transfer",
        met=beyond < GOAL_SECONDS,
        peak=peak,
        note=f"all of it {taken.whole - taken.sent:.1f} s beyond ({taken.words})",
    )


def _made() -> tuple[Any, Any]:
    from kith.record import testing

    worker = testing.worker()
    return worker, testing.case(worker)


def _take_in(found: Ground, kith: serving.Served, case: Any, path: Path) -> Taken:
    from django.urls import NoReverseMatch, reverse

    try:
        address = reverse("exhibits:take_in", args=[case.id])
    except NoReverseMatch as missing:
        raise NotBuilt("this Kith has no page for taking in") from missing
    form = kith.get(address).decode()
    cookie = f"{kith.cookie}; csrftoken={_csrf(kith, address)}"
    began = time.perf_counter()
    sent, shown = _send(kith, address, cookie, _fields(form, cookie), path)
    answered = time.perf_counter()
    exhibit = shown.rstrip("/").rpartition("/")[2]
    first, whole, words = _wait(found, kith, shown, exhibit)
    return Taken(sent - began, answered - began, first - began, whole - began, words)


def _csrf(kith: serving.Served, address: str) -> str:
    connection = http.client.HTTPConnection(serving.HOST, kith.port, timeout=30)
    connection.request("GET", address, headers={"Cookie": kith.cookie})
    answer = connection.getresponse()
    answer.read()
    found = re.search(r"csrftoken=([^;]+)", answer.getheader("Set-Cookie") or "")
    connection.close()
    if found is None:
        raise RuntimeError("the form gave no csrf cookie")
    return found[1]


def _fields(form: str, cookie: str) -> dict[str, str]:
    """Give what a worker types, with the hidden fields of the page."""
    today = date.today()  # noqa: DTZ011 as the worker's calendar says
    hidden = {name: unescape(value) for name, value in _TOKEN.findall(form)}
    hidden["csrfmiddlewaretoken"] = cookie.rpartition("csrftoken=")[2]
    return {
        **hidden,
        "from_who": "else",
        "from_text": "Her neighbour",
        "how": "in_person",
        "handed_over_on-day": str(today.day),
        "handed_over_on-month": str(today.month),
        "handed_over_on-year": str(today.year),
        "authority": "She consents to our keeping it.",
        "question": "What was agreed about handovers?",
    }


def _send(kith: serving.Served, address: str, cookie: str, fields: dict[str, str], path: Path) -> tuple[float, str]:
    """Stream the form; give the moment when the last byte had gone, and where the answer leads."""
    mark = uuid.uuid4().hex
    head = (
        _parts(fields, mark)
        + (
            f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="WhatsApp Chat.txt"\r\n'
            "Content-Type: text/plain\r\n\r\n"
        ).encode()
    )
    tail = f"\r\n--{mark}--\r\n".encode()
    connection = http.client.HTTPConnection(serving.HOST, kith.port, timeout=_LONGEST_WAIT)
    connection.putrequest("POST", address)
    for name, value in {
        "Content-Type": f"multipart/form-data; boundary={mark}",
        "Content-Length": str(len(head) + path.stat().st_size + len(tail)),
        "Cookie": cookie,
        "Accept": "application/json",
    }.items():
        connection.putheader(name, value)
    connection.endheaders()
    for block in (head, *_blocks(path), tail):
        connection.send(block)
    sent = time.perf_counter()
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"the upload was answered with {answer.status}: {said[:200]!r}")
    return sent, json.loads(said)["url"]


def _parts(fields: dict[str, str], mark: str) -> bytes:
    head = f'--{mark}\r\nContent-Disposition: form-data; name="'
    return "".join(f'{head}{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()).encode()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _wait(found: Ground, kith: serving.Served, shown: str, exhibit: str) -> tuple[float, float, str]:
    """Look until an item is there and the exhibit's page shows, then until all is read."""
    first, ends = 0.0, time.perf_counter() + _LONGEST_WAIT
    with found.owner() as owner:
        while time.perf_counter() < ends:
            items, (state, says) = _one(owner, _ITEM, exhibit)[0], _one(owner, _STATE, exhibit)
            if items and not first:
                kith.get(shown)
                first = time.perf_counter()
            if first and state not in ("received", "reading"):
                return first, time.perf_counter(), f"{items:,} items, {state}"
            if state == "kept":
                raise RuntimeError(f"the upload was kept unread: {says[:120]}")
            time.sleep(0.02)
    raise RuntimeError(f"after {_LONGEST_WAIT:.0f} s the exhibit was {state}, with {items:,} items")


def _one(owner: Any, statement: str, exhibit: str) -> tuple[Any, ...]:
    found = owner.execute(statement, [exhibit]).fetchone()
    assert found is not None
    return tuple(found)
