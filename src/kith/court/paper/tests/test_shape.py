from dataclasses import replace

import pytest

from kith.court.paper.shape import CannotPrint, Citation, Kind, Paragraph, check_statement, citations
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
    other = replace(made.quotation("Back by six"), cited=replace(made.CITED, member="other.txt"))
    body = (*made.BODY, Paragraph("They wrote:", kind=Kind.QUOTATION, quotation=other))

    with pytest.raises(CannotPrint, match="stands for two places"):
        check_statement(made.statement(body))


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
