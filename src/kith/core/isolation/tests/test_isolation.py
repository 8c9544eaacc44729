import contextlib
import gc
import hashlib
import json
import os
import signal
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from kith.core.isolation import Limits, Reason

from .running import failure_of, frames_of, is_gone, isolated_here, open_descriptors, run

# --- frames


def test_frames_arrive_in_order_and_the_end_is_known():
    with run("echo", "one", "two", "thrée") as child:
        assert list(child) == [b"one", b"two", "thrée".encode()]
        assert child.frames == 3
        assert child.finished
        assert list(child) == []
    assert is_gone(child.pid)


def test_a_child_that_has_nothing_to_say_ends_well():
    assert frames_of("echo") == []


def test_a_hundred_megabytes_arrive_intact():
    seen, total = hashlib.sha256(), 0
    with run("flood") as child:
        last = b""
        for frame in child:
            seen.update(last)
            total += len(last)
            last = frame
    assert total >= 100_000_000
    assert last == seen.digest()


def test_many_small_frames_arrive_each_for_itself():
    assert frames_of("small") == [b"%d" % number for number in range(200_000)]


def test_a_child_waits_when_its_frames_are_not_taken():
    with run("ahead") as child:
        next(child)
        time.sleep(0.3)
        if sys.platform == "linux":
            waiting = Path(f"/proc/{child.pid}/wchan").read_text()
            assert "pipe" in waiting or waiting == "0"
            assert Path(f"/proc/{child.pid}/stat").read_text().rpartition(")")[2].split()[0] == "S"
    assert is_gone(child.pid)


def test_leaving_the_block_early_ends_the_child_and_closes_all():
    before = open_descriptors()
    with run("ahead") as child:
        next(child)
    assert is_gone(child.pid)
    assert open_descriptors() == before
    assert not child.finished
    with pytest.raises(ValueError, match="before its end"):
        next(child)


def test_a_forgotten_child_is_ended_when_it_is_collected():
    before = open_descriptors()
    child = run("ahead")
    pid = child.pid
    next(child)
    del child
    gc.collect()
    assert is_gone(pid)
    assert open_descriptors() == before


# --- what it is given


def test_what_is_given_is_read_from_its_start_and_stays_the_callers(tmp_path):
    path = tmp_path / "export.txt"
    path.write_bytes(b"words" * 1000)
    handle = os.open(path, os.O_RDONLY)
    try:
        os.lseek(handle, 77, os.SEEK_SET)
        [told] = frames_of("read", give={"input": handle})
        assert told == hashlib.sha256(b"words" * 1000).digest()
        os.fstat(handle)
    finally:
        os.close(handle)


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="memfd is Linux's")
def test_a_database_can_be_read_without_a_path(tmp_path):
    path = tmp_path / "made.db"
    with contextlib.closing(sqlite3.connect(path)) as made, made:
        made.execute("create table messages (words text)")
        made.execute("insert into messages values ('see you at six')")
    handle = os.memfd_create("kith")
    try:
        os.write(handle, path.read_bytes())
        assert frames_of("database", give={"input": handle}) == [b"see you at six"]
    finally:
        os.close(handle)


def test_a_child_has_no_secret_and_no_descriptor_that_it_was_not_given(monkeypatch, tmp_path):
    monkeypatch.setenv("KITH_KEY", "kith1-secret")
    kept_open = os.open(tmp_path, os.O_RDONLY)
    os.set_inheritable(kept_open, True)
    given = os.open(os.devnull, os.O_RDONLY)
    try:
        [told] = [json.loads(frame) for frame in frames_of("look_around", give={"input": given})]
    finally:
        os.close(kept_open)
        os.close(given)
    assert set(told["environment"]) <= {
        "PATH",
        "LANG",
        "PYTHONPATH",
        "KITH_CHILD",
        "LC_CTYPE",
        "__CF_USER_TEXT_ENCODING",
    }
    assert "secret" not in json.dumps(told["environment"])
    out = json.loads(told["environment"]["KITH_CHILD"])["out"]
    assert told["open"] == sorted({0, 1, 2, out, given})
    assert told["folder"] == "/"


def test_the_standard_descriptors_cannot_be_given():
    with pytest.raises(ValueError, match="0, 1 and 2"):
        run("echo", give={"input": 0})


# --- what it cannot do


@isolated_here
def test_the_state_is_known_at_once_to_parent_and_child():
    with run("state") as child:
        assert child.state == "isolated"
        assert list(child) == [b"isolated"]


@isolated_here
@pytest.mark.parametrize(
    "what",
    [
        "socket",
        "unix socket",
        "socketpair",
        "connect",
        "look up a name",
        "execve",
        "fork",
        "spawn",
        "system",
        "thread",
        "ptrace",
        "signal the parent",
        "signal every process",
        "io_uring",
        "memfd",
        "raise a limit",
        "outlive the parent",
        "read the parent's environment",
    ],
)
def test_a_child_is_refused(what):
    [told] = frames_of("attempt", what)
    assert told.startswith(b"refused: ")


@isolated_here
@pytest.mark.parametrize(
    "what",
    [
        "write",
        "append",
        "open for both",
        "make",
        "delete",
        "rename",
        "mkdir",
        "chmod",
        "link",
        "read a file",
        "list a folder",
    ],
)
def test_a_child_cannot_touch_or_even_read_a_file_of_ours(what, tmp_path):
    victim = tmp_path / "kith.key"
    victim.write_text("as it was")
    victim.chmod(0o600)
    assert frames_of("attempt", what, str(victim)) == [b"refused: PermissionError"]
    assert victim.read_text() == "as it was"
    assert list(tmp_path.iterdir()) == [victim]


@isolated_here
@pytest.mark.parametrize("what", ["import", "time zone", "signal itself", "read a limit"])
def test_a_child_can_still_do_what_reading_needs(what):
    assert frames_of("attempt", what) == [b"done"]


@isolated_here
def test_threads_and_further_files_are_allowed_where_they_are_asked_for(tmp_path):
    assert frames_of("attempt", "thread", limits=Limits(threads=True, wait_seconds=30)) == [b"done"]
    model = tmp_path / "model.bin"
    model.write_bytes(b"weights")
    limits = Limits(may_read=(str(tmp_path),), wait_seconds=30)
    assert frames_of("attempt", "read a file", str(model), limits=limits) == [b"done"]
    assert frames_of("attempt", "write", str(model), limits=limits) == [b"refused: PermissionError"]
    assert frames_of("attempt", "fork", limits=Limits(threads=True, wait_seconds=30)) == [b"refused: PermissionError"]


@isolated_here
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the x32 calls are x86-64's")
def test_a_call_made_as_another_kind_of_machine_ends_the_child():
    failed = failure_of("other_machine")
    assert failed.reason is Reason.CRASHED
    assert f"signal {signal.SIGSYS:d}" in str(failed)
