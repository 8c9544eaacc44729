"""Files asked for by a link: the worker's side, the public page's, and what becomes of what came."""

import hashlib
import re
import statistics
import time
import uuid
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import psycopg
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client

from kith.core import jobs as core_jobs
from kith.core.transactions import scoped
from kith.exhibits import actions, jobs, linking, queries, rules
from kith.exhibits.models import CustodyEvent, DropLink, DroppedFile, Exhibit
from kith.exhibits.tests.samples import with_media
from kith.record import testing as make
from kith.record.queries import begun
from kith.record.tests.asking import signed_in

WORD = "Blue kettle"


class World:
    """Amal's case with Lena in it, a link for her, and a phone that nobody is signed in on."""

    def __init__(self) -> None:
        self.amal = make.worker("Amal")
        self.case = make.case(self.amal)
        self.lena = make.participant(self.case, self.amal, known_as="Lena", part="mother")
        self.link, self.token = self.made()
        self.phone = Client()

    def made(self, **other):
        said = {"asks": "chat", "phone": "android", "days": 3, "code_word": WORD, "authority": "She consents."}
        said |= {"question": "What was agreed?", "at": datetime.now(UTC), **other}
        return actions.make_link(case=self.case, participant=self.lena, by=self.amal, **said)

    def say(self, word=WORD, token=None, phone=None, **more):
        typed = urlencode({"word": word})
        kind = "application/x-www-form-urlencoded"
        return (phone or self.phone).post(f"/drop/{token or self.token}/", typed, content_type=kind, **more)

    def send(self, *files, phone=None, token=None, **more):
        sent = [SimpleUploadedFile(name, data) for name, data in files]
        return (phone or self.phone).post(f"/drop/{token or self.token}/send/", {"sent": sent}, **more)

    def now(self):
        with scoped(worker_id=self.amal.id, case_id=self.case.id):
            return DropLink.objects.get(id=self.link.id)

    def dropped(self):
        with scoped(worker_id=self.amal.id, case_id=self.case.id):
            return list(DroppedFile.objects.order_by("arrived_at"))

    def told(self):
        with scoped(worker_id=self.amal.id), connection.cursor() as cursor:
            cursor.execute(
                "SELECT body::jsonb ->> 'verb', body::jsonb ->> 'by' FROM core_ledger WHERE chain = %s ORDER BY seq",
                [self.case.id],
            )
            return cursor.fetchall()

    def past(self, **columns):
        """Change a link past everything that forbids it, as time would."""
        with psycopg.connect(self.superuser, autocommit=True) as owner:
            owner.execute("SET session_replication_role = replica")
            names = ", ".join(f"{name} = %s" for name in columns)
            owner.execute(f"UPDATE exhibits_droplink SET {names} WHERE id = %s", [*columns.values(), self.link.id])


@pytest.fixture
def world(committed, cluster):
    made = World()
    made.superuser = cluster.superuser_url(committed)
    return made


def words_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def shape(answer, token):
    return answer.status_code, answer.content.decode().replace(token, "TOKEN"), dict(answer.headers)


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


@pytest.mark.parametrize("end", ["used", "withdrawn", "expired", "unknown", "none"])
def test_a_wrong_word_is_answered_alike_at_every_kind_of_link(world, end):
    """Seven wrong words at an open link, and at one that is over or never was: letter for letter the same."""
    open_link, open_token = world.made()
    token = world.token
    if end == "used":
        world.say()
        world.phone.post(f"/drop/{token}/end/")
    elif end == "withdrawn":
        actions.withdraw_link(link=world.link, by=world.amal, at=datetime.now(UTC))
    elif end == "expired":
        world.past(made_at=datetime.now(UTC) - timedelta(days=9), until_at=datetime.now(UTC) - timedelta(days=2))
    elif end == "unknown":
        token = linking.new_secret()
    else:
        token = "x" * 9
    for word in ["wrong", WORD if end != "none" else "wrong", "wrong again", "once more"]:
        theirs, ours = world.say(word, token, Client()), world.say("wrong", open_token, Client())
        assert shape(Client().get(f"/drop/{token}/"), token) == shape(Client().get(f"/drop/{open_token}/"), open_token)
        assert theirs.status_code == ours.status_code == 200
        assert _unsaid(theirs, token) == _unsaid(ours, open_token)
        assert not theirs.cookies
    assert "Wait 1 minute" in words_of(theirs)


def _unsaid(answer, token):
    """An answer without the word that was typed."""
    return re.sub(r'value="[^"]*"', "", answer.content.decode().replace(token, "TOKEN"))


def test_after_few_tries_it_waits_then_closes_and_tells_the_worker(world):
    for _ in range(3):
        world.say("wrong")
    assert "Wait 1 minute" in words_of(world.say())  # even the right word waits now
    for _ in range(3):
        with psycopg.connect(world.superuser, autocommit=True) as owner:
            owner.execute("UPDATE exhibits_droptry SET wait_until = now()")
        answer = world.say("wrong")
    assert "does not work any more" in words_of(answer)
    assert world.now().closed_how == "shut"
    assert ("link.shut", str(world.link.id)) in world.told()
    assert "was closed after wrong code words" in words_of(signed_in(world.amal).get("/"))
    with psycopg.connect(world.superuser, autocommit=True) as owner:
        owner.execute("DELETE FROM exhibits_droptry")
    assert world.say().status_code == 200, "a link that was closed never opens again"


def test_a_place_that_guesses_without_end_stops_nobody_who_knows_the_word(world):
    guesser = Client(REMOTE_ADDR="192.0.2.9")
    for _ in range(65):
        answer = world.say("wrong", linking.new_secret(), guesser)
    assert "Wait 15 minutes" in words_of(answer)
    with psycopg.connect(world.superuser) as owner:
        assert owner.execute("SELECT count(*) FROM exhibits_droptry").fetchone()[0] <= 62
    assert world.say("wrong", phone=guesser).status_code == 200
    assert "Wait 15 minutes" in words_of(world.say("wrong", phone=guesser))
    assert world.say(phone=guesser).status_code == 302


def test_without_the_word_nothing_is_sent_and_not_a_byte_is_kept(world):
    before = stored()
    stranger = Client()
    assert world.send(("a.txt", b"words"), phone=stranger).url == f"/drop/{world.token}/"
    stranger.cookies[settings.DROP_COOKIE_NAME] = linking.new_secret()
    assert world.send(("a.txt", b"words"), phone=stranger).url == f"/drop/{world.token}/"
    stranger.post(f"/drop/{world.token}/end/")
    assert world.now().closed_at is None
    assert (world.dropped(), stored()) == ([], before)


def stored():
    from kith.core import files

    store = files.store()
    incoming = store.path_of_files().parent / "incoming"
    return len(list(store.listing())), len(list(incoming.glob("*.part")))


@pytest.mark.parametrize("end", ["used", "withdrawn", "expired", "silent", "other link"])
def test_a_replayed_sitting_adds_nothing_and_sees_nothing(world, end):
    world.say()
    other, other_token = world.made()
    token = world.token
    if end == "used":
        saved = world.phone.cookies[settings.DROP_COOKIE_NAME].value
        world.phone.post(f"/drop/{token}/end/")
        world.phone.cookies[settings.DROP_COOKIE_NAME] = saved
    elif end == "withdrawn":
        actions.withdraw_link(link=world.link, by=world.amal, at=datetime.now(UTC))
    elif end == "expired":
        world.past(made_at=datetime.now(UTC) - timedelta(days=9), until_at=datetime.now(UTC) - timedelta(days=2))
    elif end == "silent":
        world.past(sitting_until=datetime.now(UTC) - timedelta(seconds=1))
    else:
        token = other_token
    before = stored()
    assert world.send(("a.txt", b"words"), token=token).url == f"/drop/{token}/"
    page = world.phone.get(f"/drop/{token}/")
    assert "Code word" in words_of(page)
    assert "You were asked for" not in words_of(page)
    assert (world.dropped(), stored()) == ([], before)


def test_a_link_takes_so_much_and_no_more(world, settings):
    settings.DROP_FILES, settings.DROP_BYTES = 2, 3_000
    link, token = world.made()
    world.say(token=token)
    assert world.send(("a.txt", b"a" * 5_000), token=token).status_code == 422
    assert "more than this link takes" in words_of(world.send(("a.txt", b"a" * 5_000), token=token))
    assert world.send(("a.txt", b"a"), token=token).status_code == 302
    assert world.send(("b.txt", b"b"), ("c.txt", b"c"), token=token).status_code == 422, "all of a sending or none"
    before = stored()
    assert world.send(("b.txt", b"b"), token=token).status_code == 302
    assert world.send(("d.txt", b"d"), token=token).status_code == 422
    assert len(world.dropped()) == 2
    assert stored() == (before[0] + 1, before[1])


def test_what_was_begun_and_broken_off_counts_too(world, settings):
    settings.DROP_FILES = 1
    link, token = world.made()
    world.say(token=token)
    for _ in range(3):
        world.phone.post(f"/drop/{token}/send/", b"--x", content_type="multipart/form-data; boundary=x")
    assert "more than this link takes" in words_of(world.send(("a.txt", b"a"), token=token))


def test_an_empty_file_and_no_file_are_said_in_words_and_keep_nothing(world):
    world.say()
    before = stored()
    assert "is empty" in words_of(world.send(("a.txt", b"")))
    answer = world.phone.post(f"/drop/{world.token}/send/", {"x": "y"}, HTTP_ACCEPT="application/json")
    assert answer.json() == {"errors": ["Choose a file first"]}
    cut = b'--x\r\nContent-Disposition: form-data; name="sent"; filename="a.txt"\r\n\r\nhalf of it'
    world.phone.post(f"/drop/{world.token}/send/", cut, content_type="multipart/form-data; boundary=x")
    assert stored()[1] == before[1]


def test_the_same_bytes_again_make_no_second_object_and_are_answered_alike(world):
    world.say()
    first = world.send(("a.txt", b"the same"))
    objects = stored()
    second = world.send(("b.txt", b"the same"))
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert stored() == objects
    assert len(world.dropped()) == 2


def test_no_public_page_names_anybody_or_keeps_anything(world):
    """Nor with a worker's own browser: it knows no session, and sets no cookie but the one of the sitting."""
    worker = signed_in(world.amal)
    seen = [worker.get("/drop/thanks/"), worker.get(f"/drop/{world.token}/"), world.say(phone=worker)]
    seen += [worker.get(f"/drop/{world.token}/"), world.send(("x.txt", b"x"), phone=worker)]
    seen += [worker.get(f"/drop/{world.token}/"), worker.get("/drop/leave/")]
    for answer in seen:
        text = answer.content.decode()
        for name in ("Lena", "Amal", "Kith<", "- Kith", str(world.case.id), world.case.family_name, "kettle"):
            assert name not in text
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["Cache-Control"] == "no-store"
        assert "noindex" in answer["X-Robots-Tag"]
        assert set(answer.cookies) <= {settings.DROP_COOKIE_NAME}
        assert "Cookie" not in answer.get("Vary", "")
    titles = {
        re.search("<title>(.*?)</title>", each.content.decode())[1] for each in seen if b"<title>" in each.content
    }
    assert titles == {"Send a file", "Thank you"}
    assert (seen[2].cookies[settings.DROP_COOKIE_NAME]["samesite"], seen[-1].url) == ("Strict", settings.DROP_EXIT)


def test_another_site_sends_no_form_here(world):
    for path in (f"/drop/{world.token}/", f"/drop/{world.token}/send/", f"/drop/{world.token}/end/"):
        assert Client().post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert world.say(headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert world.now().opened_at is None


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


def ask(client, world, **other):
    said = {"participant": world.lena.id, "asks": "chat", "phone": "iphone", "days": "3", "code_word": WORD}
    said |= {"authority": "She consents.", "question": "What?", "submit_key": uuid.uuid4(), **other}
    return client.post(f"/cases/{world.case.id}/exhibits/links/ask/", said)


def test_a_word_that_is_guessed_at_once_is_refused(world):
    answer = ask(signed_in(world.amal), world, code_word=" a.b ")
    assert "needs 5 letters" in words_of(answer)


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
    from kith.record import actions as record

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


def test_unknown_and_open_links_take_the_same_time_to_refuse(world):
    """Interleaved, the middle of many: a difference that could be measured from outside would be of milliseconds."""
    took = {"known": [], "unknown": []}
    for number in range(60):
        which = ("known", "unknown")[number % 2]
        token = world.token if which == "known" else linking.new_secret()
        with psycopg.connect(world.superuser, autocommit=True) as owner:
            owner.execute("DELETE FROM exhibits_droptry")
        began = time.perf_counter()
        actions.give_word(token=token, word="wrong", place="192.0.2.1")
        took[which].append(time.perf_counter() - began)
    known, unknown = (statistics.median(each) for each in took.values())
    print(f"known {known * 1e6:.0f} us, unknown {unknown * 1e6:.0f} us")  # noqa: T201
    assert abs(known - unknown) < 0.003


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


def test_the_door_needs_no_table(world):
    """Its role may not read or write a single row of what it fills."""
    with connections["family"].cursor() as cursor:
        for table in (
            "exhibits_droplink",
            "exhibits_droppedfile",
            "exhibits_droptry",
            "core_stored_file",
            "core_case_key",
        ):
            cursor.execute(
                "SELECT has_any_column_privilege(%s, 'SELECT, INSERT, UPDATE, REFERENCES')"
                " OR has_table_privilege(%s, 'SELECT, INSERT, UPDATE, DELETE')",
                [table, table],
            )
            assert cursor.fetchone() == (False,), table
