"""Papers leave by the one exit: judged for their reader, frozen, and the very same bytes handed over."""

import hashlib
import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.models import LedgerRow
from kith.core.transactions import scoped
from kith.court import queries, testing
from kith.court.models import StatementRelease
from kith.court.tests.conftest import entry, quotation
from kith.record import actions as record
from kith.record.models import Release
from kith.record.testing import AT, protected_address, worker

pytestmark = pytest.mark.django_db

ADDRESS = "14 Quarry Lane, Fennby, FN1 2QX"


@pytest.fixture
def client(scene) -> Client:
    client = Client()
    client.force_login(scene.amal)
    return client


def read(scene, client, reader, query="") -> str:
    return client.get(address("read_as", scene, reader.id) + query).content.decode()


def address(name, scene, *more) -> str:
    return reverse(f"court:{name}", args=[scene.case.id, scene.statement.id, *more])


def release(scene, client, reader, **given):
    page = read(scene, client, reader)
    found = re.search(r'name="read_sha256" value="([0-9a-f]{64})"', page)
    fields = {
        "submit_key": str(uuid.uuid4()),
        "purpose": "To be filed",
        "read_sha256": found[1] if found else "",
        **given,
    }
    return client.post(address("read_as", scene, reader.id), fields)


def papers(scene):
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        return queries.papers_of(queries.statement_in(scene.case, scene.statement.id))


def releases(scene):
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        return list(StatementRelease.objects.filter(case=scene.case).select_related("release"))


def test_what_is_downloaded_is_what_was_judged_and_frozen(scene, client):
    testing.paragraph(scene.statement, scene.amal, "I visited on 1 March.")
    answer = release(scene, client, scene.court)
    page = client.get(answer.url)
    [row] = releases(scene)
    pdf = client.get(address("copy", scene, row.release_id, "pdf"))
    word = client.get(address("copy", scene, row.release_id, "word"))

    assert answer.url == address("released", scene, row.release_id)
    assert pdf.content == papers(scene).files[0].data
    assert word.content == papers(scene).files[1].data
    for given in (pdf, word):
        assert hashlib.sha256(given.content).hexdigest() in page.content.decode()
        assert given["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in given["Cache-Control"]
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Content-Disposition"] == 'attachment; filename="first-statement-2026-03-16.pdf"'
    assert "was computed again just now" in page.content.decode()


PLACES = {
    "a paragraph": lambda scene: testing.paragraph(scene.statement, scene.amal, f"They live at {ADDRESS}."),
    "an entry": lambda scene: testing.piece(
        scene.statement, scene.amal, "entry", entry(scene, f"I saw the room at {ADDRESS}.").id
    ),
    "a line before a quotation": lambda scene: testing.piece(
        scene.statement, scene.amal, "citation", quotation(scene, "Yes", before=f"Is it {ADDRESS}?").id
    ),
    "the quoted line": lambda scene: testing.piece(
        scene.statement, scene.amal, "citation", quotation(scene, ADDRESS).id
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_protected_address_stops_the_papers_for_the_father_wherever_it_stands(scene, client, place):
    fact = protected_address(scene.case, scene.amal)
    PLACES[place](scene)
    page = read(scene, client, scene.father)
    answer = release(scene, client, scene.father, read_sha256=papers(scene).sha256)
    [row] = releases(scene)
    stopped = client.get(answer.url).content.decode()

    assert "This cannot be released to Robin" in page
    assert ADDRESS in page
    assert "PDF, page" in page
    assert "Release it to" not in page
    assert row.release.state == Release.State.BLOCKED
    assert "PDF, page" in stopped
    assert "It did not leave" in stopped
    assert "papers/" + str(row.release_id) + "/pdf" not in stopped
    for kind in ("pdf", "word"):
        assert client.get(address("copy", scene, row.release_id, kind)).status_code == 404
    assert str(fact.id) in str(row.release.verdict)


def test_the_court_gets_what_the_court_may_know_and_the_father_does_not(scene, client):
    fact = protected_address(scene.case, scene.amal)
    testing.paragraph(scene.statement, scene.amal, f"They live at {ADDRESS}.")
    blocked = read(scene, client, scene.court)
    record.allow_to_know(fact=fact, participant=scene.court, by=scene.amal, at=AT, why="C8 filed")
    answer = release(scene, client, scene.court)
    [row] = releases(scene)

    assert "This cannot be released to" in blocked
    assert client.get(answer.url).status_code == 200
    assert row.release.state == Release.State.RELEASED
    assert client.get(address("copy", scene, row.release_id, "pdf")).status_code == 200
    assert "This cannot be released to Robin" in read(scene, client, scene.father)


def test_two_submits_make_one_release(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    key = str(uuid.uuid4())
    first = release(scene, client, scene.court, submit_key=key)
    second = release(scene, client, scene.court, submit_key=key)

    assert first.url == second.url
    assert len(releases(scene)) == 1


def test_papers_that_changed_since_they_were_read_do_not_leave(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    old = papers(scene).sha256
    testing.paragraph(scene.statement, scene.amal, "More words.")
    answer = release(scene, client, scene.court, read_sha256=old)

    assert "have changed since you read them" in answer.content.decode()
    assert releases(scene) == []


def test_nothing_is_released_that_was_not_read(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    answer = release(scene, client, scene.court, read_sha256="")

    assert answer.status_code == 200
    assert releases(scene) == []


def test_there_is_no_way_to_the_papers_before_a_release(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    for name in ("statement", "papers"):
        answer = client.get(address(name, scene))
        assert answer["Content-Type"].startswith("text/html")
        assert "/pdf/" not in answer.content.decode()
    assert "/pdf/" not in read(scene, client, scene.court)
    assert client.get(address("copy", scene, uuid.uuid4(), "pdf")).status_code == 404


def test_an_empty_statement_is_not_made_into_papers(scene, client):
    assert "There is nothing in this statement yet" in client.get(address("papers", scene)).content.decode()
    assert "There is nothing in this statement yet" in read(scene, client, scene.court)


def test_a_draft_is_marked_and_so_is_its_name(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    page = read(scene, client, scene.court, "?draft=1")

    assert "first-statement-2026-03-16-draft.pdf" in page
    assert "Draft: not signed" in re.sub(r"\s+", " ", page)


def test_damaged_bytes_are_not_handed_over(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    release(scene, client, scene.court)
    [row] = releases(scene)
    from pathlib import Path

    from django.conf import settings

    kept = sorted(Path(settings.DATA_FOLDER).rglob("*"), key=lambda path: path.stat().st_mtime)
    for path in [path for path in kept if path.is_file() and path.stat().st_size > 10_000][-2:]:
        path.chmod(0o600)
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(bytes(data))

    assert "are not the bytes that left" in client.get(address("released", scene, row.release_id)).content.decode()
    assert client.get(address("copy", scene, row.release_id, "pdf")).status_code == 404


def test_a_stranger_finds_nothing(scene):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    amal = Client()
    amal.force_login(scene.amal)
    release(scene, amal, scene.court)
    [row] = releases(scene)
    cara = Client()
    cara.force_login(worker("Cara"))
    part = testing.paragraph(scene.statement, scene.amal, "More.")
    pages = [
        reverse("court:list", args=[scene.case.id]),
        reverse("court:start", args=[scene.case.id]),
        address("statement", scene),
        address("details", scene),
        address("names", scene),
        address("choose", scene),
        address("write", scene),
        address("change", scene, part.id),
        address("papers", scene),
        address("read_as", scene, scene.father.id),
        address("released", scene, row.release_id),
        address("copy", scene, row.release_id, "pdf"),
    ]

    assert [cara.get(each).status_code for each in pages] == [404] * len(pages)
    posted = {"submit_key": str(uuid.uuid4()), "do": "out"}
    assert cara.post(address("arrange", scene, part.id), posted).status_code == 404
    assert [amal.get(each).status_code for each in pages] == [200] * len(pages)


def test_a_statement_of_one_case_is_not_found_through_another(scene, client):
    from kith.record.testing import case

    other = case(scene.amal)

    assert client.get(reverse("court:statement", args=[other.id, scene.statement.id])).status_code == 404


def test_the_ledger_holds_the_hashes_of_what_left(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    release(scene, client, scene.court)
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        bodies = list(LedgerRow.objects.filter(chain=scene.case.id).values_list("body", flat=True))
    [line] = [body for body in bodies if '"release.made"' in body]

    assert hashlib.sha256(papers(scene).files[0].data).hexdigest() in line


def test_the_court_is_added_where_it_is_missing(scene, client):
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        scene.court.part = "other"
        scene.court.save()
    testing.paragraph(scene.statement, scene.amal, "Words.")
    assert "Add the court" in client.get(address("papers", scene)).content.decode()
    answer = client.post(address("add_court", scene), {"submit_key": str(uuid.uuid4())})

    assert "Release it to" in client.get(answer.url).content.decode()
    assert "Add the court" not in client.get(address("papers", scene)).content.decode()


def test_what_cannot_be_drawn_is_listed_before_it_leaves(scene, client):
    testing.paragraph(scene.statement, scene.amal, "She wrote \U00012000.")
    page = client.get(address("papers", scene)).content.decode()

    assert "no typeface here can draw these characters" in page
    assert "Cuneiform" in page


def test_wording_that_was_not_checked_says_so(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")

    for page in (client.get(address("papers", scene)).content.decode(), read(scene, client, scene.court)):
        assert "The wording has not been checked against its source" in page


@pytest.mark.drill
def test_a_very_long_statement_is_made_and_released(scene, client):
    for number in range(150):
        testing.paragraph(scene.statement, scene.amal, f"Paragraph {number}. " + "It happened as it was said. " * 30)
    release(scene, client, scene.court)
    [row] = releases(scene)

    assert row.release.state == Release.State.RELEASED
    assert row.pages > 40
    assert client.get(address("statement", scene)).status_code == 200


def test_earlier_releases_are_listed_for_their_reader(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    release(scene, client, scene.court, purpose="The first filing")

    assert "The first filing" in read(scene, client, scene.court)
    assert "The first filing" not in read(scene, client, scene.father)
    assert "The first filing" in client.get(address("papers", scene)).content.decode()


def test_warnings_must_be_read_before_it_is_released(scene, client):
    protected_address(scene.case, scene.amal)
    testing.paragraph(scene.statement, scene.amal, "Quarry Lane is closed to buses.")
    page = read(scene, client, scene.father)
    unread = release(scene, client, scene.father, level="warn")
    read_now = release(scene, client, scene.father, level="warn", accept_warnings="on")
    [row] = releases(scene)

    assert "Read this before you release it" in page
    assert "Tick that you have read the warnings" in unread.content.decode()
    assert row.release.state == Release.State.RELEASED
    assert "Released with these warnings read" in client.get(read_now.url).content.decode()
