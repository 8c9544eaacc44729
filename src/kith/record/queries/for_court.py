"""What a statement for court takes from the record: entries, decisions and quotations, each with its source."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from kith.core.models import Worker
from kith.record.models import Case, Citation, Decision, Entry, ParticipantName, TimelineRow


@dataclass(frozen=True, slots=True)
class Sources:
    """Rows of the record by their id; `quotations` by the id of what holds them; `amended` has a newer row each."""

    entries: dict[UUID, Entry]
    decisions: dict[UUID, Decision]
    quotations: dict[UUID, list[Citation]]
    amended: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of the record that a statement may take: kind is "entry", "decision" or "citation"."""

    kind: str
    id: UUID
    at: datetime | None
    title: str
    text: str
    status: str
    is_amended: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Which pieces to list: words in them, their kinds (none: all), the days between."""

    words: str = ""
    kinds: frozenset[str] = frozenset()
    from_on: date | None = None
    until_on: date | None = None


def sources_of(
    case: Case, *, entries: Collection[UUID], decisions: Collection[UUID], parts: Collection[UUID] = ()
) -> Sources:
    """Find what parts of a statement stand on: four queries, however many.

    Args:
        parts: ids that hold quotations of their own, besides the entries and decisions.
    """
    found = Entry.objects.filter(case=case, id__in=entries).select_related("recorded_by")
    decided = Decision.objects.filter(case=case, id__in=decisions).select_related("decided_by", "agreed_by")
    quoted: dict[UUID, list[Citation]] = defaultdict(list)
    holders = [*entries, *decisions, *parts]
    for row in Citation.objects.filter(case=case, holder_id__in=holders).order_by("position", "id"):
        if row.holder_id is not None:
            quoted[row.holder_id].append(row)
    later = [
        *Entry.objects.filter(case=case, amends__in=entries).values_list("amends_id", flat=True),
        *Decision.objects.filter(case=case, amends__in=decisions).values_list("amends_id", flat=True),
    ]
    return Sources(
        {row.id: row for row in found},
        {row.id: row for row in decided},
        dict(quoted),
        frozenset(each for each in later if each is not None),
    )


def full_names(case: Case) -> dict[UUID, str]:
    """Give the full name of each participant who has one recorded."""
    rows = ParticipantName.objects.filter(case=case, kind=ParticipantName.Kind.FULL).order_by("id")
    return dict(rows.values_list("participant_id", "value"))


def pieces(case: Case, by: Worker, asked: Asked, *, start: int, most: int) -> tuple[list[Piece], int]:
    """List pieces of the record in the order they happened (no date known: last), and how many there are.

    Quotations are those that stand in the record and those this worker kept; a place quoted twice is listed once.
    """
    keys = [*_entries(case, asked), *_decisions(case, asked), *_quotations(case, by, asked)]
    within = [key for key in keys if _is_between(key[1], asked)]
    within.sort(key=lambda key: (key[1] is None, key[1].timestamp() if key[1] else 0.0, key[0], str(key[2])))
    return _in_words(case, within[start : start + most]), len(within)


Key = tuple[str, datetime | None, UUID]


def _entries(case: Case, asked: Asked) -> Iterable[Key]:
    if asked.kinds and "entry" not in asked.kinds:
        return []
    rows = Entry.objects.filter(case=case, text__icontains=asked.words)
    return [("entry", at, row_id) for row_id, at in rows.values_list("id", "happened_from")]


def _decisions(case: Case, asked: Asked) -> Iterable[Key]:
    if asked.kinds and "decision" not in asked.kinds:
        return []
    said = Q(question__icontains=asked.words) | Q(reasons__icontains=asked.words)
    rows = Decision.objects.filter(said, case=case)
    return [("decision", at, row_id) for row_id, at in rows.values_list("id", "decided_at")]


def _quotations(case: Case, by: Worker, asked: Asked) -> Iterable[Key]:
    if asked.kinds and "citation" not in asked.kinds:
        return []
    rows = Citation.objects.filter(~Q(holder="") | Q(quoted_by=by), case=case, text__icontains=asked.words)
    places: dict[Any, UUID] = {}
    for row_id, *place in rows.order_by("quoted_at", "id").values_list("id", "source_id", "member", "span_start"):
        places.setdefault(tuple(place), row_id)
    sources, starts = {place[0] for place in places}, {place[2] for place in places}
    timed = TimelineRow.objects.filter(case=case, source_id__in=sources, position__in=starts)
    when = {tuple(place): at for *place, at in timed.values_list("source_id", "member", "position", "at")}
    return [("citation", when.get(place), row_id) for place, row_id in places.items()]


def _is_between(at: datetime | None, asked: Asked) -> bool:
    if asked.from_on is None and asked.until_on is None:
        return True
    if at is None:
        return False
    on = localdate(at)
    return (asked.from_on or on) <= on <= (asked.until_on or on)


def _in_words(case: Case, keys: list[Key]) -> list[Piece]:
    def ids(kind: str) -> list[UUID]:
        return [row_id for each, _, row_id in keys if each == kind]

    sources = sources_of(case, entries=ids("entry"), decisions=ids("decision"))
    quoted = Citation.objects.in_bulk(ids("citation"))
    made = []
    for kind, at, row_id in keys:
        title, text, status = _said(kind, row_id, sources, quoted)
        made.append(Piece(kind, row_id, at, title, text, status, row_id in sources.amended))
    return made


def _said(kind: str, row_id: UUID, sources: Sources, quoted: dict[UUID, Citation]) -> tuple[str, str, str]:
    """Give a piece's title, its words and its standing."""
    if kind == "entry":
        entry = sources.entries[row_id]
        standing = str(entry.get_allegation_display()) if entry.allegation else ""
        return f"{entry.get_kind_display()}, {entry.happened_text}", entry.text, standing
    if kind == "decision":
        decision = sources.decisions[row_id]
        return f"Decision, {decision.decided_by.name}", decision.question, ""
    row = quoted[row_id]
    who = ", ".join(words for words in (row.said_by_text, row.said_at_text) if words)
    return f"Quotation [{row.label}, line {row.line}] {who}", row.text, ""
