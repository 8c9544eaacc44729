"""Excel workbooks: every sheet row by row, so that an address spread over cells reads as one line."""

import io
import re
import zipfile

from lxml import etree

from kith.engines.guard.opening.archive import members
from kith.engines.guard.opening.gathering import Gathering
from kith.engines.guard.opening.markup import local, parse, words_of
from kith.engines.guard.opening.office import open_part

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")


def open_workbook(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Open a workbook: sheets (hidden ones too) as rows, everything else as parts of an office document."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {member.filename: content for member, content in members(gathering, packed, where)}
    shared = _shared_words(parts.get("xl/sharedStrings.xml"))
    labels = _sheet_labels(parts)
    for path, content in parts.items():
        if _SHEET.match(path):
            gathering.words(f"{where}, {labels.get(path, path)}", _rows(parse(content), shared))
        open_part(gathering, path, content, where)


def _shared_words(content: bytes | None) -> list[str]:
    if content is None:
        return []
    return [words_of(item).strip() for item in parse(content) if local(item) == "si"]


def _sheet_labels(parts: dict[str, bytes]) -> dict[str, str]:
    """Say each sheet's name, and whether it is hidden, by the path of its part."""
    book, links = parts.get("xl/workbook.xml"), parts.get("xl/_rels/workbook.xml.rels")
    if not book or not links:
        return {}
    targets = {link.get("Id"): str(link.get("Target")).lstrip("/").removeprefix("xl/") for link in parse(links)}
    labels = {}
    for element in parse(book).iter():
        if local(element) == "sheet":
            link = next((value for name, value in element.attrib.items() if str(name).endswith("}id")), None)
            hidden = " (hidden)" if str(element.get("state", "visible")) != "visible" else ""
            labels[f"xl/{targets.get(link)}"] = f"sheet {element.get('name')}{hidden}"
    return labels


def _rows(sheet: etree._Element, shared: list[str]) -> str:
    rows = (element for element in sheet.iter() if local(element) == "row")
    return "\n".join("\t".join(_cell(cell, shared) for cell in row if local(cell) == "c") for row in rows)


def _cell(cell: etree._Element, shared: list[str]) -> str:
    words = words_of(cell).strip()
    if cell.get("t") == "s" and words.isdigit() and int(words) < len(shared):
        return shared[int(words)]
    return words
