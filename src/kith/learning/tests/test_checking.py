"""Stories are compiled, walked, and refused with the line of each fault. Node really runs."""

import json

import pytest

from kith.engines.dilemmas import Known, load, walk
from kith.engines.dilemmas.tests.sample import INK, compiled
from kith.learning import ink
from kith.learning.ink import NotInk, compile_each, compile_ink, compiling, shipping
from kith.learning.ink.checking import check, known_as_shipped

#: What is done to the sample -> a piece of the line that is named, and of what is said of it.
BROKEN = {
    "dead end": ("  # ending: later; You speak with Theo first\n", "", "You ring him", "a dead end"),
    "loose end": (
        "later; You speak with Theo first\n  -> END",
        "later; You speak\n",
        "ending: later",
        "no path reaches",
    ),
    "no key": (" # key: ask", "", "Ask Theo", "has no `# key:`"),
    "a key twice": ("# key: ask", "# key: look", "Ask Theo", "used in line 24 already"),
    "no touches": (" # touches: marek", "", "Tell Marek", "falls on nobody"),
    "touches you": ("# touches: marek", "# touches: you", "Tell Marek", "touches 'you'"),
    "touches a stranger": ("# touches: marek", "# touches: zoe", "touches: zoe", "names nobody"),
    "speaker a stranger": ("# speaker: theo", "# speaker: zoe", "speaker: zoe", "names nobody"),
    "no reflect": (" # reflect: Whose news was it to tell?", "", "Tell Marek", "asks for no thought"),
    "unknown tag": ("# speaker: theo", "# spoken: theo", "spoken: theo", "no tag within a story"),
    "unknown head": ("# place: Fennby", "# town: Fennby", "town: Fennby", "no tag of the head"),
    "standard": ("# standard: 2.2", "# standard: 9.9", "standard: 9.9", "no standard"),
    "pcf": ("# pcf: 2", "# pcf: 22", "pcf: 22", "no domain"),
    "capability": ("rights_and_involvement", "magic", "capability: magic", "no capability"),
    "law": ("looking_online_covertly", "no_law", "law: no_law", "no law"),
    "theme": ("# theme: boundaries", "# theme: fun", "theme: fun", "no theme"),
    "minutes": ("# minutes: 5", "# minutes: five", "minutes: five", "1 to 60"),
    "two titles": ("# minutes: 5", "# title: Again\n# minutes: 5", "# title: The", "2 times"),
    "no title": ("# title: The photograph on the phone\n", "", "# theme", "needs one `# title:`"),
    "half a person": ("theo; Theo; the child, ten", "theo; Theo", "person: theo", "write a person as"),
    "two people of one key": ("# person: dana", "# person: theo", "person: theo; Dana", "two people"),
    "nobody plays": ("# person: you; you; the social worker\n", "", "person: theo", "who the player is"),
    "real name": ("Dad put me", "Jasmine and Leroy put me", "Leroy", "'Leroy' looks like a name"),
    "ending without title": ("later; You speak with Theo first", "later", "ending: later", "write an ending as"),
    "goes on": (
        "# ending: down; The picture is taken down\n  -> END",
        "# ending: down; Down\n  -> start",
        "",
        "goes on",
    ),
    "two endings": ("ending: down; The", "ending: up; Up # ending: down; The", "ending: down", "two endings"),
    "no knot": ("=== as_court ===", "=== in_court ===", None, "'as_court' is missing"),
    "silent knot": (
        "{told: I heard it at my own door, from you.|I heard",
        "{not told:I heard",
        "as_parent",
        "says nothing",
    ),
    "asking knot": (
        "{told: It was quick.",
        "* [Why?]\n* [How?]\n- {told: It was quick.",
        "as_colleague",
        "says nothing",
    ),
    "asks after telling": (
        "{told: It was quick.",
        "Well.\n* [Why?]\n* [How?]\n- {told: Quick.",
        "as_coll",
        "asks a question",
    ),
    "hard words": (
        "Theo thinks for a while.",
        "Notwithstanding multidisciplinary considerations regarding proportionality, organisational accountability "
        "necessitates comprehensive documentation of deliberations. " * 9,
        "Notwithstanding",
        "14 is the most",
    ),
}
KNOWN = Known(
    known_as_shipped().standards,
    frozenset("123456789"),
    frozenset({"rights_and_involvement"}),
    known_as_shipped().laws,
)


def test_the_sample_is_sound_and_its_compiled_form_is_of_these_words():
    found = check(INK, KNOWN)
    assert (found.paths, found.scenes, len(found.endings), found.problems) == (4, 6, 2, ())
    assert json.loads(compile_ink(INK)) == json.loads(compiled())


def broken(name):
    old, new, _, _ = BROKEN[name]
    assert INK.count(old) >= 1
    return INK.replace(old, new, 1)


@pytest.fixture(scope="module")
def compiled_broken():
    """All of them, compiled in one Node."""
    return dict(zip(BROKEN, compile_each([broken(name) for name in BROKEN]), strict=True))


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_named_by_its_line(name, compiled_broken):
    (_, _, place, says), words = BROKEN[name], broken(name)
    problems = walk(load(compiled_broken[name]), KNOWN, words).problems
    found = [each for each in problems if says in each.says]
    assert found, problems
    lines = words.split("\n")
    assert any((place or "") in lines[each.line - 1] for each in found), found


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("-> door", "-> window", 27, "target not found"),
        ("You drive", "{~Slowly|Quickly} you drive", 22, "chance"),
        ("You drive", "{shuffle once:\n- You drive", 22, "chance"),
        ("~ looked = true", "~ looked = RANDOM(0, 1)", 26, "chance"),
        ("VAR looked", "INCLUDE other.ink\nVAR looked", 16, "one file"),
        ("VAR looked", "EXTERNAL call(x)\nVAR looked", 16, "a program"),
        ("# title: ", "# title: a | ", 1, "Expected end of line"),
        ("{looked:\n", "{{{\n", 41, "Expected"),
    ],
)
def test_what_does_not_compile_is_refused_by_line(old, new, line, says):
    with pytest.raises(NotInk) as refusal:
        compile_ink(INK.replace(old, new, 1))
    assert any(says in each.says for each in refusal.value.faults), refusal.value.faults
    assert line in [each.line for each in refusal.value.faults], refusal.value.faults


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("=== a\n+ [again] # key: again\n  On. # touches: b # reflect: c\n  -> a\n", "more than 30 choices"),
        ("-> a\n=== a\n-> b\n=== b\n-> a\n", "in a circle"),
        ("-> a\n=== a\nHello.\n-> a\n", "more than 200 lines"),
        ("- (top)\n+ [one] # key: a\n+ [two] # key: b\n- -> top\n", "more than 30 choices"),
    ],
)
def test_an_endless_story_is_stopped(words, says):
    found = check(words if words.startswith("-") else "-> a\n" + words, KNOWN)
    assert any(says in each.says for each in found.problems), found.problems


def test_more_paths_than_may_be_walked_are_refused(monkeypatch):
    monkeypatch.setattr("kith.engines.dilemmas.walking.MOST_PATHS", 3)
    assert any("more than 3 paths" in each.says for each in check(INK, KNOWN).problems)


@pytest.mark.parametrize("words", ["", "{" * 4000, "x" * 200_001, "\0", "=== ===", "* " * 2000, "VAR x = x", "TODO: a"])
def test_odd_words_are_a_refusal_or_a_story_with_faults(words):
    try:
        assert check(words, KNOWN).problems
    except NotInk as refusal:
        assert refusal.faults and all(each.line >= 1 and each.says for each in refusal.faults)


def test_without_node_one_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(compiling, "_node", lambda: None)
    assert "make setup" in ink.missing()
    with pytest.raises(ink.NoCompiler, match=r"Node\.js is missing"):
        compile_ink(INK)


def test_what_ships_is_built_of_its_words_and_anew_when_they_change(tmp_path, monkeypatch):
    monkeypatch.setattr(shipping, "STORIES", tmp_path / "stories")
    monkeypatch.setattr(shipping, "BUILT", tmp_path / "built")
    (tmp_path / "stories").mkdir()
    story = tmp_path / "stories" / "The_photograph.ink"
    story.write_text(INK)
    assert [(each.key, each.compiled) for each in ink.shipped()] == [("the-photograph", "")]
    assert ink.build() == [] and [json.loads(each.compiled) for each in ink.shipped()] == [json.loads(compiled())]
    story.write_text(INK.replace("-> door", "-> window", 1))
    assert next(ink.shipped()).compiled == ""
    assert ink.build() == ["the-photograph.ink:27: Divert target not found: '-> window'"]


def test_several_are_compiled_at_once_each_with_its_own_faults():
    sound, odd, deep = compile_each([INK, INK.replace("-> door", "-> window", 1), "{" * 4000])
    assert json.loads(sound) == json.loads(compiled())
    assert [each.line for each in odd.faults] == [27]
    assert [each.line for each in deep.faults] == [1]


@pytest.mark.parametrize("story", list(ink.shipped()), ids=lambda story: story.key)
def test_every_story_that_ships_is_built_and_sound(story):
    """What is built names the words it was built of, so it is walked as it is."""
    assert story.compiled, "run `make setup`"
    assert walk(load(story.compiled), known_as_shipped(), story.ink).problems == (), "see kith learning check"
