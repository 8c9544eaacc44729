"""Plain words read young, an official's words read old, and nothing odd breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.plain import read
from kith.engines.plain.reading import syllables

PLAIN = "I will come on Thursday at four. We can walk the dog or stay in. You choose. If the day is bad, tell me."
OFFICIAL = (
    "Following consultation with the relevant multi-agency professionals, an assessment of parental capacity will be"
    " undertaken in accordance with statutory responsibilities, notwithstanding considerations identified previously."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("happy", 2),
        ("table", 2),
        ("made", 1),
        ("walked", 1),
        ("wanted", 2),
        ("assessment", 3),
        ("family", 3),
    ]
    + [("responsibility", 6), ("family", 3), ("names", 1), ("houses", 2), ("rhythm", 1), ("shh", 1)],
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_plain_words_read_young_and_an_officials_words_read_old():
    assert read(PLAIN).age <= 8
    assert read(OFFICIAL).age == 18


def test_long_sentences_and_words_are_named_as_they_stand():
    found = read(PLAIN + "\n" + OFFICIAL)
    assert found.long_sentences == (OFFICIAL,)
    assert found.long_words[0] == "consultation"


def test_a_name_is_no_long_word():
    assert read("We saw Alexandria and Evangelina.").long_words == ()


def test_a_few_words_have_no_age():
    assert read("See you on Thursday.").age is None
    assert read("").sentences == 0


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text):
    found = read(text)
    assert found.sentences <= found.words or found.words == 0
    assert found.age is None or 5 <= found.age <= 18


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["a", "a'", "-", "! ", "é-", "a.”"])
def test_time_grows_with_the_length_only(piece):
    read(piece * 300_000)
