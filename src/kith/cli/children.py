"""The processes that serve: each is started again should it die, and none outlives Kith."""

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from kith.core.isolation import linux

STOP_SECONDS = 20.0
QUICK_DEATH_SECONDS = 5.0
LONGEST_REST_SECONDS = 10.0
PARENT = "KITH_PARENT"

#: What only migrations may know: no serving process is given it.
OWNERS_SECRETS = ("KITH_OWNER_DATABASE_URL", "KITH_OWNER_DATABASE_URL_FILE")
#: What only pages may know, for the families' door: no process that runs jobs is given it.
FAMILYS_SECRETS = ("KITH_FAMILY_DATABASE_URL", "KITH_FAMILY_DATABASE_URL_FILE")


class Child(threading.Thread):
    """A thread which runs one module as a process, and runs it again when it dies, until `stop`.

    The thread itself starts the process: Linux ends a process with the *thread* that started it.

    Args:
        module: run as `python -m`; its first act is `end_with_parent()`.
        called: what it is, for a person: "web", "jobs".
        serves_families: it is given the address of the families' role.
    """

    def __init__(
        self, module: str, called: str, environment: Mapping[str, str], *, serves_families: bool = False
    ) -> None:
        super().__init__(name=f"kith {called}", daemon=True)
        self.called = called
        self.quick_deaths = 0
        self.process: subprocess.Popen[bytes] | None = None
        self._command = [sys.executable, "-m", module]
        self._environment = {**os.environ, **environment, "KITH_PROCESS": self.name, PARENT: str(os.getpid())}
        for secret in OWNERS_SECRETS if serves_families else OWNERS_SECRETS + FAMILYS_SECRETS:
            self._environment.pop(secret, None)
        self._unwanted = threading.Event()
        self._turn = threading.Lock()

    def run(self) -> None:
        """Start the process; when it dies unasked, clear up after it and start it again, more and more slowly."""
        while (process := self._start_process()) is not None:
            began = time.monotonic()
            code = process.wait()
            _end_group(process.pid)
            if self._unwanted.is_set():
                return
            quick = time.monotonic() - began < QUICK_DEATH_SECONDS
            self.quick_deaths = self.quick_deaths + 1 if quick else 0
            print(f"kith: the {self.called} process ended ({_why(code)}) and is started again", file=sys.stderr)
            self._unwanted.wait(min(0.1 * 2**self.quick_deaths, LONGEST_REST_SECONDS))

    def ask_to_stop(self) -> None:
        """Ask the process to end in order: what it is at is finished first."""
        with self._turn:
            self._unwanted.set()
            if self.process is not None and self.process.poll() is None:
                self.process.terminate()

    def stop(self, patience: float) -> None:
        """Wait until it has ended; after `patience` seconds it is ended, with all it has started."""
        self.ask_to_stop()
        self.join(patience)
        if self.is_alive() and self.process is not None:
            _end_group(self.process.pid)
            self.join()

    def _start_process(self) -> subprocess.Popen[bytes] | None:
        with self._turn:
            if self._unwanted.is_set():
                return None
            # A session of its own: Ctrl-C reaches Kith alone, which then stops all in order.
            self.process = subprocess.Popen(
                self._command, env=self._environment, stdin=subprocess.DEVNULL, start_new_session=True
            )
            return self.process


@contextmanager
def kept(*children: Child) -> Iterator[None]:
    """Keep these processes running for as long as the block lasts."""
    for child in children:
        child.start()
    try:
        yield
    finally:
        for child in children:
            child.ask_to_stop()
        deadline = time.monotonic() + STOP_SECONDS
        for child in children:
            child.stop(max(0.1, deadline - time.monotonic()))


def end_with_parent() -> None:
    """Have this process end when Kith does, even by kill -9; where the system has no such order, look now and then."""
    parent = os.environ.pop(PARENT, "")
    if parent:
        _end_with(int(parent))


def end_with_web_server() -> None:
    """Have a web worker end when the web server that forked it does."""
    server = multiprocessing.parent_process()
    if server is not None and server.pid is not None:
        _end_with(server.pid)


def _end_with(parent: int) -> None:
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
    else:
        threading.Thread(target=_look_for, args=(parent,), daemon=True).start()
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)


def _look_for(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _end_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _why(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"code {code}"
