"""People at work on a running Kith over HTTP, each remembering what the pages told them.

A window notes what it asked for and what it was told. An act that was answered well must be kept, once; an act whose
answer never came is sent again under the same key until it is answered, as a browser's reload does.
"""

import contextlib
import http.client
import json
import re
import threading
import time
import urllib.parse
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape

from tests.serving.running import EMAIL, PASSWORD

_HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|submit_key)"[^>]*value="([^"]*)"')
_AWAY = (OSError, http.client.HTTPException)


@dataclass(slots=True)
class Told:
    """What the pages told the people, all windows together. `kept`: words of entries; `drafts`: (place, version)."""

    asked: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    drafts: dict[tuple[str, int], str] = field(default_factory=dict)
    lies: list[str] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answered(self, status: object, asked: str = "") -> None:
        """Count an answer; a page that fails (500) is a fault of ours whatever was killed."""
        with self.lock:
            self.answers[str(status)] = self.answers.get(str(status), 0) + 1
            if status == 500:
                self.lies.append(f"a page answered 500: {asked}")


class Window:
    """One browser window of one person."""

    def __init__(self, port: int, case_id: uuid.UUID, told: Told, over: threading.Event) -> None:
        self.port, self.case, self.told, self.over = port, f"/cases/{case_id}", told, over
        self.cookies: dict[str, str] = {}
        self.versions: dict[str, int] = {}

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str, str]:
        """Ask once; raises where no whole answer came."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers={"Cookie": cookie, **headers})
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.partition(";")[0]
            words = answer.read().decode()
        self.told.answered(answer.status, f"{method} {re.sub(r'[0-9a-f-]{36}', '...', path)}")
        return answer.status, answer.headers.get("Location", ""), words

    def until_answered(self, act: Callable[[], tuple[int, str, str]]) -> tuple[int, str, str] | None:
        """Do again what was not answered, or answered "cannot be used just now"; None when the campaign is over."""
        while not self.over.is_set():
            try:
                answer = act()
                if answer[0] != 503:
                    return answer
            except _AWAY as away:
                self.told.answered(type(away).__name__)
            self.over.wait(0.3)
        return None

    def form(self, path: str) -> dict[str, str] | None:
        """Open a page and give its hidden fields; signs in again where that is asked."""
        for _ in range(20):
            answer = self.until_answered(lambda: self.ask("GET", path))
            if answer is None:
                return None
            if answer[0] == 200:
                return {name: unescape(value) for name, value in _HIDDEN.findall(answer[2])}
            self.sign_in()
        self.told.lies.append(f"{path.rpartition('/cases/')[0]}: the page did not open for one who may open it")
        return None

    def sign_in(self) -> None:
        """Sign in as a person does."""
        found = self.until_answered(lambda: self.ask("GET", "/accounts/login/"))
        fields = dict(_HIDDEN.findall(found[2])) if found else {}
        if fields:
            typed = {"login": EMAIL, "password": PASSWORD, **fields}
            self.until_answered(lambda: self.post("/accounts/login/", typed))

    def post(self, path: str, fields: dict[str, str]) -> tuple[int, str, str]:
        """Send a form."""
        body = urllib.parse.urlencode(fields).encode()
        return self.ask("POST", path, body, **{"Content-Type": "application/x-www-form-urlencoded"})

    def write_entry(self) -> None:
        """Write an entry of words that nobody else writes, and read it where the page says that it is."""
        hidden = self.form(f"{self.case}/entries/write/")
        if hidden is None:
            return
        words = f"entry {uuid.uuid4()}"
        typed = {"kind": "visit", "text": words, "precision": "unknown", "happened_text": "not known", **hidden}
        with self.told.lock:
            self.told.asked.add(words)
        answer = self.until_answered(lambda: self.post(f"{self.case}/entries/write/", typed))
        if answer is None:
            return
        if answer[0] == 302 and "/accounts/login/" not in answer[1]:
            with self.told.lock:
                self.told.kept.add(words)
            self._look_for(words, answer[1])
        elif answer[0] == 200:
            self.told.lies.append(f"a good form came back: {_errors(answer[2])}")

    def _look_for(self, words: str, where: str) -> None:
        shown = self.until_answered(lambda: self.ask("GET", where))
        if shown and shown[0] == 200 and words not in shown[2]:
            self.told.lies.append("the page said that it was saved, and does not show it")

    def save_draft(self, place: str) -> None:
        """Save a version of a draft that another window is writing too: each version is one window's."""
        hidden = self.form(f"{self.case}/entries/write/")
        if hidden is None:
            return
        version, words = self.versions.get(place, 0), f"draft {uuid.uuid4()}"
        answer = self.until_answered(lambda: self._send_draft(place, version, words, hidden))
        if answer is None or answer[0] not in {200, 409}:
            return
        if answer[0] == 409:  # the other window was first: go on from there
            self.versions[place] = version + 1
            return
        saved = self.versions[place] = json.loads(answer[2])["version"]
        with self.told.lock:
            if self.told.drafts.setdefault((place, saved), words) != words:
                self.told.lies.append(f"two windows were told that version {saved} is theirs")

    def _send_draft(self, place: str, version: int, words: str, hidden: dict[str, str]) -> tuple[int, str, str]:
        body = json.dumps({"version": version, "editor": "", "fields": {"text": words}}).encode()
        marks = {"X-Kith-Draft": "1", "X-CSRFToken": hidden["csrfmiddlewaretoken"], "Content-Type": "application/json"}
        return self.ask("POST", f"{self.case}/drafts/{place}/", body, **marks)

    def look(self) -> None:
        """Open the case and its timeline."""
        for page in (f"{self.case}/", f"{self.case}/timeline/", "/"):
            self.until_answered(lambda: self.ask("GET", page))  # noqa: B023

    def search(self) -> None:
        """Search in the cases that this person may open."""
        self.until_answered(lambda: self.ask("GET", "/search/?q=swimming"))


def _errors(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("error-summary")[2][:1500]).split())[:200]


@contextlib.contextmanager
def at_work(port: int, case_id: uuid.UUID, told: Told, windows: int = 4) -> Iterator[threading.Event]:
    """Have people work in so many windows until the block ends; gives what tells them to stop."""
    over = threading.Event()
    threads = [
        threading.Thread(target=_work, args=(Window(port, case_id, told, over), number), daemon=True)
        for number in range(windows)
    ]
    for thread in threads:
        thread.start()
    try:
        yield over
    finally:
        over.set()
        for thread in threads:
            thread.join(60)


def _shared_place() -> str:
    """Name a draft that all windows write for some seconds, then another."""
    return f"write_entry:{uuid.uuid5(uuid.NAMESPACE_OID, str(int(time.time() / 10)))}"


def _work(window: Window, number: int) -> None:
    window.sign_in()
    turns = 0
    while not window.over.is_set():
        turns += 1
        try:
            window.write_entry()
            for _ in range(3):
                window.save_draft(_shared_place())
            if turns % 3 == number % 3:
                window.look()
        except Exception as fault:
            window.told.lies.append(f"{type(fault).__name__}: {fault}")
            return
