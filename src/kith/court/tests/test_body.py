"""The body: what it is made of, its order, and the words it prints."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core.models import LedgerRow
from kith.core.transactions import scoped
from kith.court import actions, queries, rules, testing
from kith.court.models import StatementPart
from kith.court.paper.pdf import paper_text
from kith.court.tests.conftest import HASH, decision, entry, quotation
from kith.record import actions as record
from kith.record.actions.quoting import NotKept
from kith.record.models import Citation
from kith.record.queries import for_court
from kith.record.rules import Span
from kith.record.testing import AT, case, worker

pytestmark = pytest.mark.django_db


def pdf_words(scene) -> str:
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        made = queries.papers_of(queries.statement_in(scene.case, scene.statement.id))
    return re.sub(r"\s+", " ", paper_text(made.files[0].data))


def page_of(scene):
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        return queries.statement_page(
            queries.statement_in(scene.case, scene.statement.id), scene.amal, date(2026, 3, 16)
        )


def test_numbers_follow_the_order_of_the_body(scene):
    testing.paragraph(scene.statement, scene.amal, "First words.")
    testing.paragraph(scene.statement, scene.amal, "What happened", kind="heading")
    last = testing.paragraph(scene.statement, scene.amal, "Last words.")
    testing.piece(scene.statement, scene.amal, "entry", entry(scene, "I visited.").id)
    actions.move_part(part=last, step=-1, by=scene.amal, at=AT)
    words = pdf_words(scene)

    assert [row.says for row in page_of(scene).parts] == [
        "paragraph 1",
        "paragraph 2",
        "heading “What happened”",
        "paragraph 3",
    ]
    assert words.index("1. First words.") < words.index("2. Last words.") < words.index("3. I visited.")


def test_a_piece_goes_where_it_was_asked_to(scene):
    first = testing.paragraph(scene.statement, scene.amal, "One.")
    testing.paragraph(scene.statement, scene.amal, "Three.")
    testing.paragraph(scene.statement, scene.amal, "Two.", after=str(first.id))
    testing.paragraph(scene.statement, scene.amal, "Zero.", after="first")

    assert [row.blocks[0].runs[0].text for row in page_of(scene).parts] == ["Zero.", "One.", "Two.", "Three."]


def test_an_allegation_prints_its_standing_and_its_source(scene):
    made = entry(scene, "The father sent forty messages in one night.", allegation="alleged")
    testing.piece(scene.statement, scene.amal, "entry", made.id)
    words = pdf_words(scene)

    assert "Alleged: The father sent forty messages in one night." in words
    assert "Source: Visit, 1 March 2026, 18:04 GMT (in the record: at the visit). Recorded by Amal Tester" in words


def test_a_quotation_prints_what_was_said_around_it_and_its_bytes(scene):
    testing.piece(scene.statement, scene.amal, "citation", quotation(scene, "Back by half six").id)
    words = pdf_words(scene)

    assert "Robin wrote: Quoted from [E1, line 214]" in words
    assert "Are you bringing her back?" in words
    assert "You said six." in words
    assert "Bytes 10,214 up to, not including, 10,274" in words
    assert re.search(f"SHA-256 of E1 {HASH.hex()}", words)
    assert "Lena Marrow, the mother" in words


def test_one_line_of_two_chats_in_one_zip_can_stand_in_one_statement(scene):
    first = quotation(scene, "Back by half six", member=(1, "with Robin.txt"))
    second = quotation(scene, "He is late again", member=(2, "with Gran.txt"))
    assert first.id != second.id
    for kept in (first, second):
        testing.piece(scene.statement, scene.amal, "citation", kept.id)
    testing.paragraph(scene.statement, scene.amal, "As [E1, line 214] says; see [E1, line 214 of with Gran.txt].")
    words = pdf_words(scene)

    assert "Quoted from [E1, line 214 of with Robin.txt]" in words
    assert "Quoted from [E1, line 214 of with Gran.txt]" in words
    assert "Cited in paragraphs 2, 3" in words
    assert page_of(scene).notices[-1] == (
        "[E1, line 214] is cited in words, and could be [E1, line 214 of with Robin.txt] or"
        " [E1, line 214 of with Gran.txt]. Write out which."
    )


def test_a_decision_prints_its_options_and_the_childs_view(scene):
    testing.piece(scene.statement, scene.amal, "decision", decision(scene).id)
    words = pdf_words(scene)

    assert "Chosen: Handover at school" in words
    assert "The child's view: She likes going straight from class." in words
    assert "To be reviewed on: 2 June 2026" in words


def test_quotations_of_an_entry_come_with_it(scene):
    kept = [quotation(scene, "Back by half six").id, quotation(scene, "Traffic, sorry", line=300).id]
    testing.piece(scene.statement, scene.amal, "entry", entry(scene, "They wrote.", citations=tuple(kept)).id)
    words = pdf_words(scene)

    assert "1. They wrote. Quoted from [E1, line 214]" in words
    assert re.search(r"2\. Quoted with the paragraph above:.*Quoted from \[E1, line 300\].*Traffic, sorry", words)


def test_a_quotation_in_a_statement_cannot_be_dropped_from_under_it(scene):
    kept = quotation(scene, "Back by half six")
    testing.piece(scene.statement, scene.amal, "citation", kept.id)
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        held = Citation.objects.get(case=scene.case, holder="statement")

    with pytest.raises(NotKept, match="cannot be taken out"):
        record.drop_quotation(citation=held, by=scene.amal, at=AT)


def test_a_typed_citation_links_to_the_annex_and_one_that_is_not_quoted_is_said(scene):
    testing.piece(scene.statement, scene.amal, "citation", quotation(scene, "Back by half six").id)
    testing.paragraph(scene.statement, scene.amal, "He was late [E1, line 214]; see also [E1, line 999].")
    page = page_of(scene)

    links = {run.text: run.link for run in page.parts[1].blocks[0].runs}
    assert links["[E1, line 214]"] == "c1"
    assert [notice for notice in page.notices if "[E1, line 999]" in notice]
    assert not [notice for notice in page.notices if "[E1, line 214]" in notice]


def test_what_was_taken_out_is_kept_and_can_be_put_back(scene):
    part = testing.paragraph(scene.statement, scene.amal, "Words that must not be lost.")
    testing.paragraph(scene.statement, scene.amal, "Others.")
    actions.take_part_out(part=part, by=scene.amal, at=AT)

    assert [each.opening for each in page_of(scene).out] == ["Words that must not be lost."]
    actions.put_part_back(part=part, by=scene.amal, at=AT)
    assert [row.blocks[0].runs[0].text for row in page_of(scene).parts] == ["Others.", "Words that must not be lost."]


def test_an_entry_amended_later_is_said(scene):
    first = entry(scene, "At six.")
    testing.piece(scene.statement, scene.amal, "entry", first.id)
    entry(scene, "At seven.", amends=first)

    assert [notice for notice in page_of(scene).notices if notice.startswith("Paragraph 1 was amended")]


def test_what_the_record_says_is_not_changed_here(scene):
    part = testing.piece(scene.statement, scene.amal, "entry", entry(scene, "At six.").id)

    with pytest.raises(actions.Gone):
        actions.change_words(part=part, text="At seven.", by=scene.amal, at=AT)


def test_a_piece_of_another_case_is_refused(scene):
    dee = worker("Dee")
    other = case(dee)
    with scoped(worker_id=dee.id, case_id=other.id):
        theirs = record.write_entry(
            case=other,
            kind="note",
            text="Theirs",
            happened_text="once",
            happened=Span(None, None),
            precision="unknown",
            by=dee,
            at=AT,
        )

    with pytest.raises(actions.Gone):
        testing.piece(scene.statement, scene.amal, "entry", theirs.id)
    with pytest.raises(NotKept):
        testing.piece(scene.statement, scene.amal, "citation", theirs.id)
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        assert not StatementPart.objects.filter(case=scene.case).exists()


def test_children_stand_by_initials_until_a_worker_says_more(scene):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    before = pdf_words(scene)
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        lines = queries.names_of(queries.statement_in(scene.case, scene.statement.id))
    pip = next(line for line in lines if line.is_child)
    name = rules.Name(pip.participant_id, "Pip Marrow", with_birth=True)
    actions.name_people(statement=scene.statement, names=[name], by=scene.amal, at=AT)
    after = pdf_words(scene)

    assert "P.M." in before
    assert "Pip" not in before
    assert "Pip Marrow (born 9 May 2017)" in after
    assert before.index("Lena Marrow") < before.index("Applicant") < before.index("Robin Marrow")


def test_pieces_are_listed_as_they_happened_and_filtered(scene):
    late = entry(scene, "A late visit.", days=3)
    early = entry(scene, "An early visit.", allegation="alleged")
    quotation(scene, "Back by half six")
    made = decision(scene)

    def listed(**asked):
        with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
            found, total = for_court.pieces(scene.case, scene.amal, for_court.Asked(**asked), start=0, most=10)
        return [each.id if each.kind != "citation" else "quoted" for each in found], total

    assert listed() == ([early.id, made.id, late.id, "quoted"], 4)
    assert listed(words="EARLY") == ([early.id], 1)
    assert listed(kinds=frozenset({"decision"})) == ([made.id], 1)
    assert listed(from_on=date(2026, 3, 2), until_on=date(2026, 3, 2)) == ([made.id], 1)


def test_a_quotation_that_a_colleague_keeps_is_theirs(scene):
    ben = worker("Ben")
    record.give_access(case=scene.case, worker=ben, why="manages", by=scene.amal, at=AT)
    quotation(scene, "Back by half six")
    with scoped(worker_id=ben.id, case_id=scene.case.id):
        found, _ = for_court.pieces(scene.case, ben, for_court.Asked(), start=0, most=10)

    assert found == []


def test_every_change_is_in_the_ledger(scene):
    part = testing.paragraph(scene.statement, scene.amal, "Secret words.")
    actions.change_words(part=part, text="Other words.", by=scene.amal, at=AT)
    actions.take_part_out(part=part, by=scene.amal, at=AT)
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        lines = list(LedgerRow.objects.filter(chain=scene.case.id).values_list("body", flat=True))

    for verb in ("statement.begun", "statement.written", "statement.rewritten", "statement.part_out"):
        assert any(f'"{verb}"' in line for line in lines)
    assert not any("words." in line for line in lines)


def test_right_to_left_words_keep_their_way(scene):
    arabic = "سأعيدها في السادسة والنصف"
    testing.piece(scene.statement, scene.amal, "citation", quotation(scene, arabic).id)
    page = page_of(scene)
    quoted = next(block for block in page.parts[0].blocks[0].inside if block.kind == "quoted")

    assert quoted.inside[0].right_to_left
    assert quoted.inside[0].runs[0].text == arabic


def test_no_two_pieces_ever_hold_one_place(scene):
    parts = [testing.paragraph(scene.statement, scene.amal, f"Words {number}.") for number in range(4)]
    actions.move_part(part=parts[3], step=-3, by=scene.amal, at=AT)
    actions.take_part_out(part=parts[1], by=scene.amal, at=AT)
    testing.paragraph(scene.statement, scene.amal, "Between.", after=str(parts[0].id))
    actions.put_part_back(part=parts[1], by=scene.amal, at=AT)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what the end of a transaction asks

    shown = [row.blocks[0].runs[0].text for row in page_of(scene).parts]
    assert shown == ["Words 3.", "Words 0.", "Between.", "Words 2.", "Words 1."]


def test_a_long_statement_asks_the_database_no_more_often(scene):
    counts = []
    for number in range(2):
        for each in range(1 + number * 12):
            testing.piece(scene.statement, scene.amal, "entry", entry(scene, f"Visit {number} {each}.").id)
            kept = quotation(scene, "Back by half six", line=400 + number * 50 + each)
            testing.piece(scene.statement, scene.amal, "citation", kept.id)
        with CaptureQueriesContext(connection) as asked:
            page_of(scene)
        counts.append(len(asked))

    assert counts[0] == counts[1]
