"""Searching all of a worker's cases."""

import html
import json
import re

import pytest
from django.urls import reverse

from kith.core.models import LedgerRow
from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.home.queries.search import SHOWN
from kith.home.tests import world as worlds
from kith.record import testing as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(world, client):
    """Search as Amal, or as somebody else."""

    def get(words="", _address="", by=None):
        client.force_login(by or world.amal)
        answer = client.get(_address or reverse("home:search"), {} if _address else {"q": words})
        assert answer.status_code == 200
        return answer.content.decode()

    return get


def links(content):
    return {
        re.sub(r"<[^>]*>", "", words): html.unescape(href)
        for href, words in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', content, re.DOTALL)
    }


def opened_by_search(case, by):
    with scoped(worker_id=by.id):
        bodies = [json.loads(row.body) for row in LedgerRow.objects.filter(chain=case.id)]
    return sum(body["verb"] == "case.opened" and body["facts"]["page"] == "home:search" for body in bodies)


def test_results_stand_under_their_case(world, look):
    world.everything()
    other = make.case(world.amal, family_name="Thornby")
    world.entry("the school rang", case=other)

    content = look("school")
    assert re.findall(r"<h2[^>]*><a [^>]*>(\w+)</a> <span[^>]*>([\w-]+)</span>", content) == [
        ("Marrow", world.case.reference),
        ("Thornby", other.reference),
    ]
    assert re.findall("<mark>(.*?)</mark>", content) == ["school", "school", "school", "school", "school"]
    assert "[E1, line 2]" in content and "nobody remembers when" in content


def test_a_result_leads_to_its_place_and_to_its_case_alone(world, look):
    one = world.everything()

    found = links(look("zoe asleep"))
    assert found["[E1, line 4]"].startswith(f"/cases/{world.case.id}/exhibits/{one.id}/items/0/")
    (within,) = [href for words, href in found.items() if words.startswith("Search this case alone")]
    assert within == f"/cases/{world.case.id}/timeline/?words=zoe+asleep"


def test_words_are_escaped_and_only_what_was_looked_for_is_marked(world, look):
    world.entry('<b onclick="x">school</b> <mark>not this</mark>')

    content = look("school")
    assert "&lt;b onclick=&#34;x&#34;&gt;<mark>school</mark>&lt;/b&gt; &lt;mark&gt;not this&lt;/mark&gt;" in content


def test_a_mistyped_word_is_said(world, look):
    world.everything()

    assert "No “skool”; looked for: school, schools." in look("skool")


def test_nothing_found_says_what_to_try(world, look):
    world.everything()

    assert "Nothing in your cases holds all of these words" in look("school zoe thursday")


def test_before_anything_is_typed_nothing_is_missing(world, look):
    world.everything()

    content = look()
    assert "Nothing in your cases" not in content and "Type at least" not in content


@pytest.mark.parametrize(
    ("theirs", "nobodys"),
    [
        ("school", "zzzzzz"),
        ("schol", "zzzzz"),
        ("quorndon", "zzzzzzzz"),
        ("quorn*", "zzzzz*"),
        ('"quorndon school"', '"zzzzzzzz zzzzzz"'),
    ],
)
def test_cara_finds_nothing_of_amals_and_no_hint_of_it(world, look, theirs, nobodys):
    """What stands in Amal's case and what stands nowhere are answered with the same page, letter for letter."""
    world.everything()
    worlds.lay_out(world.case, world.amal, ["quorndon school"] * 80)

    answers = [
        look(words, by=world.cara).replace(html.escape(words).replace("&quot;", "&#34;"), "W")
        for words in (theirs, nobodys)
    ]
    assert answers[0] == answers[1]
    assert "Nothing in your cases" in answers[0]


def test_pages_go_on_to_what_has_no_date_and_back(world, look):
    when = [None] * 10 + [worlds.BEGIN] * (SHOWN * 2)
    worlds.lay_out(world.case, world.amal, [f"all {n}" for n in range(len(when))], at=when)
    world.entry("all of it", None, happened_text="who knows")

    seen, content, firsts = [], look("all"), []
    while True:
        seen += re.findall(r'id="(at-[^"]*)"', content)
        firsts.append(re.findall(r'id="(at-[^"]*)"', content)[0])
        if "Older" not in links(content):
            break
        content = look(_address=links(content)["Older"])
    assert len(seen) == len(set(seen)) == SHOWN * 2 + 11
    back = look(_address=links(content)["Newer"])
    assert re.findall(r'id="(at-[^"]*)"', back)[0] == firsts[-2]


def test_each_case_that_is_shown_keeps_that_it_was(world, look):
    other, third = make.case(world.amal), make.case(world.amal)
    world.entry("school")
    world.entry("school", case=other)
    world.entry("home", case=third)

    look("school")
    assert [opened_by_search(case, world.amal) for case in (world.case, other, third)] == [1, 1, 0]


def test_nothing_shown_leaves_no_trace(world, look):
    world.entry("home")

    look("school")
    assert opened_by_search(world.case, world.amal) == 0


def test_a_role_that_opens_no_case_has_no_search(world, client):
    client.force_login(make.worker("Ivy Admin", Role.IT_ADMIN))

    assert client.get(reverse("home:search")).status_code == 404


def test_no_word_reaches_a_log(world, look, caplog):
    world.everything()
    caplog.clear()
    caplog.set_level("DEBUG", logger="kith")

    look("quorndonschool")
    assert "quorndon" not in caplog.text
