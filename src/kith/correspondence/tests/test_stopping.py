"""Who answers STOP to a check-in gets no more of it; who says anything else, or is somebody else, stops nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.core.transactions import scoped
from kith.correspondence import actions, jobs, rules, testing
from kith.correspondence.models import CheckIn
from kith.correspondence.tests import hostile
from kith.correspondence.tests.given import tray
from kith.correspondence.tests.test_check_ins import AT, DAYS, WORDS, started
from kith.correspondence.tests.test_going_on import file_at, text_in
from kith.record import testing as make

DUE = datetime(2026, 3, 5, 16, 30, tzinfo=UTC)
SOON = DUE + timedelta(minutes=20)


def came_round(world, at=DUE):
    """A check-in that Lena chose has come round; gives its row, and the outbox row of what was sent."""
    row = started(world)
    actions.send_check_in(check_in_id=row.id, by=world.amal, at=at)
    return row, testing.row_of(world.case, world.amal, message__subject=WORDS["subject"])


def now(world, row):
    with scoped(worker_id=world.amal.id):
        return CheckIn.objects.get(id=row.id)


def answer(world, sent, words="STOP", **more):
    return file_at(hostile.plain(words, In_Reply_To=sent.reference, **more), "1", SOON, world)


def test_who_answers_stop_gets_no_more(world):
    row, sent = came_round(world)
    received = answer(world, sent, "Stop.\n\nOn Thursday Amal wrote:\n> How has the week been?")
    found = now(world, row)
    assert (found.next_at, found.ended_by_id, found.ended_at) == (None, world.amal.id, SOON)
    assert found.ended_why == "They answered STOP."
    assert "check_in.stopped" in world.verbs()
    assert received.text.startswith("Stop.")
    actions.send_check_in(check_in_id=row.id, by=world.amal, at=DUE + timedelta(days=7))
    assert world.verbs().count("message.queued") == 1


def test_an_answer_to_it_stops_it_also_when_something_else_was_sent_since(world):
    row, sent = came_round(world)
    actions.send_message(
        case=world.case, reader=world.lena, subject="Friday", text="At four.", is_draft=False, by=world.amal, at=SOON
    )
    answer(world, sent)
    assert now(world, row).ended_at == SOON


def test_stop_to_something_else_stops_no_check_in(world):
    first = world.send()
    row, _ = came_round(world)
    actions.send_message(
        case=world.case, reader=world.lena, subject="Friday", text="At four.", is_draft=False, by=world.amal, at=SOON
    )
    answer(world, first)
    assert now(world, row).ended_at is None


def test_somebody_else_and_a_machine_stop_nothing(world):
    row, sent = came_round(world)
    file_at(hostile.plain("STOP", sender="tom@example.net", In_Reply_To=sent.reference), "1", SOON, world)
    file_at(hostile.plain("STOP", In_Reply_To=sent.reference, Auto_Submitted="auto-replied"), "2", SOON, world)
    assert now(world, row).ended_at is None


@pytest.mark.parametrize("words", ["STOP", "stop", " Stop! ", "“Stop”", "STOP\n\nSent from my phone", "stop\n> How?"])
def test_stop_is_stop(words):
    assert rules.is_stop(words)


@pytest.mark.parametrize("words", ["", "Don't stop", "Stop ringing me", "STOP\nringing my mother", "> STOP", "stops"])
def test_other_words_are_not(words):
    assert not rules.is_stop(words)


def test_a_text_that_was_sent_is_answered_by_its_number_and_stop_stops_it(
    kept_world,
    notify_here,
    client,
    settings,
):
    world, settings.TEXT_IN_TOKEN = kept_world, "a-long-secret"
    phone = make.way_of(world.lena, world.amal, "phone", "07700 900123")
    sent = world.send(subject="", text="Are you well?", way=f"sms:{phone.id}")
    assert text_in(client, "1", "447700900123").status_code == 204
    jobs.file_new()
    assert [row.why_here for row in tray()] == ["no number"]  # nothing was handed over yet
    assert testing.hand_over(sent, world.amal).state == "sent"
    row = CheckIn(case=world.case, reader=world.lena, contact_id=phone.id, started_by=world.amal, started_at=AT)
    for name, value in {**WORDS, **DAYS, "text": "Are you well?"}.items():
        setattr(row, name, value)
    with scoped(worker_id=world.amal.id):
        row.save(force_insert=True)
    assert text_in(client, "2", "+44 7700 900123", message="STOP").status_code == 204
    jobs.file_new()
    assert now(world, row).ended_why == "They answered STOP."
