"""One running demonstration for all journeys of a test run, whichever process they run in.

The first process that needs it starts `kith demo`; the others find it by a file. Who started it stops it, once nobody
uses it any more.
"""

import fcntl
import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from kith.correspondence.tests import dovecot
from tests.serving.running import Kith, a_new_place, clear_away

PATIENCE_SECONDS = 110.0
#: While journeys are written: origin, folder (its output in `out`) and, if it has one, port of the mailbox of a
#: demonstration that runs already.
RUNNING = "KITH_JOURNEYS_AT"
_mail = ExitStack()


@dataclass(frozen=True, slots=True)
class Stack:
    """Where the demonstration answers, and what it has said so far."""

    origin: str
    place: str
    imap_port: int = 0  # of a mailbox that it fetches from; 0 where this machine has no Dovecot

    def says(self) -> str:
        """Give all it has written to its standard output and errors."""
        return (Path(self.place) / "out").read_text(errors="replace")

    def log_lines(self) -> list[str]:
        """Give what its processes have logged, without what it tells whoever started it (who can sign in, and why)."""
        return [line for line in self.says().splitlines() if "@brackwater.example.org" not in line]


@contextmanager
def shared_stack(board: Path) -> Iterator[Stack]:
    """Use the run's demonstration, starting it if nobody has.

    Args:
        board: a folder that all processes of this test run can write to.
    """
    if RUNNING in os.environ:
        origin, place, *port = os.environ[RUNNING].split()
        yield Stack(origin, place, *map(int, port))
        return
    mine: Kith | None = None
    with _turn(board):
        if _users(board) == 0:
            mine = _started(board)
        _count(board, +1)
    try:
        yield Stack(**json.loads((board / "stack.json").read_text()))
    finally:
        with _turn(board):
            _count(board, -1)
        if mine is not None:
            _stop(mine, board)


def _started(board: Path) -> Kith:
    place = a_new_place()
    mailbox = _mail.enter_context(dovecot.running()) if dovecot.PROGRAM else None
    try:
        # All that would ever be logged; and a journey of an hour is not asked in its middle whether it is still them.
        kith = Kith(place, command="demo", KITH_LOG="INFO", KITH_STEP_UP_MINUTES="60", **_fetched_from(mailbox))
        kith.__enter__()
    except BaseException:
        _mail.close()
        clear_away(place)
        raise
    port = mailbox.port if mailbox else 0
    stack = Stack(origin=f"http://127.0.0.1:{kith.port}", place=str(place), imap_port=port)
    (board / "stack.json").write_text(json.dumps(asdict(stack)))
    return kith


def _fetched_from(mailbox: dovecot.Running | None) -> dict[str, str]:
    """Have the demonstration fetch from this mailbox."""
    if mailbox is None:
        return {}
    return {"KITH_DEMO_MAILBOX": f"{mailbox.port}:{dovecot.USER}:{dovecot.PASSWORD}"}


def _stop(kith: Kith, board: Path) -> None:
    """Wait until the other processes are done with it, so that none loses it under its feet."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while _users(board) and time.monotonic() < deadline:
        time.sleep(0.2)
    kith.stop(signal.SIGTERM)
    _mail.close()
    clear_away(kith.place)


@contextmanager
def _turn(board: Path) -> Iterator[None]:
    with (board / "stack.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _users(board: Path) -> int:
    found = board / "stack.users"
    return int(found.read_text()) if found.exists() else 0


def _count(board: Path, more: int) -> None:
    fresh = board / "stack.users.new"
    fresh.write_text(str(_users(board) + more))
    fresh.replace(board / "stack.users")  # at once: others read it without waiting for their turn
