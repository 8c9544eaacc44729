"""A copy without what somebody chose to leave out, and its pages as they are seen."""

import io
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from kith.engines.cleaning import pdfs
from kith.engines.cleaning.cleaner import left_in
from kith.engines.cleaning.redacted_pictures import opened, redact_picture
from kith.engines.cleaning.redaction import redact_pdf
from kith.engines.cleaning.words import CannotClean, Cleaned, LeftOut, Shown
from kith.engines.guard.opening import PictureReader
from kith.engines.guard.opening.gathering import DAMAGE

_WIDEST = 1000  # dots: a page fills a column of a wide screen
_MOST_PIXELS = 4_000_000
_LINE, _LETTERS = (29, 112, 184), 22


def without(data: bytes, left_out: Sequence[LeftOut], read_picture: PictureReader | None = None) -> Cleaned:
    """Make a copy of a PDF or a picture without what is left out of it; nothing is covered, all of it is removed.

    The copy is opened again by the code that opens what leaves, as a clean copy is.

    Raises:
        CannotClean: this sort of file has no such copy, it is damaged, or something could not be found in it.
    """
    redact = redact_pdf if _is_pdf(data) else redact_picture
    try:
        copy, removed = redact(data, left_out)
    except DAMAGE as damage:
        raise CannotClean(f"This file is damaged ({type(damage).__name__}), so no copy was made.") from None
    return Cleaned(copy, removed, left_in(copy, read_picture))


def shown(data: bytes, page: int, *, ruled: bool = False) -> Shown:
    """Draw a page of a PDF, or a picture, as its reader sees it; `ruled`, with a line at each tenth, to name an area.

    Raises:
        CannotClean: it cannot be drawn, or there is no such page.
    """
    try:
        if _is_pdf(data):
            return _page_shown(pdfs.cleaned(data)[0], page, ruled)
        return Shown(_png(opened(data)[0], ruled), "", 1)
    except DAMAGE as damage:
        raise CannotClean(f"This file is damaged ({type(damage).__name__}), so it cannot be shown.") from None


def _page_shown(data: bytes, number: int, ruled: bool) -> Shown:
    document = pypdfium2.PdfDocument(data)
    try:
        if not 0 <= number < len(document):
            raise CannotClean(f"There is no page {number + 1} in it.")
        page = document[number]
        wide, high = page.get_size()
        scale = min(_WIDEST / max(1.0, wide), (_MOST_PIXELS / max(1.0, wide * high)) ** 0.5)
        words = page.get_textpage().get_text_range()
        return Shown(_png(page.render(scale=scale).to_pil(), ruled), words, len(document))
    finally:
        document.close()


def _png(picture: Image.Image, ruled: bool) -> bytes:
    picture = picture.convert("RGB")
    picture.thumbnail((_WIDEST, _WIDEST * 2))
    if ruled:
        _rule(picture)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _rule(picture: Image.Image) -> None:
    pencil, letters = ImageDraw.Draw(picture), ImageFont.load_default(size=_LETTERS)
    for tenth in range(1, 10):
        x, y = picture.width * tenth // 10, picture.height * tenth // 10
        pencil.line((x, 0, x, picture.height), fill=_LINE)
        pencil.line((0, y, picture.width, y), fill=_LINE)
        pencil.text((x + 3, 3), f"{tenth * 10}", fill=_LINE, font=letters)
        pencil.text((3, y + 3), f"{tenth * 10}", fill=_LINE, font=letters)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]
