"""The outbox drained while workers and services are killed: none lost or doubled. `make outbox` does it at length."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import connection

from kith.core import clock
from kith.core.transactions import scoped
from kith.correspondence import actions
from kith.correspondence.models import Outbox
from kith.correspondence.tests.services import KEY, TEMPLATES
from kith.correspondence.tests.test_kills import ROOT, environment
from kith.record import testing as make

MESSAGES = int(os.environ.get("KITH_MESSAGES", "24"))
KILLS = int(os.environ.get("KITH_OUTBOX_KILLS", "3"))
SEED = int(os.environ.get("KITH_SEED", "20260302"))
AT_ONCE, WORKERS, CASES = 200, 2, 4
BETWEEN = (0.2, 1.2) if MESSAGES < 5000 else (0.5, 4)  # seconds from one kill to the next


@dataclass
class Crowd:
    """Two workers and two services, each to be killed and started again at once."""

    place: Path
    ending: ExitStack
    surroundings: dict[str, str] = field(default_factory=dict)
    ports: dict[str, int] = field(default_factory=lambda: {"smtp": 0, "notify": 0})
    peers: dict[str, subprocess.Popen] = field(default_factory=dict)
    workers: list[int] = field(default_factory=list)

    def start_peer(self, kind: str) -> None:
        place = str(self.place / kind)
        command = [sys.executable, "-W", "ignore", "-m", "kith.correspondence.tests.peers", kind, place]
        peer = subprocess.Popen(
            [*command, str(self.ports[kind])], env=self.surroundings, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        self.ending.callback(self._end, peer)
        self.peers[kind], self.ports[kind] = peer, int(peer.stdout.readline())

    def open_nursery(self) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "kith.correspondence.tests.nursery"]
        self.nursery = subprocess.Popen(
            command, env=self.surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        self.ending.callback(self._end, self.nursery)
        self.ending.callback(lambda: [self._kill(each) for each in self.workers])

    def start_worker(self) -> None:
        self.nursery.stdin.write("one\n")
        self.nursery.stdin.flush()
        self.workers.append(int(self.nursery.stdout.readline()))

    def kill(self, what: str, chance: random.Random) -> None:
        if what == "worker":
            self._kill(self.workers.pop(chance.randrange(len(self.workers))))
            self.start_worker()
            return
        self._end(self.peers[what])
        self.start_peer(what)

    def _end(self, process: subprocess.Popen) -> None:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()

    def _kill(self, pid: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, 9)


@pytest.fixture
def crowd(committed, tmp_path, settings):
    settings.NOTIFY_KEY, settings.NOTIFY_TEMPLATES = KEY, TEMPLATES
    settings.CARRIED_BY = {"email": "smtp", "sms": "notify", "letter": "", "phone": ""}
    with ExitStack() as ending:
        made = Crowd(tmp_path, ending)
        made.surroundings = {
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
        for kind in made.ports:
            made.start_peer(kind)
        settings.SMTP_HOST, settings.SMTP_PORT = "127.0.0.1", made.ports["smtp"]
        settings.NOTIFY_URL = f"http://127.0.0.1:{made.ports['notify']}"
        made.surroundings |= {
            **environment(type("Room", (), {"port": made.ports["smtp"]})),
            "KITH_FOLDER": django_settings.DATA_FOLDER,
            "KITH_SMS_BY": "notify",
            "KITH_NOTIFY_KEY": KEY,
            "KITH_NOTIFY_URL": settings.NOTIFY_URL,
            "KITH_NOTIFY_SMS_TEMPLATE": TEMPLATES["sms"],
            "KITH_SETTLES_SECONDS": "2",
            "KITH_LOG": "ERROR",
        }
        yield made


def queued(many: int, worker) -> None:
    """Send messages as a worker does, each second one by text, to several families."""
    readers = []
    for number in range(CASES):
        case = make.case(worker, reference=f"OB-{number:05}")
        reader = make.participant(case, worker)
        mail = make.email_of(reader, worker, f"reader{number}@example.org")
        readers.append((case, reader, mail, make.way_of(reader, worker, "phone", f"07700 9001{number:02}")))
    for first in range(0, many, AT_ONCE):
        with scoped(worker_id=worker.id):
            for number in range(first, min(first + AT_ONCE, many)):
                case, reader, mail, phone = readers[number % CASES]
                way = f"sms:{phone.id}" if number % 2 else f"email:{mail.id}"
                said = f"Message {number}."
                actions.send_message(
                    case=case, reader=reader, subject=said, text=said, way=way, by=worker, at=clock.now()
                )


def waiting(worker) -> int:
    with scoped(worker_id=worker.id):
        return Outbox.objects.filter(state__in=["held", "queued", "sending"]).count()


def hurry(worker) -> None:
    """Let what waits for another try be tried now."""
    with scoped(worker_id=worker.id):
        Outbox.objects.filter(state="queued", next_try_at__gt=clock.now()).update(next_try_at=clock.now())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'")


def arrived(place: Path) -> Counter:
    """Count how often each reference reached a service."""
    found = Counter()
    for path in (place / "smtp").glob("*.eml"):
        found.update(
            line[12:].strip().decode() for line in path.read_bytes().splitlines() if line[:11] == b"Message-ID:"
        )
    found.update(json.loads(line)["reference"] for line in (place / "notify").read_bytes().splitlines())
    return found


def report(first: str, said: Counter) -> None:
    lines = [
        f"{channel:<6} {state:<8} arrived {times}: {many}" for (channel, state, times), many in sorted(said.items())
    ]
    sys.stdout.write("\n".join(["", first, *lines, ""]))


@pytest.mark.drill
@pytest.mark.timeout(120 + MESSAGES + 5 * KILLS)
def test_drained_under_kills_no_message_is_lost_and_none_is_doubled(crowd, capsys):
    chance, worker = random.Random(SEED), make.worker("Amal Tester")
    began = time.monotonic()
    queued(MESSAGES, worker)
    made_in, began = time.monotonic() - began, time.monotonic()
    crowd.open_nursery()
    for _ in range(WORKERS):
        crowd.start_worker()
    killed = Counter()
    for number in range(KILLS):
        time.sleep(chance.uniform(*BETWEEN))
        what = chance.choice(["worker", "worker", "worker", "smtp", "notify"])
        crowd.kill(what, chance)
        killed[what] += 1
        if number % 10 == 9:
            hurry(worker)
    until = time.monotonic() + 60 + MESSAGES
    while waiting(worker) and time.monotonic() < until:
        hurry(worker)
        time.sleep(0.3 if MESSAGES < 1000 else 2)
    took = time.monotonic() - began
    with scoped(worker_id=worker.id):
        rows = list(Outbox.objects.values_list("reference", "message__channel", "state"))
    reached = arrived(crowd.place)
    said = Counter((channel, state, reached[reference]) for reference, channel, state in rows)
    if MESSAGES > 100:
        with capsys.disabled():
            report(f"{MESSAGES} queued in {made_in:.0f} s, drained in {took:.0f} s; killed {dict(killed)}", said)
    assert len(rows) == MESSAGES
    assert max(reached.values()) == 1, "a message was doubled"
    assert set(reached) <= {reference for reference, _, _ in rows}
    assert {(state, times) for channel, state, times in said if channel == "sms"} == {("sent", 1)}
    assert {(state, times) for channel, state, times in said if channel == "email"} <= {
        ("sent", 1),
        ("unsure", 0),
        ("unsure", 1),
    }
