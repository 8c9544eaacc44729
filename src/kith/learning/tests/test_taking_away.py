"""A dilemma goes onto paper and into one file: whoever turns the pages by hand reads what playing tells."""

import json
import re

import pytest
from django.urls import reverse

from kith.engines.dilemmas import KNOTS, load
from kith.learning import offline
from kith.learning.ink import shipped
from kith.learning.queries import paper
from kith.learning.testing import AT, author, dilemma, signed_in
from kith.learning.tests.test_dilemmas import words


@pytest.fixture
def eda(db):
    return author("Eda Writer")


def is_read_out(line: paper.Line, letters: set[str]) -> bool:
    """Do as whoever leads is told: "if A and D, or B", "unless C"."""
    if not line.when:
        return True
    sign, _, rest = line.when.partition(" ")
    found = any(set(group.split(" and ")) <= letters for group in rest.split(", or "))
    return found == (sign == "if")


def followed(page: paper.PaperPage, choices: list[int]) -> tuple[list[str], str, set[str]]:
    """Turn to one number after another; gives all that is read, the ending and the letters."""
    scenes, at, read, letters = {each.number: each for each in page.scenes}, 1, [], set()
    for chosen in choices:
        read += [line.words for line in scenes[at].lines]
        letters.add(scenes[at].options[chosen].letter)
        at = scenes[at].options[chosen].to
    return [*read, *(line.words for line in scenes[at].lines)], scenes[at].ending, letters


def test_whoever_follows_the_numbers_reads_what_playing_tells(eda):
    row = dilemma(eda)
    story, page = load(row.compiled), paper.paper_page(row.id, AT.date())
    for choices in ([0, 0], [0, 1], [1, 0], [1, 1]):
        read, ending, letters = followed(page, choices)
        steps = story.path(choices)
        assert read == [line.words for step in steps for line in step.scene.lines]
        assert ending == steps[-1].scene.ending.title and len(letters) == 2
        for knot, sheet in zip(KNOTS, page.sheets, strict=True):
            assert [each.words for each in sheet.lines if is_read_out(each, letters)] == list(story.told(choices, knot))


def test_the_paper_shows_each_scene_once_and_the_sheet_for_whoever_leads(eda):
    row = dilemma(eda)
    said = words(signed_in(eda).get(reverse("learning:paper_exercise", args=[row.id])))
    assert said.count("He takes the picture down.") == 1, "whatever was chosen before it"
    assert "A Look at the phone go to 2" in said and "Begin at 1." in said
    assert "if A: You looked at my phone" in said and "Think about: What did you want to know" in said
    assert "The law in short" in said and "Six questions" not in said and "Now what?" in said


def test_the_file_plays_every_trail_as_the_story_does(eda):
    row = dilemma(eda)
    given = signed_in(eda).get(reverse("learning:take_version", args=[row.id]))
    assert given["Content-Disposition"].startswith("attachment") and given["Content-Type"] == "application/octet-stream"
    page = given.content.decode()
    data = json.loads(re.search(r'<script id="story" type="application/json">(.*?)</script>', page, re.DOTALL)[1])
    story = load(row.compiled)
    assert set(data["trails"]) == {"0.0", "0.1", "1.0", "1.1"}
    for trail, told in data["trails"].items():
        choices, at = [int(each) for each in trail.split(".")], 0
        for made, chosen in enumerate(choices):
            assert [line for _, line in data["scenes"][at]["lines"]] == [
                each.words for each in story.at(choices[:made]).lines
            ]
            at = data["scenes"][at]["ways"][chosen][1]
        assert data["scenes"][at]["ending"] == story.at(choices).ending.title
        for knot, teller, lines in zip(KNOTS, data["told"], told, strict=True):
            assert [teller["lines"][line] for line in lines] == list(story.told(choices, knot))


def test_the_file_asks_nobody_and_what_an_author_typed_is_no_markup_in_it():
    story = {"title": "</title><script>alert(1)</script>", "says": "</script><!-- {{ PLAY }} &amp; \u2028"}
    page = offline.file_of(story).decode()
    assert page.count("<script") == 2 and page.count("</script>") == 2 and "alert(1)</script>" not in page
    assert "default-src 'none'" in page and not re.search(r"(?:src|href)=|https?://|url\(|fetch|import", page)
    held = re.search(r'application/json">(.*?)</script>', page, re.DOTALL)[1]
    assert json.loads(held) == story


@pytest.mark.drill
@pytest.mark.parametrize("key", ["quick-look", "voice-note"])
def test_what_ships_fits_onto_paper(eda, key):
    story = next(each for each in shipped() if each.key == key)
    row = dilemma(eda, compiled=story.compiled)
    page = paper.paper_page(row.id, AT.date())
    assert 20 <= len(page.scenes) <= 120, "equal scenes are one"
    assert max(len(line.when) for sheet in page.sheets for line in sheet.lines) <= 120, "somebody reads this aloud"
