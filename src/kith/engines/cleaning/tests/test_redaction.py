"""Redaction removes: the words cannot be taken out of the new PDF by any means we have."""

import io
import re

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image

from kith.engines.cleaning import CannotClean, LeftOut, NotRedacted, redact, shown, without
from kith.engines.guard.opening import open_attachment
from kith.engines.guard.tests import building

PAGES = ["We live at 27 Quillfeather Lane now", "Nothing of it here"]


def _words(data: bytes) -> str:
    return "\n".join(passage.text for passage in open_attachment("a.pdf", data).passages)


def test_words_are_removed_and_the_rest_can_still_be_found() -> None:
    made, notes = redact(building.pdf(PAGES, info={"Title": PAGES[0]}), words=["27 quillfeather LANE"])
    found = _words(made)
    assert "Quillfeather" not in found
    assert "27" not in found
    assert all(word in found for word in ("We live at", "now", PAGES[1]))
    assert [note.where for note in notes] == ["page 1"]
    assert "Quillfeather" not in "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)


def test_no_stream_of_the_new_pdf_holds_the_words() -> None:
    made, _ = redact(building.pdf(PAGES, boxed=True), words=["Quillfeather"])
    with pikepdf.open(io.BytesIO(made)) as document:
        streams = [
            each.read_raw_bytes() if each.get("/Filter") == "/DCTDecode" else each.read_bytes()
            for each in document.objects
            if isinstance(each, pikepdf.Stream)
        ]
    assert not any(re.search(b"Quill|5175696c6c", each, re.IGNORECASE) for each in streams)


def test_the_place_is_black_and_the_rest_of_the_page_is_not() -> None:
    made, _ = redact(building.pdf(PAGES), boxes={0: [(72, 715, 150, 735)]})
    drawn = pypdfium2.PdfDocument(made)[0].render(scale=1).to_pil().convert("L")
    assert drawn.getpixel((100, 842 - 725)) < 20
    assert drawn.getpixel((100, 400)) > 240


def test_what_stands_in_a_box_is_removed_whatever_it_says() -> None:
    made, _ = redact(building.pdf(PAGES), boxes={0: [(60, 700, 500, 740)]})
    assert _words(made).split("\n")[1:] == [PAGES[1]]


def test_words_that_are_nowhere_are_not_called_removed() -> None:
    with pytest.raises(NotRedacted, match="found as text"):
        redact(building.pdf(PAGES), words=["Elsewhere"])


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_an_area_lies_where_it_is_seen_however_the_page_is_turned(turn: int) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(building.pdf(PAGES))) as document:
        document.pages[0].rotate(turn, relative=False)
        document.save(out)
    made = without(out.getvalue(), [LeftOut(page=0, area=(0.1, 0.6, 0.4, 0.8))]).data
    drawn = pypdfium2.PdfDocument(made)[0].render(scale=1).to_pil().convert("L")
    assert drawn.getpixel((int(drawn.width * 0.25), int(drawn.height * 0.7))) < 20
    seen = [(x, y) for x in range(0, drawn.width, 9) for y in range(0, drawn.height, 9) if drawn.getpixel((x, y)) < 20]
    assert all(0.08 < x / drawn.width < 0.42 and 0.58 < y / drawn.height < 0.82 for x, y in seen)


def test_words_on_one_page_alone_stay_on_the_others() -> None:
    made = without(building.pdf(["Maud here", "Maud there"]), [LeftOut(words="maud", page=1)])
    assert "Maud here" in _words(made.data)
    assert "Maud there" not in _words(made.data)
    with pytest.raises(CannotClean, match="no page 9"):
        without(building.pdf(PAGES), [LeftOut(words="a", page=8)])


def test_a_picture_without_an_area_is_black_there_and_says_nothing_of_where_it_was_taken() -> None:
    made = without(building.photo(56.4, -0.9), [LeftOut(area=(0, 0, 1, 0.5))]).data
    picture = Image.open(io.BytesIO(made)).convert("L")
    assert picture.getpixel((picture.width // 2, picture.height // 4)) < 20
    assert not open_attachment("a.jpg", made).points
    with pytest.raises(CannotClean, match="by an area"):
        without(building.photo(56.4, -0.9), [LeftOut(words="a")])


def test_a_page_is_shown_as_its_reader_sees_it() -> None:
    page = shown(building.pdf(PAGES), 1)
    assert (page.pages, page.words.strip()) == (2, PAGES[1])
    assert Image.open(io.BytesIO(page.picture)).format == "PNG"
    assert shown(building.pdf(PAGES), 1, ruled=True).picture != page.picture
    with pytest.raises(CannotClean, match="no page 3"):
        shown(building.pdf(PAGES), 2)
