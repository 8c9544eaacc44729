"""Long runs, by hand: `python -m tests.serving.campaigns --kills 20`.

Each round takes in an export, kills something of Kith's with -9 at a random moment of the reading, starts Kith again
where it was Kith itself, and waits until every line stands there, once. At the end the ledger is verified.
"""

import argparse
import os
import random
import signal
import sys
import time
from datetime import date
from pathlib import Path

from tests.serving.running import EMAIL, Kith, a_place_with_amal, kith, until

LINES = 60_000
WHAT = ["jobs", "web", "postmaster", "kith"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--what", nargs="+", choices=WHAT, default=WHAT)
    asked = parser.parse_args()
    with a_place_with_amal() as place:
        return kill_while_reading(place, asked.kills, asked.what, random.Random(asked.seed))


def kill_while_reading(place: Path, kills: int, which: list[str], chance: random.Random) -> int:
    """Do `kills` rounds and print what each did; gives 0 if all came out whole."""
    running = Kith(place).__enter__()
    attach(place)
    case = a_case()
    bad = 0
    for number in range(kills):
        exhibit = taken_in(case, number)
        time.sleep(chance.uniform(0.2, 4))
        what = chance.choice(which)
        if what == "kith":
            running.stop(signal.SIGKILL)
            running = Kith(place).__enter__()
        else:
            os.kill(pid_of(running, what), signal.SIGKILL)
        took = until(lambda exhibit=exhibit: is_read(exhibit), 180)
        items = counted(exhibit)
        bad += items != LINES
        say(f"{number + 1:>3} killed {what:<10} read after {took:5.1f} s, {items:,} of {LINES:,} items")
    found = kith(place, "ledger", "verify")
    say(found.stdout + found.stderr)
    running.stop()
    return 1 if bad or found.returncode else 0


def pid_of(running: Kith, what: str) -> int:
    return running.postmaster() if what == "postmaster" else running.pids(f"kith.cli.{what}")[0]


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def attach(place: Path) -> None:
    os.environ["KITH_DATA"] = str(place)
    from kith.cli import session

    session.attach()


def a_case():
    from kith.core import clock
    from kith.core.models import Worker
    from kith.record import actions

    return actions.start_case(
        reference="TB-00001",
        family_name="Marrow",
        kind="private_law",
        opened_on=date(2026, 3, 2),
        by=Worker.objects.get(email=EMAIL),
        at=clock.now(),
    )


def taken_in(case, number: int):
    from kith.core import clock
    from kith.core.models import Worker
    from kith.exhibits import testing

    begins = time.mktime((2024, 1, 20, 12, 0, 0, 0, 0, 0))
    lines = (
        time.strftime("%d/%m/%Y, %H:%M", time.localtime(begins + 60 * at)) + f" - Ada: round {number}, line {at}\n"
        for at in range(LINES)
    )
    data = "".join(lines).encode()
    return testing.exhibit(case, Worker.objects.get(email=EMAIL), data, at=clock.now())


def is_read(exhibit) -> bool:
    from django.db import InterfaceError, OperationalError, connection

    from kith.core.models import Worker
    from kith.exhibits import testing

    try:
        now = testing.found(exhibit, Worker.objects.get(email=EMAIL))
    except (OperationalError, InterfaceError):
        connection.close()
        return False
    return now.read_at is not None and now.placed_at is not None


def counted(exhibit) -> int:
    from kith.core.models import Worker
    from kith.core.transactions import scoped
    from kith.exhibits.models import Item

    worker = Worker.objects.get(email=EMAIL)
    with scoped(worker_id=worker.id, case_id=exhibit.case_id):
        return Item.objects.filter(case_id=exhibit.case_id, exhibit_id=exhibit.id).count()


if __name__ == "__main__":
    sys.exit(main())
