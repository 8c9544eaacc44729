"""What is not erased, and by whom: a hold, a second person, the roles, a case that is not due."""

from datetime import date, timedelta

import psycopg
import pytest
from django.db import DatabaseError, connection

from kith.core.errors import NotFound
from kith.core.transactions import scoped
from kith.home import actions
from kith.home.actions import NotDestroyed
from kith.home.tests.agency import MARKER, NOW
from kith.record import actions as record


def test_nothing_is_erased_under_a_hold_not_even_by_the_owner(agency):
    agency.fill()
    agency.close()
    review = agency.decided()
    asked = agency.ask("entry", agency.world.entry("words").id)
    hold = record.place_hold(
        case=agency.case, kind="inquiry", who="The inquiry", why="asked", from_on=NOW.date(), by=agency.amal, at=NOW
    )
    before = agency.left()
    for one in (review, asked):
        with pytest.raises(NotDestroyed, match="legal hold"):
            actions.confirm_erasure(review=one, by=agency.gwen, at=NOW)
    with pytest.raises(NotDestroyed, match="legal hold"):
        agency.decided()
    for words in (
        "DELETE FROM record_case",
        "DELETE FROM core_case_key",
        "DELETE FROM core_stored_file",
        "DELETE FROM record_entry",
        "DELETE FROM exhibits_exhibit",
        "DELETE FROM record_hold",
    ):
        for role in ("kith_owner", "kith_super"):
            with psycopg.connect(agency.cluster.url(role, agency.name)) as by_hand:
                by_hand.execute("SELECT set_config('kith.erasing', 'no', false)")
                with pytest.raises(psycopg.DatabaseError, match="legal hold"):
                    by_hand.execute(words)
    assert agency.left() == before
    record.end_hold(hold=hold, why="over", by=agency.amal, at=NOW)
    actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    assert agency.left() == {}


def test_whoever_decided_does_not_confirm(agency):
    agency.fill()
    agency.close()
    review = agency.decided()
    with pytest.raises(NotDestroyed, match="second person"):
        actions.confirm_erasure(review=review, by=agency.iris, at=NOW)
    with scoped(worker_id=agency.iris.id), connection.cursor() as cursor, pytest.raises(DatabaseError, match="decided"):
        cursor.execute("SELECT kith_erase(%s, now())", [review.id])
    assert agency.left()
    actions.confirm_erasure(review=review, by=agency.jo, at=NOW)
    assert agency.left() == {}


def refused(worker, words, *values):
    with pytest.raises(DatabaseError), scoped(worker_id=worker.id), connection.cursor() as cursor:
        cursor.execute(words, values)


@pytest.mark.parametrize("who", ["amal", "cara"])
def test_nobody_without_the_role_confirms_or_decides_whatever_they_send_to_the_database(agency, who):
    agency.fill()
    agency.close()
    review = agency.decided()
    one = agency.amal if who == "amal" else agency.world.cara
    refused(one, "SELECT kith_erase(%s, now())", review.id)
    for words in (
        "UPDATE record_review SET confirmed_by_id = %s WHERE id = %s",
        "UPDATE record_review SET asked_by_id = %s WHERE id = %s",
    ):
        refused(agency.iris, words, agency.gwen.id, review.id)
    for words in (
        "SELECT kith_erase_case(%s, %s)",
        "SELECT kith_erase_entry(%s, %s)",
        "SELECT kith_erase_file(%s, %s, NULL)",
    ):
        refused(agency.iris, words, agency.case.id, review.id)
    with scoped(worker_id=one.id), connection.cursor() as cursor:
        cursor.execute("UPDATE record_review SET decision = 'destroy', decided_by_id = %s", [one.id])
        assert cursor.rowcount == 0
        cursor.execute("SELECT count(*) FROM kith_governed(NULL)")
        assert cursor.fetchone() == (0,)
    with pytest.raises(NotFound):
        actions.decide_case(case_id=agency.case.id, decision="destroy", why="x", by=agency.world.cara, at=NOW)


def test_setting_the_word_for_oneself_empties_no_original(agency):
    chat = agency.world.chat()
    words = "SELECT set_config('kith.erasing', 'yes', true); UPDATE exhibits_exhibit SET name_text = 'x' WHERE id = %s"
    with pytest.raises(DatabaseError, match="never change"), scoped(worker_id=agency.amal.id):
        connection.cursor().execute(words.replace("%s", f"'{chat.id}'"))


def test_a_case_opened_again_after_it_was_decided_stays(agency):
    agency.fill()
    agency.close()
    review = agency.decided()
    record.reopen_case(case=agency.case, since_on=NOW.date(), why="back", by=agency.amal, at=NOW + timedelta(minutes=1))
    with pytest.raises(NotDestroyed, match="opened again"):
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    record.close_case(case=agency.case, since_on=NOW.date(), why="gone", by=agency.amal, at=NOW + timedelta(minutes=2))
    with pytest.raises(NotDestroyed, match="opened again"):  # decided about another closing: it is decided anew
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)


def test_a_case_that_is_not_due_cannot_be_decided(agency):
    agency.fill()
    agency.close(schedule="looked_after")  # 1990 + 75
    with pytest.raises(NotDestroyed, match="not over"):
        agency.decided()


def test_a_case_that_was_kept_is_due_again_on_the_day_that_was_said(agency):
    agency.fill()
    agency.close()
    kept = actions.decide_case(
        case_id=agency.case.id, decision="keep", why="x", keep_until=date(2027, 5, 1), by=agency.iris, at=NOW
    )
    assert kept.decision == "keep"
    with pytest.raises(NotDestroyed, match="not over"):
        agency.decided()
    later = NOW + timedelta(days=200)
    actions.decide_case(case_id=agency.case.id, decision="destroy", why="x", by=agency.iris, at=later)


def test_keeping_needs_a_day_to_look_again(agency):
    agency.fill()
    agency.close()
    with pytest.raises(NotDestroyed, match="looked at again"):
        actions.decide_case(case_id=agency.case.id, decision="keep", why="x", by=agency.iris, at=NOW)


def test_an_exhibit_that_is_being_read_is_not_erased_meanwhile(agency):
    chat = agency.world.chat()
    with scoped(worker_id=agency.amal.id), connection.cursor() as cursor:
        cursor.execute("UPDATE exhibits_exhibit SET state = 'reading' WHERE id = %s", [chat.id])
    with pytest.raises(NotDestroyed, match="being read"):
        agency.erase("exhibit", chat.id)


def test_erasing_twice_is_refused(agency):
    agency.fill()
    agency.close()
    review = agency.decided()
    actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    with pytest.raises(NotDestroyed, match="nothing to confirm"):
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)


def test_that_something_was_erased_is_never_taken_back(agency):
    agency.erase("entry", agency.world.entry(MARKER).id)
    for role in ("kith_owner", "kith_super"):
        with psycopg.connect(agency.cluster.url(role, agency.name)) as by_hand, pytest.raises(psycopg.DatabaseError):
            by_hand.execute("DELETE FROM core_erasure")
