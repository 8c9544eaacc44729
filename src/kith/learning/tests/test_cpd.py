"""A worker's own log: written, stopped at names, finished, taken out, and really deleted. Nobody else has it."""

import csv
import io
import json
import uuid
from datetime import date

import psycopg
import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from kith.core import clock
from kith.core.transactions import scoped
from kith.learning import actions
from kith.learning.loading import load_shipped
from kith.learning.models import CpdPiece, OwnWord, PeerPart
from kith.learning.queries.dilemmas import cpd_words, on_offer
from kith.learning.rules.noticing import places_in
from kith.learning.testing import piece, played, send, signed_in, worker

pytestmark = pytest.mark.django_db
WORDS = {"activity": "A course", "about": "Online life", "learnt": "To ask", "impact": "I ask"}
DAY = {"done_on-day": "27", "done_on-month": "3", "done_on-year": "2026"}
OTHERS = ["la_social_worker", "team_manager", "service_manager", "practice_educator", "it_admin"]
OTHERS += ["information_governance_lead"]


@pytest.fixture
def amal():
    return worker()


def write(made):
    return reverse("learning:cpd_write", args=[made.id])


def mine(by, model=CpdPiece):
    with scoped(worker_id=by.id):
        return list(model.objects.all())


def test_a_piece_is_written_and_finished_and_counts_for_its_year(amal):
    browser = signed_in(amal)
    where = send(browser, reverse("learning:cpd_begin")).url
    assert "Fill this in" in send(browser, where, finish="1", activity="A course").content.decode()
    assert send(browser, where, finish="1", **WORDS, **DAY).status_code == 302
    (made,) = mine(amal)
    assert (made.finished_at is not None, made.done_on) == (True, date(2026, 3, 27))
    shown = browser.get(reverse("learning:cpd")).content.decode()
    assert "A course" in shown
    assert "1 December 2025 to 30 November 2026" in shown
    copied = browser.get(reverse("learning:cpd_piece", args=[made.id])).content.decode()
    assert copied.count("data-copy") >= 5


def test_a_name_stops_a_piece_until_it_is_mended_or_said_to_be_somebody_elses(amal):
    browser, made = signed_in(amal), piece(amal, finished=False)
    typed = {**WORDS, **DAY, "learnt": "To ask Maria, as Mrs Okafor said."}
    shown = send(browser, write(made), finish="1", **typed).content.decode()
    assert "“Maria” looks like a name" in shown
    assert "“Mrs Okafor” looks like a name" in shown
    (kept,) = mine(amal)
    assert kept.finished_at is None
    assert kept.learnt == typed["learnt"]  # nothing that was typed is lost
    names = {f"says-{digest}": "colleague" for digest in digests("maria", "mrs okafor")}
    assert send(browser, write(made), finish="1", **typed, **names).status_code == 302
    (kept,) = mine(amal)
    assert kept.finished_at is not None
    assert kept.allowed == {"maria": "colleague", "mrs okafor": "colleague"}


def digests(*words):
    import hashlib

    return [hashlib.sha256(each.encode()).hexdigest()[:12] for each in words]


def test_a_number_cannot_be_excused(amal):
    made = piece(amal, finished=False, learnt="Ring 07700 900123.")
    said = {"07700 900123": "colleague"}
    actions.write_piece(piece_id=made.id, words={}, allowed=said, by=amal, at=clock.now())
    with pytest.raises(actions.NotFinished):
        actions.finish_piece(piece_id=made.id, by=amal, at=clock.now())


def test_words_save_themselves_and_an_older_window_writes_over_nothing(amal):
    browser, made = signed_in(amal), piece(amal)
    where = reverse("learning:cpd_draft", args=[made.id])

    def saved(version, editor, **fields):
        sent = json.dumps({"version": version, "editor": editor, "fields": fields})
        return browser.post(where, sent, content_type="application/json", headers={"X-Kith-Draft": "1"})

    first = saved(1, "one", learnt="More").json()
    assert saved(first["version"], "one", learnt="More and more").status_code == 200
    assert saved(1, "another", learnt="Older").status_code == 409
    assert saved("x", "one").status_code == 400
    (kept,) = mine(amal)
    assert (kept.learnt, kept.finished_at, kept.done_on) == ("More and more", None, date(2026, 3, 27))


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_finds_sees_or_touches_a_piece(amal, role):
    made, other = piece(amal), worker("Cara", role)
    actions.list_word(words="little star", by=amal, at=clock.now())
    browser = signed_in(other)
    for name in ("cpd_piece", "cpd_write", "cpd_peer", "cpd_delete"):
        assert browser.get(reverse(f"learning:{name}", args=[made.id])).status_code == 404
    assert send(browser, reverse("learning:cpd_delete", args=[made.id])).status_code == 404
    with scoped(worker_id=other.id), connection.cursor() as cursor:
        for table in ("cpdpiece", "ownword"):
            cursor.execute(f"SELECT count(*) FROM learning_{table}")
            assert cursor.fetchone() == (0,)
            cursor.execute(f"DELETE FROM learning_{table}")
            assert cursor.rowcount == 0
    assert len(mine(amal)) == 1


def test_nothing_of_it_is_told_to_the_ledger(amal):
    with connection.cursor() as cursor:
        before = count(cursor)
        made = piece(amal)
        actions.delete_piece(piece_id=made.id, by=amal, at=clock.now())
        assert count(cursor) == before


def count(cursor):
    with scoped(worker_id=uuid.uuid4()):
        cursor.execute("SELECT count(*) FROM core_ledger")
        return cursor.fetchone()


def test_the_log_is_taken_out_whole_and_no_cell_is_a_formula(amal):
    piece(amal, activity="=SUM(A1)", learnt="Two\nlines")
    piece(amal, finished=False, activity="A draft")
    browser = signed_in(amal)

    def taken(form):
        return browser.get(reverse("learning:cpd_export", args=[form])).content.decode()

    (whole,) = json.loads(taken("json"))
    assert list(whole.values())[:4] == ["=SUM(A1)", "About online life.", "27 March 2026", "Two\nlines"]
    head, row = csv.reader(io.StringIO(taken("csv"), newline=""))
    assert (head[0], row[0]) == ("Type of activity", "'=SUM(A1)")
    assert "What you learnt\nTwo\nlines" in taken("txt")
    assert browser.get(reverse("learning:cpd_export", args=["pdf"])).status_code == 404


def test_names_on_ones_own_list_are_kept_as_marks_and_stop_a_piece(amal):
    browser = signed_in(amal)
    send(browser, reverse("learning:cpd_words"), name_text="Little  Star")
    (kept,) = mine(amal, OwnWord)
    assert b"star" not in bytes(kept.mark).lower()
    assert len(bytes(kept.mark)) == 32
    with pytest.raises(actions.NotFinished):
        piece(amal, learnt="we saw little star")
    send(browser, reverse("learning:cpd_words"), name_text="little star", remove="1")
    assert mine(amal, OwnWord) == []


def test_deleting_leaves_nothing_in_the_database(amal, cluster):
    made = piece(amal, learnt="zqdeleted")
    actions.list_word(words="little star", by=amal, at=clock.now())
    labels = {"learnt": "What you learnt"}
    actions.ask_by_link(piece_id=made.id, fields=["learnt"], labels=labels, by=amal, at=clock.now())
    browser = signed_in(amal)
    assert "1 piece" in browser.get(reverse("learning:cpd_delete_all")).content.decode()
    send(browser, reverse("learning:cpd_delete_all"))
    assert mine(amal) == mine(amal, PeerPart) == mine(amal, OwnWord) == []
    assert send(browser, reverse("learning:cpd_draft", args=[made.id])).status_code == 404


def test_a_dilemma_can_begin_a_piece_that_is_filled_in(amal):
    made = actions.begin_piece(by=amal, at=clock.now(), activity="A dilemma", came_from="The page", about="Looking")
    shown = signed_in(amal).get(write(made)).content.decode()
    assert "Kept from: The page" in shown
    assert "Looking" in shown


def test_the_end_of_a_dilemma_offers_a_draft_that_says_which_and_nothing_that_was_chosen(amal):
    play, browser = played(amal, [0]), signed_in(amal)
    where = send(browser, reverse("learning:cpd_begin"), play=str(play.id)).url
    (made,) = mine(amal)
    assert where == write(made)
    assert (made.came_from, made.done_on) == (f"A dilemma: {play.dilemma.title}", timezone.localdate())
    assert "You chose" not in made.about
    for other in (str(uuid.uuid4()), "odd"):
        assert send(browser, reverse("learning:cpd_begin"), play=other).status_code == 404
    assert send(signed_in(worker("Cara")), reverse("learning:cpd_begin"), play=str(play.id)).status_code == 404


def test_what_a_dilemma_that_ships_suggests_is_not_taken_for_a_name(amal):
    load_shipped(at=clock.now())
    for story in on_offer():
        words = cpd_words(played(amal, of=story))
        texts = {"activity": words.title, "about": words.description}
        assert not places_in(texts, allowed={}, is_listed=lambda said: False), story.key


def test_somebody_elses_worker_id_is_refused_by_the_database(amal):
    other = worker("Cara")
    with pytest.raises(Exception, match="row-level security") as refused, scoped(worker_id=other.id):
        CpdPiece.objects.create(worker=amal, begun_at=clock.now(), changed_at=clock.now())
    assert isinstance(refused.value.__cause__, psycopg.Error)
