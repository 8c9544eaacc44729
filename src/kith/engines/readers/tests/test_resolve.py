"""From stamps and names as found to dates, instants and people; what is not settled is asked."""

from datetime import UTC, datetime

import pytest

from kith.engines.readers import BadAnswer, Evidence, Item, Resolution, Stamp, describe, read, resolve
from kith.engines.readers.calendars import gregorian
from kith.engines.readers.resolve import NEVER, NO_DATE, NO_ZONE, TWICE
from kith.engines.readers.tests.samples import FOLDER, of


def evidence_of(text: str) -> Evidence:
    reading = read(of(text))
    list(reading)
    return reading.evidence


def sample(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text()


def resolved(name: str, **answers: str) -> Resolution:
    return resolve(evidence_of(sample(name)), answers)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


STAMP = Stamp("03/04/2022, 10:00", (3, 4, 2022), 36_000)


def test_a_number_above_twelve_settles_the_order_and_the_line_is_named():
    found = resolved("name_or_words")
    assert found.order == "dmy"
    assert "line 1" in found.order_evidence


def test_the_order_of_time_settles_it_when_one_order_runs_backwards_again_and_again():
    found = resolved("settled_by_time")
    assert found.order == "dmy"
    assert "backwards" in found.order_evidence
    assert "lines 2, 4, 6" in found.order_evidence


def test_one_step_back_does_not_settle_the_order():
    text = "12/9/20, 21:05 - Marla: a\n1/10/20, 21:05 - Oren: b\n"
    assert [question.key for question in resolve(evidence_of(text)).questions] == ["order"]


def test_an_undecided_order_gives_no_date_at_all():
    found = resolved("undecided")
    assert found.order is None
    assert found.when(STAMP) is None
    assert found.instant(STAMP) == (None, NO_DATE)


def test_the_question_shows_what_each_answer_would_make_of_a_line():
    question = resolved("undecided").questions[0]
    assert [(choice.value, choice.example) for choice in question.choices] == [
        ("dmy", "3 April 2022"),
        ("mdy", "4 March 2022"),
    ]
    assert question.evidence[0].number == 1
    assert "day first on 2 lines" in question.why


@pytest.mark.parametrize(("order", "day"), [("dmy", "2022-04-03T10:00"), ("mdy", "2022-03-04T10:00")])
def test_an_answer_dates_every_line(order, day):
    found = resolved("undecided", order=order)
    assert found.when(STAMP) == local(day)
    assert found.questions == []


def test_a_file_written_both_ways_is_asked_about_with_both_lines():
    question = resolved("mixed_orders").questions[0]
    assert [line.number for line in question.evidence] == [1, 2]


def test_one_strange_date_among_many_does_not_undo_the_order():
    days = "".join(
        f"{day:02d}/{month:02d}/2021, 09:00 - Marla: hi\n" for month in range(1, 13) for day in range(13, 20)
    )
    found = resolve(evidence_of(days + "01/14/2022, 09:00 - Oren: odd\n"))
    assert found.order == "dmy"
    assert "left undated" in found.order_evidence
    assert found.when(Stamp("", (1, 14, 2022), 0)) is None


def test_a_two_digit_year_may_stand_first():
    text = "".join(f"20/12/{day:02d}, 21:05 - Marla: a\n" for day in range(5, 12))
    found = resolve(evidence_of(text))
    assert found.order == "ymd"
    assert found.when(Stamp("", (20, 12, 9), 0)) == local("2020-12-09T00:00")


def test_an_answer_against_the_file_is_refused():
    with pytest.raises(BadAnswer, match="settles the order"):
        resolved("settled_by_time", order="mdy")


@pytest.mark.parametrize("answers", [{"order": "xyz"}, {"zone": "Nowhere/Land"}, {"colour": "red"}])
def test_an_answer_that_is_none_is_refused_in_a_sentence(answers):
    with pytest.raises(BadAnswer, match=r"\.$"):
        resolved("undecided", **answers)


def test_no_zone_is_taken_unless_the_caller_says_so():
    found = resolved("undecided", order="dmy")
    assert found.zone is None
    assert found.instant(STAMP) == (None, NO_ZONE)


def test_an_assumed_zone_is_said_to_be_assumed():
    found = resolve(evidence_of(sample("undecided")), {"order": "dmy"}, assume_zone="Europe/London")
    assert found.zone_assumed
    assert "assumed" in found.zone_says
    assert found.instant(STAMP) == (datetime(2022, 4, 3, 9, tzinfo=UTC), "")


def london(fields: tuple[int, int, int], seconds: int) -> tuple[datetime | None, str]:
    return resolved("undecided", order="dmy", zone="Europe/London").instant(Stamp("", fields, seconds))


def test_a_local_time_that_never_was_is_marked():
    instant, note = london((27, 3, 2022), 3600 + 1800)
    assert instant is not None
    assert note == NEVER


def test_a_local_time_that_came_twice_is_marked():
    assert london((30, 10, 2022), 3600 + 1800) == (datetime(2022, 10, 30, 0, 30, tzinfo=UTC), TWICE)


def test_other_times_on_the_day_the_clocks_turn_are_plain():
    assert london((27, 3, 2022), 0) == (datetime(2022, 3, 27, tzinfo=UTC), "")
    assert london((27, 3, 2022), 12 * 3600) == (datetime(2022, 3, 27, 11, tzinfo=UTC), "")


@pytest.mark.parametrize(
    ("calendar", "found", "day"),
    [
        ("buddhist", (2567, 12, 9), "2024-12-09"),
        ("persian", (1403, 1, 1), "2024-03-20"),
        ("persian", (1403, 9, 19), "2024-12-09"),
        ("persian", (1403, 12, 30), "2025-03-20"),
        ("persian", (1399, 1, 1), "2020-03-20"),
        ("persian", (1389, 1, 1), "2010-03-21"),
        ("persian", (1404, 12, 30), None),
        ("hijri", (1446, 5, 15), None),
        ("gregorian", (2021, 2, 29), None),
    ],
)
def test_years_of_other_calendars_are_turned_exactly_or_not_at_all(calendar, found, day):
    turned = gregorian(calendar, *found)
    assert (turned.isoformat() if turned else None) == day


@pytest.mark.parametrize(("name", "calendar"), [("thai", "buddhist"), ("persian", "persian")])
def test_years_of_other_calendars_are_asked_about_and_never_misdated(name, calendar):
    items = [piece for piece in read(of(sample(name))) if isinstance(piece, Item)]
    assert resolved(name).when(items[0].stamp) is None
    assert resolved(name, calendar=calendar).when(items[0].stamp) == local("2024-12-09T21:05")
    assert resolved(name, calendar="none").when(items[0].stamp) is None


def test_who_you_is_is_asked_with_the_lines_that_say_so():
    question = next(q for q in resolved("android_en_gb").questions if q.key == "you")
    assert {choice.value for choice in question.choices} == {"Marla Quist", "Oren Vane", "+44 7700 900123", ""}
    assert [line.number for line in question.evidence] == [2, 13]


def test_a_deletion_marked_by_the_app_tells_who_you_is():
    assert resolved("iphone_en_us").you == "Marla Quist"


def test_a_typed_deletion_tells_nothing():
    assert resolved("android_en_gb").you is None


def test_you_as_a_name_becomes_the_person_answered():
    found = describe(of(sample("you_as_name")), {"you": "Oren Vane"})
    assert found.people == {"Oren Vane": 2}
    assert found.questions == []


def test_somebody_who_is_not_in_the_chat_is_no_answer():
    with pytest.raises(BadAnswer, match="Possible answers"):
        resolved("you_as_name", you="Nobody")


@pytest.mark.parametrize(
    ("answer", "people"),
    [
        ("one", {"Aunt Bea: shop": 3, "Aunt Bea": 1, "Marla Quist": 1}),
        ("cut", {"Aunt Bea": 4, "Marla Quist": 1}),
    ],
)
def test_a_name_with_a_colon_is_as_answered(answer, people):
    found = describe(of(sample("name_or_words")), {"sender:Aunt Bea: shop": answer})
    assert found.people == people
    assert found.questions == []


def test_a_name_that_always_goes_on_alike_is_whole_until_answered():
    text = "".join(f"14/02/2022, 10:0{minute} - Grandma: home: call {minute}\n" for minute in range(5))
    found = describe(of(text))
    assert found.people == {"Grandma: home": 5}
    assert [question.key for question in found.questions] == ["sender:Grandma: home"]
    assert describe(of(text), {"sender:Grandma: home": "cut"}).people == {"Grandma": 5}


def test_answers_never_move_a_span():
    text = sample("name_or_words")
    resolution = resolve(evidence_of(text), {"sender:Aunt Bea: shop": "one"})
    for piece in read(of(text)):
        assert isinstance(piece, Item)
        settled = resolution.settled(piece)
        assert (settled.start, settled.end, settled.stamp) == (piece.start, piece.end, piece.stamp)


def test_dates_that_run_backwards_are_noted_with_their_lines():
    text = "14/02/2022, 10:00 - Marla: a\n14/01/2022, 10:00 - Oren: pasted\n15/02/2022, 10:00 - Marla: b\n"
    assert "run backwards once (line 2)" in describe(of(text)).notes[0]
