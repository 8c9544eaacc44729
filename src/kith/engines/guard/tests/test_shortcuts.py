"""The short cuts of near spellings, figures and spoken numbers find what the slow way finds, in any text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.guard.folding import Reading, readings
from kith.engines.guard.matching.hits import distance
from kith.engines.guard.matching.near import near_words
from kith.engines.guard.matching.numbers import spoken_stretches
from kith.engines.guard.matching.words import is_common
from kith.engines.guard.tests.facts import HOME, MOBILE, said
from kith.engines.guard.tests.test_signs import texts

KEY = "quillfeather"
SLIPS = st.lists(st.sampled_from("quilfeathrx"), max_size=2)


@given(texts(), st.integers(0, 11), st.integers(0, 2), SLIPS)
@settings(deadline=None, max_examples=100)
def test_near_words_are_those_found_by_comparing_every_word(text: str, at: int, gone: int, put: list[str]) -> None:
    slipped = KEY[:at] + "".join(put) + KEY[at + gone :]
    folded = Reading(text, f"{text} {slipped} farrowdale {slipped}").text
    slow = {
        word.span()
        for word in re.finditer("[^ ]+", folded)
        if word[0].isalpha()
        and (word[0][:3] == KEY[:3] or word[0][-3:] == KEY[-3:])
        and word[0] not in (KEY, f"{KEY}s")
        and not is_common(word[0])
        and 0 < distance(word[0], KEY, 2) <= 2
    }
    assert set(near_words(Reading(folded, folded), KEY)) == slow


@given(st.integers(0, 11), st.integers(0, 1), st.sampled_from(["", *"abcdefghijklmnopqrstuvwxyz"]))
def test_one_slip_always_leaves_a_beginning_or_an_end(at: int, gone: int, put: str) -> None:
    slipped = KEY[:at] + put + KEY[at + gone :]
    if slipped not in (KEY, f"{KEY}s"):
        assert list(near_words(Reading("", f"at {slipped} now"), KEY))


@given(
    texts(),
    texts(),
    st.lists(st.sampled_from(("one ", "<b>", "double ", "x ", "7 ", "<i></i>", "07700 ")), max_size=60),
)
@settings(deadline=None, max_examples=60)
def test_spoken_numbers_across_a_tag_are_those_of_the_whole_text(before: str, after: str, pieces: list[str]) -> None:
    for reading in readings(f"{before}{'x ' * 150}{''.join(pieces)}{'y ' * 150}{after}<b>"):
        seams = reading._trails[0].new if reading._plain else []
        quick = [(start, start + len(trail.old)) for start, _, trail in reading.spoken]
        slow = [
            (start, end)
            for start, end in spoken_stretches(reading.text)
            if not reading._plain or any(start <= seam <= end for seam in seams)
        ]
        assert {start for start, _ in slow} <= {start for start, _ in quick}


@given(texts(), st.sampled_from(("7700900238", "77009oo238", "77oo9oo238")), st.integers(1, 9))
@settings(deadline=None)
def test_letters_for_figures_are_borne_across_a_tag(text: str, number: str, at: int) -> None:
    for reading in readings(f"{text} 0{number[:at]}<b></b>{number[at:]} <p>{text}"):
        assert reading.bears_as_digits("7700900238") is ("7700900238" in reading.squeezed_as_digits)


@given(st.sampled_from(("aeiot", "aest", "oi", "e", "ta")))
def test_figures_for_any_of_the_letters_hide_nothing(letters: str) -> None:
    figured = str.maketrans(
        {letter: figure for letter, figure in zip("aeiost", "431057", strict=True) if letter in letters}
    )
    assert said(f"at 27 {'Quillfeather Lane'.lower().translate(figured)} now", HOME).level == "block"


@given(
    st.lists(st.integers(1, 10), max_size=3, unique=True), st.sampled_from((" then ", " and after that ", ", ", "\n"))
)
def test_a_number_in_pieces_is_found(cuts: list[int], gap: str) -> None:
    digits = "07700900238"
    places = [0, *sorted({cut for cut in cuts if cut > 2}), len(digits)]
    pieces = [digits[start:end] for start, end in zip(places, places[1:], strict=False)]
    assert said(f"It is {gap.join(pieces)}.", MOBILE).level == "block"
    assert said(f"It is {gap.join(pieces)[:-1]}9.", MOBILE).level == "allow"
