"""How the store in a bucket puts, fetches and deletes."""

import os
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from kith.core.vault import SEGMENT_BYTES, ObjectName, Tampered, Writer
from kith.core.vault import s3 as s3_module
from kith.core.vault.s3 import S3, key_of
from kith.core.vault.s3_client import client

from .making import CASE_KEY, SMALL, bytes_of, change, files_in, opened, put

NOW = datetime.now(UTC)
BEFORE = NOW + timedelta(days=1)


@pytest.fixture(params=["rclone", "moto"])
def bucket_store(request, tmp_path):
    return S3(tmp_path / "store", request.getfixturevalue(request.param).bucket())


@pytest.fixture
def small_parts(monkeypatch):
    """Parts as small as the published limit allows, so that few bytes make several."""
    monkeypatch.setattr(s3_module, "ONE_PIECE_BYTES", 6 << 20)
    monkeypatch.setattr(s3_module, "PART_BYTES", 5 << 20)


def a_name() -> ObjectName:
    return ObjectName("0" * 64, uuid4())


# --- putting and fetching


def test_a_large_file_is_put_in_parts_and_comes_back(bucket_store, small_parts):
    content = os.urandom(12 << 20)
    stored = put(bucket_store, content, segment_bytes=SEGMENT_BYTES, piece=1 << 20)
    [listed] = bucket_store.listing()
    assert (listed.name, listed.object_bytes) == (stored.name, stored.object_bytes)
    with opened(bucket_store, stored) as reader:
        assert reader.read() == content
    assert [each.name for each in files_in(bucket_store)] == [str(stored.name)]


def test_parts_are_never_put_over_an_object_and_what_was_begun_is_ended(bucket_store, small_parts):
    part, name = bucket_store.begin(), a_name()
    part.write(os.urandom(7 << 20))
    part.keep(name)
    again = bucket_store.begin()
    again.write(os.urandom(7 << 20))
    with pytest.raises(FileExistsError):
        again.keep(name)
    again.drop()
    assert list(bucket_store._uploads()) == []


def test_a_second_writer_at_the_same_moment_is_refused_by_the_store_itself(moto, tmp_path, monkeypatch):
    store = S3(tmp_path / "store", moto.bucket())
    first, second, name = store.begin(), store.begin(), a_name()
    first.write(b"a" * 200)
    second.write(b"b" * 200)
    first.keep(name)
    monkeypatch.setattr(S3, "exists", lambda self, name: False)  # it looked a moment before the first was there
    with pytest.raises(FileExistsError):
        second.keep(name)
    second.drop()
    assert bytes_of(store, name) == b"a" * 200


def test_a_put_whose_answer_was_lost_is_known_by_what_stands_there(moto, tmp_path, monkeypatch):
    store, name = S3(tmp_path / "store", moto.bucket()), a_name()
    part = store.begin()
    part.write(os.urandom(500))
    client(store.bucket).put_object(Bucket=store.bucket.name, Key=key_of(name), Body=part.path.read_bytes())
    monkeypatch.setattr(S3, "exists", lambda self, name: False)
    part.keep(name)  # the try that is answered is refused: the one before was this very object
    assert [each.name for each in files_in(store)] == [str(name)]


def test_an_upload_that_fails_half_way_is_ended_and_leaves_nothing(bucket_store, small_parts, monkeypatch):
    pieces = s3_module._pieces

    def breaks_off(path, size):
        yield next(pieces(path, size))
        raise KeyboardInterrupt

    monkeypatch.setattr(s3_module, "_pieces", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        put(bucket_store, os.urandom(8 << 20), segment_bytes=SEGMENT_BYTES, piece=1 << 20)
    assert list(bucket_store._uploads()) == []
    assert files_in(bucket_store) == []


def test_a_sweep_ends_uploads_that_a_killed_process_left(bucket_store):
    at = {"Bucket": bucket_store.bucket.name, "Key": key_of(a_name())}
    upload = client(bucket_store.bucket).create_multipart_upload(**at)["UploadId"]
    client(bucket_store.bucket).upload_part(Body=b"x", PartNumber=1, UploadId=upload, **at)
    assert bucket_store.sweep(datetime(2000, 1, 1, tzinfo=UTC)) == 0
    assert bucket_store.sweep(BEFORE) == 1
    assert bucket_store.sweep(BEFORE) == 0


def test_what_is_read_in_order_is_fetched_in_few_pieces(bucket_store, monkeypatch):
    content = os.urandom(20 * SEGMENT_BYTES)
    stored = put(bucket_store, content, segment_bytes=SEGMENT_BYTES, piece=SEGMENT_BYTES)
    asked = []
    register = client(bucket_store.bucket).meta.events.register
    register("before-call.s3.GetObject", lambda params, **_: asked.append(params["headers"]["Range"]), "counts")
    with opened(bucket_store, stored) as reader:
        got = b"".join(iter(lambda: reader.read(SEGMENT_BYTES), b""))
        reader.seek(3)
        assert reader.read(10) == content[3:13]
    client(bucket_store.bucket).meta.events.unregister("before-call.s3.GetObject", unique_id="counts")
    assert got == content
    assert len(asked) <= 9, asked  # and not one for each of 20 segments


def test_a_flipped_bit_a_cut_and_more_bytes_are_found(bucket_store):
    stored = put(bucket_store, os.urandom(2 * SMALL + 100))
    sound = bytes_of(bucket_store, stored.name)
    flipped = [sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :] for at in (0, 40, 70, 1500, len(sound) - 1)]
    for altered in (*flipped, b"", sound[:64], sound[: 64 + 1040], sound[:-1], sound + b"\0"):
        change(bucket_store, stored, altered)
        with pytest.raises(Tampered), opened(bucket_store, stored) as reader:
            reader.read()


def test_deleting_takes_every_version_of_a_bucket_that_keeps_them(moto, tmp_path):
    store = S3(tmp_path / "store", moto.bucket())
    ask, at = client(store.bucket), {"Bucket": store.bucket.name}
    ask.put_bucket_versioning(VersioningConfiguration={"Status": "Enabled"}, **at)
    kept, gone = put(store, b"kept"), put(store, b"to be erased")
    change(store, gone, b"an older version")
    assert store.delete(gone.name)
    assert not store.delete(gone.name)
    left = ask.list_object_versions(**at)
    assert [each["Key"] for each in left["Versions"]] == [key_of(kept.name)]
    assert "DeleteMarkers" not in left


def test_more_objects_than_one_answer_lists_are_all_listed(moto, tmp_path, monkeypatch):
    store = S3(tmp_path / "store", moto.bucket())
    names = {put(store, str(number).encode()).name for number in range(5)}
    few = {"PaginationConfig": {"PageSize": 2}}
    monkeypatch.setattr(
        S3,
        "_pages",
        lambda self, what, prefix="files/": self._ask.get_paginator(what).paginate(
            Bucket=self.bucket.name, Prefix=prefix, **few
        ),
    )
    assert {each.name for each in store.listing()} == names


def test_writer_and_bucket_need_nothing_of_the_disk_but_a_waiting_place(bucket_store, tmp_path):
    with Writer(bucket_store, segment_bytes=SMALL) as writer:
        writer.write(b"x" * 5000)
        assert len(list((tmp_path / "store" / "incoming").iterdir())) == 1
        writer.commit(CASE_KEY)
    assert [path.name for path in (tmp_path / "store").rglob("*")] == ["incoming"]
