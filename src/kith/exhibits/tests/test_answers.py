"""Questions a file leaves open, their answers, and what these change: dates and names, never an item."""

from datetime import UTC, datetime

import pytest

from kith.core.transactions import scoped
from kith.exhibits import actions, queries, testing
from kith.exhibits.models import Exhibit, Item, Question, Speaker
from kith.exhibits.tests import samples
from kith.record import testing as make
from kith.record.models import TimelineRow

pytestmark = pytest.mark.django_db


def answer(one, key, value, case, amal):
    with scoped(worker_id=amal.id, case_id=case.id):
        question = Question.objects.get(case_id=case.id, exhibit=one, key=key)
    actions.answer_question(question=question, answer=value, by=amal, at=make.AT)
    return testing.place(one, amal)


def dates(rows):
    return [row.at for row in sorted(rows(TimelineRow, kind="item"), key=lambda row: row.position)]


def as_bytes(items):
    return sorted((row.start, row.end, row.text, row.stamp_text, str(row.words)) for row in items)


def test_an_open_day_order_is_asked_with_its_lines_and_dates_wait(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)

    asked = {row.key: row for row in rows(Question)}
    assert one.state == Exhibit.State.QUESTIONS
    assert asked["order"].evidence[0]["text"].startswith("03/04/2024")
    assert [each["example"] for each in asked["order"].choices] == ["3 April 2024", "4 March 2024"]
    assert dates(rows) == [None] * 6
    assert one.undated == 6
    assert one.order_text.startswith("Not settled")


def test_an_answer_dates_every_item_and_touches_none(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    before = as_bytes(rows(Item))

    one = answer(one, "order", "dmy", case, amal)
    assert dates(rows)[1] == datetime(2024, 4, 3, 8, 16, tzinfo=UTC)
    assert (one.state, one.undated, one.first_at) == ("read", 0, datetime(2024, 4, 3, 8, 15, tzinfo=UTC))

    one = answer(one, "order", "mdy", case, amal)
    assert dates(rows)[1] == datetime(2024, 3, 4, 9, 16, tzinfo=UTC)
    assert as_bytes(rows(Item)) == before


def test_old_and_new_answer_stand_in_the_ledger(case, amal, rows, verbs):
    from kith.core.models import LedgerWords

    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    answer(one, "order", "dmy", case, amal)
    answer(one, "order", "mdy", case, amal)

    assert verbs().count("question.answered") == 2
    with scoped(worker_id=amal.id):
        words = LedgerWords.objects.filter(chain=case.id, name__in=("before", "answer")).order_by("seq", "name")
        assert [row.text for row in words] == ["dmy", "mdy", "dmy"]


def test_the_same_answer_again_changes_nothing(case, amal, verbs):
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    answer(one, "order", "dmy", case, amal)
    answer(one, "order", "dmy", case, amal)
    assert verbs().count("question.answered") == 1


def test_an_answer_that_is_no_choice_is_refused(case, amal, rows):
    testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    (order,) = rows(Question, key="order")
    with pytest.raises(actions.NotAnAnswer):
        actions.answer_question(question=order, answer="sideways", by=amal, at=make.AT)


def test_uk_time_is_assumed_and_said_until_a_zone_is_answered(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.DAY_FIRST), amal)
    (zone,) = rows(Question, key="zone")
    assert (zone.is_assumed, zone.answer, one.state) == (True, None, "read")
    assert "Europe/London, assumed" in one.zone_text
    assert dates(rows)[2] == datetime(2024, 4, 25, 13, 0, tzinfo=UTC)

    one = answer(one, "zone", "Asia/Karachi", case, amal)
    assert dates(rows)[2] == datetime(2024, 4, 25, 9, 0, tzinfo=UTC)
    assert "Asia/Karachi, as answered" in one.zone_text
    assert [row.hour for row in rows(TimelineRow) if row.at == datetime(2024, 4, 25, 9, 0, tzinfo=UTC)] == [14]


def test_hours_that_came_twice_or_never_are_said(case, amal):
    one = testing.read(testing.exhibit(case, amal, samples.DAY_FIRST), amal)
    assert len(one.clock_notes) == 2
    assert any("came twice" in note for note in one.clock_notes)
    assert any("does not exist" in note for note in one.clock_notes)


NAMES = (
    "".join(
        f"{day}/03/2024, 10:0{minute} - Gran: home: {text}\n"
        for day, minute, text in (
            (25, 1, "Are they back?"),
            (26, 2, "I am in"),
            (27, 3, "Call me"),
            (28, 4, "Good night"),
        )
    ).encode()
    + b"28/03/2024, 10:05 - Lena: Good night\n"
)


def test_a_name_with_a_colon_follows_its_answer(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, NAMES), amal)
    (doubt,) = [row for row in rows(Question) if row.key.startswith("sender:")]

    answer(one, doubt.key, "one", case, amal)
    assert said(one, case, amal)[0] == ("Gran: home", "Are they back?")
    assert {row.name_text: row.items for row in rows(Speaker) if row.items} == {"Gran: home": 4, "Lena": 1}

    answer(one, doubt.key, "cut", case, amal)
    assert said(one, case, amal)[0] == ("Gran", "home: Are they back?")
    assert {row.name_text: row.items for row in rows(Speaker) if row.items} == {"Gran": 4, "Lena": 1}


def said(one, case, amal):
    with scoped(worker_id=amal.id, case_id=case.id):
        page = queries.exhibit_page(case, one, None, None)
    return [(item.name_text, item.text) for item in page.items]


def test_people_are_mapped_shown_beside_the_name_and_taken_back(case, amal, rows, verbs):
    lena = make.participant(case, amal, known_as="Lena Marrow")
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)

    assert actions.say_who_all(exhibit=one, who={1: str(lena.id), 2: "outside"}, by=amal, at=make.AT) == 2
    with scoped(worker_id=amal.id, case_id=case.id):
        item = queries.exhibit_page(case, one, None, None).items[1]
        speakers = {each.name_text: (each.participant, each.is_outside) for each in queries.speakers_of(case)}
    assert item.said_by == "Lena Marrow (\N{LEFT DOUBLE QUOTATION MARK}Lena\N{RIGHT DOUBLE QUOTATION MARK})"
    assert speakers == {"Lena": ("Lena Marrow", False), "Tomasz": ("", True)}

    assert actions.say_who_all(exhibit=one, who={1: "", 2: "outside"}, by=amal, at=make.AT) == 1
    assert [row.participant_id for row in rows(Speaker)] == [None, None]
    assert verbs().count("speaker.mapped") == 3


def test_nobody_of_another_case_can_be_named(case, amal, rows):
    stranger = make.participant(make.case(amal), amal)
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    with pytest.raises(actions.NobodyThere):
        actions.say_who_all(exhibit=one, who={1: str(stranger.id)}, by=amal, at=make.AT)
    assert [row.participant_id for row in rows(Speaker)] == [None, None]
