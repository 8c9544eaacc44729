"""What a timeline is narrowed to: each filter alone, all together, mistyped words, and nothing left."""

import re
from datetime import date

import pytest
from django.http import QueryDict

from kith.core.transactions import scoped
from kith.home import forms
from kith.home.queries.filters import choices_of
from kith.home.rules import Filters
from kith.home.tests import world as worlds
from kith.home.tests.reading import link, main_part, page, texts

pytestmark = pytest.mark.django_db


def test_person_is_what_they_say_what_is_about_them_and_what_is_sent_to_them(world):
    world.everything()
    person = f"p-{world.lena.id}"

    assert [row.title for row in page(world, person=person, order="oldest").rows] == [
        "The child's words",
        "Lena (“Mum”)",
        "Lena (“Mum”)",
        "Lena (“Mum”)",
        "Message to Lena",
    ]


def test_a_speaker_nobody_mapped_is_found_by_the_name_as_found(world):
    world.everything()
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        people = dict(choices_of(world.case).people)
    (value,) = [value for value, words in people.items() if "Uncle Bo" in words]

    assert people[value] == "“Uncle Bo” (as found in E1)"
    assert texts(world, person=value) == ["I can pick her up from the half-term club, lena@example.org knows"]


def test_kind(world):
    world.everything()

    assert {row.source.text for row in page(world, kind=("decision", "message")).rows} == {"[Decision]", "[Message]"}
    assert len(page(world, kind=("item",)).rows) == 7


def test_source(world):
    one = world.everything()
    worlds.lay_out(world.case, world.amal, ["from another"])

    assert len(page(world, source=str(one.id)).rows) == 7


def test_days_are_those_of_the_agencys_clocks(world):
    world.chat()

    assert len(texts(world, from_on=date(2026, 3, 26))) == 4
    assert len(texts(world, until_on=date(2026, 3, 25))) == 3
    assert len(texts(world, from_on=date(2026, 3, 25), until_on=date(2026, 3, 25))) == 3


def test_hours_wrap_past_midnight(world):
    world.chat()

    assert texts(world, from_hour=22, until_hour=6) == [
        "please stop, Zoë is asleep",
        '<script>alert("school")</script> & more',
    ]
    assert texts(world, from_hour=2, until_hour=3) == ["please stop, Zoë is asleep"]


def test_words(world):
    world.chat()

    assert texts(world, words="zoe asleep") == ["please stop, Zoë is asleep"]
    assert texts(world, words='"asleep zoe"') == []


def test_filters_together(world):
    one = world.everything()
    asked = {"person": f"p-{world.lena.id}", "kind": ("item",), "source": str(one.id), "from_on": date(2026, 3, 26)}
    asked |= {"until_on": date(2026, 3, 26), "from_hour": 22, "until_hour": 6}

    assert texts(world, **asked) == ["please stop, Zoë is asleep"]
    assert texts(world, **asked, words="stop") == ["please stop, Zoë is asleep"]
    assert texts(world, **asked, words="school") == []


def test_filters_are_chips_that_can_be_cleared_one_by_one(world, look):
    world.everything()
    asked = {"person": f"p-{world.lena.id}", "kind": ["item", "entry"], "from_on-day": "1", "from_on-month": "3"}
    asked |= {"from_on-year": "2026", "from_hour": "22", "until_hour": "6", "words": "stop"}

    content = look(**asked)
    assert len(re.findall("moj-filter__tag", content)) == 6
    left = look(link(content, "Between 22:00 and 06:00"))
    assert "Between 22:00" not in left and "Person: Lena (mother)" in left
    assert "moj-filter__tag" not in look(link(content, "Clear filters"))


def test_an_address_says_what_the_form_says(world):
    filters = Filters(
        words='a "b c"',
        person=f"p-{world.lena.id}",
        kind=("entry", "item"),
        from_on=date(2026, 3, 1),
        until_on=date(2026, 3, 9),
        from_hour=22,
        until_hour=0,
        order="oldest",
        undated=True,
    )
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        form = forms.TimelineFilter(choices_of(world.case), QueryDict(filters.address("").lstrip("?")))
        assert form.is_valid(), form.errors
        assert form.filters() == filters


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"from_on-day": "31", "from_on-month": "2", "from_on-year": "2026"}, "From must be a real date"),
        ({"from_hour": "6", "until_hour": "6"}, "The two hours must differ"),
        ({"person": "p-nobody"}, "Select"),
        ({"source": "x'; DROP TABLE record_case"}, "Select"),
    ],
)
def test_what_cannot_be_read_filters_nothing_and_says_so(world, look, asked, error):
    world.entry("still here")

    content = look(**asked)
    assert error in content and "There is a problem" in content
    assert "still here" in content and "Showing only" not in content


def test_until_before_from_is_refused(world, look):
    asked = {"from_on-day": "2", "from_on-month": "3", "from_on-year": "2026"}
    asked |= {"until_on-day": "1", "until_on-month": "3", "until_on-year": "2026"}

    content = look(**asked)
    assert "Until must be the same as or after From" in content and "Showing only" not in content


def test_a_mistyped_word_is_mended_and_said(world, look):
    world.chat()

    content = look(words="skool")
    assert "No “skool”; looked for: school, schools." in content
    assert re.findall("<mark>(.*?)</mark>", content) == ["schools", "school", "school"]


def test_a_word_like_none_is_said(world, look):
    world.chat()

    content = look(words="xyzzyx school")
    assert "No “xyzzyx” and no word like it" in content and "Nothing found" in content


def test_signs_alone_are_no_words(world, look):
    world.chat()

    content = look(words="&&& !!!")
    assert "Type at least one word" in content and "Are they at school" in content


def test_an_empty_case_says_what_to_do(look):
    content = look()
    assert "Nothing here yet" in content and link(main_part(content), "Write an entry")


def test_filters_that_leave_nothing_say_how_to_clear_them(world, look):
    world.chat()

    content = look(kind="decision")
    assert "Nothing found" in content
    assert "Are they at school" in look(link(main_part(content), "Clear filters"))
