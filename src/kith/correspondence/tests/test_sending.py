"""Writing and releasing: what is refused, what is stopped, what is frozen and queued."""

import json

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from kith.core import files
from kith.core.transactions import scoped
from kith.correspondence import actions, queries, rules
from kith.correspondence.models import Enclosure, Message, Outbox
from kith.correspondence.queries.writing import check_page
from kith.record import actions as record
from kith.record import testing as make
from kith.record.models import Access, ContactDetail, Release, ReleasedCopy, TimelineRow
from kith.record.queries import leaving

AT = make.AT
HOME = "14 Quarry Lane, Fennby, FN1 2QX"


def send(world, *, reader=None, subject="Thursday", text="I will come on Thursday at four.", **more):
    return actions.send_message(
        case=world.case, reader=reader or world.lena, subject=subject, text=text, by=world.amal, at=AT, **more
    )


def attach(world, data, name, *, media_type="text/plain"):
    """Put a file that the case holds with the words being written to Lena."""
    with scoped(worker_id=world.amal.id):
        stored = files.keep_bytes(data, case_id=world.case.id, at=AT)
    return actions.attach_stored(
        case=world.case, reader=world.lena, stored=stored, name=name, media_type=media_type, by=world.amal, at=AT
    )


def counts():
    return [each.objects.count() for each in (Message, Outbox, ReleasedCopy, TimelineRow)]


def jobs_asked():
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs ORDER BY id")
        return [(name, json.loads(args)) for name, args in cursor.fetchall()]


def test_sending_freezes_queues_notes_and_asks_in_one(world):
    sent = send(world)
    with scoped(worker_id=world.amal.id):
        row = Outbox.objects.get(message=sent.message)
        (copy,) = leaving.frozen_copies(world.case, sent.message.release_id)
        assert TimelineRow.objects.get(source_id=sent.message.id).kind == "message"
        asked = jobs_asked()
    assert row.state == "queued"
    assert row.reference == f"<{sent.message.id}@example.org>"
    assert copy.matches
    mail = leaving.taken_apart(copy.data)
    assert (mail.subject, mail.text) == ("Thursday", "I will come on Thursday at four.\n")
    assert dict(mail.headers)["To"] == "lena@example.org"
    assert dict(mail.headers)["Date"] == "Mon, 02 Mar 2026 09:30:00 +0000"
    assert world.verbs()[-2:] == ["release.made", "message.queued"]
    assert asked == [
        (
            "correspondence.send",
            {"case_id": str(world.case.id), "outbox_id": str(row.id), "worker_id": str(world.amal.id)},
        )
    ]


def test_a_block_leaves_only_its_release_and_its_note(world):
    make.protected_address(world.case, world.amal, value=HOME)
    sent = send(world, text=f"She lives at {HOME}.")
    assert sent.message is None
    assert sent.verdict.findings[0].shown
    with scoped(worker_id=world.amal.id):
        assert counts() == [0, 0, 0, 0]
        assert Release.objects.get().state == "blocked"
        assert HOME not in str(Release.objects.get().verdict)
        assert jobs_asked() == []
    assert world.verbs()[-1] == "release.blocked"


def test_a_protected_fact_in_the_subject_or_in_a_file_is_found_where_it_stands(world):
    make.protected_address(world.case, world.amal, value=HOME)
    assert {each.where for each in send(world, subject=f"About {HOME}").verdict.findings} == {"subject"}
    enclosure = attach(world, f"Plan for {HOME}".encode(), "plan.txt")
    stopped = send(world, enclosures=[enclosure])
    assert stopped.message is None
    assert all("plan.txt" in each.where for each in stopped.verdict.findings)
    with scoped(worker_id=world.amal.id):
        assert Enclosure.objects.get().message_id is None


def test_somebody_who_may_know_a_fact_is_told_it(world):
    fact = make.protected_address(world.case, world.amal, value=HOME)
    record.allow_to_know(fact=fact, participant=world.lena, by=world.amal, at=AT, why="it is hers")
    assert send(world, text=f"I will come to {HOME}.").message is not None


def test_a_file_that_cannot_be_opened_is_not_sent_to_a_parent(world):
    enclosure = attach(world, b"\x00\x01\x02 who knows", "x.bin", media_type="application/x-odd")
    stopped = send(world, enclosures=[enclosure])
    assert stopped.message is None
    assert stopped.verdict.unopened


@pytest.mark.parametrize("subject", ["Hi\nBcc: tom@example.net", "Hi\r\nX: y", "", "x" * 201])
def test_odd_subjects_are_refused_and_leave_nothing(world, subject):
    with pytest.raises(rules.NotSendable):
        send(world, subject=subject)
    with scoped(worker_id=world.amal.id):
        assert counts() == [0, 0, 0, 0]
        assert not Release.objects.exists()


def test_an_empty_message_is_refused(world):
    with pytest.raises(rules.NotSendable, match="Enter the message"):
        send(world, text=" \n\t ")


def test_nobody_is_written_to_without_an_address_that_is_safe(world):
    with pytest.raises(queries.CannotWrite, match="No e-mail address of Tom is recorded"):
        send(world, reader=world.tom)
    detail = record.add_contact_detail(
        case=world.case, participant=world.tom, kind="email", value="tom@example.net", by=world.amal, at=AT
    )
    with pytest.raises(queries.CannotWrite, match="not recorded that it is safe"):
        send(world, reader=world.tom)
    record.end_contact_detail(detail=detail, by=world.amal, at=AT, why="it bounced")
    with pytest.raises(queries.CannotWrite, match="no longer used"):
        send(world, reader=world.tom)


def test_an_address_that_two_people_read_is_refused(world):
    make.email_of(world.tom, world.amal, "LENA@example.org")
    with pytest.raises(queries.CannotWrite, match="Somebody else on this case uses the same"):
        send(world)


def test_an_address_with_a_line_end_is_refused_wherever_it_came_from(world):

    with scoped(worker_id=world.amal.id):
        detail = ContactDetail.objects.get(participant=world.lena)
        locked = files.lock_text(world.case.id, f"contactdetail.value:{detail.id}", "lena@example.org\nb@example.net")
        ContactDetail.objects.filter(id=detail.id).update(value_sealed=locked)
    with pytest.raises(rules.NotSendable):
        send(world)


def test_words_that_changed_since_they_were_seen_are_not_sent(world):
    actions.keep_words(
        case=world.case, reader=world.lena, words={"subject": "Thursday", "text": "At four."}, by=world.amal, at=AT
    )
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        shown = check_page(world.case, world.lena, world.amal, AT)
    with pytest.raises(actions.Changed):
        send(world, text="At five.", seen=shown.seen)
    with scoped(worker_id=world.amal.id):
        assert counts() == [0, 0, 0, 0]
        assert not Release.objects.exists()
    assert send(world, text="At four.", seen=shown.seen).message is not None


def test_the_draft_is_used_and_the_files_go_with_the_message(world):
    words = {"subject": "Thursday", "text": "At four."}
    actions.keep_words(case=world.case, reader=world.lena, words=words, by=world.amal, at=AT)
    assert actions.keep_words(case=world.case, reader=world.lena, words=words, by=world.amal, at=AT) is None
    enclosure = attach(world, b"a leaflet", "leaflet.txt")
    sent = send(world, enclosures=[enclosure])
    with scoped(worker_id=world.amal.id):
        assert Enclosure.objects.get().message_id == sent.message.id
        assert queries.enclosures_of(world.case, world.lena, world.amal) == []
        assert queries.write_page(world.case, world.lena, world.amal, AT).words["text"] == ""
        (copy,) = leaving.frozen_copies(world.case, sent.message.release_id)
    (attached,) = leaving.taken_apart(copy.data).files
    assert (attached.name, attached.media_type, attached.data) == ("leaflet.txt", "text/plain", b"a leaflet")


def test_files_that_are_too_large_together_are_not_attached(world, monkeypatch):
    monkeypatch.setattr("kith.correspondence.rules.words.MOST_BYTES", 20)
    with pytest.raises(rules.NotSendable, match="more than one message"):
        attach(world, b"x" * 21, "a.txt")


def test_a_file_taken_off_is_not_sent(world):
    enclosure = attach(world, b"wrong one", "a.txt")
    actions.take_off(enclosure=enclosure, by=world.amal, at=AT)
    with scoped(worker_id=world.amal.id):
        assert queries.enclosures_of(world.case, world.lena, world.amal) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("sent", "queued"), ("unsure", "queued"), ("unsure", "sending"), ("refused", "sending"), ("queued", "sent")],
)
def test_the_database_refuses_a_state_that_goes_back(world, old, new):
    row = world.send()
    steps = {"sent": ["sending", "sent"], "unsure": ["sending", "unsure"], "refused": ["refused"], "queued": []}
    with scoped(worker_id=world.amal.id):
        for state in steps[old]:
            Outbox.objects.filter(id=row.id).update(state=state)
        with pytest.raises(ProgrammingError, match="cannot go from"), transaction.atomic():
            Outbox.objects.filter(id=row.id).update(state=new)


def test_the_sweeps_function_gives_ids_alone_and_nothing_of_those_who_left(world):
    row = world.send()
    with scoped(worker_id=world.cara.id):
        (due,) = queries.due(row.next_try_at)
        assert not Outbox.objects.exists()
    assert (due.outbox_id, due.worker_id, due.state) == (row.id, world.amal.id, "queued")
    boss = make.worker("Ben Tester", "team_manager")
    record.give_access(case=world.case, worker=boss, why="manages", by=world.amal, at=AT)
    with scoped(worker_id=world.amal.id):
        held = Access.objects.get(worker=world.amal)
    record.end_access(access=held, by=boss, at=AT)
    assert queries.due(row.next_try_at) == []
    with scoped(worker_id=boss.id, case_id=world.case.id):
        (line,) = queries.list_page(world.case, boss, None).lines
        shown = queries.show_page(world.case, row.message_id, boss, AT)
    assert "may no longer open the case" in line.text
    assert shown.may_write_again
