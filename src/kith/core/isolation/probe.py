"""A child that tries what a child must not be able to do, so that `kith doctor` reports what was seen, not hoped."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

from kith.core.isolation import Work, serve


def _socket() -> None:
    socket.socket().close()


def _program() -> None:
    os.execv("/bin/true", ["true"])


def _write() -> None:
    Path("/tmp/kith-probe").touch()


def _process() -> None:
    if os.fork() == 0:
        os._exit(0)


def _is_refused(attempt: Callable[[], None]) -> bool:
    try:
        attempt()
    except OSError:
        return True
    return False


def try_all(work: Work) -> None:
    """Try each and send which were refused; where there is no filter, try nothing."""
    if work.state.startswith("not isolated"):
        return
    attempts = {
        "open a socket": _socket,
        "start a process": _process,
        "write a file": _write,
        "run a program": _program,
    }
    work.send(json.dumps({name: _is_refused(attempt) for name, attempt in attempts.items()}).encode())


if __name__ == "__main__":
    serve(try_all)
