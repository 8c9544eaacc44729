"""Reading in a child process, and loading: a real database and real processes."""

import json

import pytest
from django.db import connection

from kith.core import ledger
from kith.core.models import LedgerRow
from kith.core.transactions import scoped
from kith.engines.readers import Source, read
from kith.exhibits import apart, testing
from kith.exhibits.models import CustodyEvent, Exhibit, Item, Lexicon, Member, Speaker
from kith.exhibits.tests import samples
from kith.record.models import TimelineRow

pytestmark = pytest.mark.django_db


def in_order(found):
    return sorted(found, key=lambda row: (row.member, row.start))


def test_an_export_is_read_and_its_items_tile_the_file(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)

    items = in_order(rows(Item))
    assert one.counts == {"message": 5, "system": 1}
    assert [items[0].start, items[-1].end] == [0, len(samples.OPEN_ORDER)]
    assert all(before.end == after.start for before, after in zip(items, items[1:], strict=False))
    assert items[2].text == "Yes. I will be at the gate at five\nwith both of them"
    assert [items[2].stamp_text, items[2].stamp_fields, items[2].stamp_seconds] == [
        "03/04/2024, 09:18",
        [3, 4, 2024],
        33480,
    ]
    assert samples.OPEN_ORDER[items[2].start : items[2].end].startswith(b"03/04/2024, 09:18 - Tomasz: Yes.")


def test_the_receipt_says_who_read_how_and_proves_every_item(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)

    pieces = read(Source.of_bytes(samples.OPEN_ORDER, "WhatsApp Chat.txt"))
    assert one.merkle_root == ledger.merkle_root(apart.leaf(piece) for piece in pieces)
    assert one.read_with
    assert "isolated" in one.isolation
    assert one.format_id == "whatsapp-txt"
    with scoped(worker_id=amal.id):
        bodies = [json.loads(row.body) for row in LedgerRow.objects.filter(chain=case.id)]
    (note,) = [body for body in bodies if body["verb"] == "exhibit.read"]
    assert note["facts"]["merkle_root"] == one.merkle_root
    assert note["facts"]["items"] == 6


def test_a_leaf_is_canonical_json(case):
    odd = 'tab\t quote" back\\ line\n \u2028 \x07 \x7f caf\u00e9 \U0001f600 /'
    source = Source.of_bytes(f"25/03/2024, 09:15 - Lena: {odd}\n".encode(), "a.txt")
    for piece in read(source):
        found = apart.leaf(piece).decode()
        values = [piece.member or "", piece.start, piece.end, piece.kind, piece.sender, piece.stamp.text, piece.text]
        assert json.loads(found) == [piece.member, *values[1:]]
        assert found == ledger.canonical(values).replace('""', "null", 1)


def test_speakers_are_numbered_as_they_appear_and_counted(case, amal, rows):
    testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    assert {(row.number, row.name_text, row.items) for row in rows(Speaker)} == {(1, "Lena", 3), (2, "Tomasz", 2)}


def lexicon(rows):
    return {row.word: row.items for row in rows(Lexicon) if row.items}


def test_words_are_counted_once_for_each_item_that_has_them(case, amal, rows, counted_anew):
    testing.read(testing.exhibit(case, amal, samples.DAY_FIRST), amal)
    assert lexicon(rows)["this"] == 2
    assert lexicon(rows) == counted_anew()

    chat_among_files = samples.zip_of([("a.opus", b"OggS"), ("b/_chat.txt", samples.many(800)), ("z.jpg", b"\xff\xd8")])
    testing.read(testing.exhibit(case, amal, chat_among_files, "export.zip"), amal)
    assert lexicon(rows)["coat"] > 100
    assert lexicon(rows) == counted_anew()


def test_reading_twice_changes_nothing(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.many(900)), amal)
    before = (rows(Item), {row.word: row.items for row in rows(Lexicon)}, one.merkle_root)

    again = testing.read(one, amal)

    assert len(rows(Item)) == len(before[0]) == again.done_items
    assert ({row.word: row.items for row in rows(Lexicon)}, again.merkle_root) == before[1:]


def test_a_reading_goes_on_from_where_it_was_cut(case, amal, rows):
    data = samples.many(1_500)
    whole = testing.read(testing.exhibit(case, amal, data), amal)
    counted = {row.word: row.items for row in rows(Lexicon)}
    cut_back(whole, case, amal, to_items=500)

    again = testing.read(whole, amal)

    assert (again.done_items, again.counts, again.merkle_root) == (whole.done_items, whole.counts, whole.merkle_root)
    assert {row.word: row.items for row in rows(Lexicon)} == counted


def cut_back(one, case, amal, to_items):
    """Put an exhibit back to how a kill after its first batch leaves it: the items beyond are gone, and their words."""
    with scoped(worker_id=amal.id, case_id=case.id):
        keep = in_order(Item.objects.filter(case_id=case.id, exhibit=one))[:to_items]
        last = keep[-1]
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE exhibits_lexicon k SET items = k.items - g.n FROM (SELECT w, count(*) AS n FROM exhibits_item,"
                " unnest(tsvector_to_array(words)) w WHERE case_id = %s AND (member, start) > (%s, %s) GROUP BY w) g"
                " WHERE k.case_id = %s AND k.word = g.w",
                [case.id, last.member, last.start, case.id],
            )
        Item.objects.filter(case_id=case.id, exhibit=one, start__gt=last.start).delete()
        Exhibit.objects.filter(id=one.id).update(
            state="reading", done_items=to_items, loaded_to=[last.member, last.start], merkle_root="", placed_at=None
        )


def test_another_version_of_the_readers_begins_anew(case, amal, rows, counted_anew):
    testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    whole = testing.read(testing.exhibit(case, amal, samples.many(700)), amal)
    with scoped(worker_id=amal.id, case_id=case.id):
        Exhibit.objects.filter(id=whole.id).update(state="reading", read_with="Kith readers 0")

    again = testing.read(whole, amal)

    assert (again.done_items, again.read_with) == (whole.done_items, whole.read_with)
    assert lexicon(rows) == counted_anew()


def test_files_of_a_zip_are_linked_listed_or_missed(case, amal, rows):
    one = testing.read(testing.exhibit(case, amal, samples.with_media(), "export.zip"), amal)

    states = {row.path_text: row.state for row in rows(Member)}
    assert states == {"WhatsApp Chat with Lena.txt": "read", "photo-001.jpg": "linked", "other.opus": "unnamed"}
    assert one.attachments == {"named": 2, "found": 1, "missing": 1, "unnamed": 1}
    named = {row.attachment_text: row.attachment_member for row in rows(Item) if row.attachment_text}
    assert named == {"photo-001.jpg": 2, "gone-002.jpg": None}
    placed = {(row.member, row.at is None) for row in rows(TimelineRow) if row.member == 3}
    assert placed == {(3, True)}
    assert not [row for row in rows(TimelineRow) if row.member == 2]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0 a made-up photograph", "photo.jpg is no exported chat, and not text"),
        ("notes.txt", b"Milk, eggs\nand the blue coat\n", "It begins: Milk, eggs / and the blue coat"),
        ("cut.zip", samples.with_media()[:60], "damaged zip"),
        ("locked.zip", None, "locked with a password"),
        ("bomb.zip", None, "claims to grow"),
        ("empty.zip", None, "No WhatsApp chat was found"),
    ],
)
def test_what_is_no_export_is_kept_whole_with_the_reason(case, amal, rows, name, data, says):
    one = testing.read(testing.exhibit(case, amal, data or made(name), name), amal)

    assert one.state == Exhibit.State.KEPT
    assert says in one.says
    assert rows(Item) == []
    assert "taken in" in {row.verb for row in rows(CustodyEvent)}


def made(name):
    if name == "locked.zip":
        data = bytearray(samples.zip_of([("_chat.txt", samples.OPEN_ORDER)]))
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1
        return bytes(data)
    if name == "bomb.zip":
        data = bytearray(samples.zip_of([("_chat.txt", samples.OPEN_ORDER), ("a.bin", b"made up")]))
        size = data.rindex(b"PK\x01\x02") + 24
        data[size : size + 4] = (3 << 30).to_bytes(4, "little")
        return bytes(data)
    return samples.zip_of([])


def test_a_zip_cut_short_gives_what_is_left_and_says_so(case, amal, rows):
    data = samples.with_media()
    one = testing.read(testing.exhibit(case, amal, data[: data.index(b"PK\x01\x02")], "cut.zip"), amal)

    assert one.counts["message"] == 6
    assert any("damaged zip" in note for note in one.notes)


def test_a_path_that_climbs_out_is_listed_and_not_opened(case, amal, rows):
    data = samples.zip_of([("_chat.txt", samples.OPEN_ORDER), ("../../etc/cron.d/x", b"made up")])
    one = testing.read(testing.exhibit(case, amal, data, "export.zip"), amal)

    assert one.counts["unread"] == 1
    (climber,) = rows(Member, state="refused")
    assert "climbs out" in climber.says
    (unread,) = rows(Item, kind="unread")
    assert "climbs out" in unread.flags[0]
    assert not [row for row in rows(TimelineRow) if row.member == unread.member]


def test_a_file_that_is_too_large_to_read_is_kept(case, amal, monkeypatch):
    monkeypatch.setattr("kith.exhibits.rules.LARGEST_READ_BYTES", 100)
    one = testing.read(testing.exhibit(case, amal, samples.OPEN_ORDER), amal)
    assert one.state == Exhibit.State.KEPT
    assert "more than is read in one go" in one.says


def test_zero_characters_are_kept_in_the_bytes_and_shown_as_what_they_are_not(case, amal, rows):
    data = b"25/03/2024, 09:15 - Lena\x00: Hel\x00lo\n25/03/2024, 09:16 - Lena\x00: again\n"
    one = testing.read(testing.exhibit(case, amal, data), amal)
    assert one.state in ("read", "questions")
    assert all("\x00" not in row.text for row in rows(Item))


def test_who_has_lost_access_reads_nothing(case, amal, cara, rows):
    one = testing.exhibit(case, amal, samples.OPEN_ORDER)

    from kith.exhibits import jobs

    jobs.read_export(case_id=str(case.id), exhibit_id=str(one.id), worker_id=str(cara.id))
    jobs.place_on_timeline(case_id=str(case.id), exhibit_id=str(one.id), worker_id=str(cara.id))

    assert testing.found(one, amal).state == Exhibit.State.RECEIVED
    assert rows(Item) == []


def test_no_hostile_name_or_text_breaks_a_reading(case, amal, rows):
    lines = [
        "25/03/2024, 09:15 - Robert'); DROP TABLE exhibits_item;--: <script>alert(1)</script>",
        "25/03/2024, 09:16 - \N{RIGHT-TO-LEFT OVERRIDE}anel: \N{ZERO WIDTH SPACE}here",
        "25/03/2024, 09:17 - Lena: " + "wide " * 30_000,
        "25/03/2024, 09:18 - Lena: " + "x" * 70_000,
        "25/03/2024, 09:19 - Lena: \\N \\. \t {1,2} NULL",
    ]
    one = testing.read(testing.exhibit(case, amal, "\n".join(lines).encode()), amal)
    assert one.counts == {"message": 5}
    assert in_order(rows(Item))[4].text == "\\N \\. \t {1,2} NULL"
