"""Every place a file can hold words is read, and what cannot be read is named."""

import base64
import io
import zipfile

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from kith.engines.guard import Attachment, Level, Outgoing, Verdict, check
from kith.engines.guard.opening import Limits, open_attachment
from kith.engines.guard.tests import building
from kith.engines.guard.tests.facts import ALL

TOLD = "27 Quillfeather Lane"


def _sent(name: str, data: bytes) -> Verdict:
    return check(Outgoing("email", "father", attachments=(Attachment(name, data),)), ALL)


def _told_in(name: str, data: bytes) -> set[str]:
    verdict = _sent(name, data)
    assert {finding.fact for finding in verdict.findings} <= {"home"}
    return {finding.where.removeprefix(f"attachment {name}, ") for finding in verdict.findings}


def test_a_pdf_is_read_page_by_page() -> None:
    assert _told_in("a.pdf", building.pdf(["One", f"We live at {TOLD}"])) == {"page 2"}


def test_a_pdf_says_where_its_properties_tell() -> None:
    assert _told_in("a.pdf", building.pdf(["One"], info={"Author": TOLD})) == {"metadata Author"}


def _pdf_with(change: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(building.pdf(["One"]))) as document:
        change(document)  # type: ignore[operator]
        document.save(out)
    return out.getvalue()


def _add_note(document: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=pikepdf.String(TOLD)
    )
    document.pages[0].obj.Annots = document.make_indirect(pikepdf.Array([document.make_indirect(note)]))


def _add_bookmark(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(TOLD, 0))


def _add_packet(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as packet:
        packet["dc:title"] = TOLD


def _add_attachment(document: pikepdf.Pdf) -> None:
    document.attachments["plan.txt"] = pikepdf.AttachedFileSpec(document, TOLD.encode(), filename="plan.txt")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (_add_note, "note on page 1"),
        (_add_bookmark, "bookmarks, links and fields"),
        (_add_packet, "metadata packet"),
        (_add_attachment, "inside plan.txt"),
    ],
)
def test_a_pdf_is_read_beyond_its_pages(change: object, where: str) -> None:
    assert where in _told_in("a.pdf", _pdf_with(change))


def _add_deep(document: pikepdf.Pdf) -> None:
    nest = pikepdf.Array([pikepdf.String(TOLD)])
    for _ in range(40):
        nest = pikepdf.Array([nest])
    document.Root.Deep = nest


def _add_web(document: pikepdf.Pdf) -> None:
    """Add objects that point at each other, as the structure of a tagged PDF does: ways through it have no end."""
    things = [document.make_indirect(pikepdf.Array([pikepdf.String(f"part {number}")])) for number in range(40)]
    things[-1].append(pikepdf.String(TOLD))
    for thing in things:
        thing.extend(things)
    document.Root.Web = things[0]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("change", [_add_deep, _add_web])
def test_words_deep_in_a_pdf_are_read_once_each(change: object) -> None:
    assert _told_in("a.pdf", _pdf_with(change)) == {"bookmarks, links and fields"}


def test_an_earlier_version_inside_a_pdf_is_read() -> None:
    data = _saved_again(building.pdf([f"We live at {TOLD}"]), b"BT /F1 12 Tf 72 720 Td (We live elsewhere) Tj ET")
    assert _told_in("a.pdf", data) == {"earlier version 1, page 1"}


def _saved_again(data: bytes, words: bytes) -> bytes:
    """Save a PDF's first page anew the way an editor does: the old page stays, a new one is written behind it."""
    with pikepdf.open(io.BytesIO(data)) as document:
        number, count = document.pages[0].obj.Contents.objgen[0], len(document.objects) + 1
        root = document.Root.objgen[0]
    before = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    stream = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(words), words)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n" % (number, len(data))
    trailer = b"<< /Size %d /Root %d 0 R /Prev %d >>\n" % (count, root, before)
    return data + stream + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(stream))


def test_a_locked_pdf_is_named() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(building.pdf([TOLD]))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    verdict = _sent("a.pdf", out.getvalue())
    assert verdict.level is Level.WARN
    assert any("password" in piece.why for piece in verdict.unopened)


def test_a_scanned_page_is_named() -> None:
    out = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(out, "PDF")
    verdict = _sent("scan.pdf", out.getvalue())
    assert verdict.level is Level.WARN
    assert "page 1" in verdict.unopened[0].where


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"comments": TOLD}, "comments"),
        ({"header1": TOLD}, "page header"),
        ({"footer2": TOLD}, "page footer"),
        ({"footnotes": TOLD}, "notes"),
    ],
)
def test_every_part_of_a_word_file_is_read(parts: dict[str, str], where: str) -> None:
    assert _told_in("a.docx", building.docx("Nothing", **parts)) == {where}


@pytest.mark.parametrize(
    "runs",
    [
        "<w:r><w:t>27 Quill</w:t></w:r><w:r><w:t>feather Lane</w:t></w:r>",
        "<w:del><w:r><w:delText>27 Quillfeather Lane</w:delText></w:r></w:del>",
        "<w:r><w:t>27</w:t><w:tab/><w:t>Quillfeather</w:t><w:br/><w:t>Lane</w:t></w:r>",
        '<w:ins w:author="27 Quillfeather Lane"><w:r><w:t>x</w:t></w:r></w:ins>',
    ],
)
def test_a_word_file_is_read_through_its_runs_and_tracked_changes(runs: str) -> None:
    assert _told_in("a.docx", building.docx(runs)) == {"text"}


def test_properties_of_a_word_file_are_read() -> None:
    core = f"<coreProperties><creator>{TOLD}</creator></coreProperties>".encode()
    data = building.zipped({"[Content_Types].xml": b"<Types/>", "docProps/core.xml": core})
    assert _told_in("a.docx", data) == {"metadata"}


def test_entities_in_a_word_file_are_not_followed() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "27 Quillfeather Lane">]><x><p>&a;</p></x>'
    data = building.zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": bomb})
    assert _sent("a.docx", data).level in (Level.ALLOW, Level.WARN)


def test_a_workbook_is_read_row_by_row_even_where_hidden() -> None:
    files = {
        "[Content_Types].xml": b"<Types/>",
        "xl/workbook.xml": b'<workbook xmlns:r="r"><sheets><sheet name="Old" state="hidden" r:id="r1"/></sheets>'
        b"</workbook>",
        "xl/_rels/workbook.xml.rels": b'<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>',
        "xl/sharedStrings.xml": b"<sst><si><t>Quillfeather</t></si><si><r><t>La</t></r><r><t>ne</t></r></si></sst>",
        "xl/worksheets/sheet1.xml": b'<worksheet><sheetData><row><c><v>27</v></c><c t="s"><v>0</v></c>'
        b'<c t="s"><v>1</v></c></row></sheetData></worksheet>',
    }
    assert "sheet Old (hidden)" in _told_in("a.xlsx", building.zipped(files))


def test_files_inside_files_are_read() -> None:
    inner = building.zipped({"deep.txt": TOLD.encode()})
    assert _told_in("a.zip", building.zipped({"b.zip": inner})) == {"inside b.zip, inside deep.txt"}


def test_a_name_inside_a_zip_is_read() -> None:
    assert _told_in("a.zip", building.zipped({f"{TOLD}/x.txt": b"y"})) == {"name of a member"}


def test_a_file_packed_too_deep_is_named() -> None:
    data = TOLD.encode()
    for level in range(6):
        data = building.zipped({f"{level}.zip" if level else "a.txt": data})
    verdict = _sent("a.zip", data)
    assert verdict.level is Level.WARN
    assert "too deep" in verdict.unopened[0].why


def test_a_file_that_unpacks_to_too_much_is_named() -> None:
    gathering = open_attachment("a.zip", building.zipped({"a": b"0" * 5000}), Limits(bytes_in_all=3000))
    assert "more than may be read" in gathering.unopened[0].why


def test_a_locked_member_is_named() -> None:
    data = bytearray(building.zipped({"a.txt": b"x"}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    assert "password" in _sent("a.zip", bytes(data)).unopened[0].why


def test_a_member_of_unknown_packing_is_named() -> None:
    data = bytearray(building.zipped({"a.txt": b"x"}))
    data[data.index(b"PK\x01\x02") + 10] = 99
    assert "could not be unpacked" in _sent("a.zip", bytes(data)).unopened[0].why


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCARD\nADR:;;27 Quillfeather\\, Lane;;\nEND:VCARD",
        "BEGIN:VCARD\nADR;ENCODING=QUOTED-PRINTABLE:;;27 Quill=66eather=\n Lane\nEND:VCARD",
        "BEGIN:VCALENDAR\nGEO:56.2104;1.9032\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nDESCRIPTION:come\\n27 Quillfeather\\nLane\nEND:VCALENDAR",
    ],
)
def test_cards_and_invitations_are_read(text: str) -> None:
    assert _sent("a.vcf", text.encode()).level is Level.BLOCK


def test_a_picture_inside_a_card_is_opened_or_named() -> None:
    photo = base64.b64encode(building.photo(56.2104, 1.9032)).decode()
    assert _told_in("a.vcf", f"BEGIN:VCARD\nPHOTO;ENCODING=b:{photo}\nEND:VCARD".encode())
    text = f"BEGIN:VCARD\nPHOTO;ENCODING=b:{'A' * 300}\nEND:VCARD"
    assert "file inside (photo)" in _sent("a.vcf", text.encode()).unopened[0].where


MAIL = """From: a@example.net
To: b@example.net
Subject: {subject}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: text/plain; charset="{charset}"
Content-Transfer-Encoding: quoted-printable

{body}
--x
Content-Type: text/html
Content-Disposition: attachment; filename="{name}"

<p>{inside}</p>
--x--
"""


@pytest.mark.parametrize(
    ("slot", "where"),
    [("subject", "header Subject"), ("body", ""), ("name", "file name"), ("inside", "inside x.html")],
)
def test_every_part_of_a_saved_e_mail_is_read(slot: str, where: str) -> None:
    slots = {"subject": "s", "body": "b", "name": "x.html", "inside": "i", "charset": "utf-8"}
    slots[slot] = "27 Quillfeather=20Lane" if slot == "body" else TOLD
    found = _told_in("m.eml", MAIL.format(**slots).encode())
    assert (where or "attachment m.eml") in found


def test_a_charset_nobody_knows_does_not_hide_the_words() -> None:
    data = MAIL.format(subject="s", body=TOLD, name="x.html", inside="i", charset="x-none").encode()
    assert _sent("m.eml", data).level is Level.BLOCK


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert _sent("a.txt", f"café {TOLD} {'words ' * 20}".encode(encoding)).level is Level.BLOCK


def test_bytes_that_no_encoding_fits_are_still_read() -> None:
    assert _sent("a.txt", b"\x81 " + TOLD.encode()).level is Level.BLOCK


def test_a_photograph_tells_where_it_was_taken() -> None:
    verdict = _sent("a.jpg", building.photo(56.2106, 1.9030))
    assert verdict.findings[0].where == "attachment a.jpg, metadata GPS"
    assert _sent("a.jpg", building.photo(56.3, 1.9030)).findings == ()
    assert _sent("a.jpg", building.photo(-56.2106, 1.9030)).findings == ()


def test_words_in_a_pictures_metadata_are_read() -> None:
    notes, out = PngImagePlugin.PngInfo(), io.BytesIO()
    notes.add_text("Comment", TOLD)
    Image.new("RGB", (9, 9)).save(out, "PNG", pnginfo=notes)
    assert _told_in("a.png", out.getvalue()) == {"metadata Comment"}
    picture, out = Image.new("RGB", (9, 9)), io.BytesIO()
    exif = picture.getexif()
    exif[0x9C9C] = (TOLD + "\0").encode("utf-16-le")
    picture.save(out, "JPEG", exif=exif)
    assert _told_in("a.jpg", out.getvalue()) == {"metadata XPComment"}


def test_a_picture_large_enough_for_words_is_named_as_unread() -> None:
    assert "words" in _sent("a.png", building.drawn("hello")).unopened[0].why


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\0", b"Rar!\x1a\x07", b"\x1f\x8b\x08", b"\0\1\2\3" * 50])
def test_what_cannot_be_opened_is_named_and_warned_of(data: bytes) -> None:
    verdict = _sent("a.bin", data)
    assert verdict.level is Level.WARN
    assert [piece.where for piece in verdict.unopened] == ["attachment a.bin"]


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", b"PK\x03\x04 nothing", b"\xff\xd8\xff nothing"])
def test_a_damaged_file_is_named(data: bytes) -> None:
    assert _sent("a", data).level is Level.WARN


def test_an_empty_file_says_nothing() -> None:
    assert _sent("a.txt", b"") == Verdict(Level.ALLOW)


def test_an_office_part_that_is_no_xml_is_named() -> None:
    data = building.zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x"})
    assert "XML" in _sent("a.docx", data).unopened[0].why


def test_a_picture_inside_a_word_file_tells_its_place() -> None:
    data = building.zipped({"[Content_Types].xml": b"<Types/>", "word/media/a.jpg": building.photo(56.2104, 1.9032)})
    assert _told_in("a.docx", data) == {"inside word/media/a.jpg, metadata GPS"}


def test_a_zip_comment_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.comment = TOLD.encode()
    assert _told_in("a.zip", out.getvalue()) == {"comment"}
