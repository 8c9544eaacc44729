"""Which sort of file this is, judged by its bytes first and its name second."""

import io
import re
import zipfile
from collections.abc import Callable

from kith.engines.guard.opening import archive, cards, mail, office, pdf, picture, plain, rich, sheet
from kith.engines.guard.opening.gathering import Gathering

Opener = Callable[[Gathering, str, bytes, str], None]

_SILENT = {
    b"\xd0\xcf\x11\xe0": "it is an older Word, Excel or Outlook file",
    b"7z\xbc\xaf\x27\x1c": "it is a 7-Zip archive",
    b"Rar!\x1a\x07": "it is a RAR archive",
    b"\x1f\x8b": "it is a gzip archive",
    b"BZh": "it is a bzip2 archive",
    b"\xfd7zXZ": "it is an xz archive",
    b"ID3": "it is a sound recording",
    b"OggS": "it is a recording",
    b"\x1aE\xdf\xa3": "it is a video",
    b"fLaC": "it is a sound recording",
    b"RIFF": "it is a recording",
    b"SQLite format 3\0": "it is a database",
}
_PICTURE_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_MAIL_HEADER = re.compile(rb"\A(?:[A-Za-z-]{2,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")


def open_piece(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Open one file with the opener of its sort, or name it as unread."""
    if not data:
        return
    opener = _opener(name.lower(), data)
    if opener:
        opener(gathering, name, data, where)
    else:
        gathering.cannot(where, _why_not(data))


def _opener(name: str, data: bytes) -> Opener | None:
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        return _zip_opener(data)
    if b"%PDF-" in data[:1024]:
        return pdf.open_pdf
    if data.startswith(b"{\\rtf"):
        return rich.open_rich_text
    if data.startswith(_PICTURE_STARTS) or data[8:12] == b"WEBP" or data[4:12] == b"jP  \r\n\x87\n":
        return picture.open_picture
    if data[4:8] == b"ftyp":
        return picture.open_boxed
    if data.startswith(tuple(_SILENT)) or not plain.is_text(data):
        return None
    return _text_opener(name, data)


def _zip_opener(data: bytes) -> Opener:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, LookupError):
        return archive.open_zip
    if "xl/workbook.xml" in names:
        return sheet.open_workbook
    if "[Content_Types].xml" in names or "content.xml" in names:
        return office.open_document
    return archive.open_zip


def _text_opener(name: str, data: bytes) -> Opener:
    if data[:400].lstrip().upper().startswith((b"BEGIN:VCALENDAR", b"BEGIN:VCARD")):
        return cards.open_cards
    if name.endswith(".eml") or (b"Content-Type:" in data[:20_000] and _MAIL_HEADER.match(data[:20_000])):
        return mail.open_mail
    return plain.open_text


def _why_not(data: bytes) -> str:
    return next((why for start, why in _SILENT.items() if data.startswith(start)), "its sort of file is not known")
