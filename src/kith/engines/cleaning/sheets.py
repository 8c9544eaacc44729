"""Excel: hidden sheets, rows and columns, names, and formulas, whose results stay.

References:
    ECMA-376 part 1: 18.2.5 (defined names), 18.3.1.4 (cells), 18.3.1.13 (columns), 18.4.9 (shared strings).
"""

import posixpath
import re

from lxml import etree

from kith.engines.cleaning.words import Note
from kith.engines.guard.opening.markup import local, parse

_COLUMN = re.compile(r"([A-Z]{1,3})\d+$")
_SHOWN = ("visible", "")


def without_hidden(parts: dict[str, bytes]) -> tuple[set[str], list[Note]]:
    """Take out of a workbook's parts what its sheets hide.

    Returns:
        the parts of hidden sheets, which the caller drops with all that points at them, and what was taken out.
    """
    book = parse(parts["xl/workbook.xml"])
    gone, removed = _hidden_sheets(book, parts), []
    removed += [Note("a hidden sheet") for _ in gone]
    removed += [Note("names of cells") for _ in _take(book, "definedNames")]
    _take(book, "externalReferences", "fileSharing", "workbookView")
    for view in [each for each in book if local(each) == "bookViews"]:
        book.remove(view)  # it says which sheet is open, by its number
    parts["xl/workbook.xml"] = _written(book)
    used: set[int] = set()
    for path in sorted(path for path in parts if re.match(r"xl/worksheets/[^/]+\.xml$", path) and path not in gone):
        sheet = parse(parts[path])
        removed += [Note(what, "a sheet") for what in _clean_sheet(sheet, used)]
        parts[path] = _written(sheet)
    if "xl/sharedStrings.xml" in parts:
        parts["xl/sharedStrings.xml"] = _only(used, parse(parts["xl/sharedStrings.xml"]))
    return gone, removed


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _take(root: etree._Element, *names: str) -> list[etree._Element]:
    found = [each for each in root.iter() if local(each) in names]
    for each in found:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    return found


def _hidden_sheets(book: etree._Element, parts: dict[str, bytes]) -> set[str]:
    links = parse(parts["xl/_rels/workbook.xml.rels"]) if "xl/_rels/workbook.xml.rels" in parts else ()
    targets = {str(link.get("Id")): str(link.get("Target")) for link in links}
    gone = set()
    for sheet in [each for each in book.iter() if local(each) == "sheet"]:
        if str(sheet.get("state", "visible")) in _SHOWN:
            continue
        link = next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        target = targets.get(link, "")
        gone.add(target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target)))
        parent = sheet.getparent()
        if parent is not None:
            parent.remove(sheet)
    return gone


def _clean_sheet(sheet: etree._Element, used: set[int]) -> list[str]:
    told = ["formulas (their results stay)" for _ in _take(sheet, "f")]
    columns = _hidden_columns(sheet)
    for row in [each for each in sheet.iter() if local(each) == "row"]:
        if _is_on(row.get("hidden")):
            told.append("hidden rows")
            _drop(row)
            continue
        for cell in list(row):
            if _column(str(cell.get("r", ""))) in columns:
                told.append("hidden columns")
                row.remove(cell)
            elif cell.get("t") == "s" and (number := "".join(str(each) for each in cell.itertext()).strip()).isdigit():
                used.add(int(number))
    _take(sheet, "dataValidations", "legacyDrawing", "customSheetViews", "scenarios", "protectedRanges")
    return told


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _hidden_columns(sheet: etree._Element) -> set[int]:
    """Give the numbers of the hidden columns; the columns stay, empty and hidden."""
    hidden: set[int] = set()
    for column in [each for each in sheet.iter() if local(each) == "col"]:
        if _is_on(column.get("hidden")):
            first, last = int(column.get("min", "0")), min(int(column.get("max", "0")), 16_384)
            hidden |= set(range(first, last + 1))
    return hidden


def _is_on(flag: object) -> bool:
    return str(flag) in ("1", "true")


def _column(reference: str) -> int:
    """Read the number of a column in a cell's name: B7 stands in column 2."""
    match, number = _COLUMN.match(reference), 0
    for letter in match[1] if match else "":
        number = number * 26 + ord(letter) - 64
    return number


def _only(used: set[int], strings: etree._Element) -> bytes:
    """Empty the shared words that no cell shows any more; their numbers stay."""
    for number, item in enumerate([each for each in strings if local(each) == "si"]):
        if number not in used:
            for child in list(item):
                item.remove(child)
            etree.SubElement(item, str(item.tag)[: -len("si")] + "t")
    return _written(strings)
