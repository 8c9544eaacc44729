"""Authors write, check, publish and withdraw dilemmas; nothing is overwritten, and nobody else writes."""

import json
import re
import uuid
from dataclasses import dataclass
from datetime import timedelta

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.core.errors import NotFound, Stale
from kith.core.files import store
from kith.core.ledger import AGENCY
from kith.core.permissions import ALLOWED, Permission, Role
from kith.core.transactions import scoped
from kith.engines.dilemmas.tests.sample import INK
from kith.learning.actions import authors as actions
from kith.learning.actions import dilemmas as playing
from kith.learning.ink import compiling
from kith.learning.models import Dilemma, DilemmaDraft
from kith.learning.queries import authors as queries
from kith.learning.queries.dilemmas import on_offer
from kith.learning.testing import AT, author, dilemma, draft, drafted, played, signed_in, worker
from kith.learning.tests.test_dilemmas import sent, words

CHANGED = INK.replace("Marek opens the door.", "Marek opens the blue door.")
BROKEN = INK.replace("-> door\n\n=== door", "-> window\n\n=== door")


@pytest.fixture
def eda(db):
    return author("Eda Writer")


def offered(by, key: str) -> list[uuid.UUID]:
    with scoped(worker_id=by.id):
        return [each.id for each in on_offer().filter(key=key)]


def at(name: str, *parts: object) -> str:
    return reverse(f"learning:{name}", args=parts)


@dataclass
class Agency:
    """A database of the test's own, in which its owner reads the agency's chain."""

    owner: psycopg.Connection

    def verbs(self) -> list[str]:
        rows = self.owner.execute("SELECT body FROM core_ledger WHERE chain = %s ORDER BY seq", [AGENCY])
        return [json.loads(body)["verb"] for (body,) in rows]

    def shipped(self) -> Dilemma:
        """Make a version as the start of Kith does."""
        made = dilemma(author())
        self.owner.execute("UPDATE learning_dilemma SET origin = 'shipped', by_id = NULL WHERE id = %s", [made.id])
        return made


@pytest.fixture
def agency(cluster, committed):
    with psycopg.connect(cluster.url("kith_owner", committed), autocommit=True) as owner:
        yield Agency(owner)


def test_a_new_one_begins_as_a_small_story_that_is_sound_and_explains_itself(eda):
    client = signed_in(eda)
    begun = sent(client, at("begin_story"), title="The bus: a # story")
    row = DilemmaDraft.objects.get()
    assert begun.url == at("write_story", row.id) and row.key == "the-bus-a-story"
    assert "# title: The bus: a story\n" in row.ink and "note to yourself" in row.ink
    assert queries.checked(row.ink, AT.date()).is_sound, queries.checked(row.ink, AT.date())
    again = sent(client, at("begin_story"), title="The bus, a story")
    assert "There is a dilemma of that name already" in words(again)
    assert "at least one letter" in words(sent(client, at("begin_story"), title="…"))


def test_the_check_names_each_fault_by_its_line_and_leads_there(eda):
    row = draft(eda, BROKEN.replace("# theme: boundaries\n", ""))
    shown = signed_in(eda).get(at("write_story", row.id) + "?checked=1").content.decode()
    line = next(number for number, each in enumerate(row.ink.split("\n"), 1) if "-> window" in each)
    assert f'href="#line-{line}" data-line="{line}"' in shown and "Divert target not found" in shown
    assert f'<li id="line-{line}"><code>' in shown


def test_the_check_counts_what_the_walk_met_and_how_it_reads(eda):
    row = draft(eda, INK.replace("Marek opens the door.", "Marek opens the door, notwithstanding Jasmine."))
    said = words(signed_in(eda).get(at("write_story", row.id) + "?checked=1"))
    assert "Paths 4" in said and "Scenes 6" in said and "The picture is taken down, You speak with Theo first" in said
    assert "Reading age about" in said and re.search(r"Long words: [^.]*notwithstanding", said)
    assert "'Jasmine' looks like a name: declare it" in said
    assert "Sound" in words(
        signed_in(eda).get(
            at("write_story", draft(eda, INK.replace("# title: The", "# title: Another")).id) + "?checked=1"
        )
    )


def test_without_node_words_are_kept_and_the_page_says_what_is_missing(eda, monkeypatch):
    monkeypatch.setattr(compiling, "_node", lambda: None)
    row, client = draft(eda, f"{INK}\n// {uuid.uuid4()}"), signed_in(eda)
    kept = sent(client, at("write_story", row.id), ink=f"{row.ink} more", draft_version=1, then="check")
    assert "neither checked, played nor published. Node.js is missing" in words(client.get(kept.url))
    row.refresh_from_db()
    assert row.ink.endswith("more")
    assert "Node.js is missing" in words(client.get(at("publish_story", row.id)))
    assert client.get(at("preview_story", row.id)).url == at("write_story", row.id) + "?checked=1"
    with pytest.raises(actions.NoCompiler):
        actions.publish(draft_id=row.id, version=row.version, changed="x", by=eda, at=AT)


def test_words_save_themselves_and_never_over_anothers(eda):
    row, client = draft(eda), signed_in(eda)

    def save(version, ink, editor="one"):
        body = json.dumps({"version": version, "editor": editor, "fields": {"ink": ink}})
        headers = {"X-Kith-Draft": "1"}
        return client.post(at("save_story_draft", row.id), body, content_type="application/json", headers=headers)

    assert save(1, "first\r\nline").json()["version"] == 2
    assert save(1, "first\nline, late").json()["version"] == 3, "a late save of the same window"
    refused = save(1, "another's", editor="two")
    assert refused.status_code == 409 and refused.json()["url"] == at("write_story", row.id)
    typed = sent(client, at("write_story", row.id), ink="typed\n", draft_version=1, draft_editor="two")
    assert "nothing was overwritten" in words(typed) and "typed\n" in typed.content.decode()
    row.refresh_from_db()
    assert row.ink == "first\nline, late"
    for body in (b"{", b"[]", b'{"version": true, "fields": {"ink": "x"}}', b'{"version": 3, "fields": {"ink": 7}}'):
        answer = client.post(
            at("save_story_draft", row.id), body, content_type="application/json", headers={"X-Kith-Draft": "1"}
        )
        assert answer.status_code == 400


def test_saving_leads_where_the_button_says(eda):
    row, client = draft(eda), signed_in(eda)
    for then, leads in (
        ("check", "?checked=1#found"),
        ("preview_story", "play/"),
        ("publish_story", "publish/"),
        ("", ""),
    ):
        answer = sent(client, at("write_story", row.id), ink=row.ink, draft_version=1, then=then)
        assert answer.url == at("write_story", row.id) + leads
    assert "an empty story" in words(sent(client, at("write_story", row.id), ink=" ", draft_version=1))


def test_a_draft_is_played_and_nothing_is_kept(eda):
    row, client = draft(eda), signed_in(eda)
    begun = client.get(at("preview_story", row.id))
    assert "Everybody can see it" in words(begun)
    second = re.search(r'href="([^"]*\?made=1)"', begun.content.decode())[1]
    assert "Marek opens the door" in words(client.get(second))
    ended = words(client.get(second + ".0"))
    assert "The picture is taken down" in ended and "Nobody asks me" in ended
    for teller in ("The child", "The parent", "A colleague", "The court", "By duty", "By outcome"):
        assert teller in ended
    for odd in ("7", "x", "0.0.0", ".", "0" * 400):
        assert client.get(at("preview_story", row.id) + f"?made={odd}").status_code == 404
    endings = words(client.get(at("story_endings", row.id)))
    assert endings.count("2 paths lead here") == 2 and "Theo may tell you less" in endings


def test_a_draft_that_cannot_be_played_leads_to_what_the_check_found(eda):
    row, client = draft(eda, BROKEN), signed_in(eda)
    for name in ("preview_story", "story_endings"):
        assert "Divert target not found" in words(client.get(at(name, row.id), follow=True))


def test_publishing_adds_a_version_and_a_line_of_the_ledger_and_plays_go_on_in_the_older(agency):
    eda = author("Eda Writer")
    old = dilemma(eda)
    play = played(worker(), [0], of=old)
    client = signed_in(eda)
    begun = sent(client, at("begin_version", old.id))
    with scoped(worker_id=eda.id):
        row = DilemmaDraft.objects.get(key=old.key)
    assert begun.url == at("write_story", row.id) and row.ink == old.ink and row.began_from_id == old.id
    sent(client, at("write_story", row.id), ink=CHANGED, draft_version=1)
    assert "Enter what is new" in words(sent(client, at("publish_story", row.id), draft_version=2, changed=""))
    made = sent(client, at("publish_story", row.id), draft_version=2, changed="The door is blue.")
    with scoped(worker_id=eda.id):
        new = Dilemma.objects.get(key=old.key, version=2)
        assert not DilemmaDraft.objects.filter(id=row.id).exists()
        assert [each.id for each in on_offer().filter(key=old.key)] == [new.id]
    assert made.url == at("version", new.id) and (new.by_id, new.changed) == (eda.id, "The door is blue.")
    assert "The door is blue." in words(client.get(made.url))
    assert agency.verbs() == ["dilemma.published"]
    moved = playing.choose(play_id=play.id, made=1, chosen=0, by=play.worker, at=AT)
    assert moved.is_ended and moved.dilemma_id == old.id


def test_what_the_walker_refuses_is_not_published(eda):
    row = draft(eda, BROKEN)
    assert "To mend" in words(signed_in(eda).get(at("publish_story", row.id)))
    answer = sent(signed_in(eda), at("publish_story", row.id), draft_version=1, changed="x")
    assert "the check found 1 thing to mend" in words(answer)
    with pytest.raises(actions.NotSound) as refusal:
        actions.publish(draft_id=row.id, version=1, changed="x", by=eda, at=AT)
    assert "-> window" in BROKEN.split("\n")[refusal.value.problems[0].line - 1]
    assert not Dilemma.objects.filter(key=row.key).exists()


def test_what_was_saved_again_since_it_was_looked_at_is_not_published(eda):
    row = draft(eda)
    actions.save(draft_id=row.id, ink=CHANGED, version=1, by=eda, at=AT)
    with pytest.raises(Stale):
        actions.publish(draft_id=row.id, version=1, changed="x", by=eda, at=AT)


def test_a_story_that_names_a_colleague_is_refused_by_name(eda):
    worker("Marek Oduya")
    worker("Pat Whole Name")
    gone = worker("Theo Left")
    gone.is_active = False
    gone.save(update_fields=["is_active"])
    row = draft(eda, INK.replace("Everybody can see it", "pat whole name can see it"))
    found = {each.line: each.says for each in queries.checked(row.ink, AT.date()).problems}
    assert found[12].startswith("'Marek' is the name of somebody who works here")
    assert sorted(found) == [12, 23] and "'Pat Whole Name'" in found[23]
    with pytest.raises(actions.NotSound):
        actions.publish(draft_id=row.id, version=1, changed="x", by=eda, at=AT)


def test_withdrawing_ours_offers_the_one_that_ships_again(agency):
    eda, shipped = author("Eda Writer"), agency.shipped()
    ours, player = drafted(eda, CHANGED, key=shipped.key), worker()
    play = played(player, [0], of=ours)
    assert offered(eda, ours.key) == [ours.id]
    client = signed_in(eda)
    assert "came with Kith is offered again" in words(client.get(at("withdraw_version", ours.id)))
    sent(client, at("withdraw_version", ours.id))
    assert offered(eda, ours.key) == [shipped.id]
    with pytest.raises(NotFound):
        playing.begin(dilemma_id=ours.id, by=player, at=AT)
    assert playing.choose(play_id=play.id, made=1, chosen=0, by=player, at=AT).is_ended
    sent(client, at("offer_version", ours.id))
    assert offered(eda, ours.key) == [ours.id]
    assert agency.verbs() == ["dilemma.published", "dilemma.withdrawn", "dilemma.offered_again"]


def test_what_ships_can_be_withdrawn_too(agency):
    eda, shipped = author("Eda Writer"), agency.shipped()
    actions.withdraw(dilemma_id=shipped.id, by=eda, at=AT)
    assert offered(eda, shipped.key) == []
    assert "Offer it again" in words(signed_in(eda).get(at("version", shipped.id)))
    actions.offer_again(dilemma_id=shipped.id, by=eda, at=AT)
    assert offered(eda, shipped.key) == [shipped.id]


def test_only_the_newest_is_withdrawn_and_only_what_was_withdrawn_is_offered_again(eda):
    old = dilemma(eda)
    new = drafted(eda, CHANGED, key=old.key)
    for asked in (
        lambda: actions.withdraw(dilemma_id=old.id, by=eda, at=AT),
        lambda: actions.offer_again(dilemma_id=new.id, by=eda, at=AT),
    ):
        with pytest.raises(NotFound):
            asked()


def test_an_ink_file_comes_in_and_goes_out_byte_for_byte(eda):
    client, data = signed_in(eda), INK.encode()
    taken = sent(client, at("import_story"), file=SimpleUploadedFile("x.ink", data))
    row = DilemmaDraft.objects.get(key="the-photograph-on-the-phone")
    assert taken.url == at("write_story", row.id)
    made = actions.publish(draft_id=row.id, version=1, changed="First.", by=eda, at=AT)
    given = client.get(at("version_ink", made.id))
    assert given.content == data and 'filename="the-photograph-on-the-phone-1.ink"' in given["Content-Disposition"]
    with_mark = SimpleUploadedFile("Other story.ink", b"\xef\xbb\xbf# title: \r\nHello.\r\n")
    sent(client, at("import_story"), file=with_mark)
    assert DilemmaDraft.objects.get(key="other-story").ink == "# title: \nHello.\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The selected file is empty"),
        (b"one\ntwo \xe9\n", "not UTF-8 text (line 2)"),
        (b"\0\0", "The file is no text"),
        (b" \n", "has no words"),
        (b"x" * 800_001, "800,001 bytes"),
        (b"x" * 1_000_001, "1,000,001 bytes"),
    ],
)
def test_a_file_that_is_no_story_is_refused_in_a_sentence(eda, data, says):
    answer = sent(signed_in(eda), at("import_story"), file=SimpleUploadedFile("x.ink", data))
    assert says in words(answer) and not DilemmaDraft.objects.exists()
    assert not list(store()._incoming.glob("*.part")), "nothing of it is kept"


def test_two_authors_write_one_draft_of_a_dilemma_and_either_may_delete_it(eda):
    old, ole = dilemma(eda), author("Ole Writer", Role.TEAM_MANAGER)
    first = actions.begin_from(dilemma_id=old.id, by=eda, at=AT)
    assert actions.begin_from(dilemma_id=old.id, by=ole, at=AT + timedelta(hours=1)).id == first.id
    saved = actions.save(draft_id=first.id, ink=CHANGED, version=1, by=ole, at=AT)
    assert (saved.by_id, saved.version) == (ole.id, 2)
    assert re.search(r"The photograph on the phone saved .{0,40}, Ole Writer", words(signed_in(eda).get(at("writer"))))
    assert "Delete the draft of" in words(signed_in(ole).get(at("delete_story", first.id)))
    sent(signed_in(ole), at("delete_story", first.id))
    assert not DilemmaDraft.objects.exists() and Dilemma.objects.filter(id=old.id).exists()


def test_those_who_do_not_write_learning_find_nothing_of_it(eda):
    row, old, amal = draft(eda), dilemma(eda), worker()
    for name in ("write_story", "preview_story", "story_endings", "publish_story", "delete_story"):
        assert signed_in(amal).get(at(name, row.id)).status_code == 404
    assert "Write dilemmas" not in words(signed_in(amal).get(at("dilemmas")))
    assert "Write dilemmas" in words(signed_in(eda).get(at("dilemmas")))
    for asked in (
        lambda: actions.begin(title="Mine", by=amal, at=AT),
        lambda: actions.begin_from(dilemma_id=old.id, by=amal, at=AT),
        lambda: actions.save(draft_id=row.id, ink="x", version=1, by=amal, at=AT),
        lambda: actions.delete(draft_id=row.id, by=amal, at=AT),
        lambda: actions.publish(draft_id=row.id, version=1, changed="x", by=amal, at=AT),
        lambda: actions.withdraw(dilemma_id=old.id, by=amal, at=AT),
    ):
        with pytest.raises(NotFound):
            asked()


def test_the_database_knows_who_writes_learning(cluster, committed):
    eda, amal = author("Eda Writer"), worker()
    row, old = draft(eda), dilemma(eda)
    assert {role for role in Role.values if Permission.WRITE_LEARNING in ALLOWED[role]} == WRITE
    with psycopg.connect(cluster.url("kith_app", committed), autocommit=True) as connection:
        for role in Role.values:
            connection.execute("SELECT set_config('kith.worker', %s, false)", [str(worker(role, role).id)])
            assert connection.execute("SELECT kith_writes_learning()").fetchone()[0] == (role in WRITE)
        connection.execute("SELECT set_config('kith.worker', %s, false)", [str(amal.id)])
        assert connection.execute("SELECT count(*) FROM learning_dilemma_draft").fetchone()[0] == 0
        assert connection.execute("DELETE FROM learning_dilemma_draft").rowcount == 0
        assert connection.execute("UPDATE learning_dilemma SET withdrawn_at = now()").rowcount == 0
        connection.execute("SELECT set_config('kith.worker', %s, false)", [str(eda.id)])
        for statement, parts in (
            ("UPDATE learning_dilemma_draft SET by_id = %s", [amal.id]),
            ("UPDATE learning_dilemma SET withdrawn_at = now(), withdrawn_by_id = %s", [amal.id]),
            ("UPDATE learning_dilemma SET ink = %s", ["x"]),
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement, parts)
    assert row.id and old.id


WRITE = {
    "team_manager",
    "service_manager",
    "practice_supervisor",
    "practice_educator",
    "information_governance_lead",
}
