"""Which cleaner a file is given to, and the look at its work."""

import io
import re
import zipfile
from collections.abc import Callable

from kith.engines.cleaning import office, pdfs, pictures
from kith.engines.cleaning.words import CannotClean, Cleaned, Note
from kith.engines.guard.opening import Gathering, PictureReader, open_attachment
from kith.engines.guard.opening.gathering import DAMAGE

_Cleaner = Callable[[bytes], tuple[bytes, list[Note]]]
#: Where a reader looks anyway; all else in a clean copy still tells something that they may not expect.
_SEEN = re.compile(
    r"(?:file name|page \d+(?:, picture)?|text|page header|page footer|notes|sheet .*|slide \d+|words in the picture"
    r"|metadata (?:version|compression))$"
)
_INSIDE_OFFICE = re.compile(r"inside (?:word|xl|ppt)/(?!embeddings/)|links$|inside \[Content_Types\]")
_PLAIN_NAME = re.compile(r"[\w/.\[\]-]+")
_NOT_OURS = {
    b"\xd0\xcf\x11\xe0": "Older Word, Excel and Outlook files cannot be cleaned. Save it as a PDF.",
    b"{\\rtf": "Rich text cannot be cleaned. Save it as a Word file or a PDF.",
    b"ID3": "Recordings cannot be cleaned here.",
    b"OggS": "Recordings cannot be cleaned here.",
    b"fLaC": "Recordings cannot be cleaned here.",
    b"\x1aE\xdf\xa3": "Videos cannot be cleaned here.",
}


def clean(name: str, data: bytes, read_picture: PictureReader | None = None) -> Cleaned:
    """Make a clean copy of a file: what is seen stays, what is kept beside it goes.

    The copy is opened again by the code that opens what leaves: whatever it still holds unseen, or could not read, is
    listed in `left`.

    Raises:
        CannotClean: this sort of file cannot be cleaned, or it is damaged.
    """
    copy, removed = _made(data)
    return Cleaned(copy, tuple(removed), left_in(copy, read_picture))


def left_in(copy: bytes, read_picture: PictureReader | None) -> tuple[Note, ...]:
    """Say what a copy still holds unseen, or what in it could not be read."""
    return tuple(_still_there(open_attachment("", copy, None, read_picture)))


def hidden_in(name: str, data: bytes) -> tuple[Note, ...]:
    """Say what a clean copy would be without; nothing for a file that cannot be cleaned."""
    try:
        _, removed = _made(data)
    except CannotClean:
        return ()
    return tuple(removed)


def _made(data: bytes) -> tuple[bytes, list[Note]]:
    cleaner = _cleaner(data)
    try:
        copy, removed = cleaner(data)
    except DAMAGE as damage:
        raise CannotClean(f"This file is damaged ({type(damage).__name__}), so no clean copy was made.") from None
    if removed and open_attachment("", data).points and not open_attachment("", copy).points:
        removed.insert(0, Note("the place where it was taken"))
    return copy, _each_once(removed)


def _cleaner(data: bytes) -> _Cleaner:
    if b"%PDF-" in data[:1024]:
        return pdfs.cleaned
    if data[:4] == b"PK\x03\x04":
        return _office_cleaner(data)
    if cleaner := pictures.cleaner_of(data):
        return cleaner
    raise CannotClean(next((why for start, why in _NOT_OURS.items() if data.startswith(start)), _why_not(data)))


def _why_not(data: bytes) -> str:
    if data[4:8] == b"ftyp":
        return "Videos, and pictures of this sort (HEIC), cannot be cleaned here. Save the picture as a JPEG."
    return "Files of this sort cannot be cleaned. Save it as a PDF, or take it off."


def _office_cleaner(data: bytes) -> _Cleaner:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except DAMAGE:
        names = set()
    if "[Content_Types].xml" in names:
        return office.cleaned
    raise CannotClean("Archives and OpenDocument files cannot be cleaned. Attach what is in it, or save it as a PDF.")


def _each_once(notes: list[Note]) -> list[Note]:
    return list(dict.fromkeys(notes))


def _still_there(gathering: Gathering) -> list[Note]:
    unread = [Note(each.why, _place(each.where)) for each in gathering.unopened]
    unseen = [each for each in gathering.passages if not _seen(each.where, each.text)]
    kept = [Note("words that are not seen at once", _place(each.where)) for each in unseen]
    return _each_once([*unread, *kept, *(Note("a place on the map", _place(each.where)) for each in gathering.points)])


def _seen(where: str, text: str) -> bool:
    place = _place(where)
    if place == "name of a member":
        return _PLAIN_NAME.fullmatch(text) is not None
    return place == "the file" or bool(_SEEN.search(place) or _INSIDE_OFFICE.match(place))


def _place(where: str) -> str:
    return where.removeprefix("attachment ").lstrip(", ") or "the file"
