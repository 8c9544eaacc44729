import io
import re
import zipfile
from datetime import date, datetime

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from kith.court.paper import pdf, word
from kith.court.paper.shape import Paragraph
from kith.court.paper.tests import made


def opened(statement=None):
    return docx.Document(io.BytesIO(word.word(statement or made.statement())))


def member(name: str, statement=None) -> str:
    with zipfile.ZipFile(io.BytesIO(word.word(statement or made.statement()))) as held:
        return held.read(name).decode()


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_words_and_their_order_are_those_of_the_pdf():
    paper = squeezed(pdf.paper_text(pdf.paper(made.statement(), system_fonts=False).pdf))
    footing = squeezed(made.statement().times)
    paper = re.sub(re.escape(footing) + r"Page\d+of\d+", "", paper)
    paper = paper.replace("Casenumber:ZZ26P00123FirststatementofTessaBrightwater", "")

    at = 0
    for paragraph in opened().paragraphs:
        words = squeezed(_all_text(paragraph))
        assert words in paper[at:], paragraph.text
        at = paper.index(words, at) + len(words)
    assert at == len(paper)


def _all_text(paragraph) -> str:
    return "".join(
        piece.text or ("\t" if piece.tag == qn("w:tab") else "") for piece in paragraph._p.iter() if _text(piece)
    )


def _text(piece) -> bool:
    return piece.tag in (qn("w:t"), qn("w:tab"))


def test_paragraphs_are_numbered_by_the_word_processor_and_not_by_hand():
    document = opened()
    numbered = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Numbered paragraph"]
    number = document.styles["Numbered paragraph"].element.pPr.numPr.numId.val
    held = document.part.numbering_part.element
    indent = document.styles["Numbered paragraph"].paragraph_format

    assert indent.first_line_indent == -indent.left_indent < 0
    assert len(numbered) == 5
    assert not any(re.match(r"\d", paragraph.text) for paragraph in numbered[1:])
    assert numbered[1].text.startswith("Alleged: ")
    levels = [level for level in held.findall(qn("w:abstractNum")) if level.get(qn("w:abstractNumId")) == str(number)]
    assert levels[0].find(f".//{qn('w:numFmt')}").get(qn("w:val")) == "decimal"


def test_headings_use_heading_styles():
    headings = [(held.style.name, held.text) for held in opened().paragraphs if held.style.name.startswith("Heading")]

    assert headings[:3] == [
        ("Heading 1", "First statement of Tessa Brightwater"),
        ("Heading 2", "Background"),
        ("Heading 2", "What was written"),
    ]
    assert ("Heading 4", "[E1, line 214]") in headings


def test_every_link_and_reference_has_its_bookmark():
    document = member("word/document.xml")
    marks = set(re.findall(r'w:bookmarkStart [^>]*w:name="(\w+)"', document))
    anchors = re.findall(r'w:hyperlink w:anchor="(\w+)"', document)
    references = re.findall(r"REF (\w+) ", document)

    assert anchors == ["c1", "c1", "x2", "c1"]
    assert references == ["p2", "p3", "p5"]
    assert set(anchors) | set(references) <= marks


def test_pages_are_numbered_by_fields_and_carry_the_time_zone():
    section = opened().sections[0]

    for footer in (section.footer, section.first_page_footer):
        codes = re.findall(r'w:instr="(\w+)"', footer._element.xml)
        assert codes == ["PAGE", "NUMPAGES"]
        assert footer.paragraphs[0].text.startswith("Times are Europe/London")
    assert section.header.paragraphs[0].text == "Case number: ZZ26P00123\tFirst statement of Tessa Brightwater"


def test_properties_name_the_maker_and_nothing_of_a_machine():
    held = opened().core_properties

    assert (held.author, held.last_modified_by) == ("Tessa Brightwater", "Tessa Brightwater")
    assert held.created.replace(tzinfo=None) == held.modified.replace(tzinfo=None) == datetime(2026, 3, 16)  # noqa: DTZ001
    assert held.title == "Statement in case ZZ26P00123, 16 March 2026"
    assert "python" not in member("docProps/core.xml").lower()
    assert "Macintosh" not in member("docProps/app.xml")
    assert "rsid" not in member("word/settings.xml")


def test_every_entry_is_dated_the_day_it_was_made():
    with zipfile.ZipFile(io.BytesIO(word.word(made.statement()))) as held:
        assert {entry.date_time for entry in held.infolist()} == {(2026, 3, 16, 0, 0, 0)}
        assert not [name for name in held.namelist() if "thumbnail" in name]


def test_the_language_is_british_english():
    assert 'w:lang w:val="en-GB"' in member("word/styles.xml")
    assert 'w:val="en-US"' not in member("word/styles.xml")


def test_words_written_from_right_to_left_are_marked_so():
    document = opened(made.statement((made.quoted("שלום", language="he"),)))
    said = next(paragraph for paragraph in document.paragraphs if paragraph.text == "שלום")

    assert said._p.pPr.find(qn("w:bidi")) is not None
    assert said.runs[0].font.rtl
    assert said._p.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "he"


def test_the_quoted_line_stands_in_a_box():
    document = opened()
    said = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("Running late"))

    assert said.style.name == "Quoted line"
    assert said.style.element.pPr.find(qn("w:pBdr")) is not None


@pytest.mark.parametrize("odd", ["a\x00b\x0b\uffff\ue000", "<w:t>&amp;", "你好 👨‍👩‍👧", "\ud83d"])
def test_odd_characters_never_stop_the_writing(odd):
    document = opened(made.statement((made.quoted(odd), Paragraph(odd))))

    assert [held for held in document.paragraphs if held.style.name == "Numbered paragraph"]


def test_the_same_statement_gives_the_same_bytes():
    assert word.word(made.statement()) == word.word(made.statement())


def test_an_older_statement_keeps_the_wording_of_its_day():
    text = "\n".join(held.text for held in opened(made.statement(made_on=date(2015, 6, 1))).paragraphs)

    assert "I believe that the facts stated" in text and "contempt" not in text


# The schema fixes the order of properties (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28), and Word calls a file that breaks
# it damaged.
PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
    *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
RUN_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
    *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs"),
    *("em", "lang", "eastAsianLayout", "specVanish", "oMath"),
)


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml"])
def test_properties_stand_in_the_order_the_schema_fixes(name):
    statement = made.statement((*made.BODY, made.quoted("שלום 你好", language="he")))
    root = etree.fromstring(member(name, statement).encode())

    for tag, order in (("w:pPr", PARAGRAPH_ORDER), ("w:rPr", RUN_ORDER)):
        for held in root.iter(qn(tag)):
            places = [order.index(etree.QName(child).localname) for child in held]
            assert places == sorted(set(places)), etree.tostring(held)


def test_words_that_read_the_other_way_keep_the_indent_of_the_page():
    document = opened(made.statement((made.quoted("سأعيدها في السادسة", before="Yes?"),)))
    turned = next(held for held in document.paragraphs if held._p.find(f".//{qn('w:bidi')}") is not None)
    usual = turned.style.paragraph_format.left_indent

    assert usual > 0
    assert (turned.paragraph_format.left_indent, turned.paragraph_format.right_indent) == (0, usual)


def test_words_that_lead_to_a_quotation_stay_with_it():
    numbered = [held for held in opened().paragraphs if held.style.name == "Numbered paragraph"]

    assert [held.paragraph_format.keep_with_next for held in numbered] == [None, None, True, None, None]


def test_the_running_words_reach_the_right_edge():
    document = opened()

    assert not list(document.styles["Header"].paragraph_format.tab_stops)
    assert len(list(document.sections[0].header.paragraphs[0].paragraph_format.tab_stops)) == 1
