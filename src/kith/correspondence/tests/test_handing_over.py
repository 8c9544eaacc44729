"""Handing over to a real SMTP server on the loopback: once, whole, and never twice."""

import hashlib
import json
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from kith.core import clock, files
from kith.core.transactions import scoped
from kith.core.vault import ObjectName
from kith.correspondence import actions, channels, jobs, queries, testing
from kith.correspondence.models import Outbox
from kith.correspondence.post_room import PostRoom
from kith.record import actions as record
from kith.record import testing as make
from kith.record.models import ContactDetail, ReleasedCopy
from kith.record.queries import leaving


def frozen(world, row):
    with scoped(worker_id=world.amal.id):
        message = queries.message_in(world.case, row.message_id)
        return leaving.frozen_copies(world.case, message.release_id)[0]


def waiting_is_over(world, row):
    """Move a message's next try to now."""
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=row.id).update(next_try_at=clock.now())


def queued_jobs():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'")
        return cursor.fetchone()[0]


def test_what_arrives_is_byte_for_byte_what_was_frozen(kept_world, room):
    world = kept_world
    row = world.send(text=".starts with a dot\n..\n.\nFrom here on: é, ł, 🙂\n" + "long " * 400)
    after = testing.hand_over(row, world.amal)
    (arrived,) = room.arrived()
    assert arrived.read_bytes() == frozen(world, row).data
    assert hashlib.sha256(arrived.read_bytes()).hexdigest() == frozen(world, row).sha256
    assert after.state == "sent"
    assert after.attempts == 1
    assert world.verbs()[-3:] == ["message.queued", "message.taken_up", "message.sent"]


def test_the_envelope_names_one_reader(kept_world, room):
    testing.hand_over(kept_world.send(), kept_world.amal)
    (arrived,) = room.arrived()
    envelope = json.loads(arrived.with_suffix(".json").read_text())
    assert envelope["to"] == ["lena@example.org"]
    assert envelope["from"] == "no-reply@example.org"


def test_a_job_that_runs_twice_sends_once(kept_world, room):
    row = kept_world.send()
    testing.hand_over(row, kept_world.amal)
    testing.hand_over(row, kept_world.amal)
    assert len(room.arrived()) == 1


def test_two_jobs_at_once_send_once(kept_world, room):
    world, row = kept_world, kept_world.send()
    room.seconds = 0.4
    together = threading.Barrier(3)

    def run():
        together.wait()
        try:
            jobs.send(case_id=str(row.case_id), outbox_id=str(row.id), worker_id=str(world.amal.id))
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(room.arrived()) == 1
    assert world.row(row).state == "sent"


def test_with_the_server_down_it_waits_and_goes_when_it_is_up(kept_world, tmp_path, settings):
    world = kept_world
    with PostRoom(tmp_path / "down") as gone:
        settings.SMTP_HOST, settings.SMTP_PORT = "127.0.0.1", gone.port
    row = world.send()
    down = testing.hand_over(row, world.amal)
    assert (down.state, down.attempts) == ("queued", 1)
    assert down.says == "The mail server cannot be reached."
    assert down.next_try_at > clock.now() + timedelta(seconds=50)
    assert testing.hand_over(row, world.amal).attempts == 1, "it is not due yet"
    waiting_is_over(world, row)
    with PostRoom(tmp_path / "up", port=gone.port) as up:
        assert testing.hand_over(row, world.amal).state == "sent"
        assert len(up.arrived()) == 1


def test_an_answer_to_try_later_is_tried_later_and_asked_for(kept_world, room):
    world = kept_world
    room.answers.extend(["451 busy", "250 OK"])
    row = world.send()
    before = queued_jobs()
    later = testing.hand_over(row, world.amal)
    assert (later.state, later.says) == ("queued", "The mail server asked to try later: 451 busy")
    assert queued_jobs() == before  # the first asking still waits: the same job is asked for once
    waiting_is_over(world, row)
    assert testing.hand_over(row, world.amal).state == "sent"
    (arrived,) = room.arrived()
    assert arrived.read_bytes() == frozen(world, row).data
    assert world.verbs()[-4:] == ["message.taken_up", "message.waits", "message.taken_up", "message.sent"]


@pytest.mark.parametrize("where", ["readers", "answers"])
def test_a_refusal_is_final_and_said(kept_world, room, where):
    world = kept_world
    getattr(room, where).append("550 no such person")
    row = testing.hand_over(world.send(), world.amal)
    assert (row.state, row.says) == ("refused", "The mail server refused it: 550 no such person")
    assert testing.hand_over(row, world.amal).state == "refused"
    assert room.arrived() == []
    assert world.verbs()[-1] == "message.refused"
    with scoped(worker_id=world.amal.id):
        (look,) = queries.needing_a_look()
    assert (look.message_id, look.state) == (row.message_id, "refused")


def test_a_connection_that_breaks_after_the_bytes_leaves_it_unsure_and_never_sent_again(kept_world, room, monkeypatch):
    world = kept_world
    monkeypatch.setattr("kith.correspondence.channels.smtp.LAST_REPLY_SECONDS", 0.2)
    room.seconds = 1.0
    row = testing.hand_over(world.send(), world.amal)
    assert row.state == "unsure"
    room.seconds = 0
    jobs.take_up_again()
    assert testing.hand_over(row, world.amal).state == "unsure"
    assert len(room.arrived()) <= 1
    assert world.verbs()[-1] == "message.unsure"


def test_without_a_mail_server_it_stays_queued_and_the_page_says_so(kept_world, settings):
    world = kept_world
    settings.SMTP_HOST = ""
    row = testing.hand_over(world.send(), world.amal)
    assert (row.state, row.attempts) == ("queued", 0)
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        assert queries.list_page(world.case, world.amal, None).notice.startswith("No mail server is set up")


def test_after_three_days_it_is_too_late_with_a_sentence(kept_world, room):
    world = kept_world
    row = world.send()
    with scoped(worker_id=world.amal.id):
        late = actions.take_up(outbox_id=row.id, by=world.amal, at=row.queued_at + timedelta(days=3, minutes=1))
    assert late is None
    assert world.row(row).state == "expired"
    assert "while it was of use" in world.row(row).says
    assert room.arrived() == []


def test_a_copy_that_is_not_what_was_released_is_refused(kept_world, room):
    world, row = kept_world, kept_world.send()
    with scoped(worker_id=world.amal.id):
        forged = files.keep_bytes(b"Subject: forged\r\n\r\nwords\r\n", case_id=world.case.id, at=make.AT)
    with connection.cursor() as cursor, pytest.raises(ProgrammingError, match="permission denied"):
        cursor.execute("UPDATE record_releasedcopy SET file_id = %s", [forged.id])
    path = object_of(world, row)
    spoiled = bytearray(path.read_bytes())
    spoiled[-1] ^= 1
    path.chmod(0o600)
    path.write_bytes(spoiled)
    after = testing.hand_over(row, world.amal)
    assert after.state == "refused"
    assert "is not what was released" in after.says
    assert room.arrived() == []


def object_of(world, row):
    """Find where a message's frozen copy lies in the vault."""
    with scoped(worker_id=world.amal.id):
        message = queries.message_in(world.case, row.message_id)
        copy = ReleasedCopy.objects.get(release_id=message.release_id)
        stored = files.stored_in(world.case.id, copy.file_id)
    return files.store().path_of(ObjectName(stored.address, stored.id))


def test_an_address_that_ended_while_it_waited_stops_it(kept_world, room):
    world, row = kept_world, kept_world.send()
    with scoped(worker_id=world.amal.id):
        detail = ContactDetail.objects.get(participant=world.lena)
    record.end_contact_detail(detail=detail, by=world.amal, at=make.AT, why="her phone was taken")
    after = testing.hand_over(row, world.amal)
    assert (after.state, room.arrived()) == ("refused", [])
    assert "address is no longer used" in after.says


def test_a_fact_protected_while_it_waited_stops_it(kept_world, room):
    world = kept_world
    row = world.send(text="The house is 14 Quarry Lane, Fennby, FN1 2QX.")
    make.protected_address(world.case, world.amal)
    after = testing.hand_over(row, world.amal)
    assert (after.state, room.arrived()) == ("refused", [])
    assert "has been protected" in after.says


def test_the_sweep_asks_for_what_is_due_and_leaves_alone_what_is_being_sent(kept_world, room):
    world, row = kept_world, kept_world.send()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    jobs.take_up_again()
    assert queued_jobs() == 1
    with scoped(worker_id=world.amal.id):
        actions.take_up(outbox_id=row.id, by=world.amal, at=clock.now())
    held, done = threading.Event(), threading.Event()

    def hold():
        with queries.alone(row.id) as is_mine:
            assert is_mine
            held.set()
            done.wait(10)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(10)
    jobs.take_up_again()
    assert world.row(row).state == "sending"
    done.set()
    thread.join()
    jobs.sweep_outbox()
    assert world.row(row).state == "unsure"
    assert room.arrived() == []


def test_a_person_says_what_came_of_an_unsure_message(kept_world, room):
    world, row = kept_world, kept_world.send()
    with scoped(worker_id=world.amal.id):
        actions.take_up(outbox_id=row.id, by=world.amal, at=clock.now())
    with pytest.raises(actions.TooLate):
        actions.write_again(case=world.case, message=row.message, by=world.amal, at=clock.now())
    jobs.take_up_again()
    with pytest.raises(actions.TooLate):
        actions.write_again(case=world.case, message=row.message, by=world.amal, at=clock.now())
    actions.settle(message=row.message, arrived=False, how_known="She rang", by=world.amal, at=clock.now())
    settled = world.row(row)
    assert (settled.state, settled.says, settled.settled_by_id) == (
        "refused",
        "It did not arrive: She rang",
        world.amal.id,
    )
    actions.write_again(case=world.case, message=row.message, by=world.amal, at=clock.now())
    with scoped(worker_id=world.amal.id):
        assert "Thursday at four" in queries.write_page(world.case, world.lena, world.amal, clock.now()).words["text"]


def test_an_answer_that_comes_after_the_sweep_settles_it(kept_world, room):
    world, row = kept_world, kept_world.send()
    with scoped(worker_id=world.amal.id):
        load = actions.take_up(outbox_id=row.id, by=world.amal, at=clock.now())
    jobs.take_up_again()
    answer = channels.of("email").hand_over(load)
    actions.note_answer(outbox_id=row.id, answer=answer, by=world.amal, at=clock.now())
    assert world.row(row).state == "sent"
