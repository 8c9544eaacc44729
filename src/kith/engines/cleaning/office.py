"""Word, Excel and PowerPoint: the parts that nobody sees are left out, and what pointed at them with them.

Tracked changes become what they propose (accepted); a formula becomes its result. Pictures are cleaned like any other.

References:
    ECMA-376 part 1: 17.13 (annotations and revisions), 18.2.19 (sheets), 18.3.1.73 (rows), 19.3.1.38 (slides);
    part 2: 8.3 (relationships).
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from kith.engines.cleaning import pictures, sheets
from kith.engines.cleaning.words import CannotClean, Note
from kith.engines.guard.opening.markup import local, parse

Parts = dict[str, bytes]

_DROPPED = (
    (re.compile(r"docProps/"), "properties"),
    (re.compile(r"customXml/"), "data that a program kept"),
    (re.compile(r"word/(?:comments\w*|people)\.xml$"), "comments"),
    (re.compile(r"xl/(?:comments\d*|threadedComments/.*|persons/.*|comments/.*)\.xml$"), "comments"),
    (re.compile(r"xl/drawings/(?:vmlDrawing|commentsDrawing)\d*\.vml$"), "comments"),
    (re.compile(r"ppt/(?:comments/.*|commentAuthors\.xml|authors\.xml)$"), "comments"),
    (re.compile(r"ppt/(?:notesSlides|notesMasters)/"), "speaker's notes"),
    (re.compile(r"ppt/(?:tags/|changesInfos/|revisionInfo)"), "what a program kept"),
    (
        re.compile(r"xl/(?:externalLinks|revisions|printerSettings|queryTables)/|xl/connections\.xml"),
        "links to other files",
    ),
    (re.compile(r"xl/calcChain\.xml$"), ""),
    (re.compile(r"(?:word|xl|ppt)/(?:vbaProject|vbaData)"), "scripts"),
    (re.compile(r"word/(?:glossary/|mailMerge)|word/recipientData"), "what a program kept"),
)
_TRACKED_OUT = frozenset(["del", "moveFrom"])
_TRACKED_IN = frozenset(["ins", "moveTo"])
_MARKS = re.compile(
    r"(?:commentRangeStart|commentRangeEnd|commentReference|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart"
    r"|moveToRangeEnd|rPrChange|pPrChange|sectPrChange|tblPrChange|trPrChange|tcPrChange|tblGridChange|numberingChange"
    r"|cellIns|cellDel|cellMerge|proofErr|rsids|docVars|attachedTemplate|mailMerge|trackRevisions|rsid)$"
)
_TELLING = {"docVars", "attachedTemplate", "mailMerge"}
_MOST_BYTES = 200_000_000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def cleaned(data: bytes) -> tuple[bytes, list[Note]]:
    """Write an office document anew without what nobody sees.

    Raises:
        CannotClean: it unpacks to more than may be read.
    """
    parts, removed = _unpacked(data)
    removed += _drop(parts, lambda path: next((says for pattern, says in _DROPPED if pattern.match(path)), None))
    removed += _clean_words(parts)
    removed += _without_hidden_slides(parts)
    if "xl/workbook.xml" in parts:
        gone, notes = sheets.without_hidden(parts)
        removed += [*notes, *_drop(parts, lambda path: "" if path in gone else None)]
    removed += _clean_pictures(parts)
    return _packed(parts), removed


def _unpacked(data: bytes) -> tuple[Parts, list[Note]]:
    parts, size = dict[str, bytes](), 0
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        is_noted = packed.comment or any(member.comment for member in packed.infolist())
        for member in packed.infolist():
            with packed.open(member) as stream:
                parts[member.filename] = stream.read(_MOST_BYTES - size + 1)
            size += len(parts[member.filename])
            if size > _MOST_BYTES:
                raise CannotClean("The file unpacks to more than may be read.")
    return parts, [Note("what a program kept")] if is_noted else []


def _packed(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(parts, key=lambda path: path != "[Content_Types].xml"):
            member = zipfile.ZipInfo(path, _LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, parts[path])
    return out.getvalue()


def written(root: etree._Element) -> bytes:
    """Write XML as an office program does."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _drop(parts: Parts, why: Callable[[str], str | None]) -> list[Note]:
    """Leave out the parts for which there is a reason, and every mention of them; the reason "" is not told."""
    gone = {path: says for path in parts if (says := why(path)) is not None}
    gone |= {rels: "" for path in gone if (rels := _rels_of(path)) in parts}
    if not gone:
        return []
    for path in gone:
        del parts[path]
    for path in [path for path in parts if path.endswith(".rels")]:
        _forget_links(parts, path, gone)
    if types := parts.get("[Content_Types].xml"):
        root = parse(types)
        for each in [each for each in root if str(each.get("PartName", "")).lstrip("/") in gone]:
            root.remove(each)
        parts["[Content_Types].xml"] = written(root)
    return [Note(says, _where(path)) for path, says in gone.items() if says]


def _rels_of(path: str) -> str:
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _forget_links(parts: Parts, path: str, gone: dict[str, str]) -> None:
    root = parse(parts[path])
    source = posixpath.dirname(posixpath.dirname(path))
    lost = set()
    for link in list(root):
        target = str(link.get("Target", ""))
        at = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(source, target))
        if at in gone or str(link.get("Type", "")).endswith("/attachedTemplate"):
            lost.add(str(link.get("Id")))
            root.remove(link)
    parts[path] = written(root)
    owner = posixpath.join(source, posixpath.basename(path).removesuffix(".rels"))
    if lost and owner in parts and owner.endswith(".xml"):
        _forget_marks(parts, owner, lost)


def _forget_marks(parts: Parts, owner: str, lost: set[str]) -> None:
    """Take out the elements that name a link which is gone (a notes master, a legacy drawing)."""
    root = parse(parts[owner])
    for element in [each for each in root.iter() if _link_of(each) in lost]:
        _remove(element)
    parts[owner] = written(root)


def _link_of(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("/relationships}id")), "")


def _remove(element: etree._Element) -> None:
    """Take out an element, keeping the words after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _clean_words(parts: Parts) -> list[Note]:
    removed = []
    for path in [path for path in parts if path.endswith(".xml") and path.startswith(("word/", "xl/", "ppt/"))]:
        root = parse(parts[path])
        told = [*_without_changes(root), *_without_unseen(root)]
        parts[path] = written(root)
        removed += [Note(what, _where(path)) for what in told]
    return removed


def _without_changes(root: etree._Element) -> list[str]:
    """Accept tracked changes: what was struck out goes, what was put in stays without its author."""
    told = []
    for element in list(root.iter()):
        name = local(element)
        if name in _TRACKED_OUT and element.get(_same_space(element, "author")) is not None:
            told.append("words that were struck out (tracked changes, accepted)")
            _remove(element)
        elif name in _TRACKED_IN and element.get(_same_space(element, "author")) is not None:
            told.append("who put words in, and when (tracked changes, accepted)")
            _unwrap(element)
    return told


def _same_space(element: etree._Element, name: str) -> str:
    space = str(element.tag).rpartition("}")[0]
    return f"{space}}}{name}" if space else name


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        for number, child in enumerate(list(element)):
            parent.insert(at + number, child)
        _remove(element)


def _without_unseen(root: etree._Element) -> list[str]:
    told = []
    for element in list(root.iter()):
        name = local(element)
        if name == "vanish" and element.get(_same_space(element, "val"), "1") not in ("0", "false", "off"):
            told += _hide_no_more(element)
        elif (name and _MARKS.match(name)) or not isinstance(element.tag, str):
            told += ["what a program kept"] if name in _TELLING else []
            _remove(element)
        else:
            for attribute in [each for each in element.attrib if "rsid" in str(each).lower()]:
                del element.attrib[attribute]
    return told


def _hide_no_more(mark: etree._Element) -> list[str]:
    """Take out the run of words that is marked as hidden."""
    look = mark.getparent()
    run = None if look is None else look.getparent()
    if run is None or local(run) != "r":
        return []
    _remove(run)
    return ["hidden words"]


def _without_hidden_slides(parts: Parts) -> list[Note]:
    hidden = {path for path in parts if re.match(r"ppt/slides/slide\d+\.xml$", path) and _is_hidden(parts[path])}
    return _drop(parts, lambda path: "a hidden slide" if path in hidden else None)


def _is_hidden(slide: bytes) -> bool:
    return str(parse(slide).get("show", "1")) in ("0", "false")


def _clean_pictures(parts: Parts) -> list[Note]:
    removed = []
    for path in [path for path in parts if "/media/" in path]:
        if cleaner := pictures.cleaner_of(parts[path]):
            parts[path], notes = cleaner(parts[path])
            removed += [Note(note.what, "a picture in it") for note in notes]
    return removed


def _where(path: str) -> str:
    places = {"word/document": "the text", "word/header": "a page header", "word/footer": "a page footer"}
    if slide := re.match(r"ppt/(?:slides|notesSlides)/\w+?(\d+)\.xml", path):
        return f"slide {slide[1]}"
    return next((says for start, says in places.items() if path.startswith(start)), "the file")
