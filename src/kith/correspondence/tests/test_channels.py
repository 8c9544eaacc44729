"""Text messages and letters by GOV.UK Notify and a gateway: real HTTP to stand-ins, and what they say."""

import json
from datetime import timedelta
from itertools import permutations

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from kith.core import clock
from kith.core.transactions import scoped
from kith.correspondence import actions, channels, jobs, queries, testing
from kith.correspondence.channels import notify
from kith.correspondence.models import Outbox, Receipt
from kith.correspondence.tests.services import KEY, TOKEN, GatewayStandIn, shuffled
from kith.record import actions as record
from kith.record import testing as make
from kith.record.models import ContactDetail


@pytest.fixture
def gateway_here(settings):
    """A gateway on the loopback that can be asked for a reference."""
    with GatewayStandIn() as service:
        settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_SECRET = f"{service.url}/messages", service.SECRET
        settings.SMS_GATEWAY_LOOKUP = f"{service.url}/messages/{{reference}}"
        settings.CARRIED_BY = {**settings.CARRIED_BY, "sms": "gateway"}
        yield service


def phone_of(world, value="07700 900 123"):
    return make.way_of(world.lena, world.amal, "phone", value)


def text(world, *, value="07700 900 123", words="I will come on Thursday at four.", **more):
    return world.send(subject="", text=words, way=f"sms:{phone_of(world, value).id}", **more)


def tell(client, body, *, token=TOKEN, **more):
    return client.post(
        "/receipts/notify/",
        body if isinstance(body, str) else json.dumps(body),
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
        **more,
    )


def settled_now(settings):
    """Let a cut-off hand-over be asked about at once."""
    settings.SETTLES_SECONDS = 0.000001


def test_a_text_message_goes_by_notify_in_the_words_that_were_frozen(kept_world, notify_here):
    world = kept_world
    row = testing.hand_over(text(world, words="Tomorrow at 4, £5 for the bus. ŷ 🙂"), world.amal)
    (taken,) = notify_here.taken
    assert (row.state, row.their_reference, row.says) == ("sent", taken["id"], "GOV.UK Notify took it.")
    assert taken["message"] == "Tomorrow at 4, £5 for the bus. ŷ 🙂"
    assert (taken["to"], taken["reference"]) == ("+447700900123", row.reference)


def test_a_letter_goes_by_notify_as_the_pdf_that_was_frozen(kept_world, notify_here):
    world = kept_world
    way = make.way_of(world.lena, world.amal, "address", "3 Mill Row\nFennby\nFN2 1AB")
    row = testing.hand_over(world.send(way=f"letter:{way.id}"), world.amal)
    with scoped(worker_id=world.amal.id):
        copy = queries.copy_of(world.case, row.message_id)
    assert row.state == "sent"
    assert notify_here.taken[0]["content"] == copy.data
    assert copy.data.startswith(b"%PDF-")


def test_an_email_goes_by_notify_where_the_agency_says_so_and_takes_no_file(kept_world, notify_here, settings):
    world = kept_world
    settings.CARRIED_BY = {**settings.CARRIED_BY, "email": "notify"}
    row = testing.hand_over(world.send(), world.amal)
    (taken,) = notify_here.taken
    assert row.state == "sent"
    assert (taken["to"], taken["subject"]) == ("lena@example.org", "Thursday")
    assert not channels.carries_files("email")


@pytest.mark.parametrize(
    ("status", "state"), [(400, "refused"), (401, "queued"), (403, "queued"), (429, "queued"), (500, "sending")]
)
def test_what_notify_answers_is_told_apart(kept_world, notify_here, status, state):
    notify_here.next.append(status)
    row = testing.hand_over(text(kept_world), kept_world.amal)
    assert row.state == state
    assert notify_here.taken == []


def test_a_key_that_is_none_waits_and_says_so(kept_world, notify_here, settings):
    settings.NOTIFY_KEY = "not a key"
    row = testing.hand_over(text(kept_world), kept_world.amal)
    assert (row.state, row.says[:30]) == ("queued", "The API key of GOV.UK Notify i")


def test_a_limit_of_notify_is_waited_out_and_the_message_goes_once(kept_world, notify_here):
    world = kept_world
    notify_here.limit = 0
    row = testing.hand_over(text(world), world.amal)
    assert (row.state, row.says[:28]) == ("queued", "GOV.UK Notify asked to wait:")
    notify_here.limit = 10
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=row.id).update(next_try_at=clock.now())
    assert testing.hand_over(row, world.amal).state == "sent"
    assert len(notify_here.taken) == 1


def test_a_service_that_is_away_is_tried_again(kept_world, notify_here, settings):
    settings.NOTIFY_URL = "http://127.0.0.1:1"
    row = testing.hand_over(text(kept_world), kept_world.amal)
    assert (row.state, row.says) == ("queued", "GOV.UK Notify cannot be reached.")


@pytest.mark.parametrize(("does", "taken"), [("break", 1), ("lose", 0)])
@pytest.mark.parametrize("service", ["notify_here", "gateway_here"])
def test_after_a_hand_over_that_was_cut_off_the_service_is_asked(kept_world, request, settings, service, does, taken):
    world, here = kept_world, request.getfixturevalue(service)
    here.next.append(does)
    row = testing.hand_over(text(world), world.amal)
    assert row.state == "sending"
    jobs.take_up_again()
    assert world.row(row).state == "sending", "what it was given may not have reached its store yet"
    settled_now(settings)
    jobs.take_up_again()
    assert world.row(row).state == ("sent" if taken else "queued")
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=row.id).update(next_try_at=clock.now())
    testing.hand_over(row, world.amal)
    assert world.row(row).state == "sent"
    assert here.references() == [row.reference]


def test_a_service_that_cannot_be_asked_leaves_it_to_a_person(kept_world, gateway_here, settings):
    settings.SMS_GATEWAY_LOOKUP = ""
    gateway_here.next.append("break")
    row = testing.hand_over(text(kept_world), kept_world.amal)
    assert row.state == "unsure"
    jobs.take_up_again()
    assert testing.hand_over(row, kept_world.amal).state == "unsure"
    assert len(gateway_here.taken) == 1


def test_a_service_that_does_not_answer_for_an_hour_leaves_it_to_a_person(kept_world, notify_here, settings):
    world = kept_world
    notify_here.next.append("break")
    row = testing.hand_over(text(world), world.amal)
    settled_now(settings)
    settings.NOTIFY_URL = "http://127.0.0.1:1"
    jobs.take_up_again()
    assert world.row(row).state == "sending"
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=row.id).update(taken_at=clock.now() - timedelta(hours=2))
    jobs.take_up_again()
    assert world.row(row).state == "unsure"


def test_a_gateway_checks_who_asks(kept_world, gateway_here, settings):
    settings.SMS_GATEWAY_SECRET = "another"
    row = testing.hand_over(text(kept_world), kept_world.amal)
    assert (row.state, gateway_here.taken) == ("queued", [])


@pytest.mark.parametrize(
    ("value", "states", "says"),
    [
        ("07700 900 123", ["sent", "delivered"], "It was delivered."),
        ("07700 900 002", ["sent", "failed"], "there is no such number"),
        ("07700 900 003", ["sent", "failed"], "off, full or out of reach"),
    ],
)
def test_receipts_say_what_became_of_it_and_a_failure_is_a_task(kept_world, notify_here, client, value, states, says):
    world = kept_world
    row = testing.hand_over(text(world, value=value), world.amal)
    seen = []
    for receipt in notify_here.receipts(row.reference):
        assert tell(client, receipt).status_code == 204
        seen.append(world.row(row).state)
    assert seen == states
    assert says in world.row(row).says
    with scoped(worker_id=world.amal.id):
        assert [each.message_id for each in queries.needing_a_look()] == [row.message_id] * (seen[-1] == "failed")


@pytest.mark.parametrize("order", list(permutations(["sending", "delivered", "permanent-failure"])))
def test_receipts_in_any_order_end_alike_and_none_is_lost(kept_world, notify_here, client, order):
    world = kept_world
    row = testing.hand_over(text(world), world.amal)
    found = {each["status"]: each for each in notify_here.receipts(row.reference, *sorted(order))}
    for status in order:
        tell(client, found[status])
    assert world.row(row).state == "failed"
    with scoped(worker_id=world.amal.id):
        assert sorted(Receipt.objects.values_list("status", flat=True)) == sorted(order)


def test_receipts_that_come_twice_and_late_are_kept_once(kept_world, notify_here, client):
    world = kept_world
    row = testing.hand_over(text(world), world.amal)
    for receipt in shuffled(notify_here.receipts(row.reference), seed=20260302):
        assert tell(client, receipt).status_code == 204
    assert world.row(row).state == "delivered"
    with scoped(worker_id=world.amal.id):
        assert Receipt.objects.count() == 2
    assert world.verbs().count("message.receipt") == 2


def test_a_receipt_that_beats_the_note_of_sending_stands(kept_world, notify_here, client):
    world = kept_world
    row = text(world)
    with scoped(worker_id=world.amal.id):
        load = actions.take_up(outbox_id=row.id, by=world.amal, at=clock.now())
    answer = channels.of("sms").hand_over(load)
    for receipt in notify_here.receipts(row.reference):
        tell(client, receipt)
    assert world.row(row).state == "delivered"
    actions.note_answer(outbox_id=row.id, answer=answer, by=world.amal, at=clock.now())
    assert world.row(row).state == "delivered"


def test_a_receipt_for_what_waits_for_another_try_keeps_it_from_going_twice(kept_world, notify_here, client, settings):
    world = kept_world
    notify_here.next.append("break")
    row = testing.hand_over(text(world), world.amal)
    with scoped(worker_id=world.amal.id):
        actions.note_answer(
            outbox_id=row.id, answer=jobs.Answer(jobs.State.QUEUED, "it said no"), by=world.amal, at=clock.now()
        )
    assert world.row(row).state == "queued"
    tell(client, notify_here.receipts(row.reference)[0])
    assert world.row(row).state == "sent"
    testing.hand_over(row, world.amal)
    assert len(notify_here.taken) == 1


def test_a_receipt_is_noted_after_its_writer_left(kept_world, notify_here, client):
    world = kept_world
    row = testing.hand_over(text(world), world.amal)
    boss = make.worker("Ben Tester", "team_manager")
    record.give_access(case=world.case, worker=boss, why="manages", by=world.amal, at=make.AT)
    with scoped(worker_id=world.amal.id):
        held = record_access(world)
    record.end_access(access=held, by=boss, at=make.AT)
    assert tell(client, notify_here.receipts(row.reference)[1]).status_code == 204
    assert testing.row_of(world.case, boss, id=row.id).state == "delivered"


def record_access(world):
    from kith.record.models import Access

    return Access.objects.get(worker=world.amal)


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", TOKEN[:-1], "é"])
def test_whoever_does_not_know_the_token_is_told_nothing(db, client, settings, token):
    settings.NOTIFY_RECEIPT_TOKEN = TOKEN
    wrong = tell(client, {"reference": "x", "status": "delivered"}, token=token.encode().decode("latin-1"))
    assert (wrong.status_code, wrong.content, wrong.cookies) == (404, b"", {})


def test_without_a_token_of_ours_nobody_is_heard(db, client, settings):
    settings.NOTIFY_RECEIPT_TOKEN = ""
    assert tell(client, {"reference": "x", "status": "delivered"}, token="").status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('{"reference": "nobody\'s", "status": "delivered"}', 204),
        ('{"reference": "a\\u0000b", "status": "delivered"}', 204),
        ("{}", 204),
        ("[]", 400),
        ("not json", 400),
        ("[" * 9000, 400),
        ("x" * 20_000, 413),
    ],
)
def test_odd_receipts_change_nothing_and_reveal_nothing(db, client, settings, body, status):
    settings.NOTIFY_RECEIPT_TOKEN = TOKEN
    answer = tell(client, body)
    assert (answer.status_code, answer.content, answer.cookies) == (status, b"", {})


def test_the_token_of_a_request_names_the_service_and_the_second():
    made = notify.token(KEY, 1_772_443_800)
    head, claims, _ = made.split(".")
    assert json.loads(notify.base64.urlsafe_b64decode(head + "==")) == {"typ": "JWT", "alg": "HS256"}
    said = json.loads(notify.base64.urlsafe_b64decode(claims + "=="))
    assert said == {"iss": "11111111-2222-4333-8444-555555555555", "iat": 1_772_443_800}


def test_a_number_that_two_people_use_is_refused(world, notify_here):
    phone_of(world)
    make.way_of(world.tom, world.amal, "phone", "+44 7700 900123")
    with scoped(worker_id=world.amal.id):
        keys = [each.channel for each in queries.ways_to(world.case, world.lena)]
    assert keys == ["email"]


def test_a_channel_that_is_not_set_up_is_not_offered(world):
    phone_of(world)
    make.way_of(world.lena, world.amal, "address", "3 Mill Row, Fennby")
    with scoped(worker_id=world.amal.id):
        assert [each.channel for each in queries.ways_to(world.case, world.lena)] == ["email"]


def test_a_text_message_that_tells_a_hidden_address_is_stopped(world, notify_here):
    make.protected_address(world.case, world.amal)
    sent = actions.send_message(
        case=world.case,
        reader=world.lena,
        subject="",
        text="Come to 14 Quarry Lane, Fennby, FN1 2QX.",
        way=f"sms:{phone_of(world).id}",
        by=world.amal,
        at=make.AT,
    )
    assert sent.message is None
    assert {each.where for each in sent.verdict.findings} == {"body"}


def test_a_letter_that_tells_a_hidden_address_is_stopped(world, notify_here):
    make.protected_address(world.case, world.amal)
    way = make.way_of(world.lena, world.amal, "address", "3 Mill Row, Fennby")
    sent = actions.send_message(
        case=world.case,
        reader=world.lena,
        subject="Saturday",
        text="Come to 14 Quarry Lane, Fennby, FN1 2QX.",
        way=f"letter:{way.id}",
        by=world.amal,
        at=make.AT,
    )
    assert sent.message is None


def test_a_number_that_ended_while_it_waited_stops_it(kept_world, notify_here):
    world, row = kept_world, text(kept_world)
    with scoped(worker_id=world.amal.id):
        detail = ContactDetail.objects.get(participant=world.lena, kind="phone")
    record.end_contact_detail(detail=detail, by=world.amal, at=make.AT, why="somebody else has the phone")
    assert testing.hand_over(row, world.amal).state == "refused"
    assert notify_here.taken == []


def test_the_database_refuses_moves_that_go_back_and_a_longer_use(world):
    row = world.send()
    with scoped(worker_id=world.amal.id):
        for state in ("sending", "delivered"):
            Outbox.objects.filter(id=row.id).update(state=state)
        for change in ({"state": "sent"}, {"state": "queued"}, {"useless_after": clock.now() + timedelta(days=9)}):
            with pytest.raises(DatabaseError, match="cannot go|does not change"), transaction.atomic():
                Outbox.objects.filter(id=row.id).update(**change)
        Outbox.objects.filter(id=row.id).update(state="failed")
        with pytest.raises(DatabaseError, match="cannot go"), transaction.atomic():
            Outbox.objects.filter(id=row.id).update(state="delivered")


def test_a_receipt_is_neither_changed_nor_taken_back(world):
    row = world.send()
    with scoped(worker_id=world.amal.id):
        actions.take_receipt(outbox_id=row.id, status="delivered", by=world.amal, at=make.AT)
        for words in ("UPDATE correspondence_receipt SET status = 'x'", "DELETE FROM correspondence_receipt"):
            with (
                pytest.raises(DatabaseError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as c,
            ):
                c.execute(words)
