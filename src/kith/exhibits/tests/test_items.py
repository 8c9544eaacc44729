"""Items by their places, the bytes behind them, and quotations."""

import hashlib

import pytest

from kith.core import files
from kith.core.errors import NotFound
from kith.core.transactions import scoped
from kith.exhibits import actions, queries, testing
from kith.exhibits.models import CustodyEvent, Item
from kith.exhibits.tests import samples
from kith.record import testing as make
from kith.record.models import Citation

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(case, amal):
    return testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)


@pytest.fixture
def places(one, rows):
    return sorted((row.member, row.start) for row in rows(Item))


def at_place(one, amal, place):
    with scoped(worker_id=amal.id, case_id=one.case_id):
        return queries.item_at(one, *place)


def test_items_are_shown_in_the_order_asked(case, amal, one, places):
    keys = [(one.id, *places[4]), (one.id, *places[1]), (one.id, 0, 999_999)]
    with scoped(worker_id=amal.id, case_id=case.id):
        found = queries.items_shown(case, keys)
    assert [item.key for item in found] == keys[:2]
    assert [(item.label, item.said_by, item.line) for item in found] == [("E1", "Tomasz", 6), ("E1", "Lena", 2)]


def test_items_of_another_case_are_not_shown(case, amal, cara, one, places):
    with scoped(worker_id=cara.id):
        assert queries.items_shown(case, [(one.id, *places[1])]) == []
        assert queries.speakers_of(case) == []
        with pytest.raises(NotFound):
            queries.exhibit_in(case.id, one.id)


def test_the_original_bytes_are_those_that_came(amal, one, places):
    item = at_place(one, amal, places[4])
    original = actions.original_of(exhibit=one, item=item, by=amal, at=make.AT)

    assert original.raw == samples.OPEN_ORDER[item.start : item.end]
    assert original.sha256 == hashlib.sha256(original.raw).hexdigest()
    assert original.holds
    assert "[U+200E]photo-001.jpg" in original.shown


def test_the_bytes_of_a_file_inside_a_zip_are_taken_out_in_a_child(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.with_media(), "export.zip"), amal)
    message = next(row for row in rows(Item) if row.text.startswith("Yes."))
    item = at_place(one, amal, (message.member, message.start))
    original = actions.original_of(exhibit=one, item=item, by=amal, at=make.AT)
    assert original.raw == samples.OPEN_ORDER[item.start : item.end]
    assert original.holds

    photo = at_place(one, amal, (2, 0))
    assert actions.original_of(exhibit=one, item=photo, by=amal, at=make.AT).raw == b"\xff\xd8made up"


def test_words_that_are_not_in_the_bytes_are_said_not_to_be(amal, one, places):
    import dataclasses

    item = dataclasses.replace(at_place(one, amal, places[1]), text="Something else")
    assert not actions.original_of(exhibit=one, item=item, by=amal, at=make.AT).holds


def test_stored_bytes_that_were_altered_are_never_shown(amal, one, places, rows):
    with scoped(worker_id=amal.id, case_id=one.case_id):
        stored = files.stored_in(one.case_id, one.file_id)
    path = files.store().path_of(files.ObjectName(stored.address, stored.id))
    data = bytearray(path.read_bytes())
    data[-30] ^= 1
    path.chmod(0o600)
    path.write_bytes(data)

    original = actions.original_of(exhibit=one, item=at_place(one, amal, places[1]), by=amal, at=make.AT)
    assert "not those that were handed over" in original.trouble
    assert original.raw == b""


def test_looking_at_line_after_line_is_one_line_of_custody(amal, one, places, rows):
    for place in places[:3]:
        actions.original_of(exhibit=one, item=at_place(one, amal, place), by=amal, at=make.AT)
    assert len(rows(CustodyEvent, verb="shown")) == 1


def test_a_quotation_holds_both_ends_of_its_thread(case, amal, one, places, rows, verbs):
    actions.quote_item(case=case, exhibit=one, member=places[3][0], start=places[3][1], by=amal, at=make.AT)

    (kept,) = rows(Citation)
    assert (kept.label, kept.line, kept.said_by_text, kept.text) == ("E1", 5, "Lena", "Please do not come to the house")
    assert [line["line"] for line in kept.before] == [1, 2, 3]
    assert [line["by"] for line in kept.after] == ["Tomasz", "Lena"]
    assert samples.OPEN_ORDER[kept.span_start : kept.span_end].endswith(b"house\n")
    assert bytes(kept.sha256) == hashlib.sha256(samples.OPEN_ORDER).digest()
    assert "as in the file" in kept.said_at_text
    assert verbs()[-1] == "quotation.kept"
    assert rows(CustodyEvent, verb="quoted")


def test_what_was_not_read_cannot_be_quoted(case, amal, rows):
    data = samples.zip_of([("_chat.txt", samples.OPEN_ORDER), ("../x", b"made up"), ("y.opus", b"OggS")])
    one = testing.read(testing.exhibit(case, amal, data, "export.zip"), amal)
    for row in rows(Item):
        if row.kind in ("unread", "file"):
            with pytest.raises(actions.NotQuoted):
                actions.quote_item(case=case, exhibit=one, member=row.member, start=row.start, by=amal, at=make.AT)
    assert rows(Citation) == []


def test_pages_of_items_meet_without_gap_or_double(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.many(130)), amal)
    seen, after = [], None
    with scoped(worker_id=amal.id, case_id=case.id):
        for _ in range(3):
            page = queries.exhibit_page(case, one, after, None)
            seen += [item.start for item in page.items]
            after = (page.items[-1].member, page.items[-1].start)
        back = queries.exhibit_page(case, one, None, (page.items[0].member, page.items[0].start))
    assert seen == sorted(row.start for row in rows(Item))
    assert page.pager.older == ""
    assert [item.start for item in back.items] == seen[50:100]
