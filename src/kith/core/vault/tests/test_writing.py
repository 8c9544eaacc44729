"""The laws of writing, for a folder and for a bucket."""

import hashlib
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from kith.core.vault import Missing, ObjectName, Writer

from .making import CASE_KEY, bytes_of, files_in, leave_a_stranger, opened, put

# --- writing


def test_the_same_content_twice_gives_one_address_and_two_objects_that_both_open(store):
    one, two = put(store, b"the same"), put(store, b"the same")
    assert one.address == two.address
    assert one.name != two.name
    assert store.delete(two.name)
    with opened(store, one) as reader:
        assert reader.read() == b"the same"


def test_nothing_of_the_content_or_key_is_on_the_disk_or_in_repr(store):
    stored = put(store, b"Fay-Marker " * 500)
    on_disk = b"".join(each.data for each in files_in(store))
    assert b"Fay-Marker" not in on_disk
    assert stored.sha256 not in on_disk
    assert "wrapped_file_key" not in repr(stored)


def test_the_hash_can_be_looked_at_before_committing(store):
    with Writer(store) as writer:
        writer.write(b"once")
        assert writer.finish() == hashlib.sha256(b"once").digest()
        with pytest.raises(ValueError, match="no more"):
            writer.write(b"more")
    assert files_in(store) == []


def test_an_abandoned_or_failed_writer_leaves_nothing(store):
    with pytest.raises(KeyError), Writer(store) as writer:
        writer.write(b"x" * 5000)
        raise KeyError
    assert files_in(store) == []
    for use in (lambda: writer.write(b"x"), writer.finish, lambda: writer.commit(CASE_KEY)):
        with pytest.raises(ValueError, match="abandoned"):
            use()


def test_committing_twice_is_refused_and_keeps_the_first(store):
    with Writer(store) as writer:
        writer.write(b"x")
        stored = writer.commit(CASE_KEY)
        with pytest.raises(ValueError, match="already"):
            writer.commit(CASE_KEY)
    assert store.exists(stored.name)


@pytest.mark.parametrize("segment_bytes", [0, 512, 1025, 1 << 25])
def test_an_odd_segment_size_is_refused_before_anything_is_made(store, segment_bytes):
    with pytest.raises(ValueError, match="power of two"):
        Writer(store, segment_bytes=segment_bytes)
    assert files_in(store) == []


# --- the folder


def test_a_sweep_never_takes_what_is_being_written_however_old(store):
    with Writer(store) as writer:
        writer.write(b"slow")
        assert store.sweep(datetime.now(UTC) + timedelta(days=1)) == 0
        stored = writer.commit(CASE_KEY)
    assert store.sweep(datetime.now(UTC) + timedelta(days=1)) == 0
    assert store.exists(stored.name)


def test_the_listing_names_every_object_and_passes_over_strangers(store):
    one, two = put(store, b"one"), put(store, b"two")
    leave_a_stranger(store, one.name)
    found = {each.name: each for each in store.listing()}
    assert set(found) == {one.name, two.name}
    assert found[one.name].object_bytes == one.object_bytes
    assert abs((datetime.now(UTC) - found[one.name].stored_at).total_seconds()) < 60


def test_a_deleted_object_is_gone_and_deleting_it_again_says_so(store):
    stored = put(store, b"x")
    assert store.exists(stored.name)
    assert store.delete(stored.name)
    assert not store.exists(stored.name)
    assert not store.delete(stored.name)
    with pytest.raises(Missing, match=str(stored.name)):
        opened(store, stored)


def test_an_object_is_never_written_over(store):
    part = store.begin()
    part.write(b"first")
    name = ObjectName("0" * 64, uuid4())
    part.keep(name)
    again = store.begin()
    again.write(b"second")
    with pytest.raises(FileExistsError):
        again.keep(name)
    again.drop()
    assert bytes_of(store, name) == b"first"
    for use in (lambda: part.write(b"x"), lambda: part.keep(name)):
        with pytest.raises(ValueError, match="already"):
            use()
