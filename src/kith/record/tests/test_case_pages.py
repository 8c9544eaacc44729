"""Starting a case, the case at a glance, and the trace every look leaves."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from lxml.html import fromstring

from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.record import actions, rules, testing
from kith.record.models import Access, Case
from kith.record.tests.asking import signed_in, words

NEW = {
    "family_name": "Marrow",
    "reference": "TB-77",
    "kind": "private_law",
    "opened_on-day": "2",
    "opened_on-month": "3",
    "opened_on-year": "2026",
}


def sent(**typed):
    return {"submit_key": str(uuid4()), **typed}


def test_starting_a_case_leads_to_it_and_its_maker_may_open_it(committed):
    amal = testing.worker()
    client = signed_in(amal)
    answer = client.post("/cases/start/", sent(**NEW))
    with scoped(worker_id=amal.id):
        case = Case.objects.get()
        assert Access.objects.get().worker_id == amal.id
    assert answer.url == f"/cases/{case.id}/"
    page = words(client.get(answer.url))
    assert "The case was started" in page
    assert "TB-77" in page
    assert "Private law" in page


def test_a_reference_that_is_taken_is_refused_and_the_typed_words_stay(desk):
    page = words(desk.client.post("/cases/start/", sent(**{**NEW, "reference": desk.case.reference})))
    assert "There is a case with the reference" in page
    assert 'value="Marrow"' in page
    with scoped(worker_id=desk.amal.id):
        assert Case.objects.count() == 1


def test_a_case_without_a_kind_is_not_started(desk):
    page = words(desk.client.post("/cases/start/", sent(**{**NEW, "kind": ""})))
    assert "Select what kind of case it is" in page
    assert 'value="TB-77"' in page


def test_who_may_not_start_a_case_finds_no_such_page(db):
    assert signed_in(testing.worker(role=Role.LEGAL_ADVISER)).get("/cases/start/").status_code == 404


def test_a_form_sent_twice_starts_one_case(committed):
    amal = testing.worker()
    client, twice = signed_in(amal), sent(**NEW)
    first, second = client.post("/cases/start/", twice), client.post("/cases/start/", twice)
    assert first.url == second.url
    with scoped(worker_id=amal.id):
        assert Case.objects.count() == 1


def test_a_new_case_page_says_what_is_missing_and_offers_the_first_steps(desk):
    page = desk.get("case")
    for said in (
        "Marrow",
        desk.case.reference,
        "Private law",
        "Nothing is written yet",
        "Nobody yet",
        "Write an entry",
    ):
        assert said in page
    assert desk.url("people") in page
    assert 'aria-current="page" href="' + desk.url("case") in page


def test_who_only_reads_is_offered_nothing_to_write(desk):
    reader = testing.worker(role=Role.LEGAL_ADVISER)
    actions.give_access(case=desk.case, worker=reader, why="supports", by=desk.amal, at=testing.AT)
    client = signed_in(reader)
    page = words(client.get(desk.url("case")))
    assert "Write an entry" not in page
    assert client.get(desk.url("write_entry")).status_code == 404
    assert "Add somebody" not in words(client.get(desk.url("people")))


def test_every_look_leaves_a_note_that_names_the_page(desk):
    desk.get("case")
    desk.get("people")
    assert [note["facts"]["page"] for note in desk.notes("case.opened")] == ["record:case", "record:people"]


def fill(desk, many):
    for number in range(many):
        at = datetime(2026, 3, 3, tzinfo=UTC) + timedelta(minutes=number)
        person = testing.participant(desk.case, desk.amal, known_as=f"P{number}")
        actions.write_entry(
            case=desk.case,
            kind="note",
            text=f"entry {number}",
            happened_text="then",
            happened=rules.Span(at, at),
            precision="exact",
            about=[person],
            by=desk.amal,
            at=at,
        )
        actions.record_decision(
            case=desk.case,
            question=f"question {number}?",
            options=["a", "b"],
            chosen=0,
            childs_view="said",
            reasons="why",
            decided_on=at.date(),
            review_on=at.date(),
            by=desk.amal,
            at=at,
        )


def test_the_case_page_asks_at_most_twelve_times_however_large_the_case(desk, asked_of):
    fill(desk, 2)
    few = asked_of(desk.client, desk.url("case"))
    fill(desk, 30)
    assert asked_of(desk.client, desk.url("case")) == few
    assert few <= 12


def test_the_case_page_shows_what_was_written_last_first_and_what_is_due(desk):
    fill(desk, 12)
    page = desk.get("case")
    assert page.index("entry 11") < page.index("entry 8")
    assert "entry 1<" not in page
    assert "Due" in page


def test_a_page_of_a_case_that_does_not_exist_is_the_same_as_one_of_another_team(desk):
    unknown = desk.client.get(f"/cases/{uuid4()}/")
    theirs = desk.caras.get(desk.url("case"))
    assert (unknown.status_code, theirs.status_code) == (404, 404)


def test_an_account_page_leads_back_to_the_same_pages_as_a_case(desk):
    def leads(address):
        return fromstring(desk.client.get(address).content).xpath("//header//nav[@aria-label='Main']//a/@href")

    assert leads("/accounts/2fa/") == leads(desk.url("case")) != []
