import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.court.paper import pdf
from kith.court.paper.shape import CannotPrint, Kind, Paragraph
from kith.court.paper.tests import made


def printed(statement=None) -> bytes:
    return pdf.paper(statement or made.statement(), system_fonts=False).pdf


def text_of(statement) -> str:
    """The words, with the ends of lines the page made put back to spaces."""
    return re.sub(r"\s+", " ", pdf.paper_text(printed(statement)))


def structure(node) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from structure(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from structure(node.K)


def test_paragraphs_are_printed_in_their_order_and_numbered_across_headings():
    words = text_of(made.statement())

    places = [
        words.index(said)
        for said in (
            "Background 1. I have been the allocated social worker",
            "2. Alleged: The father sent more than forty messages",
            "What was written 3. On 1 March 2026",
            "4. The father showed me his own calendar",
            "Decision 5. Whether handovers should move",
            "Statement of truth I understand that proceedings for contempt",
            "Annex: exhibits and citations",
        )
    ]

    assert places == sorted(places)


def test_a_quotation_shows_what_was_said_before_and_after_and_names_the_quoted_line():
    words = text_of(made.statement())

    asked = words.index("Line 213. Marian, 1 March 2026, 18:02 (Europe/London) Are you bringing her back at six?")
    quoted = words.index("Quoted line. Line 214. Robin, 1 March 2026, 18:04 (Europe/London) Running late")
    answered = words.index("Line 215. Marian, 1 March 2026, 18:05 (Europe/London) You said six.")
    assert asked < quoted < answered


def test_a_decision_is_printed_with_its_evidence_the_childs_view_and_its_reasons():
    words = text_of(made.statement())

    for said in (
        "Chosen: Handover at school",
        "Evidence for • Both parents were late three times in February. [E1, line 214]",
        "Evidence against • There is no school in the holidays.",
        "The child's view: A. said she likes",
        "Reasons: It removes the doorstep",
        "Decided by: Tessa Brightwater on 12 March 2026, agreed by Idris Penhallow, team manager",
        "To be reviewed on: 12 June 2026",
    ):
        assert said in words


def test_an_allegation_carries_its_standing_and_its_source():
    words = text_of(made.statement())

    assert "Alleged: The father sent more than forty messages in one night. Source: The mother, by telephone" in words


def test_each_citation_links_to_the_annex_and_the_annex_links_back():
    document = pypdf.PdfReader(io.BytesIO(printed()))
    named = document.named_destinations
    links = [(page, note.get_object()) for page in document.pages for note in page.get("/Annots", [])]
    to_names = [str(note["/Dest"]) for _, note in links if isinstance(note["/Dest"], str)]
    last = len(document.pages) - 1

    assert to_names == ["c1", "c1", "x2", "c1"]
    assert {document.get_destination_page_number(named[name]) for name in to_names} == {last}
    back = [note for page, note in links if not isinstance(note["/Dest"], str)]
    assert len(back) == 3


def test_the_annex_holds_member_bytes_and_hash_of_each_citation_and_exhibit():
    words = text_of(made.statement())
    body, annex = words.split("Annex: exhibits and citations")

    assert made.HASH not in body and made.OTHER_HASH not in body
    assert f"Size 48,213 bytes SHA-256 {made.OTHER_HASH}" in annex
    assert "Handed over by Marian Oakshott, the mother How By e-mail to the allocated worker, as a zip file" in annex
    assert "[E1, line 214] Cited in paragraphs 2, 3, 5 Member _chat.txt" in annex
    assert f"Bytes 10,233 up to, not including, 10,301 SHA-256 of E1 {made.OTHER_HASH}" in annex


def test_the_document_is_tagged_and_says_its_language():
    with pikepdf.open(io.BytesIO(printed())) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked) and str(root.Lang) == "en-GB"
        kinds = set(structure(root.StructTreeRoot.K))

    assert {"/H1", "/H2", "/H3", "/H4", "/L", "/LI", "/Lbl", "/LBody", "/P", "/BlockQuote", "/Link"} <= kinds


def test_the_metadata_claims_pdf_a_3a_and_pdf_ua_1():
    with pikepdf.open(io.BytesIO(printed())) as document, document.open_metadata() as held:
        assert (held["pdfaid:part"], held["pdfaid:conformance"]) == ("3", "A")
        assert held["pdfuaid:part"] == "1"


@pytest.mark.parametrize("system_fonts", [False, True])
def test_every_font_is_inside_the_file(system_fonts):
    made_pdf = pdf.paper(made.statement(), system_fonts=system_fonts).pdf

    with pikepdf.open(io.BytesIO(made_pdf)) as document:
        described = [held for held in document.objects if _is(held, "/FontDescriptor")]
        assert described
        assert all("/FontFile2" in held or "/FontFile3" in held for held in described)


def _is(held, kind: str) -> bool:
    return isinstance(held, pikepdf.Dictionary) and held.get("/Type") == kind


def test_no_name_of_a_child_or_party_is_in_the_metadata():
    made_pdf = printed(made.statement(title="First statement of Tessa Brightwater about Aluna Oakshott"))

    with pikepdf.open(io.BytesIO(made_pdf)) as document:
        held = document.Root.Metadata.read_bytes().decode() + " ".join(map(str, document.docinfo.values()))

    assert "Statement in case ZZ26P00123, 16 March 2026" in held and "Tessa Brightwater" in held
    assert not [name for name in ("Aluna", "Oakshott", "A.O.", "B.O.") if name in held]


def test_bookmarks_follow_the_headings():
    outline = pypdf.PdfReader(io.BytesIO(printed())).outline

    assert outline[0]["/Title"] == "First statement of Tessa Brightwater"
    titles = [held["/Title"] for held in outline[1] if not isinstance(held, list)]
    assert titles == [
        "Background",
        "What was written",
        "Decision",
        "Statement of truth",
        "Annex: exhibits and citations",
    ]


def test_markup_in_the_words_is_printed_as_it_was_written():
    odd = r'#panic("x") *bold* $x$ _a_ <b> @c `d` // e /* f */ \ = g - h [i] #{j} "k" ~ --- http://example.org/l'
    words = text_of(made.statement((made.quoted(odd, before=odd), Paragraph(odd)), title=odd, court=odd))

    # Compared without spaces: a line may end anywhere in it.
    assert words.replace(" ", "").count(odd.replace(" ", "")) == 5


def test_words_written_from_right_to_left_start_at_the_right():
    said = "שלום מתי אתה חוזר"
    pages = pypdfium2.PdfDocument(printed(made.statement((made.quoted(said),))))
    page = next(page for page in pages if said in page.get_textpage().get_text_range())
    words = page.get_textpage()
    where = words.get_text_range().index(said)

    left, right = words.get_charbox(where)[0], words.get_charbox(where + len(said) - 1)[0]
    assert left > right
    assert left > page.get_width() / 2


def test_emoji_are_put_into_words():
    words = text_of(made.statement())

    assert "Running late [emoji: face with tears of joy, 2 times], back" in words
    assert "Sorry [emoji: person with folded hands, medium skin tone]" in words


def test_writing_that_cannot_be_drawn_is_said_and_reported():
    made_paper = pdf.paper(made.statement((made.quoted("你好 我们 later"),)), system_fonts=False)
    words = re.sub(r"\s+", " ", pdf.paper_text(made_paper.pdf))

    assert made_paper.unprintable == (pdf.Unprintable("paragraph 1, line 214", "你好 我们", "CJK"),)
    assert "[4 CJK characters not printed: see the annex] later" in words
    assert "Paragraph 1, line 214 CJK: U+4F60 U+597D U+0020 U+6211 U+4EEC" in words


def test_writing_that_cannot_be_drawn_is_reported_wherever_it_stands():
    statement = made.statement(
        (Paragraph("你", kind=Kind.HEADING), Paragraph("好")), title="我", court="们", times="一", case_number="二"
    )

    places = [held.where for held in pdf.paper(statement, system_fonts=False).unprintable]
    assert set(places) == {
        "the heading",
        "the title",
        "the heading before paragraph 1",
        "paragraph 1",
        "the top of each page",
        "the foot of each page",
    }


def test_a_statement_all_of_whose_characters_can_be_drawn_reports_nothing():
    made_paper = pdf.paper(made.statement(), system_fonts=False)

    assert made_paper.unprintable == ()
    assert "characters not printed" not in pdf.paper_text(made_paper.pdf)


@settings(max_examples=20, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_is_printed_described_or_reported(said):
    made_paper = pdf.paper(made.statement((made.quoted(said), Paragraph(f"Said: {said}"))), system_fonts=False)
    words = pdf.paper_text(made_paper.pdf)

    reported = "".join(held.characters for held in made_paper.unprintable)
    plain = [letter for letter in said if letter.isascii() and letter.isprintable()]
    assert all(letter in words for letter in plain)
    drawn = [letter for letter in said if unicodedata.category(letter) == "Lo" and letter not in reported]
    assert all(_shown(letter, words) for letter in drawn)


def _shown(letter: str, words: str) -> bool:
    return unicodedata.normalize("NFKD", letter) in unicodedata.normalize("NFKD", words)


def test_two_hundred_paragraphs_keep_their_order_and_their_numbers():
    body = tuple(Paragraph(f"Visit number {n}. " + "She told me about the week at school. " * 4) for n in range(1, 201))
    made_pdf = printed(made.statement(body))
    words = re.sub(r"\s+", " ", pdf.paper_text(made_pdf))

    found = re.findall(r"(\d+)\. Visit number (\d+)\.", words)
    assert found == [(str(n), str(n)) for n in range(1, 201)]
    pages = len(pypdfium2.PdfDocument(made_pdf))
    assert pdf.paper(made.statement(body), system_fonts=False).pages == pages > 15
    assert f"Page {pages} of {pages}" in words


def test_each_page_says_the_time_zone_and_its_number_and_later_pages_the_case_and_maker():
    made_pdf = printed()
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made_pdf)]

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        words = re.sub(r"\s+", " ", page)
        assert "Times are Europe/London, as answered by Marian Oakshott on 4 March 2026" in words
        assert f"Page {number} of {len(pages)}" in words
        assert words.startswith("Case number: ZZ26P00123 First statement of Tessa Brightwater") == (number > 1)


def test_a_long_web_address_stays_within_the_margins():
    address = "https://example.org/" + "q" * 200
    page = pypdfium2.PdfDocument(printed(made.statement((Paragraph(f"See {address} there."),))))[0]
    words = page.get_textpage()
    edges = [words.get_charbox(place)[2] for place in range(words.count_chars())]

    assert words.get_text_range().replace("\r\n", "").count("q") == 200
    assert max(edges) < page.get_width() - 65


def test_a_draft_says_so_on_every_page():
    words = text_of(made.statement(draft=True, version="Version 3"))

    assert "Draft: Version 3 not signed" in words
    assert "First statement of Tessa Brightwater (draft, Version 3)" in words


def test_the_same_statement_gives_the_same_bytes():
    assert printed() == printed()


def test_a_statement_made_before_any_known_wording_is_refused():
    with pytest.raises(CannotPrint, match="2001-01-01"):
        printed(made.statement(made_on=date(2001, 1, 1)))


def test_a_statement_without_exhibits_has_no_annex():
    words = text_of(made.statement((Paragraph("Background", kind=Kind.HEADING), Paragraph("One.")), exhibits=()))

    assert "Annex" not in words and "1. One." in words


def test_words_that_lead_to_a_quotation_are_never_left_at_the_foot_of_a_page():
    for lines in range(4, 14):
        filler = Paragraph("Words.\n" * lines + "Words.")
        pages = pdf.page_texts(printed(made.statement((filler, made.quoted("Back by six")))))

        assert not [page for page in pages if "about the return." in page and "Quoted from" not in page], lines
