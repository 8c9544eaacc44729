"""The pages of statements as a worker uses them."""

import json
import uuid
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.court import testing
from kith.court.models import Statement, StatementPart
from kith.court.tests.conftest import decision, entry, quotation
from kith.record import actions as record
from kith.record.models import Case
from kith.record.testing import AT, worker
from kith.ui import formats

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(scene) -> Client:
    client = Client()
    client.force_login(scene.amal)
    return client


def address(name, scene, *more) -> str:
    return reverse(f"court:{name}", args=[scene.case.id, scene.statement.id, *more])


def keyed(**fields) -> dict:
    return {"submit_key": str(uuid.uuid4()), **fields}


def front_page(**more) -> dict:
    """Give the form of a front page as it is sent, each value of it unless another is given."""
    usual = {
        "court_text": "Family Court at Fennby",
        "filed_for": "The local authority",
        "ordinal": "1",
        "made_on-day": "16",
        "made_on-month": "3",
        "made_on-year": "2026",
        "role_text": "Social worker",
        "office_text": "1 Quay Street",
    }
    return keyed(**usual | more)


def texts(scene) -> list[str]:
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        rows = StatementPart.objects.filter(case=scene.case, position__isnull=False).order_by("position")
        return [row.text or row.kind for row in rows]


def test_a_statement_is_begun_with_what_the_case_holds(scene, client):
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        Case.objects.filter(id=scene.case.id).update(court_text="Family Court at Fennby", court_number="FN26P00001")
    address_of = reverse("court:start", args=[scene.case.id])
    page = client.get(address_of).content.decode()

    assert "Family Court at Fennby" in page
    assert "FN26P00001" in page
    assert 'value="2"' in page  # the fixture made the first
    answer = client.post(address_of, front_page(court_number="FN26P00001", ordinal="2"))
    assert answer.status_code == 302
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        made = Statement.objects.get(case=scene.case, ordinal=2)
    assert (made.title, made.made_on) == ("Second statement of Amal Tester", date(2026, 3, 16))
    assert "Nothing in the body yet" in client.get(answer.url).content.decode()


def test_an_office_of_several_lines_keeps_them_and_is_read_as_one(scene, client):
    answer = client.post(address("details", scene), front_page(office_text="Children's Services\n1 Quay Street"))

    assert answer.status_code == 302
    assert "Children&#39;s Services\n1 Quay Street</textarea>" in client.get(address("details", scene)).content.decode()
    assert "of Children&#39;s Services, 1 Quay Street, say:" in client.get(answer.url).content.decode()


def test_an_entry_to_choose_says_its_day_once(scene, client):
    written = entry(scene, "A visit.")
    page = client.get(address("choose", scene)).content.decode()

    assert page.count(formats.day(written.happened_from)) == 1


def test_the_list_says_when_there_is_none(scene, client):
    from kith.record.testing import case

    other = case(scene.amal)

    assert "No statement yet" in client.get(reverse("court:list", args=[other.id])).content.decode()
    assert "First statement of" in client.get(reverse("court:list", args=[scene.case.id])).content.decode()


def test_pieces_are_chosen_and_stand_in_the_order_they_happened(scene, client):
    late, early = entry(scene, "A late visit.", days=3), entry(scene, "An early visit.", allegation="alleged")
    made, kept = decision(scene), quotation(scene, "Back by half six")
    page = client.get(address("choose", scene)).content.decode()
    ticked = [f"entry:{late.id}", f"entry:{early.id}", f"decision:{made.id}", f"citation:{kept.id}"]
    answer = client.post(address("choose", scene), keyed(pieces=ticked, after=""))
    shown = client.get(answer.url).content.decode()

    assert page.index("An early visit.") < page.index("handovers move") < page.index("A late visit.")
    assert "Alleged" in page
    assert texts(scene) == ["entry", "decision", "entry", "citation"]
    assert shown.index("An early visit.") < shown.index("A late visit.") < shown.index("[E1, line 214]")
    assert "Alleged" in shown
    assert "In the statement already" in client.get(address("choose", scene)).content.decode()


def test_the_list_to_choose_from_is_filtered(scene, client):
    entry(scene, "About the school.")
    entry(scene, "About the house.")
    page = client.get(address("choose", scene) + "?words=school&kinds=entry").content.decode()

    assert "About the school." in page
    assert "About the house." not in page
    assert "Nothing matches" in client.get(address("choose", scene) + "?words=zebra").content.decode()


def test_choosing_nothing_is_said(scene, client):
    entry(scene, "About the school.")
    answer = client.post(address("choose", scene), keyed())

    assert "Select at least one piece" in answer.content.decode()


def test_paragraphs_are_written_moved_and_taken_out_without_script(scene, client):
    for words in ("One.", "Two."):
        client.post(address("write", scene), keyed(kind="paragraph", text=words, after=""))
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        second = StatementPart.objects.get(case=scene.case, text="Two.")
    moved = client.post(address("arrange", scene, second.id), keyed(do="up"))

    assert moved.url.endswith(f"#part-{second.id}")
    assert texts(scene) == ["Two.", "One."]
    client.post(address("arrange", scene, second.id), keyed(do="out"))
    assert texts(scene) == ["One."]
    client.post(address("arrange", scene, second.id), keyed(do="back"))
    assert texts(scene) == ["One.", "Two."]
    assert client.post(address("arrange", scene, second.id), keyed(do="burn")).status_code == 404


def test_one_press_twice_moves_once(scene, client):
    parts = [testing.paragraph(scene.statement, scene.amal, words) for words in ("One.", "Two.", "Three.")]
    same = keyed(do="up")
    client.post(address("arrange", scene, parts[2].id), same)
    client.post(address("arrange", scene, parts[2].id), same)

    assert texts(scene) == ["One.", "Three.", "Two."]


def test_words_being_written_save_themselves_and_come_back(scene, client):
    page = client.get(address("write", scene)).content.decode()
    place = f"statement_words:{scene.statement.id}"
    draft = reverse("record:save_draft", args=[scene.case.id, place])
    saved = client.post(
        draft,
        json.dumps({"version": 0, "editor": "one", "fields": {"kind": "heading", "text": "Half a sent", "after": ""}}),
        content_type="application/json",
        headers={"X-Kith-Draft": "1"},
    )

    assert draft in page
    assert saved.json()["version"] == 1
    again = client.get(address("write", scene)).content.decode()
    assert "Half a sent" in again
    client.post(address("write", scene), keyed(kind="paragraph", text="A whole sentence.", after=""))
    assert "Half a sent" not in client.get(address("write", scene)).content.decode()
    assert texts(scene) == ["A whole sentence."]


def test_another_can_be_written_after_it(scene, client):
    answer = client.post(address("write", scene), keyed(kind="paragraph", text="One.", after="", next="another"))
    page = client.get(answer.url).content.decode()

    assert "After paragraph 1" in page
    assert "selected" in page


def test_words_before_a_quotation_can_be_changed_and_the_quotation_cannot(scene, client):
    part = testing.piece(scene.statement, scene.amal, "citation", quotation(scene, "Back by half six").id)
    client.post(address("change", scene, part.id), keyed(text="On 1 March he wrote:"))
    page = client.get(address("statement", scene)).content.decode()

    assert "On 1 March he wrote:" in page
    assert "Back by half six" in page


def test_children_and_parties_are_named_as_the_worker_sets_them(scene, client):
    page = client.get(address("names", scene)).content.decode()
    assert "P.M." in page
    answer = client.post(
        address("names", scene),
        keyed(
            shown_0="Pip M.",
            role_1="Applicant",
            shown_1="Lena Marrow",
            role_2="",
            shown_2="",
        ),
    )
    shown = client.get(answer.url).content.decode()

    assert "Pip M." in shown
    assert "Lena Marrow</strong> (Applicant)" in shown
    assert "Robin Marrow" not in shown


def test_a_role_without_a_name_is_asked_for(scene, client):
    answer = client.post(address("names", scene), keyed(shown_0="P.M.", role_1="Applicant", shown_1=""))

    assert "Enter how the heading names Lena" in answer.content.decode()


def test_a_date_no_wording_is_known_for_is_said(scene, client):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    with scoped(worker_id=scene.amal.id, case_id=scene.case.id):
        Statement.objects.filter(case=scene.case).update(made_on=date(2001, 1, 1))
    page = client.get(address("statement", scene)).content.decode()

    assert "No wording is known for a statement made on 2001-01-01" in page
    assert client.get(address("papers", scene)).status_code == 200


def test_each_piece_of_the_record_leads_back_to_it(scene, client):
    made = entry(scene, "I visited.")
    testing.piece(scene.statement, scene.amal, "entry", made.id)

    assert (
        reverse("record:entry", args=[scene.case.id, made.id])
        in client.get(address("statement", scene)).content.decode()
    )


def test_who_may_only_read_finds_the_statement_and_nothing_to_press(scene):
    testing.paragraph(scene.statement, scene.amal, "Words.")
    adviser = worker("Ada", role=Role.LEGAL_ADVISER)
    record.give_access(case=scene.case, worker=adviser, why="supports", by=scene.amal, at=AT)
    client = Client()
    client.force_login(adviser)
    pages = [client.get(reverse("court:list", args=[scene.case.id])), client.get(address("statement", scene))]

    assert [page.status_code for page in pages] == [200, 200]
    for page in pages:
        assert 'method="post"' not in page.content.decode()
        assert "Prepare a statement" not in page.content.decode()
    for name in ("papers", "choose", "write", "details", "names"):
        assert client.get(address(name, scene)).status_code == 404
