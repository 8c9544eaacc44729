"""What follows from what came: who sent it, reports, one answer at night, the scanner, texts."""

import json
import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from kith.core.transactions import scoped
from kith.correspondence import actions, jobs, queries
from kith.correspondence.models import Acknowledged, Arrived, Message, Outbox, Receipt, ReceivedFile
from kith.correspondence.tests import hostile
from kith.correspondence.tests.given import NOON, arrive, received, tray, with_file
from kith.exhibits.models import Exhibit
from kith.record import testing as make


def test_a_forged_result_of_a_check_is_not_believed(world, settings):
    settings.MAIL_AUTHSERV_ID = "mx.agency.example.org"
    sent = world.send()
    forged = "mx.evil.example.net; dmarc=pass header.from=example.org"
    ours = "mx.agency.example.org; spf=fail; dkim=none; dmarc=fail"
    arrive(hostile.plain("A.", In_Reply_To=sent.reference, Authentication_Results=forged), "1")
    arrive(
        b"Authentication-Results: "
        + ours.encode()
        + b"\r\n"
        + hostile.plain("B.", In_Reply_To=sent.reference, Authentication_Results="mx.agency.example.org; dmarc=pass"),
        "2",
    )
    arrive(
        hostile.plain("C.", In_Reply_To=sent.reference, Authentication_Results="mx.agency.example.org; dmarc=pass"), "3"
    )
    assert {row.text: row.check_result for row in received(world)} == {
        "A.": "not confirmed",
        "B.": "not confirmed",
        "C.": "confirmed",
    }
    with scoped(worker_id=world.amal.id):
        first = next(row for row in received(world) if row.text == "A.")
        assert (
            queries.received_page(world.case, first.id, NOON.date()).check_says
            == "The mail server could not confirm who sent this."
        )


def test_a_mailbox_that_is_full_is_no_wrong_address(world):
    sent = world.send()
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=sent.id).update(state="sending")
        Outbox.objects.filter(id=sent.id).update(state="sent")
    arrive(bounce_of(sent.reference).replace(b"5.1.1", b"4.2.2"))
    assert "off, full or out of reach" in world.row(sent).says


def bounce_of(reference: str, action: str = "failed") -> bytes:
    return (
        "From: MAILER-DAEMON@mx.example.org\r\nTo: replies@agency.example.org\r\nSubject: Undelivered\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; lena@example.org\r\nAction: {action}\r\n"
        "Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user\r\n\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {reference}\r\nSubject: Thursday\r\n\r\nx\r\n--b--\r\n"
    ).encode()


def test_a_report_moves_the_message_that_could_not_be_delivered(world):
    sent = world.send()
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=sent.id).update(state="sending")
        Outbox.objects.filter(id=sent.id).update(state="sent")
    arrive(bounce_of(sent.reference, "delayed"), "1")
    assert world.row(sent).state == "sent"
    arrive(bounce_of(sent.reference), "2")
    found = world.row(sent)
    assert found.state == "failed"
    assert found.says == "It could not be delivered: there is no such number or address."
    arrive(bounce_of(sent.reference) + b"\r\n", "3")  # the same report again
    assert {row.kind for row in received(world)} == {"bounce"}
    with scoped(worker_id=world.amal.id):
        assert [each.status for each in Receipt.objects.all()] == ["permanent-failure"]
        assert [each.message_id for each in queries.needing_a_look()] == [sent.message_id]
        assert not Acknowledged.objects.exists()


NIGHT = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)


def answers(world):
    with scoped(worker_id=world.amal.id):
        return list(Message.objects.filter(subject="We have your message"))


def file_at(mail: bytes, place: str, at: datetime, world):
    actions.keep_arrived(channel="email", place=place, data=mail, by=actions.POST_ROOM, at=at)
    with scoped(worker_id=actions.POST_ROOM.id):
        found = queries.belongs(Arrived.objects.get(place=place).id)
        arrived_id = Arrived.objects.get(place=place).id
    return actions.file_to_case(arrived_id=arrived_id, opened=found.opened, thread=found.thread, by=world.amal, at=at)


def test_what_two_workers_of_jobs_read_at_once_is_filed_by_one_of_them(world):
    sent = world.send()
    actions.keep_arrived(
        channel="email",
        place="one",
        data=hostile.plain("Yes", In_Reply_To=sent.reference),
        by=actions.POST_ROOM,
        at=NOON,
    )
    with scoped(worker_id=actions.POST_ROOM.id):
        arrived_id = Arrived.objects.get(place="one").id
        found = queries.belongs(arrived_id)  # each found it new
    told = {"arrived_id": arrived_id, "opened": found.opened, "thread": found.thread, "by": world.amal, "at": NOON}
    assert actions.file_to_case(**told) is not None
    assert actions.file_to_case(**told) is None
    assert len(received(world)) == 1


def test_who_writes_at_night_is_answered_once_and_told_who_to_ring(world):
    sent = world.send()
    for number in range(3):
        file_at(hostile.plain(f"Are you there? {number}", In_Reply_To=sent.reference), str(number), NIGHT, world)
    file_at(hostile.plain("Morning", In_Reply_To=sent.reference), "small hours", NIGHT + timedelta(hours=4), world)
    (answer,) = answers(world)
    assert "nobody reads messages at night" in answer.text
    assert "999" in answer.text
    assert "Childline: 0800 1111" in answer.text
    with scoped(worker_id=world.amal.id):
        copy = queries.copy_of(world.case, answer.id)
    assert b"Auto-Submitted: auto-replied" in copy.data
    file_at(hostile.plain("Next night", In_Reply_To=sent.reference), "next", NIGHT + timedelta(days=1), world)
    assert len(answers(world)) == 2


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Auto-Submitted", "auto-replied"),
        ("Precedence", "bulk"),
        ("List-Id", "<all.example.org>"),
        ("Return-Path", "<>"),
        ("X-Auto-Response-Suppress", "All"),
    ],
)
def test_a_machine_is_never_answered(world, header, value):
    sent = world.send()
    file_at(hostile.plain("Away.", In_Reply_To=sent.reference, **{header: value}), "1", NIGHT, world)
    assert answers(world) == []
    assert [row.is_automatic for row in received(world)] == [True]


def test_nobody_else_and_nobody_by_day_is_answered(world):
    sent = world.send()
    file_at(hostile.plain("Hm.", sender="tom@example.net", In_Reply_To=sent.reference), "1", NIGHT, world)
    file_at(hostile.plain("Hm.", In_Reply_To=sent.reference), "2", NOON, world)
    assert answers(world) == []


@pytest.mark.parametrize("answer", [b"stream: Eicar-Signature FOUND\0", b"", None])
def test_what_the_scanner_finds_or_does_not_answer_about_stays_locked(world, settings, answer):
    sent = world.send()
    with clamd(answer) as settings.CLAMD:
        arrive(with_file(sent.reference, EICAR, "invoice.com"))
    (row,) = received(world)
    with scoped(worker_id=world.amal.id):
        (file,) = ReceivedFile.objects.filter(received=row)
        assert not Exhibit.objects.exists()
        assert queries.has_locked(row)
    assert file.locked_why
    assert ("harmful" in file.locked_why) == bool(answer)


def test_what_the_scanner_finds_nothing_in_becomes_an_exhibit(world, settings):
    sent = world.send()
    with clamd(b"stream: OK\0") as settings.CLAMD:
        arrive(with_file(sent.reference, b"fine", "plan.txt"))
    with scoped(worker_id=world.amal.id):
        assert Exhibit.objects.count() == 1


EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@contextmanager
def clamd(answer: bytes | None):
    """A scanner that says what it is told, and only once it has been given the whole file; None: it is not there."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        name = f"127.0.0.1:{listening.getsockname()[1]}"
        if answer is None:
            listening.close()
            yield name
            return
        thread = threading.Thread(target=_scan, args=(listening, answer))
        thread.start()
        yield name
        thread.join(10)


def _scan(listening, answer):
    link, _ = listening.accept()
    with link, link.makefile("rb") as told:
        assert told.read(10) == b"zINSTREAM\0"
        data = b""
        while size := int.from_bytes(told.read(4), "big"):
            data += told.read(size)
        assert data
        link.sendall(answer)


def test_a_number_that_was_written_to_files_a_text_and_one_of_two_people_does_not(world, client, settings):
    settings.TEXT_IN_TOKEN = "a-long-secret"
    at = {"by": world.amal, "at": NOON}
    actions.know_way(case=world.case, participant=world.lena, value="07700 900123", **at)
    assert text_in(client, "1", "447700900123").status_code == 204
    assert text_in(client, "1", "447700900123").status_code == 204  # handed over twice
    jobs.file_new()
    (row,) = received(world)
    assert (row.kind, row.whose, row.filed, row.text) == ("text", "theirs", "number", "I will be late")
    actions.know_way(case=world.case, participant=world.tom, value="+44 7700 900123", **at)
    text_in(client, "2", "447700900123")
    text_in(client, "3", "447700900999")
    jobs.file_new()
    assert len(received(world)) == 1
    assert [row.why_here for row in tray() if row.state == "tray"] == ["shared number", "no number"]


def test_a_text_from_a_recorded_number_is_filed_once_anything_was_sent_to_its_owner(world, client, settings, room):
    settings.TEXT_IN_TOKEN = "a-long-secret"
    make.way_of(world.lena, world.amal, "phone", "07700 900123", planned=False)
    text_in(client, "1", "447700900123")
    jobs.file_new()
    assert received(world) == []
    row = world.send()
    jobs.send(case_id=str(world.case.id), outbox_id=str(row.id), worker_id=str(world.amal.id))
    text_in(client, "2", "447700900123")
    jobs.file_new()
    (row,) = received(world)
    assert (row.whose, row.filed) == ("theirs", "number")


def text_in(client, key, number, token="a-long-secret", **more):
    told = {"id": key, "source_number": number, "destination_number": "07700900000", "message": "I will be late"}
    told |= {"date_received": "2026-03-04T12:00:00.000000Z", **more}
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return client.post("/came-in/text/", json.dumps(told), content_type="application/json", headers=headers)


def test_texts_are_taken_only_of_who_shows_the_secret_and_only_in_their_form(world, client, settings):
    assert text_in(client, "1", "447700900123").status_code == 404  # not set up
    settings.TEXT_IN_TOKEN = "a-long-secret"
    assert text_in(client, "1", "447700900123", token="wrong").status_code == 404
    assert text_in(client, "1", "447700900123", token="").status_code == 404
    assert text_in(client, "", "447700900123").status_code == 400
    assert text_in(client, "1", "447700900123", message=["x"]).status_code == 400
    assert text_in(client, "1", "447700900123", message="x" * 70_000).status_code == 413
    assert tray() == []
