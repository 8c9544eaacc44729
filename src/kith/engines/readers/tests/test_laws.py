"""The laws of every reader: spans tile the bytes exactly, and reading twice gives the same."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.readers import FORMATS, Item, NotThisFormat, Source, batches, decode, ending, identity, read
from kith.engines.readers.scanning import LONGEST_ITEM
from kith.engines.readers.tests.making import export
from kith.engines.readers.tests.samples import SAMPLES, of

HEADS = ["13/05/2021, 09:00 - ", "[13/05/2021, 09:00:00] ", "٩‏/١٢‏/٢٠٢٠، ٩:٠٥ م - ", "99/99/2021, 09:00 - "]
BITS = [
    *HEADS,
    "Marla: ",
    "Oren Vane: ",
    "\u200e",
    "<Media omitted>",
    "a.jpg (file attached)",
    "left",
    "\n",
    "\r\n",
    "é😀",
    ": ",
]


def check_the_laws(data: bytes) -> None:
    try:
        pieces = list(read(of(data)))
    except NotThisFormat:
        return
    at = 0
    for piece in pieces:
        assert piece.start == at
        assert piece.end > piece.start
        assert piece.line == data.count(b"\n", 0, at) + 1
        at = piece.end
    assert at == len(data)
    assert list(read(of(data))) == pieces


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("cut", [0, 1, 7])
def test_spans_tile_every_sample_and_every_stump_of_one(path, cut):
    data = path.read_bytes()
    if data[:2] != b"\xff\xfe":
        check_the_laws(data[: len(data) - cut])


@given(st.lists(st.sampled_from(BITS), max_size=60), st.booleans())
@settings(max_examples=120, deadline=None)
def test_spans_tile_whatever_lines_are_made_of(bits, with_bom):
    check_the_laws((b"\xef\xbb\xbf" if with_bom else b"") + (HEADS[0] + "Marla: hi\n" + "".join(bits)).encode())


@given(st.binary(max_size=300))
@settings(max_examples=80, deadline=None)
def test_spans_tile_whatever_bytes_follow_a_head(tail):
    check_the_laws(b"13/05/2021, 09:00 - Marla: hi\n" + tail)


@given(st.text(max_size=200), st.sampled_from(["utf-16", "utf-8-sig"]))
@settings(max_examples=50, deadline=None)
def test_spans_tile_in_other_encodings(text, encoding):
    data = ("13/05/2021, 09:00 - Marla: hi\n13/05/2021, 09:01 - Oren: " + text).encode(encoding, "surrogatepass")
    pieces = list(read(of(data)))
    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
    assert pieces[-1].end == len(data)


@pytest.mark.parametrize("size", [1, 64, 1000])
@pytest.mark.parametrize("style", ["android24", "ios12"])
def test_items_do_not_depend_on_how_the_bytes_arrive(monkeypatch, size, style):
    data, _ = export(style, 60)
    whole = list(read(of(data)))
    blocks = Source.blocks
    monkeypatch.setattr(Source, "blocks", lambda self, member: blocks(self, member, size))
    assert list(read(of(data))) == whole


def test_a_message_without_end_is_cut_and_the_rest_kept_as_unread():
    head = b"13/05/2021, 09:00 - Marla: "
    data = head + b"word\n" * (2 * LONGEST_ITEM // 5) + b"13/05/2021, 09:01 - Oren: after\n"
    pieces = list(read(of(data)))
    assert [type(piece).__name__ for piece in pieces] == ["Item", "Unread", "Item"]
    assert pieces[0].end == LONGEST_ITEM
    assert pieces[2].text == "after"
    check_the_laws(data + head + b"x" * (2 * LONGEST_ITEM))


def test_a_line_of_nothing_but_marks_does_not_take_for_ever():
    marks = "\u200e" * 100_000
    check_the_laws(f"13/05/2021, 09:00 - Marla: hi\n{marks}\n{marks}13/05/2021, 09:00 - Oren: hi\n".encode())
    check_the_laws(
        f"\u200e[13/05/\u200e2021, 09:00:00] Marla: hi\n{marks}[\n[13/05/2021{marks}, 09:00:00] a: b".encode()
    )


def test_identity_is_the_hash_the_member_and_the_span():
    path = SAMPLES[0]
    source = Source.of_path(path)
    pieces = list(read(source))
    names = {identity(source.hashed(), piece) for piece in pieces}
    assert len(names) == len(pieces)
    assert names == {identity(source.hashed(), piece) for piece in read(Source.of_path(path))}


def test_batches_carry_every_piece_and_end_with_the_evidence():
    data, truth = export("android24", 700)
    frames = list(batches(of(data), size=100))
    pieces = list(itertools.chain.from_iterable(decode(frame) for frame in frames))
    assert pieces == list(read(of(data)))
    assert [ending(frame) for frame in frames[:-1]] == [None] * (len(frames) - 1)
    last = ending(frames[-1])
    assert last is not None
    assert last.evidence.kinds["message"] == truth["message"]
    assert last.sha256 == of(data).hashed()


@pytest.mark.parametrize("style", ["android24", "android12", "ios12"])
def test_made_exports_are_counted_exactly(style):
    data, truth = export(style, 1500)
    reading = read(of(data))
    items = [piece for piece in reading if isinstance(piece, Item)]
    evidence = reading.evidence
    assert len(items) == 1500
    assert evidence.kinds["message"] == truth["message"]
    assert evidence.kinds["system"] == truth["system"]
    assert evidence.files.named == truth["attachment"]
    assert evidence.flags["deleted"] == truth["deleted"]
    assert evidence.flags["edited"] == truth["edited"]
    assert {name: count for name, count in evidence.names.lines.items() if count} == truth["senders"]


def test_every_format_says_what_it_was_tried_with():
    assert all(form.tried_with and form.says for form in FORMATS)
