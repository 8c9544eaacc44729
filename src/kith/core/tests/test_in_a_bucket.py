"""The files of a case in a bucket: kept once, rid of what no row names, carried to a disk and back."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from kith.core import clock, files, jobs, orphans
from kith.core.backup.objects import blocks
from kith.core.carrying import carry_all
from kith.core.models import StoredFile
from kith.core.transactions import scoped
from kith.core.vault import Disk, NoAnswer, store_in
from kith.core.vault.s3 import S3, key_of
from kith.core.vault.s3_client import client
from kith.core.vault.tests.peers import peer
from kith.record import testing as make

LATER = orphans.SAFE_AGE + timedelta(hours=1)


@pytest.fixture(scope="module")
def rclone():
    with peer("rclone") as running:
        yield running


@pytest.fixture
def amal(committed):
    return make.worker()


@pytest.fixture
def made(amal, tmp_path, settings, rclone):
    settings.DATA_FOLDER, settings.FILES_IN = str(tmp_path / "agency"), rclone.bucket()
    return make.case(amal)


def keep(amal, made, data: bytes) -> StoredFile:
    with scoped(worker_id=amal.id, case_id=made.id):
        return files.keep_bytes(data, case_id=made.id, at=clock.now())


def key_in(amal, made):
    def key(name):
        with scoped(worker_id=amal.id, case_id=made.id):
            row = StoredFile.objects.filter(id=name.file_id).first()
            return files.file_key(row) if row else None

    return key


def names(store) -> set[str]:
    return {str(each.name) for each in store.listing()}


def test_the_same_content_twice_is_one_row_and_one_object(amal, made) -> None:
    one, two = keep(amal, made, b"the same"), keep(amal, made, b"the same")
    assert one.id == two.id
    assert len(names(files.store())) == 1
    with scoped(worker_id=amal.id, case_id=made.id), files.open_stored(one) as reader:
        assert reader.read() == b"the same"


def test_what_was_rolled_back_goes_after_a_week_and_what_a_row_names_stays(amal, made) -> None:
    kept = keep(amal, made, b"kept")
    with pytest.raises(ZeroDivisionError), scoped(worker_id=amal.id, case_id=made.id):
        files.keep_bytes(b"rolled back", case_id=made.id, at=clock.now())
        raise ZeroDivisionError
    at = {"Bucket": files.store().bucket.name, "Key": key_of(next(iter(files.store().listing())).name) + "x"}
    client(files.store().bucket).create_multipart_upload(**at)  # of a process that was killed
    assert orphans.remove(at=clock.now()).objects == 0
    swept = orphans.remove(at=clock.now() + LATER)
    assert (swept.objects, swept.halves) == (1, 1)
    assert {each.name.file_id for each in files.store().listing()} == {kept.id}


def test_a_store_that_is_away_keeps_no_row_and_ends_no_sweep(amal, made, settings, caplog, monkeypatch) -> None:
    keep(amal, made, b"before")
    settings.FILES_IN = type(settings.FILES_IN)("http://127.0.0.1:1", "kith", "a", "b")
    with pytest.raises(NoAnswer):
        keep(amal, made, b"meanwhile")
    with scoped(worker_id=amal.id, case_id=made.id):
        assert StoredFile.objects.count() == 1
    monkeypatch.setattr(orphans, "_EACH_DAY", jobs.Rest())
    orphans.sweep_each_day()
    assert "orphans left where they are" in caplog.text


def test_a_job_waits_for_a_store_longer_and_longer_and_never_gives_up() -> None:
    class Tried:
        attempts = 0

    waits = []
    for Tried.attempts in (0, 3, 8, 100):
        waits.append(jobs._WAIT_FOR_STORES.get_retry_decision(exception=NoAnswer(), job=Tried).retry_at)
    seconds = [round((each - datetime.now(UTC)).total_seconds()) for each in waits]
    assert seconds == [2, 16, 300, 300]
    assert jobs._WAIT_FOR_STORES.get_retry_decision(exception=ValueError(), job=Tried) is None


# --- carried elsewhere


def test_all_is_carried_to_a_disk_and_back_and_read_there(amal, made, tmp_path, rclone) -> None:
    for content in (b"", b"small", os.urandom(3 << 20)):
        keep(amal, made, content)
    source, disk, key = files.store(), Disk(tmp_path / "disk"), key_in(amal, made)
    there = carry_all(source, disk, key_of=key)
    assert (there.copied, there.opened, there.compared, there.faults) == (3, 3, 0, [])
    back = store_in(tmp_path / "back", rclone.bucket())
    assert carry_all(disk, back, key_of=lambda name: None).compared == 3
    assert names(source) == names(disk) == names(back)
    for each in source.listing():
        assert b"".join(blocks(back, each.name)) == b"".join(blocks(source, each.name))


def test_one_that_was_cut_short_goes_on(amal, made, tmp_path, monkeypatch) -> None:
    for number in range(4):
        keep(amal, made, f"file {number}".encode())
    disk, taken = Disk(tmp_path / "disk"), []
    opens = S3.open

    def dies(self, name):
        taken.append(name)
        return opens(self, name) if len(taken) < 3 else (_ for _ in ()).throw(NoAnswer("killed"))

    with monkeypatch.context() as killed, pytest.raises(NoAnswer):
        killed.setattr(S3, "open", dies)
        carry_all(files.store(), disk, key_of=key_in(amal, made))
    assert len(names(disk)) == 2
    again = carry_all(files.store(), disk, key_of=key_in(amal, made))
    assert (again.copied, again.there, again.faults) == (2, 2, [])
    assert list((tmp_path / "disk" / "incoming").iterdir()) == []


@pytest.mark.parametrize("has_key", [True, False])
def test_what_is_another_where_it_arrived_is_found(amal, made, tmp_path, has_key) -> None:
    keep(amal, made, b"as it was")
    disk, key = Disk(tmp_path / "disk"), key_in(amal, made) if has_key else lambda name: None
    carry_all(files.store(), disk, key_of=key)
    [path] = [each for each in (tmp_path / "disk").rglob("*") if each.is_file()]
    path.chmod(0o600)
    sound = path.read_bytes()
    path.write_bytes(sound[:-1] + bytes([sound[-1] ^ 1]))
    assert carry_all(files.store(), disk, key_of=key).faults == []
    assert len(carry_all(files.store(), disk, key_of=key, even_those_there=True).faults) == 1


def test_what_is_erased_while_it_is_copied_does_not_come_back(amal, made, tmp_path, monkeypatch) -> None:
    keep(amal, made, b"erased meanwhile")
    disk = Disk(tmp_path / "disk")
    opens = S3.open
    monkeypatch.setattr(S3, "open", lambda self, name: (opens(self, name), files.store().delete(name))[0])
    assert carry_all(files.store(), disk, key_of=key_in(amal, made)).copied == 0
    assert names(disk) == set()
