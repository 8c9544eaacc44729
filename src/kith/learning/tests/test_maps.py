"""The map of a team: counts alone, of at least eight who share, and nothing by which one person can be told."""

import json

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from kith.core import clock, teams
from kith.core.transactions import scoped
from kith.learning import actions
from kith.learning.testing import say, send, sharers, signed_in, team, worker

NAME = "digital_capabilities"


class World:
    """A team of people who share, its manager, and a hand on the clock of its maps."""

    def __init__(self, superuser, *levels):
        self.superuser = superuser
        self.ben = worker("Ben", "team_manager")
        self.people = sharers(*levels)
        self.team = team(*self.people, manager=self.ben)

    def drawn(self, by=None):
        try:
            at = clock.now()
            actions.draw_map(team_id=self.team, framework=NAME, keys=["skills", "access"], by=by or self.ben, at=at)
        except actions.NoMap:
            return False
        return True

    def shown(self, by=None):
        with scoped(worker_id=(by or self.ben).id), connection.cursor() as cursor:
            cursor.execute("SELECT counted, cells::text FROM kith_learning_map(%s, %s)", [self.team, NAME])
            row = cursor.fetchone()
        return row and (row[0], {each["key"]: (each["how"], each["counts"]) for each in json.loads(row[1])})

    def a_month_passes(self):
        with psycopg.connect(self.superuser, autocommit=True) as owner:
            owner.execute("UPDATE learning_teammap SET taken_at = taken_at - interval '29 days'")

    def joins(self, *levels):
        more = sharers(*levels)
        for each in more:
            teams.join(worker=each, team="Harbour team", at=clock.now())
        return more

    def stops(self, who):
        actions.stop_sharing(framework=NAME, by=who, at=clock.now())


@pytest.fixture
def world(db):
    return lambda *levels: World("", *levels)


@pytest.fixture
def lasting(committed, cluster):
    """A world whose clock can be moved, and into whose tables one can look."""
    return lambda *levels: World(cluster.superuser_url(committed), *levels)


FOUR_AND_FOUR = ["aware"] * 4 + ["confident"] * 4


def test_eight_who_share_make_a_map_and_seven_do_not(world):
    here = world(*FOUR_AND_FOUR[1:])
    assert not here.drawn()
    assert here.shown() is None
    here.joins("aware")
    assert here.drawn()
    assert here.shown() == (8, {"skills": ("levels", [0, 4, 0, 4, 0]), "access": ("levels", [8, 0, 0, 0, 0])})


@pytest.mark.parametrize(
    ("levels", "how", "counts"),
    [
        (["aware"] * 8, "levels", [0, 8, 0, 0, 0]),
        (["aware"] * 7 + ["leads"], "hidden", []),
        (["aware"] * 6 + ["leads"] * 2, "hidden", []),
        (["aware"] * 5 + ["leads"] * 3, "levels", [0, 5, 0, 0, 3]),
        (["aware"] * 4 + ["developing"] + ["confident"] * 2 + ["leads"], "halves", [5, 3]),
    ],
)
def test_a_group_of_one_or_two_is_never_shown_nor_left_over(world, levels, how, counts):
    here = world(*levels)
    assert here.drawn()
    assert here.shown()[1]["skills"] == (how, counts)


def test_when_one_person_joins_no_new_map_shows_what_they_said(lasting):
    here = lasting(*FOUR_AND_FOUR)
    assert here.drawn()
    before = here.shown()
    here.joins("aware")
    assert not here.drawn()  # not within four weeks
    here.a_month_passes()
    assert not here.drawn()  # nor by one, nor by two people
    here.joins("aware")
    assert not here.drawn()
    assert here.shown() == before
    here.joins("aware")
    assert here.drawn()
    assert here.shown()[0] == 11


def test_when_one_changes_what_they_say_no_new_map_tells_it(lasting):
    here = lasting(*FOUR_AND_FOUR)
    here.drawn()
    here.a_month_passes()
    say(here.people[0], "leads")
    assert not here.drawn()
    say(here.people[1], "leads")
    say(here.people[2], "leads")
    assert here.drawn()


def test_whoever_stops_sharing_is_out_of_every_map_at_once_and_leaves_no_trace_in_it(lasting):
    here = lasting(*FOUR_AND_FOUR, "aware")
    here.drawn()
    assert here.shown()[0] == 9
    here.stops(here.people[8])
    assert here.shown() is None
    here.a_month_passes()
    assert not here.drawn()  # without them alone, it would tell what they had said
    with psycopg.connect(here.superuser) as owner:
        (people, left) = owner.execute('SELECT people, "left" FROM learning_teammap').fetchone()
    assert (len(people), left) == (8, 1)


def test_stopping_and_sharing_again_does_not_count_as_other_people(lasting):
    here = lasting(*FOUR_AND_FOUR, "aware")
    here.drawn()
    here.a_month_passes()
    for each in here.people[:3]:
        here.stops(each)
        actions.share(framework=NAME, by=each, at=clock.now())
    here.stops(here.people[8])
    assert not here.drawn()


def test_two_teams_with_nearly_the_same_people_have_not_both_a_map(world):
    here = world(*FOUR_AND_FOUR, "aware")
    here.drawn()
    other = team(*here.people[:8], manager=here.ben, name="Quay team")
    here.team = other
    assert not here.drawn()


def test_whoever_sees_the_map_is_not_counted_in_it(world):
    here = world(*FOUR_AND_FOUR[1:])
    say(here.ben, "aware")
    actions.share(framework=NAME, by=here.ben, at=clock.now())
    assert not here.drawn()


def test_only_who_trains_the_team_draws_or_sees_its_map_and_it_is_in_the_ledger(lasting):
    here = lasting(*FOUR_AND_FOUR)
    educator, passer_by = worker("Eve", "practice_educator"), worker("Cara", "team_manager")
    lead = worker("Dee", "information_governance_lead")
    teams.join(worker=educator, team="Harbour team", at=clock.now())
    for nobody in (passer_by, lead, here.people[0]):
        assert not here.drawn(by=nobody)
    assert here.drawn(by=educator)
    for nobody in (passer_by, lead, here.people[0]):
        assert here.shown(by=nobody) is None
    assert here.shown(by=educator) == here.shown(by=here.ben)
    where = reverse("learning:map", args=[here.team, NAME])
    assert signed_in(passer_by).get(where).status_code == 404
    assert signed_in(here.people[0]).get(where).status_code == 404
    with psycopg.connect(here.superuser) as owner:
        told = "SELECT body::jsonb ->> 'by' FROM core_ledger WHERE body::jsonb ->> 'verb' = 'learning.map_drawn'"
        assert owner.execute(told).fetchall() == [(str(educator.id),)]


def test_no_serving_role_reads_what_maps_are_made_of(world):
    here = world(*FOUR_AND_FOUR)
    here.drawn()
    asked = ["SELECT 1 FROM learning_teammap", f"SELECT learning_counted('{here.team}', '{NAME}')"]
    with scoped(worker_id=here.ben.id), connection.cursor() as cursor:
        for each in asked:
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(each)


def test_the_page_draws_shows_and_says_one_sentence_for_every_no(world):
    here = world(*FOUR_AND_FOUR)
    browser, where = signed_in(here.ben), reverse("learning:map", args=[here.team, NAME])
    assert "There is no map" in browser.get(where).content.decode()
    send(browser, where)
    shown = browser.get(where).content.decode()
    assert "Aware: 4; Confident: 4" in shown
    assert "Nobody has said anything yet of: Meeting professional standards; " in shown
    assert not any(each.name in shown for each in here.people)
    send(browser, where)
    assert "No new map can be drawn now" in browser.get(where).content.decode()


def test_who_left_the_team_takes_the_map_with_them(world):
    here = world(*FOUR_AND_FOUR)
    here.drawn()
    teams.leave(worker=here.people[0], team="Harbour team", at=clock.now())
    assert here.shown() is None
