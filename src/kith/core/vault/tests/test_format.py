import os
from uuid import UUID

import pytest

from kith.core.vault import (
    Disk,
    Reader,
    Tampered,
    open_file,
)

from .making import CASE_KEY, SMALL, change, opened, put


@pytest.fixture
def store(tmp_path):
    return Disk(tmp_path / "store")


# --- the format itself


def test_an_object_opens_with_nothing_but_the_written_format():
    """Decode by the text of format.py alone, with bare primitives, so that code and text cannot drift apart."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    from kith.core.vault.format import Cipher

    key, file_id = bytes(range(32)), UUID(int=7)
    cipher = Cipher.new(key, file_id, 1024)
    first, last = bytearray(1040), bytearray(5 + 16)
    cipher.lock(0, b"a" * 1024, first, last=False)
    cipher.lock(1, b"bravo", last, last=True)
    header = cipher.header
    assert header[:32] == b"KITHFILE" + bytes([0, 1, 0, 1, 0, 0, 4, 0]) + file_id.bytes
    material = HKDF(hashes.SHA256(), 71, file_id.bytes, b"kith/1 file" + header[:32]).derive(key)
    assert header[32:] == material[39:71]
    gcm, prefix = AESGCM(material[:32]), material[32:39]
    assert gcm.decrypt(prefix + bytes(4) + b"\0", bytes(first), header) == b"a" * 1024
    assert gcm.decrypt(prefix + bytes([0, 0, 0, 1]) + b"\1", bytes(last), header) == b"bravo"


# Made once by version 1 with key 00 01 .. 1f, segments of 1 KiB and the words below; it must open for ever.
OBJECT_OF_VERSION_1 = (
    "4b49544846494c4500010001000004005b7e2a901111422283330123456789ab976c358d83aa3f280007de26b9562a0dc057"
    "9827f7a74aa4af07e414bd33592db58a5ebd894887b962e2c48dd48ecebcc9df5c377f50c9061b28f5d60c017759ba78943f"
    "3d945ae08f01b73c3678082897"
)


def test_an_object_of_the_first_version_still_opens(tmp_path):
    class Kept:
        data = bytes.fromhex(OBJECT_OF_VERSION_1)
        object_bytes = len(data)

        def read_into(self, start, into):
            piece = self.data[start : start + len(into)]
            into[: len(piece)] = piece
            return len(piece)

        def close(self):
            pass

    with Reader(Kept(), bytes(range(32))) as reader:
        assert reader.read() == b"Mum said we could go on Saturday."


# --- tampering


@pytest.fixture
def three_segments(store):
    content = os.urandom(2 * SMALL + 100)
    stored = put(store, content)
    return stored, content, store.path_of(stored.name).read_bytes()


def assert_tampered(store, stored, altered):
    change(store, stored, altered)
    with pytest.raises(Tampered, match=r"\w+ .*\w"), opened(store, stored) as reader:
        reader.read()


def test_a_flipped_bit_anywhere_is_found(store, three_segments):
    stored, _, sound = three_segments
    for at in [*range(0, 96), *range(96, len(sound), 37), len(sound) - 1]:
        assert_tampered(store, stored, sound[:at] + bytes([sound[at] ^ 0x10]) + sound[at + 1 :])


def test_a_cut_anywhere_is_found_even_between_segments(store, three_segments):
    stored, _, sound = three_segments
    for length in (0, 1, 63, 64, 64 + 15, 64 + 16, 64 + 1040, 64 + 1041, 64 + 2 * 1040, len(sound) - 1):
        assert_tampered(store, stored, sound[:length])


def test_a_cut_is_found_on_opening_before_any_byte_is_given(store, three_segments):
    stored, _, sound = three_segments
    change(store, stored, sound[: 64 + 2 * 1040])
    with pytest.raises(Tampered):
        opened(store, stored)


def test_added_bytes_are_found(store, three_segments):
    stored, _, sound = three_segments
    for extra in (b"\0", bytes(16), bytes(1040), sound[64:1104], sound[-116:]):
        assert_tampered(store, stored, sound + extra)


def test_segments_in_another_order_or_twice_are_found(store, three_segments):
    stored, _, sound = three_segments
    header, first, second, last = sound[:64], sound[64:1104], sound[1104:2144], sound[2144:]
    for order in ([second, first, last], [first, first, last], [first, last], [second, last], [last], [first, second]):
        assert_tampered(store, stored, header + b"".join(order))


def test_segments_of_another_object_of_the_same_case_are_found(store, three_segments):
    stored, content, sound = three_segments
    other = store.path_of(put(store, content).name).read_bytes()
    assert_tampered(store, stored, sound[:64] + other[64:1104] + sound[1104:])
    assert_tampered(store, stored, other[:64] + sound[64:])
    assert_tampered(store, stored, other)


def test_a_whole_object_in_the_place_of_another_is_found_even_with_its_own_key(store):
    one, two = put(store, b"one"), put(store, b"two")
    change(store, one, store.path_of(two.name).read_bytes())
    with pytest.raises(Tampered, match="where"):
        open_file(store, one.name, CASE_KEY.unwrap_file_key(two.name, two.wrapped_file_key))


def test_an_unknown_version_or_segment_size_is_refused_by_name(store, three_segments):
    stored, _, sound = three_segments
    for altered in (
        sound[:9] + b"\2" + sound[10:],
        sound[:11] + b"\2" + sound[12:],
        sound[:12] + bytes(4) + sound[16:],
    ):
        assert_tampered(store, stored, altered)


def test_nothing_unchecked_is_left_in_the_readers_buffer(store, three_segments):
    stored, _, sound = three_segments
    change(store, stored, sound[:1110] + bytes([sound[1110] ^ 1]) + sound[1111:])
    with opened(store, stored) as reader:
        into = bytearray(b"?" * 2048)
        with pytest.raises(Tampered, match="Segment 1"):
            reader.readinto(into)
        assert into[1024:] == bytes(1024)
