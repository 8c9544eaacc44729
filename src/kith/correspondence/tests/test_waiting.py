"""What waits: for an hour at which its reader may be written to, for a person's hands, for nothing any more."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from kith.core import clock
from kith.core.transactions import scoped
from kith.correspondence import actions, jobs, queries, testing
from kith.correspondence.models import Message, Outbox
from kith.correspondence.queries.past_plan import held_in_words
from kith.record import actions as record
from kith.record import testing as make
from kith.record.queries import contact_plan
from kith.record.queries.contact_plan import Leave

LATE, MORNING = datetime(2026, 3, 2, 23, 40, tzinfo=UTC), datetime(2026, 3, 3, 8, 30, tzinfo=UTC)
QUIET = "Lena asked for nothing between ten at night and half past eight."


@pytest.fixture
def plan(monkeypatch):
    """What the contact plan would say, at the door by which it is asked; "now" until a test says otherwise."""
    said = [Leave("now", None, "")]
    monkeypatch.setattr(contact_plan, "leave_when", lambda case, reader, channel, at: said[-1])
    return said


@pytest.fixture
def by_hand(settings):
    settings.CARRIED_BY = {"email": "smtp", "sms": "", "letter": "hand", "phone": "hand"}


@pytest.fixture
def here(world, client):
    client.force_login(world.amal)
    client.at = lambda name, *ids: reverse(f"correspondence:{name}", args=[world.case.id, *ids])
    return client


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def post(client, address, **fields):
    return client.post(address, {"submit_key": str(uuid4()), **fields})


def letter_to(world):
    way = make.way_of(world.lena, world.amal, "address", "3 Mill Row\nFennby\nFN2 1AB")
    return world.send(way=f"letter:{way.id}")


def call_to(world):
    way = make.way_of(world.lena, world.amal, "phone", "07700 900 123")
    return world.send(subject="", way=f"phone:{way.id}", text="Thursday at four is changed to Friday at four.")


def is_due(world, row):
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=row.id).update(next_try_at=clock.now())


def test_a_message_written_late_is_held_and_leaves_when_its_reader_may_be_written_to(kept_world, room, plan):
    world = kept_world
    plan.append(Leave("held", clock.now() + timedelta(hours=9), QUIET))
    row = world.send()
    assert (row.state, row.says, row.next_try_at) == ("held", QUIET, plan[-1].until)
    assert row.useless_after == plan[-1].until + timedelta(days=3)
    assert world.verbs()[-1] == "message.held"
    jobs.take_up_again()
    assert testing.hand_over(row, world.amal).state == "held"
    plan.append(Leave("now", None, ""))
    is_due(world, row)
    jobs.take_up_again()
    assert testing.hand_over(row, world.amal).state == "sent"
    assert len(room.arrived()) == 1


def test_it_is_asked_again_when_it_is_taken_up(kept_world, room, plan):
    world, row = kept_world, kept_world.send()
    plan.append(Leave("held", clock.now() + timedelta(hours=1), QUIET))
    held = testing.hand_over(row, world.amal)
    assert (held.state, held.attempts, room.arrived()) == ("held", 0, [])
    is_due(world, row)
    plan.append(Leave("no", None, "Lena withdrew her leave to be written to. Nothing was sent."))
    assert testing.hand_over(row, world.amal).state == "refused"
    assert "withdrew" in world.row(row).says
    assert room.arrived() == []


def test_nobody_is_written_to_whose_plan_says_no(world, plan):
    plan.append(Leave("no", None, "An order forbids it.", ("urgent",)))
    with pytest.raises(queries.NotNow, match="An order forbids it. If it cannot wait, say why"):
        world.send()
    with scoped(worker_id=world.amal.id):
        assert not Outbox.objects.exists()


def test_the_page_says_when_it_was_written_and_when_it_leaves(here, world, plan, room):
    plan.append(Leave("held", clock.now() + timedelta(days=2), QUIET))
    row = world.send()
    shown = text_of(here.get(here.at("show", row.message_id)))
    assert "Held until it may leave" in shown
    assert re.search(r"Written \d\d:\d\d, leaves \d\d:\d\d on \w+day \d+ \w+ \d{4}\. Lena asked", shown)


@pytest.mark.parametrize(
    ("until", "says"),
    [
        (MORNING, "Written 23:40, leaves 08:30. Quiet."),
        (MORNING + timedelta(days=1), "Written 23:40, leaves 08:30 on Wednesday 4 March 2026. Quiet."),
        (LATE + timedelta(minutes=10), "Written 23:40, leaves 23:50. Quiet."),
    ],
)
def test_when_it_leaves_is_said_with_its_day_where_that_is_not_the_next_morning(until, says):
    assert held_in_words(Leave("held", until, "Quiet."), LATE) == says


def test_the_check_says_that_it_will_be_held(here, world, plan):
    plan.append(Leave("held", clock.now() + timedelta(hours=9), QUIET))
    post(here, here.at("write", world.lena.id), subject="Thursday", text="At four.")
    assert QUIET in text_of(here.get(here.at("check", world.lena.id)))


def test_what_is_of_no_use_any_more_is_not_sent(kept_world, room):
    world = kept_world
    row = world.send(hours=2)
    with scoped(worker_id=world.amal.id):
        late = actions.take_up(outbox_id=row.id, by=world.amal, at=clock.now() + timedelta(hours=2, minutes=1))
        (look,) = queries.needing_a_look()
    assert (late, world.row(row).state, look.state) == (None, "expired", "expired")
    assert testing.hand_over(row, world.amal).state == "expired"
    assert room.arrived() == []


def test_a_held_message_can_be_stopped_and_a_sent_one_cannot(kept_world, room, plan):
    world = kept_world
    sent = testing.hand_over(world.send(), world.amal)
    plan.append(Leave("held", clock.now() + timedelta(hours=9), QUIET))
    held = world.send()
    for row, state in ((held, "refused"), (sent, "sent")):
        message = Message(id=row.message_id, case_id=row.case_id)
        assert actions.stop(message=message, by=world.amal, at=clock.now()).state == state
    with scoped(worker_id=world.amal.id):
        assert queries.needing_a_look() == []


def test_a_letter_is_printed_posted_and_noted_by_business_support(here, world, by_hand, client):
    row = letter_to(world)
    assert row.state == "created"
    sam = make.worker("Sam Tester", "business_support")
    with scoped(worker_id=world.amal.id):
        record.give_access(case=world.case, worker=sam, why="supports", by=world.amal, at=make.AT)
    client.force_login(sam)
    front = text_of(client.get("/"))
    assert "A letter to post: Lena" in front
    shown = text_of(client.get(here.at("show", row.message_id)))
    assert "To be posted" in shown
    assert client.get(here.at("copy", row.message_id)).content.startswith(b"%PDF-")
    wrong = post(client, here.at("done", row.message_id))
    assert "Enter the day it was posted" in text_of(wrong)
    names = re.findall(r'name="(posted_on[^"]*)"', wrong.content.decode())
    day = dict(zip(names, ("3", "3", "2026"), strict=True))
    answer = post(client, here.at("done", row.message_id), **day)
    assert answer.status_code == 302
    after = world.row(row)
    assert (after.state, after.says, after.settled_by_id) == ("sent", "Posted on 3 March 2026.", sam.id)
    assert "A letter to post" not in text_of(client.get("/"))


def test_a_letter_is_posted_once(world, by_hand):
    row = letter_to(world)
    actions.note_posted(message=row.message, posted_on=date(2026, 3, 3), by=world.amal, at=make.AT)
    with pytest.raises(actions.NotByHand):
        actions.note_posted(message=row.message, posted_on=date(2026, 3, 4), by=world.amal, at=make.AT)
    assert world.row(row).says == "Posted on 3 March 2026."


def test_a_call_that_may_not_be_made_yet_is_on_nobodys_list_and_its_page_says_so(here, world, by_hand, plan):
    plan.append(Leave("held", clock.now() + timedelta(hours=9), QUIET))
    row = call_to(world)
    assert row.state == "created"
    assert "A call to make" not in text_of(here.get("/"))
    assert QUIET in text_of(here.get(here.at("show", row.message_id)))
    with scoped(worker_id=world.amal.id):
        assert [each.message_id for each in queries.by_hand(row.next_try_at)] == [row.message_id]


def test_a_call_that_reached_nobody_stays_to_be_made(here, world, by_hand):
    row = call_to(world)
    shown = text_of(here.get(here.at("show", row.message_id)))
    assert "What may be said" in shown
    assert "Number: 07700 900 123" in shown
    post(here, here.at("done", row.message_id), reached="no", outcome="nobody answered")
    again = world.row(row)
    assert (again.state, again.attempts, again.says) == ("created", 1, "Not reached: nobody answered")
    post(here, here.at("done", row.message_id), reached="yes", outcome="she will come")
    assert (world.row(row).state, world.row(row).says) == ("delivered", "Reached: she will come")
    assert "Called" in text_of(here.get(here.at("show", row.message_id)))


def test_a_letter_whose_address_became_protected_says_so_before_it_is_posted(here, world, by_hand):
    way = make.way_of(world.lena, world.amal, "address", "3 Mill Row, Fennby")
    row = world.send(way=f"letter:{way.id}", text="Come to 14 Quarry Lane, Fennby, FN1 2QX.")
    make.protected_address(world.case, world.amal)
    assert "has been protected from this reader" in text_of(here.get(here.at("show", row.message_id)))


def test_a_letter_nobody_posted_is_too_late_after_a_while(kept_world, by_hand):
    world, row = kept_world, letter_to(kept_world)
    jobs.take_up_again()
    assert world.row(row).state == "created"
    with scoped(worker_id=world.amal.id):
        actions.expire(outbox_id=row.id, by=world.amal, at=clock.now() + timedelta(days=15))
    assert world.row(row).state == "expired"


def test_what_did_not_go_waits_on_the_front_page_until_it_was_seen(here, world):
    row = world.send()
    actions.stop(message=row.message, by=world.amal, at=make.AT)
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=row.id).update(settled_by=None)
    assert "Message to Lena" in text_of(here.get("/"))
    assert "I have seen this" in text_of(here.get(here.at("show", row.message_id)))
    post(here, here.at("put_away", row.message_id))
    assert "Message to Lena" not in text_of(here.get("/"))
    assert world.verbs()[-1] == "message.put_away"


def test_the_way_is_chosen_where_there_are_several_and_the_check_counts_a_text(here, world, settings):
    settings.CARRIED_BY = {"email": "smtp", "sms": "gateway", "letter": "hand", "phone": "hand"}
    settings.SMS_GATEWAY_URL = "http://127.0.0.1:1/"
    phone = make.way_of(world.lena, world.amal, "phone", "07700 900 123")
    make.way_of(world.lena, world.amal, "address", "3 Mill Row\nFennby")
    page = text_of(here.get(here.at("write", world.lena.id)))
    for offer in ("lena@example.org", "Text message to 07700 900 123", "Phone call to", "Letter to 3 Mill Row, Fennby"):
        assert offer in page
    nothing = post(here, here.at("write", world.lena.id), text="At four.")
    assert "Select how it should go" in text_of(nothing)
    written = post(here, here.at("write", world.lena.id), contact=f"sms:{phone.id}", text="ŷ" + "a" * 70)
    assert written.url == here.at("check", world.lena.id)
    shown = text_of(here.get(written.url))
    assert "71 characters, 2 text messages: 4.8p and VAT (5.76p)." in shown
    assert "hold 70 characters, not 160: ŷ" in shown
    assert "Nobody has checked this against its source yet" in shown
    unsubjected = post(here, here.at("write", world.lena.id), contact=f"email:{uuid4()}", text="At four.")
    assert unsubjected.status_code == 200
