"""Bites: all twelve are there to read and to take away, say how far they may be relied on, and link to each other."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kith.core import clock, reference
from kith.core.permissions import Role
from kith.core.reference import actions, queries
from kith.core.reference.reading import shipped
from kith.core.transactions import scoped
from kith.learning.models import CpdPiece
from kith.learning.rules.frameworks import FRAMEWORKS
from kith.learning.rules.noticing import places_in
from kith.learning.testing import seen, send, signed_in, words_of, worker

TWELVE = (
    "connected_world_figures", "social_media", "digital_capabilities", "resilience", "gaming_and_gambling",
    "smart_devices", "cookies", "mobile_forensics", "assessment_questions", "reputation", "deepfakes",
    "looking_at_profiles",
)  # fmt: skip


@pytest.fixture
def amal(db):
    return signed_in(worker())


def today():
    return clock.now().date()


@pytest.mark.parametrize("topic", TWELVE)
def test_each_of_the_twelve_is_read_at_its_stable_address(amal, topic):
    row = reference.one("bites", topic, on=today())
    shown = words_of(seen(amal, f"/learning/about/{topic}/"))
    assert row.value["name"] in shown and f"{row.value['minutes']} minutes" in shown
    for part in ("So what for the child?", "One thing to do, in five minutes", "For whoever leads a group:", "Sources"):
        assert part in shown
    assert "Nobody has checked this against its source yet" in shown
    assert "To be checked again by" in shown
    assert "##" not in shown and "\n- " not in shown


@pytest.mark.parametrize("topic", TWELVE)
def test_a_bite_takes_the_minutes_it_says(topic):
    """As its set says: 200 words a minute, and five for the one thing to do."""
    value = next(row.value for row in shipped()["bites"].rows if row.key == topic)
    words = sum(len(value[name].split()) for name in ("says", "so_what", "activity"))
    assert value["minutes"] == round(words / 200 + 5) and 5 <= value["minutes"] <= 10


def test_the_list_names_all_of_them_and_the_door_leads_to_it(amal):
    shown = seen(amal, reverse("learning:bites"))
    assert all(f'href="/learning/about/{topic}/"' in shown for topic in TWELVE)
    assert reverse("learning:bites") in seen(amal, reverse("learning:front"))


def test_a_topic_may_be_written_with_hyphens(amal):
    assert "Phones as evidence" in seen(amal, "/learning/about/mobile-forensics/")


@pytest.mark.parametrize("path", ["/learning/about/basket_weaving/", "/learning/about/basket_weaving/take/"])
def test_an_unknown_topic_is_not_found_and_lists_what_there_is(amal, path):
    answer = amal.get(path)
    assert answer.status_code == 404
    shown = words_of(answer.content.decode())
    assert "There is no bite about “basket_weaving”. These are there:" in shown and "Phones as evidence" in shown


def test_the_standards_of_a_bite_are_shown_in_words(amal):
    assert "3.10 " in words_of(seen(amal, "/learning/about/cookies/"))
    known = {row.key: row.value["says"] for row in reference.rows("swe_standards", on=today())}
    assert known["2.6"] in words_of(seen(amal, "/learning/about/cookies/"))


def test_a_bite_and_what_it_covers_lead_to_each_other(amal):
    for framework, key in (("swe_standards", "2.6"), ("pcf_domains", "2"), ("digital_capabilities", "knowledge")):
        row = next(row for row in reference.rows("bites", on=today()) if key in row.value[FRAMEWORKS[framework].field])
        bite, statement = f"/learning/about/{row.key}/", reverse("learning:statement", args=[framework, key])
        assert f'href="{statement}"' in seen(amal, bite) and f'href="{bite}"' in seen(amal, statement)


def test_a_bite_begins_a_draft_only_when_asked_and_names_nobody(db):
    who = worker()
    browser = signed_in(who)
    for row in reference.rows("bites", on=today()):
        assert "Keep as a CPD draft" in seen(browser, f"/learning/about/{row.key}/")
    with scoped(worker_id=who.id):
        assert not CpdPiece.objects.exists()
    for row in reference.rows("bites", on=today()):
        where = send(browser, reverse("learning:cpd_begin"), bite=row.key).url
        assert row.value["name"] in words_of(seen(browser, where))
    with scoped(worker_id=who.id):
        made = list(CpdPiece.objects.all())
    assert {each.came_from for each in made} == {f"Reading: {bite.value['name']}" for bite in shipped()["bites"].rows}
    assert all("professional standards" in each.about and each.done_on for each in made)
    texts = [{"activity": each.activity, "about": each.about} for each in made]
    assert not [noticed(each) for each in texts if noticed(each)], "Kith's own words must not be taken for a name"
    assert send(browser, reverse("learning:cpd_begin"), bite="basket_weaving").status_code == 404


def noticed(texts):
    return places_in(texts, allowed={}, is_listed=lambda words: False)


def test_what_is_taken_away_is_one_file_that_asks_for_nothing(amal):
    answer = amal.get("/learning/about/resilience/take/")
    assert answer["Content-Disposition"] == 'attachment; filename="Digital resilience.html"'
    assert "sandbox" in answer["Content-Security-Policy"]
    given = answer.content.decode()
    assert "<style>" in given and "So what for the child?" in given and "Nobody has checked" in given
    assert not re.findall(r"""(?:src|href|action)="(?!#)[^"]*"|url\(|@import|<script|<link""", given)


def test_all_of_them_can_be_taken_in_one_file(amal):
    given = amal.get(reverse("learning:take_all")).content.decode()
    assert given.count("<article") == len(shipped()["bites"].rows)
    assert not re.findall(r"""(?:src|href|action)="(?!#)[^"]*"|url\(|@import|<script|<link""", given)


def test_a_bite_that_was_checked_says_when_and_later_that_it_is_time_again(amal):
    row = reference.one("bites", "cookies", on=today())
    lead = worker("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD)
    stands = queries.standing_of(queries.versions("bites", row.line))
    at, until = clock.now() - timedelta(days=40), today() - timedelta(days=1)
    told = {"why": "read it all", "by": lead, "at": at}
    actions.check_row(name="bites", line=row.line, version=stands.number, next_check_on=until, **told)
    shown = words_of(seen(amal, "/learning/about/cookies/"))
    day = timezone.localdate(at)
    assert f"Last checked on {day.day} {day:%B %Y}" in shown
    assert "This was to be checked again by" in shown and "Nobody has checked" not in shown


def test_whoever_writes_what_others_learn_from_changes_a_bite_and_nobody_else_is_offered_it(db):
    educator = signed_in(worker("Noor", Role.PRACTICE_EDUCATOR))
    line = reference.one("bites", "cookies", on=today()).line
    edit = reverse("home:reference_edit", args=["bites", line])
    assert edit in seen(educator, "/learning/about/cookies/") and "Write a bite" in seen(educator, "/learning/about/")
    assert educator.get(edit).status_code == 200
    for role in (Role.LA_SOCIAL_WORKER, Role.STUDENT_OR_NQSW, Role.IT_ADMIN, Role.BUSINESS_SUPPORT):
        other = signed_in(worker("Cara", role))
        assert edit not in seen(other, "/learning/about/cookies/")
        assert "Write a bite" not in seen(other, "/learning/about/")
        assert other.get(edit).status_code == 404
        assert other.get(reverse("home:reference_add", args=["bites"])).status_code == 404
