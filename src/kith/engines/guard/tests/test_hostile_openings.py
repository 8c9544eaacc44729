"""Files made to do harm or damaged at random: opened and cleaned in bounded time, and named if they were not read.

Every day a few of each sort; `KITH_FUZZ=n` tries n of each.
"""

import io
import os
import random
import struct
import time
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image

from kith.engines.guard.opening import Limits, open_attachment
from kith.engines.guard.tests import building

SMALL = Limits(bytes_in_all=20_000_000, pixels=4_000_000)
TRIES = int(os.environ.get("KITH_FUZZ", "12"))


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", b"0" * 30_000_000)
    return out.getvalue()


def _lying_bomb() -> bytes:
    """Make a zip whose member says that it is one byte long."""
    data = bytearray(_bomb())
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1)
    return bytes(data)


def _nested(levels: int) -> bytes:
    data = b"x"
    for level in range(levels):
        data = building.zipped({f"{level}.zip": data})
    return data


def _itself() -> bytes:
    """Make a PDF whose tree of pages and whose structure go round in circles."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(building.pdf(["One"]))) as document:
        part = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P))
        part.K = pikepdf.Array([part, part])
        document.Root.StructTreeRoot = document.make_indirect(pikepdf.Dictionary(K=part))
        form = document.make_stream(
            b"/Again Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Again=form))
        document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Again=form)
        document.pages[0].contents_add(b"/Again Do")
        document.save(out)
    return out.getvalue()


def _pages_in_circles() -> bytes:
    return building.pdf(["One"]).replace(b"/Kids [ ", b"/Kids [ 1 0 R 2 0 R 3 0 R ", 1)


def _huge_picture() -> bytes:
    """Make a PNG of 60,000 by 60,000 pixels in a few bytes."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1_000_000)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _many_frames() -> bytes:
    out, frames = io.BytesIO(), [Image.new("L", (20, 20), shade) for shade in range(60)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def _deep_markup() -> bytes:
    return building.zipped({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<a>" * 200_000})


HOSTILE = {
    "zip bomb": _bomb(),
    "lying zip bomb": _lying_bomb(),
    "deep zips": _nested(40),
    "circles in a PDF": _pages_in_circles(),
    "huge picture": _huge_picture(),
    "many frames": _many_frames(),
    "deep markup": _deep_markup(),
    "deep rich text": b"{\\rtf1" + b"{" * 200_000,
    "truncated JPEG": building.photo(1, 1)[:900],
    "truncated PDF": building.pdf(["One"])[:400],
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_named_as_unread_in_bounded_time(kind: str) -> None:
    began = time.monotonic()
    found = open_attachment("a", HOSTILE[kind], Limits(bytes_in_all=20_000_000), lambda picture: "")
    assert time.monotonic() - began < 10
    assert found.unopened, "what was not read must be named"


@pytest.mark.timeout(20)
def test_a_pdf_that_goes_round_in_circles_is_read() -> None:
    assert [each.text for each in open_attachment("a", _itself()).passages if "One" in each.text]


SEEDS: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: building.pdf(["One", "Two"], info={"Author": "x"}),
    "docx": lambda: building.docx("words", comments="more"),
    "jpeg": lambda: building.photo(56.2, 1.9),
    "png": lambda: building.drawn("hello"),
    "gif": _many_frames,
    "zip": lambda: building.zipped({"a.txt": b"x" * 200, "b/c.txt": b"y"}),
    "rtf": lambda: rb"{\rtf1\ansi\uc1 words \u233 ?{\pict ffd8ffe0}{\info{\author a}}}",
    "ics": lambda: b"BEGIN:VCALENDAR\nGEO:56.2;1.9\nATTACH;ENCODING=BASE64:aGVsbG8gd29ybGQ=\nEND:VCALENDAR",
    "eml": lambda: (
        b"Subject: =?utf-8?q?a?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nb\n--x--"
    ),
}


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Change, take out, repeat or cut off some of it."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at, size = dice.randrange(len(made) or 1), dice.choice((1, 1, 2, 4, 64))
        match dice.randrange(4):
            case 0:
                made[at : at + size] = dice.randbytes(size)
            case 1:
                del made[at : at + size]
            case 2:
                made[at:at] = made[at : at + size] * dice.choice((1, 2, 50))
            case _:
                made[at : at + size] = dice.choice((b"\xff", b"\0", b"\x7f\xff\xff\xff", b"99999999", b"%%EOF")) * 1
    return bytes(made[: dice.randrange(1, len(made) + 1)] if dice.random() < 0.15 else made)


@pytest.mark.timeout(max(60, TRIES * 2))
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", SEEDS)
def test_damage_at_random_never_raises_and_never_takes_long(kind: str) -> None:
    dice, whole = random.Random(f"{kind}:{TRIES}"), SEEDS[kind]()
    for _ in range(TRIES):
        began = time.monotonic()
        open_attachment("a", damaged(whole, dice), SMALL, lambda picture: "")
        assert time.monotonic() - began < 5


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("fill bytes", building.photo(1, 1)[:-2] + b"\xff" * 3_000_000 + b"\0"),
        ("data addresses", b"<p>data:" + b"a" * 1_000_000),
        ("many data addresses", b"data:a" * 200_000),
        ("encodings", b"BEGIN:VCARD\nPHOTO;" + b"ENCODING=B;" * 100_000),
        ("packets", b"\0\0\0\x18ftypheic" + b"<x:xmpmeta" * 300_000),
        ("many notes", b"\0\0\0\x18ftypheic" + b"Exif\0\0II*\0" * 300_000),
        ("places", b"\0\0\0\x18ftypheic" + b"+12.3" * 600_000),
        ("rich text", b"{\\rtf1" + b"\\u" * 500_000),
        ("headers", b"A:b\nC:d\n" + b"x" * 3_000_000),
    ],
)
def test_what_is_written_to_make_a_pattern_run_for_ever_is_opened_soon(kind: str, data: bytes) -> None:
    began = time.monotonic()
    open_attachment("a.eml" if kind == "headers" else "a", data, SMALL)
    assert time.monotonic() - began < 15
