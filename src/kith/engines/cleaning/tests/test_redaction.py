"""Redaction removes: the words cannot be taken out of the new PDF by any means we have."""

import io
import re

import pikepdf
import pypdf
import pypdfium2
import pytest

from kith.engines.cleaning import NotRedacted, redact
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
