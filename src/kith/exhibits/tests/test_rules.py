"""What is allowed with an exhibit, and how its pieces are shown."""

from datetime import date

import pytest

from kith.exhibits import dating, rules


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("a\N{LEFT-TO-RIGHT MARK}b", "a[U+200E]b"),
        ("5\N{NARROW NO-BREAK SPACE}pm", "5[U+202F]pm"),
        ("line\r\nnext\tcell", "line[CR]\nnext[tab]cell"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}txt.exe", "[U+202E]txt.exe"),
        ("zero\x00", "zero[U+0000]"),
        (
            "caf\N{LATIN SMALL LETTER E WITH ACUTE} \N{GRINNING FACE}",
            "caf\N{LATIN SMALL LETTER E WITH ACUTE} \N{GRINNING FACE}",
        ),
    ],
)
def test_what_cannot_be_seen_is_named(text, shown):
    assert rules.visible(text) == shown


@pytest.mark.parametrize(
    ("found", "name", "text", "settled"),
    [
        ("Gran", "Gran", "Hello", ("message", "Hello")),
        (None, None, "Hello", ("message", "Hello")),
        ("Gran", "Gran: home", "home: Hello", ("message", "Hello")),
        ("Gran: home", "Gran", "Hello", ("message", "home: Hello")),
        ("Family", None, "Dad left", ("system", "Dad left")),
        ("You", "Lena", "Hello", ("message", "Hello")),
    ],
)
def test_words_follow_the_name_that_was_settled(found, name, text, settled):
    assert rules.settled("message", text, found, name) == settled


@pytest.mark.parametrize(
    ("kind", "flags", "placed"),
    [
        ("message", [], True),
        ("system", [], True),
        ("call", ["missed"], True),
        ("file", ["named"], False),
        ("file", ["unmentioned"], True),
        ("unread", ["half a character"], False),
    ],
)
def test_what_stands_on_the_timeline(kind, flags, placed):
    assert rules.is_placed(kind, flags) is placed


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("chat.txt", "chat.txt"),
        ("C:\\Users\\x\\chat.txt", "chat.txt"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b.txt", "a\ufffdb.txt"),
        ("", "file"),
        ("x" * 300 + ".txt", "x" * 251 + ".txt"),
    ],
)
def test_a_name_is_kept_without_its_folders(name, kept):
    assert rules.name_kept(name) == kept


def test_words_are_looked_for_in_their_bytes_whatever_the_line_ends():
    assert rules.holds("25/03/2024, 09:15 - Lena: one\r\ntwo\r\n", "one\ntwo", "25/03/2024, 09:15")
    assert not rules.holds("25/03/2024, 09:15 - Lena: one\n", "two", "25/03/2024, 09:15")
    assert not rules.holds("25/03/2024, 09:15 - Lena: one\n", "one", "26/03/2024, 09:15")


@pytest.mark.parametrize("state", ["read", "questions"])
def test_what_was_read_is_not_read_again(state):
    with pytest.raises(rules.Wrong):
        rules.check_can_ask_again(state, None)
    assert not rules.can_begin_reading(state)


def test_a_copy_is_read_where_its_first_is():
    with pytest.raises(rules.Wrong, match="same file"):
        rules.check_can_ask_again("kept", "E1")
    rules.check_can_ask_again("kept", None)


def test_sizes_and_dates_are_checked_with_the_mend():
    rules.check_size("a.txt", 10, 10)
    rules.check_handed_over(date(2026, 3, 2), date(2026, 3, 2))
    with pytest.raises(rules.Wrong, match="is empty"):
        rules.check_size("a.txt", 0, 10)
    with pytest.raises(rules.Wrong, match="in parts"):
        rules.check_size("a.txt", 11, 10)
    with pytest.raises(rules.Wrong, match="future"):
        rules.check_handed_over(date(2026, 3, 3), date(2026, 3, 2))


def test_zones_near_by_come_first_and_only_real_ones_are_taken():
    zones = [each["value"] for each in dating.choices_of("zone", [])]
    assert zones[0] == "Europe/London"
    assert len(zones) == len(set(zones)) > 300
    assert dating.can_answer("zone", [], "Asia/Karachi")
    assert not dating.can_answer("zone", [], "Nowhere/Else")
    assert dating.kind_of("sender:Gran: home") == "sender"
