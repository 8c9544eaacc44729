"""Each reader's own copy: made without what is left out for them, with grounds; words asked about first; who has it."""

import re
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.transactions import scoped
from kith.correspondence import actions as correspondence
from kith.court import actions, queries, rules, testing
from kith.court.queries.holders import holders_of
from kith.court.tests.conftest import entry, quotation
from kith.engines.guard.opening import open_attachment
from kith.record import actions as record
from kith.record import testing as make
from kith.record.models import AskFirst, Redaction, Release
from kith.record.rules import Span

pytestmark = pytest.mark.django_db
SECRET = "She has a new job at the bakery in Tarn"
LENA_SAID = "He shouted at us in the car and would not stop"


@pytest.fixture
def client(scene) -> Client:
    client = Client()
    client.force_login(scene.amal)
    return client


def address(name, scene, *more) -> str:
    return reverse(f"court:{name}", args=[scene.case.id, scene.statement.id, *more])


def send(client, url, **fields):
    return client.post(url, {"submit_key": str(uuid.uuid4()), **fields})


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def read(scene, client, reader) -> str:
    return words(client.get(address("read_as", scene, reader.id)))


def release(scene, client, reader, **more):
    page = client.get(address("read_as", scene, reader.id)).content.decode()
    found = re.search(r'name="read_sha256" value="([0-9a-f]{64})"', page)
    seen = (
        found[1] if found else papers(scene, reader).sha256
    )  # a page without the button: somebody sends it all the same
    return send(client, address("read_as", scene, reader.id), purpose="To be filed", read_sha256=seen, **more)


def papers(scene, reader=None):
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        found = queries.statement_in(scene.case, scene.statement.id)
        return queries.papers_of(found, reader=reader)


def text_of(made) -> list[str]:
    """Give the words of the PDF and of the Word document, as somebody could take them out again."""
    return [" ".join(each.text for each in open_attachment(file.name, file.data).passages) for file in made.files]


def bytes_of(made) -> bytes:
    import io
    import zipfile

    word = zipfile.ZipFile(io.BytesIO(made.files[1].data))
    return b"".join(word.read(each) for each in word.namelist())


def leave_out(scene, client, reader, *, piece, said="", ground="third_party", why="Her employer"):
    return send(client, address("leave_out", scene, reader.id), piece=str(piece.id), words=said, ground=ground, why=why)


def redaction(scene):
    with scoped(worker_id=scene.amal.id):
        return Redaction.objects.get(undone_at__isnull=True)


def released(scene):
    with scoped(worker_id=scene.amal.id):
        return list(Release.objects.filter(case=scene.case, state="released"))


@pytest.fixture
def told(scene):
    """A statement with a paragraph that the father's copy must not hold."""
    piece = testing.paragraph(scene.statement, scene.amal, f"I visited twice. {SECRET}. The children were well.")
    testing.paragraph(scene.statement, scene.amal, "I saw Robin on Monday.")
    return piece


def test_one_readers_copy_is_made_without_the_words_and_the_others_keep_them(scene, client, told):
    assert leave_out(scene, client, scene.father, piece=told, said=SECRET).status_code == 302
    for text in text_of(papers(scene, scene.father)):
        assert "bakery" not in text
        assert "[Left out: about somebody else]" in " ".join(text.split())
    assert b"bakery" not in bytes_of(papers(scene, scene.father)), "removed, not covered"
    for text in text_of(papers(scene, scene.mother)):
        assert "bakery" in text
    page = read(scene, client, scene.father)
    assert SECRET in page and "About somebody else. Her employer" in page
    assert release(scene, client, scene.father).status_code == 302
    [row] = released(scene)
    assert row.verdict["left_out"] == [{"id": str(redaction(scene).id), "ground": "third_party"}]
    assert "bakery" not in str(row.verdict)


def test_a_whole_piece_goes_with_what_it_cites(scene, client):
    piece = testing.piece(scene.statement, scene.amal, "citation", quotation(scene, "Bring her at six").id)
    testing.paragraph(scene.statement, scene.amal, "I saw Robin on Monday.")
    leave_out(scene, client, scene.father, piece=piece, ground="order", why="")
    for text in text_of(papers(scene, scene.father)):
        assert "Bring her at six" not in text and "WhatsApp" not in text
        assert "[Left out: a court order]" in " ".join(text.split())
    assert "WhatsApp" in text_of(papers(scene, scene.mother))[0]


@pytest.mark.drill
def test_without_a_ground_a_copy_goes_to_legal_review_and_not_to_its_reader(scene, client, told):
    leave_out(scene, client, scene.father, piece=told, said=SECRET, ground="unknown", why="")
    page = client.get(address("read_as", scene, scene.father.id)).content.decode()
    assert "Legal review" in page and "Release it to" not in page
    answer = release(scene, client, scene.father)
    assert answer.status_code == 200 and "left out of this copy without a ground" in words(answer)
    assert released(scene) == []
    at = address("left_out", scene, redaction(scene).id)
    assert send(client, at, ground="fpr_29_1", why="Form C8").status_code == 302
    assert release(scene, client, scene.father).status_code == 302
    assert len(released(scene)) == 1


def test_what_was_left_out_can_be_put_back_in(scene, client, told):
    leave_out(scene, client, scene.father, piece=told, said=SECRET, ground="unknown")
    assert send(client, address("left_out", scene, redaction(scene).id), undo="1").status_code == 302
    assert "bakery" in text_of(papers(scene, scene.father))[0]
    assert "Nothing: they get every word." in read(scene, client, scene.father)


def test_one_readers_copy_is_never_released_to_another(scene, client, told):
    leave_out(scene, client, scene.father, piece=told, said=SECRET)
    for made in (papers(scene, scene.mother), papers(scene)):
        with pytest.raises(actions.Changed, match="not this reader's copy"):
            actions.release_papers(
                statement=scene.statement,
                reader=scene.father,
                papers=made,
                read_sha256=made.sha256,
                purpose="x",
                by=scene.amal,
                at=clock.now(),
            )
    assert released(scene) == []


def test_words_that_are_not_there_are_not_left_out_and_words_that_went_are_looked_at(scene, client, told):
    answer = leave_out(scene, client, scene.father, piece=told, said="not there at all")
    assert "These words do not stand in that piece" in words(answer)
    leave_out(scene, client, scene.father, piece=told, said=SECRET)
    actions.change_words(part=told, text="I visited. She works at the bakery.", by=scene.amal, at=make.AT)
    page = read(scene, client, scene.father)
    assert "The papers cannot be made yet" in page and "do not stand in it any more" in page
    assert release_refused(scene, client)


def release_refused(scene, client) -> bool:
    send(client, address("read_as", scene, scene.father.id), purpose="x", read_sha256="0" * 64)
    return released(scene) == []


def mark(scene, client, what, thing, teller):
    at = reverse("record:mark_ask_first", args=[scene.case.id, what, thing])
    return send(client, at, teller=str(teller.id), why="Please ask me first")


def answered(scene, client, answer, why=""):
    with scoped(worker_id=scene.amal.id):
        [row] = AskFirst.objects.filter(case=scene.case)
    at = reverse("record:ask_first", args=[scene.case.id, row.id])
    on = {"asked_on-day": "3", "asked_on-month": "3", "asked_on-year": "2026"}
    return send(client, at, answer=answer, answer_text=why, **on)


OTHER_WAYS = ("a part of it in own words", "the line quoted", "the line cited")


@pytest.mark.parametrize("way", ["the entry", *(pytest.param(way, marks=pytest.mark.drill) for way in OTHER_WAYS)])
def test_marked_words_do_not_leave_in_any_way_before_their_teller_was_asked(scene, client, way):
    said = "He came at night and stood outside the window until Mum saw him"
    written = entry(scene, said)
    quoted = quotation(scene, said)
    what, thing = ("entry", written.id) if "line" not in way else ("quotation", quoted.id)
    assert mark(scene, client, what, thing, scene.mother).status_code == 302
    {
        "the entry": lambda: testing.piece(scene.statement, scene.amal, "entry", written.id),
        "a part of it in own words": lambda: testing.paragraph(
            scene.statement, scene.amal, "I was told that he stood outside the window until Mum saw him, and left."
        ),
        "the line quoted": lambda: testing.piece(scene.statement, scene.amal, "citation", quoted.id),
        "the line cited": lambda: testing.paragraph(
            scene.statement, scene.amal, "A visit is described [E1, line 214]."
        ),
    }[way]()
    page = read(scene, client, scene.court)
    assert "Ask first" in page and "They asked to be asked" in page
    assert release(scene, client, scene.court).status_code == 302  # the page of what came of it
    assert released(scene) == []
    answered(scene, client, "refused")
    assert "They said no." in read(scene, client, scene.court)
    release(scene, client, scene.court)
    assert released(scene) == []
    answered(scene, client, "agreed")
    release(scene, client, scene.court, accept_warnings="on")
    assert len(released(scene)) == 1


def test_words_used_without_agreement_need_a_reason_their_teller_was_told(scene, client):
    written = entry(scene, "He came at night and stood outside the window until Mum saw him")
    mark(scene, client, "entry", written.id, scene.mother)
    testing.piece(scene.statement, scene.amal, "entry", written.id)
    assert "Enter why the words must be used" in words(answered(scene, client, "told"))
    assert answered(scene, client, "told", "The court must know; I told her on Monday.").status_code == 302
    release(scene, client, scene.court)
    assert len(released(scene)) == 1


def test_marked_words_do_not_leave_in_a_message_either(scene):
    written = entry(scene, "He came at night and stood outside the window until Mum saw him")
    record.mark_ask_first(of=written, teller=scene.mother, why="", by=scene.amal, at=clock.now())
    make.email_of(scene.father, scene.amal, "robin@example.org")
    sent = correspondence.send_message(
        case=scene.case,
        reader=scene.father,
        subject="Monday",
        text="You came at night, and stood outside the window until mum saw him, is that so?",
        by=scene.amal,
        at=clock.now(),
        accept_warnings=True,
    )
    assert sent.message is None
    assert [each.teller for each in sent.released.to_ask] == ["Lena"]


def childs_words(scene, text, about):
    begins = datetime(2026, 3, 1, 18, tzinfo=UTC)
    return record.write_entry(
        case=scene.case,
        kind="childs_words",
        text=text,
        happened_text="at school",
        happened=Span(begins, begins + timedelta(minutes=1)),
        precision="exact",
        allegation="",
        about=[about],
        by=scene.amal,
        at=make.AT,
    )


def test_words_that_only_one_person_could_have_told_are_named_to_everybody_but_them(scene, client):
    testing.piece(scene.statement, scene.amal, "entry", childs_words(scene, LENA_SAID, scene.mother).id)
    assert "Only Lena could have told this." in read(scene, client, scene.father)
    assert "could have told this" not in read(scene, client, scene.mother)
    childs_words(scene, LENA_SAID, scene.court)  # somebody else told it too
    assert "could have told this" not in read(scene, client, scene.father)


def test_half_an_address_by_e_mail_and_half_in_the_statement_are_seen_together(scene, client):
    make.protected_address(scene.case, scene.amal, value="Rose Cottage, 3 Quarry Lane, Fennby, FN1 2QX")
    make.email_of(scene.father, scene.amal, "robin@example.org")
    sent = correspondence.send_message(
        case=scene.case,
        reader=scene.father,
        subject="x",
        text="It is on Quarry Lane.",
        by=scene.amal,
        at=clock.now(),
        accept_warnings=True,
    )
    assert sent.message is not None
    testing.paragraph(scene.statement, scene.amal, "They met me by the rose cottage.")
    page = read(scene, client, scene.father)
    assert "This cannot be released to Robin" in page
    assert "Nobody may pass this, a second person neither" in page
    assert "What Robin already holds" in page and "Rose Cottage, 3 Quarry Lane, Fennby, FN1 2QX (street)" in page
    assert "This cannot be released" not in read(scene, client, scene.court), "the court was told nothing before"


def test_the_papers_page_says_who_has_it_and_who_of_those_entitled_has_not(scene, client):
    testing.paragraph(scene.statement, scene.amal, "I saw them both.")
    release(scene, client, scene.court)
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        found = {each.name: (each.state, each.is_missing) for each in holders_of(scene.statement)}
    assert found == {"Lena": ("not", True), "Robin": ("not", True), "Family Court at Tarnbrook": ("has", False)}
    page = words(client.get(address("papers", scene)))
    assert "Who has this, and who of those entitled has not" in page and "Has not got it" in page


@pytest.mark.drill
def test_papers_that_were_stopped_are_passed_by_a_second_person_and_leave_once(scene, client):
    ben = make.worker("Ben Tester", "team_manager")
    record.give_access(case=scene.case, worker=ben, why="manages", by=scene.amal, at=clock.now())
    record.protect_fact(
        case=scene.case,
        kind="person",
        value="Dora Finch",
        why="x",
        since_on=date(2026, 3, 1),
        by=scene.amal,
        at=make.AT,
    )
    testing.paragraph(scene.statement, scene.amal, "I spoke with Dora Finch of the school.")
    assert "This cannot be released to Robin" in read(scene, client, scene.father)
    answer = send(client, address("read_as", scene, scene.father.id), ask="1", why="Another Dora Finch")
    assert answer.status_code == 302
    bens = Client()
    bens.force_login(ben)
    at = re.search(rf"/cases/{scene.case.id}/second-looks/[0-9a-f-]+/", bens.get("/").content.decode())[0]
    assert "I spoke with Dora Finch of the school." in words(bens.get(at))
    assert bens.get(f"{at}0/")["Content-Type"] == rules.PDF
    decided = send(bens, at, decision="pass", reason_1="Another", reason_2="Another", says="")
    assert decided.status_code == 302, words(decided)
    assert "Passed by a second person" in read(scene, client, scene.father)
    release(scene, client, scene.father)
    assert len(released(scene)) == 1
    release(scene, client, scene.father)
    assert len(released(scene)) == 1, "once"
