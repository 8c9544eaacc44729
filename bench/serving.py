"""The real stack (granian, jobs) on a port of its own, and a small client that keeps asking for a page."""

import http.client
import os
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.children import below, peak_of
from bench.databases import Ground
from kith.cli import serve

HOST = "127.0.0.1"
THREADS = 4


@dataclass(frozen=True, slots=True)
class Served:
    """A Kith that answers."""

    port: int
    cookie: str

    def get(self, address: str) -> bytes:
        """Ask for one page.

        Raises:
            RuntimeError: the answer was not a page.
        """
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            return _page(connection, address, self.cookie)
        finally:
            connection.close()

    def rate(self, address: str, seconds: float) -> float:
        """Ask for one page again and again over a few connections; give pages a second."""
        ends = time.perf_counter() + seconds
        counts = [0] * THREADS
        threads = [threading.Thread(target=self._ask, args=(address, ends, counts, at)) for at in range(THREADS)]
        began = time.perf_counter()
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        if 0 in counts:
            raise RuntimeError(f"{address} was not answered")
        return sum(counts) / (time.perf_counter() - began)

    def _ask(self, address: str, ends: float, counts: list[int], at: int) -> None:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        while time.perf_counter() < ends:
            _page(connection, address, self.cookie)
            counts[at] += 1
        connection.close()


def _page(connection: http.client.HTTPConnection, address: str, cookie: str) -> bytes:
    connection.request("GET", address, headers={"Cookie": cookie})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address} was answered with {answer.status}")
    return body


@contextmanager
def stack(ground: Ground, cookie: str, *, extra: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve a database for as long as the block lasts, as `kith serve` does against an operator's own database."""
    words = {"DATABASE_URL": ground.app_url, "KITH_OWNER_DATABASE_URL": ground.owner_url}
    port = _free_port()
    with _environment(words), serve.stack(ground.folder, port=port, host=HOST, extra=extra):
        yield Served(port, cookie)


def sign_in(worker: Any) -> str:
    """Sign a worker in; give the cookie that a browser would send."""
    from django.test import Client

    client = Client()
    client.force_login(worker)
    return f"sessionid={client.cookies['sessionid'].value}"


def peaks() -> str:
    """Say the most memory of the web workers and of the job worker that we have started."""
    found = sorted((peak_of(pid), _name(pid)) for pid in below(os.getpid()))
    told = {name: peak for peak, name in found if name}
    return ", ".join(f"{name} {peak:.0f} MB" for name, peak in sorted(told.items(), reverse=True))


def _name(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return ""
    known = ((b"kith.cli.web", "web"), (b"multiprocessing", "web"), (b"kith.cli.jobs", "jobs"))
    return next((name for mark, name in known if mark in words), "")


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def _environment(words: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in words}
    os.environ.update(words)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
