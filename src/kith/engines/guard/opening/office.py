"""Word, PowerPoint and OpenDocument files: every XML part, whatever it is for, and everything embedded.

Comments, tracked deletions, headers, footnotes, hidden text, alternative text and properties are all words that leave
with the file, so no part is passed over.
"""

import io
import re
import zipfile

from lxml import etree

from kith.engines.guard.opening.archive import members
from kith.engines.guard.opening.gathering import Gathering
from kith.engines.guard.opening.markup import attributes_of, parse, words_of

_SAID = (
    (re.compile(r"(?:word/document|content)\.xml$"), "text"),
    (re.compile(r"header\d*\.xml$"), "page header"),
    (re.compile(r"footer\d*\.xml$"), "page footer"),
    (re.compile(r"comments\w*\d*\.xml$"), "comments"),
    (re.compile(r"(?:foot|end)notes\.xml$"), "notes"),
    (re.compile(r"(?:docProps/\w+|meta)\.xml$"), "metadata"),
    (re.compile(r"slides/slide(\d+)\.xml$"), r"slide \1"),
    (re.compile(r"notesSlide(\d+)\.xml$"), r"notes of slide \1"),
    (re.compile(r"_rels/.*\.rels$"), "links"),
)
# Parts that only say how things look; still read, but the fonts' and styles' names are never a family's secret.
_LOOKS = re.compile(r"(?:theme\d*|fontTable|\[Content_Types\]|webSettings|manifest)\.xml$")


def open_document(gathering: Gathering, name: str, data: bytes, where: str) -> None:
    """Open a zipped office document."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for member, content in members(gathering, packed, where):
            open_part(gathering, member.filename, content, where)


def open_part(gathering: Gathering, path: str, content: bytes, where: str) -> None:
    """Open one part of an office document: XML for its words, anything else as a file of its own."""
    inside = f"{where}, {_said(path)}"
    if not path.endswith((".xml", ".rels")):
        if path != "mimetype":
            gathering.piece(path, content, inside)
        return
    try:
        root = parse(content)
    except etree.LxmlError:
        gathering.cannot(inside, "this part of the file is not readable XML")
        return
    gathering.words(inside, words_of(root))
    if not _LOOKS.search(path):
        gathering.words(inside, "\n".join(attributes_of(root)))


def _said(path: str) -> str:
    for pattern, words in _SAID:
        match = pattern.search(path)
        if match:
            return match.expand(words)
    return f"inside {path}"
