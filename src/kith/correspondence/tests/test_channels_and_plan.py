"""What stands before every message stands before a text message, too: the plan, a second person, words to ask about."""

from datetime import time, timedelta

import pytest
from django.test import Client

from kith.core import clock
from kith.core.transactions import scoped
from kith.correspondence import actions, queries, testing
from kith.correspondence.tests.test_pages import post, send, text_of
from kith.correspondence.tests.test_second_person import NAME, decide, look, protect
from kith.record import actions as record
from kith.record import rules as record_rules
from kith.record import testing as make
from kith.record.models import WayThrough
from kith.record.rules.contact_plan import Away, Channel, Way

TOLD = "Mum sleeps on the sofa when he has been drinking again"


@pytest.fixture
def phone(world, settings):
    """Lena's telephone, and a gateway that would carry text messages."""
    settings.CARRIED_BY = {**settings.CARRIED_BY, "sms": "gateway"}
    settings.SMS_GATEWAY_URL = "http://127.0.0.1:1/"
    return make.way_of(world.lena, world.amal, "phone", "07700 900 123")


def text(world, phone, words="At four.", **more):
    return world.send(subject="", text=words, way=f"sms:{phone.id}", **more)


def take_up(world, row):
    with scoped(worker_id=world.amal.id):
        return actions.take_up(outbox_id=row.id, by=world.amal, at=clock.now())


def only_mail(world):
    (mail,) = mails(world)
    make.contact_plan(world.lena, world.amal, ways=(Way(Channel.EMAIL, mail),))


def mails(world):
    with scoped(worker_id=world.amal.id):
        return [way.address.id for way in queries.ways_to(world.case, world.lena) if way.channel == "email"]


def test_the_plan_is_asked_for_the_channel_that_was_chosen(world, phone, here):
    only_mail(world)
    assert world.send().state == "queued"
    with pytest.raises(queries.NotNow, match="does not name text messages"):
        text(world, phone)
    assert "does not name text messages. It names e-mail." in text_of(here.get(here.at("write", world.lena.id)))
    post(here, here.at("write", world.lena.id), contact=f"sms:{phone.id}", text="At four.")
    shown = text_of(here.get(here.at("check", world.lena.id)))
    assert "Nothing is sent to them now." in shown and "If it cannot wait, say why" in shown


def test_an_urgent_text_message_leaves_past_the_plan_and_is_taken_up(world, phone):
    only_mail(world)
    row = text(world, phone, urgent="Her mother is in hospital.")
    with scoped(worker_id=world.amal.id):
        way = WayThrough.objects.get(thing=row.message_id)
    assert (row.state, way.kind, way.channel) == ("queued", "urgent", "sms")
    assert take_up(world, row).to == "+447700900123"


def test_a_held_text_message_is_asked_for_when_it_may_leave(world, phone):
    today = clock.now().date()
    away = Away(today - timedelta(days=1), time(0), today + timedelta(days=2), time(9))
    make.contact_plan(world.lena, world.amal, away=(away,))
    row = text(world, phone)
    assert row.state == "held" and row.next_try_at > clock.now()
    assert queries.asked_for([row.id]) == {row.id}
    assert take_up(world, row) is None


def test_a_telephone_that_the_plan_does_not_name_is_not_offered(world, phone):
    other = make.way_of(world.lena, world.amal, "phone", "07700 900 456", planned=False)
    with pytest.raises(queries.CannotWrite):
        text(world, other)


def test_a_text_message_that_was_stopped_leaves_when_a_second_person_passed_it(world, phone, here):
    ben = make.worker("Ben Tester", "team_manager")
    record.give_access(case=world.case, worker=ben, why="manages", by=world.amal, at=clock.now())
    protect(world)
    world.bens = Client()
    world.bens.force_login(ben)
    words = f"Our colleague {NAME} will ring you."
    post(here, here.at("write", world.lena.id), contact=f"sms:{phone.id}", text=words)
    post(here, here.at("check", world.lena.id), ask="1", why="She asked to be rung by Dora.")
    decide(world, look(world), decision="pass", reason_1="Another Dora Finch: the school's own.")
    sent = send(here, world)
    with scoped(worker_id=world.amal.id):
        message = queries.message_in(world.case, sent.url.rstrip("/").rpartition("/")[2])
    row = testing.row_of(world.case, world.amal, message=message)
    assert take_up(world, row).data.decode() == words


def test_words_to_be_asked_about_stop_a_text_message_even_when_it_waits_already(world, phone):
    row = text(world, phone, TOLD)
    entry = record.write_entry(
        case=world.case,
        happened=record_rules.Span(make.AT, make.AT),
        kind="childs_words",
        text=TOLD,
        about=[world.lena],
        by=world.amal,
        at=make.AT,
    )
    record.mark_ask_first(of=entry, teller=world.lena, why="She has not been asked.", by=world.amal, at=make.AT)
    assert take_up(world, row) is None
    assert "marked to be asked about first" in world.row(row).says
    sent = actions.send_message(
        case=world.case,
        reader=world.lena,
        subject="",
        text=TOLD,
        way=f"sms:{phone.id}",
        by=world.amal,
        at=clock.now(),
    )
    assert sent.message is None
