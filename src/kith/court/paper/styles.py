"""The styles and the numbering of the Word document, made once on an empty document."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

CORNER, COURT, ROLE, SIGNING, HASH = "Corner", "Court heading", "Party role", "Signing", "Hash"
NUMBERED, WITHIN, ITEM, FIELD = "Numbered paragraph", "Within paragraph", "Listed item", "Annex field"
SAID, SAID_WORDS, QUOTED, QUOTED_FROM = "Line said", "Words said", "Quoted line", "Quoted from"
STYLE_OF = {
    "heading": "Heading 2",
    "numbered": NUMBERED,
    "words": WITHIN,
    "label": QUOTED_FROM,
    "item": ITEM,
    "quoted_from": QUOTED_FROM,
    "said": SAID,
    "said_words": SAID_WORDS,
    "quoted": QUOTED,
    "quoted_words": QUOTED,
    "note": WITHIN,
    "annex": "Heading 2",
    "annex_words": "Normal",
    "exhibit": "Heading 3",
    "cited": "Heading 4",
    "field": FIELD,
}
# Styles whose indent belongs to the page, not to the line: it stays on its side when the words read the other way.
TURNED = frozenset({WITHIN, SAID_WORDS, QUOTED})
# What may follow w:bidi in a paragraph's properties: the schema fixes their order.
AFTER_BIDI = tuple(
    f"w:{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
        *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
        *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
_NUMBERS, _BULLETS = 90, 91
_LEVEL = """<w:abstractNum {ns} w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>"""


def set_up(document: Document) -> None:
    """Give an empty document the typeface, the styles and the numbering of a court paper."""
    _drop_traces(document)
    _typeface(document)
    _headings(document)
    _paragraph_styles(document)
    _numbering(document, NUMBERED, _NUMBERS, "decimal", "%1.", left=567, hanging=567)
    _numbering(document, ITEM, _BULLETS, "bullet", "\u2022", left=850, hanging=283)


def _typeface(document: Document) -> None:
    normal = document.styles["Normal"]
    _face(normal, "Arial")
    normal.font.size = Pt(12)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.get_or_add_rPr().append(language)
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    defaults.set(qn("w:val"), "en-GB")
    held = normal.paragraph_format
    held.line_spacing_rule, held.space_after = WD_LINE_SPACING.ONE_POINT_FIVE, Pt(8)
    for name in ("Header", "Footer"):
        document.styles[name].font.size = Pt(9)
        document.styles[name].paragraph_format.line_spacing = 1.0
        document.styles[name].paragraph_format.tab_stops.clear_all()  # of another page width


def _face(style: ParagraphStyle, name: str) -> None:
    """Name the face for every kind of letter; a theme face would win otherwise."""
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), name)


def _headings(document: Document) -> None:
    for level in (1, 2, 3, 4):
        style = document.styles[f"Heading {level}"]
        _face(style, "Arial")
        style.font.size, style.font.bold, style.font.italic = Pt(14 if level == 1 else 12), True, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(16), Pt(8)
    document.styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _paragraph_styles(document: Document) -> None:
    # A style's own indent wins over that of its numbering, so the hanging of numbers and bullets is said here.
    _tabbed(_style(document, NUMBERED, left=1.0), 1.0)
    _tabbed(_style(document, ITEM, left=1.5, after=3), 0.5)
    _style(document, WITHIN, left=1.0)
    _style(document, QUOTED_FROM, left=1.0, follows=True)
    _style(document, SAID, left=1.4, tight=True, follows=True, size=10.5)
    _style(document, SAID_WORDS, left=1.4, tight=True, after=6)
    _edge(_style(document, QUOTED, left=1.4, tight=True))
    court = _style(document, COURT, tight=True)
    court.font.bold = True
    role = _style(document, ROLE, tight=True)
    role.font.underline, role.paragraph_format.alignment = True, WD_ALIGN_PARAGRAPH.RIGHT
    _tabbed(_style(document, CORNER, left=11.3, tight=True, after=1, size=10), 3.3)
    _tabbed(_style(document, FIELD, left=4.0, tight=True, after=3), 4.0)
    signing = _tabbed(_style(document, SIGNING, left=2.2, after=10), 2.2)
    signing.paragraph_format.tab_stops.add_tab_stop(Cm(10.5), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    mono = document.styles.add_style(HASH, WD_STYLE_TYPE.CHARACTER)
    _face(mono, "Courier New")
    mono.font.size = Pt(8.5)


def _style(
    document: Document,
    name: str,
    *,
    left: float = 0,
    after: float = 8,
    size: float = 12,
    tight: bool = False,
    follows: bool = False,
) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = document.styles["Normal"], Pt(size)
    held = style.paragraph_format
    held.left_indent, held.space_after, held.keep_with_next = Cm(left), Pt(after), follows
    if tight:
        held.line_spacing = 1.15
    return style


def _tabbed(style: ParagraphStyle, hanging: float) -> ParagraphStyle:
    """Hang the label in the margin, so that a long value wraps beneath itself."""
    style.paragraph_format.first_line_indent = Cm(-hanging)
    return style


def _edge(style: ParagraphStyle) -> None:
    """Draw a box with a heavy left edge: the quoted line is told apart without colour."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{24 if side == "left" else 6}" w:space="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>")
    style.element.get_or_add_pPr().insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _numbering(
    document: Document, style: str, number: int, number_format: str, text: str, *, left: int, hanging: int
) -> None:
    held = document.part.numbering_part.element
    style_id = document.styles[style].style_id
    level = _LEVEL.format(
        ns=nsdecls("w"), id=number, format=number_format, style=style_id, text=text, left=left, hanging=hanging
    )
    # Every abstract numbering stands before the first concrete one.
    held.insert(held.index(held.find(qn("w:num"))), parse_xml(level))
    held.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    properties = document.styles[style].element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = number


def _drop_traces(document: Document) -> None:
    """Drop what the library's blank document carries of another: its picture, its editing marks, its spelling check."""
    related = document.part.package.rels
    for key in [key for key, held in related.items() if held.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del related[key]
    settings = document.settings.element
    for name in ("w:rsids", "w:proofState", "w:savePreviewPicture"):
        for trace in settings.findall(qn(name)):
            settings.remove(trace)
