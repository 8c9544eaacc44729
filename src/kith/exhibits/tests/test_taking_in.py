"""Taking something in: numbers, custody, the same thing again, and what is refused."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from kith.core import files
from kith.core.models import StoredFile
from kith.core.transactions import scoped
from kith.exhibits import actions, testing
from kith.exhibits.models import CustodyEvent, Exhibit
from kith.exhibits.tests import samples
from kith.record import testing as make

pytestmark = pytest.mark.django_db


def test_what_is_taken_in_is_numbered_in_its_case_and_noted(case, amal, rows, verbs):
    other = make.case(amal)
    labels = [testing.exhibit(each, amal, data).label for each, data in ((case, b"a"), (case, b"b"), (other, b"a"))]
    assert labels == ["E1", "E2", "E1"]
    assert verbs()[-2:] == ["exhibit.taken_in", "exhibit.taken_in"]
    assert {bytes(row.sha256).hex() for row in rows(StoredFile)} == {bytes(row.sha256).hex() for row in rows(Exhibit)}


def test_the_store_itself_begins_the_custody_log(case, amal, rows):
    one = testing.exhibit(case, amal, samples.OPEN_ORDER)
    (line,) = rows(CustodyEvent)
    assert (line.verb, line.by_id, line.exhibit_id) == ("taken in", amal.id, one.id)
    assert bytes(line.sha256) == bytes(one.sha256)
    assert "Her neighbour" in line.detail


def test_a_row_written_past_the_action_has_its_custody_too(case, amal, rows):
    one = testing.exhibit(case, amal, b"first")
    with scoped(worker_id=amal.id, case_id=case.id):
        one.pk, one._state.adding, one.number = None, True, 77
        one.save(force_insert=True)
    assert len(rows(CustodyEvent, exhibit_id=one.id)) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE exhibits_exhibit SET sha256 = '\\x00'",
        "UPDATE exhibits_exhibit SET name_text = 'other'",
        "UPDATE exhibits_exhibit SET handed_over_on = '2020-01-01'",
        "UPDATE exhibits_custodyevent SET detail = ''",
        "DELETE FROM exhibits_custodyevent",
        "DELETE FROM exhibits_exhibit",
    ],
)
def test_an_original_and_its_custody_cannot_be_changed(case, amal, change):
    testing.exhibit(case, amal, b"first")
    with (
        scoped(worker_id=amal.id, case_id=case.id),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(change)


def test_the_same_file_again_is_another_exhibit_that_names_the_first(case, amal, rows):
    first = testing.exhibit(case, amal, samples.OPEN_ORDER, "chat.txt")
    again = testing.exhibit(case, amal, samples.OPEN_ORDER, "chat (1).txt")

    assert (again.label, again.same_as, again.state) == ("E2", first.id, Exhibit.State.KEPT)
    assert "the same file as E1" in again.says
    assert again.file_id == first.file_id
    assert len(rows(CustodyEvent, exhibit_id=again.id)) == 1


def test_the_same_file_in_another_case_is_not_known_there(case, amal):
    testing.exhibit(case, amal, samples.OPEN_ORDER)
    assert testing.exhibit(make.case(amal), amal, samples.OPEN_ORDER).same_as is None


@pytest.mark.parametrize(("data", "says"), [(b"", "is empty"), (b"x" * 3_000, "Kith takes files up to")])
def test_nothing_is_kept_of_what_is_empty_or_too_large(case, amal, settings, rows, data, says):
    settings.LARGEST_FILE_BYTES = 2_000
    with pytest.raises(actions.NotTaken, match=says):
        testing.exhibit(case, amal, data, "chat.txt")
    assert rows(Exhibit) == rows(StoredFile) == []


def test_a_date_in_the_future_is_refused(case, amal, rows):
    with pytest.raises(actions.NotTaken, match="future"):
        testing.exhibit(case, amal, b"x", at=make.AT.replace(year=2025))
    assert rows(Exhibit) == []


def test_a_full_disk_is_said_and_leaves_nothing(case, amal, rows, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    late = testing.incoming(b"x" * 3_000_000, "chat.txt")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(files.NoRoom, match="no room left"):
        actions.take_in(
            case=case,
            incoming=late,
            from_text="x",
            how="post",
            handed_over_on=date(2026, 3, 1),
            authority="a",
            question="q",
            by=amal,
            at=make.AT,
        )
    assert rows(Exhibit) == rows(StoredFile) == []


def test_a_participant_who_hands_something_over_is_named_by_their_row(case, amal):
    lena = make.participant(case, amal)
    one = testing.exhibit(case, amal, b"x", giver=lena)
    assert (one.from_participant, one.from_text) == (lena.id, "Lena")


def test_checking_the_original_works_out_its_hash_again(case, amal, rows, verbs):
    one = testing.exhibit(case, amal, samples.OPEN_ORDER)
    assert actions.check_original(exhibit=one, by=amal, at=make.AT) is True
    assert [row.detail for row in rows(CustodyEvent, verb="checked")] == ["The hash is the same."]
    assert verbs()[-1] == "exhibit.checked"


def test_only_a_failed_reading_can_be_asked_for_again(case, amal):
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    with pytest.raises(actions.NotAgain):
        actions.ask_to_read(exhibit=one, by=amal, at=make.AT)
    photo = testing.read(testing.exhibit(case, amal, b"\xff\xd8 made up", "a.jpg"), amal)
    assert actions.ask_to_read(exhibit=photo, by=amal, at=make.AT).state == Exhibit.State.RECEIVED
