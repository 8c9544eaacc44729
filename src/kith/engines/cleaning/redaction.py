"""Redaction: words or stretches of a page are removed, never covered.

A page that is touched is drawn anew as a picture, black where something was taken out, and the words that stay are
laid under it unseen, so that they can be found and read aloud. Nothing of the old page is kept. Then the words are
looked for again: a PDF in which one is still found is not given.
"""

import io
from collections.abc import Mapping, Sequence

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw
from pypdfium2 import raw

from kith.engines.cleaning import pdfs
from kith.engines.cleaning.words import CannotClean, LeftOut, Note

#: left, bottom, right, top in points (1/72 inch), from the page's lower left corner.
Box = tuple[float, float, float, float]

_DOTS_PER_POINT = 200 / 72
_MARGIN = 1.5  # points around what is taken out: no edge of a letter stays
_QUALITY = 90
_MOST_PIXELS = 40_000_000
_FONT = "KithUnseen"
MOST_SHOWN = 80
_NOT_FOUND = "nothing of it was found as text. Words in a picture are left out by an area."


class NotRedacted(CannotClean):
    """Something that was to be removed is still found, so nothing is given."""


def redact(
    data: bytes, *, words: Sequence[str] = (), boxes: Mapping[int, Sequence[Box]] | None = None
) -> tuple[bytes, tuple[Note, ...]]:
    """Remove words, and all that stands in boxes (by page, from 0), from a PDF; the rest of it is cleaned as well.

    Raises:
        CannotClean, NotRedacted: as `redact_pdf`.
    """
    return _redacted(data, [LeftOut(each) for each in words], boxes or {})


def redact_pdf(data: bytes, left_out: Sequence[LeftOut]) -> tuple[bytes, tuple[Note, ...]]:
    """Make a PDF without words and areas; the rest of it is cleaned as well.

    Returns:
        the new PDF, and how often something was removed from which page.

    Raises:
        CannotClean: it is locked or damaged.
        NotRedacted: a word is still there, or was nowhere to be found as text; or there is no such page.
    """
    return _redacted(data, left_out, {})


def _redacted(
    data: bytes, left_out: Sequence[LeftOut], boxes: Mapping[int, Sequence[Box]]
) -> tuple[bytes, tuple[Note, ...]]:
    copy, _ = pdfs.cleaned(data)
    pages = pypdfium2.PdfDocument(copy)
    try:
        marked = {number: list(boxes.get(number, ())) for number in range(len(pages))}
        for each in left_out:
            for number, found in _places_of(each, pages):
                marked[number] += found
        drawn = {number: _drawn(pages[number], marked[number]) for number in marked if marked[number]}
    finally:
        pages.close()
    if not drawn:
        raise NotRedacted(_NOT_FOUND)
    made = _rebuilt(copy, drawn)
    _check(made, left_out, marked)
    notes = [Note(f"{len(marked[number])} stretches", f"page {number + 1}") for number in sorted(drawn)]
    return made, tuple(notes)


def _places_of(each: LeftOut, pages: pypdfium2.PdfDocument) -> list[tuple[int, list[Box]]]:
    """Find where something stands that is to be left out, by page."""
    if each.page is not None and not 0 <= each.page < len(pages):
        raise NotRedacted(f"There is no page {each.page + 1} in it.")
    numbers = range(len(pages)) if each.page is None else [each.page]
    if each.area is not None:
        return [(number, [_box_of(pages[number], each.area)]) for number in numbers]
    found = [(number, _boxes_on(pages[number], [each.words])) for number in numbers]
    if not any(boxes for _, boxes in found):
        raise NotRedacted(_NOT_FOUND if len(each.words) > MOST_SHOWN else f"“{each.words}”: {_NOT_FOUND}")
    return found


def _box_of(page: pypdfium2.PdfPage, area: tuple[float, float, float, float]) -> Box:
    """Find an area of the page as it is seen on the page as it was written, which may have been turned since."""
    left, bottom, right, top = page.get_bbox()
    turn = page.get_rotation()
    ends = [_before_turning(turn, area[0], area[1]), _before_turning(turn, area[2], area[3])]
    across = sorted(left + (right - left) * x for x, _ in ends)
    down = sorted(top - (top - bottom) * y for _, y in ends)
    return across[0], down[0], across[1], down[1]


def _before_turning(turn: int, x: float, y: float) -> tuple[float, float]:
    """Say where a point of a page that was turned clockwise stood before; from the left and from the top, 0 to 1."""
    match turn:
        case 90:
            return y, 1 - x
        case 180:
            return 1 - x, 1 - y
        case 270:
            return 1 - y, x
    return x, y


def _boxes_on(page: pypdfium2.PdfPage, words: Sequence[str]) -> list[Box]:
    """Find where words stand on a page, in capitals or not."""
    text = page.get_textpage()
    found: list[Box] = []
    for each in words:
        search = text.search(each)
        while (hit := search.get_next()) is not None:
            found += [text.get_rect(number) for number in range(text.count_rects(*hit))]
        search.close()
    text.close()
    return found


def _drawn(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> tuple[Image.Image, list[tuple[str, Box]], Box]:
    """Draw a page without what stands in the boxes; gives the picture, the words that stay, and the page's own box."""
    left, bottom, right, top = page.get_bbox()
    scale = min(_DOTS_PER_POINT, (_MOST_PIXELS / max(1.0, (right - left) * (top - bottom))) ** 0.5)
    turn = page.get_rotation()
    page.set_rotation(0)
    picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    pencil = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in boxes:
        pencil.rectangle(
            (
                (x0 - left - _MARGIN) * scale,
                (top - y1 - _MARGIN) * scale,
                (x1 - left + _MARGIN) * scale,
                (top - y0 + _MARGIN) * scale,
            ),
            fill="black",
        )
    staying = _words_outside(page, boxes)
    page.set_rotation(turn)
    return picture, staying, (left, bottom, right, top)


def _words_outside(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> list[tuple[str, Box]]:
    """Give the words of a page that no box touches, letter by letter, with where each stands."""
    text, found, word, held = page.get_textpage(), list[tuple[str, Box]](), "", (0.0, 0.0, 0.0, 0.0)
    for at in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, at) or 0x20)
        box = (0.0, 0.0, 0.0, 0.0) if letter.isspace() else text.get_charbox(at, loose=True)
        if letter.isspace() or any(_meets(box, each) for each in boxes):
            found += [(word, held)] if word else []
            word = ""
            continue
        held = _around(held, box) if word else box
        word += letter
    text.close()
    return [*found, (word, held)] if word else found


def _meets(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] + _MARGIN
        and one[2] > other[0] - _MARGIN
        and one[1] < other[3] + _MARGIN
        and one[3] > other[1] - _MARGIN
    )


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _rebuilt(data: bytes, drawn: Mapping[int, tuple[Image.Image, list[tuple[str, Box]], Box]]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        for key in ("/StructTreeRoot", "/Outlines"):  # alternative text and headings repeat what a page says
            if key in document.Root:
                del document.Root[key]
        for number, (picture, staying, box) in drawn.items():
            _replace(document, document.pages[number].obj, picture, staying, box)
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _replace(
    document: pikepdf.Pdf, page: pikepdf.Object, picture: Image.Image, staying: list[tuple[str, Box]], box: Box
) -> None:
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=_QUALITY)
    seen = document.make_stream(packed.getvalue())
    seen.Type, seen.Subtype, seen.Filter = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.DCTDecode
    seen.Width, seen.Height = picture.size
    seen.ColorSpace, seen.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    left, bottom, right, top = box
    lines = [f"q {right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm /Seen Do Q", "BT 3 Tr"]
    lines += [_unseen(word, place) for word, place in staying]
    page.Contents = document.make_stream("\n".join([*lines, "ET"]).encode("latin-1"))
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(Seen=seen), Font=pikepdf.Dictionary({f"/{_FONT}": font})
    )


def _unseen(word: str, box: Box) -> str:
    """Write a word so that it is found where it is seen; letters that its plain font lacks become question marks."""
    size = max(1.0, (box[3] - box[1]) * 0.8)
    shown = word.encode("cp1252", "replace").hex()
    return f"/{_FONT} {size:.2f} Tf 1 0 0 1 {box[0]:.2f} {box[1] + size * 0.2:.2f} Tm <{shown}20> Tj"


def _check(made: bytes, left_out: Sequence[LeftOut], marked: Mapping[int, Sequence[Box]]) -> None:
    """Look for the words again, in the text as it is extracted from the new PDF."""
    document = pypdfium2.PdfDocument(made)
    try:
        for number in range(len(document)):
            page = document[number]
            words = [each.words for each in left_out if each.words and each.page in (None, number)]
            if _boxes_on(page, words):
                raise NotRedacted(f"A word is still found on page {number + 1}, so no copy was made.")
            if any(page.get_textpage().get_text_bounded(*box).strip() for box in marked.get(number, ())):
                raise NotRedacted(f"Words are still found in a box on page {number + 1}, so no copy was made.")
    finally:
        document.close()
