"""Loading what a child reads: batch after batch, each whole with its progress, so that no kill leaves half a one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection

from kith.core import ledger
from kith.core.actions import action
from kith.core.models import Worker
from kith.engines.readers import Item, Piece
from kith.engines.readers.attachments import Attachments
from kith.engines.readers.evidence import Files
from kith.exhibits import rules
from kith.exhibits.models import Exhibit, Speaker

# COPY into a table with row security is refused, so rows come by way of a table of this connection's own. It is kept
# from batch to batch, and nothing in it: making it anew would write the catalogue each time.
_STAGING = """
    CREATE TEMPORARY TABLE IF NOT EXISTS loaded (
        member int, start bigint, "end" bigint, line int, kind text, speaker int, stamp_text text,
        stamp_fields smallint[], stamp_seconds int, text text, flags text[], attachment_text text, attachment_member int
    ) ON COMMIT DELETE ROWS;
    DELETE FROM pg_temp.loaded
"""
_COPY = "COPY loaded FROM STDIN (FORMAT BINARY)"
_TYPES = (
    *("int4", "int8", "int8", "int4", "text", "int4", "text"),
    *("int2[]", "int4", "text", "text[]", "text", "int4"),
)
_COLUMNS = (
    'member, start, "end", line, kind, speaker, stamp_text, stamp_fields, stamp_seconds, text, flags,'
    " attachment_text, attachment_member"
)
_LOAD = f"""
    INSERT INTO exhibits_item (case_id, exhibit_id, {_COLUMNS})
    SELECT %(case)s, %(exhibit)s, {_COLUMNS} FROM loaded
"""
# In order of the words: two readings of one case cannot deadlock.
_COUNT_WORDS = """
    INSERT INTO exhibits_lexicon AS known (case_id, word, items)
    SELECT %(case)s, word, ndoc FROM ts_stat(%(batch)s) ORDER BY word
    ON CONFLICT (case_id, word) DO UPDATE SET items = known.items + excluded.items
"""
# ts_stat takes its query as text; only ids and numbers are put into it. It runs as kith_app, behind the same policies.
_OF_EXHIBIT = "SELECT i.words FROM exhibits_item i{} WHERE i.case_id = '{}' AND i.exhibit_id = '{}'"
_IN_ONE_MEMBER = " AND i.member = {} AND i.start BETWEEN {} AND {}"
_LOADED_NOW = " JOIN pg_temp.loaded l ON l.member = i.member AND l.start = i.start"
_PROGRESS = """
    UPDATE exhibits_exhibit SET done_items = %(after)s, done_bytes = greatest(done_bytes, %(bytes)s),
           total_bytes = %(total)s, loaded_to = %(to)s
    WHERE case_id = %(case)s AND id = %(exhibit)s AND done_items = %(before)s AND state = 'reading'
"""

Row = tuple[Any, ...]


class ReadElsewhere(Exception):
    """Another process is reading this exhibit, or it was stopped: this one stands back."""


@dataclass(slots=True)
class Members:
    """The files of an export by their paths; number 0 is the file itself."""

    numbers: dict[str, int] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    troubles: dict[int, str] = field(default_factory=dict)
    _links: Attachments | None = None

    def add(self, path: str, size: int, trouble: str) -> None:
        """Number the next file."""
        self.sizes.append(size)
        self.numbers[path] = number = len(self.sizes)
        if trouble:
            self.troubles[number] = trouble

    def number(self, path: str | None) -> int:
        """Give the number of a path; `KeyError` for one that was not listed."""
        return 0 if path is None else self.numbers[path]

    def named(self, name: str) -> int | None:
        """Find the file that a message names."""
        if self._links is None:
            self._links = Attachments(self.numbers, Files())
        path = self._links.find(name)
        return None if path is None else self.numbers[path]


class Rows:
    """Turns pieces into rows: speakers and members by number, in the order in which they first appear."""

    def __init__(self, members: Members) -> None:
        self.members = members
        self.speakers: dict[str, int] = {}

    def row(self, piece: Piece) -> Row:
        """Give one piece as a row of `exhibits_item`, without its case and exhibit."""
        member = self.members.number(piece.member)
        if not isinstance(piece, Item):
            why = [rules.storable(piece.why)]
            return (member, piece.start, piece.end, piece.line, rules.UNREAD, *_NOBODY, "", why, None, None)
        stamp = piece.stamp
        stamped = (None, None, None)
        if stamp is not None:
            seconds = stamp.seconds if stamp.seconds >= 0 else None
            stamped = (rules.storable(stamp.text), list(stamp.fields), seconds)  # type: ignore[assignment]
        named = piece.attachment
        return (
            *(member, piece.start, piece.end, piece.line, piece.kind, self._speaker(piece.sender), *stamped),
            *(rules.storable(piece.text), list(piece.flags)),
            *((rules.storable(named), self.members.named(named)) if named is not None else (None, None)),
        )

    def _speaker(self, name: str | None) -> int | None:
        return None if name is None else self.speakers.setdefault(name, len(self.speakers) + 1)


_NOBODY = (None, None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a reading has come with one batch: pieces before and after it, bytes done and in all."""

    before: int
    after: int
    done_bytes: int
    total_bytes: int


@action
def load_batch(
    *, exhibit: Exhibit, rows: Sequence[Row], speakers: dict[str, int], progress: Progress, by: Worker
) -> None:
    """Load one batch of rows, its words and its progress, all or nothing. One note tells of the whole reading later.

    Args:
        speakers: those that appear for the first time in this batch, by name.

    Raises:
        ReadElsewhere: the exhibit is not where this reading left it; nothing is written.
    """
    _move_on(exhibit, rows, progress)
    _add_speakers(exhibit, speakers)
    with connection.cursor() as cursor:
        cursor.execute(_STAGING)
        with cursor.copy(_COPY) as copy:
            copy.set_types(_TYPES)
            for row in rows:
                copy.write_row(row)
        cursor.execute(_LOAD, {"case": exhibit.case_id, "exhibit": exhibit.id})
        cursor.execute(_COUNT_WORDS, {"case": exhibit.case_id, "batch": _words_of(exhibit, rows)})
    ledger.nothing_changed()


def _words_of(exhibit: Exhibit, rows: Sequence[Row]) -> str:
    """Give the query for the words of a batch: a stretch of one member, or else whatever was loaded just now."""
    ids = (UUID(str(exhibit.case_id)), UUID(str(exhibit.id)))
    members = {int(row[0]) for row in rows}
    if len(members) > 1:
        return _OF_EXHIBIT.format(_LOADED_NOW, *ids)
    starts = [int(row[1]) for row in rows]
    return _OF_EXHIBIT.format("", *ids) + _IN_ONE_MEMBER.format(*members, min(starts), max(starts))


def _move_on(exhibit: Exhibit, rows: Sequence[Row], progress: Progress) -> None:
    """Write the progress first: its row lock keeps a second reader of the same exhibit waiting, and then out."""
    values: dict[str, Any] = {
        "case": exhibit.case_id,
        "exhibit": exhibit.id,
        "before": progress.before,
        "after": progress.after,
        "bytes": progress.done_bytes,
        "total": progress.total_bytes,
        "to": [rows[-1][0], rows[-1][1]],
    }
    with connection.cursor() as cursor:
        cursor.execute(_PROGRESS, values)
        if cursor.rowcount != 1:
            raise ReadElsewhere


def _add_speakers(exhibit: Exhibit, speakers: dict[str, int]) -> None:
    case: UUID = exhibit.case_id
    rows = [
        Speaker(case_id=case, exhibit=exhibit, number=number, name_text=rules.storable(name))
        for name, number in speakers.items()
    ]
    Speaker.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2_000)
