"""Slow clients, real ones, before the proxy that Kith is deployed behind: they are let go, and hold nobody else up.

nginx runs as `deploy/nginx/kith.conf` says, with its times cut short; behind it stands the web server that Kith uses.
"""

import contextlib
import http.client
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.counting import THREADS
from tests.serving.running import SOURCE, a_free_port, a_new_place, clear_away, until

pytestmark = [
    pytest.mark.skipif(not (shutil.which("nginx") and shutil.which("openssl")), reason="needs nginx and openssl"),
    pytest.mark.xdist_group("serving"),
]

CONF = (SOURCE.parent / "deploy" / "nginx" / "kith.conf").read_text()
NAME = "kith.agency.example.org"
FORM, UPLOAD = "/accounts/login/", "/cases/3f2b6c1e-0000-4000-8000-000000000000/exhibits/take-in/"
#: What `client_body_timeout` is cut short to.
PATIENCE = 1.0
MOST_UPLOADS = int(re.search(r"limit_conn kith_uploads (\d+);", CONF)[1])  # type: ignore[index]


def configured(place: Path, port: int, behind: int) -> str:
    """Give nginx's configuration: the one that is deployed, at ports and in a folder of this test's."""
    changes = {
        r"127\.0\.0\.1:8000": f"127.0.0.1:{behind}",
        r"listen \[::\]:.*": "",
        r"listen 443 ": f"listen 127.0.0.1:{port} ",
        r"listen 80\b": f"listen 127.0.0.1:{a_free_port()}",
        r"/etc/kith/tls": str(place),
        r"/opt/kith": str(SOURCE.parent),
        r"(access_log|error_log) syslog:[^;]*;": r"\1 /dev/null;",
        r"client_body_timeout 30s": f"client_body_timeout {PATIENCE:.0f}s",
    }
    words = CONF
    for old, new in changes.items():
        words, count = re.subn(old, new, words)
        assert count, f"deploy/nginx/kith.conf has no {old}"
    temporary = "".join(
        f"{each}_temp_path {place}/{each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    head = f"daemon off; pid {place}/pid; error_log /dev/null; events {{}}"
    return f"{head} http {{ {temporary}\n{words}\n}}"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """nginx in front of a small application that has two threads."""
    place, port, behind = a_new_place(), a_free_port(), a_free_port()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
        + ["-subj", f"/CN={NAME}", "-keyout", place / "privkey.pem", "-out", place / "fullchain.pem"],
        check=True,
        capture_output=True,
    )
    (place / "nginx.conf").write_text(configured(place, port, behind))
    processes = [
        subprocess.Popen([sys.executable, "-m", "tests.serving.counting", str(behind)], cwd=SOURCE.parent),
        subprocess.Popen(["nginx", "-e", "/dev/null", "-c", place / "nginx.conf"]),
    ]
    try:
        until(lambda: answers(port), 30)
        yield port
    finally:
        for process in processes:
            process.terminate()
            process.wait(20)
        clear_away(place)


def connected(port: int) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(socket.create_connection(("127.0.0.1", port), timeout=10), server_hostname=NAME)


def ask(port: int, address: str = FORM, body: bytes = b"") -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(NAME, timeout=10)
    with contextlib.closing(connection):
        connection.sock = connected(port)
        connection.request("POST" if body else "GET", address, body=body or None)
        answer = connection.getresponse()
        return answer.status, answer.read()


def answers(port: int) -> bool:
    with contextlib.suppress(OSError):
        return ask(port)[0] == 200
    return False


def begin(port: int, address: str) -> ssl.SSLSocket:
    """Begin a body, and then send no more of it."""
    slow = connected(port)
    slow.sendall(f"POST {address} HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 1000\r\n\r\nx".encode())
    return slow


def how_it_ends(slow: ssl.SSLSocket) -> bytes:
    """Give the first of what is answered: nothing where the connection is closed without a word."""
    with slow:
        return slow.recv(4096)[:12]


def seconds_of(port: int) -> float:
    """Measure how long somebody else waits for a page and for a form."""
    began = time.monotonic()
    assert ask(port) == (200, b"0")
    assert ask(port, body=b"y" * 3000) == (200, b"3000")
    return time.monotonic() - began


def test_slow_forms_hold_nobody_up_and_are_let_go(port: int) -> None:
    held = [begin(port, FORM) for _ in range(4 * THREADS)]
    assert seconds_of(port) < PATIENCE
    assert {how_it_ends(each) for each in held} <= {b"", b"HTTP/1.1 408"}


def test_a_form_that_trickles_holds_no_thread(port: int) -> None:
    held = [begin(port, FORM) for _ in range(2 * THREADS)]
    for _ in range(5):
        for each in held:
            each.sendall(b"x")
        assert seconds_of(port) < PATIENCE
        time.sleep(PATIENCE / 4)
    for each in held:
        each.close()


def test_an_upload_that_stops_is_cut_off_and_its_thread_comes_free(port: int) -> None:
    held = [begin(port, UPLOAD) for _ in range(THREADS)]
    began = time.monotonic()
    assert seconds_of(port) < PATIENCE + 2  # all threads are held, for as long as nginx waits and no longer
    assert time.monotonic() - began < PATIENCE + 2
    assert {how_it_ends(each) for each in held} <= {b"", b"HTTP/1.1 408"}


def test_one_upload_too_many_is_told_to_wait_at_once(port: int) -> None:
    held = [begin(port, UPLOAD) for _ in range(MOST_UPLOADS)]
    began = time.monotonic()
    status, words = ask(port, UPLOAD, b"z" * 100)
    assert status == 503 and b"too many files are being taken in" in words
    assert time.monotonic() - began < PATIENCE
    for each in held:
        each.close()
