"""Signs and short cuts let nothing through: what a look at every letter finds, the quick way finds as well."""

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.guard import Fact, Kind
from kith.engines.guard.folding import Reading, Trail, readings, rewrite
from kith.engines.guard.matcher import hunts_of
from kith.engines.guard.matching.hits import Hunt, distance
from kith.engines.guard.matching.numbers import SPOKEN, UNITS, as_digits
from kith.engines.guard.matching.words import TITLES, word_set
from kith.engines.guard.tests import building
from kith.engines.guard.tests.facts import ALL, CARER, HOME, MOBILE
from kith.engines.guard.tests.test_cases import CASES

FACTS = (
    *ALL,
    Fact("abroad", Kind.PHONE, "+33 6 12 34 56 78"),
    Fact("short", Kind.PHONE, "12345"),
    Fact("saint", Kind.SCHOOL, "St Al"),
    Fact("usual", Kind.SCHOOL, "Park School, 6 High Street, E1 5UV"),
    Fact("work", Kind.WORKPLACE, "Number 11 Mill Bakery Ltd"),
    Fact("place", Kind.PLACE, "Fennby Leisure Pool"),
    Fact("word", Kind.OTHER, "daisy"),
    Fact("jones", Kind.PERSON, "Sarah Jones"),
    Fact("cyrillic", Kind.PERSON, "Дмитро Коваленко"),
)
VALUES = sorted({value for fact in FACTS for value in (fact.value, *fact.aliases)})
PLAIN = sorted(word_set("the ivy at in mr ms one two zero oh double hundred forty 07 44 0044 27 road st saint school"))
DIGITS = list(UNITS)
LIKE = str.maketrans("aeocs", "аеосѕ")


def _in_words(value: str) -> str:
    return re.sub("[0-9]", lambda digit: f" {DIGITS[int(digit[0])]} ", value)


DISGUISES: dict[str, Callable[[str, int], str]] = {
    "as it is": lambda value, at: value,
    "case": lambda value, at: value.swapcase(),
    "run together": lambda value, at: value.replace(" ", ""),
    "spaced": lambda value, at: " - ".join(value),
    "unseen characters": lambda value, at: "\u200b".join(value),
    "look-alikes": lambda value, at: value.translate(LIKE),
    "letters for digits": lambda value, at: value.replace("0", "O").replace("1", "l"),
    "number words": lambda value, at: _in_words(value),
    "some number words": lambda value, at: value[:at] + _in_words(value[at:]),
    "tags": lambda value, at: f"{value[:at]}<b></b>{value[at:]}",
    "entities": lambda value, at: "".join(f"&#{ord(letter)};" for letter in value),
    "percent signs": lambda value, at: value.replace(" ", "%20"),
    "one left out": lambda value, at: value[:at] + value[at + 1 :],
    "one more": lambda value, at: f"{value[:at]}e{value[at:]}",
    "one wrong": lambda value, at: f"{value[:at]}o{value[at + 1 :]}",
    "two changed places": lambda value, at: value[:at] + value[at : at + 2][::-1] + value[at + 2 :],
    "one word": lambda value, at: value.split()[at % len(value.split())],
}


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw ordinary words with disguised values among them, run together now and then."""
    disguised = st.builds(
        lambda value, how, at: DISGUISES[how](value, at % len(value)),
        st.sampled_from(VALUES),
        st.sampled_from(sorted(DISGUISES)),
        st.integers(0, 99),
    )
    pieces = draw(st.lists(st.one_of(disguised, st.sampled_from(PLAIN), st.text(max_size=4)), max_size=12))
    return "".join(piece + draw(st.sampled_from((" ", " ", "  ", "\n", ", ", ""))) for piece in pieces)


def _assert_signs_hide_nothing(text: str, hunts: list[Hunt]) -> int:
    found = 0
    for reading in readings(text):
        for hunt in hunts:
            hits = list(hunt.look(reading))
            assert list(hunt.find(reading)) == hits, (text, hunt.signs)
            found += len(hits)
    return found


HUNTS = [hunt for fact in FACTS for hunt in hunts_of(fact)]


@given(texts())
@settings(deadline=None)
def test_whatever_is_found_bears_a_sign(text: str) -> None:
    _assert_signs_hide_nothing(text, HUNTS)


@given(st.sampled_from(list(Kind)), st.text(max_size=30), st.text(max_size=9))
@settings(deadline=None)
def test_any_value_bears_its_own_signs(kind: Kind, value: str, more: str) -> None:
    _assert_signs_hide_nothing(f"{more} {value} {more}{value}", hunts_of(Fact("x", kind, value, (more,))))


@pytest.mark.parametrize("how", sorted(DISGUISES))
def test_every_disguise_of_every_value_bears_a_sign(how: str) -> None:
    chance = random.Random(how)
    disguised = [DISGUISES[how](value, chance.randrange(len(value))) for value in VALUES for _ in range(8)]
    found = [_assert_signs_hide_nothing(f"He said {value} twice.", HUNTS) for value in disguised]
    assert sum(map(bool, found)) > len(found) // 4


def test_every_case_bears_the_signs_of_what_is_found_in_it() -> None:
    for case in CASES.values():
        hunts = [hunt for row in case["protected"] for hunt in hunts_of(building.fact(row))]
        contents = [item["content"] for item in case.get("attachments", ())]
        for text in (case["text"], *contents):
            _assert_signs_hide_nothing(text, hunts)


@pytest.mark.parametrize(
    "text", ["at Saint Al on Monday", "at St. Al's", "07700 nine hundred two three 8x", "tel07700 nine hundred 238"]
)
def test_what_is_written_another_way_is_found(text: str) -> None:
    assert _assert_signs_hide_nothing(text, HUNTS)


class Whole(Reading):
    """A reading whose number words are all read as digits, wherever they stand."""

    @property
    def spoken(self) -> list[tuple[int, Reading, Trail]]:  # type: ignore[override]
        """The whole text as one stretch."""
        said, trail = rewrite(self.text, SPOKEN, as_digits)
        return [(0, Reading(said, said), trail)]


NUMERIC = (*DIGITS, "oh", "o", "double", "treble", "hundred", "twenty", "ten", "0", "44", "00", "33", "7", "77", "900")


@given(st.lists(st.sampled_from((*NUMERIC, "238", "x07", "8x", "x", "፩")), max_size=14), st.data())
@settings(deadline=None, max_examples=300)
def test_a_number_spoken_in_a_stretch_is_the_one_spoken_in_the_whole(words: list[str], data: st.DataObject) -> None:
    spoken = DISGUISES["some number words"](MOBILE.value, data.draw(st.integers(0, 12)))
    text = " ".join(data.draw(st.permutations([*words, spoken])))
    for fact in FACTS:
        for hunt in hunts_of(fact) if fact.kind is Kind.PHONE else ():
            assert list(hunt.look(Reading(text, text))) == list(hunt.look(Whole(text, text)))


def _near(hunts: list[Hunt], text: str) -> set[tuple[int, int]]:
    reading = Reading(text, text)
    hits = [hit for hunt in hunts for hit in hunt.find(reading)]
    return {(hit.start, hit.end) for hit in hits if hit.how in ("near spelling", "one look-alike character")}


@given(texts(), st.lists(st.sampled_from("farrowdale"), min_size=9, max_size=11))
@settings(deadline=None)
def test_a_surname_is_compared_with_every_word_after_a_title(text: str, letters: list[str]) -> None:
    folded = Reading(text, f"{text} Ms {''.join(letters)} ms farowdale ottoline  farrwodale").text
    called = "|".join(sorted({*TITLES, "ottoline"}, key=len, reverse=True))
    slow = {
        match.span(1)
        for match in re.finditer(rf"(?<![a-z0-9])(?:{called}) +(?=([a-z]{{6,}})(?![a-z0-9]))", folded)
        if distance(match[1], "farrowdale", 1) == 1 and match[1] != "farrowdales"
    }
    assert _near(hunts_of(CARER), folded) == slow


@given(texts(), st.lists(st.sampled_from("quilfeathrn "), min_size=10, max_size=18))
@settings(deadline=None)
def test_a_street_is_compared_with_the_words_after_its_number(text: str, letters: list[str]) -> None:
    folded = Reading(text, f"27 {''.join(letters)} {text} 27 quilfeather lane 27 xaquillfeatherlane 27").text
    slow = set()
    for door in re.finditer("(?<![^ ])27(?![^ ])", folded):
        words = list(re.finditer("[^ ]+", folded[door.end() : door.end() + 60]))[:3]
        for word in words if set(folded[door.end() : door.end() + 4]) & set("qu") else ():
            seen = folded[door.end() : door.end() + word.end()].replace(" ", "")
            if 0 < distance(seen, "quillfeatherlane", 2) <= 2:
                slow.add((door.start(), door.end() + word.end()))
                break
    assert _near(hunts_of(Fact("x", Kind.ADDRESS, "27 Quillfeather Lane")), folded) == slow


@pytest.mark.parametrize("gap", ["", " "])
@pytest.mark.parametrize("slip", ["t893xd", "tb93xo", "tb93x0", "tb93xq"])
@pytest.mark.parametrize("around", ["{}", "at {} then", "tb9 {} 3xd", "ab {}", "  {}  x"])
def test_a_slip_in_a_postcode_is_found_wherever_it_stands(around: str, slip: str, gap: str) -> None:
    text = around.format(slip[:3] + gap + slip[3:])
    at = around.index("{")
    assert (at, at + len(slip + gap)) in _near(hunts_of(HOME), text)


@given(texts())
@settings(deadline=None)
def test_a_text_without_its_tags_is_folded_as_if_it_never_had_them(text: str) -> None:
    for reading in readings(f"{text}<p>{text}<b>x</b>"):
        assert reading.text == Reading("", reading.written).text


@given(st.lists(st.sampled_from(("<b>", "</b>", "<p>", " ", "-", "a", "ab" * 40)), max_size=40), st.data())
@settings(deadline=None)
def test_what_stands_across_a_tag_is_borne(pieces: list[str], data: st.DataObject) -> None:
    for reading in readings(f"<b>{''.join(pieces)}"):
        start = data.draw(st.integers(0, len(reading.squeezed)))
        sign = reading.squeezed[start : start + data.draw(st.integers(1, 100))]
        for letters in (sign, sign.swapcase(), f"{sign}a", f"b{sign}"):
            assert reading.bears(letters) is (letters in reading.squeezed)


def test_what_stands_across_the_last_of_many_tags_is_borne() -> None:
    far = "ab " * 200 + "<p>" + "ab " * 200 + "<b></b>"
    *_, reading = readings(f"{far * 40}quill<i></i>feather {far}")
    assert reading.how == "tags"
    assert reading.bears("quillfeather")
    assert not reading.bears("quillfeathers")


def test_every_letter_of_a_long_text_is_found_in_its_place() -> None:
    chance = random.Random(41)
    text = "".join(chance.choice(("a", "b7", " ", "x" * 90, " " * chance.choice((3, 5000)))) for _ in range(900))
    reading = Reading(text, text)
    for at in range(0, len(reading.squeezed), 7):
        place = reading.place(at)
        assert reading.text[place] == reading.squeezed[at]
        assert reading.squeezed_place(place) == at
