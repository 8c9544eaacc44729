import hashlib
import io
import os
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.core.vault import (
    SEGMENT_BYTES,
    Disk,
    Reader,
    Writer,
)

from .making import CASE_KEY, SMALL, bytes_of, opened, put


@pytest.mark.parametrize("size", [0, 1, SMALL - 1, SMALL, SMALL + 1, 3 * SMALL - 1, 3 * SMALL, 3 * SMALL + 1, 10_000])
def test_a_file_of_any_size_comes_back_and_only_in_one_form(store, size):
    content = os.urandom(size)
    stored = put(store, content)
    assert stored.size_bytes == size
    assert stored.sha256 == hashlib.sha256(content).digest()
    assert stored.address == CASE_KEY.address(stored.sha256)
    with opened(store, stored) as reader:
        assert reader.read() == content
        assert reader.size_bytes == size
    segments = max(1, -(-size // SMALL))
    assert len(bytes_of(store, stored.name)) == stored.object_bytes == 64 + size + 16 * segments


@settings(max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=6 * SMALL),
    pieces=st.lists(st.integers(1, 3000), max_size=8),
    spans=st.lists(st.tuples(st.integers(0, 7000), st.integers(-1, 7000)), max_size=8),
)
def test_whatever_the_pieces_any_span_reads_as_from_a_plain_file(tmp_path_factory, content, pieces, spans):
    store = Disk(tmp_path_factory.mktemp("laws"))
    rest = memoryview(content)
    with Writer(store, segment_bytes=SMALL) as writer:
        for piece in pieces:
            writer.write(rest[:piece])
            rest = rest[piece:]
        writer.write(rest)
        stored = writer.commit(CASE_KEY)
    plain = io.BytesIO(content)
    with opened(store, stored) as reader:
        for start, length in spans:
            assert reader.seek(start) == plain.seek(start)
            assert reader.read(length) == plain.read(length)
            assert reader.tell() == plain.tell()


def test_a_zip_reads_out_of_the_store_as_from_a_file(store):
    made = io.BytesIO()
    words = os.urandom(300_000)
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("chat.txt", words)
        archive.writestr("empty.txt", b"")
    stored = put(store, made.getvalue(), segment_bytes=SEGMENT_BYTES)
    with opened(store, stored) as reader, zipfile.ZipFile(reader) as archive:
        assert archive.read("chat.txt") == words
        assert archive.testzip() is None


def test_seeking_keeps_to_the_rules_of_files(store):
    with opened(store, put(store, b"x" * 3000)) as reader:
        assert reader.seek(-10, os.SEEK_END) == 2990
        assert reader.seek(5, os.SEEK_CUR) == 2995
        assert len(reader.read(100)) == 5
        assert reader.read(10) == b""
        assert reader.seek(5000) == 5000
        assert reader.read() == b""
        for offset, whence in ((-1, os.SEEK_SET), (-4000, os.SEEK_END), (0, 9)):
            with pytest.raises(ValueError, match="no such place"):
                reader.seek(offset, whence)
        assert reader.readable()
        assert reader.seekable()
        assert not reader.writable()
    for use in (reader.tell, reader.read, lambda: reader.seek(0)):
        with pytest.raises(ValueError, match="closed"):
            use()


def test_only_the_segments_asked_for_are_read(store):
    stored = put(store, os.urandom(100 * SMALL))

    class Counting:
        def __init__(self, blob):
            self.blob, self.starts, self.object_bytes = blob, [], blob.object_bytes

        def read_into(self, start, into):
            self.starts.append((start - 64) // (SMALL + 16))
            return self.blob.read_into(start, into)

        def close(self):
            self.blob.close()

    blob = Counting(store.open(stored.name))
    with Reader(blob, CASE_KEY.unwrap_file_key(stored.name, stored.wrapped_file_key)) as reader:
        reader.seek(50 * SMALL + 10)
        reader.read(20)
        reader.read(20)
        reader.seek(60 * SMALL)
        reader.read(2 * SMALL)
        reader.seek(-5, os.SEEK_END)
        reader.read()
    assert blob.starts[1:] == [99, 50, 60, 61]
