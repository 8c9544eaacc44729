"""Mail from a real Dovecot: kept before it is opened, filed to its thread or into the tray, once, whatever happens."""

import hashlib

import pytest

from kith.core import files
from kith.core.transactions import scoped
from kith.core.vault.tests.peers import peer
from kith.correspondence import actions, jobs, queries
from kith.correspondence.models import Arrived, ReadNow, ReceivedFile
from kith.correspondence.tests import dovecot, hostile
from kith.correspondence.tests.given import NOON, received, tray, with_file
from kith.exhibits.models import CustodyEvent, Exhibit
from kith.record.models import TimelineRow

needs_dovecot = pytest.mark.skipif(dovecot.PROGRAM is None, reason="no Dovecot on this machine (dovecot-imapd)")


@pytest.fixture(scope="module")
def server():
    with dovecot.running() as running:
        yield running


@pytest.fixture
def box(server, settings):
    """An empty mailbox, and settings that point at it."""
    with server.client() as client:
        for each in client.uid("SEARCH", "ALL")[1][0].split():
            client.uid("STORE", each, "+FLAGS", r"(\Deleted)")
        client.expunge()
    settings.IMAP_HOST, settings.IMAP_PORT, settings.IMAP_TLS = "127.0.0.1", server.port, "none"
    settings.IMAP_USER, settings.IMAP_PASSWORD = dovecot.USER, dovecot.PASSWORD
    settings.MAIL_AUTHSERV_ID, settings.MAIL_REPLY_TO = "mx.agency.example.org", "replies+{}@agency.example.org"
    return server


@needs_dovecot
def test_a_reply_is_filed_to_its_thread_and_marked_in_the_mailbox(kept_world, box):
    sent = kept_world.send()
    mail = hostile.plain("Thursday is fine.", In_Reply_To=sent.reference)
    box.deliver(mail)
    jobs.fetch()
    (row,) = received(kept_world)
    assert (row.whose, row.filed, row.message_id, row.text) == (
        "theirs",
        "thread",
        sent.message_id,
        "Thursday is fine.",
    )
    assert bytes(row.sha256) == hashlib.sha256(mail).digest()
    with scoped(worker_id=kept_world.amal.id):
        assert queries.received_copy(row) == mail
        assert TimelineRow.objects.filter(case=kept_world.case, kind="received", source_id=row.id).exists()
    assert "received.filed" in kept_world.verbs()
    assert box.count("SEEN") == 1
    (kept,) = tray()
    assert (kept.state, kept.is_kept_here, bytes(kept.subject_sealed)) == ("filed", False, b"")


@needs_dovecot
def test_a_reply_to_the_signed_address_is_filed_without_any_other_header(kept_world, box):
    sent = kept_world.send()
    box.deliver(
        hostile.plain("Yes.").replace(
            b"replies@agency", queries.reply_to(sent.message_id).split("@")[0].upper().encode() + b"@agency"
        )
    )
    jobs.fetch()
    (row,) = received(kept_world)
    assert (row.filed, row.message_id) == ("address", sent.message_id)


@needs_dovecot
def test_a_reply_from_somebody_else_is_never_filed_as_theirs(kept_world, box):
    sent = kept_world.send()
    box.deliver(hostile.plain("He says yes.", sender="tom@example.net", In_Reply_To=sent.reference))
    jobs.fetch()
    (row,) = received(kept_world)
    assert row.whose == "somebody else"
    with scoped(worker_id=kept_world.amal.id):
        assert queries.received_page(kept_world.case, row.id, NOON.date()).title == "Message from somebody else"


@needs_dovecot
def test_a_stranger_s_mail_waits_in_the_tray_with_nothing_of_its_words(kept_world, box):
    box.deliver(hostile.plain("My secret.", sender="Eve <eve@example.net>", subject="About a boy"))
    jobs.fetch()
    assert received(kept_world) == []
    with scoped(worker_id=actions.POST_ROOM.id):
        (line,) = queries.tray_page().lines
    assert (line.sender, line.subject, line.why_here) == (
        "Eve <eve@example.net>",
        "About a boy",
        "It answers none of our messages.",
    )
    assert "secret" not in repr(line)
    with scoped(worker_id=kept_world.amal.id):
        assert not Arrived.objects.exists()  # she places no mail


@needs_dovecot
def test_hostile_mail_is_all_kept_and_breaks_nothing(kept_world, box):
    sent = kept_world.send()
    box.deliver(
        *(mail for mail in hostile.CORPUS.values() if mail), hostile.plain("Still here.", In_Reply_To=sent.reference)
    )
    whole = {hashlib.sha256(mail).digest() for mail in box.whole()[:-1]}
    jobs.fetch()
    with scoped(worker_id=actions.POST_ROOM.id):
        rows = list(Arrived.objects.filter(state="tray"))
        kept = {hashlib.sha256(queries.arrived.bytes_of(row)).digest() for row in rows}
        page = queries.tray_page()
    assert kept == whole
    assert {row.why_here for row in rows} <= {"unknown", "not opened"}
    assert all("\n" not in line.subject and "\x00" not in line.subject for line in page.lines)
    assert [row.text for row in received(kept_world)] == ["Still here."]


@pytest.mark.drill
@needs_dovecot
def test_fifty_megabytes_are_kept_whole_and_the_file_stays_locked(kept_world, box):
    sent = kept_world.send()
    head = hostile.HEAD + f"In-Reply-To: {sent.reference}\r\n".encode()
    mail = (
        head + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee this.\r\n--b\r\n"
        b"Content-Type: video/mp4\r\nContent-Disposition: attachment; filename=long.mp4\r\n\r\n"
        + (b"A" * 998 + b"\r\n") * 50_000
        + b"--b--\r\n"
    )
    box.deliver(mail)
    jobs.fetch()
    (row,) = received(kept_world)
    assert (row.size_bytes, row.text) == (len(mail), "See this.")
    with scoped(worker_id=kept_world.amal.id):
        (file,) = ReceivedFile.objects.filter(received=row)
    assert file.exhibit_id is None
    assert "larger" in file.locked_why


@needs_dovecot
def test_a_crash_after_keeping_and_before_marking_neither_loses_nor_doubles(kept_world, box):
    sent = kept_world.send()
    box.deliver(hostile.plain("Once.", In_Reply_To=sent.reference))
    with jobs.imap.opened(jobs.mailbox()) as open_box:
        (found,) = open_box.waiting()
        data = open_box.data(found)
    actions.keep_arrived(
        channel="email", place=found.place, data=data, by=actions.POST_ROOM, at=NOON
    )  # and then: killed
    assert box.count("UNSEEN") == 1
    for _ in range(3):
        jobs.fetch()
    assert [row.text for row in received(kept_world)] == ["Once."]
    assert box.count("UNSEEN") == 0


@needs_dovecot
def test_the_same_mail_put_back_is_not_taken_twice(kept_world, box):
    sent = kept_world.send()
    mail = hostile.plain("Once.", In_Reply_To=sent.reference)
    box.deliver(mail, mail)
    jobs.fetch()
    box.deliver(mail)
    jobs.fetch()
    assert len(received(kept_world)) == 1


@needs_dovecot
def test_what_was_taken_is_moved_where_a_mailbox_is_named_for_it(kept_world, box, settings):
    settings.IMAP_DONE = "Taken"
    before = box.count("ALL", "Taken")
    box.deliver(hostile.plain("Moved."))
    jobs.fetch()
    assert (box.count("ALL"), box.count("ALL", "Taken")) == (0, before + 1)


@pytest.mark.drill
@needs_dovecot
def test_a_wrong_password_or_an_open_line_takes_nothing_and_says_why(kept_world, box, settings):
    settings.IMAP_PASSWORD = "wrong"
    with pytest.raises(jobs.imap.CannotReach, match="name, password and mailbox"), jobs.imap.opened(jobs.mailbox()):
        pass
    settings.IMAP_HOST = "mail.example.org"
    with pytest.raises(jobs.imap.CannotReach, match="fetched by TLS"), jobs.imap.opened(jobs.mailbox()):
        pass


@needs_dovecot
def test_files_become_exhibits_with_custody_that_says_where_they_came_from(kept_world, box):
    sent = kept_world.send()
    box.deliver(with_file(sent.reference, b"02/03/2026, 18:04 - Tom: Late again\n", "chat.txt"))
    jobs.fetch()
    (row,) = received(kept_world)
    with scoped(worker_id=kept_world.amal.id):
        (file,) = ReceivedFile.objects.filter(received=row)
        exhibit = Exhibit.objects.get(id=file.exhibit_id)
        assert exhibit.authority.startswith("Received by e-mail from lena@example.org at ")
        assert (exhibit.name_text, exhibit.how, exhibit.from_participant) == ("chat.txt", "email", kept_world.lena.id)
        assert CustodyEvent.objects.filter(exhibit=exhibit, verb="taken in").exists()


@needs_dovecot
def test_words_to_read_at_once_make_a_task(kept_world, box):
    sent = kept_world.send()
    box.deliver(hostile.plain("He says I\u2019m better off dead. I want to  DIE.", In_Reply_To=sent.reference))
    jobs.fetch()
    (row,) = received(kept_world)
    with scoped(worker_id=kept_world.amal.id):
        task = ReadNow.objects.get(received=row)
        page = queries.received_page(kept_world.case, row.id, NOON.date())
        assert [piece.text for piece in page.words if piece.is_marked] == ["want to  DIE"]
        assert [each.reference for each in queries.to_read_now()] == [kept_world.case.reference]
    actions.mark_read(received=row, did="Rang her.", by=kept_world.amal, at=NOON)
    with scoped(worker_id=kept_world.amal.id):
        task.refresh_from_db()
        assert (task.read_by_id, queries.to_read_now()) == (kept_world.amal.id, [])


@pytest.mark.drill
@needs_dovecot
def test_while_the_file_store_is_away_mail_stays_in_the_mailbox_or_unfiled_and_goes_on_later(
    kept_world, box, settings, tmp_path, monkeypatch
):
    sent = kept_world.send()
    settings.DATA_FOLDER = str(tmp_path)
    with peer("rclone") as rclone:
        settings.FILES_IN = rclone.bucket()
        box.deliver(with_file(sent.reference, b"what was said", "tape.txt"))
        rclone.kill()
        with pytest.raises(files.NoAnswer):
            jobs.fetch()
        assert (box.count("SEEN"), tray()) == (0, [])
        rclone.start()
        kept = actions.keep_arrived
        with monkeypatch.context() as away:  # it is killed when the mail is kept and not yet filed
            away.setattr(actions, "keep_arrived", lambda **given: (kept(**given), rclone.kill())[0])
            with pytest.raises(files.NoAnswer):
                jobs.fetch()
        assert [row.state for row in tray()] == ["new"]
        rclone.start()
        jobs.fetch()
        (row,) = received(kept_world)
        assert row.filed == "thread"
        with scoped(worker_id=kept_world.amal.id):
            (file,) = ReceivedFile.objects.filter(case=kept_world.case, received=row)
            assert file.exhibit_id is not None
