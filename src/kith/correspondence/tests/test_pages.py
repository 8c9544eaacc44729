"""The pages: what a worker is shown before anything leaves, and after; Cara is told that there is no such page."""

import json
import re
from importlib import import_module
from types import ModuleType
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import path, reverse

from kith.core.pages import View
from kith.core.transactions import scoped
from kith.correspondence import jobs, queries, testing
from kith.correspondence.models import Enclosure, Outbox
from kith.correspondence.urls import post_room_urls
from kith.record import actions as record
from kith.record import testing as make
from kith.record.models import Release
from kith.record.queries import leaving

HOME = "14 Quarry Lane, Fennby, FN1 2QX"


def post(client, address, **fields):
    return client.post(address, {"submit_key": str(uuid4()), **fields})


def text_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def write(here, world, *, subject="Thursday", text="I will come on Thursday at four.", **more):
    return post(here, here.at("write", world.lena.id), subject=subject, text=text, **more)


def send(here, world, **more):
    """Press "Send it" on the page as it stands."""
    shown = here.get(here.at("check", world.lena.id)).content.decode()
    seen = re.search(r'name="seen" value="([^"]+)"', shown).group(1)
    return post(here, here.at("check", world.lena.id), seen=seen, **more)


def test_a_message_is_written_read_as_them_and_sent(here, world):
    written = write(here, world)
    assert written.url == here.at("check", world.lena.id)
    read = text_of(here.get(written.url))
    assert "Nothing protected was found" in read
    assert "does not know what is not recorded as protected" in read
    assert "I will come on Thursday at four." in read
    assert "lena@example.org" in read
    answer = send(here, world)
    with scoped(worker_id=world.amal.id):
        row = Outbox.objects.get()
    assert answer.url == here.at("show", row.message_id)
    shown = text_of(here.get(answer.url))
    assert "Waiting to be sent" in shown
    assert "The copy that is kept still matches it." in shown
    assert row.reference in shown.replace("&lt;", "<").replace("&gt;", ">")
    listed = text_of(here.get(here.at("list")))
    assert "Thursday" in listed
    assert "No mail server is set up" in listed


def test_a_null_character_among_the_words_breaks_nothing_and_the_words_are_kept(here, world):
    answer = write(here, world, subject="\x00", text="I will\x00 come at four.")
    assert answer.status_code == 200
    assert "I will come at four." in text_of(here.get(here.at("write", world.lena.id)))


def test_a_form_sent_twice_is_one_message(here, world):
    write(here, world)
    shown = here.get(here.at("check", world.lena.id)).content.decode()
    fields = {
        "submit_key": str(uuid4()),
        "seen": re.search(r'name="seen" value="([^"]+)"', shown).group(1),
    }
    first = here.post(here.at("check", world.lena.id), fields)
    again = here.post(here.at("check", world.lena.id), fields)
    assert first.url == again.url
    with scoped(worker_id=world.amal.id):
        assert Outbox.objects.count() == 1


def test_a_block_is_shown_where_it_stands_and_the_words_are_kept(here, world):
    make.protected_address(world.case, world.amal, value=HOME)
    write(here, world, text=f"Come to {HOME} at four.")
    answer = here.get(here.at("check", world.lena.id))
    page = answer.content.decode()
    assert "This cannot be sent" in page
    assert f"Address: {HOME}" in page
    assert page.count(f"<mark>{HOME}</mark>") == 2  # where the check points, and in the letter
    assert 'name="seen"' not in page
    assert f"Come to {HOME} at four." in here.get(here.at("write", world.lena.id)).content.decode()


def test_a_block_that_is_sent_all_the_same_stays_stopped(here, world):
    write(here, world, text=f"Come to {HOME} at four.")
    shown = here.get(here.at("check", world.lena.id)).content.decode()
    seen = re.search(r'name="seen" value="([^"]+)"', shown).group(1)
    make.protected_address(world.case, world.amal, value=HOME)  # in the meantime
    answer = post(here, here.at("check", world.lena.id), seen=seen, accept="on")
    assert "This cannot be sent" in text_of(answer)
    with scoped(worker_id=world.amal.id):
        assert not Outbox.objects.exists()
        assert Release.objects.get().state == "blocked"
    listed = text_of(here.get(here.at("list")))
    assert "Stopped before it left" in listed
    assert "to Lena, by Amal Tester" in listed


def test_a_warning_asks_for_a_tick_that_is_recorded(here, world):
    record.protect_fact(
        case=world.case,
        kind="place",
        value="Fennby",
        why="fled there",
        since_on=make.AT.date(),
        by=world.amal,
        at=make.AT,
    )
    make.protected_address(world.case, world.amal, value=HOME)
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        warned = _warned_words(world)
    write(here, world, text=warned)
    assert "Read this before you send it" in text_of(here.get(here.at("check", world.lena.id)))
    without = send(here, world)
    assert "Tick the box if you stand by these words" in text_of(without)
    with scoped(worker_id=world.amal.id):
        assert not Release.objects.exists()
    with_tick = send(here, world, accept="on")
    assert with_tick.status_code == 302
    with scoped(worker_id=world.amal.id):
        assert Release.objects.get().verdict["level"] == "warn"
    assert "accepted by Amal Tester" in text_of(here.get(with_tick.url))


def _warned_words(world):
    """Find words of which the guard only warns."""
    for words in ("We met near Quarry Lane.", "It is in FN1.", "It was in Fenby.", "Quarry", "14 Quarry"):
        outgoing = leaving.Outgoing(channel="email", files=(), text=words)
        if leaving.judge(case=world.case, reader=world.lena, outgoing=outgoing).level == "warn":
            return words
    raise AssertionError("the guard warns of none of these any more: find others")


def test_the_writing_page_says_who_gets_nothing_and_counts_what_is_protected(here, world):
    make.protected_address(world.case, world.amal, value=HOME)
    page = text_of(here.get(here.at("write", world.lena.id)))
    assert "Tom (father)" in page
    assert "must not learn: address" in page
    assert "Quarry" not in page


def test_somebody_without_a_safe_address_cannot_be_written_to_and_the_page_says_why(here, world):
    choose = text_of(here.get(here.at("write")))
    assert "No e-mail address of Tom is recorded. Add one under People." in choose
    page = here.get(here.at("write", world.tom.id))
    assert "No e-mail address of Tom is recorded" in text_of(page)
    assert "Read it as them" not in text_of(page)
    assert here.get(here.at("check", world.tom.id)).url == here.at("write", world.tom.id)


def test_what_is_wrong_is_said_and_what_was_typed_stays(here, world):
    page = write(here, world, subject="", text="Only words.")
    assert "Enter a subject" in text_of(page)
    assert "Only words." in text_of(page)
    assert "Only words." in text_of(here.get(here.at("write", world.lena.id)))


def test_a_file_that_came_with_words_that_cannot_be_sent_is_kept_and_may_be_taken_off(here, world):
    page = write(here, world, subject="x" * 300, attach=[SimpleUploadedFile("plan.txt", b"the plan")])
    assert page.status_code == 200
    assert "plan.txt (8 bytes)" in text_of(page)
    assert "Take these files off" in text_of(page)


def test_a_subject_with_a_line_end_never_becomes_a_header(here, world):
    write(here, world, subject="Hi\r\nBcc: tom@example.net")
    answer = here.get(here.at("check", world.lena.id))
    assert answer.url == here.at("write", world.lena.id)
    assert "must be one line" in text_of(here.get(answer.url))
    with scoped(worker_id=world.amal.id):
        assert not Outbox.objects.exists()


def test_files_are_attached_taken_off_and_sent(here, world):
    plan, wrong = SimpleUploadedFile("plan.txt", b"the plan"), SimpleUploadedFile("wrong.txt", b"not this")
    stayed = write(here, world, attach=[plan, wrong], stay="1")
    assert stayed.url == here.at("write", world.lena.id)
    with scoped(worker_id=world.amal.id):
        unwanted = Enclosure.objects.get(name_text="wrong.txt")
    write(here, world, take_off=str(unwanted.id))
    read = text_of(here.get(here.at("check", world.lena.id)))
    assert "Attached: plan.txt (8 bytes)" in read
    assert "wrong.txt" not in read
    shown = here.get(send(here, world).url)
    assert "Attached: plan.txt (8 bytes)" in text_of(shown)


def test_words_save_themselves_and_an_earlier_version_can_be_gone_on_from(here, world):
    address = reverse("record:save_draft", args=[world.case.id, queries.place_of(world.lena)])
    assert address in here.get(here.at("write", world.lena.id)).content.decode()
    for version, text in enumerate(["the first words", "other words"]):
        body = json.dumps({"version": version, "editor": "a", "fields": {"subject": "S", "text": text}})
        saved = here.post(address, body, content_type="application/json", headers={"X-Kith-Draft": "1"})
        assert saved.json()["version"] == version + 1
    assert "other words" in here.get(here.at("write", world.lena.id)).content.decode()
    earlier = here.get(here.at("write", world.lena.id) + "?version=1").content.decode()
    assert "the first words" in earlier
    assert here.get(here.at("write", world.lena.id) + "?version=x").status_code == 200


def test_the_exact_copy_can_be_downloaded(here, world):
    row = world.send()
    copy = here.get(here.at("copy", row.message_id))
    with scoped(worker_id=world.amal.id):
        assert copy.content == queries.copy_of(world.case, row.message_id).data
    assert copy["Content-Disposition"].startswith("attachment")


def test_an_unsure_message_asks_what_came_of_it(here, world, settings):
    settings.SMTP_HOST = "127.0.0.1"
    row = world.send()
    with scoped(worker_id=world.amal.id):
        Outbox.objects.filter(id=row.id).update(state="sending")
    jobs.take_up_again()
    page = text_of(here.get(here.at("show", row.message_id)))
    assert "it may have been sent" in page
    assert "Write it again" not in page
    post(here, here.at("show", row.message_id), arrived="no", how_known="She rang")
    assert "Write it again" in text_of(here.get(here.at("show", row.message_id)))
    again = post(here, here.at("again", row.message_id))
    assert again.url == here.at("write", world.lena.id)
    assert "I will come on Thursday at four." in text_of(here.get(again.url))


@pytest.mark.parametrize("name", ["list", "write", "write_to", "check", "show", "copy"])
def test_cara_is_told_that_there_is_no_such_page(world, client, name):
    row = world.send()
    ids = {"write_to": [world.lena.id], "check": [world.lena.id], "show": [row.message_id], "copy": [row.message_id]}
    address = reverse(f"correspondence:{name.removesuffix('_to')}", args=[world.case.id, *ids.get(name, [])])
    client.force_login(world.cara)
    assert client.get(address).status_code == 404
    assert post(client, address).status_code in (404, 405)


def test_cara_cannot_write_it_again(world, client):
    row = world.send()
    client.force_login(world.cara)
    address = reverse("correspondence:again", args=[world.case.id, row.message_id])
    assert post(client, address).status_code == 404


def test_those_who_only_read_may_not_write(world, client):
    reader = make.worker("Lee Tester", "legal_adviser")
    record.give_access(case=world.case, worker=reader, why="supports", by=world.amal, at=make.AT)
    row = world.send()
    client.force_login(reader)
    page = client.get(reverse("correspondence:show", args=[world.case.id, row.message_id]))
    assert page.status_code == 200
    assert "Write it again" not in text_of(page)
    assert client.get(reverse("correspondence:write", args=[world.case.id, world.lena.id])).status_code == 404


@pytest.fixture
def post_room_address(settings) -> str:
    """Put the post room at an address, whether or not the agency's own addresses have it."""
    usual = import_module(settings.ROOT_URLCONF)
    there = path("tried-post-room/", (post_room_urls, None, None))
    addresses = ModuleType("addresses")
    addresses.urlpatterns, addresses.handler404 = [there, *usual.urlpatterns], usual.handler404
    settings.ROOT_URLCONF = addresses
    return "/tried-post-room/"


def test_the_post_room_shows_what_left_only_in_a_demonstration(
    kept_world, client, settings, post_room_address, tmp_path
):
    settings.DATA_FOLDER = str(tmp_path)
    client.force_login(kept_world.amal)
    settings.DEMO = False
    assert client.get(post_room_address).status_code == 404
    settings.DEMO = True
    assert "Nothing has left yet" in text_of(client.get(post_room_address))
    with testing.PostRoom(tmp_path / "post-room") as room:
        settings.SMTP_HOST, settings.SMTP_PORT = "127.0.0.1", room.port
        testing.hand_over(kept_world.send(), kept_world.amal)
    page = text_of(client.get(post_room_address))
    assert "I will come on Thursday at four." in page
    assert "Handed over for: lena@example.org" in page
    student = make.worker("Sam Tester", "student_or_nqsw")
    client.force_login(student)
    assert client.get(post_room_address).status_code == 404


def test_every_address_here_is_a_page(world):
    views: list[View] = [each.callback for each in post_room_urls]
    assert all(hasattr(view, "needs") for view in views)
