"""How the lines of two exports are compared and paired: rules alone."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from kith.exhibits import matching
from kith.exhibits.matching import Echo, Line

NOON = datetime(2024, 4, 25, 12, tzinfo=UTC)
LONG_ONE = "please do not come to the house"


def line(words, minutes=0.0, speaker=None, person=None):
    return Line(words, NOON + timedelta(minutes=minutes), speaker, person)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("message", "Where are  you?"), ("message", "\N{LEFT-TO-RIGHT MARK}where are you?")),
        (("message", "Traffic\nas always"), ("message", "Traffic as always ")),
        (("call", "Missed voice call"), ("call", "Voice call, no answer")),
        (("message", "This message was deleted", ("deleted",)), ("message", "You deleted it", ("deleted", "by_you"))),
        (("message", "IMG-1.jpg (file attached)", ("media",), "IMG-1.jpg"), ("message", "image omitted", ("omitted",))),
    ],
)
def test_the_same_line_in_two_telephones_words_is_compared_alike(one, two):
    assert matching.compared(*one) == matching.compared(*two) != ""


@pytest.mark.parametrize("kind", ["system", "file", "unread"])
def test_what_a_telephone_writes_for_itself_is_not_compared(kind):
    assert matching.compared(kind, "Your security code changed") == ""


def test_words_that_look_like_a_mark_are_words():
    assert matching.compared("message", "This message was deleted") != matching.compared("message", "", ("deleted",))
    assert matching.compared("message", "call") != matching.compared("call", "call")


def echoes(**by_hours):
    return [
        Echo(f"line {n}", int(name.strip("hm")) * (-1 if "m" in name else 1))
        for name, many in by_hours.items()
        for n in many
    ]


@pytest.mark.parametrize(
    ("found", "hours"),
    [
        ({"h0": range(3)}, 0),
        ({"h0": range(2)}, None),
        ({"h0": (1, 1, 1, 1)}, None),  # one line said again and again is one line
        ({"h5": range(3)}, 5),
        ({"m2": range(4)}, -2),
        ({"h0": range(3), "h5": range(9)}, 0),
        ({"h1": range(4), "h5": range(2)}, None),
        ({"h1": range(8), "h5": range(2)}, 1),
        ({}, None),
    ],
)
def test_three_different_lines_tell_a_conversation_and_its_clock(found, hours):
    assert matching.hours_between(echoes(**found)) == hours


def test_lines_pair_in_order_though_minutes_and_seconds_differ():
    own = [line("ok", 0), line(LONG_ONE, 1), line("ok", 2)]
    other = [line("ok", 0.7), line(LONG_ONE, 1.9), line("ok", 2.2)]
    assert matching.align(own, other) == {0: 0, 1: 1, 2: 2}


def test_of_two_short_lines_the_one_between_the_same_neighbours_is_paired():
    own = [line("ok", 0), line(LONG_ONE, 0.5), line("ok", 1)]
    assert matching.align(own, [line("ok", 0.9), line(LONG_ONE, 0.6)]) == {0: 0, 1: 1}
    assert matching.align(own, [line(LONG_ONE, 0.6), line("ok", 0.9)]) == {1: 0, 2: 1}


def test_of_two_equal_lines_the_nearer_is_paired():
    assert matching.align([line("ok", 0), line("ok", 2)], [line("ok", 1.9)]) == {1: 0}
    assert matching.align([line("ok", 0), line("ok", 2)], [line("ok", 0.1)]) == {0: 0}


@pytest.mark.parametrize(
    ("words", "minutes", "is_one"),
    [("ok", 2, True), ("ok", 2.1, False), (LONG_ONE, 10, True), (LONG_ONE, 10.1, False), ("\0deleted", 3, False)],
)
def test_only_longer_words_are_looked_for_farther_away(words, minutes, is_one):
    assert matching.is_near(line(words), line(words, minutes)) is is_one
    assert bool(matching.align([line(words)], [line(words, minutes)])) is is_one


def test_a_line_without_a_date_is_paired_with_nothing():
    undated = Line(LONG_ONE, None)
    assert matching.align([undated], [line(LONG_ONE)]) == matching.align([line(LONG_ONE)], [undated]) == {}
    assert not matching.is_within(undated, [line("a", -1), line("b", 1)])
    assert matching.places_of([line("a")], [undated], {}) == []


def test_what_is_not_compared_is_paired_with_nothing():
    assert matching.align([line("")], [line("")]) == {}


def test_known_participants_must_agree():
    lena, callum = uuid4(), uuid4()
    assert matching.align([line(LONG_ONE, person=lena)], [line(LONG_ONE, person=callum)]) == {}
    assert matching.align([line(LONG_ONE, person=lena)], [line(LONG_ONE, person=lena)]) == {0: 0}
    assert matching.align([line(LONG_ONE, person=lena)], [line(LONG_ONE)]) == {0: 0}


def test_who_answers_to_whom_is_taken_from_the_lines_themselves():
    own = [line(f"{LONG_ONE} {n}", n, speaker=1) for n in range(3)]
    other = [line(f"{LONG_ONE} {n}", n, speaker=7) for n in range(3)]
    assert matching.align([*own, line("ok", 4, speaker=1)], [*other, line("ok", 4, speaker=8)]) == {0: 0, 1: 1, 2: 2}
    assert len(matching.align([*own, line("ok", 4, speaker=1)], [*other, line("ok", 4, speaker=7)])) == 4
    assert len(matching.align([*own[:1], line("ok", 4, speaker=1)], [*other[:1], line("ok", 4, speaker=8)])) == 2


def test_what_only_the_other_holds_stands_between_its_neighbours():
    own = [line("one", 0), line("two", 10), line("three", 20)]
    other = [line("early", -5), line("one", 0), line("late", 12), line("three", 20), line("", 21), line("last", 30)]
    assert matching.places_of(own, other, {0: 1, 2: 3}) == [(-1, 0), (1, 2), (2, 5)]


def test_order_decides_before_time():
    own = [line("one", 0), line("two", 10)]
    other = [line("one", 0), line("late clock", 15), line("two", 10)]
    assert matching.places_of(own, other, {0: 0, 1: 2}) == [(0, 1)]


def test_within_is_after_a_line_and_before_another():
    other = [line("a", 0), line("b", 10)]
    assert [matching.is_within(line("x", at), other) for at in (-1, 0, 5, 10, 11)] == [False, False, True, False, False]
    assert not matching.is_within(line("x"), [])


def test_the_same_longer_words_are_found_at_another_time():
    other = [line(LONG_ONE, 100), line(LONG_ONE, 200), line("ok", 300)]
    assert matching.same_words_elsewhere(line(LONG_ONE), other, {}) == 0
    assert matching.same_words_elsewhere(line(LONG_ONE), other, {5: 0}) == 1
    assert matching.same_words_elsewhere(line(LONG_ONE), other, {5: 0, 6: 1}) is None
    assert matching.same_words_elsewhere(line("ok"), other, {}) is None
    assert matching.same_words_elsewhere(line("\0deleted, and long"), [line("\0deleted, and long")], {}) is None
