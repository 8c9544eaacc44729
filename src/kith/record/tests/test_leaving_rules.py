"""Which stops nobody may pass; when words are told; what a second person must give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.record import rules
from kith.record.models import ProtectedFact

SAID = "He came at night and stood outside the window until Mum saw him"


def told(words: str, text: str) -> bool:
    plain = rules.plain_words(text)
    return rules.is_told(words, rules.rows_of(plain), plain)


@pytest.mark.parametrize("kind", sorted(set(ProtectedFact.Kind.values) - {"person", "other"}))
def test_what_leads_to_somebody_is_final(kind):
    assert rules.final_facts({"a": kind, "b": "person"}, {"a", "b"}) == {"a"}


def test_a_name_and_something_else_are_not_final_and_a_fact_nobody_knows_any_more_is():
    assert rules.final_facts({"a": "person", "b": "other"}, {"a", "b"}) == set()
    assert rules.final_facts({}, {"gone"}) == {"gone"}
    assert rules.final_facts({"a": "address"}, set()) == set()


def test_a_pass_gives_a_reason_for_each_and_a_refusal_words():
    rules.check_reasons(True, ["one", "two"], "")
    rules.check_reasons(False, [], "Change it")
    for passed, reasons, says in ((True, ["one", " "], "x"), (False, ["one"], " ")):
        with pytest.raises(rules.Wrong):
            rules.check_reasons(passed, reasons, says)


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        SAID.upper(),
        SAID.replace(" ", "\n"),
        f"“{SAID}!”, she said",
        "that he stood outside the window until mum saw",
    ],
)
def test_words_are_told_whole_or_six_in_a_row_however_they_are_set(text):
    assert told(SAID, text)


@pytest.mark.parametrize("text", ["", "He stood outside the window", "Mum saw him until the window stood outside"])
def test_other_words_are_not(text):
    assert not told(SAID, text)


def test_short_words_are_told_whole_and_two_are_known_by_their_citation_alone():
    assert told("I hate him", "She said: I hate him.")
    assert not told("I hate him", "I hate himself")
    assert not told("yes please", "yes please")


@settings(deadline=None)
@given(st.lists(st.text("abcé ", min_size=1), min_size=1, max_size=12), st.text(), st.text())
def test_words_that_stand_in_a_text_are_told(words, before, after):
    said = " ".join(words)
    if len(rules.plain_words(said).split()) >= rules.FEWEST:
        assert told(said, f"{before} {said} {after}")


def test_a_citation_is_known_by_its_line_and_by_no_longer_number():
    assert rules.cites("as in [E1, line 214].", "E1", 214)
    assert rules.cites("as in [E1, line 214 of chat.txt]", "E1", 214)
    assert not rules.cites("as in [E1, line 2145]", "E1", 214)
    assert not rules.cites("as in [E1, line 214]", "", 214)


def test_every_ground_has_its_words_in_the_copy():
    marks = {rules.mark_of(ground) for ground, _ in rules.GROUNDS} | {rules.mark_of("")}
    assert len(marks) == len(rules.GROUNDS) + 1
    assert rules.mark_of("fpr_29_1") == "[Left out: confidential contact details (FPR 29.1)]"
