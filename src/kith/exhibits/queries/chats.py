"""The conversation of an exhibit in the other exhibits of its case: found by its lines, and read around one moment.

However large the exhibits, a page asks the same few questions of as many rows: a moment is found in a chat by halving
it, since a chat stands in the order of its time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from kith.exhibits import matching
from kith.exhibits.models import Exhibit
from kith.exhibits.queries.items import ItemShown, items_shown

MOST_CHATS = 24
MOST_SAME = 3
_SAMPLE_AROUND = 12
_SAMPLES = 10
_SHORTEST = 6
_MOST_AT_ONCE = 200

# Exhibits near in time first. What is not of this case, or not this worker's to see, is not there (row security).
_CHATS = """
    SELECT e.id, e.number, e.name_text, e.from_text, coalesce(m.number, 0), coalesce(m.size_bytes, e.size_bytes),
           e.first_at IS NOT NULL
    FROM exhibits_exhibit e
    LEFT JOIN exhibits_member m ON m.case_id = e.case_id AND m.exhibit_id = e.id AND m.state = 'read'
    WHERE e.case_id = %(case)s AND e.id <> %(exhibit)s AND e.sha256 <> %(sha256)s AND e.read_at IS NOT NULL
      AND e.done_items > 0
    ORDER BY e.first_at IS NULL, greatest(e.first_at - %(at)s, %(at)s - e.last_at, interval '0'), e.number, 5
    LIMIT %(most)s
"""
# Where a moment falls in each chat, then the dated lines on either side of it.
_AROUND = """
    WITH RECURSIVE halving AS (
        SELECT exhibit, member, at, 0::bigint AS low, high
        FROM unnest(%(exhibits)s::uuid[], %(members)s::int[], %(sizes)s::bigint[], %(moments)s::timestamptz[])
             AS chat (exhibit, member, high, at)
        UNION ALL
        SELECT h.exhibit, h.member, h.at, CASE WHEN p.at < h.at THEN p.position + 1 ELSE h.low END,
               CASE WHEN p.at < h.at THEN h.high ELSE (h.low + h.high) / 2 END
        FROM halving h LEFT JOIN LATERAL (
            SELECT t.position, t.at FROM record_timelinerow t
            WHERE t.case_id = %(case)s AND t.source_id = h.exhibit AND t.member = h.member
              AND t.position >= (h.low + h.high) / 2 AND t.position < h.high AND t.at IS NOT NULL
            ORDER BY t.position LIMIT 1
        ) p ON true
        WHERE h.low < h.high
    )
    SELECT place.exhibit, place.member, line.position FROM halving place CROSS JOIN LATERAL (
        (SELECT t.position FROM record_timelinerow t
         WHERE t.case_id = %(case)s AND t.source_id = place.exhibit AND t.member = place.member
           AND t.position < place.low ORDER BY t.position DESC LIMIT %(most)s)
        UNION ALL
        (SELECT t.position FROM record_timelinerow t
         WHERE t.case_id = %(case)s AND t.source_id = place.exhibit AND t.member = place.member
           AND t.position >= place.low ORDER BY t.position LIMIT %(most)s)
    ) line
    WHERE place.low >= place.high ORDER BY 1, 2, 3
"""
# Spaces and invisible marks are set aside: telephones write them differently.
_BARE = "lower(regexp_replace({}, '[\\s\\u00a0\\u202f\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+', '', 'g'))"
# Each look names only the moment, and its order, so that it can be taken in the line of time's own index alone; the
# exhibit is picked out of the few rows found, and only then their words are fetched.
_ECHOES = f"""
    SELECT sample.place, shift.hours, s.participant_id
    FROM unnest(%(moments)s::timestamptz[], %(texts)s::text[]) WITH ORDINALITY AS sample (at, words, place)
    CROSS JOIN generate_series(-%(hours)s, %(hours)s) AS shift (hours)
    CROSS JOIN LATERAL (
        SELECT t.source_id, t.member, t.position, t.speaker FROM record_timelinerow t
        WHERE t.case_id = %(case)s AND t.at BETWEEN sample.at + shift.hours * interval '1 hour' - %(near)s
                                                AND sample.at + shift.hours * interval '1 hour' + %(near)s
        ORDER BY t.at, t.source_id, t.member, t.position LIMIT {_MOST_AT_ONCE}
    ) own
    CROSS JOIN LATERAL (
        SELECT i.text FROM exhibits_item i
        WHERE i.case_id = %(case)s AND i.exhibit_id = own.source_id AND i.member = own.member AND i.start = own.position
        LIMIT 1
    ) said
    LEFT JOIN exhibits_speaker s
      ON s.case_id = %(case)s AND s.exhibit_id = own.source_id AND s.number = own.speaker
    WHERE own.source_id = %(exhibit)s AND own.member = %(member)s
      AND {_BARE.format("said.text")} = {_BARE.format("sample.words")}
"""

Place = tuple[UUID, int]


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat of another exhibit. `is_dated` tells whether its times are settled."""

    exhibit_id: UUID
    number: int
    name_text: str
    from_text: str
    member: int
    size_bytes: int
    is_dated: bool

    @property
    def label(self) -> str:
        """Give the short name of its exhibit: E2."""
        return f"E{self.number}"

    @property
    def place(self) -> Place:
        """Give its place: exhibit, member."""
        return (self.exhibit_id, self.member)


@dataclass(frozen=True, slots=True)
class SameChat:
    """The same conversation in another exhibit around a moment, in file order; its clock stands `hours` behind."""

    chat: Chat
    hours: int
    items: tuple[ItemShown, ...]


def other_chats(exhibit: Exhibit, at: datetime | None) -> list[Chat]:
    """List chats of other exhibits of the case, those near in time first. One query."""
    values = {
        "case": exhibit.case_id,
        "exhibit": exhibit.id,
        "sha256": bytes(exhibit.sha256),
        "at": at or exhibit.first_at,
        "most": MOST_CHATS,
    }
    return [Chat(*row) for row in _rows(_CHATS, values)]


def same_chats(exhibit: Exhibit, item: ItemShown, chats: Sequence[Chat], around: int) -> list[SameChat]:
    """Give the chats that hold the conversation of an item, each with so many items before and after its moment.

    Five queries, whatever the size of the exhibits.
    """
    dated = [chat for chat in chats if chat.is_dated]
    if item.at is None or not dated:
        return []
    sampled = _around(exhibit, [(chat, item.at) for chat in dated], _SAMPLE_AROUND)
    hours = _hours(exhibit, item.member, dated, sampled)
    same = [chat for chat in dated if chat.place in hours][:MOST_SAME]
    moments = [(chat, item.at - timedelta(hours=hours[chat.place])) for chat in same]
    found = _around(exhibit, moments, around)
    return [SameChat(chat, hours[chat.place], tuple(found.get(chat.place, ()))) for chat in same]


def _around(exhibit: Exhibit, moments: Sequence[tuple[Chat, datetime]], most: int) -> dict[Place, list[ItemShown]]:
    if not moments:
        return {}
    values = {
        "case": exhibit.case_id,
        "exhibits": [chat.exhibit_id for chat, _ in moments],
        "members": [chat.member for chat, _ in moments],
        "sizes": [chat.size_bytes + 1 for chat, _ in moments],
        "moments": [at for _, at in moments],
        "most": most,
    }
    found: dict[Place, list[ItemShown]] = {}
    for item in items_shown(exhibit.case, [(row[0], row[1], row[2]) for row in _rows(_AROUND, values)]):
        found.setdefault((item.exhibit_id, item.member), []).append(item)
    return found


def _hours(
    exhibit: Exhibit, member: int, chats: Sequence[Chat], sampled: dict[Place, list[ItemShown]]
) -> dict[Place, int]:
    """Find which chats are the same conversation, and by how many hours their clocks differ."""
    samples = [each for chat in chats for each in _samples(sampled.get(chat.place, []))]
    echoes: dict[Place, list[matching.Echo]] = {}
    for place, hours, person in _echoes(exhibit, member, samples):
        sample = samples[place - 1]
        if person is None or sample.participant_id in (None, person):
            echo = matching.Echo(matching.folded(sample.text), hours)
            echoes.setdefault((sample.exhibit_id, sample.member), []).append(echo)
    found = {place: matching.hours_between(each) for place, each in echoes.items()}
    return {place: hours for place, hours in found.items() if hours is not None}


def _samples(items: Sequence[ItemShown]) -> list[ItemShown]:
    """Choose the lines that are least likely to be said twice: the longest ones."""
    spoken = [
        item
        for item in items
        if item.at is not None
        and len(words := matching.compared(item.kind, item.text, item.flags, item.attachment_text)) >= _SHORTEST
        and not words.startswith("\0")
    ]
    return sorted(spoken, key=lambda item: -len(item.text))[:_SAMPLES]


def _echoes(exhibit: Exhibit, member: int, samples: Sequence[ItemShown]) -> list[tuple[Any, ...]]:
    if not samples:
        return []
    values = {
        "case": exhibit.case_id,
        "exhibit": exhibit.id,
        "member": member,
        "moments": [each.at for each in samples],
        "texts": [each.text for each in samples],
        "hours": matching.MOST_HOURS,
        "near": matching.NARROW,
    }
    return _rows(_ECHOES, values)


def _rows(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
