"""Keeps PostgreSQL running: starts it, and starts it again should it die while it is wanted."""

import logging
import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kith.core.cluster.account import Account
from kith.core.cluster.processes import clear_stale_locks, end_leftovers, start_child

log = logging.getLogger(__name__)

QUICK_DEATH_SECONDS = 5.0
LOG_LIMIT_BYTES = 10 << 20
ORDERLY_STOP_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """What is to be kept running: the data folder, its socket's folder, its log, who runs it, and the command."""

    data: Path
    socket: Path
    log: Path
    account: Account
    command: Sequence[str | Path]


class Keeper(threading.Thread):
    """A thread which starts one server and starts it again when it dies, until `stop`.

    The thread itself starts the server, since Linux ends the server with the *thread* that started it.
    """

    def __init__(self, server: Server) -> None:
        super().__init__(name="postgres", daemon=True)
        self.server = server
        self.quick_deaths = 0
        self.child: subprocess.Popen[bytes] | None = None
        self._wanted = threading.Event()
        self._unwanted = threading.Event()
        self._turn = threading.Lock()
        self._parent = os.getpid()
        self._another_lived = False

    def run(self) -> None:
        """Start the server; when it dies unasked, clear up after it and start it again, more and more slowly."""
        while (child := self._start_server()) is not None:
            began = time.monotonic()
            child.wait()
            if self._unwanted.is_set():
                return
            # A killed Kith's server that is still writing its last checkpoint refuses ours: that is no failure of ours.
            quick = time.monotonic() - began < QUICK_DEATH_SECONDS and not self._another_lived
            self.quick_deaths = self.quick_deaths + 1 if quick else 0
            log.warning("postgres ended unasked", extra={"pid": child.pid, "code": child.returncode})
            if (self.server.data / "postmaster.pid").exists() and self._was_ours(child.pid):
                end_leftovers(self.server.data)
            self._unwanted.wait(min(0.1 * 1.5**self.quick_deaths, 5.0))

    def stop(self) -> None:
        """Stop the server in order: sessions are ended, everything is written, and the process is waited for."""
        if os.getpid() != self._parent:
            return  # a forked copy of Kith must not stop the server of the first
        with self._turn:
            self._unwanted.set()
            child = self.child
        for request, patience in ((signal.SIGINT, ORDERLY_STOP_SECONDS), (signal.SIGQUIT, 10.0)):
            if child is not None and child.poll() is None:
                child.send_signal(request)
            self.join(patience)
            if not self.is_alive():
                return

    def _start_server(self) -> subprocess.Popen[bytes] | None:
        with self._turn:
            if self._unwanted.is_set():
                return None
            clear_stale_locks(self.server.data, self.server.socket)
            self._another_lived = pid_in(self.server.data) is not None
            _turn_over(self.server.log)
            with self.server.log.open("ab") as out:
                self.child = start_child(self.server.account, self.server.command, out)
            return self.child

    def _was_ours(self, pid: int) -> bool:
        return pid_in(self.server.data) == pid


def pid_in(data: Path) -> int | None:
    """Read the process number in `postmaster.pid`; None if there is none."""
    try:
        return int((data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _turn_over(place: Path) -> None:
    if place.exists() and place.stat().st_size > LOG_LIMIT_BYTES:
        place.replace(place.with_name(f"{place.name}.1"))
