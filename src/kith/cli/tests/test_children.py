"""Processes that serve: started again when they die, ended when Kith does."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kith.cli.children import Child, kept

SOURCE = Path(__file__).parents[3]
SLEEPER = """
import os, subprocess, sys, time
from pathlib import Path
from kith.cli.children import end_with_parent
end_with_parent()
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
place = Path(os.environ["PLACE"])
(place / "new").write_text(f"{os.getpid()} {child.pid}")
(place / "new").rename(place / f"started-{os.getpid()}")
(place / f"environment-{os.getpid()}").write_text("\\n".join(os.environ))
time.sleep(60)
"""


def until(holds: Callable[[], object], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except OSError:
        return False


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "sleeper.py").write_text(SLEEPER)
    return {"PLACE": str(tmp_path), "PYTHONPATH": f"{tmp_path}:{SOURCE}"}


def started(place: Path) -> list[list[int]]:
    found = sorted(place.glob("started-*"), key=lambda each: each.stat().st_mtime_ns)
    return [[int(word) for word in each.read_text().split()] for each in found]


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")


def test_one_that_is_killed_is_started_again_and_what_it_had_started_ends(
    tmp_path: Path, environment: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with kept(Child("sleeper", "sleep", environment)):
        until(lambda: len(started(tmp_path)) == 1)
        [[first, its_own]] = started(tmp_path)
        os.kill(first, signal.SIGKILL)
        until(lambda: len(started(tmp_path)) == 2)
        until(lambda: not lives(its_own))
        second = started(tmp_path)[1]
        assert all(lives(pid) for pid in second)
    until(lambda: not any(lives(pid) for pid in second), 1)
    assert "the sleep process ended (signal SIGKILL) and is started again" in capsys.readouterr().err


def test_it_is_not_given_the_owners_address(
    tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITH_OWNER_DATABASE_URL", "postgresql://kith_owner:a-secret@/kith")
    monkeypatch.setenv("KITH_OWNER_DATABASE_URL_FILE", "/nowhere")
    with kept(Child("sleeper", "sleep", environment)):
        until(lambda: list(tmp_path.glob("environment-*")))
        [[pid, _]] = started(tmp_path)
        held = Path(f"/proc/{pid}/environ").read_text()
    assert "KITH_OWNER" not in held and "a-secret" not in held
    assert "PLACE=" in held


@pytest.mark.parametrize("serves", [True, False])
def test_only_what_serves_families_is_given_their_address(
    tmp_path: Path, environment: dict[str, str], serves: bool
) -> None:
    secret = {"KITH_FAMILY_DATABASE_URL": "postgresql://kith_family:a-secret@/kith"}
    with kept(Child("sleeper", "sleep", {**environment, **secret}, serves_families=serves)):
        until(lambda: list(tmp_path.glob("environment-*")))
        [[pid, _]] = started(tmp_path)
        held = Path(f"/proc/{pid}/environ").read_text()
    assert ("a-secret" in held) is serves


def test_it_ends_when_the_one_that_started_it_is_killed(tmp_path: Path, environment: dict[str, str]) -> None:
    program = """
import os, time
from kith.cli.children import Child, kept
with kept(Child("sleeper", "sleep", {})):
    time.sleep(60)
"""
    kith = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, **environment})
    until(lambda: started(tmp_path))
    [[pid, _]] = started(tmp_path)
    kith.kill()
    kith.wait()
    until(lambda: not lives(pid))
