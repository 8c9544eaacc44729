"""Erasing, in a database where commits are real: two people, no hold, nothing left, and a chain that still verifies."""

import shutil
from datetime import date, timedelta

import psycopg
import pytest
from django.db import DatabaseError, connection, connections

from kith.core import erasures, files
from kith.core.errors import NotFound
from kith.core.transactions import scoped
from kith.core.vault import ObjectName
from kith.home import actions
from kith.home.actions import NotDestroyed
from kith.home.tests import agency as made
from kith.home.tests.agency import MARKER, NOW
from kith.record import actions as record
from kith.record import queries
from kith.record import testing as make
from kith.record.actions.adoption import SealedAlready
from kith.record.models import Case, Citation, ContactDetail, Entry, Participant, PersonLink, Review, TimelineRow


@pytest.fixture
def agency(cluster, committed, settings, tmp_path):
    settings.DATA_FOLDER = str(tmp_path / "agency")
    return made.agency(cluster, committed)


def objects():
    return {str(each.name) for each in files.store().listing()}


def test_a_whole_case_goes_and_nothing_of_its_words_is_left(agency):
    agency.fill()
    agency.close()
    assert {"record_entry", "exhibits_item", "exhibits_lexicon", "core_ledger_words", "record_draft"} <= set(
        agency.left()
    )
    assert objects()
    review = agency.decided()
    erasure = actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    assert agency.left() == {}
    assert agency.left(str(agency.case.reference)) == {}
    assert objects() == set()
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


def test_an_address_that_a_message_went_to_is_emptied_and_pages_still_open(agency):
    agency.world.message("At four.")
    agency.erase("participant", agency.world.lena.id)
    with scoped(worker_id=agency.amal.id):
        [detail] = ContactDetail.objects.filter(participant=agency.world.lena)
        assert (bytes(detail.value_sealed), detail.may_write) == (b"", False)
        page = queries.person_page(agency.case, Participant.objects.get(id=agency.world.lena.id), agency.amal)
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
    before = objects()
    agency.erase("exhibit", chat.id)
    assert agency.left() == {}
    assert agency.faults() == []
    assert len(before - objects()) == 1
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
    before = objects()
    agency.erase("exhibit", second.id)
    assert objects() == before
    agency.erase("exhibit", third.id)
    assert len(before - objects()) == 1


def test_the_same_file_may_be_taken_in_again_after_it_was_erased(agency):
    from kith.exhibits.testing import exhibit

    first = exhibit(agency.case, agency.amal, made.CHAT)
    agency.erase("exhibit", first.id)
    again = exhibit(agency.case, agency.amal, made.CHAT)
    assert again.file_id and again.same_as is None


def test_a_draft_goes_in_all_its_versions(agency):
    for version in range(3):
        record.save_draft(
            case=agency.case, place="decision", words={"text": MARKER}, version=version, by=agency.amal, at=NOW
        )
    agency.erase("draft", agency.drafts()[0].id)
    assert agency.left() == {}
    assert agency.drafts() == []


def test_nothing_is_erased_under_a_hold_not_even_by_the_owner(agency):
    agency.fill()
    agency.close()
    review = agency.decided()
    asked = agency.ask("entry", agency.world.entry("words").id)
    hold = record.place_hold(
        case=agency.case, kind="inquiry", who="The inquiry", why="asked", from_on=NOW.date(), by=agency.amal, at=NOW
    )
    before = agency.left()
    for one in (review, asked):
        with pytest.raises(NotDestroyed, match="legal hold"):
            actions.confirm_erasure(review=one, by=agency.gwen, at=NOW)
    with pytest.raises(NotDestroyed, match="legal hold"):
        agency.decided()
    for words in (
        "DELETE FROM record_case",
        "DELETE FROM core_case_key",
        "DELETE FROM core_stored_file",
        "DELETE FROM record_entry",
        "DELETE FROM exhibits_exhibit",
        "DELETE FROM record_hold",
    ):
        for role in ("kith_owner", "kith_super"):
            with psycopg.connect(agency.cluster.url(role, agency.name)) as by_hand:
                by_hand.execute("SELECT set_config('kith.erasing', 'no', false)")
                with pytest.raises(psycopg.DatabaseError, match="legal hold"):
                    by_hand.execute(words)
    assert agency.left() == before
    record.end_hold(hold=hold, why="over", by=agency.amal, at=NOW)
    actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    assert agency.left() == {}


def test_whoever_decided_does_not_confirm(agency):
    agency.fill()
    agency.close()
    review = agency.decided()
    with pytest.raises(NotDestroyed, match="second person"):
        actions.confirm_erasure(review=review, by=agency.iris, at=NOW)
    with scoped(worker_id=agency.iris.id), connection.cursor() as cursor, pytest.raises(DatabaseError, match="decided"):
        cursor.execute("SELECT kith_erase(%s, now())", [review.id])
    assert agency.left()
    actions.confirm_erasure(review=review, by=agency.jo, at=NOW)
    assert agency.left() == {}


def refused(worker, words, *values):
    with pytest.raises(DatabaseError), scoped(worker_id=worker.id), connection.cursor() as cursor:
        cursor.execute(words, values)


@pytest.mark.parametrize("who", ["amal", "cara"])
def test_nobody_without_the_role_confirms_or_decides_whatever_they_send_to_the_database(agency, who):
    agency.fill()
    agency.close()
    review = agency.decided()
    one = agency.amal if who == "amal" else agency.world.cara
    refused(one, "SELECT kith_erase(%s, now())", review.id)
    for words in (
        "UPDATE record_review SET confirmed_by_id = %s WHERE id = %s",
        "UPDATE record_review SET asked_by_id = %s WHERE id = %s",
    ):
        refused(agency.iris, words, agency.gwen.id, review.id)
    for words in (
        "SELECT kith_erase_case(%s, %s)",
        "SELECT kith_erase_entry(%s, %s)",
        "SELECT kith_erase_file(%s, %s, NULL)",
    ):
        refused(agency.iris, words, agency.case.id, review.id)
    with scoped(worker_id=one.id), connection.cursor() as cursor:
        cursor.execute("UPDATE record_review SET decision = 'destroy', decided_by_id = %s", [one.id])
        assert cursor.rowcount == 0
        cursor.execute("SELECT count(*) FROM kith_governed(NULL)")
        assert cursor.fetchone() == (0,)
    with pytest.raises(NotFound):
        actions.decide_case(case_id=agency.case.id, decision="destroy", why="x", by=agency.world.cara, at=NOW)


def test_setting_the_word_for_oneself_empties_no_original(agency):
    chat = agency.world.chat()
    words = "SELECT set_config('kith.erasing', 'yes', true); UPDATE exhibits_exhibit SET name_text = 'x' WHERE id = %s"
    with pytest.raises(DatabaseError, match="never change"), scoped(worker_id=agency.amal.id):
        connection.cursor().execute(words.replace("%s", f"'{chat.id}'"))


def test_a_case_opened_again_after_it_was_decided_stays(agency):
    agency.fill()
    agency.close()
    review = agency.decided()
    record.reopen_case(case=agency.case, since_on=NOW.date(), why="back", by=agency.amal, at=NOW + timedelta(minutes=1))
    with pytest.raises(NotDestroyed, match="opened again"):
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    record.close_case(case=agency.case, since_on=NOW.date(), why="gone", by=agency.amal, at=NOW + timedelta(minutes=2))
    with pytest.raises(NotDestroyed, match="opened again"):  # decided about another closing: it is decided anew
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)


def test_a_case_that_is_not_due_cannot_be_decided(agency):
    agency.fill()
    agency.close(schedule="looked_after")  # 1990 + 75
    with pytest.raises(NotDestroyed, match="not over"):
        agency.decided()


def test_a_case_that_was_kept_is_due_again_on_the_day_that_was_said(agency):
    agency.fill()
    agency.close()
    kept = actions.decide_case(
        case_id=agency.case.id, decision="keep", why="x", keep_until=date(2027, 5, 1), by=agency.iris, at=NOW
    )
    assert kept.decision == "keep"
    with pytest.raises(NotDestroyed, match="not over"):
        agency.decided()
    later = NOW + timedelta(days=200)
    actions.decide_case(case_id=agency.case.id, decision="destroy", why="x", by=agency.iris, at=later)


def test_keeping_needs_a_day_to_look_again(agency):
    agency.fill()
    agency.close()
    with pytest.raises(NotDestroyed, match="looked at again"):
        actions.decide_case(case_id=agency.case.id, decision="keep", why="x", by=agency.iris, at=NOW)


def test_an_exhibit_that_is_being_read_is_not_erased_meanwhile(agency):
    chat = agency.world.chat()
    with scoped(worker_id=agency.amal.id), connection.cursor() as cursor:
        cursor.execute("UPDATE exhibits_exhibit SET state = 'reading' WHERE id = %s", [chat.id])
    with pytest.raises(NotDestroyed, match="being read"):
        agency.erase("exhibit", chat.id)


def test_erasing_twice_is_refused(agency):
    agency.fill()
    agency.close()
    review = agency.decided()
    actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    with pytest.raises(NotDestroyed, match="nothing to confirm"):
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)


def test_what_a_killed_process_left_is_taken_up(agency, monkeypatch):
    """Killed between the commit and the list: the next sweep writes the list and rids the store."""
    agency.fill()
    agency.close()
    review = agency.decided()
    with monkeypatch.context() as killed:
        killed.setattr(erasures, "finish", lambda: None)
        actions.confirm_erasure(review=review, by=agency.gwen, at=NOW)
    assert objects() != set()
    assert erasures.listing(erasures.folder()) == []
    from kith.home.jobs import take_up_erasing

    take_up_erasing()
    take_up_erasing()
    assert objects() == set()
    assert len(erasures.listing(erasures.folder())) == 1


def test_that_something_was_erased_is_never_taken_back(agency):
    agency.erase("entry", agency.world.entry(MARKER).id)
    for role in ("kith_owner", "kith_super"):
        with psycopg.connect(agency.cluster.url(role, agency.name)) as by_hand, pytest.raises(psycopg.DatabaseError):
            by_hand.execute("DELETE FROM core_erasure")


class Restored:
    """An older copy of the database and of the store, and how it is brought back."""

    def __init__(self, agency, tmp_path):
        self.agency, self.folder = agency, erasures.folder()
        self.copy, self.files = f"{agency.name}_older", tmp_path / "older-files"
        connections["default"].close()
        agency.cluster.drop_database(self.copy)
        agency.cluster.ensure_database(self.copy, template=agency.name)
        shutil.copytree(self.folder / "files", self.files)

    def bring_back(self):
        connections["default"].close()
        self.agency.cluster.drop_database(self.agency.name)
        self.agency.cluster.ensure_database(self.agency.name, template=self.copy)
        shutil.rmtree(self.folder / "files")
        shutil.copytree(self.files, self.folder / "files")

    def forget(self):
        self.agency.cluster.drop_database(self.copy)


@pytest.fixture
def older(agency, tmp_path):
    agency.fill()
    agency.close()
    copy = Restored(agency, tmp_path)
    yield copy
    copy.forget()


def test_after_a_restore_a_whole_case_is_erased_again(agency, older):
    actions.confirm_erasure(review=agency.decided(), by=agency.gwen, at=NOW)
    older.bring_back()
    assert agency.left()
    assert objects()
    with pytest.raises(erasures.NotTheOwner):
        erasures.replay(erasures.folder(), at=NOW)
    with agency.as_owner():
        assert erasures.replay(erasures.folder(), at=NOW) == 1
        assert erasures.replay(erasures.folder(), at=NOW) == 0
    assert agency.left() == {}
    assert objects() == set()
    assert agency.faults() == []


def test_after_a_restore_single_things_are_erased_again_though_the_old_copy_shows_a_hold(agency, older, tmp_path):
    older.forget()
    chat = agency.world.chat(made.CHAT.replace(b"25/03", b"24/03"))
    entry = agency.world.entry("Quondamwords")
    hold = record.place_hold(
        case=agency.case, kind="court", who="x", why="x", from_on=NOW.date(), by=agency.amal, at=NOW
    )
    copy = Restored(agency, tmp_path / "second")
    record.end_hold(hold=hold, why="over", by=agency.amal, at=NOW)
    agency.erase("exhibit", chat.id)
    agency.erase("entry", entry.id)
    after = objects()
    copy.bring_back()
    assert agency.left("Quondamwords")
    assert objects() != after
    with agency.as_owner():
        assert erasures.replay(erasures.folder(), at=NOW) == 2
    assert agency.left("Quondamwords") == {}
    assert objects() == after
    assert agency.faults() == []


def test_an_altered_list_stops_a_replay(agency):
    agency.erase("entry", agency.world.entry(MARKER).id)
    path = erasures.folder() / erasures.LIST
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"id": "cut sho')  # a power cut: written again by the next sweep
    assert len(erasures.listing(erasures.folder())) == 1
    path.write_bytes(whole + b'{"id": "altered"}\n')
    with pytest.raises(erasures.BrokenList, match="Line 2"):
        erasures.listing(erasures.folder())


def test_every_object_named_in_the_database_can_be_named_in_the_store(agency):
    agency.erase("exhibit", agency.world.chat().id)
    with scoped(worker_id=agency.iris.id), connection.cursor() as cursor:
        cursor.execute("SELECT name, is_deleted FROM core_erased_object")
        [(name, is_deleted)] = cursor.fetchall()
    assert ObjectName.parse(name)
    assert is_deleted


def test_sealing_on_adoption_leaves_no_link_and_few_who_may_open_it(agency):
    old, new = agency.case, make.case(agency.world.cara, family_name="Newname")
    ben = make.worker("Ben Manager", "team_manager")
    record.give_access(case=old, worker=ben, why="manages", by=agency.amal, at=NOW)
    child = make.participant(old, agency.amal, known_as="Kim", part="child")
    same = make.participant(new, agency.world.cara, known_as="Kim", part="child")
    person = child.id
    for participant, by in ((child, agency.amal), (same, agency.world.cara)):
        with scoped(worker_id=by.id):
            PersonLink.objects.create(
                case_id=participant.case_id, participant=participant, person_id=person, linked_by=by, linked_at=NOW
            )
    record.seal_for_adoption(
        case=old, ordered_on=date(2026, 10, 1), why="order", keep_access=[], by=agency.amal, at=NOW
    )
    with scoped(worker_id=agency.amal.id):
        assert not PersonLink.objects.filter(case=old).exists()
        assert queries.closed_on(old) == NOW.date()
        page = queries.keeping_page(old, agency.amal, NOW.date())
        assert page.clock.due_on == date(2126, 10, 1)
    with scoped(worker_id=ben.id):
        assert not Case.objects.filter(id=old.id).exists()
    with pytest.raises(DatabaseError, match="linked with no other"), scoped(worker_id=agency.amal.id):
        PersonLink.objects.create(case=old, participant=child, person_id=person, linked_by=agency.amal, linked_at=NOW)
    with pytest.raises(SealedAlready):
        record.seal_for_adoption(
            case=old, ordered_on=date(2026, 10, 1), why="order", keep_access=[], by=agency.amal, at=NOW
        )
    assert [line.what for line in erasures.listing(erasures.folder())] == ["links"]
    assert agency.faults() == []


def test_the_adopted_childs_new_case_cannot_be_found_from_the_old_one(agency):
    """Not by search, by suggestion, by an id of the old case, nor by the same file."""
    from kith.exhibits.testing import exhibit, read

    old, new = agency.case, make.case(agency.world.cara, family_name="Newname")
    one = agency.world.chat(made.CHAT)
    two = read(exhibit(new, agency.world.cara, made.CHAT), agency.world.cara)
    agency.world.entry("Kim is called Rowanberry now", by=agency.world.cara, case=new)
    record.seal_for_adoption(
        case=old, ordered_on=date(2026, 10, 1), why="order", keep_access=[], by=agency.amal, at=NOW
    )
    with scoped(worker_id=agency.amal.id), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM kith_search('''rowanberry''', '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
            " true, false, NULL, NULL, NULL, NULL, 50)"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM kith_near_words('rowanbery', 5)")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT address FROM core_stored_file")
        of_old = {address for (address,) in cursor.fetchall()}
    with scoped(worker_id=agency.world.cara.id), connection.cursor() as cursor:
        cursor.execute("SELECT address FROM core_stored_file")
        of_new = {address for (address,) in cursor.fetchall()}
    assert of_old and of_new and not of_old & of_new
    assert bytes(one.sha256) == bytes(two.sha256)
    with psycopg.connect(agency.cluster.superuser_url(agency.name)) as whole:
        both = [
            table
            for table in made.tables(whole)
            if whole.execute(
                f"SELECT count(*) FROM {table} t WHERE t::text LIKE %s AND t::text LIKE %s",
                [f"%{old.id}%", f"%{new.id}%"],
            ).fetchone()[0]
        ]
    assert both == []


def test_reviews_keep_no_reason_once_they_are_carried_out(agency):
    entry = agency.world.entry("words")
    agency.erase("entry", entry.id)
    with scoped(worker_id=agency.iris.id):
        row = Review.objects.get(thing=entry.id)
    assert (row.why, row.decided_why, row.confirmed_by_id) == ("", "", agency.gwen.id)
