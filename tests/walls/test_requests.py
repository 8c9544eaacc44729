"""What a request keeps and what it takes back, with real commits."""

import uuid

import pytest
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import Client
from django.urls import include, path

from kith.core.pages import page
from kith.core.permissions import Permission
from kith.core.transactions import NoScope, current, scoped
from kith.record import actions, queries
from kith.record.testing import AT, case, worker


@page("GET", needs=Permission.OPEN_CASE)
def failing(request, *, case_id):
    raise RuntimeError("the page fails after the case was opened")


@page("GET", "POST", needs=Permission.WRITE_RECORD)
def adding(request, *, case_id):
    if request.method == "GET":
        return HttpResponse("form")
    actions.add_participant(case=request.case, known_as="Lena", part="mother", by=request.worker, at=request.at)
    if "fail" in request.POST:
        raise RuntimeError("the page fails after the action")
    return redirect("adding", case_id) if "ok" in request.POST else HttpResponse("errors")


urlpatterns = [
    path("cases/<uuid:case_id>/failing/", failing, name="failing"),
    path("cases/<uuid:case_id>/adding/", adding, name="adding"),
    path("", include("kith.config.urls")),
]


@pytest.fixture
def amal(committed, settings):
    settings.ROOT_URLCONF = __name__
    return worker("Amal")


@pytest.fixture
def browser(amal):
    client = Client(raise_request_exception=False)
    client.force_login(amal)
    return client


def verbs(worker_id, case_id):
    with scoped(worker_id=worker_id), connection.cursor() as cursor:
        cursor.execute("SELECT body::jsonb ->> 'verb' FROM core_ledger WHERE chain = %s ORDER BY seq", [case_id])
        return [verb for (verb,) in cursor.fetchall()]


def participants(worker_id, made):
    with scoped(worker_id=worker_id):
        return len(queries.participants_of(made))


def test_a_failed_page_keeps_its_access_note(amal, browser):
    made = case(amal)
    answer = browser.get(f"/cases/{made.id}/failing/")
    assert answer.status_code == 500
    assert verbs(amal.id, made.id) == ["case.started", "case.opened"]


def test_a_page_that_fails_after_its_action_changes_nothing_but_the_access_note(amal, browser):
    made = case(amal)
    answer = browser.post(f"/cases/{made.id}/adding/", {"submit_key": uuid.uuid4(), "fail": "1"})
    assert answer.status_code == 500
    assert participants(amal.id, made) == 0
    assert verbs(amal.id, made.id) == ["case.started", "case.opened"]


def test_a_form_sent_twice_changes_one_thing(amal, browser):
    made, key = case(amal), uuid.uuid4()
    first = browser.post(f"/cases/{made.id}/adding/", {"submit_key": key, "ok": "1"})
    second = browser.post(f"/cases/{made.id}/adding/", {"submit_key": key, "ok": "1"})
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert participants(amal.id, made) == 1


def test_a_form_that_came_back_with_errors_may_be_sent_again(amal, browser):
    made, key = case(amal), uuid.uuid4()
    browser.post(f"/cases/{made.id}/adding/", {"submit_key": key})
    answer = browser.post(f"/cases/{made.id}/adding/", {"submit_key": key, "ok": "1"})
    assert answer.status_code == 302


def test_a_form_without_its_key_is_refused_in_plain_words(amal, browser):
    made = case(amal)
    answer = browser.post(f"/cases/{made.id}/adding/", {"ok": "1"})
    assert answer.status_code == 409
    assert "out of date" in answer.content.decode()
    assert participants(amal.id, made) == 0


def test_unknown_and_not_mine_are_the_same_page_and_both_leave_a_trace(amal, committed, settings):
    made, cara = case(amal), worker("Cara")
    client = Client()
    client.force_login(cara)
    others, unknown = client.get(f"/cases/{made.id}/adding/"), client.get(f"/cases/{uuid.uuid4()}/adding/")
    assert others.status_code == unknown.status_code == 404
    assert others.content == unknown.content
    assert "case.opened" not in verbs(amal.id, made.id)


def test_ended_access_ends_at_once(amal, browser):
    made, ben = case(amal), worker("Ben")
    actions.give_access(case=made, worker=ben, why="manages", by=amal, at=AT)
    client = Client()
    client.force_login(ben)
    assert client.get(f"/cases/{made.id}/adding/").status_code == 200
    from kith.core import clock
    from kith.record.models import Access

    with scoped(worker_id=amal.id):
        access = Access.objects.get(case=made, worker=ben)
    actions.end_access(access=access, by=amal, at=clock.now())
    assert client.get(f"/cases/{made.id}/adding/").status_code == 404


def test_nobody_signed_in_is_sent_to_sign_in_and_back(amal):
    made = case(amal)
    answer = Client().get(f"/cases/{made.id}/adding/?x=1")
    assert answer.status_code == 302
    assert answer.url == f"/accounts/login/?next=/cases/{made.id}/adding/%3Fx%3D1"


def test_the_database_forgets_who_asked_when_the_transaction_ends(amal):
    made = case(amal)
    with scoped(worker_id=amal.id, case_id=made.id), connection.cursor() as cursor:
        cursor.execute("SELECT kith_worker(), kith_case()")
        assert cursor.fetchone() == (amal.id, made.id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_worker(), kith_case(), cardinality(kith_cases())")
        assert cursor.fetchone() == (None, None, 0)
    with pytest.raises(NoScope):
        current()
