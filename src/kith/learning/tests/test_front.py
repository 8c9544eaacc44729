"""The door of the room: whoever works here finds it, with what they have open, what is new, and every part of it."""

import re
import uuid

import pytest
from django.urls import reverse

from kith.core import clock, reference
from kith.learning import actions
from kith.learning.queries import front
from kith.learning.testing import gathering, piece, played, seen, send, signed_in, words_of, worker

pytestmark = pytest.mark.django_db
DOOR = "/learning/"


def open_of(who):
    """Give what stands under "Go on with"."""
    shown = seen(signed_in(who), DOOR)
    return words_of(re.search(r"Go on with(.*?)</section>", shown, re.S)[1])


@pytest.mark.parametrize("role", ["la_social_worker", "student_or_nqsw", "it_admin"])
def test_everybody_finds_what_there_is_to_learn(role):
    shown = seen(signed_in(worker(role=role)), DOOR)
    assert "nobody else sees" in shown
    for name in front.PARTS.keys() - {"learning:telling"}:
        assert f'href="{reverse(name)}"' in shown


def test_every_part_stands_in_one_group():
    grouped = [name for names in front.GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(front.PARTS)


def test_whoever_has_nothing_open_is_told_where_to_begin():
    assert open_of(worker()) == "You have nothing open here. To begin with, play a dilemma or read a bite."


def test_what_somebody_has_open_is_there_and_what_is_finished_or_another_s_is_not():
    amal, cara = worker(), worker("Cara Tester")
    half, ended = played(amal, [0]), played(amal, [0, 1])
    piece(amal, finished=False, activity="Supervision")
    piece(amal, activity="A course")
    hers = piece(cara, finished=False, activity="Reading")
    labels = {"learnt": "What you learnt"}
    asked = {"fields": ["learnt"], "labels": labels, "email": amal.email}
    actions.ask_colleague(piece_id=hers.id, by=cara, at=clock.now(), **asked)
    assert open_of(amal) == f"Cara Tester asks for your part Dilemma: {half.dilemma.title} CPD draft: Supervision"
    shown = seen(signed_in(amal), DOOR)
    assert reverse("learning:play", args=[half.id]) in shown and str(ended.id) not in shown
    assert open_of(cara) == "CPD draft: Reading"


def test_a_vote_that_goes_on_is_there_for_whoever_opened_it():
    amal = worker()
    opened = gathering(amal)
    assert open_of(amal) == f"Vote: {opened.dilemma.title}"
    assert open_of(worker("Cara Tester")).startswith("You have nothing open here")


def test_the_newest_of_the_bulletin_is_named_and_leads_to_itself():
    newest = front.headlines(clock.now().date())[0]
    shown = seen(signed_in(worker()), DOOR)
    assert f'href="{newest.href}"' in shown and newest.dated in shown
    assert f'id="{newest.href.partition("#")[2]}"' in seen(signed_in(worker()), reverse("learning:bulletin"))


def test_the_learning_store_is_named_only_where_there_is_one_or_it_is_on(settings):
    amal, where = worker(), reverse("learning:telling")
    assert where not in seen(signed_in(amal), DOOR)
    settings.XAPI_URL, settings.XAPI_HOME = "https://store.example.org/xapi", "https://www.example.org"
    assert where in seen(signed_in(amal), DOOR)
    send(signed_in(amal), where)
    settings.XAPI_URL = ""
    assert where in seen(signed_in(amal), DOOR)


@pytest.mark.parametrize("path", [DOOR, "/learning/figures/", "/learning/help/", "/learning/cpd/"])
def test_the_navigation_marks_learning_on_all_its_pages(path):
    (marked,) = re.findall(r'<a href="([^"]*)" aria-current="(\w+)"', seen(signed_in(worker()), path))
    assert marked == (DOOR, "page" if path == DOOR else "true")


def test_what_is_not_found_marks_no_room():
    answer = signed_in(worker()).get(reverse("learning:play", args=[uuid.uuid4()]))
    assert answer.status_code == 404 and "aria-current" not in answer.content.decode()


def test_a_fake_account_of_me_is_two_presses_from_any_page():
    amal = signed_in(worker())
    helping, fake = reverse("learning:help"), reverse("learning:trouble", args=["fake_account"])
    assert f'href="{helping}"' in seen(amal, "/") and f'href="{fake}"' in seen(amal, helping)
    assert reference.one("troubles", "fake_account", on=clock.now().date()).value["name"] in seen(amal, fake)
