"""The gallery and the small scripts in a real browser, under the real content-security policy. No server: every
request is answered here, so nothing leaves the machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from threading import Thread
from types import SimpleNamespace
from typing import Any, ClassVar
from uuid import UUID

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Route, expect

from kith.ui import parts
from kith.ui.context import Chrome
from kith.ui.errors import page_for
from kith.ui.jinja import shared
from kith.ui.tests import gallery

pytestmark = pytest.mark.journey

STATIC = Path(__file__).resolve().parent.parent / "static"
AXE = Path(__file__).resolve().parents[4] / "build/axe.min.js"
POLICY = "; ".join(
    f"{name} {' '.join(values)}" for name, values in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
)
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
HOME = "http://kith.test/"
CHROME = Chrome(
    signed_in=True,
    name="Amal Okoro",
    role="Social worker",
    account_url="#",
    sign_out_url="#",
    nav=(parts.NavItem("My work", "#", current=True, count=4),),
    notice="Demonstration: everyone is made up",
)


@dataclass
class Site:
    """One page of ours, and what the addresses it asks answer."""

    page: Page
    answers: dict[str, Callable[[Route], None]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOME).split("?")[0]
        if path in self.answers:
            return self.answers[path](route)
        file = STATIC / path.removeprefix("static/")
        if path.startswith("static/") and file.is_file():
            return route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])
        return route.fulfill(status=404, body="")

    def show(self, body: str, at: str = "") -> None:
        headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
        self.answers[at] = lambda route: route.fulfill(body=body, headers=headers)
        self.page.goto(HOME + at)
        expect(self.page.locator("body.js-enabled")).to_be_attached()


@pytest.fixture
def site(browser: Browser) -> Iterator[Site]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    made = Site(context.new_page())
    context.route("**/*", made.answer)
    made.page.on("pageerror", lambda fault: made.faults.append(str(fault)))
    made.page.on(
        "console", lambda said: made.faults.append(said.text) if "Content Security Policy" in said.text else None
    )
    yield made
    context.close()
    assert made.faults == []


def wrapped(content: str, **values: Any) -> str:
    """Put a piece of template into the base page."""
    page = SimpleNamespace(title="Try it")
    source = '{% extends "ui/base.html" %}{% block content %}' + content + "{% endblock %}"
    return shared().from_string(source).render(page=page, **{"chrome": CHROME, **values})


def gallery_page(form: gallery.Everything) -> str:
    return (
        shared()
        .get_template("ui/gallery.html")
        .render(page=gallery.GalleryPage(), form=form, chrome=CHROME, request=SimpleNamespace(at=gallery.NOW))
    )


def json_answer(**values: Any) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=json.dumps(values), content_type="application/json")


@pytest.mark.parametrize(("make", "width"), [(gallery.Everything, 320), (gallery.faulty, 1280), (None, 320)])
def test_every_component_is_accessible_and_fits(
    site: Site, make: Callable[[], gallery.Everything] | None, width: int
) -> None:
    site.page.set_viewport_size({"width": width, "height": 900})
    site.show(gallery_page(make()) if make else page_for(None, 404).content.decode())
    assert site.page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    site.page.evaluate(AXE.read_text())
    found = site.page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []


DRAFT = """<form method="post" novalidate{{ ui.draft("/draft", 3) }}>
<input type="hidden" name="csrfmiddlewaretoken" value="tok">
<label for="w">Words</label><textarea id="w" name="words"></textarea><label for="p">Secret</label>
<input id="p" type="password" name="secret">{{ ui.draft_state() }}{{ ui.button("Send") }}</form>"""


def test_words_save_themselves_and_carry_the_version_on(site: Site) -> None:
    sent: list[Any] = []

    def keep(route: Route) -> None:
        sent.append((route.request.post_data_json, route.request.headers))
        json_answer(version=3 + len(sent), saved_at="14:05")(route)

    site.answers["draft"] = keep
    site.show(wrapped(DRAFT))
    site.page.fill("#p", "never sent")
    site.page.fill("#w", "first")
    expect(site.page.locator("[data-draft-state]")).to_have_text("Saved 14:05")
    site.page.fill("#w", "second")
    site.page.locator("#w").blur()
    site.page.wait_for_function("document.querySelector('#w').value === 'second'")
    site.page.wait_for_timeout(1500)
    assert [one["version"] for one, _ in sent] == [3, 4]
    assert [one["fields"] for one, _ in sent] == [{"words": "first"}, {"words": "second"}]
    assert (sent[0][1]["x-csrftoken"], sent[0][1]["x-kith-draft"]) == ("tok", "1")


def test_a_password_can_be_looked_at_by_whoever_types_it(site: Site) -> None:
    site.show(gallery_page(gallery.Everything()))
    field, button = (
        site.page.get_by_label("Password", exact=True),
        site.page.get_by_role("button", name="Show password"),
    )
    field.fill("a long secret")
    button.press("Enter")
    expect(field).to_have_attribute("type", "text")
    site.page.get_by_role("button", name="Hide password").press("Enter")
    expect(field).to_have_attribute("type", "password")


@pytest.mark.drill
def test_saving_takes_the_newest_token_which_signing_in_again_has_left_in_the_cookie(site: Site) -> None:
    sent: list[str] = []

    def keep(route: Route) -> None:
        sent.append(route.request.headers["x-csrftoken"])
        json_answer(version=4)(route)

    site.answers["draft"] = keep
    site.show(wrapped(DRAFT))
    site.page.context.add_cookies([{"name": "csrftoken", "value": "newer", "url": HOME}])
    site.page.fill("#w", "first")
    expect(site.page.locator("[data-draft-state]")).to_contain_text("Saved")
    assert sent == ["newer"]


def test_a_wide_table_scrolls_by_itself_whatever_its_cells_hide(site: Site) -> None:
    cells = "".join(
        f'<td>{"unbreakable" * 6}<span class="govuk-visually-hidden">hidden {place}</span></td>' for place in range(4)
    )
    site.page.set_viewport_size({"width": 320, "height": 700})
    site.show(wrapped("{% call ui.table(it, 'Wide') %}<tr>" + cells + "</tr>{% endcall %}", it=["a", "b", "c", "d"]))
    assert site.page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.drill
def test_a_save_that_fails_is_tried_again_and_says_so(site: Site) -> None:
    tries: list[int] = []

    def fail_once(route: Route) -> None:
        tries.append(1)
        route.fulfill(status=500) if len(tries) == 1 else json_answer(version=4, saved_at="14:06")(route)

    site.answers["draft"] = fail_once
    site.show(wrapped(DRAFT))
    site.page.fill("#w", "first")
    expect(site.page.locator("[data-draft-state]")).to_contain_text("Your words are still here; trying again")
    expect(site.page.locator("[data-draft-state]")).to_have_text("Saved 14:06", timeout=8000)


def test_a_newer_version_is_never_written_over(site: Site) -> None:
    tries: list[int] = []

    def newer(route: Route) -> None:
        tries.append(1)
        route.fulfill(status=409, body=json.dumps({"url": "/newer"}), content_type="application/json")

    site.answers["draft"] = newer
    site.show(wrapped(DRAFT))
    site.page.fill("#w", "first")
    expect(site.page.locator("[data-draft-state] a")).to_have_attribute("href", "/newer")
    site.page.fill("#w", "second")
    site.page.wait_for_timeout(1500)
    assert len(tries) == 1
    assert site.page.input_value("#w") == "second"


class Office(BaseHTTPRequestHandler):
    """A real server for one page, because what a closing page sends cannot be answered by the browser's driver."""

    kept: ClassVar[Queue[Any]] = Queue()

    def do_GET(self) -> None:
        name = self.path.removeprefix("/static/")
        found = STATIC / name if self.path.startswith("/static/") else None
        body = found.read_bytes() if found else wrapped(DRAFT if self.path == "/" else "<p>Elsewhere</p>").encode()
        self._answer(body, TYPES[found.suffix] if found else "text/html; charset=utf-8")

    def do_POST(self) -> None:
        self.kept.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self._answer(b'{"version": 4}', "application/json")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.mark.drill
def test_words_are_saved_when_the_page_is_left(browser: Browser) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Office) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        expect(page.locator("body.js-enabled")).to_be_attached()
        page.fill("#w", "last words")
        page.goto(f"http://127.0.0.1:{server.server_port}/elsewhere")
        assert Office.kept.get(timeout=5)["fields"] == {"words": "last words"}
        page.close()
        server.shutdown()


UPLOAD = """<form method="post" action="/take" enctype="multipart/form-data" data-upload>
<input type="hidden" name="submit_key" value="used"><label for="f">File</label><input id="f" type="file" name="file">
{{ ui.upload_state() }}{{ ui.button("Take it in") }}</form>"""


def upload(site: Site) -> None:
    site.show(wrapped(UPLOAD))
    site.page.set_input_files("#f", {"name": "chat.txt", "mimeType": "text/plain", "buffer": b"x" * 200_000})
    site.page.click("text=Take it in")


def test_an_upload_asks_for_json_and_goes_where_it_is_told(site: Site) -> None:
    asked: list[str] = []
    site.answers["take"] = lambda route: (
        asked.append(route.request.headers["accept"]),
        json_answer(url="/kept")(route),
    )[1]
    site.answers["kept"] = lambda route: route.fulfill(body="<title>Kept</title>", content_type="text/html")
    upload(site)
    site.page.wait_for_url("**/kept")
    assert asked == ["application/json"]


def test_an_upload_that_is_refused_says_why_and_may_be_sent_again(site: Site) -> None:
    site.answers["take"] = lambda route: route.fulfill(status=422, body='{"errors": ["That is not an export."]}')
    upload(site)
    expect(site.page.locator("[data-upload-says]")).to_have_text("That is not an export.")
    assert UUID(site.page.input_value("[name=submit_key]")).version == 4
    assert site.page.locator("button[type=submit]").is_enabled()


def test_an_upload_that_is_too_large_says_so(site: Site) -> None:
    site.answers["take"] = lambda route: route.fulfill(status=413, body="<h1>413</h1>")
    upload(site)
    expect(site.page.locator("[data-upload-aloud]")).to_have_text("That file is too large.")


def test_an_upload_can_be_stopped(site: Site) -> None:
    site.answers["take"] = lambda route: None
    upload(site)
    site.page.click("text=Stop this upload")
    expect(site.page.locator("[data-upload-says]")).to_have_text("Stopped. Nothing was kept.")


@pytest.mark.drill
def test_progress_moves_by_itself_and_ends_in_a_link(site: Site) -> None:
    heard = iter(
        [
            {"done": 2, "total": 4, "says": "2 of 4 read", "finished": False},
            {"done": 4, "total": 4, "says": "All read", "finished": True, "url": "/result"},
        ]
    )
    site.answers["progress"] = lambda route: json_answer(**next(heard))(route)
    site.show(wrapped("{{ ui.progress(it) }}", it=parts.Progress("Reading", 1, 4, url="/progress")))
    expect(site.page.locator("[data-progress-says]")).to_have_text("2 of 4 read")
    expect(site.page.locator("[data-progress-result] a")).to_be_visible()
    assert site.page.get_attribute("[data-progress-result] a", "href") == "/result"
    assert site.page.locator("progress").count() == 0


def test_a_page_left_alone_saves_and_locks_itself(site: Site) -> None:
    sent: list[Any] = []
    site.answers["draft"] = lambda route: (sent.append(route.request.post_data_json), json_answer(version=4)(route))[1]
    site.answers["lock"] = lambda route: route.fulfill(body="<title>Locked</title>", content_type="text/html")
    chrome = Chrome(signed_in=True, name="Amal", idle_minutes=15, lock_url="/lock")
    site.page.clock.install()
    site.show(wrapped(DRAFT, chrome=chrome), "here")
    site.page.fill("#w", "unsaved")
    site.page.clock.fast_forward("15:30")
    site.page.wait_for_url("**/lock?next=%2Fhere")
    assert sent[-1]["fields"] == {"words": "unsaved"}


def test_a_choice_reveals_its_field_without_script(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.route("**/*", site.answer)
    site.answers["plain"] = lambda route: route.fulfill(
        body=gallery_page(gallery.Everything()), content_type="text/html"
    )
    page = context.new_page()
    page.goto(HOME + "plain")
    assert not page.is_visible("#id_other")
    page.check("#id_kind-2")
    assert page.is_visible("#id_other")
    context.close()


def test_something_can_be_copied_with_one_press(site: Site) -> None:
    site.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: (t) => { window.copied = t; }}})"
    )
    site.show(wrapped('{{ ui.copyable("4f2a9c") }}'))
    site.page.click("text=Copy")
    assert site.page.evaluate("window.copied") == "4f2a9c"
    expect(site.page.locator(".kith-copy__done")).to_have_text("Copied")
