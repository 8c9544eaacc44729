"""Files made to hurt whoever opens them: entities, bombs, paths that climb out. Nothing is read, grown or written."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from kith.engines.guard.opening import Gathering, Limits, open_attachment
from kith.engines.guard.tests.building import zipped

SECONDS = 5.0
TYPES = b"<Types/>"
#: What a parser may be told to fetch or to grow.
ENTITIES = {
    "file": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file://%s">]><x><p>&a;</p></x>',
    "network": b'<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:1/%s">]><x><p>&a;</p></x>',
    "parameter": b'<!DOCTYPE x [<!ENTITY %% p SYSTEM "file://%s"> %%p;]><x><p>words</p></x>',
    "dtd": b'<!DOCTYPE x SYSTEM "file://%s"><x><p>words</p></x>',
    "included": b'<x xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="file://%s" parse="text"/></x>',
    "styled": b'<?xml-stylesheet type="text/xsl" href="file://%s"?><x><p>words</p></x>',
}
LAUGHS = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
BOMB = b'<!DOCTYPE x [<!ENTITY a0 "laugh">' + LAUGHS + b"]><x><p>&a11;</p></x>"
SQUARE = b'<!DOCTYPE x [<!ENTITY a "' + b"y" * 100_000 + b'">]><x><p>' + b"&a;" * 10_000 + b"</p></x>"
DEEP = b"<x>" * 100_000 + b"</x>" * 100_000
#: Every place where XML is opened: as itself, and as each part of a packed document.
PLACES = {
    "a.docx": ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "docProps/core.xml"),
    "a.xlsx": ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"),
    "a.pptx": ("ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml"),
    "a.odt": ("content.xml", "meta.xml", "styles.xml"),
}


def packed(name: str, part: str, xml: bytes) -> bytes:
    """Put XML into a document, beside what makes it one."""
    files = {"[Content_Types].xml": TYPES, part: xml}
    if name == "a.xlsx":
        link = b'<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>'
        book = b'<workbook xmlns:r="r"><sheets><sheet name="One" r:id="r1"/></sheets></workbook>'
        files = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": link, **files}
    if name == "a.odt":
        files = {"mimetype": b"application/vnd.oasis.opendocument.text", **files}
    return zipped(files)


def documents(xml: bytes) -> list[tuple[str, bytes]]:
    """Give this XML in every place where XML is opened."""
    plain = [(name, xml) for name in ("a.xml", "a.svg", "a.html", "a.gpx", "a.kml")]
    return plain + [(name, packed(name, part, xml)) for name, parts in PLACES.items() for part in parts]


def opened(name: str, data: bytes, limits: Limits | None = None) -> Gathering:
    """Open an attachment, and say if it took long."""
    began = time.perf_counter()
    found = open_attachment(name, data, limits)
    assert time.perf_counter() - began < SECONDS
    return found


def words(found: Gathering) -> str:
    return "\n".join(each.text for each in found.passages)


@pytest.mark.parametrize("kind", sorted(ENTITIES))
def test_no_document_makes_us_read_a_file_or_ask_the_network(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Fernhollow 44")
    for name, data in documents(ENTITIES[kind] % str(secret).encode()):
        assert "Fernhollow" not in words(opened(name, data)), name


@pytest.mark.parametrize("xml", [BOMB, SQUARE, DEEP], ids=["laughs", "square", "deep"])
def test_no_document_grows_beyond_what_it_is(xml: bytes) -> None:
    for name, data in documents(xml):
        found = opened(name, data)
        assert len(words(found)) < 3 * len(xml) + 10_000, name


def bomb(layers: int, size: int = 50_000_000) -> bytes:
    """Pack nothing but zeros, again and again."""
    data = b"0" * size
    for layer in range(layers):
        data = zipped({f"{layer}.zip" if layer else "a.bin": data, f"copy{layer}.bin": data})
    return data


@pytest.mark.parametrize("layers", [1, 2, 3])
@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.xlsx"])
def test_a_bomb_is_not_unpacked_beyond_the_limit(layers: int, name: str) -> None:
    found = opened(name, bomb(layers), Limits(bytes_in_all=1_000_000))
    assert any("more than may be read" in each.why for each in found.unopened)


def test_a_member_that_lies_about_its_size_is_stopped_where_it_said() -> None:
    data = bytearray(zipped({"a.txt": b"0" * 1_000_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (10).to_bytes(4, "little")
    assert len(words(opened("a.zip", bytes(data), Limits(bytes_in_all=1_000)))) < 2_000


def test_many_members_are_not_all_opened() -> None:
    data = zipped({f"{number}.txt": b"word" for number in range(5_000)})
    assert len(opened("a.zip", data).unopened) >= 3_000


@pytest.mark.parametrize(
    "path", ["../../climbed.txt", "/climbed.txt", "C:\\climbed.txt", "a/../../climbed.txt", "..\\x"]
)
def test_a_path_that_climbs_out_writes_nothing(path: str, tmp_path: Path, monkeypatch) -> None:
    place = tmp_path / "deep" / "er"
    place.mkdir(parents=True)
    monkeypatch.chdir(place)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(path, "words")
    opened("a.zip", out.getvalue())
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []
