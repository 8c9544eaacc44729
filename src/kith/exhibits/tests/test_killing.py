"""A worker process may be killed at any moment: nothing is lost, nothing stands twice, and the reading goes on."""

import os
import signal
import time

import pytest
from django.db import connection

from kith.core.jobs import take_up_stalled
from kith.exhibits import testing
from kith.exhibits.models import Exhibit
from kith.exhibits.tests import killing, samples
from kith.record import testing as make

MESSAGES = 40_000
KILLS = int(os.environ.get("KITH_KILLS", "8"))  # `make kills` asks for fifty


def truth(data: bytes) -> int:
    """Count the messages of a made chat without any reader: each begins a line with a date."""
    return sum(line[2:3] == b"/" and line[10:12] == b", " for line in data.split(b"\n"))


@pytest.mark.drill
def test_any_number_of_kills_leaves_what_one_reading_leaves(committed):
    amal = make.worker()
    case, calm = make.case(amal), make.case(amal)
    data = samples.many(MESSAGES)
    undisturbed = testing.exhibit(calm, amal, data)
    assert killing.start(undisturbed, amal).wait(timeout=120) == 0
    expected = killing.campaign(undisturbed, amal, kills=0, seed=0)

    found = killing.campaign(testing.exhibit(case, amal, data), amal, kills=KILLS, seed=20261122)

    assert found.midway >= 3, "too few kills met a reading that was under way: the test proves too little"
    assert found.items == found.places == truth(data) == MESSAGES
    assert found.words == expected.words
    assert found.exhibit.merkle_root == expected.exhibit.merkle_root
    assert found.exhibit.counts == {"message": MESSAGES}


_WORK = """
import django
django.setup()
from kith.config.jobs import work
work(until_empty=True)
"""


@pytest.mark.drill
def test_a_killed_worker_process_is_taken_up_by_the_next(committed):
    amal = make.worker()
    one = testing.exhibit(make.case(amal), amal, samples.many(MESSAGES))
    process = killing.start(one, amal, _WORK)
    deadline = time.monotonic() + 60
    while not killing.state_of(one, amal).done_items and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    cut = killing.state_of(one, amal)
    assert 0 < cut.done_items < MESSAGES

    with connection.cursor() as cursor:  # as if a while had passed
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    take_up_stalled()
    assert killing.start(one, amal, _WORK).wait(timeout=120) == 0

    after = killing.state_of(one, amal)
    assert (after.state, after.done_items) == (Exhibit.State.READ, MESSAGES)
    assert after.placed_at is not None


@pytest.mark.parametrize("state", ["read", "kept"])
def test_a_reading_that_is_over_is_not_begun_again(db, case, amal, state):
    one = testing.read(testing.exhibit(case, amal, samples.DAY_FIRST if state == "read" else b"x"), amal)
    assert one.state == state
    assert testing.read(one, amal).read_at == one.read_at
