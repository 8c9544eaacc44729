"""What a person, a fault or the system may do to a running Kith, and what is there afterwards."""

import os
import re
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.running import Kith, a_copy_of, a_free_port, kith, processes_of, until

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
    pytest.mark.xdist_group("serving"),
]


@pytest.fixture
def own(made: Path) -> Iterator[Kith]:
    """A running Kith that the test may break."""
    with a_copy_of(made) as place, Kith(place) as running:
        yield running


def test_amal_signs_in_and_a_wrong_password_does_not(standing: Kith) -> None:
    standing.cookies.clear()
    assert standing.sign_in(password="not hers") == 200
    assert not standing.is_signed_in()
    assert standing.sign_in() == 302
    assert standing.is_signed_in()


@pytest.mark.drill
def test_a_second_kith_on_the_same_folder_is_refused(standing: Kith) -> None:
    refused = kith(standing.place, "serve", "--port", str(a_free_port()))
    assert refused.returncode == 1
    assert "Kith is already running" in refused.stderr
    assert refused.stdout == ""
    assert standing.is_up()


def test_a_port_that_is_taken_is_named_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = kith(tmp_path, "serve", "--port", str(port))
    assert refused.returncode == 1
    assert (
        refused.stderr
        == f"kith: Port {port} is taken on 127.0.0.1. Choose another with --port, or stop what uses it.\n"
    )
    assert not list(tmp_path.iterdir())


def test_no_serving_process_holds_the_owners_secret(standing: Kith) -> None:
    secrets = standing.place / "agency" / "secrets"
    hidden = [(secrets / name).read_bytes() for name in ("kith_owner", "kith_super", "installation-key", "session-key")]
    app = (secrets / "kith_app").read_bytes()
    serving = [*standing.pids("kith.cli.web"), *standing.pids("kith.cli.jobs")]
    assert len(serving) == 4
    for pid in serving:
        held = Path(f"/proc/{pid}/environ").read_bytes()
        assert app in held
        assert not [words for words in hidden if words.strip() in held]


def test_the_ledger_of_a_running_kith_is_verified(standing: Kith) -> None:
    found = kith(standing.place, "ledger", "verify")
    assert found.returncode == 0, found.stderr
    assert re.fullmatch(r"\d+ lines in 1 chains, \d+ checkpoints\. All hold\.\n", found.stdout)


def test_people_are_listed_and_a_wrong_role_lists_the_roles(standing: Kith) -> None:
    assert "Amal" in kith(standing.place, "people", "list").stdout
    odd = kith(standing.place, "people", "add", "--email", "x@example.org", "--name", "X", "--role", "boss")
    assert odd.returncode == 1
    assert "There is no role 'boss'. The roles are: family_court_adviser, " in odd.stderr


@pytest.mark.drill
def test_a_person_who_left_is_signed_out_and_cannot_sign_in(standing: Kith) -> None:
    words = ["people", "add", "--email", "Bo@Agency.example.org", "--name", "Bo", "--role", "duty_worker"]
    added = kith(standing.place, *words)
    shown = re.search(r"shown this once: (\S+)", added.stdout)
    assert shown, added
    standing.cookies.clear()
    assert standing.sign_in("bo@agency.example.org", shown[1]) == 302
    assert standing.is_signed_in()
    assert kith(standing.place, "people", "end", "BO@agency.example.org").returncode == 0
    assert not standing.is_signed_in()
    standing.cookies.clear()
    assert standing.sign_in("bo@agency.example.org", shown[1]) != 302 or not standing.is_signed_in()
    assert kith(standing.place, "people", "end", "bo@agency.example.org").returncode == 1


@pytest.mark.drill
def test_killed_it_leaves_nothing_and_starts_again_at_once(own: Kith) -> None:
    own.stop(signal.SIGKILL)
    began = time.monotonic()
    with Kith(own.place) as again:
        assert time.monotonic() - began < 15
        assert again.sign_in() == 302
        took = until(lambda: {os.getpgid(pid) for pid in processes_of(own.place)} <= groups_of(again), 10)
        assert took < 10


def groups_of(running: Kith) -> set[int]:
    children = [*running.pids("kith.cli.web"), *running.pids("kith.cli.jobs"), running.postmaster()]
    return {os.getpgid(pid) for pid in children} | {os.getpgid(running.process.pid)}


@pytest.mark.drill
def test_a_killed_web_or_job_process_is_started_again_and_ctrl_c_leaves_nothing(own: Kith) -> None:
    for module in ("kith.cli.web", "kith.cli.jobs"):
        before = own.pids(module)
        os.kill(before[0], signal.SIGKILL)
        until(lambda module=module, before=before: set(own.pids(module)).isdisjoint(before) and own.pids(module))
    until(lambda: own.is_up())
    worker = own.pids("kith.cli.web")[-1]
    os.kill(worker, signal.SIGKILL)
    until(lambda: worker not in own.pids("kith.cli.web") and len(own.pids("kith.cli.web")) == 3)
    until(lambda: own.is_up())  # the one that was killed may have been the only one that listened yet
    assert own.sign_in() == 302
    assert own.stop(signal.SIGINT) == 0
    assert not processes_of(own.place)
    assert "Traceback" not in own.says()


@pytest.mark.drill
def test_pages_say_so_while_the_database_is_away_and_come_back_and_a_stop_leaves_nothing(own: Kith) -> None:
    assert own.sign_in() == 302
    dead = own.postmaster()
    os.kill(dead, signal.SIGKILL)
    seen: set[int] = set()
    good = 0

    def all_are_back() -> bool:
        nonlocal good
        status, words = own.get("/accounts/password/change/")
        seen.add(status)
        assert "Traceback" not in words
        good = good + 1 if status == 200 and own.postmaster_now() not in {None, dead} else 0
        return good >= 12  # each process, each of its connections

    until(all_are_back, 30)
    assert seen == {200, 503}
    assert own.is_signed_in()
    assert own.pids("kith.cli.jobs")
    assert own.stop(signal.SIGTERM) == 0
    assert not processes_of(own.place)
