"""`kith_search` and `kith_near_words`, beside plain queries that leave nothing out."""

import random
from datetime import timedelta

import psycopg.errors
import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core.transactions import scoped
from kith.correspondence import testing as post
from kith.home import rules
from kith.home.queries import line
from kith.home.queries.line import Asked, Person
from kith.home.rules import Stretch
from kith.home.tests import world as worlds
from kith.record import testing as make
from kith.record.models import TimelineRow

pytestmark = pytest.mark.django_db

NEWEST = Stretch(dated=True, descending=True)
OLDEST = Stretch(dated=True, descending=False)
UNDATED = Stretch(dated=False, descending=False)


def search(by, typed, stretch=NEWEST, most=500, *, after=None, case=None, **asked):
    with scoped(worker_id=by.id, case_id=case and case.id):
        found = Asked(terms=rules.terms_of(typed), **asked)
        return line.stretch_of(found, stretch, after, most)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(codec=None), max_size=60) | st.text("'\"\\*:&|!<>-() aé\u2019\uff07\x00@./", max_size=30))
def test_anything_typed_is_a_tsquery_or_nothing(db, typed):
    asked = rules.tsquery(rules.terms_of(typed))
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_tsquery('simple', %s)::text", [asked])
        cursor.fetchone()


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text("abc'\\&|!: ", min_size=1, max_size=5), min_size=1, max_size=4))
def test_nothing_typed_becomes_an_operator(db, words):
    """Every word asks for its own letters alone: a text of exactly these words is found."""
    typed = " ".join(words)
    asked = rules.tsquery(rules.terms_of(typed))
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_words(%s) @@ to_tsquery('simple', %s), %s = ''", [typed, asked, asked])
        found, is_nothing = cursor.fetchone()
    assert found or is_nothing


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("zoe", "Zoë sleeps"),
        ("ZOË", "zoe sleeps"),
        ("привет", "Привет!"),
        ("lena@example.org", "write to lena@example.org today"),
        ("half-term", "the half-term club"),
        ("half-term", "the half term club"),
        ("o'clock", "four o'clock"),
        ("fire", "the ﬁre"),
        ("scho*", "preschool schooling"),
        ('"blue coat"', "her blue coat"),
        ("07700900123", "ring 07700900123 now"),
        ("www.example.org", "see www.example.org/terms"),
        ("lena", "write to lena@example.org"),
        ("school", "<school> is out"),
        ("thanks", "ok.thanks"),
        ("father", "mother/father"),
        ("photo", "photo-001_b.jpg"),
        ("447700900123", "ring +447700900123"),
        ("+44 7700 900123", "ring +44 7700 900123"),
        ("amp", "a &amp; b"),
    ],
)
def test_words_are_found_as_people_write_them(world, typed, text):
    world.entry(text)

    assert len(search(world.amal, typed)) == 1


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("school bus", "the school"),
        ('"coat blue"', "her blue coat"),
        ("schoo", "school"),
        ("scho* bus", "school"),
        ("a&b", "b&a"),
    ],
)
def test_what_does_not_hold_every_word_is_not_found(world, typed, text):
    world.entry(text)

    assert search(world.amal, typed) == []


def test_everything_of_a_case_is_searched(world):
    world.everything()

    kinds = [key.kind for key in search(world.amal, "school*")]
    assert sorted(kinds) == ["decision", "item", "item", "item"]
    assert [key.kind for key in search(world.amal, "school", UNDATED)] == ["entry"]
    assert [key.kind for key in search(world.amal, "thursday")] == ["message"]
    assert [key.kind for key in search(world.amal, "aunt")] == ["decision"]


def laid_out(world, count=400):
    """Lay out items with words of every frequency, many of one time, some without."""
    dice = random.Random(5)
    texts, when = [], []
    for number in range(count):
        words = ["all"] + ["half"] * (number % 2) + ["tenth"] * (number % 10 == 0) + ["once"] * (number == 7)
        texts.append(" ".join(dice.sample(words, len(words))))
        when.append(None if number % 11 == 0 else worlds.BEGIN + timedelta(hours=number // 4))
    return worlds.lay_out(world.case, world.amal, texts, at=when, speakers=("Mum", "Tom", "Bo"))


def plain(world, word, stretch, wanted=lambda row: True):
    """Find what a search should find, by reading every row."""
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        rows = list(TimelineRow.objects.filter(case=world.case, at__isnull=not stretch.dated))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT exhibit_id, start FROM exhibits_item WHERE %s = ANY (string_to_array(text, ' '))", [word]
            )
            has_word = set(cursor.fetchall())
    rows = [row for row in rows if (row.source_id, row.position) in has_word and wanted(row)]
    rows.sort(
        key=lambda row: (row.at or worlds.BEGIN, row.source_id.int, row.member, row.position),
        reverse=stretch.descending,
    )
    return [row.position for row in rows]


def positions(keys):
    return [key.place.position for key in keys]


@pytest.mark.parametrize("word", ["all", "half", "tenth", "once", "none"])
@pytest.mark.parametrize("stretch", [NEWEST, OLDEST, UNDATED, UNDATED.back])
def test_a_word_is_found_wherever_it_is_however_common(world, word, stretch):
    laid_out(world)

    assert positions(search(world.amal, word, stretch)) == plain(world, word, stretch)


@pytest.mark.parametrize("word", ["all", "tenth"])
@pytest.mark.parametrize("stretch", [NEWEST, OLDEST, UNDATED])
def test_pages_by_key_miss_nothing_and_repeat_nothing(world, word, stretch):
    laid_out(world)
    whole = positions(search(world.amal, word, stretch))

    found, after = [], None
    while page := search(world.amal, word, stretch, most=7, after=after):
        found += positions(page)
        after = page[-1].place
    assert found == whole


@pytest.mark.parametrize("word", ["all", "tenth"])
def test_each_filter_narrows_a_search(world, word):
    one = laid_out(world)
    world.entry(f"{word} of an entry")
    from_at, until_at = worlds.BEGIN + timedelta(hours=10), worlds.BEGIN + timedelta(hours=50)
    tried = [
        ({"kinds": ["item"]}, lambda row: True),
        ({"kinds": ["item"], "hours": [22, 23, 0]}, lambda row: row.hour in (22, 23, 0)),
        ({"sources": [one.id]}, lambda row: True),
        ({"sources": []}, lambda row: False),
        ({"person": Person(speakers=[(one.id, 1)])}, lambda row: row.speaker == 1),
        (
            {"person": Person(speakers=[(one.id, 0), (one.id, 2)]), "hours": [9]},
            lambda row: row.speaker in (0, 2) and row.hour == 9,
        ),
        ({"person": Person(speakers=[])}, lambda row: False),
        ({"kinds": ["item"], "from_at": from_at, "until_at": until_at}, lambda row: from_at <= row.at < until_at),
    ]
    for asked, wanted in tried:
        assert positions(search(world.amal, word, **asked)) == plain(world, word, NEWEST, wanted), asked


def test_a_participants_things_are_what_they_say_what_is_about_them_and_what_is_sent_to_them(world):
    one = worlds.lay_out(world.case, world.amal, ["here we are", "here I am"], speakers=("Mum", "Tom"))
    world.entry("here is Lena", about=[world.lena])
    world.entry("here is Tom", about=[world.tom])
    world.message("I was here")

    asked = {"person": Person(speakers=[(one.id, 0)], participant_id=world.lena.id)}
    assert sorted(key.kind for key in search(world.amal, "here", **asked)) == ["entry", "item", "message"]


def test_another_workers_cases_are_searched_by_nobody_else(world):
    other = make.case(world.cara)
    world.entry("the secret school", by=world.cara, case=other)
    worlds.lay_out(other, world.cara, ["secret school"] * 60)
    worlds.lay_out(world.case, world.amal, ["secret school"] * 60)

    assert {key.case_id for key in search(world.amal, "secret school")} == {world.case.id}
    assert {key.case_id for key in search(world.cara, "secret school")} == {other.id}
    assert search(world.cara, "secret school", case=world.case) == []
    assert len(search(world.cara, "secret school")) == 61


def test_a_case_that_is_named_is_searched_alone(world):
    other = make.case(world.amal)
    world.entry("school here")
    world.entry("school there", case=other)

    assert len(search(world.amal, "school")) == 2
    assert [key.case_id for key in search(world.amal, "school", case=other)] == [other.id]


def test_without_a_worker_nothing_is_searched(world):
    world.entry("school")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.worker', '', true)")

    found = line.stretch_of(Asked(terms=rules.terms_of("school")), NEWEST, None, 10)
    assert found == []


def near(by, word):
    with scoped(worker_id=by.id):
        return [(term.is_unknown, list(term.near)) for term in line.settled(rules.terms_of(word))]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("skool", ["school", "schools"]),
        ("shcool", ["school", "schools"]),
        ("thursdy", ["thursday"]),
        ("fone", ["phone"]),
        ("xyzzyx", []),
        ("skool*", None),
        ('"skool"', None),
        ("school", None),
        ("SCHÖOL", None),
        ("gp", []),
        ("07700900124", None),
    ],
)
def test_a_mistyped_word_is_replaced_by_its_near_words(world, typed, found):
    worlds.lay_out(world.case, world.amal, ["school", "school", "schools", "phone 07700900123"])
    world.entry("come on Thursday")

    assert near(world.amal, typed) == [(found is not None, found or [])]


def test_a_word_of_an_entry_or_a_message_is_known(world):
    world.entry("Quorndon")
    world.message("Sheringham")

    assert near(world.amal, "quorndon sheringham") == [(False, []), (False, [])]
    assert near(world.amal, "quordon") == [(True, ["quorndon"])]


def test_what_came_in_is_found_and_its_words_are_known_in_their_case_alone(world):
    came = post.reply(world.message(), world.amal, text="Sheringham at noon", subject="The pier")
    for words in ("sheringham", "pier noon", "sheri*"):
        assert [key.place.source_id for key in search(world.amal, words)] == [came.id], words
    assert [key.kind for key in search(world.amal, "sheringham", kinds=["received"])] == ["received"]
    assert search(world.amal, "sheringham", kinds=["entry", "message"]) == []
    assert near(world.amal, "sheringam") == [(True, ["sheringham"])]
    assert search(world.cara, "sheringham") == []
    assert near(world.cara, "sheringam") == [(True, [])]


def test_near_words_of_another_workers_cases_are_not_told(world):
    worlds.lay_out(make.case(world.cara), world.cara, ["quorndon"])

    assert near(world.amal, "quornden") == [(True, [])]
    assert near(world.cara, "quornden") == [(True, ["quorndon"])]


def test_the_owners_own_functions_are_closed_to_the_app(world):
    with scoped(worker_id=world.amal.id):
        for call in ("kith_cases_to_walk('{}', '{}', 1)", "kith_written('{}')"):
            with pytest.raises(ProgrammingError) as refused, transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SELECT {call}")
            assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege)
