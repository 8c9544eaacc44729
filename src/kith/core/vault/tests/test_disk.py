"""What is true of the store on a disk alone: permissions, a full disk, a crash, links."""

import errno
import os
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import kith
from kith.core.vault import SEGMENT_BYTES, Disk, NoRoom, Writer

from .making import CASE_KEY, SMALL, files_in, opened, put


@pytest.fixture
def store(disk):
    return disk


def test_files_and_folders_are_its_owners_alone_and_an_object_is_read_only(store):
    stored = put(store, b"x")
    path = store.path_of(stored.name)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    for folder in list(path.parents)[:3]:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with Writer(store):
        [part] = store._incoming.iterdir()
        assert stat.S_IMODE(part.stat().st_mode) == 0o600


def run_with_small_files(folder, limit, lines):
    """Run lines in a process of its own whose files may not grow past a limit."""
    start = (
        "import errno, os, resource, signal\nfrom pathlib import Path\n"
        "from kith.core.vault import *\nfrom kith.core.vault import half\n"
        "half._FULL.add(errno.EFBIG)\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\nstore = Disk(Path({str(folder)!r}))\n"
    )
    root = str(Path(kith.__file__).parents[1])
    return subprocess.run(
        [sys.executable, "-c", start + lines], env={"PYTHONPATH": root}, capture_output=True, text=True, timeout=60
    )


def test_a_file_that_the_system_stops_halfway_is_no_room_and_leaves_nothing(store, tmp_path):
    lines = (
        "try:\n with Writer(store) as w:\n  for _ in range(5): w.write(bytes(1 << 20))\n  w.commit(CaseKey.new())\n"
        "except NoRoom as full: print(full)"
    )
    done = run_with_small_files(tmp_path / "store", 2_500_000, lines)
    assert done.stdout.startswith("There is no room left")
    assert done.stderr == ""
    assert files_in(store) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("step", ["write", "fsync", "rename"])
def test_a_full_disk_at_any_step_is_said_plainly_and_nothing_is_kept(store, monkeypatch, number, step):
    def full(*_):
        raise OSError(number, os.strerror(number))

    with Writer(store, segment_bytes=SMALL) as writer:
        writer.write(b"x" * 5000)
        monkeypatch.setattr(*((Path, "rename") if step == "rename" else (os, step)), full)
        with pytest.raises(NoRoom, match="Nothing was kept"):
            writer.commit(CASE_KEY)
        monkeypatch.undo()
    assert files_in(store) == []


def test_on_a_really_full_filesystem_nothing_is_half_written(tmp_path):
    folder = tmp_path / "tiny"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small filesystem can only be mounted as root; the other full-disk tests stand in")
    try:
        store = Disk(folder)
        first = put(store, os.urandom(500_000), segment_bytes=SEGMENT_BYTES)
        with pytest.raises(NoRoom):
            put(store, os.urandom(4_000_000), segment_bytes=SEGMENT_BYTES)
        assert [each.name for each in files_in(store)] == [str(first.name)]
        with opened(store, first) as reader:
            assert len(reader.read()) == 500_000
    finally:
        subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def test_other_errors_of_the_disk_are_not_called_full(store, monkeypatch):
    def broken(*_):
        raise OSError(errno.EIO, "Input/output error")

    with Writer(store) as writer:
        monkeypatch.setattr(os, "fsync", broken)
        with pytest.raises(OSError, match="Input/output"):
            writer.commit(CASE_KEY)
        monkeypatch.undo()
    assert files_in(store) == []


def test_writing_and_reading_need_little_memory_whatever_the_size(store, tmp_path):
    lines = (
        "most = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\nkey, before = CaseKey.new(), most()\n"
        "with Writer(store) as w:\n  for _ in range(100): w.write(bytes(1 << 20))\n  s = w.commit(key)\n"
        "with open_file(store, s.name, key.unwrap_file_key(s.name, s.wrapped_file_key)) as r:\n"
        "  while r.read(1 << 20): pass\nprint(most() - before)"
    )
    grown = int(run_with_small_files(tmp_path / "store", 1 << 30, lines).stdout)
    assert grown < (20 << 20 if sys.platform == "darwin" else 20 << 10)


def test_a_crash_leaves_only_a_part_that_a_later_sweep_takes(store, tmp_path):
    lines = "w = Writer(store)\nw.write(bytes(3 << 20))\nos.kill(os.getpid(), signal.SIGKILL)"
    done = run_with_small_files(tmp_path / "store", 1 << 30, lines)
    assert done.returncode == -signal.SIGKILL
    [part] = files_in(store)
    assert part.name.endswith(".part")
    now = datetime.now(UTC)
    assert store.sweep(now - timedelta(hours=1)) == 0
    assert store.sweep(now + timedelta(seconds=10)) == 1
    assert files_in(store) == []


def test_a_link_in_the_place_of_an_object_is_not_followed(store, tmp_path):
    stored = put(store, b"x")
    path = store.path_of(stored.name)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic"):
        opened(store, stored)
