"""The beginning and the end of a reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db import connection

from kith.core import jobs, ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.engines.readers import FILE, Ending
from kith.exhibits import rules
from kith.exhibits.actions.asking import ask_what_is_open
from kith.exhibits.actions.loading import Members
from kith.exhibits.models import Exhibit, Member, Speaker

_COUNTS = """
    SELECT kind, count(*), count(attachment_text), count(attachment_member)
    FROM exhibits_item WHERE case_id = %s AND exhibit_id = %s GROUP BY kind
"""
_FILES = "SELECT member, flags FROM exhibits_item WHERE case_id = %s AND exhibit_id = %s AND kind = %s"
_SPEAKERS = """
    UPDATE exhibits_speaker AS s SET items = found.items
    FROM (SELECT speaker, count(*) AS items FROM exhibits_item WHERE case_id = %(case)s AND exhibit_id = %(exhibit)s
          GROUP BY speaker) AS found
    WHERE s.case_id = %(case)s AND s.exhibit_id = %(exhibit)s AND s.number = found.speaker
"""
_FORGET_WORDS = """
    UPDATE exhibits_lexicon AS known SET items = greatest(0, known.items - gone.items)
    FROM (SELECT word, count(*) AS items FROM exhibits_item, unnest(tsvector_to_array(words)) AS word
          WHERE case_id = %(case)s AND exhibit_id = %(exhibit)s GROUP BY word ORDER BY word) AS gone
    WHERE known.case_id = %(case)s AND known.word = gone.word
"""
_FORGET_ITEMS = "DELETE FROM exhibits_item WHERE case_id = %(case)s AND exhibit_id = %(exhibit)s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a whole reading found: the readers' ending, the files of the export, and what proves the items."""

    ending: Ending
    members: Members
    says: str
    merkle_root: str
    isolation: str


@action
def begin_reading(*, exhibit: Exhibit, by: Worker) -> Exhibit | None:
    """Begin to read an exhibit, or go on where a killed reading stopped; None if there is nothing to do.

    A reading begun by another version of the readers is begun anew: it may have cut items elsewhere.
    """
    row = Exhibit.objects.select_for_update().filter(case_id=exhibit.case_id, id=exhibit.id).first()
    ledger.nothing_changed()
    if row is None or row.file_id is None or not rules.can_begin_reading(row.state):
        return None
    if row.done_items and row.read_with != rules.READER_VERSION:
        _forget(row)
    row.state, row.read_with = Exhibit.State.READING, rules.READER_VERSION
    row.save(update_fields=["state", "read_with", "done_items", "done_bytes", "loaded_to"])
    return row


@action
def finish_reading(*, exhibit: Exhibit, found: Found, by: Worker, at: datetime) -> Exhibit:
    """End a reading: count, list the files, ask what the file cannot say, and tell the ledger once of all items."""
    ending = found.ending
    counts, attachments = _counted(exhibit, ending)
    _count_speakers(exhibit)
    _list_members(exhibit, found.members)
    exhibit.evidence = msgspec.msgpack.encode(ending.evidence)
    exhibit.format_id, exhibit.says, exhibit.isolation = ending.format, found.says, found.isolation[:200]
    exhibit.counts, exhibit.attachments, exhibit.merkle_root = counts, attachments, found.merkle_root
    exhibit.notes = [rules.storable(note) for note in (*ending.evidence.notes, ending.evidence.damage) if note]
    exhibit.read_at, exhibit.done_bytes = at, exhibit.total_bytes
    exhibit.state = rules.state_after(ask_what_is_open(exhibit=exhibit, evidence=ending.evidence, by=by))
    exhibit.save()
    _tell(exhibit, by, at)
    jobs.ask(
        "exhibits.place_on_timeline",
        once=str(exhibit.id),
        case_id=exhibit.case_id,
        exhibit_id=exhibit.id,
        worker_id=by.id,
    )
    return exhibit


@action
def keep_unread(*, exhibit: Exhibit, says: str, isolation: str, by: Worker, at: datetime) -> Exhibit:
    """Keep an exhibit whole without having read it to its end, and say why; what was loaded before stays to be seen."""
    exhibit.state, exhibit.says, exhibit.read_at = Exhibit.State.KEPT, rules.storable(says), at
    exhibit.isolation = isolation[:200]
    exhibit.save(update_fields=["state", "says", "read_at", "isolation"])
    facts = {"items": exhibit.done_items}
    ledger.note(
        "exhibit.kept_unread",
        case_id=exhibit.case_id,
        by=by.id,
        at=at,
        about=exhibit,
        facts=facts,
        words={"says": exhibit.says},
    )
    return exhibit


def _forget(row: Exhibit) -> None:
    values = {"case": row.case_id, "exhibit": row.id}
    with connection.cursor() as cursor:
        cursor.execute(_FORGET_WORDS, values)
        cursor.execute(_FORGET_ITEMS, values)
    row.done_items, row.done_bytes, row.loaded_to = 0, 0, []


def _counted(exhibit: Exhibit, ending: Ending) -> tuple[dict[str, int], dict[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, [exhibit.case_id, exhibit.id])
        rows = cursor.fetchall()
    named, found = sum(row[2] for row in rows), sum(row[3] for row in rows)
    files = {"named": named, "found": found, "missing": named - found, "unnamed": ending.evidence.files.unmentioned}
    return {row[0]: row[1] for row in rows}, files


def _count_speakers(exhibit: Exhibit) -> None:
    Speaker.objects.filter(case_id=exhibit.case_id, exhibit=exhibit).update(items=0)
    with connection.cursor() as cursor:
        cursor.execute(_SPEAKERS, {"case": exhibit.case_id, "exhibit": exhibit.id})


def _list_members(exhibit: Exhibit, members: Members) -> None:
    """Write down every file of the export, and whether a message names it."""
    with connection.cursor() as cursor:
        cursor.execute(_FILES, [exhibit.case_id, exhibit.id, FILE])
        flags: dict[int, list[str]] = dict(cursor.fetchall())
    Member.objects.filter(case_id=exhibit.case_id, exhibit=exhibit).delete()
    Member.objects.bulk_create(_member_rows(exhibit, members, flags), batch_size=2_000)


def _member_rows(exhibit: Exhibit, members: Members, flags: dict[int, list[str]]) -> Iterable[Member]:
    for path, number in members.numbers.items():
        trouble = members.troubles.get(number, "")
        state = Member.State.READ
        if trouble:
            state = Member.State.REFUSED
        elif number in flags:
            state = Member.State.LINKED if "named" in flags[number] else Member.State.UNNAMED
        yield Member(
            case_id=exhibit.case_id,
            exhibit=exhibit,
            number=number,
            path_text=rules.storable(path),
            size_bytes=members.sizes[number - 1],
            state=state,
            says=rules.storable(trouble),
        )


def _tell(exhibit: Exhibit, by: Worker, at: datetime) -> None:
    facts: dict[str, ledger.Plain] = {
        "sha256": bytes(exhibit.sha256).hex(),
        "merkle_root": exhibit.merkle_root,
        "items": sum(exhibit.counts.values()),
        "counts": exhibit.counts,
        "format": exhibit.format_id,
        "read_with": exhibit.read_with,
        "isolation": exhibit.isolation,
    }
    ledger.note("exhibit.read", case_id=exhibit.case_id, by=by.id, at=at, about=exhibit, facts=facts)
