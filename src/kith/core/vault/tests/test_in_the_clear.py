import os

import pytest

from kith.core.vault import (
    SEGMENT_BYTES,
    Disk,
    Tampered,
    as_memfd,
    plaintext_state,
)

from .making import change, open_descriptors, opened, put


@pytest.fixture
def store(tmp_path):
    return Disk(tmp_path / "store")


def test_a_tool_gets_the_whole_file_in_memory_and_cannot_alter_it(store):
    content = os.urandom(9_000_000)
    with opened(store, put(store, content, segment_bytes=SEGMENT_BYTES, piece=1 << 20)) as reader:
        reader.seek(100)
        handle = as_memfd(reader)
    with os.fdopen(handle, "rb") as file:
        assert file.read() == content
        if hasattr(os, "memfd_create"):
            assert plaintext_state() == "memory"
            for change_it in (lambda: os.pwrite(handle, b"x", 0), lambda: os.ftruncate(handle, 0)):
                with pytest.raises(PermissionError):
                    change_it()


def test_an_empty_file_can_be_given_to_a_tool(store):
    with opened(store, put(store, b"")) as reader, os.fdopen(as_memfd(reader), "rb") as file:
        assert file.read() == b""


def test_without_memfd_a_nameless_file_is_used_and_where_it_lies_is_said(store, monkeypatch, tmp_path):
    from kith.core.vault import memory

    monkeypatch.delattr(os, "memfd_create", raising=False)
    monkeypatch.setattr(memory, "_MEMORY_FOLDER", tmp_path / "none")
    assert plaintext_state().startswith("disk: ")
    with opened(store, put(store, b"words")) as reader, os.fdopen(as_memfd(reader), "rb") as file:
        assert file.read() == b"words"
        assert os.fstat(file.fileno()).st_nlink == 0


def test_altered_bytes_never_reach_a_tool_and_nothing_stays_open(store):
    stored = put(store, b"x" * 3000)
    sound = store.path_of(stored.name).read_bytes()
    change(store, stored, sound[:70] + bytes([sound[70] ^ 1]) + sound[71:])
    before = open_descriptors()
    with opened(store, stored) as reader, pytest.raises(Tampered):
        as_memfd(reader)
    assert open_descriptors() == before
