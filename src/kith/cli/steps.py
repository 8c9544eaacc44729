"""Says what is being done and how long each step took."""

import time
from types import TracebackType
from typing import Self


class Steps:
    """Steps of a long command: each is named when it begins and timed when the next one does."""

    def __init__(self) -> None:
        self._began = self._step = time.monotonic()
        self._called = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._end()
            print(f"  {'in all':<52}{time.monotonic() - self._began:>8.1f} s", flush=True)

    def next(self, called: str) -> None:
        """Begin a step, and say how long the one before took."""
        self._end()
        self._called, self._step = called, time.monotonic()

    def _end(self) -> None:
        if self._called:
            print(f"  {self._called:<52}{time.monotonic() - self._step:>8.1f} s", flush=True)
            self._called = ""


def size(count: int) -> str:
    """Write a number of bytes for a person."""
    for unit, bytes_in in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if count >= bytes_in:
            return f"{count / bytes_in:.1f} {unit}"
    return f"{count} bytes"
