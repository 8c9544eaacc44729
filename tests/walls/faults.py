"""Faults by hand or by chance: `python -m tests.walls.faults --faults 500`.

People write entries and drafts on a running Kith while its processes are killed or frozen, its database is cut off and
restarted, its disk fills and its clock jumps. Afterwards: whatever a page said was saved is there, once; nothing is there
twice; no page failed or showed other than what it had said; the ledger verifies.
"""

import argparse
import contextlib
import os
import random
import signal
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psycopg

from tests.serving.running import EMAIL, Kith, a_place_with_amal, kith, processes_of, until
from tests.walls.windows import Told, at_work

_REST = (0.3, 2.0)


@dataclass(slots=True)
class Ground:
    """The Kith that suffers: where it lives, the process that runs it now, and what happened to it so far."""

    place: Path
    running: Kith
    chance: random.Random
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
    ground.running = Kith(ground.place, port=port).__enter__()


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


def campaign(place: Path, faults: int, seed: int, *, which: dict[Fault, int], say: Callable[[str], None]) -> list[str]:
    """Do so many faults while people work; give what was found wrong, empty when all is well."""
    told = Told()
    ground = Ground(place, Kith(place).__enter__(), random.Random(seed))
    case_id = a_case(place)
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
    wrong = told.lies + what_is_wrong(place, case_id, told)
    verified = kith(place, "ledger", "verify")
    if verified.returncode:
        wrong.append(f"the ledger: {verified.stdout}{verified.stderr}")
    ground.running.stop()
    say(f"{faults} faults: {', '.join(f'{name} {count}' for name, count in sorted(ground.done.items()))}")
    say(f"answers: {dict(sorted(told.answers.items()))}")
    say(f"{len(told.kept):,} entries and {len(told.drafts):,} drafts said to be saved; {verified.stdout.strip()}")
    return wrong


def a_case(place: Path) -> uuid.UUID:
    """Start a case of Amal's, in this process; gives its id."""
    from tests.serving.campaigns import attach

    attach(place)
    from django.db import connections

    from kith.core import clock
    from kith.core.models import Worker
    from kith.record import actions

    amal = Worker.objects.get(email=EMAIL)
    made = actions.start_case(
        reference=f"TB-{uuid.uuid4().hex[:8]}", family_name="Marrow", kind="private_law",
        opened_on=date(2026, 3, 2), by=amal, at=clock.now(),
    )  # fmt: skip
    connections.close_all()
    return made.id


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


def what_is_wrong(place: Path, case_id: uuid.UUID, told: Told) -> list[str]:
    """Compare what people were told with what is kept."""
    with _as_owner(place) as connection:
        entries = Counter(
            text for (text,) in connection.execute("SELECT text FROM record_entry WHERE case_id = %s", [case_id])
        )
        rows = connection.execute("SELECT place, version, words FROM record_draft WHERE case_id = %s", [case_id])
        drafts = {(where, version): words.get("text") for where, version, words in rows}
    wrong = [f"said to be saved and lost: {words}" for words in sorted(told.kept - set(entries))]
    wrong += [f"kept {count} times: {words}" for words, count in entries.items() if count > 1]
    wrong += [f"kept, and never written: {words}" for words in sorted(set(entries) - told.asked)]
    wrong += [f"a draft said to be saved is lost: {key}" for key, words in told.drafts.items() if drafts.get(key) != words]
    return wrong


def main() -> int:
    """Run a campaign and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.walls.faults", description=__doc__)
    parser.add_argument("--faults", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with a_place_with_amal() as place:
        wrong = campaign(place, asked.faults, asked.seed, which=FAULTS, say=_say)
    for line in wrong[:50]:
        _say(line)
    _say(f"{asked.faults} faults, {len(wrong)} things wrong")
    return 1 if wrong else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
