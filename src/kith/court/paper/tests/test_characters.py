import pytest

from kith.court.paper import characters


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ok 😀", "ok [emoji: grinning face]"),
        ("😂😂😂", "[emoji: face with tears of joy, 3 times]"),
        ("👍🏿", "[emoji: thumbs up sign, dark skin tone]"),
        ("👨‍👩‍👧", "[emoji: man and woman and girl]"),
        ("🇬🇧", "[emoji: flag GB]"),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "[emoji: flag Scotland]"),
        ("1️⃣", "[emoji: keycap 1]"),
        ("❤️", "[emoji: heavy black heart]"),
        ("😀😂", "[emoji: grinning face][emoji: face with tears of joy]"),
        ("a\tb\r\nc\u2028d", "a    b\nc\nd"),
        ("\u202eabc", "[U+202E]abc"),
        ("\x00\ue000\ud83d", "[U+0000][U+E000][U+D83D]"),
        ("£5 – “no”, 10% © 2026 → next", "£5 – “no”, 10% © 2026 → next"),
    ],
)
def test_pictures_and_hidden_marks_are_put_into_words(text, words):
    assert characters.described(text) == words


def test_words_put_into_right_to_left_text_do_not_disturb_its_order():
    assert characters.described("שלום 😀") == "שלום \u2068[emoji: grinning face]\u2069"


def test_direction_is_that_of_the_first_letter_with_one():
    assert characters.reads_right_to_left("12, שלום")
    assert characters.reads_right_to_left("مرحبا ok")
    assert not characters.reads_right_to_left("ok שלום")
    assert not characters.reads_right_to_left("12")


def test_writing_is_named_as_unicode_names_it():
    assert characters.writing_of("你好 我") == "CJK"
    assert characters.writing_of("ก็ได้") == "Thai"
    assert characters.writing_of("\u0378") == "unnamed"
