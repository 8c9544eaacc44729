from datetime import date

import pytest

from kith.court import rules


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "First"), (10, "Tenth"), (11, "11th"), (12, "12th"), (21, "21st"), (22, "22nd"), (103, "103rd")],
)
def test_places_are_said_in_words(number, words):
    assert rules.ordinal(number) == words


@pytest.mark.parametrize(
    ("name", "shown"), [("Lena Ann Marrow", "L.A.M."), ("lena", "L."), ("Éloi O'Dea", "É.O."), ("  ", ""), ("99", "99")]
)
def test_a_child_is_named_by_initials(name, shown):
    assert rules.initials(name) == shown


def test_two_on_one_side_are_numbered_and_one_is_not():
    sides = ["applicant", "respondent", "", "respondent", "local_authority"]

    assert rules.party_roles(sides) == ["Applicant", "First Respondent", "", "Second Respondent", "Local authority"]


def test_a_file_name_holds_nobody():
    name = rules.file_name(2, date(2026, 3, 16), "pdf", is_draft=True)

    assert name == "second-statement-2026-03-16-draft.pdf"


def test_exhibits_and_lines_are_found_in_words():
    words = "See [E2] and [E1, line 214], not [E1, page 3] nor E9."

    assert rules.exhibits_named(words) == {1, 2}
    assert rules.lines_named(words) == {"[E1, line 214]"}


def test_a_line_of_a_named_file_is_found_in_words():
    words = "See [E3, line 9 of family chat.txt], [E4, line 9 of ] and [E5, line 9 of a.txt, bytes 10 to 20]."

    assert rules.exhibits_named(words) == {3, 5}
    assert rules.lines_named(words) == {"[E3, line 9 of family chat.txt]", "[E5, line 9 of a.txt, bytes 10 to 20]"}


@pytest.mark.parametrize(
    ("place", "step", "order"), [(0, -1, "abc"), (0, 1, "bac"), (2, 1, "abc"), (2, -1, "acb"), (0, 9, "bca")]
)
def test_a_piece_moves_and_stays_within_the_ends(place, step, order):
    assert "".join(rules.moved("abc", place, step)) == order


def test_empty_words_are_refused():
    with pytest.raises(rules.Wrong):
        rules.check_words(" \x00\n")
