"""A reader's contact plan stands before every message: held, refused, and the two ways past it."""

import uuid
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.transactions import scoped
from kith.core.wall_clock import Window
from kith.correspondence import actions, jobs, queries, rules, testing
from kith.correspondence.models import Message, Outbox
from kith.record import testing as make
from kith.record.models import WayThrough
from kith.record.queries import contact_plan as plans
from kith.record.rules.contact_plan import Away, Channel, Order, Way
from kith.record.testing import at

AT_TOMS = Away(date(2026, 11, 27), time(16), date(2026, 11, 29), time(18), 14, "at Tom's")
FRIDAY_NIGHT, SUNDAY_SIX = at("2026-11-27", "23:40"), at("2026-11-29", "18:00")
OFFICE = (Window((0, 1, 2, 3, 4), time(8, 30), time(18)),)
HOME = "14 Quarry Lane, Fennby, FN1 2QX"


def send(world, when, reader=None, **more):
    words = {"subject": "Thursday", "text": "At four.", **more}
    sent = actions.send_message(case=world.case, reader=reader or world.lena, by=world.amal, at=when, **words)
    return testing.row_of(world.case, world.amal, message=sent.message) if sent.message else sent


def take_up(world, row, when):
    with scoped(worker_id=world.amal.id):
        return actions.take_up(outbox_id=row.id, by=world.amal, at=when)


def passed(world):
    with scoped(worker_id=world.amal.id):
        return list(WayThrough.objects.all())


def nothing_left(world):
    with scoped(worker_id=world.amal.id):
        return not (Message.objects.exists() or Outbox.objects.exists() or WayThrough.objects.exists())


@pytest.fixture
def unasked(world):
    """Somebody with an address that nobody has called safe, and no plan."""
    nan = make.participant(world.case, world.amal, known_as="Nan", part="connected_person")
    make.email_of(nan, world.amal, "nan@example.org", planned=False)
    return nan


def test_a_contact_weekend_holds_a_message_until_it_is_over(world, settings):
    settings.SMTP_HOST = "127.0.0.1"
    make.contact_plan(world.lena, world.amal, away=(AT_TOMS,))
    row = send(world, FRIDAY_NIGHT)
    assert (row.state, row.next_try_at) == ("held", SUNDAY_SIX)
    assert take_up(world, row, SUNDAY_SIX - timedelta(minutes=1)) is None
    assert world.row(row).attempts == 0
    assert take_up(world, row, SUNDAY_SIX) is not None


def test_what_is_held_longer_than_it_would_be_tried_is_still_sent(world, settings):
    settings.SMTP_HOST = "127.0.0.1"
    away = replace(AT_TOMS, last_on=date(2026, 12, 6))
    make.contact_plan(world.lena, world.amal, away=(away,))
    row = send(world, FRIDAY_NIGHT)
    assert take_up(world, row, at("2026-12-06", "18:00")) is not None


def test_a_plan_that_changed_meanwhile_is_asked_again_before_it_leaves(world, settings):
    settings.SMTP_HOST = "127.0.0.1"
    row = send(world, FRIDAY_NIGHT)
    make.contact_plan(world.lena, world.amal, away=(AT_TOMS,))
    assert take_up(world, row, FRIDAY_NIGHT) is None
    held = world.row(row)
    assert (held.state, held.next_try_at) == ("held", SUNDAY_SIX)
    assert held.says == "Nothing is sent while at Tom's. It leaves Sunday 29 November 2026 at 18:00."
    make.contact_plan(world.lena, world.amal, orders=(Order("Bail condition", date(2026, 11, 1)),))
    assert take_up(world, row, SUNDAY_SIX) is None
    assert world.row(row).state == "refused"
    assert world.verbs()[-3:] == ["message.held", "contact_plan.written", "message.refused"]


def test_only_the_address_that_the_plan_names_is_written_to(world, settings):
    settings.SMTP_HOST = "127.0.0.1"
    with scoped(worker_id=world.amal.id):
        (old,) = plans.named_details(world.case, world.lena, "email")
    new = make.email_of(world.lena, world.amal, "lena.new@example.org", planned=False)
    row = send(world, FRIDAY_NIGHT)
    assert row.message.contact_id == old  # the newest that may be written to is another
    with pytest.raises(queries.CannotWrite):
        send(world, FRIDAY_NIGHT, way=new.id)
    make.contact_plan(world.lena, world.amal, ways=(Way(Channel.EMAIL, new.id),))
    assert take_up(world, row, FRIDAY_NIGHT) is None
    assert world.row(row).says == "Their contact plan names another address now. Nothing was sent."


def test_no_plan_an_expired_one_and_an_order_send_nothing_and_keep_nothing(world, unasked):
    with pytest.raises(
        queries.NotNow, match="Nobody has asked yet how Nan may safely be reached. Send a neutral first"
    ):
        send(world, FRIDAY_NIGHT, unasked)
    for said, words in (
        ({"expires_on": date(2026, 11, 1)}, "was good until Sunday 1 November 2026"),
        ({"any_hour": None}, "at which hours"),
        ({"ways": ()}, "names no way"),
        ({"orders": (Order("Bail condition", date(2026, 11, 1)),)}, "An order forbids it: Bail condition"),
    ):
        make.contact_plan(world.lena, world.amal, **said)
        with pytest.raises(queries.NotNow, match=words):
            send(world, FRIDAY_NIGHT)
    assert nothing_left(world)


def test_what_is_urgent_leaves_now_with_its_reason_and_waits_for_a_manager(world, settings):
    settings.SMTP_HOST = "127.0.0.1"
    make.contact_plan(world.lena, world.amal, away=(AT_TOMS,))
    row = send(world, FRIDAY_NIGHT, urgent="Her mother is in hospital.")
    assert row.next_try_at == FRIDAY_NIGHT
    (way,) = passed(world)
    assert (way.kind, way.thing, way.why) == ("urgent", row.message_id, "Her mother is in hospital.")
    assert way.plan_said.startswith("Nothing is sent while at Tom's.")
    assert take_up(world, row, FRIDAY_NIGHT) is not None  # and the plan does not hold it again


def test_urgent_is_never_past_a_protected_fact_nor_an_order(world):
    make.protected_address(world.case, world.amal, value=HOME)
    make.contact_plan(world.lena, world.amal, away=(AT_TOMS,))
    stopped = send(world, FRIDAY_NIGHT, text=f"She is at {HOME}.", urgent="Her mother is in hospital.")
    assert stopped.message is None
    make.contact_plan(world.lena, world.amal, orders=(Order("Bail condition", date(2026, 11, 1)),))
    with pytest.raises(queries.NotNow, match="It cannot be sent past the plan"):
        send(world, FRIDAY_NIGHT, urgent="Her mother is in hospital.")
    assert nothing_left(world)


def test_an_order_made_after_something_urgent_was_queued_stops_it(world, settings):
    settings.SMTP_HOST = "127.0.0.1"
    make.contact_plan(world.lena, world.amal, away=(AT_TOMS,))
    row = send(world, FRIDAY_NIGHT, urgent="Her mother is in hospital.")
    make.contact_plan(world.lena, world.amal, orders=(Order("Bail condition", date(2026, 11, 1)),))
    assert take_up(world, row, FRIDAY_NIGHT) is None
    assert world.row(row).state == "refused"


def test_urgent_where_the_plan_allows_it_anyway_is_an_ordinary_message(world):
    send(world, FRIDAY_NIGHT, urgent="Her mother is in hospital.")
    assert passed(world) == []


def first(world, reader, **more):
    asked = {"why": "The application of 3 November", "by": world.amal, "at": FRIDAY_NIGHT, **more}
    return actions.send_first_contact(case=world.case, reader=reader, **asked)


def test_the_first_words_are_fixed_and_go_to_an_address_nobody_called_safe_yet(world, unasked, room):
    quiet = make.participant(world.case, world.amal, known_as="Ada", part="carer")
    from kith.record import actions as record

    record.add_contact_detail(
        case=world.case, participant=quiet, kind="email", value="ada@example.org", by=world.amal, at=make.AT
    )
    sent = first(world, quiet)
    row = testing.row_of(world.case, world.amal, message=sent.message)
    assert sent.message.text.strip() == rules.first_words("Amal Tester")
    assert passed(world)[0].kind == "first_contact"
    load = take_up(world, row, FRIDAY_NIGHT)
    assert load.to == "ada@example.org"


def test_the_first_words_go_by_text_where_there_is_a_number_and_no_address(world, settings):
    settings.CARRIED_BY = {"email": "smtp", "sms": "gateway", "letter": "", "phone": ""}
    settings.SMS_GATEWAY_URL, settings.SMS_FROM = "http://127.0.0.1:9/", "07700900000"
    ada = make.participant(world.case, world.amal, known_as="Ada", part="carer")
    landline = make.way_of(ada, world.amal, "phone", "01632 960123", planned=False)
    with pytest.raises(queries.CannotWrite, match="mobile number of Ada alone"):
        first(world, ada)
    make.way_of(ada, world.amal, "phone", "07700 900456", planned=False)
    sent = first(world, ada)
    assert (sent.message.channel, sent.message.subject) == ("sms", "")
    assert sent.message.text.strip() == rules.first_words("Amal Tester")
    load = take_up(world, testing.row_of(world.case, world.amal, message=sent.message), FRIDAY_NIGHT)
    assert load.to == "+447700900456"
    with pytest.raises(queries.CannotWrite, match="may no longer be used"):
        first(world, ada, way=str(landline.id))


def test_the_first_contact_page_offers_both_ways_and_says_from_whom_each_comes(world, client, unasked, settings):
    settings.CARRIED_BY = {"email": "smtp", "sms": "gateway", "letter": "", "phone": ""}
    settings.SMS_GATEWAY_URL, settings.SMS_FROM = "http://127.0.0.1:9/", "Brackwater"
    number = make.way_of(unasked, world.amal, "phone", "07700 900457", planned=False)
    words = page(client, "first_contact", world, unasked)[1]
    assert "Text message to 07700 900457, from Brackwater" in words
    typed = {"why": "The application", "nothing_against": "on", "way": f"sms:{number.id}"}
    assert page(client, "first_contact", world, unasked, **typed)[0].status_code == 302
    with scoped(worker_id=world.amal.id):
        assert Message.objects.get().channel == "sms"


def test_the_first_words_say_nothing_of_agency_case_or_child():
    words = f"{rules.FIRST_SUBJECT} {rules.first_words('Amal')}".lower()
    for telling in ("social", "child", "court", "council", "cafcass", "case", "family", "kith", "worker", "urgent"):
        assert telling not in words


def test_who_has_been_asked_gets_no_first_words_and_an_address_of_two_gets_none(world, unasked):
    with pytest.raises(queries.NotNow, match="Write to them as usual"):
        first(world, world.lena)
    make.contact_plan(world.lena, world.amal, away=(AT_TOMS,))
    with pytest.raises(queries.NotNow, match="cannot be sent past the plan"):
        first(world, world.lena)
    make.email_of(world.tom, world.amal, "NAN@example.org", planned=False)
    with pytest.raises(queries.CannotWrite):
        first(world, unasked)
    assert nothing_left(world)


def test_a_job_leaves_what_is_held_where_it_is(kept_world, room):
    now = clock.now()
    away = Away(now.date() - timedelta(days=1), time(0), now.date() + timedelta(days=1), time(0))
    row = kept_world.send()
    make.contact_plan(kept_world.lena, kept_world.amal, away=(away,))
    assert testing.hand_over(row, kept_world.amal).state == "held"
    jobs.take_up_again()
    assert room.arrived() == []


@pytest.fixture
def client(world):
    browser = Client()
    browser.force_login(world.amal, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def page(client, name, world, reader, **typed):
    there = reverse(f"correspondence:{name}", args=[world.case.id, reader.id])
    answer = client.post(there, {"submit_key": str(uuid.uuid4()), **typed}) if typed else client.get(there)
    return answer, answer.content.decode()


def test_the_write_page_says_the_plan_in_a_line_and_when_it_would_leave(world, client, unasked):
    now = clock.now()
    stay = Away(now.date() - timedelta(days=1), time(0), now.date() + timedelta(days=2), time(18), 0, "at Tom's")
    make.contact_plan(world.lena, world.amal, any_hour=False, windows=OFFICE, away=(stay,))
    words = page(client, "write", world, world.lena)[1]
    assert "Lena: by e-mail, Monday to Friday, 08:30-18:00; not while at Tom&#39;s, next" in words
    assert "Nothing is sent while at Tom&#39;s." in words
    words = page(client, "write", world, unasked)[1]
    assert "Nan: not asked yet how they may be reached" in words
    assert reverse("correspondence:first_contact", args=[world.case.id, unasked.id]) in words


def test_the_check_page_asks_why_it_cannot_wait(world, client):
    make.contact_plan(world.lena, world.amal, expires_on=date(2026, 1, 1))
    page(client, "write", world, world.lena, subject="Thursday", text="At four.")
    words = page(client, "check", world, world.lena)[1]
    assert "If it cannot wait, say why" in words
    seen = words.split('name="seen" value="')[1].split('"')[0]
    words = page(client, "check", world, world.lena, seen=seen)[1]
    assert "was good until" in words
    assert not passed(world)
    answer, _ = page(client, "check", world, world.lena, seen=seen, urgent="Her mother is in hospital.")
    assert answer.status_code == 302
    assert len(passed(world)) == 1
    assert "Lena" not in str(answer.cookies)


def test_the_first_contact_page_shows_the_words_and_asks_where_the_address_comes_from(world, client, unasked):
    words = page(client, "first_contact", world, unasked)[1]
    assert "Getting in touch" in words
    words = page(client, "first_contact", world, unasked, why="")[1]
    assert "Enter where it comes from" in words
    answer, _ = page(client, "first_contact", world, unasked, why="The application", nothing_against="on")
    assert answer.status_code == 302
    assert passed(world)[0].why == "The application"
