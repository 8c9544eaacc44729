"""References of cases cannot be guessed: who does must wait, is noted, and keeps nobody else waiting."""

import json
from datetime import timedelta

import psycopg
import pytest
from django.test import Client

from kith.core import clock
from kith.core.cluster import OWNER
from kith.core.models import FailedSignIn
from kith.core.sign_in import limits
from kith.core.sign_in.waiting import MANY_REFERENCES, REFERENCES, REFERENCES_WHERE_MANY
from kith.record import actions, testing
from kith.record.tests.asking import key, signed_in, words
from kith.record.tests.borough import REASON, WHY, Borough

OFFICE, HOME = "", "198.51.100.9"  # the borough asks from ""
PAGES = {"/cases/open/": {"reason": REASON}, "/cases/open/emergency/": {"why": WHY}}
WAIT = "Too many references that open nothing. Wait 1 minute, or ask who holds the case."


def guess(worker, times, *, place=OFFICE, opens=actions.reach_case, **typed):
    for number in range(times):
        typed = typed or {"reason": REASON}
        assert opens(reference=f"XX-{number}", place=place, by=worker, at=clock.now(), **typed) is None


def ask(client: Client, reference: str, address: str = "/cases/open/"):
    return client.post(address, {"reference": reference, "submit_key": key(), **PAGES[address]})


def let_pass(seconds: int) -> None:
    for row in FailedSignIn.objects.all():
        row.last_at -= timedelta(seconds=seconds)
        row.wait_until -= timedelta(seconds=seconds)
        row.save()


@pytest.mark.parametrize("address", PAGES)
def test_whoever_guesses_waits_and_is_answered_alike_for_what_is_there_and_what_is_not(borough, address):
    guess(borough.tess, REFERENCES.free)
    browser = signed_in(borough.tess)
    pages = [words(ask(browser, each, address)) for each in ("XX-99999", borough.case.reference)]
    assert [WAIT in each for each in pages] == [True, True]
    assert not borough.sees(borough.tess)
    let_pass(REFERENCES.first_seconds)
    assert ask(browser, borough.case.reference, address).status_code == 302
    assert borough.sees(borough.tess)


def test_the_two_pages_count_together_and_a_closed_case_counts_as_an_unknown_one(borough):
    testing.restriction(borough.case, borough.amal)
    for number in range(REFERENCES.free):
        by_turns = {"opens": actions.break_glass, "why": WHY} if number % 2 else {}
        guess(borough.cara, 1, **by_turns) if number else borough.reach(borough.cara)
    with pytest.raises(limits.TooMany):
        borough.reach(borough.cara)


def test_a_right_reference_does_not_begin_the_count_anew(borough):
    guess(borough.tess, REFERENCES.free - 1)
    assert borough.reach(borough.tess) == borough.case.id
    guess(borough.tess, 1)
    with pytest.raises(limits.TooMany):
        borough.reach(borough.tess)


def test_the_wait_grows_to_five_minutes_and_an_hour_without_guesses_forgets_it(borough):
    guess(borough.tess, REFERENCES.free)
    for seconds in (30, 60, 120, 240, 300, 300):
        let_pass(seconds - 5)
        with pytest.raises(limits.TooMany):
            borough.reach(borough.tess)
        let_pass(6)
        guess(borough.tess, 1)
    let_pass(REFERENCES.forget_seconds + 1)
    guess(borough.tess, 1)
    assert borough.reach(borough.tess) == borough.case.id


def test_what_others_guess_keeps_no_colleague_in_the_same_office_waiting(borough):
    for each in range(MANY_REFERENCES // REFERENCES.free):
        guess(testing.worker(f"Guesser {each}"), REFERENCES.free)
    assert borough.reach(borough.tess) == borough.case.id
    guess(borough.gil, REFERENCES_WHERE_MANY.free - 1)  # slips of their own are free
    assert borough.break_glass(borough.gil) == borough.case.id


def test_where_many_were_guessed_fewer_are_free_to_each_and_elsewhere_as_many_as_ever(borough):
    for each in range(MANY_REFERENCES // REFERENCES.free):
        guess(testing.worker(f"Guesser {each}"), REFERENCES.free)
    guess(borough.gil, REFERENCES_WHERE_MANY.free)
    with pytest.raises(limits.TooMany):
        guess(borough.gil, 1)
    guess(borough.gil, 1, place=HOME)
    with pytest.raises(limits.TooMany):
        guess(borough.gil, 1)
    let_pass(REFERENCES_WHERE_MANY.first_seconds * 2)
    assert borough.break_glass(borough.gil) == borough.case.id


def test_the_agencys_chain_says_how_often_and_how_long(committed, cluster):
    borough = Borough()
    guess(borough.tess, REFERENCES.free)
    ask(signed_in(borough.tess), borough.case.reference)
    with psycopg.connect(cluster.url(OWNER, committed)) as connection:
        lines = [json.loads(body) for (body,) in connection.execute("SELECT body FROM core_ledger ORDER BY id")]
    told = [line["facts"] for line in lines if line["verb"] == "case.not_reached"]
    assert [facts["wrong"] for facts in told] == list(range(1, REFERENCES.free + 1))
    assert [facts["wait_seconds"] for facts in told] == [0] * (REFERENCES.free - 1) + [REFERENCES.first_seconds]
    assert "XX-" not in json.dumps(told)
