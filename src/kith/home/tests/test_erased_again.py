"""What was erased stays erased: after a killed process, and after a restore from an older copy."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, connections

from kith.core import erasures
from kith.core.transactions import scoped
from kith.core.vault import ObjectName
from kith.core.vault.s3_client import client
from kith.core.vault.tests.peers import peer
from kith.home import actions
from kith.home.tests import agency as made
from kith.home.tests.agency import MARKER, NOW
from kith.record import actions as record


def test_what_a_killed_process_left_is_taken_up(agency, monkeypatch):
    """Killed between the commit and the list: the next sweep writes the list and rids the store."""
    agency.fill()
    agency.close()
    review = agency.decided()
    with monkeypatch.context() as killed:
        killed.setattr(erasures, "finish", lambda: None)
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    assert made.objects() != set()
    assert erasures.listing(erasures.folder()) == []
    from kith.home.jobs import take_up_erasing

    take_up_erasing()
    take_up_erasing()
    assert made.objects() == set()
    assert len(erasures.listing(erasures.folder())) == 1


class Restored:
    """An older copy of the database and of the store, and how it is brought back."""

    def __init__(self, agency, tmp_path):
        self.agency, self.folder = agency, erasures.folder()
        self.copy, self.files = f"{agency.name}_older", tmp_path / "older-files"
        connections["default"].close()
        agency.cluster.drop_database(self.copy)
        agency.cluster.ensure_database(self.copy, template=agency.name)
        shutil.copytree(self.folder / "files", self.files)

    def bring_back(self):
        connections["default"].close()
        self.agency.cluster.drop_database(self.agency.name)
        self.agency.cluster.ensure_database(self.agency.name, template=self.copy)
        shutil.rmtree(self.folder / "files")
        shutil.copytree(self.files, self.folder / "files")

    def forget(self):
        self.agency.cluster.drop_database(self.copy)


@pytest.fixture
def older(agency, tmp_path):
    agency.fill()
    agency.close()
    copy = Restored(agency, tmp_path)
    yield copy
    copy.forget()


def test_after_a_restore_a_whole_case_is_erased_again(agency, older):
    actions.confirm_erasure(review=agency.decided(), by=agency.gwen, at=NOW)
    older.bring_back()
    assert agency.left()
    assert made.objects()
    with pytest.raises(erasures.NotTheOwner):
        erasures.replay(erasures.folder(), at=NOW)
    with agency.as_owner():
        assert erasures.replay(erasures.folder(), at=NOW) == 1
        assert erasures.replay(erasures.folder(), at=NOW) == 0
    assert agency.left() == {}
    assert made.objects() == set()
    assert agency.faults() == []


@pytest.mark.drill
def test_after_a_restore_single_things_are_erased_again_though_the_old_copy_shows_a_hold(agency, older, tmp_path):
    older.forget()
    chat = agency.world.chat(made.CHAT.replace(b"25/03", b"24/03"))
    entry = agency.world.entry("Quondamwords")
    hold = record.place_hold(
        case=agency.case, kind="court", who="x", why="x", from_on=NOW.date(), by=agency.amal, at=NOW
    )
    copy = Restored(agency, tmp_path / "second")
    record.end_hold(hold=hold, why="over", by=agency.amal, at=NOW)
    agency.erase("exhibit", chat.id)
    agency.erase("entry", entry.id)
    after = made.objects()
    copy.bring_back()
    assert agency.left("Quondamwords")
    assert made.objects() != after
    with agency.as_owner():
        assert erasures.replay(erasures.folder(), at=NOW) == 2
    assert agency.left("Quondamwords") == {}
    assert made.objects() == after
    assert agency.faults() == []


def test_an_altered_list_stops_a_replay(agency):
    agency.erase("entry", agency.world.entry(MARKER).id)
    path = erasures.folder() / erasures.LIST
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"id": "cut sho')  # a power cut: written again by the next sweep
    assert len(erasures.listing(erasures.folder())) == 1
    path.write_bytes(whole + b'{"id": "altered"}\n')
    with pytest.raises(erasures.BrokenList, match="Line 2"):
        erasures.listing(erasures.folder())


def test_every_object_named_in_the_database_can_be_named_in_the_store(agency):
    agency.erase("exhibit", agency.world.chat().id)
    with scoped(worker_id=agency.iris.id), connection.cursor() as cursor:
        cursor.execute("SELECT name, is_deleted FROM core_erased_object")
        [(name, is_deleted)] = cursor.fetchall()
    assert ObjectName.parse(name)
    assert is_deleted


def test_what_is_erased_is_gone_from_a_bucket_too_though_the_store_was_away_at_first(agency, settings, tmp_path):
    settings.DATA_FOLDER = str(tmp_path)
    with peer("rclone") as rclone:
        settings.FILES_IN = rclone.bucket()
        agency.fill()
        agency.close()
        review = agency.decided()
        assert made.objects() != set()
        rclone.kill()
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)  # it stands, whatever the store does
        assert len(erasures.listing(erasures.folder())) == 1
        rclone.start()
        assert made.objects() != set()
        erasures.finish()
        assert made.objects() == set()


@pytest.mark.drill
def test_what_a_bucket_has_locked_stays_to_be_erased_and_keeps_nothing_else(agency, settings, tmp_path):
    settings.DATA_FOLDER = str(tmp_path)
    with peer("moto") as moto:
        settings.FILES_IN = bucket = moto.bucket(locks=True)
        agency.fill()
        agency.close()
        ask, at = client(bucket), {"Bucket": bucket.name}
        versions = ask.list_object_versions(**at)["Versions"]
        assert len(versions) > 1
        held = {"Key": versions[0]["Key"], "VersionId": versions[0]["VersionId"]}
        until = datetime.now(UTC) + timedelta(days=1)
        ask.put_object_retention(Retention={"Mode": "COMPLIANCE", "RetainUntilDate": until}, **at, **held)
        actions.confirm_erasure(review=agency.decided(), by=agency.gwen, at=NOW)
        assert [each["Key"] for each in ask.list_object_versions(**at)["Versions"]] == [held["Key"]]
        erasures.finish()
        assert len(ask.list_object_versions(**at)["DeleteMarkers"]) == 1  # tried again, and nothing piles up
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM kith_objects_to_delete(NULL)")
            assert [name for (name,) in cursor.fetchall()] == [held["Key"].rpartition("/")[2]]
