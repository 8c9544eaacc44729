"""PDF: the words on every page (under black boxes too), notes, bookmarks, properties, attachments, earlier versions."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2

from kith.engines.guard.opening.gathering import DAMAGE, Gathering

_PICTURE_WIDTH, _PICTURE_HEIGHT = 300, 100  # pixels: smaller ones are rules, bullets and logos
_END = re.compile(rb"%%EOF[\r\n ]*")


def open_pdf(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Open a PDF and everything kept inside it."""
    try:
        _keep_pages(gathering, data, where)
        with pikepdf.open(io.BytesIO(data)) as document:
            _keep_inside(gathering, document, where)
    except pikepdf.PasswordError:
        return gathering.cannot(where, "it is locked with a password")
    for number, end in enumerate(_earlier_ends(data), 1):
        _keep_version(gathering, data[:end], f"{where}, earlier version {number}")
    return None


def _keep_pages(gathering: Gathering, data: bytes, where: str) -> None:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as damage:
        return gathering.cannot(where, f"its pages cannot be read ({damage})")
    try:
        for number, page in enumerate(document, 1):
            words = page.get_textpage()
            gathering.words(f"{where}, page {number}", words.get_text_range())
            words.close()
            page.close()
    finally:
        document.close()
    return None


def _keep_version(gathering: Gathering, data: bytes, where: str) -> None:
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            _keep_strings(gathering, document, where, set())
        _keep_pages(gathering, data, where)
    except DAMAGE as damage:
        gathering.cannot(where, f"it is damaged ({type(damage).__name__})")


def _earlier_ends(data: bytes) -> list[int]:
    """Find where earlier versions of the file end; a file laid out for the web has one end too many."""
    ends = [match.end() for match in _END.finditer(data)][:-1]
    return ends[1:] if b"/Linearized" in data[:2048] else ends


def _keep_inside(gathering: Gathering, document: pikepdf.Pdf, where: str) -> None:
    said: set[str] = set()
    for key, value in document.docinfo.items():
        said.add(str(value))
        gathering.words(f"{where}, metadata {str(key).lstrip('/')}", str(value))
    for number, page in enumerate(document.pages, 1):
        for note in _notes(page):
            said.add(note)
            gathering.words(f"{where}, note on page {number}", note)
        if _has_picture(page):
            gathering.cannot(f"{where}, page {number}", "words inside its pictures were not read")
    _keep_strings(gathering, document, where, said)
    for label, file in document.attachments.items():
        gathering.words(f"{where}, file name", f"{label} {file.filename} {file.description}")
        gathering.piece(file.filename, file.get_file().read_bytes(), f"{where}, inside {file.filename or label}")


def _notes(page: pikepdf.Page) -> list[str]:
    notes = page.obj.get("/Annots")
    if notes is None:
        return []
    return [str(note[key]) for note in notes for key in ("/Contents", "/T", "/V", "/RC") if key in note]


def _has_picture(page: pikepdf.Page) -> bool:
    return any(
        int(picture.get("/Width", 0)) >= _PICTURE_WIDTH and int(picture.get("/Height", 0)) >= _PICTURE_HEIGHT
        for picture in page.get_images().values()
    )


def _keep_strings(gathering: Gathering, document: pikepdf.Pdf, where: str, said: set[str]) -> None:
    """Keep every other string in the file: bookmarks, links, fields, alternative text, scripts."""
    found: list[str] = []
    for thing in document.objects:
        for text in _strings(thing):
            if text not in said:
                said.add(text)
                found.append(text)
        if isinstance(thing, pikepdf.Stream) and thing.get("/Type") == pikepdf.Name.Metadata:
            gathering.words(f"{where}, metadata packet", thing.read_bytes().decode("utf-8", "replace"))
    gathering.words(f"{where}, bookmarks, links and fields", "\n".join(found))


def _strings(thing: object) -> Iterator[str]:
    """Give the strings of one object; an object that it only points at is read in its own turn, once."""
    waiting = [thing]
    while waiting:
        this = waiting.pop()
        if isinstance(this, pikepdf.String):
            if len(text := str(this)) > 2:
                yield text
        elif isinstance(this, pikepdf.Array):
            waiting += reversed([item for item in this if not _is_elsewhere(item)])
        elif isinstance(this, pikepdf.Dictionary | pikepdf.Stream):
            waiting += reversed([item for _, item in this.items() if not _is_elsewhere(item)])


def _is_elsewhere(item: object) -> bool:
    return isinstance(item, pikepdf.Object) and item.is_indirect
