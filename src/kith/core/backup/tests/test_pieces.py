"""The pieces of a backup and of an archive: whatever is changed in one is noticed, and its name is said."""

import random
from pathlib import Path

import pytest

from kith.core.backup.archive import Archive, ArchiveGap, put_log_back
from kith.core.backup.damage import BackupProblem, Damaged
from kith.core.backup.locks import keys_for, lock_of, private_keys
from kith.core.backup.log_file import LogWriter, read_log
from kith.core.backup.objects import Kept, copy_new, copy_object, forget_others, put_back
from kith.core.backup.pieces import PieceReader, PieceWriter
from kith.core.backup.streaming import Objects
from kith.core.vault import CaseKey, Disk, InstallationKeys, Writer, new_installation_key, store_in
from kith.core.vault.tests.peers import peer

KEYS = InstallationKeys((new_installation_key(),))
LOCK = lock_of(KEYS.current)
SEGMENT = 16 << 20
NAME = "2026-11-25T140000Z-00000000/database"


def a_piece(path: Path, data: bytes) -> Path:
    with PieceWriter(path, LOCK.public, NAME) as writer:
        for start in range(0, len(data), 70_001):
            writer.write(data[start : start + 70_001])
        writer.finish()
    return path


@pytest.mark.parametrize("length", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20])
def test_a_piece_reads_back(tmp_path: Path, length: int) -> None:
    data = random.Random(length).randbytes(length)
    with PieceReader(a_piece(tmp_path / "piece", data), LOCK.private, NAME) as reader:
        assert reader.read() == data


def test_a_changed_byte_anywhere_in_a_piece_names_it(tmp_path: Path) -> None:
    path = a_piece(tmp_path / "piece", random.Random(1).randbytes((1 << 20) + 500))
    whole = path.read_bytes()
    places = [*range(165), *random.Random(2).sample(range(len(whole)), 60), len(whole) - 1]
    for at in places:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x80]) + whole[at + 1 :])
        with pytest.raises(Damaged, match=NAME), PieceReader(path, LOCK.private, NAME) as reader:
            reader.read()


@pytest.mark.parametrize("cut", [1, 16, 17, 500, 1 << 20])
def test_a_piece_that_was_cut_or_added_to_names_itself(tmp_path: Path, cut: int) -> None:
    path = a_piece(tmp_path / "piece", bytes(2 << 20))
    whole = path.read_bytes()
    for spoilt in (whole[:-cut], whole + bytes(cut)):
        path.write_bytes(spoilt)
        with pytest.raises(Damaged, match=NAME), PieceReader(path, LOCK.private, NAME) as reader:
            reader.read()


def test_a_piece_of_another_backup_or_key_does_not_open(tmp_path: Path) -> None:
    path = a_piece(tmp_path / "piece", b"words")
    with pytest.raises(Damaged):
        PieceReader(path, LOCK.private, NAME.replace("25", "26"))
    with pytest.raises(Damaged):
        PieceReader(path, lock_of(new_installation_key()).private, NAME)
    with pytest.raises(Damaged, match="is not there"):
        PieceReader(tmp_path / "none", LOCK.private, NAME)


def test_the_keys_of_backups_come_from_the_installation_key_and_are_not_it() -> None:
    other = InstallationKeys((new_installation_key(), *KEYS.keys))
    assert keys_for(other, KEYS.current.id) == LOCK
    assert KEYS.current.secret not in (LOCK.private, LOCK.public)
    assert LOCK.private.hex() not in repr(LOCK)
    with pytest.raises(BackupProblem, match=f"{KEYS.current.id}; what was given is"):
        keys_for(InstallationKeys((new_installation_key(),)), KEYS.current.id)


def a_log(path: Path, records: list[tuple[int, bytes]]) -> Path:
    writer = LogWriter(path, LOCK.public, path.name)
    for start, data in records:
        writer.add(start, data)
    writer.sync()
    writer.close()
    return path


RECORDS = [(100, b"first"), (105, b"second" * 100), (705, b"third")]


def test_a_log_reads_back_and_what_was_cut_short_is_its_end(tmp_path: Path) -> None:
    path = a_log(tmp_path / "log", RECORDS)
    keys = private_keys(KEYS)
    assert list(read_log(path, keys, "log")) == RECORDS
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        found = list(read_log(path, keys, "log"))
        assert found == RECORDS[: len(found)]


def test_a_changed_byte_of_a_log_is_never_read_as_it_was(tmp_path: Path) -> None:
    path = a_log(tmp_path / "log", RECORDS)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            found = list(read_log(path, private_keys(KEYS), "log"))
        except Damaged as problem:
            assert "The file log of the archive" in str(problem)
        else:  # a length that reaches beyond the end, or another key's mark: less is read, and never other bytes
            assert found == RECORDS[: len(found)] and len(found) < len(RECORDS)


def an_archive(folder: Path, records: list[list[tuple[int, bytes]]]) -> Path:
    archive = Archive(folder)
    archive.ensure("life")
    for each in records:
        path = archive.new_file("life", each[0][0])
        writer = LogWriter(path, LOCK.public, f"log/life/{path.name}")
        for start, data in each:
            writer.add(start, data)
        writer.close()
    return folder


def data_folder(place: Path) -> Path:
    wal = place / "postgres" / "pg_wal"
    wal.mkdir(parents=True)
    (wal / "000000010000000000000002").write_bytes(bytes(SEGMENT))
    (wal / "archive_status").mkdir()
    return place / "postgres"


def test_a_log_is_laid_where_it_belongs_over_segments_and_sessions(tmp_path: Path) -> None:
    data, at = data_folder(tmp_path), 3 * SEGMENT - 3
    archive = an_archive(tmp_path / "archive", [[(100, b"older")], [(at, b"abcdef")], [(at + 4, b"EFGH")]])
    assert put_log_back(archive, data, "life", KEYS) == at + 8
    wal = data / "pg_wal"
    assert (wal / "000000010000000000000002").read_bytes()[-3:] == b"abc"
    assert (wal / "000000010000000000000003").read_bytes()[:6] == b"dEFGH\0"
    assert (wal / "000000010000000000000003").stat().st_size == SEGMENT


def test_a_gap_or_the_log_of_another_life_is_refused(tmp_path: Path) -> None:
    data = data_folder(tmp_path)
    gap = an_archive(tmp_path / "gap", [[(3 * SEGMENT - 2, b"ab")], [(3 * SEGMENT + 1, b"c")]])
    with pytest.raises(ArchiveGap, match="lacks 1 bytes"):
        put_log_back(gap, data, "life", KEYS)
    with pytest.raises(ArchiveGap, match="holds no log that goes with this backup"):
        put_log_back(gap, data, "another", KEYS)
    with pytest.raises(BackupProblem, match="give another folder"):
        Archive(tmp_path).ensure("life")


def stored(store: Disk, data: bytes) -> Path:
    with Writer(store) as writer:
        writer.write(data)
        return store.path_of(writer.commit(CaseKey.new()).name)


def test_objects_are_copied_once_and_come_back_checked(tmp_path: Path) -> None:
    store, objects = Disk(tmp_path / "store"), tmp_path / "objects"
    objects.mkdir()
    first = stored(store, b"one")
    copied = copy_new(store, objects, {})
    assert (copied.new, len(copied.kept)) == (1, 1)
    stored(store, b"two" * 100_000)
    again = copy_new(store, objects, {kept.name: kept for kept in copied.kept})
    assert (again.new, len(again.kept)) == (1, 2)
    back = Disk(tmp_path / "back")
    assert put_back(again.kept, objects, back) == again.new_bytes + copied.new_bytes
    assert {str(each.name) for each in back.listing()} == {each.name for each in again.kept}
    (objects / first.name[:2] / first.name).unlink()
    with pytest.raises(Damaged, match=f"The object {first.name} of this backup is not there"):
        put_back(again.kept, objects, Disk(tmp_path / "third"))
    assert forget_others(objects, {each.name for each in copied.kept}) == 1


def test_an_object_that_no_list_names_is_copied_again(tmp_path: Path) -> None:
    store, objects = Disk(tmp_path / "store"), tmp_path / "objects"
    objects.mkdir()
    path = stored(store, b"one")
    kept = copy_object(path, objects)
    kept.path_under(objects).chmod(0o600)
    kept.path_under(objects).write_bytes(b"cut short")
    assert copy_new(store, objects, {kept.name: kept}).new == 1
    assert put_back([kept], objects, Disk(tmp_path / "back")) == kept.size_bytes
    assert Kept(kept.name, 1, kept.sha256) != kept


def test_the_archive_sees_every_new_object_though_the_clock_ticks_coarsely(tmp_path: Path) -> None:
    store, archive = Disk(tmp_path / "agency" / "files"), Archive(tmp_path / "archive")
    archive.ensure("life")
    objects = Objects(store, tmp_path / "agency", archive)
    for number in range(300):  # as quickly as they come, so that many fall into one tick of the file system's clock
        path = stored(store, f"file {number}".encode())
        assert objects.copy() == 1
        assert (archive.objects / path.name[:2] / path.name).exists()
    assert objects.copy() == 0


def test_files_of_a_bucket_are_copied_once_and_put_back_into_an_empty_one_or_one_that_has_them(tmp_path):
    with peer("rclone") as rclone:
        store, objects = store_in(tmp_path / "agency", rclone.bucket()), tmp_path / "objects"
        objects.mkdir()
        for data in (b"one", b"two" * 1_000_000):
            with Writer(store) as writer:
                writer.write(data)
                writer.commit(CaseKey.new())
        copied = copy_new(store, objects, {})
        assert copied.new == 2
        assert copy_new(store, objects, {kept.name: kept for kept in copied.kept}).new == 0
        empty = store_in(tmp_path / "new", rclone.bucket())
        for into in (empty, empty, store):  # the second time each is there already, and is checked
            assert put_back(copied.kept, objects, into) == copied.new_bytes
        assert sorted(str(each.name) for each in empty.listing()) == [kept.name for kept in copied.kept]
        path = copied.kept[0].path_under(objects)
        path.chmod(0o600)
        sound = path.read_bytes()
        path.write_bytes(sound[:-1] + bytes([sound[-1] ^ 1]))
        third = store_in(tmp_path / "third", rclone.bucket())
        with pytest.raises(Damaged, match=copied.kept[0].name):
            put_back(copied.kept, objects, third)
        assert list(third.listing()) == []


def test_an_archive_of_a_bucket_has_the_lists_and_no_objects(tmp_path):
    archive = Archive(tmp_path / "archive")
    archive.ensure("0" * 16)
    (tmp_path / "sealings.jsonl").write_text("{}\n")
    assert Objects(None, tmp_path, archive).copy() == 0
    assert (archive.folder / "sealings.jsonl").read_text() == "{}\n"
