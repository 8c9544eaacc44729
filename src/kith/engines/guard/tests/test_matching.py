"""Each sort of fact: what tells it and what only looks as if it did."""

import pytest

from kith.engines.guard import Fact, Kind, Level
from kith.engines.guard.matching.addresses import Parts, take_apart
from kith.engines.guard.matching.hits import distance
from kith.engines.guard.matching.numbers import spoken_forms
from kith.engines.guard.matching.phones import national_number
from kith.engines.guard.tests.facts import CAR, CARER, HOME, MAIL, MOBILE, NEW_NAME, SCHOOL, said


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("07700 900238", "7700900238"),
        ("+44 (0)7700 900238", "7700900238"),
        ("0044 7700 900238", "7700900238"),
        ("447700900238", "7700900238"),
        ("+33 6 12 34 56 78", "33612345678"),
    ],
)
def test_a_number_is_the_same_in_every_form(value: str, number: str) -> None:
    assert national_number(value) == number


@pytest.mark.parametrize("text", ["0033 6 12 34 56 78", "+33612345678", "33 612 345 678"])
def test_a_foreign_number_is_found(text: str) -> None:
    assert said(text, Fact("x", Kind.PHONE, "+33 6 12 34 56 78")).level is Level.BLOCK


@pytest.mark.parametrize(
    "text", ["1077009002381", "+33 07700 900238", "17700900238", "077009002380", "case 4107700900238"]
)
def test_a_longer_or_foreign_number_is_another(text: str) -> None:
    assert said(text, MOBILE).level is Level.ALLOW


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("the last digits are 900238", Level.WARN),
        ("Flat 41, 07700 900238", Level.BLOCK),
        ("zero seven seven double zero nine hundred two three eight", Level.BLOCK),
        ("zero seven seven double zero nine hundred two three nine", Level.ALLOW),
        ("tel07700900238", Level.BLOCK),
    ],
)
def test_a_number_in_running_text(text: str, level: Level) -> None:
    assert said(text, MOBILE).level is level


def test_an_address_is_taken_apart() -> None:
    assert take_apart(HOME.value) == Parts("27", ("quillfeather", "lane"), (), "TB9 3XD")
    assert take_apart("The Old Dairy\n6 High Street Nether Ostby\nTB85SZ") == Parts(
        "6", ("high", "street"), ("old", "dairy"), "TB85SZ"
    )
    assert take_apart("9a, Broadway") == Parts("9a", ("broadway",))
    assert take_apart("") == Parts()


@pytest.mark.parametrize(
    "text", ["127 Assize Road", "Quillfeather was late", "Ostby Magna County Court", "TB9 3XE", "TB9"]
)
def test_an_address_is_not_told_by_what_it_shares_with_others(text: str) -> None:
    assert said(text, HOME).level is Level.ALLOW


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("27, on Quillfeather Lane", Level.BLOCK),
        ("2 7 Q u i l l f e a t h e r L a n e", Level.BLOCK),
        ("#27QuillfeatherLane", Level.BLOCK),
        ("27 Quillfeather", Level.BLOCK),
        ("she lives on Quillfeather", Level.WARN),
        ("127 Quillfeather Lane", Level.WARN),
        ("27 Quilfeathr Lane", Level.BLOCK),
        ("at TB9 3XO", Level.BLOCK),
        ("at TB9 3XQ", Level.WARN),
    ],
)
def test_pieces_of_an_address(text: str, level: Level) -> None:
    assert said(text, HOME).level is level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Mr R Quennerby", Level.BLOCK),
        ("quennerby", Level.BLOCK),
        ("the Quennerbys", Level.BLOCK),
        ("QUENNERBY Rose", Level.BLOCK),
        ("A card for Rose", Level.BLOCK),
        ("Rose is fine.", Level.WARN),
        ("He rose early", Level.ALLOW),
        ("Rose Cottage", Level.ALLOW),
        ("in Rose Street", Level.ALLOW),
        ("primrose", Level.ALLOW),
    ],
)
def test_a_new_name(text: str, level: Level) -> None:
    assert said(text, NEW_NAME).level is level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ottoline J. Farrowdale", Level.BLOCK),
        ("Ottoline Farowdale", Level.BLOCK),
        ("Ms Farrowdlae", Level.BLOCK),
        ("Ms Barrowdales", Level.ALLOW),
        ("Ottoline", Level.WARN),
    ],
)
def test_another_persons_name(text: str, level: Level) -> None:
    assert said(text, CARER).level is level


@pytest.mark.parametrize(
    ("value", "text", "level"),
    [
        ("Sarah Jones", "Sarah rang", Level.ALLOW),
        ("Sarah Jones", "please ask Mrs Jones", Level.BLOCK),
        ("Sarah Jones", "the Jones file", Level.WARN),
        ("Sarah Jones", "sarah jones", Level.BLOCK),
        ("Sarah O'Leary-Penn", "Mrs OLeary Penn", Level.BLOCK),
        ("Zabdiel", "zabdiel is here", Level.BLOCK),
    ],
)
def test_usual_names_need_more_than_themselves(value: str, text: str, level: Level) -> None:
    assert said(text, Fact("x", Kind.PERSON, value)).level is level


@pytest.mark.parametrize(
    ("value", "text", "level"),
    [
        (SCHOOL.value, "St Ethelfrith", Level.BLOCK),
        ("St Mary's Primary School", "at St Mary's Hospital", Level.ALLOW),
        ("St Mary's Primary School", "at St Mary's on Monday", Level.BLOCK),
        ("Park School", "at Park Primary", Level.BLOCK),
        ("Park School", "in the park after school", Level.ALLOW),
        ("Hob Hall School, 3 Tern Road, TB9 9ZZ", "at TB9 9ZZ", Level.BLOCK),
    ],
)
def test_a_school(value: str, text: str, level: Level) -> None:
    assert said(text, Fact("x", Kind.SCHOOL, value)).level is level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("OTTI.FARROWDALE@EXAMPLE.ORG", Level.BLOCK),
        ("otti.farrowdale (at) example (dot) org", Level.BLOCK),
        ("otti@example.org", Level.ALLOW),
        ("farrowdale@example.net", Level.ALLOW),
    ],
)
def test_an_e_mail_address(text: str, level: Level) -> None:
    assert said(text, MAIL).level is level


@pytest.mark.parametrize(("text", "level"), [("tb73-qxv", Level.BLOCK), ("TB73 QXW", Level.ALLOW)])
def test_a_vehicle(text: str, level: Level) -> None:
    assert said(text, CAR).level is level


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("lane", "lane", 0), ("lane", "line", 1), ("lane", "laen", 1), ("lane", "lan", 1), ("abcd", "wxyz", 3)],
)
def test_words_are_compared_letter_by_letter(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 2) == apart


def test_a_door_is_said_in_several_ways() -> None:
    assert spoken_forms("41") == {"41", "fourone", "fortyone"}
    assert {"105", "onehundredandfive", "onezerofive"} <= spoken_forms("105")
    assert "twelveb" in spoken_forms("12b")


def test_a_house_with_a_name_like_a_street_does_not_hide_the_street() -> None:
    value = "Flat 2, Rowan Court, 15 Station Road, Little Heddon, FZ2 1WD"
    assert take_apart(value) == Parts("15", ("station", "road"), ("rowan", "court"), "FZ2 1WD")


def test_a_surname_shared_with_somebody_the_reader_knows_is_not_told() -> None:
    known = Fact("poppy", Kind.NEW_NAME, "Poppy Thackwell", may_know=frozenset({"father"}))
    kept = Fact("jack", Kind.NEW_NAME, "Jack Thackwell")
    assert said("Poppy Thackwell is well.", known, kept).level is Level.ALLOW
    assert said("Jack Thackwell is well.", known, kept).level is Level.BLOCK
    assert said("Poppy and Jack came.", known, kept).level is Level.BLOCK
