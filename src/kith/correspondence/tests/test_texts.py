"""Text messages counted as networks count them, numbers as they take them, receipts as they mean them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.correspondence import rules
from kith.correspondence.rules import NotSendable, State


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("a" * 459, 3),
        ("a" * 612, 4),
        ("a" * 765, 5),
        ("a" * 918, 6),
        ("a" * 919, 7),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ŵ" + "a" * 69, 1),
        ("ŵ" + "a" * 70, 2),
        ("ŵ" + "a" * 133, 2),
        ("ŵ" + "a" * 134, 3),
        ("ŵ" + "a" * 200, 3),
        ("ŵ" + "a" * 267, 4),
        ("🙂" * 35, 1),
        ("🙂" * 36, 2),
    ],
)
def test_fragments_are_counted_as_networks_count_them(text, count):
    assert rules.fragments(text).count == count


def test_a_sign_of_two_units_is_not_parted_between_fragments():
    assert rules.fragments("a" * 152 + "€" + "a" * 152).count == 3  # 306 units, and one left over in the first
    assert rules.fragments("ŵ" + "a" * 65 + "🙂" + "a" * 66).count == 3


def test_the_signs_that_make_a_message_longer_are_named_once():
    found = rules.fragments("Tŷ, tŷ a “tŷ”")
    assert (found.is_plain, found.odd) == (False, ("ŷ", "“", "”"))


@given(st.text(max_size=400), st.text(max_size=3))
def test_more_words_are_never_fewer_fragments(text, more):
    assert rules.fragments(text + more).count >= rules.fragments(text).count


def test_more_than_six_fragments_are_no_text_message():
    rules.check_length("a" * 918)
    with pytest.raises(NotSendable, match="7 text messages in one"):
        rules.check_length("a" * 919)


def test_a_price_is_said_with_and_without_tax():
    assert rules.price_in_words(Decimal("2.4"), 2, Decimal("20")) == "4.8p and VAT (5.76p)"
    assert rules.price_in_words(Decimal("100"), 1, Decimal("20")) == "100p and VAT (120p)"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("07700 900 123", "+447700900123"),
        ("+44 7700 900123", "+447700900123"),
        ("0044 7700 900123", "+447700900123"),
        ("+33 6 12 34 56 78", "+33612345678"),
        ("(07700) 900-123", "+447700900123"),
    ],
)
def test_a_mobile_number_is_given_in_full(typed, number):
    assert rules.check_mobile(typed) == number


@pytest.mark.parametrize("typed", ["01632 960 001", "+44 1632 960001", "077009001", "seven", "", "1", "07700900123;1"])
def test_what_takes_no_text_messages_is_refused(typed):
    with pytest.raises(NotSendable):
        rules.check_mobile(typed)


@pytest.mark.parametrize("old", list(State))
def test_receipts_only_move_forward_but_for_a_bounce_after_delivery(old):
    order = [State.SENT, State.DELIVERED, State.FAILED]
    for status in ("created", "sending", "delivered", "permanent-failure"):
        new = rules.meaning_of(status).state
        steps = rules.steps_to(old, new)
        if old in {State.REFUSED, State.EXPIRED, State.FAILED}:
            assert steps is None
        if steps and old in order:
            assert order.index(new) > order.index(old)
        for before, after in zip((old, *steps), steps, strict=False) if steps else ():
            assert rules.may_move(before, after)


def test_a_word_nobody_knows_moves_nothing():
    assert rules.meaning_of("pending-virus-check") is None
    assert rules.meaning_of("never-heard-of") is None
