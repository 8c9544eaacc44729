"""The Word document of a statement: real numbered paragraphs, so that later editing renumbers them."""

import io
import zipfile
from datetime import date, datetime, time

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from kith.court.paper import styles
from kith.court.paper.layout import Block, Layout, Run, laid_out
from kith.court.paper.shape import Statement
from kith.court.paper.templates import Template, template_on

# The library's blank document says it was made by a program on another machine.
_PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Kith</Application></Properties>"
)


def word(statement: Statement, template: Template | None = None) -> bytes:
    """Write a statement as a Word document with the same words in the same order as the PDF.

    Returns:
        The same bytes for the same statement. Characters keep their own form, because the reader's machine brings its
        own fonts; emoji are in words, as on paper.

    Raises:
        CannotPrint: the statement would mislead as it stands, or no wording is known for its day.
    """
    layout = laid_out(statement, template or template_on(statement.made_on))
    document = docx.Document()
    styles.set_up(document)
    _set_properties(document, layout)
    _running_words(document, layout)
    _first_page(document, layout)
    writer = _Writer(document)
    writer.blocks(layout.body)
    _signing(document, layout)
    writer.blocks(layout.annex)
    return _packed(document, layout.made_on)


class _Writer:
    """Places blocks in order and counts the bookmarks that links lead to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._marks = 0

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            self._block(block)
            self.blocks(block.inside)

    def _block(self, block: Block) -> None:
        paragraph = self._document.add_paragraph(style=styles.STYLE_OF[block.kind])
        if block.kind == "annex":
            paragraph.paragraph_format.page_break_before = True
        runs = block.runs
        if block.kind == "field":
            label, *values = block.runs
            runs = (Run(label.text, strong=True), Run("\t"), *values)
        for run in runs:
            _add(paragraph, run, block)
        if block.anchor:
            self._bookmark(paragraph, block.anchor)
        if block.inside and block.inside[0].kind == "quoted_from":
            paragraph.paragraph_format.keep_with_next = True
        if block.right_to_left:
            _turn(paragraph)

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        self._marks += 1
        first, last = (OxmlElement(f"w:bookmark{end}") for end in ("Start", "End"))
        first.set(qn("w:name"), name)
        for mark in (first, last):
            mark.set(qn("w:id"), str(self._marks))
        paragraph._p.append(last)
        paragraph._p.insert(1, first)  # the style is always the first child


def _turn(paragraph: Paragraph) -> None:
    """Let a paragraph read from right to left; indents count from where a line begins, so they change sides."""
    style = paragraph.style
    if style is not None and style.name in styles.TURNED:
        paragraph.paragraph_format.left_indent = Cm(0)
        paragraph.paragraph_format.right_indent = style.paragraph_format.left_indent
    paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *styles.AFTER_BIDI)


def _add(paragraph: Paragraph, run: Run, block: Block) -> None:
    written = paragraph.add_run(run.text)
    written.bold = True if run.strong else None
    if run.mono:
        written.style = styles.HASH
    if block.right_to_left:
        written.font.rtl = True
        if run.strong:
            written.font.cs_bold = True
    if block.language:
        _speak(written, block)
    if run.link:
        written.underline = True
        _link(paragraph, written, run.link)


def _speak(written: WordRun, block: Block) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi" if block.right_to_left else "w:val"), block.language)
    written._r.get_or_add_rPr().append(language)


def _link(paragraph: Paragraph, written: WordRun, anchor: str) -> None:
    if anchor.startswith("p"):
        # A reference and not a number: when paragraphs are added later, Word puts the new number here.
        _within(paragraph, written, "w:fldSimple", {"w:instr": f"REF {anchor} \\n \\h"})
    else:
        _within(paragraph, written, "w:hyperlink", {"w:anchor": anchor, "w:history": "1"})


def _within(paragraph: Paragraph, written: WordRun, tag: str, settings: dict[str, str]) -> None:
    """Put an element around a run."""
    around = OxmlElement(tag)
    for name, value in settings.items():
        around.set(qn(name), value)
    paragraph._p.replace(written._r, around)
    around.append(written._r)


def _set_properties(document: Document, layout: Layout) -> None:
    """Say who made it and when; leave nothing of the library or the machine."""
    made_at = datetime.combine(layout.made_on, time())
    held = document.core_properties
    held.author = held.last_modified_by = layout.author
    held.title, held.language = layout.document_title, "en-GB"
    held.comments = held.subject = held.keywords = held.category = ""
    held.created = held.modified = made_at
    held.revision = 1


def _running_words(document: Document, layout: Layout) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.7)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.text = f"{layout.running_left}\t{layout.running_right}"
    for footer in (section.first_page_footer, section.footer):
        _footing(footer.paragraphs[0], layout)
        _footing_pages(footer.add_paragraph(style="Footer"))
    _right_tab(header)


def _footing(paragraph: Paragraph, layout: Layout) -> None:
    paragraph.style = "Footer"
    paragraph.text = layout.footing


def _footing_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        _within(paragraph, paragraph.add_run("1"), "w:fldSimple", {"w:instr": field})


def _right_tab(paragraph: Paragraph) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)


def _first_page(document: Document, layout: Layout) -> None:
    for label, value in layout.corner:
        document.add_paragraph(f"{label}:\t{value}", style=styles.CORNER)
    court = document.add_paragraph(style=styles.COURT)
    court.add_run(f"{layout.court}\t{layout.case_number}")
    _right_tab(court)
    for words in (*layout.matter, layout.between):
        document.add_paragraph(words, style=styles.COURT)
    for place, (role, name) in enumerate(layout.parties):
        if place:
            document.add_paragraph(layout.conjunction).alignment = WD_ALIGN_PARAGRAPH.CENTER
        document.add_paragraph(name, style=styles.COURT).alignment = WD_ALIGN_PARAGRAPH.CENTER
        document.add_paragraph(role, style=styles.ROLE)
    document.add_paragraph(layout.title, style="Heading 1")
    document.add_paragraph(layout.opening)


def _signing(document: Document, layout: Layout) -> None:
    document.add_paragraph(layout.truth_heading, style="Heading 2")
    paragraphs = [document.add_paragraph(layout.truth)]
    for label, value in layout.signing:
        written = document.add_paragraph(style=styles.SIGNING)
        written.add_run(f"{label}:\t{value}" if value else f"{label}:\t\t")
        paragraphs.append(written)
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.keep_together = True


def _packed(document: Document, made_on: date) -> bytes:
    """Save with every entry dated the day it was made: a zip otherwise holds the moment it was written."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as held, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in held.namelist():
            entry = zipfile.ZipInfo(name, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, _PROGRAM if name == "docProps/app.xml" else held.read(name))
    return packed.getvalue()
