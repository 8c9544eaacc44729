"""Pictures without an area of theirs: painted over and written anew, with nothing kept beside the pixels."""

import io
from collections.abc import Sequence
from typing import Any, Final

from PIL import Image, ImageDraw, ImageOps

from kith.engines.cleaning.redaction import NotRedacted
from kith.engines.cleaning.words import CannotClean, LeftOut, Note

_WRITTEN: Final[dict[str, dict[str, Any]]] = {
    "JPEG": {"quality": 92},
    "PNG": {},
    "WEBP": {"quality": 92},
}
_MOST_PIXELS = 50_000_000


def redact_picture(data: bytes, left_out: Sequence[LeftOut]) -> tuple[bytes, tuple[Note, ...]]:
    """Make a picture without areas of it, the way up it is seen.

    Raises:
        CannotClean: it is of a sort that cannot be written anew, or it moves.
        NotRedacted: words are to be left out, which nobody can find in a picture; or nothing is.
    """
    if any(each.area is None for each in left_out) or not left_out:
        raise NotRedacted("Words in a picture are left out by an area, not by typing them.")
    picture, sort = opened(data)
    pencil = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in (each.area for each in left_out if each.area is not None):
        corners = (x0 * picture.width, y0 * picture.height, x1 * picture.width, y1 * picture.height)
        pencil.rectangle(corners, fill="black")
    out = io.BytesIO()
    picture.save(out, sort, **_WRITTEN[sort])
    return out.getvalue(), (Note(f"{len(left_out)} areas", "the picture"),)


def opened(data: bytes) -> tuple[Image.Image, str]:
    """Open a picture the way up it is seen, and say of which sort it is.

    Raises:
        CannotClean: as above.
    """
    try:
        found = Image.open(io.BytesIO(data))
        sort = str(found.format)
        if sort not in _WRITTEN or getattr(found, "is_animated", False):
            raise CannotClean("Nothing can be left out of a picture of this sort. Save it as a JPEG or a PNG.")
        if found.width * found.height > _MOST_PIXELS:
            raise CannotClean("The picture is too large. Save it smaller.")
        turned = ImageOps.exif_transpose(found)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise CannotClean("The picture is damaged, so no copy was made.") from None
    return turned.convert("RGB"), sort
