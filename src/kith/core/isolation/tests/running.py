"""How the tests run a child and look at what is left of it."""

import os
import time
from pathlib import Path

import pytest

from kith.core.isolation import ChildFailed, Limits, isolation_state, run_isolated

CHILD = "kith.core.isolation.tests.children"
QUICK = Limits(wait_seconds=30)

isolated_here = pytest.mark.skipif(isolation_state() != "isolated", reason=f"this machine: {isolation_state()}")


def run(*arguments, give=None, limits=QUICK):
    return run_isolated(CHILD, arguments=arguments, give=give, limits=limits)


def frames_of(*arguments, **more):
    with run(*arguments, **more) as child:
        return list(child)


def failure_of(*arguments, limits=QUICK):
    before = open_descriptors()
    taken = []
    with pytest.raises(ChildFailed) as failed, run(*arguments, limits=limits) as child:
        pid = child.pid
        taken.extend(child)
    assert failed.value.frames == len(taken)
    assert is_gone(pid)
    assert open_descriptors() == before
    return failed.value


def open_descriptors():
    return len(list(Path("/dev/fd").iterdir()))


def is_gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z"


def until(is_so, seconds=10):
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.02)
    return is_so()
