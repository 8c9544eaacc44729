"""Pictures: every block that is not the picture is left out; the pixels stay as they are, byte for byte.

Which way up a photograph is shown is the one thing of a camera's notes that is kept, alone in a block of its own.
"""

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image, ImageSequence

from kith.engines.cleaning.words import CannotClean, Note
from kith.engines.guard.opening.blocks import Broken, blocks_of

_Cleaner = Callable[[bytes], tuple[bytes, list[Note]]]
_ORIENTATION, _UPRIGHT = 0x0112, 1
_WEBP_FLAGS = 0x08 | 0x04  # of VP8X: there is Exif, there is XMP
_MOST_PIXELS = 50_000_000


def cleaner_of(data: bytes) -> _Cleaner | None:
    """Find the cleaner of a picture; None if it is no picture that can be cleaned."""
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8")) or data[8:12] == b"WEBP":
        return cleaned
    if data.startswith((b"II*\0", b"MM\0*")):
        return _tiff_cleaned
    return None


def cleaned(data: bytes) -> tuple[bytes, list[Note]]:
    """Leave out of a JPEG, PNG, WebP or GIF every block that is not the picture.

    Raises:
        CannotClean: it breaks off before its end.
    """
    try:
        blocks = blocks_of(data)
    except Broken:
        raise CannotClean("The picture breaks off before its end, so no clean copy was made.") from None
    pieces = [data[each.start : each.end] for each in blocks if not each.says]
    removed = [Note(each.says, "the picture") for each in blocks if each.says]
    turned = _orientation(data)
    if data.startswith(b"RIFF"):
        pieces = _webp(pieces, turned)
    elif turned != _UPRIGHT and data.startswith(b"\xff\xd8"):
        pieces.insert(1, _turned_jpeg(turned))
    elif turned != _UPRIGHT:
        pieces.insert(2, _turned_png(turned))
    return b"".join(pieces), [] if _says_only_which_way_up(data, removed, turned) else removed


def _says_only_which_way_up(data: bytes, removed: list[Note], turned: int) -> bool:
    """Tell whether the notes are those that a clean copy has: the way up and nothing else."""
    own = {_turned_jpeg(turned), _turned_png(turned), _turned_webp(turned)}
    noted = [each for each in removed if "Exif" not in each.what]
    return turned != _UPRIGHT and not noted and len(removed) == 1 and any(block in data for block in own)


def _orientation(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as picture:
        found = picture.getexif().get(_ORIENTATION, _UPRIGHT)
    return found if found in range(1, 9) else _UPRIGHT


def _exif(turned: int) -> bytes:
    """Make camera's notes that say only which way up."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)


def _turned_jpeg(turned: int) -> bytes:
    block = b"Exif\0\0" + _exif(turned)
    return b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block


def _turned_png(turned: int) -> bytes:
    block = b"eXIf" + _exif(turned)
    return struct.pack(">I", len(block) - 4) + block + struct.pack(">I", zlib.crc32(block))


def _turned_webp(turned: int) -> bytes:
    block = _exif(turned)  # of an even length, as WebP's blocks must be
    return b"EXIF" + struct.pack("<I", len(block)) + block


def _webp(pieces: list[bytes], turned: int) -> list[bytes]:
    """Put the blocks of a WebP together again: its head says how long it is and which notes it has."""
    rest = pieces[1:]
    if rest and rest[0][:4] == b"VP8X":
        flags = rest[0][8] & ~_WEBP_FLAGS | (0x08 if turned != _UPRIGHT else 0)
        rest[0] = rest[0][:8] + bytes([flags]) + rest[0][9:]
        if turned != _UPRIGHT:
            rest.append(_turned_webp(turned))
    return [b"RIFF" + struct.pack("<I", 4 + sum(map(len, rest))) + b"WEBP", *rest]


def _tiff_cleaned(data: bytes) -> tuple[bytes, list[Note]]:
    """Write the pictures of a TIFF anew, packed without loss, with nothing beside them."""
    with Image.open(io.BytesIO(data)) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            raise CannotClean("The picture is too large to be cleaned.")
        way = picture.getexif().get(_ORIENTATION, _UPRIGHT)
        frames = [_bare(frame) for frame in ImageSequence.Iterator(picture)]
    out = io.BytesIO()
    tags = {_ORIENTATION: way} if way in range(2, 9) else {}
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:], compression="tiff_deflate", tiffinfo=tags)
    return out.getvalue(), [] if out.getvalue() == data else [Note("everything beside the picture", "the picture")]


def _bare(frame: Image.Image) -> Image.Image:
    bare = Image.new(frame.mode, frame.size)
    if frame.palette is not None:
        bare.putpalette(frame.palette)
    bare.paste(frame)
    return bare
