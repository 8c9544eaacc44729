"""`scripts/audit.py`, against a server on this machine that answers as OSV does."""

import importlib.util
import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.house.test_structure import ROOT

_spec = importlib.util.spec_from_file_location("kith_audit", ROOT / "scripts" / "audit.py")
assert _spec and _spec.loader
audit = importlib.util.module_from_spec(_spec)
sys.modules["kith_audit"] = audit
_spec.loader.exec_module(audit)


@contextmanager
def answering(answer: Callable[[dict], object], status: int = 200) -> Iterator[str]:
    """Serve answers for as long as the block lasts; gives the address."""

    class Osv(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            body = answer(asked)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

        def log_message(self, *said: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Osv)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/querybatch"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def nothing(asked: dict) -> dict:
    return {"results": [{} for _ in asked["queries"]]}


def against(name: str) -> Callable[[dict], dict]:
    def answer(asked: dict) -> dict:
        bad = {"vulns": [{"id": "GHSA-made-up", "modified": "2026-01-01T00:00:00Z"}]}
        return {"results": [bad if each["package"]["name"] == name else {} for each in asked["queries"]]}

    return answer


def test_every_lock_is_read(capsys) -> None:
    known = audit.locked(ROOT)
    with capsys.disabled():
        print(f"{len(known)} locked packages")  # noqa: T201
    named = {(each.ecosystem, each.name) for each in known}
    assert {("PyPI", "django"), ("PyPI", "psycopg"), ("PyPI", "mutmut"), ("npm", "govuk-frontend")} <= named
    assert ("npm", "@ministryofjustice/frontend") in named
    lock = (ROOT / "requirements" / "lock.txt").read_text()
    assert sum(each.ecosystem == "PyPI" for each in known) >= lock.count("==")


@pytest.mark.parametrize("wanted", ["", "required"])
def test_nothing_known_passes(wanted: str, monkeypatch, capsys) -> None:
    monkeypatch.setenv("KITH_AUDIT", wanted)
    with answering(nothing) as address:
        assert audit.main(ROOT, address) == 0
    assert "nothing is known against" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["django", "govuk-frontend"])
def test_what_is_known_fails_and_is_named(name: str, monkeypatch, capsys) -> None:
    monkeypatch.setenv("KITH_AUDIT", "")
    with answering(against(name)) as address:
        assert audit.main(ROOT, address) == 1
    said = capsys.readouterr().err
    assert name in said
    assert "GHSA-made-up" in said
    monkeypatch.setitem(audit.ACCEPTED, "GHSA-made-up", "we do not call it")
    with answering(against(name)) as address:
        assert audit.main(ROOT, address) == 0


@pytest.mark.parametrize(("wanted", "code"), [("", 0), ("required", 1)])
@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 200), (b"<html>", 200), (b"[]", 200), (b'{"results": []}', 200), (b'{"results": null}', 200), (b"{}", 503)],
)
def test_no_answer_is_never_taken_for_a_good_one(wanted, code, body, status, monkeypatch, capsys) -> None:
    monkeypatch.setenv("KITH_AUDIT", wanted)
    with answering(lambda asked: body, status) as address:
        assert audit.main(ROOT, address) == code
    said = capsys.readouterr()
    assert "NOT DONE" in said.err
    assert "nothing is known" not in said.out


@pytest.mark.parametrize(("wanted", "code"), [("", 0), ("required", 1)])
def test_without_a_network_it_says_so(wanted: str, code: int, monkeypatch, capsys) -> None:
    monkeypatch.setenv("KITH_AUDIT", wanted)
    assert audit.main(ROOT, "http://127.0.0.1:1/") == code
    assert "NOT DONE" in capsys.readouterr().err


def test_an_answer_that_is_not_whole_is_none(monkeypatch) -> None:
    monkeypatch.setenv("KITH_AUDIT", "required")
    with answering(lambda asked: {"results": [{"next_page_token": "x"} for _ in asked["queries"]]}) as address:
        assert audit.main(ROOT, address) == 1


def test_it_can_be_left_out_and_says_so(monkeypatch, capsys) -> None:
    monkeypatch.setenv("KITH_AUDIT", "no")
    assert audit.main(ROOT, "http://127.0.0.1:1/") == 0
    assert "left out" in capsys.readouterr().out


def test_only_names_and_versions_are_told() -> None:
    told: list[dict] = []
    with answering(lambda asked: told.append(asked) or nothing(asked)) as address:
        audit.advisories([audit.Package("PyPI", "django", "5.2")], address)
    assert told == [{"queries": [{"package": {"name": "django", "ecosystem": "PyPI"}, "version": "5.2"}]}]
