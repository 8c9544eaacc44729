"""Files asked for by a link: the worker's side, and what becomes of what came."""

import hashlib
import re
import uuid
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from kith.core import jobs as core_jobs
from kith.core.transactions import scoped
from kith.exhibits import actions, jobs, linking, queries, rules
from kith.exhibits.models import CustodyEvent, DropLink, Exhibit
from kith.exhibits.testing import WORD
from kith.exhibits.tests.links_world import World, signed_in, words_of
from kith.exhibits.tests.samples import with_media
from kith.record import actions as record
from kith.record import testing as make
from kith.record.queries import begun


@pytest.fixture
def world(committed, cluster):
    made = World()
    made.superuser = cluster.superuser_url(committed)
    return made


def test_a_file_comes_through_a_link_and_becomes_an_exhibit_that_is_read(world):
    assert world.say("  blue  KETTLE. ").status_code == 302
    page = world.phone.get(f"/drop/{world.token}/")
    assert "A WhatsApp chat" in words_of(page)
    assert "Android" in words_of(page)
    assert world.send(("WhatsApp Chat with Tomasz.zip", with_media()), ("a.txt", b"also")).status_code == 302
    assert "2 files arrived" in words_of(world.phone.get(f"/drop/{world.token}/"))
    assert world.phone.post(f"/drop/{world.token}/end/").url == "/drop/thanks/"

    jobs.take_up_dropped()
    for each in world.dropped():
        ids = {"case_id": str(world.case.id), "worker_id": str(world.amal.id)}
        jobs.take_in_dropped(dropped_id=str(each.id), **ids)
        jobs.take_in_dropped(dropped_id=str(each.id), **ids)  # a job may run twice
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        first, second = Exhibit.objects.order_by("number")
        assert (first.from_text, first.how, first.name_text) == ("Lena", "link", "WhatsApp Chat with Tomasz.zip")
        assert (first.authority, second.sha256.hex()) == (
            "She consents.",
            hashlib.sha256(b"also").hexdigest(),
        )
        sent = CustodyEvent.objects.get(exhibit=first, verb="sent")
        assert sent.detail == "Sent by Lena through a link made by Amal, code word given."
    jobs.read_export(case_id=str(world.case.id), exhibit_id=str(first.id), worker_id=str(world.amal.id))
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        assert Exhibit.objects.get(id=first.id).counts["message"] == 6
    verbs = world.told()
    link = str(world.link.id)
    assert [verb for verb, by in verbs if by == link] == [
        "link.opened",
        "link.file_came",
        "link.file_came",
        "link.used",
    ]
    assert ("link.made", str(world.amal.id)) in verbs


def test_the_link_and_the_word_are_kept_only_as_hashes(world):
    with psycopg.connect(world.superuser) as owner:
        held = owner.execute("SELECT t::text FROM exhibits_droplink t").fetchall()
        told = owner.execute("SELECT body FROM core_ledger UNION ALL SELECT text FROM core_ledger_words").fetchall()
    said = repr(held) + repr(told)
    assert world.token not in said
    assert "kettle" not in said.lower()
    assert len(world.token) >= 22  # 128 bits in letters of 6 bits


def test_the_link_is_shown_once_and_withdrawn_and_made_again(world):
    amal = signed_in(world.amal)
    made = ask(amal, world)
    shown = amal.get(made.url)
    address = re.search(r"http://testserver/drop/([\w-]{32})/", shown.content.decode())
    assert address
    assert shown.content.decode().count("<path d=") == 1
    assert amal.get(made.url).url.endswith("/links/"), "a second look shows nothing"
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        new = DropLink.objects.get(token_hash=linking.hash_of(address[1]))
    page = words_of(amal.get(f"/cases/{world.case.id}/exhibits/links/"))
    assert "Waiting" in page
    amal.post(f"/cases/{world.case.id}/exhibits/links/{new.id}/withdraw/", {"submit_key": uuid.uuid4()})
    page = amal.get(f"/cases/{world.case.id}/exhibits/links/").content.decode()
    assert "Withdrawn" in page
    again = amal.get(re.search(r'href="([^"]+like=[^"]+)"', page)[1].replace("&amp;", "&"))
    assert "She consents." in again.content.decode()


def test_a_word_that_is_guessed_at_once_is_refused(world):
    answer = ask(signed_in(world.amal), world, code_word=" a.b ")
    assert "needs 5 letters" in words_of(answer)


def ask(client, world, **other):
    said = {"participant": world.lena.id, "asks": "chat", "phone": "iphone", "days": "3", "code_word": WORD}
    said |= {"authority": "She consents.", "question": "What?", "submit_key": uuid.uuid4(), **other}
    return client.post(f"/cases/{world.case.id}/exhibits/links/ask/", said)


def test_the_link_is_put_into_the_message_being_written_and_nothing_is_sent(world):
    amal = signed_in(world.amal)
    shown = amal.get(ask(amal, world).url).content.decode()
    action = re.search(r'action="([^"]+/message/)"', shown)[1]
    token = re.search(r'name="token" value="([^"]+)"', shown)[1]
    answer = amal.post(action, {"token": token, "submit_key": uuid.uuid4()})
    assert answer.url == f"/cases/{world.case.id}/messages/to/{world.lena.id}/"
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        words = begun(world.case, f"message:{world.lena.id}", world.amal).words
    assert f"/drop/{token}/" in words["text"]
    assert "kettle" not in words["text"]
    assert amal.post(action, {"token": "x" * 32, "submit_key": uuid.uuid4()}).status_code == 404


def test_what_came_after_its_maker_left_waits_for_whoever_holds_the_case(world, cluster, committed):
    ben = make.worker("Ben")
    record.give_access(case=world.case, worker=ben, why="holds", by=world.amal, at=make.AT)
    world.say()
    world.send(("a.txt", b"words"))
    with psycopg.connect(world.superuser, autocommit=True) as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("UPDATE record_access SET until_at = now() WHERE worker_id = %s", [world.amal.id])
    assert queries.dropped_anywhere() == []
    answer = signed_in(ben).post(
        f"/cases/{world.case.id}/exhibits/links/take-in/", {"submit_key": uuid.uuid4()}, follow=True
    )
    assert "E1" in words_of(answer)


def test_a_link_lasts_a_week_at_most_and_never_changes(world, cluster, committed):
    link, _ = world.made(days=90)
    assert link.until_at - link.made_at == timedelta(days=7)
    actions.withdraw_link(link=link, by=world.amal, at=datetime.now(UTC))
    with scoped(worker_id=world.amal.id, case_id=world.case.id):
        for change in ({"until_at": link.made_at}, {"closed_at": None, "closed_how": ""}, {"word_hash": bytes(32)}):
            with pytest.raises(Exception, match="never changes"), scoped(worker_id=world.amal.id):
                DropLink.objects.filter(id=link.id).update(**change)


def test_the_sweep_asks_for_what_came_once(world):
    world.say()
    world.send(("a.txt", b"words"))
    jobs.take_up_dropped()
    jobs.take_up_dropped()
    with psycopg.connect(world.superuser) as owner:
        names = owner.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'exhibits.take_in_dropped'")
        assert names.fetchone() == (1,)
    assert jobs.take_up_dropped in core_jobs.sweeps()


@pytest.mark.parametrize(
    ("said", "kept"),
    [("Blue Kettle", "blue kettle"), (" blue   kettle. ", "blue kettle"), ("Crème-brûlée", "cremebrulee"), ("", "")],
)
def test_a_code_word_is_compared_as_it_is_spoken(said, kept):
    assert rules.plain_word(said) == kept
