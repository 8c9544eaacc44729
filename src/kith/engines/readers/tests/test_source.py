"""Folders and zips as strangers hand them over."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from kith.engines.readers import Damaged, Item, Limits, NotThisFormat, Source, TooLarge, Unread, describe, read

CHAT = "13/05/2021, 09:00 - Marla: hi\n13/05/2021, 09:01 - Marla: IMG-20210513-WA0001.jpg (file attached)\n"


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def of(data: bytes, **kwargs: object) -> Source:
    return Source.of_bytes(data, "chat.zip", **kwargs)


def test_a_zip_is_one_export_and_every_file_in_it_is_accounted_for():
    source = of(zipped({"_chat.txt": CHAT.encode(), "IMG-20210513-WA0001.jpg": b"jpg", "extra.pdf": b"pdf"}))
    pieces = list(read(source))
    assert [(p.kind, p.member) for p in pieces if isinstance(p, Item)] == [
        ("message", "_chat.txt"),
        ("message", "_chat.txt"),
        ("file", "IMG-20210513-WA0001.jpg"),
        ("file", "extra.pdf"),
    ]
    found = describe(source)
    assert (found.attachments.named, found.attachments.found, found.attachments.unmentioned) == (1, 1, 1)
    assert found.counts["file"] == 2


@pytest.mark.parametrize("name", ["img-20210513-wa0001.JPG", "sub/IMG-20210513-WA0001.jpg"])
def test_a_file_is_found_in_spite_of_capitals_and_folders(name):
    found = describe(of(zipped({"_chat.txt": CHAT.encode(), name: b"jpg"})))
    assert found.attachments.found == 1


def test_a_file_is_found_in_spite_of_how_its_accents_are_written():
    chat = "13/05/2021, 09:00 - Marla: caf\u00e9.pdf (file attached)\n"
    found = describe(of(zipped({"_chat.txt": chat.encode(), "cafe\u0301.pdf": b"pdf"})))
    assert found.attachments.found == 1


def test_a_missing_file_is_named():
    found = describe(of(zipped({"_chat.txt": CHAT.encode()})))
    assert found.attachments.missing_names == ["IMG-20210513-WA0001.jpg"]


def test_a_folder_is_one_export_with_one_hash(tmp_path):
    (tmp_path / "_chat.txt").write_text(CHAT)
    (tmp_path / "IMG-20210513-WA0001.jpg").write_bytes(b"jpg")
    first = describe(Source.of_path(tmp_path))
    assert first.attachments.found == 1
    (tmp_path / "IMG-20210513-WA0001.jpg").write_bytes(b"jpG")
    assert describe(Source.of_path(tmp_path)).sha256 != first.sha256


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "_chat.txt").write_text(CHAT)
    (tmp_path / "secret").symlink_to("/etc/hostname")
    unread = [piece for piece in read(Source.of_path(tmp_path)) if isinstance(piece, Unread)]
    assert ["link" in piece.why for piece in unread] == [True]


@pytest.mark.parametrize("path", ["../up.txt", "/etc/x.txt", "C:/x.txt", "a/../../b.txt"])
def test_paths_that_climb_out_are_kept_as_unread_and_never_opened(path):
    pieces = list(read(of(zipped({"_chat.txt": CHAT.encode(), path: CHAT.encode()}))))
    assert [piece.member for piece in pieces if isinstance(piece, Unread)] == [path]


def test_a_zip_in_a_zip_is_looked_into():
    inner = zipped({"_chat.txt": CHAT.encode()})
    assert describe(of(zipped({"WhatsApp Chat - Marla.zip": inner}))).counts["message"] == 2


def test_a_zip_in_a_zip_in_a_zip_is_not():
    inner = zipped({"b.zip": zipped({"_chat.txt": CHAT.encode()})})
    with pytest.raises(NotThisFormat):
        read(of(zipped({"a.zip": inner})))


def test_a_locked_zip_is_refused_in_a_sentence():
    data = bytearray(zipped({"_chat.txt": CHAT.encode()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Damaged, match=r"chat\.zip is locked with a password\. Ask for it without one"):
        of(bytes(data))


def test_a_zip_that_would_grow_without_end_is_not_opened():
    with pytest.raises(TooLarge, match="claims to grow"):
        of(zipped({"_chat.txt": b"0" * 3_000_000}), limits=Limits(expanded_bytes=2_000_000))


def test_one_file_that_would_grow_beyond_reason_is_kept_shut():
    source = of(zipped({"_chat.txt": CHAT.encode(), "a.jpg": b"0" * 3_000_000}), limits=Limits(expansion_ratio=100))
    assert ["as a trap would" in piece.why for piece in read(source) if isinstance(piece, Unread)] == [True]


def test_too_many_files_are_refused():
    with pytest.raises(TooLarge, match="3 files"):
        of(zipped({f"{n}.txt": b"" for n in range(3)}), limits=Limits(members=2))


def test_a_text_beyond_the_limit_is_refused_with_what_to_do():
    with pytest.raises(TooLarge, match="exported in parts"):
        read(Source.of_bytes(CHAT.encode(), "chat.txt", limits=Limits(text_bytes=50)))


def noisy(lines: int) -> bytes:
    return "".join(
        f"13/05/2021, 09:{n % 60:02d} - Marla: {n * 7919 % 104729:x} {os.urandom(12).hex()}\n" for n in range(lines)
    ).encode()


def test_a_zip_cut_short_gives_what_is_left_and_says_so():
    chat = noisy(4000)
    whole = zipped({"_chat.txt": chat, "a.jpg": b"jpg"})
    source = of(whole[: len(whole) // 2])
    reading = read(source)
    pieces = list(reading)
    items = [piece for piece in pieces if isinstance(piece, Item)]
    assert 1000 < len(items) < 3900
    assert chat.startswith(chat[: items[-1].end])
    assert "breaks before this file does" in reading.evidence.damage
    assert describe(source).damage


def test_a_zip_with_its_list_lost_is_read_whole():
    data = zipped({"_chat.txt": CHAT.encode(), "IMG-20210513-WA0001.jpg": b"jpg"})
    found = describe(of(data[: data.index(b"PK\x01\x02")]))
    assert found.counts["message"] == 2
    assert found.attachments.found == 1
    assert "list of contents is missing" in found.damage


def test_a_file_whose_check_fails_is_read_and_called_damaged():
    data = bytearray(zipped({"_chat.txt": noisy(50)}))
    entry = data.index(b"PK\x01\x02") + 16
    data[entry : entry + 4] = b"\0\0\0\0"
    found = describe(of(bytes(data)))
    assert "damaged" in found.damage
    assert found.unread == 1


def test_rubbish_with_a_zips_beginning_is_refused():
    with pytest.raises(Damaged, match="nothing in it can be read"):
        of(b"PK\x03\x04" + b"rubbish" * 10)


def test_several_chats_in_a_zip_are_said_to_be_several():
    found = describe(of(zipped({"_chat.txt": CHAT.encode(), "WhatsApp Chat with Oren.txt": CHAT.encode()})))
    assert "holds 2 chats" in found.notes[0]
    assert found.counts["file"] == 1


def test_what_is_no_chat_is_refused_with_its_first_lines():
    with pytest.raises(NotThisFormat, match="Dear diary / today"):
        read(Source.of_bytes(b"Dear diary\ntoday\n", "diary.txt"))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00" * 1000, b"\xff\xfe", zipped({})])
def test_what_holds_nothing_is_refused(data):
    with pytest.raises(NotThisFormat):
        read(Source.of_bytes(data, "empty"))


def test_the_callers_hash_is_kept(tmp_path):
    path = Path(tmp_path / "chat.txt")
    path.write_text(CHAT)
    assert describe(Source.of_path(path, sha256="ab" * 32)).sha256 == "ab" * 32


def test_an_export_with_files_that_begins_in_the_middle_is_noted():
    found = describe(of(zipped({"_chat.txt": CHAT.encode(), "a.jpg": b"jpg"})))
    assert any("earlier messages may be missing" in note for note in found.notes)
