"""Stretches of the line of time, by key: of one case as it stands, or of all of a worker's cases where words are asked.

Without words row security guards the plain query. With words the database's own function `kith_search` is asked, which
works out itself what the worker may see. Never an OFFSET: a page costs the same however large the case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.home import rules
from kith.home.rules import Place, Stretch, Term

MOST_COUNTED = 1_000
NEAR_WORDS = 5
_COLUMNS = "t.case_id, t.kind, t.at, t.source_id, t.member, t.position, t.hour"

# What concerns a participant beside what they say in exhibits: entries about them, messages to them,
# what came from them and is theirs.
_ABOUT = """ARRAY(SELECT entry_id FROM record_entryabout WHERE participant_id = %(participant)s
    UNION ALL SELECT id FROM correspondence_message WHERE reader_id = %(participant)s
    UNION ALL SELECT id FROM correspondence_received r WHERE r.participant_id = %(participant)s AND r.whose = 'theirs'
        AND NOT EXISTS (SELECT FROM correspondence_disowned d WHERE d.case_id = r.case_id AND d.received_id = r.id))"""
_SPEAKS = """EXISTS (SELECT FROM unnest(%(who_sources)s::uuid[], %(who_speakers)s::int[]) AS w (source, speaker)
    WHERE w.source = t.source_id AND w.speaker = t.speaker)"""
_SEARCH = """
    SELECT * FROM kith_search(asked => %(asked)s, words => %(words)s, kinds => %(kinds)s, sources => %(sources)s,
        who_sources => %(who_sources)s::uuid[], who_speakers => %(who_speakers)s::int[], about => {about},
        from_at => %(from_at)s, until_at => %(until_at)s, hours => %(hours)s, dated => %(dated)s,
        descending => %(descending)s, after_at => %(at)s, after_source => %(source)s, after_member => %(member)s,
        after_position => %(position)s, page => %(most)s)
"""
_NEAR = "SELECT asked.word, ARRAY(SELECT kith_near_words(asked.word, %s)) FROM unnest(%s::text[]) AS asked (word)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whose things are asked for: speakers by exhibit and number, and the participant they were found to be."""

    speakers: Sequence[tuple[UUID, int]]
    participant_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the line of time. None is everything; without terms a case must be named."""

    case_id: UUID | None = None
    terms: Sequence[Term] = ()
    kinds: Sequence[str] | None = None
    sources: Sequence[UUID] | None = None
    person: Person | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None
    hours: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """One thing on the line of time. `hour` is None where the file gives a day without a time."""

    case_id: UUID
    kind: str
    place: Place
    hour: int | None


def stretch_of(asked: Asked, stretch: Stretch, after: Place | None, most: int) -> list[Key]:
    """Give at most so many things of a stretch, in its order, from a place on."""
    statement = _searching(asked) if asked.terms else _walking(asked, stretch, after)
    values = _values(asked, most) | _from(stretch, after)
    return [_key(*row) for row in _rows(statement, values)]


def count_undated(asked: Asked) -> int:
    """Count what has no date, up to 1,001: more is "more than 1,000"."""
    stretch = Stretch(dated=False, descending=False)
    one = _searching(asked) if asked.terms else _walking(asked, stretch, None)
    values = _values(asked, MOST_COUNTED + 1) | _from(stretch, None)
    return int(_rows(f"SELECT count(*) FROM ({one}) AS counted", values)[0][0])


def settled(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Put words that nearly are what was typed in the place of words that occur nowhere in the worker's cases."""
    asked = [term.text for term in terms if term.may_be_mistyped]
    if not asked:
        return tuple(terms)
    return rules.replaced(terms, dict(_rows(_NEAR, [NEAR_WORDS, asked])))


def _searching(asked: Asked) -> str:
    has_participant = asked.person is not None and asked.person.participant_id is not None
    return _SEARCH.format(about=_ABOUT if has_participant else "'{}'")


def _walking(asked: Asked, stretch: Stretch, after: Place | None) -> str:
    """Write the plain query: only what is asked stands in it, so that the planner knows what it deals with."""
    wanted = ["t.case_id = %(case)s", "t.at IS NOT NULL" if stretch.dated else "t.at IS NULL"]
    if asked.kinds is not None:
        wanted += ["t.kind = ANY (%(kinds)s)"] + ["t.kind <> 'item'"] * ("item" not in asked.kinds)
    wanted += ["t.source_id = ANY (%(sources)s)"] * (asked.sources is not None)
    wanted += _of_person(asked.person)
    wanted += ["t.at >= %(from_at)s"] * (asked.from_at is not None)
    wanted += ["t.at < %(until_at)s"] * (asked.until_at is not None)
    wanted += ["t.hour = ANY (%(hours)s)"] * (asked.hours is not None)
    if after is not None:
        columns, values = "t.source_id, t.member, t.position", "%(source)s, %(member)s, %(position)s"
        if stretch.dated:
            columns, values = f"t.at, {columns}", f"%(at)s, {values}"
        wanted.append(f"({columns}) {'<' if stretch.descending else '>'} ({values})")
    turn = " DESC" if stretch.descending else ""
    order = ", ".join(f"t.{name}{turn}" for name in ("at", "source_id", "member", "position"))
    where = " AND ".join(wanted)
    return f"SELECT {_COLUMNS} FROM record_timelinerow t WHERE {where} ORDER BY {order} LIMIT %(most)s"


def _of_person(person: Person | None) -> list[str]:
    if person is None:
        return []
    return [_SPEAKS if person.participant_id is None else f"({_SPEAKS} OR t.source_id = ANY ({_ABOUT}))"]


def _values(asked: Asked, most: int) -> dict[str, Any]:
    person = asked.person
    return {
        "case": asked.case_id,
        "asked": rules.tsquery(asked.terms),
        "words": rules.words_to_walk_by(asked.terms),
        "kinds": None if asked.kinds is None else list(asked.kinds),
        "sources": None if asked.sources is None else list(asked.sources),
        "who_sources": None if person is None else [source for source, _ in person.speakers],
        "who_speakers": None if person is None else [number for _, number in person.speakers],
        "participant": None if person is None else person.participant_id,
        "from_at": asked.from_at,
        "until_at": asked.until_at,
        "hours": None if asked.hours is None else list(asked.hours),
        "most": most,
    }


def _from(stretch: Stretch, after: Place | None) -> dict[str, Any]:
    values: dict[str, Any] = {"dated": stretch.dated, "descending": stretch.descending}
    if after is None:
        return values | dict.fromkeys(("at", "source", "member", "position"))
    return values | {"at": after.at, "source": after.source_id, "member": after.member, "position": after.position}


def _key(case_id: UUID, kind: str, at: datetime | None, source: UUID, member: int, position: int, hour: Any) -> Key:
    return Key(case_id, kind, Place(at, source, member, position), hour)


def _rows(statement: str, values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
