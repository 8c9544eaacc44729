"""How much a child may use."""

import contextlib
import resource
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a child process may use before it is stopped.

    `memory_bytes` is address space, so it counts what is mapped; `wait_seconds` is all the time that the parent spends
    waiting for frames, so a slow taker does not use it up. `threads` is for libraries that cannot do without.
    `may_read` names further files and folders (such as models); Python's own, Kith's, and what is given are readable.
    """

    memory_bytes: int = 1 << 30
    cpu_seconds: int = 600
    wait_seconds: float = 900.0
    open_files: int = 64
    frame_bytes: int = 64 << 20
    threads: bool = False
    may_read: tuple[str, ...] = ()


def apply(limits: Limits) -> list[str]:
    """Put the limits on this process; give the name of each that the system would not take."""
    wanted = {
        "memory": (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
        # The soft limit ends the child with a signal that says why; the hard one is for a child that ignores it.
        "time": (resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1),
        "core": (resource.RLIMIT_CORE, 0, 0),
        "file size": (resource.RLIMIT_FSIZE, 0, 0),
        "open files": (resource.RLIMIT_NOFILE, limits.open_files, limits.open_files),
    }
    if not limits.threads:
        wanted["processes"] = (resource.RLIMIT_NPROC, 0, 0)
    return [name for name, (which, soft, hard) in wanted.items() if not _set(which, soft, hard)]


def _set(which: int, soft: int, hard: int) -> bool:
    with contextlib.suppress(ValueError, OSError):
        _, ceiling = resource.getrlimit(which)
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(which, (soft, hard))
        return True
    return False
