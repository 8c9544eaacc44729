"""A peer writes their part, by a link that works once or as a colleague; they see what was chosen, and nothing else."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.transactions import scoped
from kith.learning import actions, marks
from kith.learning.models import PeerPart
from kith.learning.testing import piece, send, signed_in, worker

LABELS = {"activity": "Type of activity", "learnt": "What you learnt", "impact": "What difference"}
PART = {"text": "We weighed it.", "name": "Ben Peer", "role": "Social worker"}


def post(token, **typed):
    kind = "application/x-www-form-urlencoded"
    return Client().post(f"/peer/{token}/", urlencode({**PART, **typed}), content_type=kind)


def asked(by, **said):
    made = piece(by, **said)
    part, token = actions.ask_by_link(
        piece_id=made.id, fields=["activity", "learnt"], labels=LABELS, by=by, at=clock.now()
    )
    return made, part, token


def part_of(by):
    with scoped(worker_id=by.id):
        return PeerPart.objects.first()


@pytest.fixture
def amal(committed):
    return worker()


def test_a_link_shows_what_was_chosen_takes_one_part_and_is_used_up(amal):
    made, _, token = asked(amal, impact="Unchosen words.")
    shown = Client().get(f"/peer/{token}/").content.decode()
    assert "To ask first." in shown
    for hidden in ("Unchosen", "Amal", "About online life", "Kith"):
        assert hidden not in shown
    assert post(token).url == "/peer/thanks/"
    found = part_of(amal)
    assert (found.name, found.role, found.words) == ("Ben Peer", "Social worker", "We weighed it.")
    assert found.token_hash is None
    assert "does not work any more" in post(token, text="Again").content.decode()
    page = signed_in(amal).get(reverse("learning:cpd_piece", args=[made.id])).content.decode()
    assert "We weighed it." in page
    assert "with a peer" in signed_in(amal).get(reverse("learning:cpd")).content.decode().lower()


def test_unknown_used_removed_and_old_links_are_one_answer(amal):
    made, part, token = asked(amal)
    closed = Client().get("/peer/" + "x" * 32 + "/").content
    with scoped(worker_id=amal.id):
        before = clock.now() - timedelta(days=15)
        PeerPart.objects.filter(id=part.id).update(made_at=before, until_at=before + timedelta(days=14))
    assert Client().get(f"/peer/{token}/").content == post(token).content == closed
    _, fresh = actions.ask_by_link(piece_id=made.id, fields=["learnt"], labels=LABELS, by=amal, at=clock.now())
    assert Client().get(f"/peer/{fresh}/").content != closed
    actions.remove_part(piece_id=made.id, by=amal, at=clock.now())
    assert Client().get(f"/peer/{fresh}/").content == post(fresh).content == closed
    assert part_of(amal) is None


def test_a_link_is_kept_as_a_hash_and_asking_again_ends_the_earlier_one(amal):
    made, part, token = asked(amal)
    assert bytes(part.token_hash) == marks.hash_of(token)
    actions.ask_by_link(piece_id=made.id, fields=["learnt"], labels=LABELS, by=amal, at=clock.now())
    assert "does not work" in Client().get(f"/peer/{token}/").content.decode()


def test_what_the_peer_writes_is_stopped_at_names_too(amal):
    _, _, token = asked(amal)
    shown = post(token, text="We spoke about Maria and 07700 900123.").content.decode()
    assert "“Maria” looks like a name" in shown
    assert "07700 900123" in shown
    assert part_of(amal).written_at is None
    says = re.search(r'name="(says-\w+)"', shown)[1]
    again = post(token, text="We spoke about Maria.", **{says: "colleague"})
    assert again.status_code == 302, re.findall(r"error-message.*?</p>", again.content.decode(), re.S)


def test_an_empty_piece_is_shown_to_nobody(amal):
    made = actions.begin_piece(by=amal, at=clock.now())
    answer = signed_in(amal).get(reverse("learning:cpd_peer", args=[made.id]))
    assert answer.url == reverse("learning:cpd_write", args=[made.id])


def test_words_too_long_to_keep_are_refused_at_once_and_not_looked_through(amal):
    _, _, token = asked(amal)
    assert "must be 4000 characters or fewer" in post(token, text="Maria " * 100_000).content.decode()


def test_what_names_somebody_is_not_shown_to_a_peer(amal):
    made = piece(amal, finished=False, learnt="From Maria.")
    with pytest.raises(actions.Named):
        actions.ask_by_link(piece_id=made.id, fields=["learnt"], labels=LABELS, by=amal, at=clock.now())
    assert part_of(amal) is None


def test_a_colleague_finds_it_writes_once_and_then_sees_it_no_more(amal):
    made, ben, cara = piece(amal), worker("Ben Peer"), worker("Cara")
    typed = {"chosen": ["learnt"], "how": "colleague", "email": ben.email}
    assert send(signed_in(amal), reverse("learning:cpd_peer", args=[made.id]), **typed).status_code == 302
    where = reverse("learning:cpd_asked", args=[part_of(amal).id])
    assert where in signed_in(ben).get(reverse("learning:cpd")).content.decode()
    assert signed_in(cara).get(where).status_code == 404
    assert send(signed_in(cara), where, **PART).status_code == 404
    shown = signed_in(ben).get(where).content.decode()
    assert "To ask first." in shown
    assert "I ask first now." not in shown
    assert send(signed_in(ben), where, **PART).status_code == 302
    assert part_of(amal).words == "We weighed it."
    assert signed_in(ben).get(where).status_code == 404
    assert part_of(ben) is None


def test_a_colleague_changes_nothing_but_by_writing_their_part(amal):
    made, ben = piece(amal), worker("Ben Peer")
    actions.ask_colleague(piece_id=made.id, fields=["learnt"], labels=LABELS, email=ben.email, by=amal, at=clock.now())
    with scoped(worker_id=ben.id), connection.cursor() as cursor:
        for change in ("UPDATE learning_peerpart SET words = 'x'", "DELETE FROM learning_peerpart"):
            cursor.execute(change)
            assert cursor.rowcount == 0
        cursor.execute("SELECT count(*) FROM learning_cpdpiece")
        assert cursor.fetchone() == (0,)
    assert part_of(amal).words == ""


def test_a_link_is_shown_once_and_never_logged(amal, caplog):
    made = piece(amal)
    typed = {"chosen": ["learnt"], "how": "link"}
    with caplog.at_level("DEBUG", logger="kith"):
        shown = send(signed_in(amal), reverse("learning:cpd_peer", args=[made.id]), **typed).content.decode()
        token = re.search(r"/peer/([\w-]{32})/", shown)[1]
        assert Client().get(f"/peer/{token}/").status_code == 200
        post(token)
    assert token not in caplog.text
    assert token not in signed_in(amal).get(reverse("learning:cpd_piece", args=[made.id])).content.decode()
