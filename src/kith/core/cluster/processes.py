"""PostgreSQL's processes as the machine sees them. A killed server can stay a zombie, so a number proves nothing."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from kith.core.cluster.account import Account

CHILD = Path(__file__).with_name("child.py")
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}  # none of ours: PGDATA and the like would mislead


def start_child(account: Account, command: Sequence[str | Path], log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a program as the server's user; on Linux it gets SIGINT when the calling *thread* ends."""
    who = (str(account.uid), str(account.gid)) if account.dropped else ("-", "-")
    words = [sys.executable, "-I", "-S", str(CHILD), str(os.getpid()), *who, *(str(word) for word in command)]
    return subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=ENVIRONMENT, cwd="/"
    )


def clear_stale_locks(data: Path, socket: Path) -> None:
    """Remove `postmaster.pid` and the socket's lock where they name a zombie or a stranger.

    PostgreSQL would refuse to start for them: a killed server may stay a zombie, and after a crash in a container the
    same small numbers come round again. Only for the holder of the folder's lock, and only on Linux, where it can be
    seen that no server lives in the folder.
    """
    if sys.platform == "linux" and not living_in(data):
        for place in (data / "postmaster.pid", *socket.glob(".s.PGSQL.*")):
            place.unlink(missing_ok=True)


def end_leftovers(data: Path) -> None:
    """End what a dead server left running: a busy backend would hold the shared memory and refuse the new server."""
    for pid in living_in(data):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def living_in(data: Path) -> list[int]:
    """List the PostgreSQL processes, zombies apart, whose working folder is `data`; none where there is no /proc."""
    return [int(place.name) for place in Path("/proc").glob("[0-9]*") if _lives_in(place, data)]


def _lives_in(place: Path, data: Path) -> bool:
    try:
        # "12 (postgres) S 1 ...": a zombie has no working folder, but says so here first.
        name, _, rest = (place / "stat").read_text(errors="replace").partition(" (")[2].rpartition(") ")
        return name == "postgres" and rest[0] not in "ZX" and (place / "cwd").readlink() == data
    except OSError:
        return False
