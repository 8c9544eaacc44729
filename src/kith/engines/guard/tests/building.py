"""Makers of real files for the tests: what a case says is inside is truly put inside."""

import io
import zipfile
from collections.abc import Iterable
from typing import Any

import pikepdf
from PIL import Image, ImageDraw

from kith.engines.guard import Attachment, Fact, Geo, Kind, Outgoing


def fact(row: dict[str, Any]) -> Fact:
    """Make a fact from the fields of a case."""
    geo = Geo(**row["geo"]) if row.get("geo") else None
    aliases = tuple(row.get("aliases", ()))
    return Fact(row["id"], Kind(row["kind"]), row["value"], aliases, geo, frozenset(row.get("may_know", ())))


def outgoing(case: dict[str, Any]) -> Outgoing:
    """Make the message of a case, its attachments as real files."""
    attachments = attached(case.get("attachments", ()))
    return Outgoing(case["channel"], case["audience"], case["text"], case.get("subject", ""), attachments)


def attached(described: Iterable[dict[str, str]]) -> tuple[Attachment, ...]:
    """Make real files of what a case says of them: name, kind, content."""
    return tuple(Attachment(item["name"], _file(item)) for item in described)


def _file(item: dict[str, str]) -> bytes:
    content = item["content"]
    match item["kind"]:
        case "exif_gps":
            return photo(*(float(part) for part in content.split(",")))
        case "pdf_under_box":
            return pdf([content], boxed=True)
        case "pdf_metadata":
            key, _, words = content.partition(": ")
            return pdf(["Statement"], info={key: words})
        case "ics":
            return f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{content}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()
        case "image_text":
            return drawn(content)
        case "filename":
            return docx("Nothing to see.")
        case kind:
            raise ValueError(kind)


def photo(lat: float, lon: float) -> bytes:
    """Make a JPEG whose Exif says where it was taken."""
    picture, out = Image.new("RGB", (640, 480), "navy"), io.BytesIO()
    exif = picture.getexif()
    exif[0x8825] = {1: "S" if lat < 0 else "N", 2: _sixties(lat), 3: "W" if lon < 0 else "E", 4: _sixties(lon)}
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def _sixties(degrees: float) -> tuple[float, float, float]:
    whole, rest = divmod(abs(degrees), 1)
    minutes, rest = divmod(rest * 60, 1)
    return whole, minutes, round(rest * 60, 3)


def drawn(words: str) -> bytes:
    """Make a PNG with words drawn into it and no text layer."""
    picture, out = Image.new("RGB", (800, 200), "white"), io.BytesIO()
    ImageDraw.Draw(picture).text((20, 80), words, fill="black")
    picture.save(out, "PNG")
    return out.getvalue()


def pdf(pages: list[str], *, info: dict[str, str] | None = None, boxed: bool = False) -> bytes:
    """Make a PDF with one line a page; `boxed` paints a black rectangle over it."""
    document, out = pikepdf.new(), io.BytesIO()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for line in pages:
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        content = f"BT /F1 12 Tf 72 720 Td ({escaped}) Tj ET" + (" 0 g 60 710 480 24 re f" if boxed else "")
        page = document.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = document.make_stream(content.encode("latin-1"))
    for key, words in (info or {}).items():
        document.docinfo[f"/{key}"] = words
    document.save(out)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, **parts: str) -> bytes:
    """Make a bare Word file; `body` may hold run markup, `parts` are further parts by name (comments, header1...)."""
    runs = body if body.startswith("<w:") else f"<w:r><w:t>{body}</w:t></w:r>"
    files = {"[Content_Types].xml": "<Types/>", "word/document.xml": _word(runs)}
    files |= {f"word/{name}.xml": _word(f"<w:r><w:t>{words}</w:t></w:r>") for name, words in parts.items()}
    return zipped({name: text.encode() for name, text in files.items()})


def _word(runs: str) -> str:
    return f"<w:document {_W}><w:body><w:p>{runs}</w:p></w:body></w:document>"


def zipped(files: dict[str, bytes]) -> bytes:
    """Make a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()
