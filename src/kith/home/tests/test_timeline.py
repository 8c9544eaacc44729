"""The timeline of a case: what stands on it, in which words, and who may look."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from kith.home.tests import world as worlds
from kith.home.tests.reading import link, main_part, page, plain, said
from kith.record import testing as make
from kith.record.rules import Span

pytestmark = pytest.mark.django_db


def test_everything_stands_in_order_with_its_source(world, look):
    world.everything()

    shown = plain(look())
    (row,) = [
        each
        for each in re.findall(r"<li class=.moj-timeline__item.*?</li>\s*(?=<li|</ol>)", look(), re.DOTALL)
        if "fair" in each
    ]
    for words in ("Tom", "Message", "26 March 2026, 14:02 GMT", "see you at the schools fair", "[E1, line 7]"):
        assert words in row
    assert "Lena (“Mum”)" in shown
    assert "Message to Lena" in shown and "[Message]" in shown
    assert "Where does Kim sleep? Chosen: At Lena's Not chosen: At her aunt's Child's view: With Mum" in shown
    assert "The child's words" in shown and "about Lena; recorded by Amal Tester" in shown
    when = [row.at for row in page(world).rows]
    assert when == sorted(when, reverse=True)
    assert [row.at for row in page(world, order="oldest").rows] == sorted(when)


def test_an_item_leads_to_its_place_in_the_exhibit(world, look):
    one = world.everything()

    assert link(look(), "[E1, line 2]").startswith(f"/cases/{world.case.id}/exhibits/{one.id}/items/0/")


def test_words_are_escaped(world, look):
    world.everything()
    world.entry("<img src=x onerror=alert(1)>")

    for content in (look(), look(words="alert"), look(words="script")):
        assert "<script>alert" not in content and "<img src=x" not in content
    assert "&lt;script&gt;<mark>alert</mark>(&#34;school&#34;)&lt;/script&gt;" in look(words="alert")


def test_flags_and_missing_files_are_said(world, look):
    world.chat()

    shown = plain(look())
    assert "Edited" in shown
    assert "File left out" in shown


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "5 January 2026, 08:00 GMT"),
        ({"precision": "exact", "days": 1}, "5 January 2026"),
        (
            {"precision": "approximate", "days": 4, "happened_text": "around Epiphany"},
            "About: around Epiphany (between 5 January 2026 and 8 January 2026)",
        ),
        (
            {"precision": "approximate", "days": 1, "happened_text": "that Monday"},
            "About: that Monday (5 January 2026)",
        ),
    ],
)
def test_when_is_said_as_precisely_as_it_is_known(world, look, values, words):
    days = values.pop("days", None)
    midnight = datetime(2026, 1, 5, tzinfo=UTC)
    span = {"happened": Span(midnight, midnight + timedelta(days=days))} if days else {}
    world.entry("Something", **values, **span)

    shown = re.search(r'moj-timeline__date">(.*?)</p>', look(), re.DOTALL).group(1)
    assert re.sub(r"<[^>]*>", "", shown).strip() == words


def test_times_are_said_with_the_zone_of_their_day(world, look):
    world.entry("in summer", datetime(2026, 7, 1, 8, 0, tzinfo=UTC))

    assert "1 July 2026, 09:00 BST" in plain(look())


def test_what_has_no_date_is_counted_and_reached_and_given_none(world, look):
    world.everything()
    shown = look()
    assert "Somebody rang" not in shown

    without = look(link(shown, "1 thing without a date"))
    assert "Somebody rang about the school" in without
    assert "nobody remembers when" in without
    assert "<time" not in main_part(without)
    assert link(without, "Back to the timeline") == reverse("home:timeline", args=[world.case.id])


def test_undated_items_show_their_stamp_as_found(world, look):
    world.chat(
        worlds.CHAT.replace(b"25/03", b"05/03").replace(b"26/03", b"06/03")
    )  # the order of day and month is open

    shown = look()
    assert "Nothing with a date yet" in shown and "Exhibits" in shown
    assert "05/03/2026, 09:16" in look(link(shown, "7 things without a date"))


def test_a_long_text_is_clamped_and_whole(world, look):
    world.entry("word " * 400)

    content = look()
    assert "Show all" in content
    assert said(page(world).rows[0]) == "word " * 400
    assert len("".join(piece.text for piece in page(world).rows[0].opening)) <= 600


def test_another_worker_finds_no_timeline(world, client):
    world.everything()
    client.force_login(world.cara)

    assert client.get(reverse("home:timeline", args=[world.case.id])).status_code == 404


def test_a_person_or_source_of_another_case_is_no_choice(world, look):
    other = make.case(world.cara)
    theirs = make.participant(other, world.cara)

    content = look(person=f"p-{theirs.id}")
    assert "There is a problem" in content
