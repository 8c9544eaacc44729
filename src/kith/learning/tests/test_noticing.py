"""What may identify somebody is noticed by its shape; what plainly does not is left alone."""

import pytest

from kith.learning.rules.noticing import Kind, Named, check_names_nobody, notice

NAME = Kind.NAME


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("I told Maria about it.", NAME, "Maria"),
        ("We saw Aaliyah O'Brien-Khan today.", NAME, "Aaliyah O'Brien-Khan"),
        ("Then Mrs Okafor rang.", NAME, "Mrs Okafor"),
        ("then mrs okafor rang", NAME, "mrs okafor"),
        ("we met kate there", NAME, "kate"),
        ("Kate rang.", NAME, "Kate"),
        ("Zofia told me.", NAME, "Zofia"),
        ("It was Maria’s idea.", NAME, "Maria"),
        ("A girl, NADIA, said so.", NAME, "NADIA"),
        ("JS (9) was there.", Kind.INITIALS, "JS (9"),
        ("J.S., aged 12, was there.", Kind.INITIALS, "J.S., aged 12"),
        ("K is 14 years old.", Kind.INITIALS, "K is 14 years"),
        ("Ring 07700 900123 then.", Kind.PHONE, "07700 900123"),
        ("Ring +44 (0)161 496 0000 then.", Kind.PHONE, "+44 (0)161 496 0000"),
        ("They live at FN1 2QX now.", Kind.POSTCODE, "FN1 2QX"),
        ("The case ZZ26P00123 was heard.", Kind.REFERENCE, "ZZ26P00123"),
        ("It is 1234567 in our system.", Kind.REFERENCE, "1234567"),
        ("A boy born 3/4/2015.", Kind.BIRTH, "born 3/4/2015"),
        ("A boy of 3 April 2015.", Kind.BIRTH, "3 April 2015"),
        ("Write to lena@mail.example.org.", Kind.EMAIL, "lena@mail.example.org"),
        ("She is @lena_q there.", Kind.HANDLE, "@lena_q"),
        ("See https://social.example.org/lena now.", Kind.LINK, "https://social.example.org/lena"),
    ],
)
def test_what_may_identify_somebody_is_noticed(words, kind, found):
    assert [(each.kind, each.words) for each in notice(words)] == [(kind, found)]


@pytest.mark.parametrize(
    "words",
    [
        "I learnt that standard 5.6 applies. Supervision helped. The team was kind.",
        "The Social Work England webinar named the Children Act 1989 and WhatsApp.",
        "In 2025/26, from 1989-1991, £1,000,000 and 11,000 people; COVID-19; 45 working days.",
        "When I was 14 years old I had a phone. GP, CPD and CSE were named. I miss the team.",
        "We spoke. They said so. Parents told us. Research showed it. Discussion helped. Somebody went.",
        "- Reading: Gibbs’ cycle\n- Watching: a course on Monday",
        "",
    ],
)
def test_ordinary_words_are_left_alone(words):
    assert notice(words) == []


def test_a_name_may_be_said_to_be_somebody_elses_and_a_number_may_not():
    words = "Maria rang 07700 900123."
    assert [each.may_be_said for each in notice(f"Then {words}")] == [True, False]
    allowed = {"maria": "colleague", "07700 900123": "place"}
    assert [each.kind for each in notice(f"Then {words}", allowed=allowed)] == [Kind.PHONE]


def test_the_writers_own_list_is_found_in_any_letters_and_cannot_be_excused():
    found = notice("we saw little star today", is_listed={"little star"}.__contains__, allowed={"little star": "place"})
    assert [(each.kind, each.words) for each in found] == [(Kind.LISTED, "little star")]


def test_each_place_is_said_with_its_field_and_line():
    with pytest.raises(Named) as stopped:
        check_names_nobody({"about": "Fine.", "learnt": "One.\nTwo, from Maria."})
    (place,) = stopped.value.places
    assert (place.field, place.noticed.line) == ("learnt", 2)


def test_four_thousand_awkward_characters_are_looked_through_at_once():
    import time

    for words in ("A" * 4000, "1 " * 2000, "a-" * 2000, "(0" * 2000, "J." * 2000, "born " * 800):
        began = time.perf_counter()
        notice(words)
        assert time.perf_counter() - began < 1, words[:6]
