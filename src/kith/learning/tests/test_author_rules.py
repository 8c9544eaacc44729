"""What an author may write: keys, files and names, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.dilemmas.head import head_of
from kith.engines.dilemmas.tests.sample import INK, story
from kith.learning.rules.authors import NoKey, NotAnInkFile, colleagues_named, key_of, too_long, words_of

PERSONS = story().head.persons


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("The page before", "the-page-before"),
        ("Dana's  note, 2!", "danas-note-2"),
        ("Café", "caf"),
        ("x" * 80, "x" * 60),
        ("-- a --", "a"),
    ],
)
def test_a_key_is_made_of_a_title(title, key):
    assert key_of(title) == key


@pytest.mark.parametrize("title", ["", "…", "дом"])
def test_a_title_without_a_letter_gives_no_key(title):
    with pytest.raises(NoKey):
        key_of(title)


@given(st.text(alphabet=st.characters(exclude_characters="\0\r\N{ZERO WIDTH NO-BREAK SPACE}", codec="utf-8")))
def test_words_come_out_of_a_file_as_they_were_put_in(text):
    data = text.encode()
    if text.strip():
        assert words_of(data, len(data)) == text
    else:
        with pytest.raises(NotAnInkFile):
            words_of(data, len(data))


@given(st.binary())
def test_any_bytes_are_words_or_refused_in_a_sentence(data):
    try:
        assert "\r" not in words_of(data, len(data))
    except NotAnInkFile as refusal:
        assert str(refusal).endswith(".")


def names(*colleagues: str, ink: str = INK) -> list[str]:
    return [each.says.split("'")[1] for each in colleagues_named(ink, PERSONS, colleagues)]


@pytest.mark.parametrize(
    ("colleague", "found"),
    [
        ("Marek Oduya", ["Marek"]),
        ("Ann Theo", ["Theo"]),
        ("DANA", ["Dana"]),
        ("Ann Other", []),
        ("Ed Photograph-Phone", []),
        ("You There", []),
        ("Mr Al Fennby", []),
    ],
)
def test_a_person_of_a_story_bears_no_word_of_a_colleagues_name(colleague, found):
    assert names(colleague) == found


def test_a_colleagues_whole_name_stands_nowhere():
    told = INK.replace("Everybody can see it", "Ann  Other's mother can see it")
    assert names("Ann Other", "An Nother", ink=told) == ["Ann Other"]
    assert [each.line for each in colleagues_named(told, PERSONS, ["Ann Other"])] == [23]


def test_what_the_list_has_no_room_for_is_named():
    head = head_of([f"title: {'x' * 201}", f"says: {'y' * 500}"])
    assert [each.says for each in too_long(head, INK)] == ["`# title:` has 201 characters; 200 is the most"]
