"""How written words are taken apart: nothing is lost, and nothing else is understood."""

import pytest

from kith.learning.rules.writing import Block, blocks_of, has_words, topic_of


def test_headings_paragraphs_and_lists_are_told_apart_in_their_order():
    found = blocks_of("One\nline.\n\n## A heading\nUnder it.\n- a\n- b\n\nAfter.")
    assert found == [
        Block("paragraph", ("One line.",)),
        Block("heading", ("A heading",)),
        Block("paragraph", ("Under it.",)),
        Block("list", ("a", "b")),
        Block("paragraph", ("After.",)),
    ]


def test_two_headings_stay_two_and_a_list_after_an_empty_line_is_another():
    assert blocks_of("## A\n## B") == [Block("heading", ("A",)), Block("heading", ("B",))]
    assert blocks_of("- a\n\n- b") == [Block("list", ("a",)), Block("list", ("b",))]


@pytest.mark.parametrize("text", ["", " \n\n \n"])
def test_nothing_gives_nothing(text):
    assert blocks_of(text) == []


def test_other_marks_are_words():
    assert blocks_of("*bold* <b>x</b> # one") == [Block("paragraph", ("*bold* <b>x</b> # one",))]


def test_a_topic_is_found_however_it_is_written():
    assert {topic_of(each) for each in ("Mobile-Forensics", " mobile forensics ", "mobile_forensics")} == {
        "mobile_forensics"
    }


def test_every_word_must_begin_a_word():
    said = ["Making video calls at least weekly", "UK online adults"]
    assert has_words("Video calls", said) and has_words("call adult", said) and has_words("", said)
    assert not has_words("video letters", said) and not has_words("alls", said)
