"""Wherever the questions of a model of reflection are asked, the page says whether anybody has checked them."""

import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kith.core import clock, reference
from kith.core.permissions import Role
from kith.core.reference import actions
from kith.core.reference import queries as kept
from kith.learning.queries.reflecting import reflecting
from kith.learning.testing import author, dilemma, piece, played, seen, signed_in, worker

UNCHECKED = "Nobody has checked this against its source yet"
SET = f'href="{reverse("home:reference_set", args=["reflective_models"])}"'
pytestmark = pytest.mark.django_db


@pytest.fixture
def eda():
    return author("Eda Writer")


def today():
    return clock.now().date()


def check(key):
    row = reference.one("reflective_models", key, on=today())
    seen_as = {"line": row.line, "version": kept.standing_of(kept.versions(row.name, row.line)).number}
    told = {"next_check_on": today() + timedelta(days=90), "why": "read the book", "at": clock.now()}
    actions.check_row(name=row.name, **seen_as, **told, by=worker("Dee", Role.INFORMATION_GOVERNANCE_LEAD))


def where(page, eda):
    if page == "after":
        return reverse("learning:after_play", args=[played(eda, [0, 0]).id])
    if page == "paper":
        return reverse("learning:paper_exercise", args=[dilemma(eda).id])
    return reverse("learning:cpd_write", args=[piece(eda, finished=False).id])


@pytest.mark.parametrize("page", ["after", "paper", "piece"])
def test_the_questions_say_that_nobody_has_checked_them_and_lead_to_reference(eda, page):
    shown = seen(signed_in(eda), where(page, eda))
    above = shown[: shown.index("Now what: what will you do")]
    caution = above[above.rindex(UNCHECKED) :]
    assert SET in caution and "Gibbs" in caution, "it stands above the first of them"


def test_once_all_are_checked_nothing_is_said(eda):
    for row in reference.rows("reflective_models", on=today()):
        check(row.key)
    assert reflecting(today()).cautions == []
    assert SET not in seen(signed_in(eda), where("after", eda))


def test_where_some_are_checked_the_others_are_named():
    check("gibbs")
    (caution,) = reflecting(today()).cautions
    assert caution.startswith("What? So what? Now what?, Kolb") and UNCHECKED in caution and "Gibbs" not in caution


def test_the_file_to_take_away_says_it_too(eda):
    page = signed_in(eda).get(reverse("learning:take_version", args=[dilemma(eda).id])).content.decode()
    data = json.loads(re.search(r'<script id="story" type="application/json">(.*?)</script>', page, re.DOTALL)[1])
    assert [UNCHECKED in each for each in data["cautions"]] == [True]
