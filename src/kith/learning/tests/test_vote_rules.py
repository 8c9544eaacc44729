"""What may happen next in a vote, and how few answers are shown: values alone."""

import pytest

from kith.learning.rules.votes import (
    CODE_LENGTH,
    LETTERS,
    NotOpened,
    answered_words,
    by_most,
    caution,
    check_may_open,
    hundredths,
    plain_code,
    spoken,
)


def test_letters_of_a_code_make_no_word_and_none_looks_like_another():
    assert not set(LETTERS) & set("AEIOUY") and not set(LETTERS) & set("LNQSV")
    assert len(LETTERS) ** CODE_LENGTH > 10_000_000 and len(set(LETTERS)) == len(LETTERS)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("bcd fgh", "BCDFGH"), (" BCD-FGH ", "BCDFGH"), ("BCDFG", ""), ("BCDFGA", ""), ("", ""), ("BCDFGHJ", "")],
)
def test_a_code_is_read_however_it_is_typed(typed, code):
    assert plain_code(typed) == code
    assert not code or plain_code(spoken(code)) == code


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"has_door": False}, "KITH_FAMILY_DATABASE_URL"),
        ({"has_one": True}, "of yours is open already"),
        ({"open_now": 30}, "as many as there may be"),
    ],
)
def test_a_vote_is_opened_unless_something_is_in_the_way(said, why):
    fine = {"open_now": 29, "has_one": False, "has_door": True}
    check_may_open(**fine)
    with pytest.raises(NotOpened, match=why):
        check_may_open(**{**fine, **said})


def test_what_most_chose_comes_first_and_a_tie_stays_as_the_story_has_it():
    assert by_most([1, 4, 0, 4]) == [1, 3, 0, 2]
    assert by_most([]) == []


def test_bars_are_parts_of_a_hundred():
    assert hundredths([2, 1]) == [67, 33]
    assert hundredths([0, 0]) == [0, 0]


def test_few_answers_are_warned_of_and_fewer_are_not_shown():
    assert "no split is shown" in caution(0) and "no split is shown" in caution(1)
    assert "knows what the other chose" in caution(2) and caution(3) == ""
    assert [answered_words(each) for each in (0, 1, 7)] == [
        "Nobody has answered yet",
        "1 has answered",
        "7 have answered",
    ]
