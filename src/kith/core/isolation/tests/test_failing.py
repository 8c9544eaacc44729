import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import kith
from kith.core.isolation import ChildFailed, Limits, Reason, run_isolated
from kith.core.isolation.parent import _read_complaint

from .running import CHILD, failure_of, frames_of, is_gone, open_descriptors, run, until


def test_a_child_that_wants_too_much_memory_is_said_to():
    failed = failure_of("hoard", limits=Limits(memory_bytes=256 << 20, wait_seconds=30))
    assert failed.reason is Reason.OUT_OF_MEMORY
    assert "256 MB" in str(failed)
    assert failed.place.startswith("core/isolation/tests/children.py:")


def test_a_child_that_never_ends_is_stopped_when_its_time_is_up():
    began = time.monotonic()
    failed = failure_of("spin", limits=Limits(wait_seconds=1.0))
    assert failed.reason is Reason.TOO_LONG
    assert "1 seconds" in str(failed)
    assert time.monotonic() - began < 10


def test_a_child_that_computes_too_long_is_stopped_by_the_system():
    failed = failure_of("spin", limits=Limits(cpu_seconds=1, wait_seconds=30))
    assert failed.reason is Reason.TOO_LONG
    assert "computing" in str(failed)


@pytest.mark.drill
def test_a_slow_taker_does_not_use_up_the_childs_time():
    with run("echo", *["word"] * 3, limits=Limits(wait_seconds=2.0)) as child:
        for _ in child:
            time.sleep(0.8)


def test_a_child_killed_midway_is_noticed():
    with run("sleep") as child, pytest.raises(ChildFailed) as failed:
        assert len(next(child)) == 1 << 16
        os.kill(child.pid, signal.SIGKILL)
        next(child)
    assert failed.value.reason is Reason.CRASHED
    assert "signal 9" in str(failed.value)
    assert failed.value.frames == 1


def test_a_crash_names_the_signal_and_our_line():
    failed = failure_of("segfault")
    assert failed.reason is Reason.CRASHED
    assert f"signal {signal.SIGSEGV:d}" in str(failed)
    assert failed.place.startswith("core/isolation/tests/children.py:")


def test_an_error_tells_its_name_and_our_line_and_nothing_of_what_was_read(caplog, capfd):
    failed = failure_of("fail")
    assert failed.reason is Reason.ERROR
    assert failed.error == "ValueError"
    assert failed.place.startswith("core/isolation/tests/children.py:")
    assert str(failed) == f"Reading stopped: it met an error (ValueError at {failed.place})."
    told = capfd.readouterr()
    assert "Marker" not in str(failed) + repr(failed) + caplog.text + told.out + told.err


def test_a_child_may_shout_without_end_and_nothing_stands_still():
    assert frames_of("shout") == [b"heard"]


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("leave_early", "before its end"),
        ("too_large_by_force", "is the most"),
        ("after_the_end", "went on after its end"),
        ("end_then_fail", "said its end and then failed"),
    ],
)
def test_what_is_not_finished_in_form_is_never_taken_for_whole(what, says):
    failed = failure_of(what)
    assert failed.reason is Reason.BROKEN
    assert says in str(failed)


@pytest.mark.parametrize("what", ["too_large", "empty"])
def test_a_frame_of_no_or_too_many_bytes_is_refused_in_the_child(what):
    assert failure_of(what, limits=Limits(frame_bytes=1000, wait_seconds=30)).error == "ValueError"


def test_a_module_that_does_not_lock_itself_down_is_not_believed():
    before = open_descriptors()
    with pytest.raises(ChildFailed):
        run("--unlocked")
    with pytest.raises(ChildFailed, match="met an error"):
        run_isolated("kith.no_such_module")
    assert open_descriptors() == before


@pytest.mark.parametrize(
    "said",
    [
        "ValueError: Mum's new address at x",
        "ValueError at /home/x y:1",
        "Two words at a.py:1",
        "E at a.py:1 TB1 4QZ",
        "é at a:1",
    ],
)
def test_only_a_name_and_a_line_are_ever_taken_from_what_a_child_says(said):
    assert _read_complaint(f"{said}\n") == ("", "")


def test_when_the_parent_is_killed_the_child_ends():
    lines = (
        "import sys, time\nfrom kith.core.isolation import run_isolated\n"
        f"child = run_isolated({CHILD!r}, arguments=['sleep'])\nprint(child.pid, flush=True)\ntime.sleep(600)\n"
    )
    environment = {"PYTHONPATH": str(Path(kith.__file__).parents[1])}
    with subprocess.Popen([sys.executable, "-c", lines], env=environment, stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        assert not is_gone(pid)
        parent.kill()
        parent.wait()
        assert until(lambda: is_gone(pid))


def test_two_threads_may_each_have_a_child():
    found = {}

    def one(name):
        found[name] = frames_of("echo", name)

    threads = [threading.Thread(target=one, args=(name,)) for name in ("left", "right")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"left": [b"left"], "right": [b"right"]}
