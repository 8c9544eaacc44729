"""The worker's front page, and the lock of a page left alone."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.core import clock, files
from kith.core.transactions import scoped
from kith.exhibits.models import Exhibit, Question
from kith.record import actions, rules, testing


def signed_in(worker):
    client = Client()
    client.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def page_of(client):
    answer = client.get("/")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def decided(case, by, review_on, question="Should contact go on?"):
    return actions.record_decision(
        case=case,
        question=question,
        options=["a", "b"],
        chosen=0,
        childs_view="said",
        reasons="why",
        decided_on=review_on,
        review_on=review_on,
        by=by,
        at=testing.AT,
    )


@pytest.fixture
def amal(db):
    return testing.worker()


def test_a_new_worker_is_told_how_a_case_comes_here(amal):
    page = page_of(signed_in(amal))
    assert "You have no cases yet" in page
    assert "/cases/start/" in page


def test_only_ones_own_cases_are_listed_with_what_is_in_them(amal):
    cara = testing.worker("Cara Elsewhere")
    mine, theirs = testing.case(amal, family_name="Marrow"), testing.case(cara, family_name="Quillon")
    testing.participant(mine, amal)
    testing.participant(theirs, cara)
    page = page_of(signed_in(amal))
    assert "Marrow" in page
    assert "1 person, 0 entries, 0 decisions" in page
    assert "Quillon" not in page
    assert "Marrow" not in page_of(signed_in(cara))


def test_the_case_written_in_last_stands_first(amal):
    first, second = testing.case(amal, family_name="Marrow"), testing.case(amal, family_name="Quillon")
    for case, later in ((second, 1), (first, 2)):
        actions.write_entry(
            case=case,
            kind="note",
            text="x",
            happened_text="then",
            happened=rules.Span(None, None),
            precision="unknown",
            by=amal,
            at=testing.AT + timedelta(hours=later),
        )
    page = page_of(signed_in(amal))
    assert page.index("Marrow") < page.index("Quillon")


def test_unfinished_words_lead_back_to_the_form_they_were_typed_in(amal):
    case = testing.case(amal)
    now = clock.now()
    actions.save_draft(case=case, place="entry", words={"text": "I saw"}, version=0, by=amal, at=now)
    page = page_of(signed_in(amal))
    assert "You were writing" in page
    assert f"/cases/{case.id}/entries/write/" in page
    actions.use_draft(case=case, place="entry", by=amal, at=now)
    assert "You were writing" not in page_of(signed_in(amal))


def test_a_decision_waits_from_its_review_day_until_it_is_reviewed(amal):
    case, today = testing.case(amal), clock.now().date()
    due = decided(case, amal, today - timedelta(days=2), "Is it due?")
    decided(case, amal, today + timedelta(days=30), "Is it later?")
    page = page_of(signed_in(amal))
    assert "Is it due?" in page
    assert "Is it later?" not in page
    actions.record_decision(
        case=case,
        question="Again",
        options=["a", "b"],
        chosen=0,
        childs_view="said",
        reasons="why",
        decided_on=date(2026, 3, 2),
        review_on=today + timedelta(days=30),
        amends=due,
        by=amal,
        at=clock.now(),
    )
    assert "Is it due?" not in page_of(signed_in(amal))


def test_an_exhibit_that_asks_something_waits_until_it_is_answered(amal):
    case = testing.case(amal, family_name="Marrow")
    with scoped(worker_id=amal.id):
        file = files.keep_bytes(b"03/04/2026, 14:05 - Lena: hello", case_id=case.id, at=testing.AT)
        exhibit = Exhibit.objects.create(
            case=case,
            number=7,
            name_text="chat.txt",
            file_id=file.id,
            sha256=file.sha256,
            size_bytes=file.size_bytes,
            from_text="Lena",
            how="in_person",
            handed_over_on=testing.AT.date(),
            authority="her consent",
            question="contact",
            taken_in_by=amal,
            taken_in_at=testing.AT,
            state="questions",
        )
        asks = {"case": case, "exhibit": exhibit, "ask": "?", "why": "both are possible", "choices": []}
        Question.objects.create(key="order", **asks)
        Question.objects.create(key="zone", is_assumed=True, **asks)
    page = page_of(signed_in(amal))
    assert "Marrow, E7</a> asks 1 question" in page
    assert f"/cases/{case.id}/exhibits/{exhibit.id}/questions/" in page
    with scoped(worker_id=amal.id):
        Question.objects.update(answer="day first", answered_by=amal, answered_at=testing.AT)
    assert "asks" not in page_of(signed_in(amal))


def test_the_front_page_asks_as_often_for_many_cases_as_for_one(amal):
    client = signed_in(amal)

    def asked():
        with CaptureQueriesContext(connection) as captured:
            page_of(client)
        return len(captured)

    testing.case(amal)
    few = asked()
    for _ in range(15):
        case = testing.case(amal)
        decided(case, amal, date(2026, 3, 2))
        actions.save_draft(case=case, place="entry", words={"text": "x"}, version=0, by=amal, at=testing.AT)
    assert asked() == few


def test_somebody_signed_out_is_asked_to_sign_in(db):
    assert Client().get("/").url.startswith("/accounts/login/")


def test_the_lock_signs_out_and_signing_in_returns_to_the_same_page(amal):
    client = signed_in(amal)
    answer = client.get("/lock/", {"next": "/cases/start/?a=1"})
    assert answer.url == "/accounts/login/?next=%2Fcases%2Fstart%2F%3Fa%3D1"
    assert client.get("/").status_code == 302


def test_the_lock_answers_when_the_session_has_ended_by_itself(db):
    assert Client().get("/lock/", {"next": "/cases/start/"}).url == "/accounts/login/?next=%2Fcases%2Fstart%2F"


@pytest.mark.parametrize("there", ["https://example.net/", "//example.net", "javascript:alert(1)", ""])
def test_the_lock_leads_nowhere_else(amal, there):
    assert signed_in(amal).get("/lock/", {"next": there}).url == "/accounts/login/?next=%2F"


def test_another_site_cannot_lock_a_worker_out(amal):
    client = signed_in(amal)
    client.get("/lock/", headers={"Sec-Fetch-Site": "cross-site"})
    assert client.get("/").status_code == 200


def test_the_lock_only_answers_a_get(amal):
    assert signed_in(amal).post("/lock/").status_code == 405
