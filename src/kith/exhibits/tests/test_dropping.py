"""The public page of a link, as somebody meets it who has the word, and as somebody who has not."""

import re
import statistics
import time
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from kith.exhibits import actions, linking, turns
from kith.exhibits.testing import WORD
from kith.exhibits.tests.links_world import World, signed_in, stored, words_of


@pytest.fixture
def world(committed, cluster):
    made = World()
    made.superuser = cluster.superuser_url(committed)
    return made


def shape(answer, token):
    return answer.status_code, answer.content.decode().replace(token, "TOKEN"), dict(answer.headers)


def over(world, end):
    """Make a link, open it, end it in one of the ways there are; give its secret. The phone keeps its sitting."""
    world.link, world.token = world.made()
    world.phone = Client()
    world.say()
    sitting = world.phone.cookies[settings.DROP_COOKIE_NAME].value
    if end == "used":
        world.phone.post(f"/drop/{world.token}/end/")
    elif end == "withdrawn":
        actions.withdraw_link(link=world.link, by=world.amal, at=datetime.now(UTC))
    elif end == "expired":
        world.past(made_at=datetime.now(UTC) - timedelta(days=8), until_at=datetime.now(UTC) - timedelta(days=2))
    elif end == "silent":
        world.past(sitting_until=datetime.now(UTC) - timedelta(seconds=1))
    world.phone.cookies[settings.DROP_COOKIE_NAME] = sitting
    return {"another link": world.made()[1], "unknown": linking.new_secret(), "odd": "x" * 9}.get(end, world.token)


def test_a_wrong_word_is_answered_alike_at_every_kind_of_link(world):
    """Four wrong words at an open link, and at one that is over or never was: letter for letter the same."""
    for end in ("used", "withdrawn", "expired", "unknown", "odd"):
        token, open_token = over(world, end), world.made()[1]
        assert shape(Client().get(f"/drop/{token}/"), token) == shape(Client().get(f"/drop/{open_token}/"), open_token)
        for word in ("wrong", WORD, "wrong again", "once more"):
            theirs, ours = world.say(word, token, Client()), world.say("wrong", open_token, Client())
            assert theirs.status_code == ours.status_code == 200, end
            assert _unsaid(theirs, token) == _unsaid(ours, open_token), end
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


def test_a_replayed_sitting_adds_nothing_and_sees_nothing(world):
    for end in ("used", "withdrawn", "expired", "silent", "another link", "unknown"):
        token, before = over(world, end), stored()
        assert world.send(("a.txt", b"words"), token=token).url == f"/drop/{token}/", end
        page = words_of(world.phone.get(f"/drop/{token}/"))
        assert "Code word" in page, end
        assert "You were asked for" not in page, end
        assert (world.dropped(), stored()) == ([], before), end


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


def test_few_send_at_once_so_that_pages_have_threads_left(world):
    world.say()
    with turns.a_turn(linking.hash_of(world.token)):
        answer = world.send(("a.txt", b"a"))
        assert "being sent just now" in words_of(answer)
        with turns.a_turn(b"another"), pytest.raises(turns.Busy), turns.a_turn(b"a third"):
            pass
    assert world.send(("a.txt", b"a")).status_code == 302


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
