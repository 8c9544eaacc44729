"""What somebody says of themselves is theirs alone, with its history, until they delete it."""

import pytest
from django.db import connection
from django.urls import reverse

from kith.core import clock
from kith.core.transactions import scoped
from kith.learning import actions
from kith.learning.models import SelfCheck, Sharing
from kith.learning.testing import AT, dilemma, say, send, sharers, signed_in, team, worker

pytestmark = pytest.mark.django_db
SKILLS = ("digital_capabilities", "skills")
OTHERS = ["la_social_worker", "team_manager", "practice_supervisor", "practice_educator", "it_admin"]
OTHERS += ["information_governance_lead"]


def statement(*which):
    return reverse("learning:statement", args=which or SKILLS)


def test_somebody_says_how_far_along_they_feel_and_what_they_said_before_stays():
    browser = signed_in(worker())
    when = {"next_on-day": "1", "next_on-month": "2", "next_on-year": "2027"}
    assert send(browser, statement(), level="aware", next_step="Ask in supervision", **when).status_code == 302
    send(browser, statement(), level="confident", evidence="I led a session.")
    shown = browser.get(statement()).content.decode()
    assert shown.index("<strong>Confident") < shown.index("<strong>Aware")
    assert "1 February 2027" in shown
    assert "I led a session." in shown


def test_no_page_shows_a_level_as_a_number():
    browser = signed_in(worker())
    send(browser, statement(), level="leads")
    for page in (statement(), reverse("learning:framework", args=[SKILLS[0]])):
        shown = browser.get(page).content.decode()
        assert "Leads others" in shown
        assert 'value="4"' not in shown


def test_a_name_in_the_evidence_is_stopped():
    who = worker()
    shown = send(signed_in(who), statement(), level="aware", evidence="I helped Maria.").content.decode()
    assert "“Maria” looks like a name" in shown
    with scoped(worker_id=who.id):
        assert not SelfCheck.objects.exists()


def test_somebody_takes_out_all_they_said_and_nobody_elses():
    amal = worker()
    say(amal, "aware", evidence="zqmine")
    say(worker("Cara"), "leads", evidence="zqhers")
    taken = signed_in(amal).get(reverse("learning:checks_export")).json()
    assert [(each["statement"], each["level"], each["evidence"]) for each in taken] == [("skills", "Aware", "zqmine")]


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_sees_a_self_check_shared_or_not(role):
    amal, other = worker(), worker("Cara", role)
    say(amal, "aware", evidence="zqmine")
    actions.share(framework=SKILLS[0], by=amal, at=clock.now())
    if role in ("team_manager", "practice_supervisor", "practice_educator"):
        team(amal, manager=other if role == "team_manager" else worker("Dan", "team_manager"))
    assert "zqmine" not in signed_in(other).get(statement()).content.decode()
    with scoped(worker_id=other.id), connection.cursor() as cursor:
        for table in ("selfcheck", "sharing", "telling", "statement"):
            cursor.execute(f"SELECT count(*) FROM learning_{table}")
            assert cursor.fetchone() == (0,), table


def test_deleting_takes_the_history_and_the_sharing_along():
    (amal,) = sharers("aware")
    say(amal, "confident")
    send(signed_in(amal), reverse("learning:forget", args=[SKILLS[0]]))
    with scoped(worker_id=amal.id):
        assert not SelfCheck.objects.exists()
        assert not Sharing.objects.exists()


@pytest.mark.parametrize("framework", ["digital_capabilities", "pcf_domains", "kss", "swe_standards"])
def test_each_framework_and_each_of_its_statements_has_a_page(framework):
    browser = signed_in(worker())
    shown = browser.get(reverse("learning:framework", args=[framework])).content.decode()
    keys = {"digital_capabilities": "access", "pcf_domains": "9", "kss": "supervisor.8", "swe_standards": "5.6"}
    key = keys[framework]
    assert statement(framework, key) in shown
    assert browser.get(statement(framework, key)).status_code == 200
    assert browser.get(statement(framework, "nothing")).status_code == 404


def test_a_statement_names_the_courses_that_cover_it_and_courses_name_their_statements():
    browser = signed_in(worker())
    covered = browser.get(statement()).content.decode()
    assert "Example (made up)" in covered
    assert "/learning/about/" in covered  # a bite that names it
    shown = browser.get(reverse("learning:courses")).content.decode()
    assert "Knowing people" in shown
    assert "practitioner" not in shown


def test_a_statement_names_the_dilemmas_on_offer_that_cover_it_and_no_withdrawn_one():
    amal = worker()
    offered = dilemma(amal)
    key = offered.capabilities[0]
    gone = dilemma(amal, title="Withdrawn", withdrawn_at=AT)
    shown = signed_in(amal).get(statement("digital_capabilities", key)).content.decode()
    assert reverse("learning:dilemma", args=[offered.id]) in shown
    assert reverse("learning:dilemma", args=[gone.id]) not in shown
