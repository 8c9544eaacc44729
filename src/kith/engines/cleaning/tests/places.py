"""Real files, each with a protected address planted in one place, and with the words KEPT where everybody sees them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image, PngImagePlugin

from kith.engines.guard.tests import building

TOLD = "27 Quillfeather Lane"
KEPT = "The meeting is on Monday"
Name = pikepdf.Name


def _pdf(change: Callable[[pikepdf.Pdf], None], page: bytes = b"") -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(building.pdf([KEPT]))) as document:
        change(document)
        if page:
            document.pages[0].contents_add(page)
        document.save(out)
    return out.getvalue()


def _note(document: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=TOLD, T="Somebody")
    document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(note)])


def _tagged_note(document: pikepdf.Pdf) -> None:
    """Plant a note that the structure of a tagged PDF points at."""
    _note(document)
    link = pikepdf.Dictionary(Type=Name.OBJR, Obj=document.pages[0].obj.Annots[0])
    part = document.make_indirect(pikepdf.Dictionary(Type=Name.StructElem, S=Name.Annot, T=TOLD, K=link))
    document.Root.StructTreeRoot = document.make_indirect(pikepdf.Dictionary(Type=Name.StructTreeRoot, K=part))


def _packet(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as packet:
        packet["dc:title"] = TOLD


def _attachment(document: pikepdf.Pdf) -> None:
    document.attachments["plan.txt"] = pikepdf.AttachedFileSpec(document, TOLD.encode(), filename="plan.txt")


def _file_note(document: pikepdf.Pdf) -> None:
    file = document.make_stream(TOLD.encode(), Type=Name.EmbeddedFile)
    spec = pikepdf.Dictionary(Type=Name.Filespec, F="x.txt", EF=pikepdf.Dictionary(F=file))
    note = pikepdf.Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=spec)
    document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(note)])


def _script(document: pikepdf.Pdf) -> None:
    script = document.make_stream(f"app.alert('{TOLD}');".encode())
    document.Root.OpenAction = pikepdf.Dictionary(S=Name.JavaScript, JS=script)


def _hidden_field(document: pikepdf.Pdf) -> None:
    field = pikepdf.Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="a", V=TOLD, F=2, Rect=[50, 50, 300, 70]
    )
    field = document.make_indirect(field)
    document.pages[0].obj.Annots = pikepdf.Array([field])
    document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), DA="/Helv 12 Tf 0 g")


def _layer(document: pikepdf.Pdf) -> None:
    layer = document.make_indirect(pikepdf.Dictionary(Type=Name.OCG, Name="Draft"))
    usual = pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
    document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=usual)
    document.pages[0].obj.Resources.Properties = pikepdf.Dictionary(L0=layer)


def _part_no_page_shows(document: pikepdf.Pdf) -> None:
    form = document.make_stream(f"BT ({TOLD}) Tj ET".encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    document.Root.PieceInfo = pikepdf.Dictionary(Editor=pikepdf.Dictionary(Private=form))


def _photograph(document: pikepdf.Pdf) -> None:
    picture = document.make_stream(building.photo(56.2104, 1.9032), Type=Name.XObject, Subtype=Name.Image)
    picture.Width, picture.Height, picture.BitsPerComponent = 640, 480, 8
    picture.ColorSpace, picture.Filter = Name.DeviceRGB, Name.DCTDecode
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(P0=picture)


def _earlier_version() -> bytes:
    data = building.pdf([f"We live at {TOLD}"])
    with pikepdf.open(io.BytesIO(data)) as document:
        number, count = document.pages[0].obj.Contents.objgen[0], len(document.objects) + 1
        root = document.Root.objgen[0]
    words = f"BT /F1 12 Tf 72 720 Td ({KEPT}) Tj ET".encode()
    before = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    stream = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(words), words)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n" % (number, len(data))
    trailer = b"<< /Size %d /Root %d 0 R /Prev %d >>\n" % (count, root, before)
    return data + stream + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(stream))


PDFS = {
    "properties": building.pdf([KEPT], info={"Subject": TOLD}),
    "packet": _pdf(_packet),
    "note": _pdf(_note),
    "note in the structure": _pdf(_tagged_note),
    "attachment": _pdf(_attachment),
    "file in a note": _pdf(_file_note),
    "script": _pdf(_script),
    "hidden field": _pdf(_hidden_field),
    "layer": _pdf(_layer, f"/OC /L0 BDC BT /F1 12 Tf 72 600 Td ({TOLD}) Tj ET EMC".encode()),
    "part no page shows": _pdf(_part_no_page_shows),
    "photograph": _pdf(_photograph, b"q 200 0 0 150 72 300 cm /P0 Do Q"),
    "earlier version": _earlier_version(),
}


def picture() -> Image.Image:
    return Image.radial_gradient("L").resize((40, 30)).convert("RGB")


def _saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture().save(out, kind, **options)
    return out.getvalue()


def _exif(tag: int = 0x010E) -> Image.Exif:
    exif = Image.Exif()
    exif[tag] = TOLD
    exif[0x0112] = 6
    return exif


def _segment(number: int, content: bytes) -> bytes:
    """Make a JPEG with one more block in it, right after its start."""
    data = _saved("JPEG")
    return data[:2] + bytes([0xFF, number]) + struct.pack(">H", len(content) + 2) + content + data[2:]


def _chunk(name: bytes, content: bytes) -> bytes:
    """Make a PNG with one more block in it, before its picture."""
    data = _saved("PNG")
    packed = name + content
    return data[:33] + struct.pack(">I", len(content)) + packed + struct.pack(">I", zlib.crc32(packed)) + data[33:]


def _with_thumbnail() -> bytes:
    """Make a JPEG whose Exif holds a smaller JPEG, in whose comment the address stands."""
    small = io.BytesIO()
    Image.new("RGB", (8, 8)).save(small, "JPEG", comment=TOLD.encode())
    tags = struct.pack(">HHIIHHII", 0x0201, 4, 1, 44, 0x0202, 4, 1, len(small.getvalue()))
    block = b"MM\0*" + struct.pack(">IHI", 8, 0, 14) + struct.pack(">H", 2) + tags + struct.pack(">I", 0)
    return _segment(0xE1, b"Exif\0\0" + block + small.getvalue())


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><d>{TOLD}</d></x:xmpmeta>'.encode()
PLACE = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><d GPSLatitude="56,12.624N" GPSLongitude="1,54.192E"/></x:xmpmeta>'
CREDENTIALS = b"JP\0\1\0\0\0\1\0\0\0\x60jumbc2pa.assertions\0" + TOLD.encode() + b"\0"


def _png_note(**options: bool) -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", TOLD, **options)
    return _saved("PNG", pnginfo=notes)


PICTURES = {
    "JPEG place": building.photo(56.2104, 1.9032),
    "JPEG Exif": _saved("JPEG", exif=_exif()),
    "JPEG comment": _saved("JPEG", comment=TOLD.encode()),
    "JPEG XMP": _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    "JPEG XMP place": _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE),
    "JPEG IPTC": _segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x19\x1c\x02\x78\0\x14" + TOLD.encode()),
    "JPEG credentials": _segment(0xEB, CREDENTIALS),
    "JPEG thumbnail": _with_thumbnail(),
    "JPEG after its end": _saved("JPEG") + TOLD.encode(),
    "PNG text": _png_note(),
    "PNG packed text": _png_note(zip=True),
    "PNG Exif": _saved("PNG", exif=_exif()),
    "PNG credentials": _chunk(b"caBX", CREDENTIALS),
    "PNG after its end": _saved("PNG") + TOLD.encode(),
    "WebP Exif": _saved("WEBP", exif=_exif()),
    "WebP XMP": _saved("WEBP", xmp=XMP),
    "GIF comment": _saved("GIF", comment=TOLD.encode()),
    "TIFF description": _saved("TIFF", tiffinfo={0x010E: TOLD}),
}

_TYPES = b'<Types xmlns="t"><Override PartName="/%s" ContentType="x"/></Types>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _word(body: str = "", **parts: bytes) -> bytes:
    paragraph = f"<w:p><w:r><w:t>{KEPT}</w:t></w:r>{body}</w:p>"
    files = {
        "[Content_Types].xml": _TYPES % b"word/comments.xml",
        "word/document.xml": f"<w:document {_W}><w:body>{paragraph}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": b'<Relationships xmlns="r"><Relationship Id="r9" Type="x/comments"'
        b' Target="comments.xml"/></Relationships>',
    }
    return building.zipped(files | {name.replace("__", "/").replace("_", "."): each for name, each in parts.items()})


_SHEET = (
    '<worksheet xmlns="s"><cols><col min="3" max="4" hidden="1"/></cols><sheetData>'
    f'<row r="1"><c r="A1" t="inlineStr"><is><t>{KEPT}</t></is></c>%s</row>%s</sheetData>%s</worksheet>'
)


def _workbook(cells: str = "", rows: str = "", after: str = "", book: str = "", **parts: str) -> bytes:
    files = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": '<workbook xmlns="s" xmlns:r="http://x/relationships"><sheets><sheet name="One" r:id="r1"/>'
        f'<sheet name="Two" state="veryHidden" r:id="r2"/></sheets>{book}</workbook>',
        "xl/_rels/workbook.xml.rels": '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="r2" Target="worksheets/sheet2.xml"/></R>',
        "xl/worksheets/sheet1.xml": _SHEET % (cells, rows, after),
        "xl/worksheets/sheet2.xml": f'<worksheet xmlns="s">{parts.pop("two", "")}</worksheet>',
    } | {f"xl/{name}.xml": text for name, text in parts.items()}
    return building.zipped({name: text.encode() for name, text in files.items()})


def _slides(**parts: str) -> bytes:
    slide = '<p:sld xmlns:p="p" xmlns:a="a"%s><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:sld>'
    files = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": '<p:presentation xmlns:p="p" xmlns:r="http://x/relationships"><p:sldIdLst>'
        '<p:sldId id="256" r:id="r1"/><p:sldId id="257" r:id="r2"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": '<R><Relationship Id="r1" Target="slides/slide1.xml"/>'
        '<Relationship Id="r2" Target="slides/slide2.xml"/></R>',
        "ppt/slides/slide1.xml": slide % ("", KEPT),
        "ppt/slides/slide2.xml": slide % (' show="0"', parts.pop("hidden", "")),
    } | {f"ppt/{name.replace('__', '/')}.xml": slide % ("", text) for name, text in parts.items()}
    return building.zipped({name: text.encode() for name, text in files.items()})


def _packed_comment() -> bytes:
    out = io.BytesIO(_word())
    with zipfile.ZipFile(out, "a") as packed:
        packed.comment = TOLD.encode()
    return out.getvalue()


OFFICE = {
    "Word comments": _word(word__comments_xml=f"<w:comments {_W}><w:t>{TOLD}</w:t></w:comments>".encode()),
    "Word struck out": _word(f'<w:del w:author="A"><w:r><w:delText>{TOLD}</w:delText></w:r></w:del>'),
    "Word moved away": _word(f'<w:moveFrom w:author="A"><w:r><w:t>{TOLD}</w:t></w:r></w:moveFrom>'),
    "Word author": _word(f'<w:ins w:author="{TOLD}"><w:r><w:t>.</w:t></w:r></w:ins>'),
    "Word hidden words": _word(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{TOLD}</w:t></w:r>"),
    "Word properties": _word(docProps__core_xml=f"<c><creator>{TOLD}</creator></c>".encode()),
    "Word own properties": _word(docProps__custom_xml=f"<c><v>{TOLD}</v></c>".encode()),
    "Word thumbnail": _word(docProps__thumbnail_jpeg=building.photo(56.2104, 1.9032)),
    "Word data": _word(customXml__item1_xml=f"<c>{TOLD}</c>".encode()),
    "Word variables": _word(
        word__settings_xml=f'<w:s {_W}><w:docVars><w:v w:val="{TOLD}"/></w:docVars></w:s>'.encode()
    ),
    "Word photograph": _word(word__media__a_jpg=building.photo(56.2104, 1.9032)),
    "Word archive": _packed_comment(),
    "Excel hidden sheet": _workbook(two=f"<sheetData><row><c><is><t>{TOLD}</t></is></c></row></sheetData>"),
    "Excel hidden row": _workbook(rows=f'<row r="2" hidden="1"><c r="A2"><is><t>{TOLD}</t></is></c></row>'),
    "Excel hidden column": _workbook(f'<c r="D1"><is><t>{TOLD}</t></is></c>'),
    "Excel formula": _workbook(f'<c r="B1"><f>"{TOLD}"&amp;""</f><v>1</v></c>'),
    "Excel name": _workbook(book=f'<definedNames><definedName name="x">"{TOLD}"</definedName></definedNames>'),
    "Excel prompt": _workbook(after=f'<dataValidations><dataValidation prompt="{TOLD}"/></dataValidations>'),
    "Excel comments": _workbook(comments1=f'<comments xmlns="s"><t>{TOLD}</t></comments>'),
    "Excel unused words": _workbook(sharedStrings=f'<sst xmlns="s"><si><t>{TOLD}</t></si></sst>'),
    "PowerPoint notes": _slides(notesSlides__notesSlide1=TOLD),
    "PowerPoint hidden slide": _slides(hidden=TOLD),
    "PowerPoint comments": _slides(comments__comment1=TOLD),
}
