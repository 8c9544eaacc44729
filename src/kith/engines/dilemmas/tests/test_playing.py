"""Laws of playing: the same choices give the same words, every path ends, and a foreign choice is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.dilemmas import KNOTS, Known, NoSuchChoice, NotAStory, StoryBroke, load, walk
from kith.engines.dilemmas.tests.sample import INK, compiled, story

KEYS = {0: "look", 1: "ask"}


def test_the_head_says_who_is_in_it():
    head = story().head
    assert (head.title, head.theme, head.minutes) == ("The photograph on the phone", "boundaries", 5)
    assert head.person("theo").who == "the child, ten" and head.person("nobody") is None
    assert head.places == ("Fennby",) and head.standards == ("2.2", "3.1")


def test_a_scene_has_its_lines_its_speaker_and_its_choices():
    scene = story().at([])
    assert [each.speaker for each in scene.lines] == ["", "theo"]
    assert [each.key for each in scene.choices] == ["look", "ask"]
    assert scene.touches == () and scene.tags == ("speaker: theo",) and scene.ending is None


def test_what_follows_a_choice_says_whom_it_touches_and_asks_for_a_thought():
    scene = story().at([0, 1])
    assert scene.touches == ("theo", "dana") and scene.reflect == ("What did waiting do for Theo?",)
    assert (scene.ending.key, scene.ending.title) == ("later", "You speak with Theo first")
    assert "Theo asks if you saw the picture. You say that you did." in [each.words for each in scene.lines]


def test_the_story_so_far_names_what_was_chosen():
    steps = story().path([1, 0])
    assert [each.chosen.key for each in steps[:-1]] == ["ask", "tell"] and steps[-1].chosen is None


@pytest.mark.parametrize("knot", KNOTS)
def test_every_knot_tells_the_same_choices(knot):
    assert story().told([0, 0], knot) and story().told([0, 0], knot) == story().told([0, 0], knot)
    assert story().told([0, 0], knot) != story().told([1, 1], knot)


def test_a_knot_that_is_not_there_tells_nothing():
    assert story().told([0, 0], "as_nobody") == ()


@given(st.lists(st.integers(-1, 3), max_size=6))
def test_any_choices_give_a_scene_or_are_refused(choices):
    try:
        scene = story().at(choices)
    except NoSuchChoice:
        assert not all(each in (0, 1) for each in choices) or len(choices) > 2
    else:
        assert len(choices) <= 2 and (scene.ending is not None) == (len(choices) == 2)
        assert scene == story().at(choices)


def test_what_the_walk_meets_is_what_playing_meets():
    paths = [(first, second) for first in (0, 1) for second in (0, 1)]
    scenes = {step.scene for path in paths for step in story().path(path)}
    found = walk(story(), Known(), INK)
    assert (found.paths, found.scenes, found.problems) == (len(paths), len(scenes), ())
    assert {each.key for each in found.endings} == {story().at(path).ending.key for path in paths}


def test_a_compiled_story_may_begin_with_a_byte_order_mark():
    assert load("\N{ZERO WIDTH NO-BREAK SPACE}" + compiled()).at([0]) == story().at([0])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "no story"),
        ("{}", "no story"),
        ('{"inkVersion":21}', "no story"),
        ("[" * 5000, "no story"),
        ('{"inkVersion":21,"root":[["ev",1,2,"rnd","/ev"],"done",null],"listDefs":{}}', "chance"),
        ('{"inkVersion":21,"root":[[{"x()":"f","exArgs":1}],"done",null],"listDefs":{}}', "EXTERNAL"),
        ('{"inkVersion":21,"root":' + "[" * 300 + "]" * 300 + "}", "deeply"),
    ],
)
def test_what_is_no_story_is_refused(words, says):
    with pytest.raises(NotAStory, match=says):
        load(words)


def test_a_story_that_goes_in_a_circle_is_stopped():
    knots = '{"a":[{"->":"b"},null],"b":[{"->":"a"},null]}'
    circle = f'{{"inkVersion":21,"root":[["^Hello","\\n",{{"->":"a"}},null],"done",{knots}],"listDefs":{{}}}}'
    with pytest.raises(StoryBroke, match="circle"):
        load(circle).at([])
