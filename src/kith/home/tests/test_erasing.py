"""Erasing, in a database where commits are real: nothing is left, and the chain still verifies."""

from uuid import uuid4

from django.db import connection

from kith.core import clock, erasures
from kith.core.transactions import scoped
from kith.home import actions
from kith.home.tests import agency as made
from kith.home.tests.agency import MARKER, NOW
from kith.record import actions as record
from kith.record import queries
from kith.record import testing as make
from kith.record.models import (
    Case,
    Citation,
    ContactDetail,
    ContactPlan,
    Entry,
    Participant,
    Redaction,
    Review,
    TimelineRow,
    WayThrough,
)
from kith.record.rules.contact_plan import Leave


def test_a_whole_case_goes_and_nothing_of_its_words_is_left(agency):
    agency.fill()
    agency.close()
    assert {"record_entry", "exhibits_item", "exhibits_lexicon", "core_ledger_words", "record_draft"} <= set(
        agency.left()
    )
    assert made.objects()
    review = agency.decided()
    erasure = actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    assert agency.left() == {}
    assert agency.left(str(agency.case.reference)) == {}
    assert made.objects() == set()
    assert agency.faults() == []
    with scoped(worker_id=agency.amal.id):
        assert not Case.objects.filter(id=agency.case.id).exists()
    [line] = erasures.listing(erasures.folder())
    assert (line.id, line.case_id, line.what, line.ground) == (str(erasure), str(agency.case.id), "case", "time_over")
    assert (line.decided_role, line.confirmed_role) == ("information_governance_lead", "service_manager")
    assert MARKER not in (erasures.folder() / erasures.LIST).read_text()


def test_another_case_is_not_touched_when_one_goes(agency):
    agency.fill()
    agency.close()
    other = make.case(agency.world.cara, family_name="Otherquay")
    agency.world.entry("Somebody elses Otherquay", by=agency.world.cara, case=other)
    before = agency.left("Otherquay")
    actions.confirm_erasure(review=agency.decided(), by=agency.gwen, at=NOW)
    assert agency.left("Otherquay") == before != {}


def test_the_key_of_an_erased_case_is_gone_so_that_a_kept_object_cannot_be_opened(agency):
    agency.fill()
    agency.close()
    actions.confirm_erasure(review=agency.decided(), by=agency.gwen, at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_case_key WHERE case_id = %s", [agency.case.id])
        assert cursor.fetchone() == (0,)


def test_an_entrys_words_go_with_their_drafts_quotations_and_place_in_time(agency):
    chat, quotation = agency.chat_quoted(made.CHAT.replace(MARKER.encode(), b"there"))
    record.save_draft(case=agency.case, place="entry", words={"text": MARKER}, version=0, by=agency.amal, at=make.AT)
    record.use_draft(case=agency.case, place="entry", by=agency.amal, at=make.AT)
    entry = agency.world.entry(MARKER, happened_text=MARKER, about=[agency.world.lena], citations=[quotation])
    other = agency.world.entry("An entry that stays", amends=entry)
    agency.erase("entry", entry.id)
    assert agency.left() == {}
    assert agency.faults() == []
    with scoped(worker_id=agency.amal.id):
        row = Entry.objects.get(id=entry.id)
        assert (row.text, row.recorded_by_id) == ("(erased)", agency.amal.id)
        assert Entry.objects.get(id=other.id).text == "An entry that stays"
        assert not TimelineRow.objects.filter(source_id=entry.id).exists()
        assert not Citation.objects.filter(holder_id=entry.id).exists()
        says = queries.erased_says(agency.case.id, entry.id)
    assert says == (
        "The words of an entry: erased on 20 November 2026. It came into this case by mistake."
        " Information governance lead decided it, Service manager confirmed it."
    )


def test_the_words_that_a_copy_leaves_out_go_with_those_of_the_record(agency):
    chat, quotation = agency.chat_quoted()
    entry = agency.world.entry(MARKER)
    for source in (entry.id, quotation):
        typed = {"holder_id": uuid4(), "source_id": source, "words": MARKER, "ground": "harm", "why": "x"}
        record.leave_out(case=agency.case, reader=agency.world.lena, by=agency.amal, at=NOW, **typed)
    agency.erase("entry", entry.id)
    agency.erase("quotation", quotation)
    assert "record_redaction" not in agency.left()
    with scoped(worker_id=agency.amal.id):
        assert [row.words for row in Redaction.objects.all()] == ["(erased)"] * 2


def test_somebodys_details_go_and_what_protects_them_stays(agency):
    person = record.add_participant(
        case=agency.case, known_as=MARKER, full_name=f"{MARKER} Full", part="mother", by=agency.amal, at=NOW
    )
    make.email_of(person, agency.amal, f"{MARKER}@example.org")
    fact = make.protected_address(agency.case, agency.amal)
    agency.erase("participant", person.id)
    assert agency.left() == {}
    assert agency.faults() == []
    with scoped(worker_id=agency.amal.id):
        row = Participant.objects.get(id=person.id)
        assert (row.known_as, row.part, row.born_on) == ("(erased)", "mother", None)
        assert not ContactDetail.objects.filter(participant=person).exists()
        assert [one.id for one in queries.leaving.facts_of(agency.case)] == [str(fact.id)]


def test_somebodys_contact_plans_go_with_their_details_and_the_reasons_for_what_left_past_one(agency):
    lena, asked = agency.world.lena, {"kind": "urgent", "channel": "email", "thing": uuid4(), "why": MARKER}
    make.contact_plan(lena, agency.amal, code_word="bluebell")
    leave = Leave("held", NOW, f"Nothing is sent while at {MARKER}.", ("urgent",))
    record.go_through(case=agency.case, participant=lena, leave=leave, by=agency.amal, at=NOW, **asked)
    agency.erase("participant", lena.id)
    assert agency.left() == {}
    assert agency.faults() == []
    with scoped(worker_id=agency.amal.id):
        assert not ContactPlan.objects.exists()
        assert [(row.why, row.sent_by_id) for row in WayThrough.objects.all()] == [("(erased)", agency.amal.id)]
        person = Participant.objects.get(id=lena.id)
        assert queries.person_page(agency.case, person, agency.amal, NOW).plan_line.endswith("may be reached")


def test_an_address_that_a_message_went_to_is_emptied_and_pages_still_open(agency):
    agency.world.message("At four.")
    agency.erase("participant", agency.world.lena.id)
    with scoped(worker_id=agency.amal.id):
        [detail] = ContactDetail.objects.filter(participant=agency.world.lena)
        assert (bytes(detail.value_sealed), detail.may_write) == (b"", False)
        page = queries.person_page(
            agency.case, Participant.objects.get(id=agency.world.lena.id), agency.amal, clock.now()
        )
        assert [line.value for line in page.ended] == [""]
        assert queries.leaving.mail_addresses(agency.case) == []


def test_a_quotation_goes_wherever_it_is_quoted_and_around_its_neighbours(agency):
    chat, kept = agency.chat_quoted(
        b"25/03/2026, 09:16 - Mum: before\n25/03/2026, 22:40 - Tom: Zebulonquay\n26/03/2026, 02:05 - Mum: after\n"
    )
    from kith.exhibits.actions import quote_item
    from kith.exhibits.models import Item

    with scoped(worker_id=agency.amal.id):
        first = Item.objects.filter(case=agency.case, exhibit=chat).order_by("start")[0]
    near = quote_item(case=agency.case, exhibit=chat, member=0, start=first.start, by=agency.amal, at=NOW)
    agency.world.entry("It is quoted here", citations=[kept])
    assert "record_citation" in agency.left()
    agency.erase("quotation", kept)
    left = agency.left()
    assert set(left) == {
        "exhibits_item",
        "exhibits_lexicon",
    }  # the exhibit itself still holds the line, as its page says
    assert agency.faults() == []
    with scoped(worker_id=agency.amal.id):
        assert [line["text"] for line in Citation.objects.get(id=near.id).after] == ["after"]


def test_an_exhibit_goes_with_its_file_its_words_in_search_and_its_quotations(agency):
    chat, kept = agency.chat_quoted()
    other = agency.world.chat(made.CHAT.replace(MARKER.encode(), b"elsewhere"))
    agency.world.entry("It is quoted here", citations=[kept])
    before = made.objects()
    agency.erase("exhibit", chat.id)
    assert agency.left() == {}
    assert agency.faults() == []
    assert len(before - made.objects()) == 1
    with scoped(worker_id=agency.amal.id), connection.cursor() as cursor:
        cursor.execute("SELECT word, items FROM exhibits_lexicon WHERE word IN ('elsewhere', 'mum', 'asleep')")
        assert dict(cursor.fetchall())["elsewhere"] == 3
        cursor.execute("SELECT file_id, number, name_text FROM exhibits_exhibit WHERE id = %s", [chat.id])
        assert cursor.fetchone() == (None, chat.number, "(erased)")
        cursor.execute("SELECT count(*) FROM exhibits_item WHERE exhibit_id = %s", [other.id])
        assert cursor.fetchone() == (3,)


def test_the_same_file_handed_over_twice_stays_until_both_are_erased(agency):
    first = agency.world.chat()
    from kith.exhibits.testing import exhibit

    second = exhibit(agency.case, agency.amal, made.CHAT.replace(MARKER.encode(), b"x"))
    third = exhibit(agency.case, agency.amal, made.CHAT.replace(MARKER.encode(), b"x"))
    assert second.file_id == third.file_id != first.file_id
    before = made.objects()
    agency.erase("exhibit", second.id)
    assert made.objects() == before
    agency.erase("exhibit", third.id)
    assert len(before - made.objects()) == 1


def test_the_same_file_may_be_taken_in_again_after_it_was_erased(agency):
    from kith.exhibits.testing import exhibit

    first = exhibit(agency.case, agency.amal, made.CHAT)
    agency.erase("exhibit", first.id)
    again = exhibit(agency.case, agency.amal, made.CHAT)
    assert again.file_id and again.same_as is None


def test_a_file_stays_while_the_same_bytes_wait_from_a_link(agency):
    from kith.exhibits.models import DroppedFile
    from kith.exhibits.testing import drop, exhibit, link

    first = exhibit(agency.case, agency.amal, made.CHAT)
    _, token = link(agency.case, agency.amal, make.participant(agency.case, agency.amal))
    drop(token, made.CHAT)
    before = made.objects()
    agency.erase("exhibit", first.id)
    assert made.objects() == before
    with scoped(worker_id=agency.amal.id, case_id=agency.case.id):
        assert DroppedFile.objects.get(case=agency.case).file_id == first.file_id


def test_a_draft_goes_in_all_its_versions(agency):
    for version in range(3):
        record.save_draft(
            case=agency.case, place="decision", words={"text": MARKER}, version=version, by=agency.amal, at=NOW
        )
    agency.erase("draft", agency.drafts()[0].id)
    assert agency.left() == {}
    assert agency.drafts() == []


def test_reviews_keep_no_reason_once_they_are_carried_out(agency):
    entry = agency.world.entry("words")
    agency.erase("entry", entry.id)
    with scoped(worker_id=agency.iris.id):
        row = Review.objects.get(thing=entry.id)
    assert (row.why, row.decided_why, row.confirmed_by_id) == ("", "", agency.gwen.id)
