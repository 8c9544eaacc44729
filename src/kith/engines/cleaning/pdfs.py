"""PDF: written anew with its pages and what helps to find one's way in them, and nothing else.

What notes and form fields show is drawn into the page first, so that a page looks as it did. Layers that are off are
taken out of the page; those that are on stay as plain parts of it.

References:
    ISO 32000-1: 7.7.2 (catalogue), 7.7.3.3 (pages), 8.11 (optional content), 12.5 (annotations), 14.3 (metadata).
"""

import io
import re
from collections.abc import Set

import pikepdf

from kith.engines.cleaning import pictures
from kith.engines.cleaning.words import CannotClean, Note

_KEPT_OF_ALL = {"/Type", "/Pages", "/Lang", "/StructTreeRoot", "/MarkInfo", "/PageLabels", "/Outlines", "/PageMode"}
_KEPT_OF_ALL |= {"/ViewerPreferences", "/PageLayout", "/Version", "/Dests"}
_KEPT_OF_A_PAGE = {"/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Contents", "/StructParents"}
_KEPT_OF_A_PAGE |= {"/Tabs", "/UserUnit", "/Group", "/TrimBox", "/BleedBox", "/ArtBox"}
_SAYS = {
    "/AcroForm": "a form",
    "/Annots": "notes",
    "/Metadata": "properties",
    "/Names": "attached files or scripts",
    "/OpenAction": "an action when it is opened",
    "/AA": "actions",
    "/OCProperties": "layers",
    "/PieceInfo": "a program's own notes",
    "/Thumb": "a small picture of the page",
    "/AF": "attached files",
}
_BESIDE = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/AA", "/Thumb")
_END = re.compile(rb"%%EOF")


def cleaned(data: bytes) -> tuple[bytes, list[Note]]:
    """Write a PDF anew without what nobody sees.

    Raises:
        CannotClean: it is locked.
    """
    try:
        document = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        raise CannotClean("The PDF is locked with a password. Ask for one that is not.") from None
    with document:
        removed = _earlier(data)
        _draw_notes(document)
        removed += _without_layers(document)
        removed += _without_the_rest(document)
        out = io.BytesIO()
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return _settled(out.getvalue()), removed


def _settled(data: bytes) -> bytes:
    """Write it once more: what the first writing left without a way to it is not taken along."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        if "/ID" in document.trailer:
            del document.trailer["/ID"]
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _earlier(data: bytes) -> list[Note]:
    ends = len(_END.findall(data)) - (1 if b"/Linearized" in data[:2048] else 0)
    return [Note("earlier versions of it")] if ends > 1 else []


def _draw_notes(document: pikepdf.Pdf) -> None:
    if "/AcroForm" in document.Root:
        document.generate_appearance_streams()
    document.flatten_annotations("screen")


def _without_the_rest(document: pikepdf.Pdf) -> list[Note]:
    removed = []
    if "/Info" in document.trailer:
        removed += [Note("properties")] if len(document.docinfo) else []
        del document.trailer["/Info"]
    removed += [Note(_SAYS.get(key, "what a program kept")) for key in _left_out(document.Root, _KEPT_OF_ALL)]
    for number, page in enumerate(document.pages, 1):
        _blank_notes(page.obj)
        gone = _left_out(page.obj, _KEPT_OF_A_PAGE)
        removed += [Note(_SAYS.get(key, "what a program kept"), f"page {number}") for key in gone]
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream | pikepdf.Dictionary):
            removed += _bare(thing)
    return removed


def _left_out(thing: pikepdf.Object, kept: Set[str]) -> list[str]:
    gone = sorted(key for key in thing.keys() if key not in kept)  # noqa: SIM118
    for key in gone:
        del thing[key]
    return gone


def _blank_notes(page: pikepdf.Object) -> None:
    """Empty each note: the structure of a tagged PDF may point at it still."""
    notes = page.get("/Annots")
    for note in notes if isinstance(notes, pikepdf.Array) else []:
        if isinstance(note, pikepdf.Dictionary):
            _left_out(note, set())


def _bare(thing: pikepdf.Object) -> list[Note]:
    """Take from one object what stands beside its content; a photograph in it is cleaned like any other."""
    removed = []
    for key in _BESIDE:
        if key in thing:
            del thing[key]
            removed.append(Note(_SAYS.get(key, "properties"), "a part of a page"))
    if str(thing.get("/Type", "")) == "/StructElem" and "/T" in thing:
        del thing["/T"]
    if str(thing.get("/Type", "")) == "/OBJR" and "/Obj" in thing:
        del thing["/Obj"]
    if isinstance(thing, pikepdf.Stream) and str(thing.get("/Filter", "")) == "/DCTDecode":
        bare, notes = pictures.cleaned(thing.read_raw_bytes())
        if notes:
            thing.write(bare, filter=pikepdf.Name.DCTDecode)
            removed += [Note(note.what, "a picture on a page") for note in notes]
    return removed


def _without_layers(document: pikepdf.Pdf) -> list[Note]:
    off = _layers_off(document)
    if not off:
        return []
    for page in document.pages:
        _take_out(document, page.obj, off)
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream) and str(thing.get("/Subtype", "")) == "/Form":
            _take_out(document, thing, off)
    return [Note("layers that are switched off")]


def _layers_off(document: pikepdf.Pdf) -> set[tuple[int, int]]:
    about = document.Root.get("/OCProperties")
    if about is None:
        return set()
    usual = about.get("/D", pikepdf.Dictionary())
    off = {each.objgen for each in usual.get("/OFF", [])}
    if str(usual.get("/BaseState", "")) == "/OFF":
        off |= {each.objgen for each in about.get("/OCGs", [])} - {each.objgen for each in usual.get("/ON", [])}
    return off


def _is_off(group: pikepdf.Object | None, off: set[tuple[int, int]]) -> bool:
    """Tell whether a layer, or each of a set of layers, is off."""
    if group is None:
        return False
    if str(group.get("/Type", "")) != "/OCMD":
        return group.objgen in off
    groups = group.get("/OCGs")
    several = list(groups) if isinstance(groups, pikepdf.Array) else [groups] if groups is not None else []
    return bool(several) and all(each.objgen in off for each in several)


def _take_out(document: pikepdf.Pdf, holder: pikepdf.Object, off: set[tuple[int, int]]) -> None:
    """Take out of one stream of drawing what belongs to layers that are off."""
    resources = holder.get("/Resources", pikepdf.Dictionary())
    named = resources.get("/Properties", pikepdf.Dictionary())
    hidden = {key for key in named.keys() if _is_off(named[key], off)}  # noqa: SIM118
    things = resources.get("/XObject", pikepdf.Dictionary())
    unseen = {key for key in things.keys() if _is_off(things[key].get("/OC"), off)}  # noqa: SIM118
    if not hidden and not unseen:
        return
    kept, depth, dark = [], 0, 0
    for each in pikepdf.parse_content_stream(holder):
        word, operands = str(each.operator), each.operands
        if word in ("BDC", "BMC"):
            depth += 1
            is_hidden = word == "BDC" and str(operands[0]) == "/OC" and str(operands[1]) in hidden
            dark = dark or (depth if is_hidden else 0)
        if not dark and not (word == "Do" and str(operands[0]) in unseen):
            kept.append(each)
        if word == "EMC":
            dark = 0 if dark == depth else dark
            depth -= 1
    written = pikepdf.unparse_content_stream(kept)
    if isinstance(holder, pikepdf.Stream):
        holder.write(written)
    else:
        holder.Contents = document.make_stream(written)
    for key in unseen:
        del things[key]
    for key in hidden:
        del named[key]
