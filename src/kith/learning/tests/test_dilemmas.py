"""Dilemmas are played by plain forms, kept at each step, and seen by nobody but whoever plays."""

import re
import uuid

import psycopg
import pytest
from django.urls import reverse

from kith.core.errors import NotFound
from kith.core.models import LedgerRow
from kith.core.transactions import scoped
from kith.learning.actions import dilemmas as actions
from kith.learning.models import Play
from kith.learning.queries import dilemmas as queries
from kith.learning.testing import AT, dilemma, played, signed_in, worker

OTHERS = ["team_manager", "service_manager", "practice_educator", "it_admin", "la_social_worker"]


def sent(client, address: str, **fields: object):
    return client.post(address, {"submit_key": uuid.uuid4(), **fields})


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("&#39;", "'")


@pytest.fixture
def amal(db):
    return worker()


def test_a_dilemma_is_found_begun_and_played_to_an_ending(amal):
    client, story = signed_in(amal), dilemma(amal)
    listed = words(client.get(reverse("learning:dilemmas")))
    assert "Boundaries" in listed and f"{story.title} {story.says} About 5 minutes." in listed
    cover = client.get(reverse("learning:dilemma", args=[story.id]))
    assert "Marek, Theo's father" in words(cover) and "<title>A dilemma - Kith" in re.sub(
        r"\s+", " ", cover.content.decode()
    )
    begun = sent(client, reverse("learning:dilemma", args=[story.id]))
    assert "Everybody can see it" in words(client.get(begun.url))
    assert sent(client, begun.url, made=0, chosen=0).url == begun.url
    now = words(client.get(begun.url))
    assert "You chose: Look at the phone" in now and "Marek opens the door" in now
    sent(client, begun.url, made=1, chosen=1)
    assert "You speak with Theo first" in words(client.get(begun.url))
    play = Play.objects.get(worker=amal)
    assert (play.choices, play.is_ended) == ([0, 1], True)


def test_after_the_ending_others_tell_the_same_choices(amal):
    play = played(amal, [0, 1])
    shown = words(signed_in(amal).get(reverse("learning:after_play", args=[play.id])))
    for said in (
        "You looked at my phone",
        "I heard it from my son",
        "You asked me first",
        "What Theo wanted is written",
    ):
        assert said in shown
    for said in ("By duty", "Theo chose", "Looking online in secret", "Nobody has checked this", "Standard 2.2"):
        assert said in shown
    for said in ("What did you want to know when you looked?", "What did you feel and think?", "Now what"):
        assert said in shown
    assert (
        "You chose" not in queries.cpd_words(play).description and play.dilemma.title in queries.cpd_words(play).title
    )


def test_before_the_ending_nobody_tells_it_again(amal):
    address = reverse("learning:after_play", args=[played(amal, [0]).id])
    assert signed_in(amal).get(address).status_code == 404


def test_a_form_of_another_place_changes_nothing_and_says_so(amal):
    client, play = signed_in(amal), played(amal, [0])
    address = reverse("learning:play", args=[play.id])
    for made, chosen in ((0, 1), (0, 7), ("", 0), ("x", 0), (2, 0)):
        assert sent(client, address, made=made, chosen=chosen).url == address
        assert "You have moved on in this story" in words(client.get(address))
    assert sent(client, reverse("learning:step_back", args=[play.id]), made=5).url == address
    play.refresh_from_db()
    assert play.choices == [0]


@pytest.mark.parametrize("chosen", ["", "2", "-1", "one", "99999999999999999999"])
def test_nothing_chosen_is_asked_again(amal, chosen):
    play = played(amal)
    answer = sent(signed_in(amal), reverse("learning:play", args=[play.id]), made=0, chosen=chosen)
    assert answer.status_code == 200 and "Choose what you do" in words(answer)
    with pytest.raises(actions.NothingChosen):
        actions.choose(play_id=play.id, made=0, chosen=2, by=amal, at=AT)


def test_one_steps_back_begins_again_and_deletes(amal):
    client, play = signed_in(amal), played(amal, [0, 1])
    sent(client, reverse("learning:step_back", args=[play.id]), made=2)
    play.refresh_from_db()
    assert (play.choices, play.is_ended) == ([0], False)
    sent(client, reverse("learning:begin_again", args=[play.id]))
    play.refresh_from_db()
    assert play.choices == []
    assert "Delete it" in words(client.get(reverse("learning:forget_play", args=[play.id])))
    sent(client, reverse("learning:forget_play", args=[play.id]))
    assert not Play.objects.filter(id=play.id).exists()


def test_beginning_what_is_open_goes_on_with_it(amal):
    play = played(amal, [0])
    assert actions.begin(dilemma_id=play.dilemma_id, by=amal, at=AT).id == play.id
    assert (
        reverse("learning:play", args=[play.id]) in signed_in(amal).get(reverse("learning:dilemmas")).content.decode()
    )


def test_a_play_goes_on_in_the_version_with_which_it_began(amal):
    old = dilemma(amal)
    play = played(amal, [0], of=old)
    new = dilemma(amal, key=old.key, version=2)
    assert [each.id for each in queries.on_offer().filter(key=old.key)] == [new.id]
    assert "was changed or withdrawn since you began" in words(
        signed_in(amal).get(reverse("learning:play", args=[play.id]))
    )
    assert actions.choose(play_id=play.id, made=1, chosen=0, by=amal, at=AT).dilemma_id == old.id


def test_what_was_withdrawn_or_never_published_is_not_begun(amal):
    for story in (dilemma(amal, withdrawn_at=AT), dilemma(amal, published_at=None)):
        with pytest.raises(NotFound):
            actions.begin(dilemma_id=story.id, by=amal, at=AT)
        assert signed_in(amal).get(reverse("learning:dilemma", args=[story.id])).status_code == 404


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_finds_a_play(amal, role):
    play, client = played(amal, [0, 1]), signed_in(worker("Cara", role))
    for name in ("play", "after_play", "forget_play"):
        assert client.get(reverse(f"learning:{name}", args=[play.id])).status_code == 404
    for name in ("play", "step_back", "begin_again", "forget_play"):
        assert sent(client, reverse(f"learning:{name}", args=[play.id]), made=2, chosen=0).status_code == 404
    play.refresh_from_db()
    assert play.choices == [0, 1]
    assert "What you played" not in words(client.get(reverse("learning:dilemmas")))


def test_the_database_shows_a_play_to_its_player_alone(cluster, committed):
    amal = worker()
    play = played(amal, [0])
    with psycopg.connect(cluster.url("kith_app", committed), autocommit=True) as connection:
        for who, seen in ((None, 0), (worker("Cara", "team_manager").id, 0), (amal.id, 1)):
            connection.execute("SELECT set_config('kith.worker', %s, false)", [str(who or "")])
            assert connection.execute("SELECT count(*) FROM learning_play").fetchone()[0] == seen
            assert connection.execute("UPDATE learning_play SET choices = '{0}'").rowcount == seen
            if who and not seen:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(
                        "INSERT INTO learning_play (id, worker_id, dilemma_id, choices, is_ended, begun_at, moved_at)"
                        " VALUES (gen_random_uuid(), %s, %s, '{}', false, now(), now())",
                        [amal.id, play.dilemma_id],
                    )
                assert connection.execute("DELETE FROM learning_play").rowcount == 0


def test_no_version_is_changed_and_none_is_said_to_have_come_with_kith(cluster, committed):
    story = dilemma(worker())
    with psycopg.connect(cluster.url("kith_app", committed), autocommit=True) as connection:
        connection.execute("SELECT set_config('kith.worker', %s, false)", [str(story.by_id)])
        for statement in ("UPDATE learning_dilemma SET ink = ''", "DELETE FROM learning_dilemma"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(
                "INSERT INTO learning_dilemma SELECT gen_random_uuid(), 'other', 1, 'shipped', ink, compiled, title,"
                " says, theme, minutes, standards, pcf, capabilities, laws, at, published_at, withdrawn_at, NULL"
                " FROM learning_dilemma"
            )


def test_playing_tells_the_ledger_nothing(amal):
    with scoped(worker_id=amal.id):
        before = LedgerRow.objects.count()
    played(amal, [0, 1])
    with scoped(worker_id=amal.id):
        assert LedgerRow.objects.count() == before
