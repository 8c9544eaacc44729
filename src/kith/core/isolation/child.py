"""The child's side: lock the door, then read.

A module that is run isolated ends with

    if __name__ == "__main__":
        isolation.serve(do)

where `do(work)` takes `work.arguments`, opens `work.file(name)` and sends `work.send(frame)`.
"""

import contextlib
import faulthandler
import io
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, NoReturn

import kith

from . import landlock, limits, linux, seccomp
from .frames import Buffer, FrameSender

ORDERS: Final = "KITH_CHILD"
EXIT_ERROR, EXIT_MEMORY, EXIT_ORPHAN = 70, 71, 72
ROOT = Path(kith.__file__).parent


@dataclass(frozen=True, slots=True)
class Orders:
    """What the parent tells the child when it starts it; never anything secret."""

    parent: int
    out: int
    given: dict[str, int]
    limits: limits.Limits

    def text(self) -> str:
        """Write the orders as one line."""
        return json.dumps(asdict(self))

    @classmethod
    def parse(cls, text: str) -> "Orders":
        """Read the orders."""
        told = json.loads(text)
        told["limits"]["may_read"] = tuple(told["limits"]["may_read"])
        return cls(told["parent"], told["out"], told["given"], limits.Limits(**told["limits"]))


class Work:
    """What a child was given to do."""

    def __init__(self, arguments: list[str], given: dict[str, int], sender: FrameSender, state: str) -> None:
        self.arguments, self.given, self.state = arguments, given, state
        self._sender = sender

    def file(self, name: str) -> io.BufferedReader:
        """Open what was given under this name, from its start if it has one."""
        file = os.fdopen(self.given[name], "rb")
        with contextlib.suppress(OSError):
            file.seek(0)
        return file

    def send(self, frame: Buffer) -> None:
        """Send one frame; waits while the parent is behind.

        Raises:
            ValueError: it is empty or larger than `Limits.frame_bytes`.
        """
        self._sender.send(frame)

    def flush(self) -> None:
        """Let the parent have what was sent, whatever becomes of this process."""
        self._sender.flush()


def lock_down(within: limits.Limits | None = None) -> str:
    """Take from this process, for good, all that reading does not need; give the state that receipts show.

    Returns:
        "isolated"; "partly isolated: <what is missing>"; or "not isolated: <why>". The limits hold in each case as far
        as the system takes them.
    """
    within = within or limits.Limits()
    missing = [f"no limit on {name}" for name in limits.apply(within)]
    machine = linux.machine()
    if not machine:
        return f"not isolated: no filter is known for {os.uname().sysname} on {os.uname().machine}"
    try:
        linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
        linux.drop_capabilities()
        missing += _close_files(within)
        seccomp.install(machine, threads=within.threads)
    except OSError as error:
        return f"not isolated: the system refused the filter ({error.strerror})"
    return f"partly isolated: {', '.join(missing)}" if missing else "isolated"


def _close_files(within: limits.Limits) -> list[str]:
    try:
        landlock.restrict(within.may_read)
    except OSError as error:
        return [f"it may read what this account can read (no Landlock: {error.strerror})"]
    return []


def serve(do: Callable[[Work], None]) -> NoReturn:
    """Lock this process down, do the work, say that it ended, and leave.

    What goes wrong is told to the parent as the name of the error and the line of our code, never its text, which may
    quote what was being read.
    """
    faulthandler.enable()
    orders = Orders.parse(os.environ[ORDERS])
    _die_with(orders.parent)
    code = 0
    try:
        sender = FrameSender(orders.out, orders.limits.frame_bytes)
        state = lock_down(orders.limits)
        sender.send(state.encode())
        sender.flush()
        do(Work(sys.argv[1:], orders.given, sender, state))
        sender.end()
    except MemoryError as error:
        code = _tell(error, EXIT_MEMORY)
    except BaseException as error:  # the edge of the process: whatever it is, the parent hears of it
        code = _tell(error, EXIT_ERROR)
    os._exit(code)


def _die_with(parent: int) -> None:
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "linux":
            linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(EXIT_ORPHAN)


def _tell(error: BaseException, code: int) -> int:
    line = f"\n{type(error).__name__} at {_place(error)}\n"
    with contextlib.suppress(OSError):
        os.write(2, line.encode("ascii", "replace"))
    return code


def _place(error: BaseException) -> str:
    """Give the innermost line of our own code, as `engines/readers/source.py:12`."""
    lines = [(Path(frame.f_code.co_filename), number) for frame, number in traceback.walk_tb(error.__traceback__)]
    ours = [(path.relative_to(ROOT), number) for path, number in lines if path.is_relative_to(ROOT)]
    path, number = (ours or [(Path(path.name), number) for path, number in lines])[-1]
    return f"{path.as_posix()}:{number}"
