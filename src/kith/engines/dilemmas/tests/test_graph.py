"""A story as numbered scenes plays as the runtime does, and what is said of when a line is told is so."""

from itertools import product

import pytest

from kith.engines.dilemmas import KNOTS, When, graph, lines_told
from kith.engines.dilemmas.graph import Trail
from kith.engines.dilemmas.playing import Ending
from kith.engines.dilemmas.telling import in_order
from kith.engines.dilemmas.tests.sample import story

WHOLE = graph(story())


def is_told(when: When, keys: tuple[str, ...]) -> bool:
    found = any(set(term) <= set(keys) for term in when.terms)
    return not when.terms or found != when.is_unless


@pytest.mark.parametrize("trail", WHOLE.trails, ids=lambda trail: "-".join(trail.keys))
def test_each_trail_through_the_numbers_is_what_playing_tells(trail):
    here, scenes = WHOLE.scenes[0], {each.number: each for each in WHOLE.scenes}
    for made, chosen in enumerate(trail.choices):
        assert here.scene == story().at(trail.choices[:made])
        assert here.ways[chosen].key == trail.keys[made]
        here = scenes[here.ways[chosen].to]
    assert here.scene == story().at(trail.choices) and here.scene.ending == trail.ending and not here.ways
    assert trail.told == tuple(story().told(trail.choices, knot) for knot in KNOTS)


def test_equal_scenes_are_one_and_each_is_led_to():
    assert [each.number for each in WHOLE.scenes] == list(range(1, len(WHOLE.scenes) + 1))
    assert len({(each.scene, each.ways) for each in WHOLE.scenes}) == len(WHOLE.scenes)
    assert {way.to for each in WHOLE.scenes for way in each.ways} == set(range(2, len(WHOLE.scenes) + 1))
    assert (len(WHOLE.scenes), len(WHOLE.trails)) == (6, 4)  # "taken down" is one, whatever was chosen before


@pytest.mark.parametrize("knot", range(len(KNOTS)))
def test_whoever_puts_a_retelling_together_by_hand_gets_what_was_told(knot):
    lines = lines_told(WHOLE.trails, knot)
    for trail in WHOLE.trails:
        assert tuple(each.words for each in lines if is_told(each, trail.keys)) == trail.told[knot]


def test_when_a_line_is_told_is_said_as_shortly_as_may_be():
    trails = [
        Trail((), keys, Ending("e", "E"), ((*(["one"] if says(keys) else []), "always"),))
        for keys in product("ab", "cd", "ef")
        for says in [lambda keys: keys != ("a", "c", "e")]
    ]
    assert lines_told(trails, 0) == (When("one", (("a", "c", "e"),), is_unless=True), When("always"))
    both = [
        Trail((), keys, Ending("e", "E"), ((("x",) if "a" in keys and "c" in keys else ()),))
        for keys in product("ab", "cd")
    ]
    assert lines_told(both, 0) == (When("x", (("a", "c"),)),)


def test_a_line_that_no_three_choices_tell_is_told_by_whole_trails():
    trails = [
        Trail((), keys, Ending("e", "E"), ((("x",) if sum(each in "ACEG" for each in keys) % 2 else ("y",)),))
        for keys in product("AB", "CD", "EF", "GH")
    ]
    for when in lines_told(trails, 0):
        assert all((when.words in trail.told[0]) == is_told(when, trail.keys) for trail in trails)


@pytest.mark.parametrize(
    "told",
    [
        [("a", "c", "e"), ("b", "c"), ("a", "d", "e"), ()],
        [("a", "d"), ("b", "c"), ("a", "b"), ("c", "d")],
        [("a", "a", "b")],
    ],
)
def test_lines_stand_in_the_order_in_which_they_are_told(told):
    order = in_order(told)
    for lines in told:
        assert [each for each in order if each in lines] == list(dict.fromkeys(lines))


def test_lines_that_are_told_in_either_order_are_all_there():
    assert in_order([("a", "b"), ("b", "a")]) == ["a", "b"]
