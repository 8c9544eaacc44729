from dataclasses import replace
from datetime import date

import pytest

from kith.court.paper.layout import Run, laid_out
from kith.court.paper.shape import CannotPrint, Citation, Kind, Paragraph, check_statement, citations, names_of
from kith.court.paper.templates import template_on
from kith.court.paper.tests import made


def test_a_line_quoted_alone_is_refused():
    alone = replace(made.quotation("Back by six"), before=(), after=(), note="")

    with pytest.raises(CannotPrint, match="quotes a line alone"):
        check_statement(made.statement((Paragraph("They wrote:", kind=Kind.QUOTATION, quotation=alone),)))


def test_a_line_with_nothing_around_it_may_say_why():
    alone = replace(made.quotation("Back by six"), before=(), after=(), note="The export holds this line alone.")

    check_statement(made.statement((Paragraph("They wrote:", kind=Kind.QUOTATION, quotation=alone),)))


def test_a_citation_of_an_exhibit_that_is_not_in_the_annex_is_refused():
    with pytest.raises(CannotPrint, match="E1 is not in the annex"):
        check_statement(made.statement(exhibits=(made.PICTURE,)))


def test_two_exhibits_with_one_label_are_refused():
    with pytest.raises(CannotPrint, match="same label"):
        check_statement(made.statement(exhibits=(made.FILE, made.FILE)))


def test_one_short_citation_for_two_places_is_refused():
    other = replace(made.quotation("Back by six"), cited=replace(made.CITED, sha256=made.HASH))
    body = (*made.BODY, Paragraph("They wrote:", kind=Kind.QUOTATION, quotation=other))

    with pytest.raises(CannotPrint, match="stands for two places"):
        check_statement(made.statement(body))


def test_a_place_is_named_by_its_line_alone_where_that_is_enough():
    later = replace(made.CITED, line=300)

    assert list(names_of([made.CITED, later]).values()) == ["[E1, line 214]", "[E1, line 300]"]


def test_one_line_of_two_files_is_named_with_the_file():
    other = replace(made.CITED, member="family 🏡.txt")

    assert list(names_of([made.CITED, other]).values()) == [
        "[E1, line 214 of _chat.txt]",
        "[E1, line 214 of family [emoji: house with garden].txt]",
    ]


def test_two_places_in_one_line_are_named_with_their_bytes():
    second, elsewhere = replace(made.CITED, span=(10301, 10350)), replace(made.CITED, member="other.txt")

    assert names_of([made.CITED, second, elsewhere]) == {
        made.CITED: "[E1, line 214 of _chat.txt, bytes 10233 to 10301]",
        second: "[E1, line 214 of _chat.txt, bytes 10301 to 10350]",
        elsewhere: "[E1, line 214 of other.txt]",
    }


def test_two_chats_of_one_zip_stand_in_one_statement_each_with_its_own_place_in_the_annex():
    other = replace(made.quotation("Back by six"), cited=replace(made.CITED, member="other.txt", span=(7, 30)))
    words = Paragraph("Compare [E1, line 214 of other.txt].")
    body = (*made.BODY, Paragraph("They wrote:", kind=Kind.QUOTATION, quotation=other), words)
    layout = laid_out(made.statement(body), template_on(date(2026, 3, 16)))

    quoted = [block.runs[1] for each in layout.body for block in each.inside if block.kind == "quoted_from"]
    assert [(run.text, run.link) for run in quoted] == [
        ("[E1, line 214 of _chat.txt]", "c1"),
        ("[E1, line 214 of other.txt]", "c2"),
    ]
    assert layout.body[-1].runs[1] == Run("[E1, line 214 of other.txt]", link="c2")
    shown = [(block.runs[0].text, block.anchor) for block in layout.annex if block.kind == "cited"]
    assert shown == [("[E1, line 214 of _chat.txt]", "c1"), ("[E1, line 214 of other.txt]", "c2")]
    of_other = [block for block in layout.annex if block.place == "[E1, line 214 of other.txt]"]
    assert [run.text for run in of_other[1].runs] == ["Cited in", "paragraphs ", "6", ", ", "7"]
    assert of_other[3].runs[1].text == "7 up to, not including, 30"


@pytest.mark.parametrize("kind", [Kind.QUOTATION, Kind.DECISION])
def test_a_paragraph_without_what_its_kind_promises_is_refused(kind):
    with pytest.raises(CannotPrint, match="Item 1"):
        check_statement(made.statement((Paragraph("Words", kind=kind),)))


def test_a_choice_that_was_not_an_option_is_refused():
    decision = replace(made.DECISION, chosen="Something else")

    with pytest.raises(CannotPrint, match="not among its options"):
        check_statement(made.statement((Paragraph("", kind=Kind.DECISION, decision=decision),)))


def test_each_place_is_listed_once_in_order_of_first_use():
    later = Citation("E1", 300, "_chat.txt", (20000, 20040), made.HASH)
    second = replace(made.quotation("Again"), cited=later)
    body = (Paragraph("They wrote:", kind=Kind.QUOTATION, quotation=second), *made.BODY)

    assert citations(made.statement(body)) == (later, made.CITED)


@pytest.mark.parametrize("kind", [Kind.PLAIN, Kind.HEADING])
def test_an_empty_paragraph_is_refused(kind):
    with pytest.raises(CannotPrint, match="Item 1 of the body is empty"):
        check_statement(made.statement((Paragraph(" ", kind=kind),)))


def test_a_statement_without_a_title_is_refused():
    with pytest.raises(CannotPrint, match="no title"):
        check_statement(made.statement(title=""))


def test_a_language_that_is_not_a_code_is_refused():
    with pytest.raises(CannotPrint, match="'Welsh'"):
        check_statement(made.statement((made.quoted("Bore da", language="Welsh"),)))
