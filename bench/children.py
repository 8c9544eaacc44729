"""Runs a program and measures it from outside: wall time, most memory, what it said, how it ended."""

import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import ROOT

LATE = "did not finish in"
_LOOK_SECONDS = 0.01
_MEGA = 1e6


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ran. `trouble` is empty when it ended well; else it says how it did not, in a few words.

    `busy` is the processor's time in seconds, which other work on the machine disturbs less than the clock's.
    """

    seconds: float
    busy: float
    peak_mb: float
    out: str
    trouble: str

    @property
    def found(self) -> dict[str, Any]:
        """Give the JSON object of its last line; empty if there is none."""
        lines = [line for line in self.out.splitlines() if line.startswith("{")]
        return json.loads(lines[-1]) if lines else {}


def run(command: Sequence[str | Path], *, limit_seconds: float, folder: Path = ROOT) -> Ran:
    """Run a program to its end, or stop it after `limit_seconds`."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaint:
        began, busy = time.perf_counter(), _busy()
        child = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=complaint,
            env=environment(),
        )
        watch = _Watch(child.pid)
        late = _wait(child, limit_seconds)
        seconds = time.perf_counter() - began
        peak = watch.stop()
        out.seek(0)
        complaint.seek(0)
        said, complained = (file.read().decode("utf-8", "replace") for file in (out, complaint))
    return Ran(seconds, _busy() - busy, peak, said, late or _how_it_ended(child.returncode, complained))


def environment(**words: str) -> dict[str, str]:
    """Give our own environment with Kith and the bench on the path, and these words."""
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", **words}


def run_python(module: str, *arguments: str | Path, limit_seconds: float = 600) -> Ran:
    """Run one of our own modules in a process of its own."""
    return run([sys.executable, "-m", module, *arguments], limit_seconds=limit_seconds)


def peak_of(pid: int | str = "self") -> float:
    """Give the most memory a living process ever held, in MB; 0 where the system does not tell."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / _MEGA
    except OSError:
        pass
    return _own_peak() if pid == "self" else 0.0


def below(pid: int) -> list[int]:
    """List the processes that a living one has started, and that those have; none where the system does not tell."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # a thread that has just ended
            for child in task.read_text().split():
                found += [int(child), *below(int(child))]
    return found


def _own_peak() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / _MEGA if sys.platform == "darwin" else most * 1024 / _MEGA


def _wait(child: subprocess.Popen[bytes], limit_seconds: float) -> str:
    try:
        child.wait(limit_seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        return f"{LATE} {limit_seconds:.0f} s"
    return ""


def _busy() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _how_it_ended(code: int, complaint: str) -> str:
    if code == 0:
        return ""
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    last = lines[-1] if lines else f"ended with {code}"
    return f"crashed: {last.replace(str(ROOT), '.')[:110]}"


class _Watch:
    """Looks at a process now and then for the most memory it held.

    The system's own account (`ru_maxrss`) begins with what the parent held before the program was started, so it is
    used only where there is no /proc.
    """

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._over = pid, 0.0, threading.Event()
        self._before = _children_peak()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._over.set()
        self._thread.join()
        return self._peak or max(self._before, _children_peak())

    def _look(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            self._peak = max(self._peak, peak_of(self._pid))


def _children_peak() -> float:
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most / _MEGA if sys.platform == "darwin" else most * 1024 / _MEGA
