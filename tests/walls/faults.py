"""Faults by hand or by chance: `python -m tests.walls.faults --faults 500`.

People write entries and drafts on a running Kith while its processes are killed or frozen, its database is cut off and
restarted, its disk fills and its clock jumps. Afterwards: whatever a page said was saved is there, once; nothing is
there twice; no page failed or showed other than what it had said; the ledger verifies.
"""

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.serving.running import SOURCE, Kith, a_place_with_amal, kith, processes_of, until
from tests.walls.windows import Told, Window, at_work

_REST = (0.3, 2.0)


@dataclass(slots=True)
class Ground:
    """The Kith that suffers: where it lives, the process that runs it now, and what happened to it so far."""

    place: Path
    running: Kith
    chance: random.Random
    environment: dict[str, str]
    done: Counter[str] = field(default_factory=Counter)

    def pids(self, *parts: str) -> list[int]:
        """List its processes whose command holds one of these words."""
        return sorted(pid for pid, line in processes_of(self.place).items() if any(part in line for part in parts))


def kill_web(ground: Ground) -> None:
    """Kill a process that serves pages."""
    _kill(ground, "kith.cli.web")


def kill_jobs(ground: Ground) -> None:
    """Kill the process that runs jobs."""
    _kill(ground, "kith.cli.jobs")


def kill_postmaster(ground: Ground) -> None:
    """Kill the server of the database."""
    found = ground.running.postmaster_now()
    if found:
        with contextlib.suppress(ProcessLookupError):
            os.kill(found, signal.SIGKILL)


def kill_a_backend(ground: Ground) -> None:
    """Kill one process of the database that serves a connection: the server then restarts by itself."""
    _kill(ground, "postgres: ")


def kill_all(ground: Ground) -> None:
    """Kill Kith itself with all it started, and start it again where it was."""
    port = ground.running.port
    ground.running.stop(signal.SIGKILL)
    for pid in processes_of(ground.place):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    until(lambda: not processes_of(ground.place), 20)
    ground.running = Kith(ground.place, port=port, **ground.environment).__enter__()


def cut_off_the_database(ground: Ground) -> None:
    """Let the database answer nothing for a while, as where a network is cut: connections stay open, and silent."""
    _freeze(ground, "postgres")


def freeze_web(ground: Ground) -> None:
    """Let the pages' processes stand still for a while."""
    _freeze(ground, "kith.cli.web")


def fill_the_disk(ground: Ground) -> None:
    """Fill the disk that Kith writes to, and free it again."""
    ballast = ground.place / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * (1 << 20))
    time.sleep(ground.chance.uniform(1, 3))
    ballast.unlink(missing_ok=True)


def jump_the_clock(ground: Ground) -> None:
    """Move the clock of pages and jobs (not the database's) by up to two days, and back."""
    hours = ground.chance.choice([-49, -25, -1, 1, 25, 49])
    (ground.place / "clock").write_text(f"{hours * 3600:+d}")
    time.sleep(ground.chance.uniform(1, 3))
    (ground.place / "clock").write_text("+0")


def _kill(ground: Ground, part: str) -> None:
    if found := ground.pids(part):
        with contextlib.suppress(ProcessLookupError):
            os.kill(ground.chance.choice(found), signal.SIGKILL)


def _freeze(ground: Ground, part: str) -> None:
    frozen = ground.pids(part)
    for pid in frozen:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGSTOP)
    time.sleep(ground.chance.uniform(0.5, 4))
    for pid in frozen:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


Fault = Callable[[Ground], None]
#: fault -> how often beside the others
FAULTS: dict[Fault, int] = {
    kill_web: 4,
    kill_jobs: 2,
    kill_postmaster: 2,
    kill_a_backend: 2,
    kill_all: 1,
    cut_off_the_database: 2,
    freeze_web: 1,
}
MORE_FAULTS: dict[Fault, int] = {fill_the_disk: 1, jump_the_clock: 2}
"""What must be made ready first: a small disk to fill, and a clock that jumps."""

_DISK_MB = 700


@contextlib.contextmanager
def a_small_disk(place: Path) -> Iterator[bool]:
    """Have a place on a disk of its own, in memory; False where this machine does not allow it (not root)."""
    made = place.with_name(f"{place.name}-disk")
    made.mkdir(0o755)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_DISK_MB}m,mode=755", "none", made], capture_output=True, check=False
    )
    try:
        if mounted.returncode == 0:
            subprocess.run(["cp", "-a", place / "agency", made / "agency"], check=True)
        yield mounted.returncode == 0
    finally:
        if mounted.returncode == 0:
            for pid in processes_of(made):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            until(lambda: not processes_of(made), 20)
            subprocess.run(["umount", made], check=True)
        made.rmdir()


def a_false_clock(place: Path) -> dict[str, str]:
    """Give the environment in which pages and jobs are told a time that a file moves."""
    (place / "clock").write_text("+0")
    path = os.pathsep.join(map(str, (Path(__file__).parent / "jumping", SOURCE)))
    return {"PYTHONPATH": path, "FALSE_CLOCK": str(place / "clock")}


def campaign(
    place: Path,
    faults: int,
    seed: int,
    *,
    which: dict[Fault, int],
    say: Callable[[str], None],
    environment: dict[str, str] | None = None,
) -> list[str]:
    """Do so many faults while people work; give what was found wrong, empty when all is well."""
    told, chance, more = Told(), random.Random(seed), environment or {}
    ground = Ground(place, Kith(place, **more).__enter__(), chance, more)
    try:
        return _campaign(ground, told, faults, which=which, say=say)
    finally:
        ground.running.stop()


def _campaign(
    ground: Ground, told: Told, faults: int, *, which: dict[Fault, int], say: Callable[[str], None]
) -> list[str]:
    case_id = a_case(ground.running.port)
    with at_work(ground.running.port, case_id, told):
        time.sleep(2)
        for number in range(faults):
            fault = ground.chance.choices(list(which), list(which.values()))[0]
            fault(ground)
            ground.done[fault.__name__] += 1
            time.sleep(ground.chance.uniform(*_REST))
            if (number + 1) % 25 == 0:
                say(f"{number + 1:>4} faults; {len(told.kept):,} entries said to be saved; {len(told.lies)} lies")
        until(lambda: is_well(ground), 120)
        time.sleep(1)
    wrong = told.lies + what_is_wrong(ground.place, case_id, told, say)
    verified = kith(ground.place, "ledger", "verify")
    if verified.returncode:
        wrong.append(f"the ledger: {verified.stdout}{verified.stderr}")
    if wrong:
        say(ground.running.says()[-6000:])
    say(f"{faults} faults: {', '.join(f'{name} {count}' for name, count in sorted(ground.done.items()))}")
    say(f"answers: {dict(sorted(told.answers.items()))}")
    say(f"{len(told.kept):,} entries and {len(told.drafts):,} drafts said to be saved; {verified.stdout.strip()}")
    return wrong


def a_case(port: int) -> uuid.UUID:
    """Start a case of Amal's on the page where cases are started; gives its id."""
    window = Window(port, uuid.UUID(int=0), Told(), threading.Event())
    window.sign_in()
    hidden = window.form("/cases/start/") or {}
    typed = {"family_name": "Marrow", "reference": f"TB-{uuid.uuid4().hex[:8]}", "kind": "private_law", **hidden}
    opened = {"opened_on-day": "2", "opened_on-month": "3", "opened_on-year": "2026"}
    where = window.post("/cases/start/", typed | opened)[1]
    return uuid.UUID(where.strip("/").rpartition("/")[2])


def is_well(ground: Ground) -> bool:
    """Tell whether pages answer again and jobs run."""
    return ground.running.is_up() and bool(ground.pids("kith.cli.jobs"))


@contextlib.contextmanager
def _as_owner(place: Path) -> Iterator[psycopg.Connection]:
    from kith.core.cluster import OWNER, attached

    cluster = attached(place / "agency" / "postgres")
    assert cluster is not None
    with psycopg.connect(cluster.url(OWNER, "kith")) as connection:
        yield connection


def what_is_wrong(place: Path, case_id: uuid.UUID, told: Told, say: Callable[[str], None]) -> list[str]:
    """Compare what people were told with what is kept."""
    with _as_owner(place) as connection:
        entries = Counter(
            text for (text,) in connection.execute("SELECT text FROM record_entry WHERE case_id = %s", [case_id])
        )
        rows = connection.execute("SELECT place, version, words FROM record_draft WHERE case_id = %s", [case_id])
        drafts = {(where, version): words.get("text") for where, version, words in rows}
        jumped = connection.execute(
            "SELECT count(*) FROM record_entry WHERE abs(extract(epoch FROM recorded_at - now())) > 3000"
        ).fetchone()
    say(f"{jumped[0] if jumped else 0} entries under a false clock")
    return compared(entries, drafts, told)


def compared(entries: Mapping[str, int], drafts: Mapping[tuple[str, int], str], told: Told) -> list[str]:
    """Say what is lost, doubled or invented; empty when all is as people were told."""
    wrong = [f"said to be saved and lost: {words}" for words in sorted(told.kept - set(entries))]
    wrong += [f"kept {count} times: {words}" for words, count in entries.items() if count > 1]
    wrong += [f"kept, and never written: {words}" for words in sorted(set(entries) - told.asked)]
    lost = [key for key, words in told.drafts.items() if drafts.get(key) != words]
    return wrong + [f"a draft said to be saved is lost: {place}, version {version}" for place, version in lost]


def main() -> int:
    """Run a campaign and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.walls.faults", description=__doc__)
    parser.add_argument("--faults", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with a_place_with_amal() as made, a_small_disk(made) as has_disk:
        place = made.with_name(f"{made.name}-disk") if has_disk else made
        clock = a_false_clock(place)
        if not has_disk:
            _say("fill_the_disk is left out: only root may mount a small disk")
        which = FAULTS | {
            fault: often for fault, often in MORE_FAULTS.items() if has_disk or fault is not fill_the_disk
        }
        wrong = campaign(place, asked.faults, asked.seed, which=which, say=_say, environment=clock)
    for line in wrong[:50]:
        _say(line)
    _say(f"{asked.faults} faults, {len(wrong)} things wrong")
    return 1 if wrong else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
