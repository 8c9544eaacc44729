"""Pictures: what their metadata says, and where they were taken. The words drawn in them are not read yet."""

import io
from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, Image

from kith.engines.guard.opening.gathering import DAMAGE, Gathering

_SMALL = 48  # pixels: a spacer, a bullet, a tracking dot holds no words


def open_picture(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Keep a picture's metadata and place, and say that the words in it were not read."""
    with Image.open(io.BytesIO(data)) as picture:
        width, height = picture.size
        _keep_details(gathering, picture, where)
    if min(width, height) >= _SMALL:
        gathering.cannot(where, "words inside the picture were not read")


def _keep_details(gathering: Gathering, picture: Image.Image, where: str) -> None:
    for label, value in picture.info.items():
        if label not in ("exif", "icc_profile"):
            gathering.words(f"{where}, metadata {label}", _as_words(value))
    try:
        exif = picture.getexif()
        for label, value in _details(exif):
            gathering.words(f"{where}, metadata {label}", _as_words(value))
        place = _place(exif.get_ifd(ExifTags.IFD.GPSInfo))
        if place:
            gathering.point(f"{where}, metadata GPS", *place)
    except DAMAGE as damage:
        gathering.cannot(where, f"its metadata is damaged ({type(damage).__name__})")


def _details(exif: Image.Exif) -> Iterator[tuple[str, Any]]:
    for values in (exif, exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)):
        for tag, value in values.items():
            yield ExifTags.TAGS.get(tag, str(tag)), value


def _as_words(value: object) -> str:
    """Give text as text, and bytes as the text they may hold (Windows writes its comments in UTF-16)."""
    if isinstance(value, bytes):
        wide = len(value) > 3 and value[1::2].count(0) > len(value) // 4
        return value[:200_000].decode("utf-16-le" if wide else "utf-8", "ignore")
    return value if isinstance(value, str) else ""


def _place(gps: dict[int, Any]) -> tuple[float, float] | None:
    """Read latitude and longitude in degrees from the GPS block (tags 1 to 4).

    References:
        CIPA DC-008 (Exif 2.32), section 4.6.6.
    """
    lat, lon = gps.get(2), gps.get(4)
    if lat is None or lon is None:
        return None
    south, west = str(gps.get(1, "N")).upper().startswith("S"), str(gps.get(3, "E")).upper().startswith("W")
    return _degrees(lat) * (-1 if south else 1), _degrees(lon) * (-1 if west else 1)


def _degrees(parts: Any) -> float:
    degrees, minutes, seconds = (float(part) for part in (*parts, 0, 0)[:3])
    return degrees + minutes / 60 + seconds / 3600
