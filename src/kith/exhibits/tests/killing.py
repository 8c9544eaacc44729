"""A reading that is killed again and again, at moments nobody chose; used by the suite and for longer campaigns."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from django.conf import settings
from django.db import connections

from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.exhibits.models import Exhibit, Item, Lexicon

_READ = """
import django, sys
django.setup()
from kith.exhibits import jobs
jobs.read_export(case_id=sys.argv[1], exhibit_id=sys.argv[2], worker_id=sys.argv[3])
"""


@dataclass
class Outcome:
    """What is there at the end, and how often the reading was killed in its midst."""

    kills: int
    midway: int
    items: int
    places: int
    words: dict[str, int]
    exhibit: Exhibit


def environment() -> dict[str, str]:
    """Give a process of its own the database and vault of this test."""
    parts = connections["default"].settings_dict
    url = f"postgresql://{parts['USER']}:{parts['PASSWORD']}@/{parts['NAME']}?host={parts['HOST']}&port={parts['PORT']}"
    path = os.pathsep.join(each for each in sys.path if each)
    more = {"DATABASE_URL": url, "KITH_FOLDER": str(settings.DATA_FOLDER), "PYTHONPATH": path}
    return {**os.environ, **more, "DJANGO_SETTINGS_MODULE": "tests.settings", "KITH_LOG": "ERROR"}


def start(one: Exhibit, by: Worker, code: str = _READ) -> subprocess.Popen[bytes]:
    """Begin to read in another process."""
    words = [str(one.case_id), str(one.id), str(by.id)]
    return subprocess.Popen([sys.executable, "-W", "ignore", "-c", code, *words], env=environment())


def campaign(one: Exhibit, by: Worker, *, kills: int, seed: int) -> Outcome:
    """Kill a reading so many times with signal 9, then let it finish; look at what is there."""
    rng = random.Random(seed)
    midway = 0
    for number in range(kills):
        process = start(one, by)
        begun = state_of(one, by).done_items
        deadline = time.monotonic() + 30
        while number % 2 and process.poll() is None and time.monotonic() < deadline:
            if state_of(one, by).done_items > begun:  # every other time at least one batch further
                break
            time.sleep(0.005)
        time.sleep(rng.uniform(0.0, 0.4 if number % 2 else 1.6))
        midway += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert start(one, by).wait(timeout=120) == 0
    return _outcome(one, by, kills, midway)


def state_of(one: Exhibit, by: Worker) -> Exhibit:
    """Look at an exhibit as it is now."""
    with scoped(worker_id=by.id, case_id=one.case_id):
        return Exhibit.objects.get(case_id=one.case_id, id=one.id)


def _outcome(one: Exhibit, by: Worker, kills: int, midway: int) -> Outcome:
    with scoped(worker_id=by.id, case_id=one.case_id):
        items = Item.objects.filter(case_id=one.case_id, exhibit=one)
        words = dict(Lexicon.objects.filter(case_id=one.case_id).values_list("word", "items"))
        places = len(set(items.values_list("member", "start")))
        return Outcome(kills, midway, items.count(), places, words, Exhibit.objects.get(id=one.id))
