"""Pictures: what is written in every block beside the picture, where it was taken, and the words seen in it."""

import contextlib
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from PIL import ExifTags, Image, ImageOps, ImageSequence

from kith.engines.guard.opening.blocks import Broken, blocks_of, text_in
from kith.engines.guard.opening.gathering import DAMAGE, Gathering, PictureUnread

_SMALL = 16  # pixels: a spacer, a bullet, a tracking dot holds no words
_MOST_FRAMES = 10
_NAMES = re.compile("^Exif$", re.MULTILINE)
_EXIF = re.compile(rb"Exif\0\0(?:II\*\0|MM\0\*)")
_PACKET = (b"<x:xmpmeta", b"</x:xmpmeta>")
_MOST_NOTES = 20  # of one sort in one file: there is one, or two, or somebody plays
_MOST_LINES = 2_000
_ISO_6709 = re.compile(rb"([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?/")
# As XMP writes degrees, and as content credentials repeat it: 56,12.63N or 56,12,37.4N.
_SIXTIES = re.compile(r"GPS(?:Dest)?(?:Latitude|Longitude)[\"'>=:\s]+(\d{1,3}),([\d.]+)(?:,([\d.]+))?\s*([NSEW])")
_DECIMAL = re.compile(r"[\"']?latitude[\"']?\W{1,5}(-?\d+\.\d+).{0,60}?longitude[\"']?\W{1,5}(-?\d+\.\d+)", re.I | re.S)


def open_picture(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Keep what is written about a picture, its place, a smaller picture inside it, and the words in it."""
    try:
        picture = Image.open(io.BytesIO(data))
    except Image.DecompressionBombError:
        return _too_large(gathering, data, where)
    with picture:
        if picture.width * picture.height > gathering.limits.pixels:
            return _too_large(gathering, data, where)
        said = _keep_details(gathering, picture, where)
        _keep_blocks(gathering, data, where, said)
        if min(picture.size) >= _SMALL:
            _keep_words(gathering, picture, where)
    return None


def _too_large(gathering: Gathering, data: bytes, where: str) -> None:
    gathering.cannot(where, "the picture is larger than may be opened")
    _keep_blocks(gathering, data, where, "")


def open_boxed(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Keep what is written about a picture or video of the newer sort (HEIC, AVIF, MP4), and say what was not read."""
    if data[8:12] in (b"avif", b"avis"):
        with contextlib.suppress(*DAMAGE):
            return open_picture(gathering, name, data, where)
    for match in islice(_EXIF.finditer(data), _MOST_NOTES):
        exif = Image.Exif()
        with contextlib.suppress(*DAMAGE):
            exif.load(data[match.start() : match.start() + 65_536])
            _keep_exif(gathering, exif, where)
    for packet in _packets(data):
        _keep_text(gathering, f"{where}, metadata packet", packet.decode("utf-8", "replace"))
    for lat, lon in _ISO_6709.findall(data):
        gathering.point(f"{where}, metadata place", float(lat), float(lon))
    is_still = data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"avif")
    why = (
        "pictures of this sort (HEIC) cannot be opened: send it as a JPEG" if is_still else "it is a video or recording"
    )
    return gathering.cannot(where, why)


def _packets(data: bytes) -> Iterator[bytes]:
    start = data.find(_PACKET[0])
    while start >= 0 and (end := data.find(_PACKET[1], start)) >= 0:
        yield data[start:end]
        start = data.find(_PACKET[0], end)


def _keep_details(gathering: Gathering, picture: Image.Image, where: str) -> str:
    said = []
    for label, value in picture.info.items():
        if label not in ("exif", "icc_profile"):
            said.append(_as_words(value))
            _keep_text(gathering, f"{where}, metadata {label}", said[-1])
    try:
        exif = picture.getexif()
        said += _keep_exif(gathering, exif, where)
        _open_thumbnail(gathering, exif, picture.info.get("exif", b""), where)
    except DAMAGE as damage:
        gathering.cannot(where, f"its metadata is damaged ({type(damage).__name__})")
    return "\n".join(said)


def _keep_exif(gathering: Gathering, exif: Image.Exif, where: str) -> list[str]:
    said = []
    for label, value in _details(exif):
        said.append(_as_words(value))
        gathering.words(f"{where}, metadata {label}", said[-1])
    place = _place(exif.get_ifd(ExifTags.IFD.GPSInfo))
    if place:
        gathering.point(f"{where}, metadata GPS", *place)
    return said


def _open_thumbnail(gathering: Gathering, exif: Image.Exif, block: bytes, where: str) -> None:
    """Open the smaller picture that a camera keeps beside the large one: it may show what was since cut away."""
    small = exif.get_ifd(ExifTags.IFD.IFD1)
    at, size = small.get(0x0201), small.get(0x0202)
    if isinstance(at, int) and isinstance(size, int) and size > 0:
        start = block.find(b"\0\0") + 2 if block.startswith(b"Exif") else 0
        gathering.piece("", block[start + at : start + at + size], f"{where}, small picture inside")


def _keep_blocks(gathering: Gathering, data: bytes, where: str, said: str) -> None:
    """Keep the letters of every block beside the picture that were not said already, and open what follows its end."""
    try:
        blocks = blocks_of(data)
    except Broken:
        return gathering.cannot(where, "the picture breaks off before its end")
    for block in blocks:
        if block.says.startswith("what stands after"):
            rest = block.content(data)
            if rest.strip(b"\0\r\n\t "):
                gathering.piece("", rest, f"{where}, {block.says}")
        elif block.says:
            _keep_text(
                gathering,
                f"{where}, {block.says}",
                _without(_NAMES.sub("", text_in(block.content(data))), said),
            )
    return None


def _without(text: str, said: str) -> str:
    """Take out of a text, line by line, what was said already."""
    for line in {line.strip("\0\r\t ") for line in said.split("\n", _MOST_LINES)[:_MOST_LINES]} - {""}:
        text = text.replace(line, "")
    return text


def _keep_text(gathering: Gathering, where: str, text: str) -> None:
    """Keep words, and the places that are written in them."""
    gathering.words(where, text)
    degrees = [
        (int(whole) + float(minutes) / 60 + float(seconds or 0) / 3600) * (-1 if side in "SW" else 1)
        for whole, minutes, seconds, side in _SIXTIES.findall(text)
        if minutes.count(".") < 2 and seconds.count(".") < 2 and minutes != "." and seconds != "."
    ]
    for lat, lon in zip(degrees[::2], degrees[1::2], strict=False):
        gathering.point(f"{where}, place", lat, lon)
    for lat, lon in _DECIMAL.findall(text):
        gathering.point(f"{where}, place", float(lat), float(lon))


def _keep_words(gathering: Gathering, picture: Image.Image, where: str) -> None:
    if gathering.read_picture is None:
        return gathering.cannot(where, "words inside the picture were not read")
    most = min(_MOST_FRAMES, gathering.limits.pixels // (picture.width * picture.height))
    for number, frame in enumerate(ImageSequence.Iterator(picture)):
        if number == most:
            return gathering.cannot(where, f"words beyond the first {most} of its pictures were not read")
        try:
            words = gathering.read_picture(ImageOps.exif_transpose(frame))
        except PictureUnread as reason:
            return gathering.cannot(where, f"words inside the picture were not read: {reason}")
        gathering.words(f"{where}, words in the picture", words)
    return None


def _details(exif: Image.Exif) -> Iterator[tuple[str, Any]]:
    kinds = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.IFD1)
    for values in (exif, *(exif.get_ifd(kind) for kind in kinds)):
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
