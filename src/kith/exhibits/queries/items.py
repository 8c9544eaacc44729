"""Items as pages show them: in file order, around one of them, or by their places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.core.errors import NotFound
from kith.exhibits import rules
from kith.exhibits.models import Exhibit, Speaker
from kith.record.models import Case, Participant
from kith.ui import formats

PAGE = 50
AROUND = 5

#: Where an item lies: exhibit, member, first byte.
Key = tuple[UUID, int, int]

_SELECT = """
    SELECT i.exhibit_id, e.number, i.member, i.start, i.end, i.line, i.kind, s.number, s.name_text, s.participant_id,
           p.known_as, i.stamp_text, t.at, i.text, i.flags, i.attachment_text, i.attachment_member, f.name_text
    FROM exhibits_item i
    JOIN exhibits_exhibit e ON e.case_id = i.case_id AND e.id = i.exhibit_id
    LEFT JOIN record_timelinerow t ON t.case_id = i.case_id AND t.source_id = i.exhibit_id AND t.member = i.member
         AND t.position = i.start
    LEFT JOIN exhibits_speaker f ON f.case_id = i.case_id AND f.exhibit_id = i.exhibit_id AND f.number = i.speaker
    LEFT JOIN exhibits_speaker s ON s.case_id = i.case_id AND s.exhibit_id = i.exhibit_id
         AND s.number = CASE WHEN t.case_id IS NULL THEN i.speaker ELSE t.speaker END
    LEFT JOIN record_participant p ON p.case_id = s.case_id AND p.id = s.participant_id
"""
_IN = " WHERE i.case_id = %(case)s AND i.exhibit_id = %(exhibit)s"
_AFTER = _IN + " AND (i.member, i.start) > (%(member)s, %(start)s) ORDER BY i.member, i.start LIMIT %(most)s"
_BEFORE = _IN + " AND (i.member, i.start) < (%(member)s, %(start)s) ORDER BY i.member DESC, i.start DESC LIMIT %(most)s"
_HERE = _IN + " AND i.member = %(member)s AND i.start = %(start)s"
_UNREAD = _IN + " AND i.kind = %(kind)s ORDER BY i.member, i.start LIMIT %(most)s"
_MISSING = (
    _IN + " AND i.attachment_text IS NOT NULL AND i.attachment_member IS NULL ORDER BY i.member, i.start LIMIT %(most)s"
)
_KEYS = """
    JOIN unnest(%(exhibits)s::uuid[], %(members)s::int[], %(starts)s::bigint[]) WITH ORDINALITY
         AS k (exhibit_id, member, start, place)
      ON k.exhibit_id = i.exhibit_id AND k.member = i.member AND k.start = i.start
    WHERE i.case_id = %(case)s ORDER BY k.place
"""


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One item, with whom its speaker was found to be, and when it happened if its file and the answers tell."""

    exhibit_id: UUID
    number: int
    member: int
    start: int
    end: int
    line: int
    kind: str
    speaker: int | None
    name_text: str | None
    participant_id: UUID | None
    participant: str | None
    stamp_text: str | None
    at: datetime | None
    text: str
    flags: tuple[str, ...]
    attachment_text: str | None
    attachment_member: int | None

    @property
    def label(self) -> str:
        """Give the short name of its exhibit: E1."""
        return f"E{self.number}"

    @property
    def key(self) -> Key:
        """Give its place."""
        return (self.exhibit_id, self.member, self.start)

    @property
    def said_by(self) -> str:
        """Name who said it: the participant with the name as found, the name as found, or nobody (the app itself)."""
        if self.name_text is None:
            return ""
        if self.participant and self.participant != self.name_text:
            return f"{self.participant} (\N{LEFT DOUBLE QUOTATION MARK}{self.name_text}\N{RIGHT DOUBLE QUOTATION MARK})"
        return self.name_text

    @property
    def is_unread(self) -> bool:
        """Tell whether this piece was kept and not understood; its flag says why."""
        return self.kind == rules.UNREAD


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """Somebody who writes in an exhibit, as found, and who a worker says that is."""

    exhibit_id: UUID
    label: str
    number: int
    name_text: str
    items: int
    participant_id: UUID | None
    participant: str
    is_outside: bool


def items_shown(case: Case, keys: Sequence[Key]) -> list[ItemShown]:
    """Give the items at these places, in this order; places without an item are left out. One query."""
    if not keys:
        return []
    exhibits, members, starts = ([key[part] for key in keys] for part in range(3))
    return _fetch(_KEYS, {"case": case.id, "exhibits": exhibits, "members": members, "starts": starts})


def speakers_of(case: Case, exhibit: Exhibit | None = None) -> list[SpeakerShown]:
    """List who writes in the exhibits of a case (or in one), those who write most first."""
    rows = Speaker.objects.filter(case_id=case.id).select_related("exhibit").defer("exhibit__evidence")
    if exhibit is not None:
        rows = rows.filter(exhibit=exhibit)
    names = dict(Participant.objects.filter(case_id=case.id).values_list("id", "known_as"))
    return [
        SpeakerShown(
            exhibit_id=row.exhibit_id,
            label=row.exhibit.label,
            number=row.number,
            name_text=row.name_text,
            items=row.items,
            participant_id=row.participant_id,
            participant=names.get(row.participant_id, "") if row.participant_id else "",
            is_outside=row.is_outside,
        )
        for row in rows.order_by("exhibit__number", "-items", "number")
    ]


def item_at(exhibit: Exhibit, member: int, start: int) -> ItemShown:
    """Find one item.

    Raises:
        NotFound: nothing begins there.
    """
    found = _fetch(_HERE, _place(exhibit, member, start))
    if not found:
        raise NotFound
    return found[0]


def items_after(exhibit: Exhibit, member: int, start: int, most: int = PAGE) -> list[ItemShown]:
    """Give the items after a place, in file order."""
    return _fetch(_AFTER, _place(exhibit, member, start) | {"most": most})


def items_before(exhibit: Exhibit, member: int, start: int, most: int = PAGE) -> list[ItemShown]:
    """Give the items just before a place, in file order."""
    return _fetch(_BEFORE, _place(exhibit, member, start) | {"most": most})[::-1]


def unread_in(exhibit: Exhibit, most: int) -> list[ItemShown]:
    """Give what could not be read, in file order."""
    return _fetch(_UNREAD, {"case": exhibit.case_id, "exhibit": exhibit.id, "kind": rules.UNREAD, "most": most})


def missing_in(exhibit: Exhibit, most: int) -> list[ItemShown]:
    """Give the items that name a file which was not handed over."""
    return _fetch(_MISSING, {"case": exhibit.case_id, "exhibit": exhibit.id, "most": most})


def said_at(item: ItemShown) -> str:
    """Say when an item was said: as worked out from the answers, or as it stands in the file."""
    if item.at is not None:
        return formats.moment(item.at)
    return f"{item.stamp_text} (as in the file)" if item.stamp_text else "no date"


def _place(exhibit: Exhibit, member: int, start: int) -> dict[str, Any]:
    return {"case": exhibit.case_id, "exhibit": exhibit.id, "member": member, "start": start}


def _fetch(where: str, values: dict[str, Any]) -> list[ItemShown]:
    with connection.cursor() as cursor:
        cursor.execute(_SELECT + where, values)
        return [_item(row) for row in cursor.fetchall()]


def _item(row: tuple[Any, ...]) -> ItemShown:
    """Make an item of a row: kind, name and words as they are once the answers have settled whose line it is."""
    *front, kind, number, name, participant_id, participant, stamp, at, text, flags, attachment, member, found = row
    kind, text = rules.settled(kind, text, found, name)
    said = (number, name, participant_id, participant, stamp, at)
    return ItemShown(*front, kind, *said, text, tuple(flags), attachment, member)  # type: ignore[call-arg]
