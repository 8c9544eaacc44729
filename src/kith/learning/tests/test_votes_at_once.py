"""Phones and a facilitator at the same moment, on a real PostgreSQL: nothing is counted twice, and nothing is lost."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connections

from kith.core import clock
from kith.core.transactions import scoped
from kith.learning.actions import phones, votes
from kith.learning.models import Gathering
from kith.learning.testing import dilemma, gathering, worker


@pytest.fixture
def amal(committed):
    return worker()


def at_once(*tasks: Callable[[], object]) -> list[object]:
    """Run each in a thread and a connection of its own, all let go at one moment; gives what came of each, in order."""
    gate, came = threading.Barrier(len(tasks)), [None] * len(tasks)

    def run(number: int, task: Callable[[], object]) -> None:
        gate.wait()
        try:
            came[number] = task()
        except Exception as problem:
            came[number] = problem
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(tasks)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return came


def voting(made: Gathering, number: int, chosen: int, turn: int = 1) -> Callable[[], object]:
    def send() -> str:
        phones.vote(code=made.code, phone=number.to_bytes(32, "big"), turn=turn, chosen=chosen)
        return "kept"

    return send


def closing(made: Gathering, by) -> Callable[[], object]:
    return lambda: votes.close_question(gathering_id=made.id, turn=1, by=by, at=clock.now())


def splits(made: Gathering, by) -> list[dict[str, object]]:
    with scoped(worker_id=by.id):
        return Gathering.objects.get(id=made.id).splits


def test_phones_that_vote_at_one_moment_are_each_counted_once(amal):
    made = gathering(amal)
    came = at_once(*(voting(made, number, number % 2) for number in range(12)))
    assert came == ["kept"] * 12
    votes.close_question(gathering_id=made.id, turn=1, by=amal, at=clock.now())
    assert splits(made, amal) == [{"answered": 12, "counts": [6, 6]}]


def test_one_phone_in_many_tabs_at_one_moment_votes_once(amal):
    made = gathering(amal)
    assert at_once(*(voting(made, 7, chosen % 2) for chosen in range(8))) == ["kept"] * 8
    votes.close_question(gathering_id=made.id, turn=1, by=amal, at=clock.now())
    assert splits(made, amal) == [{"answered": 1, "counts": None}]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_while_the_question_closes_is_counted_and_what_is_not_is_told(amal, seed):
    made = gathering(amal)
    tasks = [voting(made, number, 0) for number in range(10)]
    tasks.insert(seed * 3, closing(made, amal))
    came = at_once(*tasks)
    kept = came.count("kept")
    late = [each for each in came if isinstance(each, phones.NothingCounted)]
    assert kept + len(late) == 10 and all("It was not counted" in str(each) for each in late)
    assert splits(made, amal) == [{"answered": kept, "counts": [kept, 0] if kept > 1 else None}]


def test_two_screens_that_close_at_one_moment_close_once(amal):
    made = gathering(amal)
    for number in range(3):
        voting(made, number, 1)()
    came = at_once(closing(made, amal), closing(made, amal))
    assert Counter(type(each) for each in came) == {Gathering: 1, votes.Elsewhere: 1}
    assert splits(made, amal) == [{"answered": 3, "counts": [0, 3]}]


def test_the_last_place_is_taken_by_one_phone_alone(amal):
    made = gathering(amal)
    for number in range(199):
        voting(made, number, 0)()
    came = at_once(*(voting(made, number, 0) for number in range(300, 306)))
    assert came.count("kept") == 1
    assert [str(each)[:11] for each in came if each != "kept"] == ["Two hundred"] * 5


def test_the_thirtieth_vote_is_opened_once_and_a_worker_opens_one(amal):
    story = dilemma(amal)
    for _ in range(29):
        gathering(worker(), story)
    ben, cara = worker(), worker()
    came = at_once(*(lambda by=each: gathering(by, story) for each in (ben, ben, cara, cara)))
    assert Counter(type(each) for each in came) == {Gathering: 1, votes.NotOpened: 3}
