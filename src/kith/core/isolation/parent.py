"""The parent's side: start a child, take its frames, and believe nothing it did not finish."""

import contextlib
import functools
import io
import json
import math
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import TracebackType
from typing import Self

from .child import EXIT_MEMORY, ORDERS, ROOT, Orders
from .frames import BrokenFrames, FrameBuffer
from .limits import Limits

_READ_BYTES, _COMPLAINT_BYTES, _LEAVE_SECONDS = 1 << 20, 1 << 14, 5.0
_PIPE_BYTES = 1 << 20
_ERROR_AT = re.compile(r"^([A-Za-z_]\w{0,60}) at ([\w./-]{1,160}:\d{1,7})$", re.ASCII | re.MULTILINE)
_CRASH_AT = re.compile(r'^  File "[^"\n]*?/kith/([\w./-]{1,160})", line (\d{1,7}) in ', re.ASCII | re.MULTILINE)


class Reason(StrEnum):
    """Why a child failed."""

    OUT_OF_MEMORY = "out of memory"
    TOO_LONG = "too long"
    CRASHED = "crashed"
    ERROR = "error"
    BROKEN = "broken"


class ChildFailed(Exception):
    """A child did not finish: what it sent may be shown as unfinished and never taken for whole.

    The text is a plain sentence and holds nothing of what was read. `error` is the name of the exception in the child
    and `place` the line of our code, each "" where not known; `frames` is how many came before.
    """

    def __init__(self, why: str, reason: Reason, *, error: str = "", place: str = "", frames: int = 0) -> None:
        super().__init__(why)
        self.reason, self.error, self.place, self.frames = reason, error, place, frames


class Isolated:
    """A child at work: iterate over it for its frames, in a `with` block so that it never outlives its use.

    `state` is how it is isolated, `frames` how many came, and `finished` turns true only when it has said its end and
    left well. It belongs to the thread that made it: on Linux a child ends when that thread does.
    """

    def __init__(self, module: str, arguments: Sequence[str], give: Mapping[str, int], limits: Limits) -> None:
        if any(handle < 3 for handle in give.values()):
            raise ValueError("Descriptors 0, 1 and 2 cannot be given to a child.")
        self.limits, self.frames, self.finished = limits, 0, False
        self._left_seconds = limits.wait_seconds
        self._complaint, self._err_ended = bytearray(), False
        self._out, theirs = os.pipe()
        try:
            self._process = _start(module, arguments, give, limits, theirs)
        except BaseException:
            os.close(self._out)
            raise
        finally:
            os.close(theirs)
        assert isinstance(self._process.stderr, io.FileIO)
        self._err = self._process.stderr
        self._incoming = self._all_frames()
        self.state = self._hear_state()

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._err.closed and not self.finished:
            raise ValueError("This child was closed or failed before its end.")
        frame = next(self._incoming)
        self.frames += 1
        return frame

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_err"):
            self.close()

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def close(self) -> None:
        """End the child if it has not ended, and close everything. The descriptors given stay the caller's."""
        if self._err.closed:
            return
        self._kill()
        os.close(self._out)
        self._err.close()

    def _hear_state(self) -> str:
        try:
            state = next(self._incoming, b"").decode("utf-8", "replace")
            if not re.match(r"(not |partly )?isolated\b", state):
                raise self._failed("it never said how it is isolated", Reason.BROKEN)
        except BaseException:
            self.close()
            raise
        return state

    def _all_frames(self) -> Iterator[bytes]:
        buffer = FrameBuffer(self.limits.frame_bytes)
        try:
            while chunk := self._receive():
                yield from buffer.take(chunk)
            if not buffer.ended:
                raise self._stopped()
            self._check_left_well()
        except BrokenFrames as broken:
            raise self._failed(str(broken), Reason.BROKEN) from None
        finally:
            self.close()

    def _receive(self) -> bytes:
        """Wait for bytes of the child; nothing means that it closed its end."""
        while True:
            ready = self._wait_for_either()
            if self._err.fileno() in ready:
                self._hear_complaint()
            if self._out in ready:
                return os.read(self._out, _READ_BYTES)

    def _wait_for_either(self) -> set[int]:
        poll = select.poll()
        poll.register(self._out, select.POLLIN)
        if not self._err_ended:
            poll.register(self._err, select.POLLIN)
        began = time.monotonic()
        ready = {handle for handle, _ in poll.poll(math.ceil(max(0.0, self._left_seconds) * 1000))}
        self._left_seconds -= time.monotonic() - began
        if not ready:
            raise self._failed(f"it took longer than the {self.limits.wait_seconds:g} seconds it has", Reason.TOO_LONG)
        return ready

    def _hear_complaint(self) -> None:
        heard = os.read(self._err.fileno(), _READ_BYTES)
        self._err_ended = not heard
        self._complaint += heard
        del self._complaint[:-_COMPLAINT_BYTES]

    def _stopped(self) -> ChildFailed:
        """Say why the child stopped before its end."""
        code, within = self._leave(), self.limits
        memory, seconds = within.memory_bytes >> 20, within.cpu_seconds
        known = {
            0: ("it stopped before its end", Reason.BROKEN),
            EXIT_MEMORY: (f"it needed more than the {memory} MB it may use", Reason.OUT_OF_MEMORY),
            -signal.SIGXCPU: (f"it used more than the {seconds} seconds of computing it has", Reason.TOO_LONG),
            -signal.SIGKILL: ("the system ended it (signal 9), perhaps for want of memory", Reason.CRASHED),
        }
        crashed = (f"it crashed (signal {-code})", Reason.CRASHED)
        return self._failed(*known.get(code, crashed if code < 0 else ("it met an error", Reason.ERROR)))

    def _check_left_well(self) -> None:
        if self._leave() != 0:
            raise self._failed("it said its end and then failed", Reason.BROKEN)
        self.finished = True

    def _leave(self) -> int:
        """Wait a little for the child, which has closed its end, to be gone."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_LEAVE_SECONDS)
        self._kill()
        while not self._err_ended and select.select([self._err], [], [], 0)[0]:
            self._hear_complaint()
        return self._process.wait()

    def _failed(self, what: str, reason: Reason) -> ChildFailed:
        error, place = _read_complaint(self._complaint.decode("ascii", "replace"))
        at = f" ({' at '.join(filter(None, (error, place)))})" if error or place else ""
        return ChildFailed(f"Reading stopped: {what}{at}.", reason, error=error, place=place, frames=self.frames)

    def _kill(self) -> None:
        # It leads its own group, so whatever it could start where there is no filter goes with it.
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.wait()


def run_isolated(
    module: str, *, arguments: Sequence[str] = (), give: Mapping[str, int] | None = None, limits: Limits | None = None
) -> Isolated:
    """Run `python -m <module>` where it can reach nothing but what it is given, and take its frames as they come.

    Args:
        arguments: shown by the system to everyone on the machine, so never a name, a word or a path of a family's.
        give: open descriptors (3 and above) by the name that `Work.file` takes; they stay the caller's to close.

    Returns:
        An iterator of frames in order, which ends only if the child said its end and left well; its `state` is known at
        once. Use it in a `with` block. The child waits when frames are not taken.

    Raises:
        ChildFailed: here, or from the iterator; the child is gone and all is closed.
    """
    return Isolated(module, arguments, give or {}, limits or Limits())


@functools.cache
def isolation_state() -> str:
    """Tell, by trying it once, how files are read on this machine.

    Returns:
        "isolated"; "partly isolated: <what is missing>"; or "not isolated: <why>".
    """
    try:
        with run_isolated("kith.core.isolation.probe", limits=Limits(wait_seconds=30)) as child:
            refused = [json.loads(frame) for frame in child]
    except (ChildFailed, OSError) as error:
        return f"not isolated: a child could not be tried ({error})"
    done = [name for each in refused for name, was_refused in each.items() if not was_refused]
    if child.state != "isolated" or not done:
        return child.state
    return f"not isolated: the filter is on, and yet a child could do this: {', '.join(done)}"


def _start(
    module: str, arguments: Sequence[str], give: Mapping[str, int], limits: Limits, out: int
) -> subprocess.Popen[bytes]:
    _widen(out)
    orders = Orders(os.getpid(), out, dict(give), limits)
    return subprocess.Popen(
        [sys.executable, "-s", "-P", "-B", "-X", "utf8", "-m", module, *arguments],
        bufsize=0,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=(out, *give.values()),
        env={"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT.parent), ORDERS: orders.text()},
        cwd="/",
        start_new_session=True,
    )


def _widen(pipe: int) -> None:
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _read_complaint(text: str) -> tuple[str, str]:
    """Find the error's name and the line of our code; nothing else of what the child complained is kept."""
    if said := _ERROR_AT.findall(text):
        return str(said[-1][0]), str(said[-1][1])
    crashed = _CRASH_AT.search(text)
    return ("", f"{crashed[1]}:{crashed[2]}") if crashed else ("", "")
