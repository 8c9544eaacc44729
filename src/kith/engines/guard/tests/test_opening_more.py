"""Places easily passed over: rich text, forwarded messages, layers, files in pages, and what nobody can read."""

import base64
import io
from email.message import EmailMessage

import pikepdf
import pytest
from PIL import Image

from kith.engines.guard import Attachment, Level, Outgoing, check
from kith.engines.guard.opening import Limits, PictureUnread, open_attachment
from kith.engines.guard.tests import building
from kith.engines.guard.tests.facts import ALL

TOLD = "27 Quillfeather Lane"


def _told_in(name: str, data: bytes) -> set[str]:
    verdict = check(Outgoing("email", "father", attachments=(Attachment(name, data),)), ALL)
    return {finding.where.removeprefix(f"attachment {name}").lstrip(", ") for finding in verdict.findings}


RICH = {
    "words": r"{\rtf1\ansi 27 Quill{\b feather} Lane\par}",
    "codes": r"{\rtf1\ansi 27 Q\'75illfeather Lane}",
    "unicode": r"{\rtf1\uc1 27 Q\u117 ?illfeather Lane}",
    "unicode for older readers": r"{\rtf1\uc3 27 Q\u117\'75\'75\'75illfeather Lane}",
    "hidden": r"{\rtf1{\v 27 Quillfeather Lane}}",
    "properties": r"{\rtf1{\info{\author 27 Quillfeather Lane}}}",
    "unknown group": r"{\rtf1{\*\odd 27 Quillfeather Lane}}",
    "not closed": r"{\rtf1{\v{27 Quillfeather Lane",
}


@pytest.mark.parametrize("way", RICH)
def test_rich_text_is_read_in_every_group(way: str) -> None:
    assert _told_in("a.rtf", RICH[way].encode()) == {""}


@pytest.mark.parametrize("word", ["pict\\jpegblip", "object{\\*\\objdata", "pict{\\*\\x"])
def test_a_picture_or_object_in_rich_text_is_opened(word: str) -> None:
    inside = building.photo(56.2104, 1.9032).hex()
    lines = "\n".join(inside[at : at + 78] for at in range(0, len(inside), 78))
    assert _told_in("a.rtf", ("{\\rtf1{\\" + word + "\n" + lines + "}}}").encode())


def test_a_picture_packed_as_bytes_in_rich_text_is_opened() -> None:
    photo = building.photo(56.2104, 1.9032)
    assert _told_in("a.rtf", b"{\\rtf1{\\pict\\jpegblip\\bin%d " % len(photo) + photo + b"}}")


def test_a_forwarded_message_is_read_with_its_own_headers() -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner["Subject"], outer["Subject"] = TOLD, "Fwd"
    inner.set_content("words")
    outer.set_content("see below")
    outer.add_attachment(inner)
    assert _told_in("m.eml", outer.as_bytes()) == {"header Subject"}


def test_what_stands_outside_the_parts_of_a_message_is_read() -> None:
    data = f'Subject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n{TOLD}\n--x\n\nb\n--x--\n'
    assert _told_in("m.eml", data.encode()) == {"outside its parts"}


@pytest.mark.parametrize(
    "line",
    [
        "LOCATION:27 Quillfeather Lane",
        "ATTENDEE;CN=27 Quillfeather Lane:mailto:a@example.org",
        "BEGIN:VALARM\nDESCRIPTION:27 Quillfeather Lane\nEND:VALARM",
        "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=home:geo:56.2104,1.9032",
        "X-WR-CALNAME:27 Quill\n feather Lane",
    ],
)
def test_every_line_of_an_invitation_is_read(line: str) -> None:
    assert _told_in("a.ics", f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{line}\nEND:VEVENT\nEND:VCALENDAR".encode())


@pytest.mark.parametrize(
    "page",
    [
        "<!-- 27 Quillfeather Lane -->",
        '<p style="display:none">27 Quillfeather Lane</p>',
        '<img alt="27 Quillfeather Lane">',
        '<meta name="author" content="27 Quillfeather Lane">',
        '<svg xmlns="s"><desc>27 Quillfeather Lane</desc></svg>',
        '<svg xmlns="s"><text><tspan>27 Quill</tspan><tspan>feather Lane</tspan></text></svg>',
        '<script>var home = "27 Quillfeather Lane"</script>',
    ],
)
def test_a_web_page_and_an_svg_are_read_where_nobody_sees(page: str) -> None:
    assert _told_in("a.html", f"<html>{page}</html>".encode())


def test_a_picture_inside_a_web_page_is_opened() -> None:
    packed = base64.b64encode(building.photo(56.2104, 1.9032)).decode()
    assert _told_in("a.svg", f'<svg><image href="data:image/jpeg;base64,{packed}"/></svg>'.encode())


def _page(content: str, change: object = None) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(building.pdf(["One"]))) as document:
        document.pages[0].contents_add(content.encode())
        if callable(change):
            change(document)
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "drawn",
    [
        f"1 1 1 rg BT /F1 12 Tf 72 600 Td ({TOLD}) Tj ET",
        f"BT 3 Tr /F1 12 Tf 72 600 Td ({TOLD}) Tj ET",
        f"BT /F1 12 Tf -900 -900 Td ({TOLD}) Tj ET",
        f"BT /F1 0.2 Tf 72 600 Td ({TOLD}) Tj ET",
        "BT /F1 12 Tf 72 600 Td [(27 Quill) 2 (feather) -300 (Lane)] TJ ET 0 g 0 0 595 842 re f",
    ],
)
def test_words_in_white_unseen_off_the_page_tiny_or_covered_are_read(drawn: str) -> None:
    assert _told_in("a.pdf", _page(drawn)) == {"page 1"}


def test_what_a_note_shows_is_read_even_if_only_its_drawing_says_it() -> None:
    def add(document: pikepdf.Pdf) -> None:
        font = document.pages[0].obj.Resources.Font
        drawing = document.make_stream(f"BT /F1 12 Tf 5 5 Td ({TOLD}) Tj ET".encode())
        drawing.Type, drawing.Subtype, drawing.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 300, 30]
        drawing.Resources = pikepdf.Dictionary(Font=font)
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Stamp,
            Rect=[50, 50, 350, 80],
            F=4,
            AP=pikepdf.Dictionary(N=drawing),
        )
        document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(note)])

    assert "page 1, with its notes and fields" in _told_in("a.pdf", _page("", add))


def test_words_in_pictures_are_read_by_the_reader_that_is_handed_in() -> None:
    seen: list[tuple[int, int]] = []

    def reader(picture: Image.Image) -> str:
        seen.append(picture.size)
        return TOLD

    scan, photo = io.BytesIO(), io.BytesIO()
    Image.radial_gradient("L").resize((300, 400)).save(scan, "PDF")
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (200, 100)).save(photo, "JPEG", exif=turned)
    found = open_attachment("a.pdf", scan.getvalue(), read_picture=reader)
    assert ("attachment a.pdf, page 1, picture, words in the picture", TOLD) in [
        (each.where, each.text) for each in found.passages
    ]
    assert found.unopened == []
    open_attachment("a.jpg", photo.getvalue(), read_picture=reader)
    assert seen[-1] == (100, 200), "the way up that its notes say"


def test_a_picture_whose_words_take_too_long_is_named() -> None:
    def reader(picture: Image.Image) -> str:
        raise PictureUnread("it took too long")

    found = open_attachment("a.png", building.drawn("x"), read_picture=reader)
    assert [each.why for each in found.unopened] == ["words inside the picture were not read: it took too long"]


def test_a_picture_that_is_too_large_is_named_and_its_notes_are_read() -> None:
    out = io.BytesIO()
    Image.new("L", (2_000, 1_000)).save(out, "JPEG", comment=TOLD.encode())
    found = open_attachment("a.jpg", out.getvalue(), Limits(pixels=1_000_000))
    assert "larger" in found.unopened[0].why
    assert any(TOLD in each.text for each in found.passages)


def test_a_heic_tells_its_place_and_is_named() -> None:
    exif = building.photo(56.2104, 1.9032)
    block = exif[exif.index(b"Exif\0\0") :][:300]
    data = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40 + block + b"\0" * 400
    verdict = check(Outgoing("email", "father", attachments=(Attachment("a.heic", data),)), ALL)
    assert verdict.level is Level.BLOCK
    assert "JPEG" in verdict.unopened[0].why


def test_a_video_tells_its_place_and_is_named() -> None:
    data = b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + b"\0\0\0\x1e\xa9xyz\0\x12\x15\xc7+56.2104+001.9032/" + b"\0" * 99
    verdict = check(Outgoing("email", "father", attachments=(Attachment("a.mp4", data),)), ALL)
    assert {finding.where for finding in verdict.findings} == {"attachment a.mp4, metadata place"}
    assert "video" in verdict.unopened[0].why


def test_more_words_than_may_be_read_are_named() -> None:
    found = open_attachment("a.txt", b"word " * 100, Limits(letters=50))
    assert sum(len(each.text) for each in found.passages) <= 50
    assert "more words" in found.unopened[0].why
