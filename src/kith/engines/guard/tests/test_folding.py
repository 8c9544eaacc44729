import pytest

from kith.engines.guard.folding import folded, readings, squeezed


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("CAFÉ", "cafe"),
        ("cafe\u0301", "cafe"),
        ("Ｆｕｌｌ", "full"),
        ("ﬁsh", "fish"),
        ("Straße", "strasse"),
        ("Рaul", "paul"),
        ("٠٧٧", "077"),
        ("𝐓𝐁𝟗", "tb9"),
        ("🇹🇧9", "tb9"),
    ],
)
def test_letters_that_look_alike_fold_to_the_same(written: str, plain: str) -> None:
    assert squeezed(written) == plain


def test_all_that_is_no_letter_and_no_digit_is_a_gap() -> None:
    assert folded("Quill\u200b-feather\n(Lane)") == "quill feather lane"


def test_plain_words_have_one_reading() -> None:
    assert [reading.how for reading in readings("27 Quillfeather Lane")] == [""]


def test_a_web_page_is_read_with_and_without_its_tags() -> None:
    texts = [reading.text for reading in readings("<b>27</b> Ri<i>se</i>&amp;<p>x")]
    assert " ".join(texts[0].split()) == "b 27 b ri i se i amp p x"
    assert " ".join(texts[-1].split()) == "27 rise x"


def test_codes_within_codes_are_undone() -> None:
    assert any("27 lane" in reading.text for reading in readings("27%2520Lane"))
    assert any("27 lane" in reading.text for reading in readings("27&amp;#32;Lane"))


@pytest.mark.parametrize(
    "text", ["a &amp; Lane b", "a%20%20Lane b", "ﬁ ﬁ ½ Lane b", "<b>x</b> Lane b", "ß&#223;%C3%9FLane b"]
)
def test_a_place_found_points_at_the_words_as_written(text: str) -> None:
    for reading in readings(text):
        at = reading.text.find("lane")
        start, end = reading.origin(at, at + 4)
        assert text[start:end] == "Lane"


def test_a_place_in_the_squeezed_text_is_found_again() -> None:
    (reading,) = readings("  Qu ill, feather")
    at = reading.squeezed.find("feather")
    start, end = reading.spread(at, at + 7)
    assert reading.text[start:end] == "feather"
    assert reading.squeezed_place(start) == at
