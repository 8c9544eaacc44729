"""Reference data on pages: everybody reads, the information governance lead alone changes."""

import re
import uuid
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock, reference
from kith.core.permissions import ALLOWED, Permission, Role
from kith.core.reference import actions
from kith.core.reference import queries as stored
from kith.core.reference.reading import shipped
from kith.home.tests.reading import main_part, plain
from kith.record import testing

CHANGES = ("edit", "end", "check")


@pytest.fixture
def dee(db):
    return testing.worker("Dee Lowe", Role.INFORMATION_GOVERNANCE_LEAD)


@pytest.fixture
def cara(db):
    return testing.worker("Cara Elsewhere")


def today():
    return clock.now().date()


def signed_in(worker):
    client = Client()
    client.force_login(worker)
    return client


def row(name="deadline_rules", key="epo"):
    return reference.one(name, key, on=today())


def address(what, one=None):
    one = one or row()
    return reverse(f"home:reference_{what}", args=[one.name, one.line])


def seen(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def typed(client, path, **changed):
    """Give the form of a page as a browser would send it, with some answers changed."""
    content = main_part(seen(client, path))
    fields = dict(re.findall(r'<input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"', content))
    fields |= {
        name: text.strip("\r\n")
        for name, text in re.findall(r'<textarea[^>]*?name="([^"]+)"[^>]*>(.*?)</textarea>', content, re.S)
    }
    for name, options in re.findall(r'<select[^>]*?name="([^"]+)"[^>]*>(.*?)</select>', content, re.S):
        fields[name] = "".join(re.findall(r'value="([^"]*)" selected', options))
    fields.pop("is_verified", None)
    return {name: given.replace("&#39;", "'").replace("&amp;", "&") for name, given in fields.items()} | changed


def on_day(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


@pytest.mark.parametrize("role", list(Role))
def test_whoever_works_here_reads_and_only_the_lead_is_offered_a_change(db, role):
    client, is_lead = signed_in(testing.worker("Cara", role)), role == Role.INFORMATION_GOVERNANCE_LEAD
    assert "Deadlines" in plain(seen(client, "/reference/"))
    assert ("Add a row" in seen(client, "/reference/deadline_rules/")) is is_lead
    shown = seen(client, address("row"))
    for what in CHANGES:
        assert (address(what) in shown) is is_lead
        assert client.get(address(what)).status_code == (200 if is_lead else 404)
    assert client.get("/reference/deadline_rules/add/").status_code == (200 if is_lead else 404)


@pytest.mark.parametrize("role", list(Role))
def test_a_set_for_learning_is_also_changed_by_whoever_writes_what_others_learn_from(db, role):
    client, may = signed_in(testing.worker("Cara", role)), Permission.WRITE_LEARNING in ALLOWED[role]
    bite = row("bites", "cookies")
    assert ("Add a row" in seen(client, "/reference/bites/")) is may
    for what in CHANGES:
        assert client.get(address(what, bite)).status_code == (200 if may else 404)
    sent = {"submit_key": uuid.uuid4(), "why": "x", "version": 1}
    assert client.post(address("take", bite), sent).status_code == (409 if may else 404)  # none newer came
    assert len(stored.versions("bites", bite.line)) == 1


@pytest.mark.parametrize("what", [*CHANGES, "take"])
def test_what_cara_sends_is_not_found_and_changes_nothing(cara, what):
    answer = signed_in(cara).post(address(what), {"submit_key": uuid.uuid4(), "why": "x", "version": 1})
    assert answer.status_code == 404
    assert len(stored.versions("deadline_rules", row().line)) == 1
    assert signed_in(cara).post("/reference/deadline_rules/add/", {"submit_key": uuid.uuid4()}).status_code == 404


def test_a_stranger_is_asked_to_sign_in(db):
    for path in ("/reference/", "/reference/roles/", address("row"), address("edit")):
        assert Client().get(path).url.startswith("/accounts/login/")


@pytest.mark.parametrize(
    "path", ["/reference/nothing/", f"/reference/roles/{uuid.UUID(int=1)}/", "/reference/nothing/add/"]
)
def test_what_is_not_there_is_not_found(dee, path):
    assert signed_in(dee).get(path).status_code == 404


def test_a_row_of_one_set_is_not_found_under_another(dee):
    client = signed_in(dee)
    for what in ("row", *CHANGES):
        assert client.get(reverse(f"home:reference_{what}", args=["roles", row().line])).status_code == 404


@pytest.mark.parametrize("name", sorted(shipped()))
def test_every_set_and_row_has_its_page(cara, name):
    client = signed_in(cara)
    shown = seen(client, f"/reference/{name}/")
    for one in reference.rows(name, on=today())[:3]:
        assert address("row", one) in shown
        assert one.source.split(";")[0] in plain(seen(client, address("row", one)))


def test_the_sets_say_how_much_is_to_be_checked(cara):
    rows = reference.rows("deadline_rules", on=today())
    unchecked = sum(not one.is_verified for one in rows)
    assert unchecked > 5
    assert f"{unchecked} not checked yet" in plain(seen(signed_in(cara), "/reference/"))


def test_an_unchecked_row_says_so_beside_what_it_says(cara):
    assert "Nobody has checked this against its source yet" in plain(seen(signed_in(cara), address("row")))
    checked = row(key="plo_total")
    assert "Nobody has checked" not in plain(seen(signed_in(cara), address("row", checked)))


def test_a_change_is_a_new_version_and_both_stand_in_the_history(dee):
    client = signed_in(dee)
    path = address("edit")
    sent = typed(client, path, said_says="The longest it may last.", why="Read the section again")
    answer = client.post(path, sent)
    assert answer.status_code == 302, plain(answer.content.decode())
    shown = plain(seen(client, answer.url))
    assert "The longest it may last." in shown
    assert "Changed: what must have happened" in shown and "by Dee Lowe" in shown and "Read the section again" in shown
    assert "Added" in shown and "came with Kith" in shown
    assert row().value["limits"] == ["8 days", "7 days"]


def test_a_change_without_a_reason_or_with_another_shape_is_asked_again(dee):
    client, path = signed_in(dee), address("edit")
    shown = plain(client.post(path, typed(client, path, why="", said_limits="soon")).content.decode())
    assert "Enter why" in shown and "is not a limit: write a number and" in shown
    assert len(stored.versions("deadline_rules", row().line)) == 1


def test_two_windows_do_not_overwrite_each_other(dee):
    client, path = signed_in(dee), address("edit")
    first, second = (typed(client, path, why=why, source=why) for why in ("first", "second"))
    assert client.post(path, first).status_code == 302
    answer = client.post(path, second)
    assert answer.status_code == 200
    assert "Somebody has changed this row since you opened it" in plain(answer.content.decode())
    assert row().source == "first"


def test_a_checked_row_no_longer_warns(dee):
    client, path, ahead = signed_in(dee), address("check"), today() + timedelta(days=300)
    answer = client.post(path, typed(client, path, why="section 45", **on_day("next_check_on", ahead)))
    assert answer.status_code == 302
    assert row().is_verified and row().next_check_on == ahead
    assert "Nobody has checked" not in plain(seen(client, answer.url))


def test_a_check_is_offered_for_a_year_from_now_and_refused_for_today(dee):
    client, path = signed_in(dee), address("check")
    assert typed(client, path)["next_check_on-year"] == str(today().year + 1)
    answer = client.post(path, typed(client, path, why="x", **on_day("next_check_on", today())))
    assert "The next check must be after today" in plain(answer.content.decode())


def test_an_ended_row_is_shown_among_those_no_longer_in_force(dee):
    client, path = signed_in(dee), address("end")
    yesterday = today() - timedelta(days=1)
    ended = row()
    assert client.post(path, typed(client, path, why="repealed", **on_day("last_day", yesterday))).status_code == 302
    assert row() is None
    shown = plain(seen(client, "/reference/deadline_rules/"))
    assert shown.index("No longer in force") < shown.index("Emergency protection order")
    assert "This has not been in force since" in plain(seen(client, address("row", ended)))


def test_a_row_is_added(dee):
    client, path = signed_in(dee), "/reference/help_directory/add/"
    sent = typed(
        client,
        path,
        key="our_line",
        said_name="Our own line",
        said_for_whom="Staff",
        said_when="At any time",
        said_route="Ring",
        source="The intranet",
        why="New this year",
    )
    answer = client.post(path, sent)
    assert answer.status_code == 302, plain(answer.content.decode())
    assert row("help_directory", "our_line").value["name"] == "Our own line"
    shown = plain(client.post(path, sent | {"submit_key": uuid.uuid4()}).content.decode())
    assert "'our_line' is there already" in shown
    odd = plain(client.post(path, sent | {"submit_key": uuid.uuid4(), "key": "Our Line"}).content.decode())
    assert "A key is made of small letters" in odd


def test_a_choice_and_a_number_are_asked_as_such(dee):
    client, one = signed_in(dee), row("retention_schedules", "looked_after")
    path = address("edit", one)
    sent = typed(client, path, why="our schedule", said_years="80")
    assert sent["said_from"] == "birth"
    assert client.post(path, sent).status_code == 302
    assert row("retention_schedules", "looked_after").value["years"] == 80


def test_reference_is_in_the_main_navigation(cara):
    assert '<a href="/reference/"' in seen(signed_in(cara), "/")


def test_a_page_of_a_set_asks_the_database_as_often_however_many_rows(cara, django_assert_max_num_queries):
    client = signed_in(cara)
    with django_assert_max_num_queries(12):
        client.get("/reference/bank_holidays/")
    with django_assert_max_num_queries(12):
        client.get("/reference/")


def test_words_of_a_row_are_text_not_markup(dee):
    given = {"name": "<b>x</b>", "for_whom": "x", "when": "x", "route": "<script>alert(1)</script>"}
    made = actions.add_row(
        name="help_directory",
        row={"key": "odd", "value": given, "source": "x", "owner": "x", "next_check_on": date(2030, 1, 1)},
        why="x",
        by=dee,
        at=clock.now(),
    )
    for path in ("/reference/help_directory/", address("row", made), address("edit", made)):
        assert "<script>alert" not in seen(signed_in(dee), path)
        assert "<b>x" not in seen(signed_in(dee), path)
