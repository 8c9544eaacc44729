"""PDF: the words on every page (under black boxes too), everything kept beside them, and every earlier version."""

import hashlib
import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pypdfium2 import raw

from kith.engines.guard.opening.gathering import DAMAGE, Gathering
from kith.engines.guard.opening.plain import as_text, is_text

_SMALL = 16  # pixels: smaller ones are rules and bullets
_MOST_VERSIONS = 50
_END = re.compile(rb"%%EOF[\r\n ]*")
_SHOWS_WORDS = re.compile(rb"T[jJ*]|['\"]\s")
_FONT_OR_TABLE = ("/XRef", "/ObjStm", "/CMap")
_FONT_FILES = ("/Type1C", "/CIDFontType0C", "/OpenType")


def open_pdf(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Open a PDF and everything kept inside it."""
    opened = _Opened(gathering)
    try:
        opened.keep(data, where)
    except pikepdf.PasswordError:
        return gathering.cannot(where, "it is locked with a password")
    ends = _earlier_ends(data)
    for number, end in enumerate(ends[:_MOST_VERSIONS], 1):
        earlier = f"{where}, earlier version {number}"
        try:
            opened.keep(data[:end], earlier)
        except DAMAGE as damage:
            gathering.cannot(earlier, f"it is damaged ({type(damage).__name__})")
    if len(ends) > _MOST_VERSIONS:
        gathering.cannot(where, f"versions beyond {_MOST_VERSIONS} earlier ones were not read")
    return None


def _earlier_ends(data: bytes) -> list[int]:
    """Find where earlier versions of the file end; a file laid out for the web has one end too many."""
    ends = [match.end() for match in _END.finditer(data)][:-1]
    return ends[1:] if b"/Linearized" in data[:2048] else ends


class _Opened:
    """One PDF and its versions: what each of them repeats is kept once."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.said: set[str] = set()
        self.seen: set[bytes] = set()

    def keep(self, data: bytes, where: str) -> None:
        """Keep everything of one version."""
        self._keep_pages(data, where)
        with pikepdf.open(io.BytesIO(data)) as document:
            self._keep_about(document, where)
            shown = self._keep_notes(document, where)
            self._keep_files(document, where)
            self._keep_strings(document, where)
            for thing in document.objects:
                if isinstance(thing, pikepdf.Stream):
                    self._keep_stream(thing, shown.get(thing.objgen, ""), where)

    def _once(self, where: str, text: str) -> None:
        if text not in self.said:
            self.said.add(text)
            self.gathering.words(where, text)

    def _keep_pages(self, data: bytes, where: str) -> None:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as damage:
            return self.gathering.cannot(where, f"its pages cannot be read ({damage})")
        try:
            for number in range(len(document)):
                self._keep_page(document, number, f"{where}, page {number + 1}")
        finally:
            document.close()
        return None

    def _keep_page(self, document: pypdfium2.PdfDocument, number: int, where: str) -> None:
        page = document[number]
        self._once(where, _words_on(page))
        # What notes and form fields show is drawn into the page, and the page is read again.
        is_drawn = (
            raw.FPDFPage_GetAnnotCount(page)
            and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
        )
        page.close()
        if is_drawn:
            page = document[number]
            self._once(f"{where}, with its notes and fields", _words_on(page))
            page.close()

    def _keep_about(self, document: pikepdf.Pdf, where: str) -> None:
        for key, value in document.docinfo.items():
            self.said.add(str(value))
            self.gathering.words(f"{where}, metadata {str(key).lstrip('/')}", str(value))

    def _keep_notes(self, document: pikepdf.Pdf, where: str) -> dict[tuple[int, int], str]:
        """Keep the notes on each page; gives the page that shows each picture, and "" for what a page draws."""
        shown: dict[tuple[int, int], str] = {}
        for number, page in enumerate(document.pages, 1):
            for note in _notes(page):
                self._once(f"{where}, note on page {number}", note)
            for picture in page.get_images().values():
                shown[picture.objgen] = f"page {number}"
            contents = page.obj.get("/Contents")
            for drawn in contents if isinstance(contents, pikepdf.Array) else [contents]:
                if isinstance(drawn, pikepdf.Object):
                    shown[drawn.objgen] = "drawn"
        return shown

    def _keep_files(self, document: pikepdf.Pdf, where: str) -> None:
        for label, file in document.attachments.items():
            name = file.filename or label
            self._once(f"{where}, file name", f"{label} {file.filename} {file.description}")
            self._open_once(name, file.get_file().read_bytes(), f"{where}, inside {name}")

    def _open_once(self, name: str, data: bytes, where: str) -> None:
        key = hashlib.sha256(data).digest()
        if key not in self.seen:
            self.seen.add(key)
            self.gathering.piece(name, data, where)

    def _keep_strings(self, document: pikepdf.Pdf, where: str) -> None:
        """Keep every other string in the file: bookmarks, links, fields, alternative text, scripts."""
        found: list[str] = []
        for thing in document.objects:
            for text in _strings(thing):
                if text not in self.said:
                    self.said.add(text)
                    found.append(text)
        self.gathering.words(f"{where}, bookmarks, links and fields", "\n".join(found))

    def _keep_stream(self, thing: pikepdf.Stream, shown: str, where: str) -> None:
        kind, sort = str(thing.get("/Type", "")), str(thing.get("/Subtype", ""))
        key = hashlib.sha256(sort.encode() + thing.read_raw_bytes()).digest()
        if key in self.seen or shown == "drawn" or kind in _FONT_OR_TABLE or sort in _FONT_FILES:
            return
        self.seen.add(key)
        try:
            self._keep_content(thing, kind, sort, f"{where}, {shown or 'a part no page shows'}", where)
        except DAMAGE as damage:
            self.gathering.cannot(f"{where}, {shown or 'a part of it'}", f"it is damaged ({type(damage).__name__})")

    def _keep_content(self, thing: pikepdf.Stream, kind: str, sort: str, part: str, where: str) -> None:
        if sort == "/Image":
            return self._open_picture(thing, part)
        data = thing.read_bytes()
        if kind == "/Metadata":
            return self.gathering.words(f"{where}, metadata packet", as_text(data))
        if kind == "/EmbeddedFile":
            return self._open_once("", data, f"{where}, a file inside")
        if sort == "/Form" or _SHOWS_WORDS.search(data):
            return self._once(part, _words_drawn(thing))
        if is_text(data) and b"begincmap" not in data:
            return self._once(f"{where}, scripts and forms", as_text(data))
        return None

    def _open_picture(self, thing: pikepdf.Stream, where: str) -> None:
        """Open a picture; a camera's own file (JPEG, JPEG 2000) as it is, with all that is written in it."""
        if min(int(thing.get("/Width", 0)), int(thing.get("/Height", 0))) < _SMALL or thing.get("/ImageMask"):
            return None
        filters = thing.get("/Filter")
        names = [str(each) for each in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
        if names in (["/DCTDecode"], ["/JPXDecode"]):
            return self.gathering.piece("", thing.read_raw_bytes(), f"{where}, picture")
        if int(thing.Width) * int(thing.Height) > self.gathering.limits.pixels:
            return self.gathering.cannot(f"{where}, picture", "the picture is larger than may be opened")
        out = io.BytesIO()
        pikepdf.PdfImage(thing).as_pil_image().convert("RGB").save(out, "PNG", compress_level=0)
        return self.gathering.piece("", out.getvalue(), f"{where}, picture")


def _words_on(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    try:
        return str(words.get_text_range())
    finally:
        words.close()


def _words_drawn(thing: pikepdf.Stream) -> str:
    """Give the words that a content stream shows, as far as its letters are letters."""
    lines = []
    for each in pikepdf.parse_content_stream(thing, "Tj TJ ' \""):
        shown = each.operands[-1] if each.operands else None
        strings = shown if isinstance(shown, pikepdf.Array) else [shown]
        lines.append("".join(str(part) for part in strings if isinstance(part, pikepdf.String)) + "\n")
    return "".join(lines)


def _notes(page: pikepdf.Page) -> list[str]:
    notes = page.obj.get("/Annots")
    if not isinstance(notes, pikepdf.Array):
        return []
    keys = ("/Contents", "/T", "/V", "/RC")
    return [str(note[key]) for note in notes if isinstance(note, pikepdf.Dictionary) for key in keys if key in note]


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
            kept = [item for key, item in this.items() if not _is_elsewhere(item) and not _is_id(key, item)]
            waiting += reversed(kept)


def _is_id(key: str, item: object) -> bool:
    """Tell whether this is the file's own number, drawn by lot, which would read as letters of no language."""
    if key != "/ID" or not isinstance(item, pikepdf.Array) or len(item) != 2:
        return False
    return not any(bytes(each).isascii() for each in item if isinstance(each, pikepdf.String))


def _is_elsewhere(item: object) -> bool:
    return isinstance(item, pikepdf.Object) and item.is_indirect
