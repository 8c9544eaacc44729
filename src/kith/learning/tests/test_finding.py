"""Figures, the bulletin and the way to help: what is looked up, and how far it may be relied on."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from kith.core import clock, reference
from kith.core.permissions import Role
from kith.core.reference import actions, queries
from kith.core.reference.reading import shipped
from kith.learning.testing import seen, signed_in, words_of, worker

FIGURES, BULLETIN, HELP = "/learning/figures/", "/learning/bulletin/", "/learning/help/"


@pytest.fixture
def amal(db):
    return signed_in(worker())


@pytest.fixture
def noor(db):
    return worker("Noor", Role.PRACTICE_EDUCATOR)


def today():
    return clock.now().date()


def figures(client, words):
    """Give what the page of figures shows for some words, figure by figure."""
    shown = client.get(FIGURES, {"q": words}).content.decode()
    return [words_of(each) for each in re.findall(r"<article.*?</article>", shown, re.S)]


def test_video_calls_shows_seven_in_ten_weekly_of_online_adults_in_2020_and_warns_of_comparing(amal):
    first, before = figures(amal, "video calls online adults")
    for words in (
        "more than 7 in 10 weekly",
        "UK online adults, 18 and over, 2020",
        "Online Nation 2020",
        "ofcom.org.uk",
    ):
        assert words in first
    assert "35% weekly" in before
    assert "An average is not a limit" in words_of(seen(amal, f"{FIGURES}?q=video"))


@pytest.mark.parametrize(
    ("words", "correction"),
    [
        ("TikTok April 2020", "these are adults only"),
        ("Twitch January", "these are adults only"),
        ("face swap", "It is Zao, of 2019"),
        ("connected objects", "The forecast was not met"),
        ("unborn", "images posted before birth"),
        ("time online in a day, April 2020", "leaves out that this counts online adults"),
    ],
)
def test_where_the_founding_note_slipped_the_correction_stands_with_the_figure(amal, words, correction):
    (shown,) = figures(amal, words)
    assert "Correction:" in shown and correction in shown


def test_the_other_figures_of_the_founding_note_are_there(amal):
    for words, figure in (
        ("video-sharing television", "32%"),
        ("several times a day", "nearly half"),
        ("several times children", "73%"),
        ("make and upload", "2 in 5"),
        ("leave social media out", "more than 9 in 10"),
        ("used YouTube adults", "9 in 10"),
    ):
        assert any(figure in shown for shown in figures(amal, words)), words


def test_a_figure_from_memory_is_held_back_until_somebody_has_checked_it(amal, noor):
    held = [row for row in shipped()["online_figures"].rows if row.mark == "G"]
    assert len(held) == 21
    (one,) = [row for row in held if row.value["population"] == "UK children who go online, 5 to 7"]
    assert figures(amal, "5 to 7 time online per week") == []
    assert "21 figures known from memory alone are held back" in words_of(seen(amal, FIGURES))

    stands = queries.standing_of(queries.versions("online_figures", one.line))
    told = {"why": "opened the report", "by": noor, "at": clock.now()}
    next_check = today() + timedelta(days=90)
    actions.check_row(name="online_figures", line=one.line, version=stands.number, next_check_on=next_check, **told)
    (shown,) = figures(amal, "5 to 7 time online per week")
    assert one.value["value"] in shown and "Nobody has checked" not in shown


def test_a_figure_seen_only_in_a_summary_is_shown_with_a_caution(amal):
    (shown,) = figures(amal, "eleven at night") or figures(amal, "11 at night")
    assert "64%" in shown and "Nobody has checked this against its source yet" in shown


def test_words_that_are_in_no_figure_say_so(amal):
    assert "No figure has these words" in words_of(seen(amal, f"{FIGURES}?q=zeppelin"))


def item(key, on, next_check_on):
    value = {"name": f"About {key}", "says": "Known.", "do": "This.", "topic": "cookies", "trouble": "fake_account"}
    return {"key": key, "value": value, "source": "seen here", "owner": "Practice lead", "effective_from": on} | {
        "effective_to": None,
        "next_check_on": next_check_on,
        "is_verified": True,
    }


def test_the_bulletin_shows_the_newest_first_and_what_is_old_says_so(amal, noor):
    soon, told = today() + timedelta(days=30), {"why": "new", "by": noor, "at": clock.now()}
    for key, on, check in (
        ("old", date(2025, 1, 5), today()),
        ("new", today(), soon),
        ("tomorrow", today() + timedelta(days=1), soon),
    ):
        actions.add_row(name="threat_bulletin", row=item(key, on, check), **told)
    shown = words_of(seen(amal, BULLETIN))
    places = [shown.index(words) for words in ("About new", "A restriction on social media for under 16s", "About old")]
    assert places == sorted(places) and "About tomorrow" not in shown
    assert "This is old news" in shown[places[-1] :] and "This is old news" not in shown[: places[-1]]
    assert "Cookies, and what free costs" in shown and "Who can help" in shown


def test_each_kind_of_trouble_leads_to_somebody(amal):
    asked = seen(amal, HELP)
    for row in reference.rows("troubles", on=today()):
        href = reverse("learning:trouble", args=[row.key])
        assert f'href="{href}"' in asked
        shown = words_of(seen(amal, href))
        assert row.value["first"].splitlines()[0] in shown and "names nobody" not in shown


def test_a_fake_account_leads_professionals_and_children_each_their_own_way(amal):
    shown = words_of(seen(amal, f"{HELP}fake_account/"))
    mine, theirs = shown.index("For you, who work with children"), shown.index("For the child or young person")
    assert "Professionals Online Safety Helpline" in shown[mine:theirs] and "0344 381 4772" in shown[mine:theirs]
    assert "Weekdays, from about 10 to 4" in shown[mine:theirs]
    assert "Childline" in shown[theirs:] and "Report Harmful Content" in shown[theirs:]
    assert "Nobody has checked this against its source yet" in shown[mine:theirs]
    assert 'href="tel:03443814772"' in seen(amal, f"{HELP}fake_account/")


def test_what_is_none_of_the_choices_offers_them_again(amal):
    answer = amal.get(f"{HELP}nothing_much/")
    assert answer.status_code == 404 and "A fake account of me" in words_of(answer.content.decode())


def test_a_service_that_the_agency_changed_stands_as_it_says_now(amal):
    lead = worker("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD)
    row = reference.one("help_directory", "edt", on=today())
    stands = queries.standing_of(queries.versions("help_directory", row.line))
    typed = {"value": row.value | {"route": "Ring the night desk"}, "source": "our duty rota", "owner": row.owner} | {
        "effective_from": None,
        "effective_to": None,
        "next_check_on": row.next_check_on,
        "is_verified": True,
    }
    told = {"why": "ours", "by": lead, "at": clock.now()}
    actions.edit_row(name="help_directory", line=row.line, version=stands.number, row=typed, **told)
    assert "Ring the night desk" in words_of(seen(amal, f"{HELP}danger_now/"))


def test_every_page_leads_to_help_for_whoever_is_signed_in(amal, client):
    for path in ("/", "/learning/", "/reference/", FIGURES):
        assert f'href="{HELP}"' in seen(amal, path)
    assert HELP not in client.get("/accounts/login/").content.decode()


@pytest.mark.parametrize("name", ["help_directory", "troubles"])
def test_the_directory_is_the_leads_and_the_choices_are_the_teachers_too(noor, name):
    assert queries.may_edit(noor, name) is (name == "troubles")
